"""`argmap scenarios`: what becomes of the main conclusions in each scenario."""

import csv
import io
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.cells import cell_len

from argmap.cli.console import one_line, opened, put, say, say_line, say_wrapped
from argmap.logic import Outcome, table
from argmap.logic.compared import AS_IT_IS, compared, differing, scenario_title
from argmap.logic.words import listed, supposed_word, told_conflict
from argmap.model import ArgumentMap
from argmap.model.wording import sentence
from argmap.tui.wrap import pad


class Format(StrEnum):
    """How the table is printed."""

    text = "text"
    markdown = "markdown"
    json = "json"
    csv = "csv"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    format: Annotated[Format, typer.Option("--format", help="text, markdown, json or csv.")] = Format.text,
) -> int:
    """Tell what becomes of the main conclusions in each scenario of a map: a table, first the map as it is.

    A scenario is a table of the map's file, with a title and what it supposes; `argmap suppose` tries one out.

    \b
    Examples:
      argmap scenarios bridge.argmap.toml
      argmap scenarios bridge.argmap.toml --format markdown
    """
    map = opened(file).map
    found = table(map)
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text(_data(map, found), indent=2) + "\n").encode())
    elif format is Format.csv:
        written = io.StringIO()
        rows = _rows(map, found, [*found])
        csv.writer(written, lineterminator="\n").writerows([_plain(each) for each in row] for row in rows)
        put(written.getvalue().encode())
    elif format is Format.markdown:
        head, *rows = _rows(map, found, [scenario_title(map, id) for id in found])
        for row in (head, ["-"] * len(head), *rows):
            say_line("| " + " | ".join(_cell(each) for each in row) + " |")
    else:
        _print(map, file, found)
    return 0


def _rows(map: ArgumentMap, found: Mapping[str, Outcome], names: Sequence[str]) -> list[list[str]]:
    """The table: a column for each scenario, a row for each main conclusion, then for what they make differ."""
    head = ["", "statement", *(name or AS_IT_IS for name in names)]
    rows = [[map.outline.label(id), sentence(map, id), *told] for id, told in compared(map, found).items()]
    return [head, *rows]


def _plain(text: str) -> str:
    """Text as a cell of a CSV file that no spreadsheet takes for a formula, and no terminal for a command."""
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain


def _cell(text: str) -> str:
    """Text as a cell of a Markdown table, in which nothing else of it is read."""
    plain = one_line(text)
    for character in "\\`*_[]<>|~&#":
        plain = plain.replace(character, f"\\{character}")
    return plain


def _print(map: ArgumentMap, file: Path, found: Mapping[str, Outcome]) -> None:
    names = [AS_IT_IS, *(str(number) for number in range(1, len(found)))]
    rows = [[one_line(cell) for cell in (row[0], *row[2:])] for row in _rows(map, found, names)]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        say("  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip())
    say("")
    for id in differing(map, found):
        say_wrapped(f"{map.outline.label(id)}: {sentence(map, id)}")
    for name, (id, outcome) in zip(names, found.items(), strict=True):
        if id:
            say_wrapped(f"{name}: {scenario_title(map, id)} ({id}) {_suppositions(map, outcome)}")
        if conflict := told_conflict(map, outcome.entailed.conflict, outcome.suppositions):
            say_wrapped(f"{name}: {conflict}", "  ")
    if len(found) == 1:
        say_wrapped(f"The map has no scenarios yet; `argmap suppose {file} ID` tries a supposition out.")


def _suppositions(map: ArgumentMap, outcome: Outcome) -> str:
    told = [f"{map.outline.label(id)} {supposed_word(true)}" for id, true in outcome.suppositions.items()]
    return f"{listed(told)}." if told else "Nothing is supposed."


def _data(map: ArgumentMap, found: Mapping[str, Outcome]) -> list[dict[str, Any]]:
    return [
        {
            "scenario": id or None,
            "title": scenario_title(map, id),
            "suppositions": dict(outcome.suppositions),
            "conflict": list(outcome.entailed.conflict),
            "main": [
                {
                    "id": main,
                    "label": map.outline.label(main),
                    "standing": outcome.standing.values[main],
                    "may": outcome.standing.may.get(main),
                    "was": outcome.changed.get(main),
                    "entailed": outcome.entailed.values.get(main),
                }
                for main in map.outline.mains
            ],
        }
        for id, outcome in found.items()
    ]
