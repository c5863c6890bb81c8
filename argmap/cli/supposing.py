"""Suppositions as people name them on the command line, by id or label, and scenarios by id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from argmap.cli.console import Failure
from argmap.model import ArgumentMap, Scenario
from argmap.model.scenarios import denies, supposed_id

if TYPE_CHECKING:
    from argmap.diagram.marks import Marks

ScenarioOption: TypeAlias = Annotated[
    str | None, typer.Option("--scenario", metavar="ID", help="Under the suppositions of this scenario of the map.")
]
SupposeOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--suppose", metavar="ID", help='Suppose this id or label true, or "not ID" false; repeatable.'),
]


def scenario_named(map: ArgumentMap, file: Path, id: str) -> Scenario:
    """The scenario of an id; raises Failure where the map has none."""
    from argmap.logic import scenarios

    known = scenarios(map)
    if id not in known:
        has = f"it has {', '.join(known)}" if known else f"it has none; `argmap suppose {file} ID` tries one"
        raise Failure(f'{file} has no scenario "{id}"; {has}')
    return known[id]


def sentence_named(map: ArgumentMap, file: Path, name: str) -> str:
    """The id of the statement or conditional that a person named by id or label; raises Failure where there is none."""
    labelled = [id for id, label in map.outline.labels.items() if label == name]
    for id in (name, *labelled):
        if map.sentence(id) is not None:
            return id
    for id in (name, *labelled):
        if id in map.entries:
            raise Failure(f"{name} is a {map.entries[id].kind} in {file}; name a statement or conditional")
    raise Failure(f'{file} has no statement or conditional "{name}"; `argmap show {file}` shows the labels')


def supposed(map: ArgumentMap, file: Path, scenario: str | None, named: Sequence[str] | None) -> dict[str, bool]:
    """What is supposed: the scenario's suppositions, and what is named besides, which goes before these."""
    if scenario is None and not named:
        return {}
    from argmap.logic import suppositions_of

    found = suppositions_of(scenario_named(map, file, scenario)) if scenario is not None else {}
    own: dict[str, bool] = {}
    for written in _joined(named or ()):
        id, true = sentence_named(map, file, supposed_id(written)), not denies(written)
        if own.setdefault(id, true) is not true:
            raise Failure(f"{map.outline.label(id)} is supposed both true and false; take one of them back")
    return found | own


def _joined(words: Iterable[str]) -> Iterator[str]:
    """Suppositions with a "not" that came as a word of its own joined to what it denies."""
    denied = False
    for word in words:
        stripped = word.strip()
        if stripped == "not":
            denied = not denied
        else:
            yield f"not {stripped}" if denied else stripped
            denied = False
    if denied:
        raise Failure('"not" stands last; name what it supposes false, as in "not P3"')


def marks(
    map: ArgumentMap, file: Path, scenario: str | None, suppose: Sequence[str] | None, weighed: str | None = None
) -> "Marks | None":
    """What a figure says of suppositions, or under them of what carries a conclusion; None where neither is asked."""
    suppositions = supposed(map, file, scenario, suppose)
    if weighed is not None:
        from argmap.diagram.weight_marks import weight_marks
        from argmap.logic import weight

        conclusion = sentence_named(map, file, weighed)
        return weight_marks(map, conclusion, weight(map, conclusion, suppositions))
    if scenario is None and not suppositions:
        return None
    from argmap.diagram.scenario_marks import marks_of
    from argmap.logic import outcome

    return marks_of(map, outcome(map, suppositions), titled(map, scenario, suppositions))


def titled(map: ArgumentMap, scenario: str | None, suppositions: Mapping[str, bool]) -> str:
    """What suppositions are called: the scenario's title, and what is supposed besides, by label."""
    from argmap.logic import scenarios, suppositions_of

    entry = scenarios(map).get(scenario) if scenario is not None else None
    given = suppositions_of(entry) if entry is not None else {}
    own = [(id, true) for id, true in suppositions.items() if given.get(id) is not true]
    besides = ", ".join(("" if true else "not ") + map.outline.label(id) for id, true in own)
    title = (entry.title or scenario or "") if entry is not None else ""
    if not own:
        return title or "As it is"
    return f"{title} Supposing {besides}, too" if title else f"Supposing {besides}"
