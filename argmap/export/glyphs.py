"""Painted text as what is drawn of it: stretches of one font each, and the glyphs they are made of."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts import BOLD, REGULAR, Face, Fonts, Run
from argmap.diagram.painting import Path, Text

STRIKE_HEIGHT, STRIKE_PEN = 0.26, 0.05
"""The line through struck-out text: above the baseline, and its width, in ems."""


class Stretch(NamedTuple):
    """A stretch of a line that one font draws: its left end and its width in points."""

    run: Run
    weight: int
    x: float
    width: float


class Placed(NamedTuple):
    """A glyph, by its number in the face, with its origin on the page and its size in points."""

    face: Face
    weight: int
    number: int
    size: float
    x: float
    y: float


def stretches(text: Text, fonts: Fonts) -> list[Stretch]:
    """The stretches of a line, from left to right."""
    weight = BOLD if text.bold else REGULAR
    runs = fonts.runs(text.line)
    widths = [run.width(weight) * text.size for run in runs]
    x = text.x - sum(widths) / 2 if text.centred else text.x
    found = []
    for run, width in zip(runs, widths, strict=True):
        found.append(Stretch(run, weight, x, width))
        x += width
    return found


def placed(text: Text, fonts: Fonts) -> Iterator[Placed]:
    """The glyphs of a line that leave a mark, from left to right.

    Raises DiagramError for a glyph that is a picture in colours, which has no outline.
    """
    for run, weight, x, _ in stretches(text, fonts):
        blank = sum(char.isspace() for char in run.text)
        for glyph in run.face.shaped(run.text, weight, leftwards=run.leftwards):
            if run.face.outline(glyph.number, weight):
                at = x + glyph.x * text.size, text.y - glyph.y * text.size
                yield Placed(run.face, weight, glyph.number, text.size, *at)
            elif glyph.advance:
                blank -= 1
            x += glyph.advance * text.size
        if blank < 0 and run.face.pictures:
            raise DiagramError(
                f"{run.face.family} draws {run.text.strip()!r} as pictures in colours, which have no outlines; "
                "take a font whose signs have one colour, such as Noto Emoji, or svg with live text, or pdf"
            )


def strike(text: Text, fonts: Fonts) -> Path | None:
    """The line through a struck-out line of text."""
    if not text.struck or not text.line:
        return None
    found = stretches(text, fonts)
    first, last = found[0], found[-1]
    y = text.y - STRIKE_HEIGHT * text.size
    ends = ("M", ((first.x, y),)), ("L", ((last.x + last.width, y),))
    return Path(ends, None, text.colour, STRIKE_PEN * text.size)


def joined(lines: Sequence[str]) -> str:
    """The text that was broken into these lines."""
    whole = ""
    for line in lines:
        whole += f" {line}" if whole and spaced(whole, line) else line
    return whole


def spaced(line: str, following: str) -> bool:
    """Whether a space stood where the lines were broken: not between Chinese or Japanese signs."""
    return not any(unicodedata.east_asian_width(char) in "WF" for char in (*line[-1:], *following[:1]))
