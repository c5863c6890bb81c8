"""Encapsulated PostScript, level 2, its text outlined: for journals that take no fonts.

Nothing of a map's text is in the file but its title, in a comment.
"""

import re
from collections.abc import Iterator
from math import ceil
from textwrap import wrap

from argmap.diagram import painting
from argmap.diagram.figure import Figure
from argmap.diagram.fonts import Face
from argmap.diagram.fonts.face import Outline
from argmap.diagram.painting import decimal
from argmap.export.glyphs import Placed, placed, strike
from argmap.export.options import ExportOptions

_EM = 1000
_LONGEST = 100
"""Of a title; a line of a comment may have 255 characters, and each may need two."""
_WIDEST = 120

_PROLOG = """\
%%BeginProlog
/argmap-figure 512 dict def
argmap-figure begin
/M {moveto} bind def
/L {lineto} bind def
/C {curveto} bind def
/Z {closepath} bind def
/T {gsave translate 1000 div dup scale cvx exec fill grestore} bind def
"""


def write(figure: Figure, options: ExportOptions) -> bytes:
    """The figure as EPS, ASCII, `options.author` in its comments."""
    return eps(figure, options.author).encode("ascii")


def eps(figure: Figure, author: str = "") -> str:
    """The figure as an EPS document."""
    width, height = decimal(figure.width, 4), decimal(figure.height, 4)
    names: dict[tuple[Face, int, int], str] = {}
    drawn = [row for item in painting.painted(figure) for row in _item(item, figure, names)]
    return "\n".join(
        [
            "%!PS-Adobe-3.0 EPSF-3.0",
            f"%%BoundingBox: 0 0 {ceil(float(width))} {ceil(float(height))}",
            f"%%HiResBoundingBox: 0 0 {width} {height}",
            f"%%Title: ({_comment(figure.title or 'Argument map')})",
            "%%Creator: argmap",
            *([f"%%For: ({_comment(author)})"] if author else []),
            "%%LanguageLevel: 2",
            "%%Pages: 1",
            "%%EndComments",
            _PROLOG + "\n".join(_glyph(name, *key) for key, name in names.items()),
            "end",
            "%%EndProlog",
            "%%Page: 1 1",
            "gsave argmap-figure begin",
            "0 setlinecap 0 setlinejoin 4 setmiterlimit",
            *drawn,
            "end grestore",
            "showpage",
            "%%EOF",
            "",
        ]
    )


def _item(item: painting.Item, figure: Figure, names: dict[tuple[Face, int, int], str]) -> Iterator[str]:
    for path in item.paths:
        yield from _path(path, figure.height)
    for text in item.texts:
        yield _colour(text.colour)
        for glyph in placed(text, figure.fonts):
            yield _use(glyph, figure.height, names)
        if line := strike(text, figure.fonts):
            yield from _path(line, figure.height)


def _path(path: painting.Path, height: float) -> Iterator[str]:
    yield "newpath " + " ".join(
        " ".join([*(f"{decimal(x)} {decimal(height - y)}" for x, y in points), command])
        for command, points in path.strokes
    )
    if path.fill is not None:
        fill = f"{_colour(path.fill)} fill"
        yield f"gsave {fill} grestore" if path.stroke is not None else fill
    if path.stroke is not None:
        dashes = " ".join(decimal(length) for length in path.dashes)
        yield f"{_colour(path.stroke)} {decimal(path.pen)} setlinewidth [{dashes}] 0 setdash stroke"


def _use(glyph: Placed, height: float, names: dict[tuple[Face, int, int], str]) -> str:
    key = (glyph.face, glyph.weight, glyph.number)
    name = names.setdefault(key, f"g{len(names)}")
    return f"/{name} {decimal(glyph.size)} {decimal(glyph.x, 3)} {decimal(height - glyph.y, 3)} T"


def _glyph(name: str, face: Face, weight: int, number: int) -> str:
    steps = " ".join(
        " ".join([*(decimal(value * _EM, 1) for value in numbers), command])
        for command, numbers in _cubic(face.outline(number, weight))
    )
    return "\n".join(wrap(f"/{name} {{newpath {steps}}} bind def", _WIDEST, break_on_hyphens=False))


def _cubic(outline: Outline) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The outline with cubic curves only, which are all that PostScript has."""
    x = y = 0.0
    for command, numbers in outline:
        if command == "Q":
            by_x, by_y, to_x, to_y = numbers
            near = (x + (by_x - x) * 2 / 3, y + (by_y - y) * 2 / 3)
            far = (to_x + (by_x - to_x) * 2 / 3, to_y + (by_y - to_y) * 2 / 3)
            yield "C", (*near, *far, to_x, to_y)
        else:
            yield command, numbers
        if numbers:
            x, y = numbers[-2:]


def _colour(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if red == green == blue:
        return f"{decimal(red, 3)} setgray"
    return f"{decimal(red, 3)} {decimal(green, 3)} {decimal(blue, 3)} setrgbcolor"


def _comment(text: str) -> str:
    """The text as a string of a comment: what ASCII lacks as question marks, brackets and backslashes escaped."""
    shown = "".join(char if " " <= char <= "~" else "?" for char in text[:_LONGEST])
    return re.sub(r"[()\\]", r"\\\g<0>", shown)
