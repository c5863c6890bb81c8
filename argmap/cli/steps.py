"""`argmap steps`: whether the conclusions of reasons and objections follow from their premises."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.console import Failure, opened, put, say, say_wrapped
from argmap.cli.parts import entry_named
from argmap.logic import Decided, decide, missing_premises
from argmap.logic.words import told_countermodel, told_decided, told_emptiness, told_missing, told_spare
from argmap.model import ArgumentMap, Inference

_MOST_MISSING = 2


class Format(StrEnum):
    """How it is printed."""

    text = "text"
    json = "json"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    part: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A reason, an objection, or a conclusion: all that bears on it."),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """Tell of each step whether its conclusion follows: by which rule, or in which case not, and what is missing.

    Asked are the reasons and objections that hold a conditional or name a rule (but not "none"); name another to
    have it asked, too.

    \b
    Examples:
      argmap steps bridge.argmap.toml
      argmap steps bridge.argmap.toml R2
      argmap steps bridge.argmap.toml C1 --format json
    """
    map = opened(file).map
    found = [*_decided(map, file, part)]
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text([_data(map, each) for each in found], indent=2) + "\n").encode())
        return 0
    for each in found:
        say_wrapped(f"{map.outline.label(each.step.id)}: {told_decided(map, each)}")
        for line in _lines(map, each):
            say_wrapped(line, "    ")
    if not found:
        say("No step is asked: none holds a conditional or names a rule.")
    return 0


def _decided(map: ArgumentMap, file: Path, part: str | None) -> Iterator[Decided]:
    inferences = [id for id in map.outline.labels if map.inference(id) is not None]
    if part is None:
        yield from (each for id in inferences if (each := decide(map, id)) is not None and each.asked)
        return
    named = entry_named(map, part) or part
    ids = [named] if map.inference(named) is not None else [*map.links.inferences.get(named, ())]
    if not ids:
        raise Failure(f'{file} has no step called "{part}"; `argmap show {file}` shows the labels')
    found = [each for id in ids if (each := decide(map, id)) is not None]
    if not found:
        what = "what is against a reason or an objection, or has no premises, claims no step"
        raise Failure(f"{part} in {file}: nothing is asked of it; {what}")
    yield from found


def _lines(map: ArgumentMap, decided: Decided) -> Iterator[str]:
    """What there is to say of a step besides its verdict."""
    yield from (line for line in (told_countermodel(map, decided), told_emptiness(map, decided)) if line)
    yield from (line for line in (told_spare(map, decided),) if line)
    for number, missing in enumerate(missing_premises(map, decided.step.id)[:_MOST_MISSING]):
        yield f"{'or' if number else 'It would follow'} with: {told_missing(map, missing)}"


def _data(map: ArgumentMap, decided: Decided) -> dict[str, Any]:
    id = decided.step.id
    entry = map.entries[id]
    assert isinstance(entry, Inference)
    return {
        "id": id,
        "label": map.outline.label(id),
        "kind": entry.kind,
        "target": entry.target,
        "premises": list(decided.step.members),
        "named": entry.rule,
        "asked": decided.asked,
        "claimed": decided.claimed,
        "verdict": decided.verdict,
        "rule": decided.rule,
        "fallacy": decided.fallacy,
        "countermodel": None if decided.countermodel is None else dict(decided.countermodel),
        "case": told_countermodel(map, decided) or None,
        "spare": list(decided.spare),
        "circular": decided.circular,
        "vacuous": decided.vacuous,
        "missing": [told_missing(map, each) for each in missing_premises(map, id)],
    }
