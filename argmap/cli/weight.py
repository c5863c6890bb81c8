"""`argmap weight`: which premises carry a conclusion, and which of them it can't lose."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.console import opened, put, say, say_wrapped
from argmap.cli.supposing import ScenarioOption, SupposeOption, sentence_named, supposed
from argmap.logic import Weight, weight
from argmap.logic.words import told_weight
from argmap.model import ArgumentMap
from argmap.model.wording import sentence


class Format(StrEnum):
    """How it is printed."""

    text = "text"
    json = "json"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    conclusion: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A conclusion, by id or label (C2); without it the main ones.")
    ] = None,
    scenario: ScenarioOption = None,
    suppose: SupposeOption = None,
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """Tell which sets of premises carry a conclusion, each by itself, and which premises it can't lose.

    Reasons and conditionals count as far as they are live; `argmap export --weight` draws it.

    \b
    Examples:
      argmap weight bridge.argmap.toml
      argmap weight bridge.argmap.toml C2 --suppose "not P3"
    """
    map = opened(file).map
    suppositions = supposed(map, file, scenario, suppose)
    ids = map.outline.mains if conclusion is None else (sentence_named(map, file, conclusion),)
    found = {id: weight(map, id, suppositions) for id in ids}
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text([_data(map, id, each) for id, each in found.items()], indent=2) + "\n").encode())
        return 0
    for number, (id, each) in enumerate(found.items()):
        if number:
            say("")
        _print(map, id, each)
    return 0


def _print(map: ArgumentMap, conclusion: str, found: Weight) -> None:
    say_wrapped(f"{map.outline.label(conclusion)} {sentence(map, conclusion)}")
    for line in told_weight(map, conclusion, found):
        say_wrapped(line, "  ")
    carrying = {id for ids in found.sets for id in ids}
    for id in sorted(carrying - {conclusion}, key=map.links.position.__getitem__):
        sign = "!" if id in found.critical else " "
        say_wrapped(f"{sign} {map.outline.label(id)} {sentence(map, id)}", "    ")


def _data(map: ArgumentMap, conclusion: str, found: Weight) -> dict[str, Any]:
    return {
        "id": conclusion,
        "label": map.outline.label(conclusion),
        "sets": [list(ids) for ids in found.sets],
        "more": found.more,
        "critical": list(found.critical),
    }
