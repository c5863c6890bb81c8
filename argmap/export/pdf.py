"""PDF with live text in embedded fonts, tagged to PDF/UA-1, typeset by Typst from the painted figure.

The shapes are one tagged Figure, its alternative text the figure's description; the text follows it as paragraphs,
one a cell, in reading order. So a screen reader first says what the argument is about and how its parts hang
together, then reads the statements as text that can be paused, spelt and searched. Were the text inside the Figure,
as PDF/UA also allows, its alternative would be read in the statements' place.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from argmap.diagram import painting
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure
from argmap.diagram.fonts import Face, Fonts
from argmap.export.drawing import laid_out
from argmap.export.glyphs import spaced, stretches
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

_PROGRAM = Path(__file__).with_suffix(".typ")


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The map's figure as a PDF of one page, exactly as large as the figure; `options.author` stands in its properties.

    Raises DiagramError where it can't be drawn.
    """
    import typst

    figure = laid_out(map, options)
    with TemporaryDirectory() as folder:
        paths = _copied(figure.fonts.faces, Path(folder))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        families = {paths[font.path]: font.family for font in fonts.fonts() if font.index == 0}
        if lacking := [face.path for face in figure.fonts.faces if face not in families]:
            raise DiagramError(f"{lacking[0]} cannot be embedded in a pdf; take another font, or svg or eps")
        try:
            return bytes(
                typst.compile(
                    _PROGRAM.read_bytes(),
                    font_paths=fonts,
                    sys_inputs={"figure": json.dumps(_described(figure, families, options.author))},
                    pdf_standards=["ua-1"],
                )
            )
        except typst.TypstError as error:
            raise DiagramError(f"the pdf cannot be written: {error.message}") from error


def _copied(faces: Sequence[Face], folder: Path) -> dict[str | None, Face]:
    """The files of the faces, copied into a folder where nothing else is; which file is whose."""
    copies: dict[str | None, Face] = {}
    for number, face in enumerate(faces):
        copy = folder / f"{number}{face.path.suffix}"
        copyfile(face.path, copy)
        copies[str(copy)] = face
    return copies


def _described(figure: Figure, families: Mapping[Face, str], author: str) -> dict[str, Any]:
    """What the Typst program draws."""
    items = list(painting.painted(figure))
    return {
        "title": figure.title or "Argument map",
        "authors": [author] if author else [],
        "alt": figure.description,
        "width": figure.width,
        "height": figure.height,
        "paths": [path._asdict() for item in items for path in item.paths],
        "paragraphs": [_paragraph(item.texts, figure.fonts, families) for item in items if item.texts],
    }


def _paragraph(texts: Sequence[painting.Text], fonts: Fonts, families: Mapping[Face, str]) -> list[dict[str, Any]]:
    runs = [run for text in texts for run in _runs(text, fonts, families)]
    for run, following in zip(runs, runs[1:], strict=False):
        if following["y"] != run["y"] and spaced(run["text"][-1:], following["text"][:1]):
            run["text"] += " "
    return runs


def _runs(text: painting.Text, fonts: Fonts, families: Mapping[Face, str]) -> Iterator[dict[str, Any]]:
    for run, weight, x, width in stretches(text, fonts):
        yield {
            "text": run.text,
            "x": x,
            "y": text.y,
            "width": width,
            "size": text.size,
            "weight": weight,
            "colour": text.colour,
            "struck": text.struck,
            "leftwards": run.leftwards,
            "family": families[run.face],
        }
