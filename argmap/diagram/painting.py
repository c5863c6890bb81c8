"""A figure as it is painted: paths and lines of text in points from the top left corner, for every format to write.

One place decides what boxes, circles, dashes and arrow heads look like; the formats only say it in their own language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple, TypeAlias

from argmap.diagram import shapes, styles
from argmap.diagram.figure import Cell, Dash, Figure, Line, Point
from argmap.diagram.fonts import runs_leftwards

Stroke: TypeAlias = tuple[str, tuple[Point, ...]]
"""A step of a path: ("M", one point), ("L", one), ("C", three: a cubic curve), ("Z", none)."""

HEAD_LENGTH, HEAD_BREADTH = 6.0, 4.2
TEE_LENGTH, TEE_BREADTH = 1.4, 7.2
_DASHES: dict[Dash, tuple[float, ...]] = {
    "solid": (),
    "dashed": (5, 2),
    "dotted": (1, 2.5),
    "dashdot": (7, 2.5, 1, 2.5),
}
DOUBLE_GAP = 1.4
"""Between the two lines of a double circle."""
_KAPPA = 0.5523
"""How far along its tangents the handles of a quarter circle's curve stand, in radii."""
_ASCENT = 0.94
"""From the top of a line of text, 1.2 times as high as its size, to its baseline, in ems."""


class Path(NamedTuple):
    """A shape or a line; `fill` and `stroke` are colours, None for none, `pen` and `dashes` in points."""

    strokes: tuple[Stroke, ...]
    fill: str | None
    stroke: str | None
    pen: float
    dashes: tuple[float, ...] = ()


class Text(NamedTuple):
    """One line of text: `x` is its middle, or its left end where it is not `centred`; `y` is its baseline.

    `leftwards` is whether the paragraph that it is of runs from right to left.
    """

    line: str
    x: float
    y: float
    size: float
    bold: bool
    colour: str
    struck: bool
    centred: bool
    leftwards: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What one cell or line paints, in this order: its paths, its text."""

    kind: str
    title: str
    paths: tuple[Path, ...]
    texts: tuple[Text, ...] = ()


def painted(figure: Figure) -> Iterator[Item]:
    """Every cell and line of the figure, in the order they are painted, which is reading order."""
    yield from map(_cell, figure.cells)
    yield from map(_line, figure.lines)


def _cell(cell: Cell) -> Item:
    paths = []
    if cell.pen or cell.fill:
        stroke = cell.stroke if cell.pen else None
        paths.append(Path(_outline(cell), cell.fill, stroke, cell.pen, _DASHES[cell.dash]))
        if cell.shape == "double circle":
            inner = _round(cell, cell.pen + DOUBLE_GAP)
            paths.append(Path(inner, None, stroke, cell.pen / 2, _DASHES[cell.dash]))
    words = cell.words
    leading = words.size * styles.LINE_HEIGHT
    top = cell.y + (cell.height - leading * len(words.lines)) / 2
    x = cell.x + cell.width / 2 if words.centred else cell.x
    leftwards = runs_leftwards("".join(words.lines))
    texts = tuple(
        Text(
            line,
            x,
            top + number * leading + _ASCENT * words.size,
            words.size,
            words.bold,
            words.colour,
            words.struck,
            words.centred,
            leftwards,
        )
        for number, line in enumerate(words.lines)
    )
    return Item(cell.kind, cell.name, tuple(paths), texts)


def _outline(cell: Cell) -> tuple[Stroke, ...]:
    left, top, right, bottom = cell.x, cell.y, cell.x + cell.width, cell.y + cell.height
    if cell.shape in ("circle", "double circle"):
        return _round(cell)
    if cell.shape == "hexagon":
        middle, cut = (top + bottom) / 2, shapes.cut(cell)
        slanted = [(left + cut, top), (right - cut, top), (right, middle), (right - cut, bottom), (left + cut, bottom)]
        return polygon([*slanted, (left, middle)])
    if cell.shape == "octagon":
        cut = shapes.cut(cell)
        upper = [(left, top + cut), (left + cut, top), (right - cut, top), (right, top + cut)]
        lower = [(right, bottom - cut), (right - cut, bottom), (left + cut, bottom), (left, bottom - cut)]
        return polygon([*upper, *lower])
    return polygon([(left, top), (right, top), (right, bottom), (left, bottom)])


def _round(cell: Cell, inset: float = 0.0) -> tuple[Stroke, ...]:
    """Quarter circles, with straight lines between them along the cell's longer sides."""
    left, top = cell.x + inset, cell.y + inset
    right, bottom = cell.x + cell.width - inset, cell.y + cell.height - inset
    radius = min(right - left, bottom - top) / 2
    pull = radius * (1 - _KAPPA)
    west, east, north, south = left + radius, right - radius, top + radius, bottom - radius
    strokes: list[Stroke] = [
        ("M", ((west, top),)),
        ("L", ((east, top),)),
        ("C", ((right - pull, top), (right, top + pull), (right, north))),
        ("L", ((right, south),)),
        ("C", ((right, bottom - pull), (right - pull, bottom), (east, bottom))),
        ("L", ((west, bottom),)),
        ("C", ((left + pull, bottom), (left, bottom - pull), (left, south))),
        ("L", ((left, north),)),
        ("C", ((left, top + pull), (left + pull, top), (west, top))),
        ("Z", ()),
    ]
    return tuple(strokes)


def polygon(corners: Sequence[Point]) -> tuple[Stroke, ...]:
    """A closed path round the corners."""
    first, *rest = corners
    return (("M", (first,)), *(("L", (corner,)) for corner in rest), ("Z", ()))


def _line(line: Line) -> Item:
    points = list(line.points)
    paths = []
    if line.head != "none":
        length = HEAD_LENGTH if line.head == "arrow" else TEE_LENGTH
        tip, at = points[0], towards(points[0], points[1], length)
        along = (at[0] - tip[0], at[1] - tip[1])
        scale = 1 / (hypot(*along) or 1.0)
        across = (-along[1] * scale, along[0] * scale)
        paths.append(Path(_head(line, tip, at, across), line.stroke, line.stroke, min(line.pen, 0.8)))
        points[0] = at
    first, *rest = points
    strokes = (("M", (first,)), *(("L", (point,)) for point in rest))
    return Item(
        line.kind,
        line.inference,
        (Path(strokes, None, line.stroke, line.pen, _DASHES[line.dash]), *paths),
    )


def _head(line: Line, tip: Point, at: Point, across: Point) -> tuple[Stroke, ...]:
    breadth = (HEAD_BREADTH if line.head == "arrow" else TEE_BREADTH) / 2
    aside = (across[0] * breadth, across[1] * breadth)
    sides = [(at[0] + aside[0], at[1] + aside[1]), (at[0] - aside[0], at[1] - aside[1])]
    if line.head == "arrow":
        return polygon([tip, *sides])
    return polygon([*sides, (tip[0] - aside[0], tip[1] - aside[1]), (tip[0] + aside[0], tip[1] + aside[1])])


def towards(start: Point, end: Point, by: float) -> Point:
    """The point `by` points from the start of a line, on the way to its end or there."""
    (x, y), (to_x, to_y) = start, end
    length = hypot(to_x - x, to_y - y)
    part = min(1.0, by / length) if length else 0.0
    return x + (to_x - x) * part, y + (to_y - y) * part


def decimal(value: float, digits: int = 2) -> str:
    """A number as the formats write it: so many decimals at most, no needless zero, no minus before none."""
    found = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if found in ("-0", "") else found
