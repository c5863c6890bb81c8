"""`argmap suppose`: what would stand, fall and follow if something were so."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.console import Failure, opened, put, say, say_line, say_wrapped
from argmap.cli.supposing import ScenarioOption, supposed, titled
from argmap.logic import Outcome, chain, outcome, standing, why
from argmap.logic.words import (
    entailed_word,
    told_conflict,
    told_ground,
    told_inferred,
    told_may,
    told_verdict,
)
from argmap.model import ArgumentMap
from argmap.model.wording import sentence
from argmap.workspace.files import Opened

_MOST_LINKS = 4


class Format(StrEnum):
    """How it is printed."""

    text = "text"
    json = "json"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    suppositions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help='What is supposed true, by id or label (P3, Q1); "not P3" false.'),
    ] = None,
    scenario: ScenarioOption = None,
    keep: Annotated[
        str | None, typer.Option("--save", metavar="TITLE", help="Keep what is supposed in the map, as a scenario.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """Tell what stands, falls and follows if something is supposed, and why; without suppositions, as the map is.

    Something *stands* by live reasons and conditionals, unless an objection to it is live; it is *entailed* where it
    is true in every case that premises and suppositions allow.

    \b
    Examples:
      argmap suppose bridge.argmap.toml
      argmap suppose bridge.argmap.toml Q1 "not P3"
      argmap suppose bridge.argmap.toml --scenario toll-rises
      argmap suppose bridge.argmap.toml Q1 --save "What if the toll rises?"
    """
    current = opened(file)
    map = current.map
    found = outcome(map, supposed(map, file, scenario, suppositions))
    if keep is not None and format is Format.json:
        raise Failure("--save goes with --format text")
    if format is Format.json:
        from argmap.export.nested_json import json_text

        put((json_text(_data(map, file, scenario, found), indent=2) + "\n").encode())
        return 0
    say_line(titled(map, scenario, found.suppositions))
    for title, ids in _sections(map, found):
        if ids:
            say(f"\n{title}")
        for id in ids:
            _print(map, found, id)
    if conflict := told_conflict(map, found.entailed.conflict, found.suppositions):
        say("\nContradiction")
        say_wrapped(conflict, "  ")
    if not found.entailed.complete:
        say_wrapped("\nThere are too many cases to look at all of them: more may be entailed than is told here.", "")
    if keep is not None:
        say(f"\n{_kept(current, keep, found.suppositions)}")
    return 0


def _kept(current: Opened, title: str, suppositions: Mapping[str, bool]) -> str:
    """Write suppositions into the map's file as a scenario; what was done, in words."""
    from argmap.cli.source.parts import save
    from argmap.edit import EditRefused
    from argmap.edit.scenarios import keep_scenario

    try:
        edited = keep_scenario(current.map, title, suppositions)
    except EditRefused as error:
        raise Failure(str(error)) from None
    save(current, edited)
    return edited[1].summary


def _sections(map: ArgumentMap, found: Outcome) -> Iterator[tuple[str, Sequence[str]]]:
    """What is told, each thing once: the first of these that it belongs to."""
    told: set[str] = set()

    def fresh(ids: Iterator[str]) -> list[str]:
        new = [id for id in dict.fromkeys(ids) if id not in told]
        told.update(new)
        return new

    sentences = [id for id in map.outline.labels if map.sentence(id) is not None]
    yield "Supposed", fresh(iter(found.suppositions))
    yield "Main conclusions", fresh(iter(map.outline.mains))
    if found.suppositions:
        before = standing(map).may
        yield "Changes", fresh(id for id in map.outline.labels if id in found.changed)
        yield "May change", fresh(id for id in sentences if found.standing.may.get(id) not in (None, before.get(id)))
    else:
        roles = map.outline.roles
        asserted = (id for id in sentences if roles.get(id) in ("conclusion", "premise"))
        yield "Not standing", fresh(id for id in asserted if found.standing.values[id] != "stands")
    yield "Entailed", fresh(id for id in sentences if id in found.entailed.values and not _is_given(map, found, id))


def _is_given(map: ArgumentMap, found: Outcome, id: str) -> bool:
    return id in found.suppositions or (map.outline.roles.get(id) == "premise" and found.entailed.values[id])


def _print(map: ArgumentMap, found: Outcome, id: str) -> None:
    entry = map.entries.get(id)
    words = f": {sentence(map, id)}" if map.sentence(id) is not None else "" if entry is not None else ": unknown"
    kind = f" ({entry.kind})" if entry is not None and not words else ""
    say_wrapped(f"{map.outline.label(id)}{kind} {told_verdict(map, found, id)}{words}", "  ")
    for line in _why(map, found, id):
        say_wrapped(line, "      ")


def _why(map: ArgumentMap, found: Outcome, id: str) -> Iterator[str]:
    """Why something is as it is, and how it is entailed, where that isn't all that the verdict says."""
    if id in found.suppositions or id not in found.standing.values:
        return
    if id in found.standing.may:
        yield told_may(map, id)
    else:
        last, *others = reversed(why(map, found.suppositions, id))
        lacking = [link for link in others if link.status != "stands"] if last.status != "stands" else []
        yield from (told_ground(map, link) for link in (last, *lacking[: _MOST_LINKS - 1]))
    if entailed_word(found.entailed, id) is not None:
        links = chain(map, found.suppositions, id)
        yield from (told_inferred(map, link, found.suppositions) for link in links[-1:])


def _data(map: ArgumentMap, file: Path, scenario: str | None, found: Outcome) -> dict[str, Any]:
    return {
        "file": str(file),
        "scenario": scenario,
        "suppositions": dict(found.suppositions),
        "main": list(map.outline.mains),
        "conflict": list(found.entailed.conflict),
        "complete": found.entailed.complete,
        "entries": [
            {
                "id": id,
                "label": map.outline.label(id),
                "kind": map.entries[id].kind,
                "standing": found.standing.values[id],
                "may": found.standing.may.get(id),
                "was": found.changed.get(id),
                "entailed": found.entailed.values.get(id),
                "why": [*_why(map, found, id)],
            }
            for id in map.outline.labels
            if id in found.standing.values
        ],
    }
