"""What stands, falls and is open: as the map is, and in each of its scenarios, and why; told in advance."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from argmap.diagram.scenario_marks import marks_of
from argmap.export.page.entries import Entries
from argmap.export.page.markup import said
from argmap.logic import Outcome, outcome, scenarios, suppositions_of
from argmap.logic.grounds import Grounds
from argmap.logic.told import sections, why_so
from argmap.logic.words import told_conflict, told_ground, told_may, told_verdict
from argmap.model import ArgumentMap, Conditional, Scenario
from argmap.model.visible import visible
from argmap.model.wording import sentence

AS_IT_IS = "As the map is"
_MOST_TOLD = 40


class Told(NamedTuple):
    """A scenario: its title, its explanation as HTML, and for the script what became of each entry, by number.

    `verdicts` are a sign (s stands, f falls, o open; a capital is a supposition), a verdict and a sentence why;
    `halves` the same signs of a conditional's IF and THEN, where the scenario reaches them.
    """

    title: str
    explained: str
    verdicts: Mapping[int, Sequence[str]]
    halves: Mapping[int, Mapping[str, str]]


def told(entries: Entries) -> list[Told]:
    """The map as it is, and then all its scenarios; of these only the verdicts that are others."""
    first = _told(entries, AS_IT_IS, None)
    found = [first]
    for id, scenario in scenarios(entries.map).items():
        each = _told(entries, scenario.title or id, scenario)
        others = {at: verdict for at, verdict in each.verdicts.items() if first.verdicts.get(at) != verdict}
        found.append(each._replace(verdicts=others))
    return found


def data(every: Sequence[Told]) -> list[dict[str, Any]]:
    """The scenarios for the script."""
    return [{"title": visible(each.title), "of": each.verdicts, "halves": each.halves} for each in every]


def _told(entries: Entries, title: str, scenario: Scenario | None) -> Told:
    map, number = entries.map, entries.number
    result = outcome(map, suppositions_of(scenario) if scenario is not None else {})
    grounds = Grounds(map, result.suppositions)
    verdicts = {number[id]: _verdict(map, result, grounds, id) for id in number if id in result.standing.values}
    halves: dict[int, dict[str, str]] = {}
    if scenario is not None:
        for (id, _), mark in marks_of(map, result, title).boxes.items():
            if isinstance(map.entries[id], Conditional) and mark.halves:
                halves[number[id]] = {half: _sign(each.signs[0]) for half, each in mark.halves.items() if each.signs}
    return Told(title, "".join(_explained(entries, title, scenario, result)), verdicts, halves)


def _verdict(map: ArgumentMap, result: Outcome, grounds: Grounds, id: str) -> tuple[str, str, str]:
    status = result.standing.values[id]
    sign = status[0].upper() if id in result.suppositions else status[0]
    if id in result.suppositions:
        why = ""
    else:
        why = told_may(map, id) if id in result.standing.may else told_ground(map, grounds.of(id))
    return sign, visible(told_verdict(map, result, id)), visible(why)


_SIGNS = {"●": "s", "×": "f", "○": "o", "■": "S", "□": "F"}


def _sign(sign: str) -> str:
    """A mark's first character as the script has it."""
    return _SIGNS.get(sign[:1], "o")


def _explained(entries: Entries, title: str, scenario: Scenario | None, result: Outcome) -> Iterator[str]:
    map = entries.map
    yield f'<section class="scenario"><h3 dir="auto">{said(title)}</h3>'
    if scenario is not None:
        for text in (scenario.text, scenario.note):
            yield f'<p class="note" dir="auto">{said(text)}</p>' if text else ""
    if conflict := told_conflict(map, result.entailed.conflict, result.suppositions):
        yield f"<h4>Contradiction</h4><p>{said(conflict)}</p>"
    for heading, ids in sections(map, result):
        if ids:
            yield f"<h4>{said(heading)}</h4><ul>"
            yield from (_item(entries, result, id) for id in ids[:_MOST_TOLD])
            yield f"<li>… and {len(ids) - _MOST_TOLD} more</li>" if len(ids) > _MOST_TOLD else ""
            yield "</ul>"
    if not result.entailed.complete:
        yield "<p>There are too many cases to look at all of them: more may be entailed than is told here.</p>"
    yield "</section>"


def _item(entries: Entries, result: Outcome, id: str) -> str:
    map = entries.map
    words = f': <span dir="auto">{said(sentence(map, id))}</span>' if map.sentence(id) is not None else ""
    why = "".join(f'<p class="why">{said(line)}</p>' for line in why_so(map, result, id))
    return f"<li>{entries.link(id)} <b>{said(told_verdict(map, result, id))}</b>{words}{why}</li>"
