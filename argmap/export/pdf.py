"""PDF with live text in embedded fonts, tagged to PDF/UA-1, typeset by Typst from the painted figure.

The shapes are one tagged Figure, its alternative text the figure's description; the text follows it as paragraphs,
one a cell, in reading order. So a screen reader first says what the argument is about and how its parts hang
together, then reads the statements as text that can be paused, spelt and searched. Were the text inside the Figure,
as PDF/UA also allows, its alternative would be read in the statements' place.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from argmap.diagram import painting
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure
from argmap.diagram.fitting import lengths
from argmap.diagram.fonts import Face, FontFile, Fonts
from argmap.export.glyphs import STRIKE_HEIGHT, STRIKE_PEN, Stretch, spaced, stretches
from argmap.export.options import ExportOptions

_PROGRAM = Path(__file__).with_suffix(".typ")
_MARKS = "[\u2018-\u201d\u3001-\u301f\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5b-\uff64]"
_BETWEEN_MARKS = re.compile(f"(?<={_MARKS})(?={_MARKS})")


def write(figure: Figure, options: ExportOptions) -> bytes:
    """The figure as PDF, `options.author` in its properties; raises DiagramError for an unfit font."""
    return pdf(figure, options.author)


def pdf(figure: Figure, author: str = "") -> bytes:
    """The figure as a PDF of one page, exactly as large as the figure.

    Raises DiagramError for an unfit font, and for a page larger than readers show.
    """
    import typst

    if max(figure.width, figure.height) > lengths.MOST:
        raise DiagramError(
            f"a pdf page of {lengths.told(figure.width)} × {lengths.told(figure.height)} is too large: readers show at "
            f"most {lengths.told(lengths.MOST)}; fit it to a page with a width, a height and --split, or take svg"
        )
    with TemporaryDirectory() as folder:
        copies = _copied(figure.fonts.paths, Path(folder))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        found = {FontFile(copies[font.path], font.index): font.family for font in fonts.fonts() if font.path}
        families = {face: found[face.file()] for face in figure.fonts.faces if face.file() in found}
        if lacking := [face.path for face in figure.fonts.faces if face not in families]:
            raise DiagramError(f"{lacking[0]} cannot be embedded in a pdf; take another font, or svg or eps")
        try:
            written = typst.compile(
                _PROGRAM.read_bytes(),
                font_paths=fonts,
                sys_inputs={"figure": json.dumps(_described(figure, families, author))},
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            raise DiagramError(f"the pdf cannot be written: {error.message}") from error
    return bytes(written)


def _copied(paths: Sequence[Path], folder: Path) -> dict[str, Path]:
    """The font files by their copies in a folder where nothing else is."""
    copies = {}
    for number, path in enumerate(paths):
        copy = folder / f"{number}{path.suffix}"
        copyfile(path, copy)
        copies[str(copy)] = path
    return copies


def _described(figure: Figure, families: Mapping[Face, str], author: str) -> dict[str, Any]:
    """What the Typst program draws."""
    items = list(painting.painted(figure))
    return {
        "title": figure.title or "Argument map",
        "authors": [author] if author else [],
        "alt": figure.alt,
        "width": figure.width,
        "height": figure.height,
        "strike": {"height": STRIKE_HEIGHT, "pen": STRIKE_PEN},
        "paths": [path._asdict() for item in items for path in item.paths],
        "paragraphs": [_paragraph(item.texts, figure.fonts, families) for item in items if item.texts],
    }


def _paragraph(texts: Sequence[painting.Text], fonts: Fonts, families: Mapping[Face, str]) -> list[dict[str, Any]]:
    """The stretches of the lines, with the spaces that stood where the lines were broken."""
    runs: list[dict[str, Any]] = []
    for text, following in pairwise((*texts, None)):
        assert text is not None
        read = sorted(stretches(text, fonts), key=lambda stretch: stretch.run.start)
        pieces = (piece for stretch in read for piece in _pieces(stretch, text.size))
        runs += (_run(piece, text, families) for piece in pieces)
        if following is not None and spaced(text.line, following.line):
            runs.append(runs[-1] | {"text": " ", "x": runs[-1]["x"] + runs[-1]["width"], "struck": False})
    return runs


def _pieces(stretch: Stretch, size: float) -> Iterator[Stretch]:
    """The stretch parted between wide marks such as brackets, which Typst would move together."""
    run, weight, x, _ = stretch
    for text in [run.text] if run.leftwards else _BETWEEN_MARKS.split(run.text):
        piece = run._replace(text=text)
        width = piece.width(weight) * size
        yield Stretch(piece, weight, x, width)
        x += width


def _run(stretch: Stretch, text: painting.Text, families: Mapping[Face, str]) -> dict[str, Any]:
    return {
        "text": stretch.run.text,
        "x": stretch.x,
        "y": text.y,
        "width": stretch.width,
        "size": text.size,
        "weight": stretch.weight,
        "colour": text.colour,
        "struck": text.struck,
        "leftwards": stretch.run.leftwards,
        "family": families[stretch.run.face],
    }
