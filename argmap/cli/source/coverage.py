"""`argmap source coverage`: which paragraphs and sentences of a text are mapped, and by what."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.cells import cell_len

from argmap.cli.console import one_line, opened, put, say_line, say_wrapped, terminal_width
from argmap.cli.source.parts import Format, labels, passages, texts_asked, titled, words_at
from argmap.model import ArgumentMap
from argmap.source import Document
from argmap.source.coverage import Coverage, coverage
from argmap.source.verified import verified
from argmap.tui.wrap import clip, pad

_LABELS = 24
_FIRST_WORDS = 8


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    source: Annotated[str | None, typer.Option("--source", metavar="ID", help="Only this source.")] = None,
    unmapped: Annotated[
        bool, typer.Option("--unmapped", help="Print the sentences that no statement points to, too.")
    ] = False,
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """Tell which paragraphs and sentences of the map's texts statements point to, and which none does.

    A sentence counts as mapped where a statement's passage holds a part of it. Anchors whose passage has
    changed or is lost don't count; `argmap source check` tells of them.

    \b
    Examples:
      argmap source coverage bridge.argmap.toml
      argmap source coverage bridge.argmap.toml --unmapped
      argmap source coverage bridge.argmap.toml --source report --format json
    """
    map = opened(file).map
    texts = texts_asked(map, file, source)
    found = verified(map, texts)
    told = {id: coverage(document, passages(map, found, id)) for id, document in texts.documents.items()}
    if format is Format.json:
        from argmap.model.visible import json_text

        data = [_data(map, id, texts.documents[id], covered) for id, covered in told.items()]
        put((json_text(data, indent=2) + "\n").encode())
        return 0
    for id, covered in told.items():
        _print(map, id, texts.documents[id], covered, unmapped)
    astray = sum(1 for one in found if one.found.status in ("changed", "lost"))
    if astray:
        say_line(f"{astray} of {len(found)} anchors are changed or lost and don't count; `argmap source check {file}`")
    return 0


def _print(map: ArgumentMap, id: str, document: Document, covered: Sequence[Coverage], unmapped: bool) -> None:
    ids = {id for paragraph in covered for id in paragraph.ids}
    paragraphs = sum(1 for paragraph in covered if paragraph.mapped)
    mapped, sentences = (sum(p.mapped for p in covered), sum(len(p.sentences) for p in covered))
    by = "1 statement" if len(ids) == 1 else f"{len(ids)} statements"
    say_line(
        f"{titled(map, id)}: {paragraphs} of {len(covered)} paragraphs and {mapped} of {sentences} sentences "
        f"are mapped, by {by}"
    )
    rows = [
        (f"¶{p.paragraph.number}", f"{p.mapped}/{len(p.sentences)}", _some(labels(map, p.ids)), _begins(document, p))
        for p in covered
    ]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(3)]
    width = terminal_width()
    for row, paragraph in zip(rows, covered, strict=True):
        line = "  ".join([*(pad(cell, widths[n]) for n, cell in enumerate(row[:3])), one_line(row[3])])
        say_line(line if width is None else clip(line, width))
        for sentence, pointing in paragraph.sentences if unmapped else ():
            if not pointing:
                say_wrapped(f"- {words_at(document, sentence)}", " " * (widths[0] + 2))


def _some(labels: list[str]) -> str:
    """As many labels as there is room for, and how many more there are."""
    shown = list(labels)
    while len(line := " ".join([*shown, *([f"+{len(labels) - len(shown)}"] if shown != labels else [])])) > _LABELS:
        shown.pop()
    return line


def _begins(document: Document, paragraph: Coverage) -> str:
    words = document.text[paragraph.paragraph.start : paragraph.paragraph.end].split(maxsplit=_FIRST_WORDS)
    return " ".join([*words[:_FIRST_WORDS], *(["…"] if len(words) > _FIRST_WORDS else [])])


def _data(map: ArgumentMap, id: str, document: Document, covered: Sequence[Coverage]) -> dict[str, Any]:
    return {
        "source": id,
        "paragraphs": [
            {
                "para": paragraph.paragraph.number,
                "ids": list(paragraph.ids),
                "sentences": [
                    {"text": words_at(document, sentence), "ids": list(ids)} for sentence, ids in paragraph.sentences
                ],
            }
            for paragraph in covered
        ],
    }
