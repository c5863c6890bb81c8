"""`argmap suppose`: what would stand, fall and follow if something were so."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.console import Failure, opened, put, say, say_line, say_wrapped
from argmap.cli.supposing import ScenarioOption, supposed, titled
from argmap.logic import Outcome, outcome
from argmap.logic.told import sections, why_so
from argmap.logic.words import told_conflict, told_verdict
from argmap.model import ArgumentMap
from argmap.model.wording import sentence
from argmap.workspace.files import Opened


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
        from argmap.model.visible import json_text

        put((json_text(_data(map, file, scenario, found), indent=2) + "\n").encode())
        return 0
    say_line(titled(map, scenario, found.suppositions))
    for title, ids in sections(map, found):
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


def _print(map: ArgumentMap, found: Outcome, id: str) -> None:
    entry = map.entries.get(id)
    words = f": {sentence(map, id)}" if map.sentence(id) is not None else "" if entry is not None else ": unknown"
    kind = f" ({entry.kind})" if entry is not None and not words else ""
    say_wrapped(f"{map.outline.label(id)}{kind} {told_verdict(map, found, id)}{words}", "  ")
    for line in why_so(map, found, id):
        say_wrapped(line, "      ")


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
                "why": [*why_so(map, found, id)],
            }
            for id in map.outline.labels
            if id in found.standing.values
        ],
    }
