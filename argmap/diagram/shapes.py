"""Where the borders of shapes run inside the boxes round them: lines end there, and text keeps within. Points."""

from collections.abc import Mapping
from math import sqrt

from argmap.diagram.figure import Cell, Shape

CUTS: Mapping[Shape, float] = {"hexagon": 0.25, "octagon": 0.29}
"""How far the slanted sides of a shape reach in, as a part of its shorter side."""


def cut(cell: Cell) -> float:
    """How far slanted sides, or round ends, reach in from the sides of the box round a cell's shape."""
    return CUTS.get(cell.shape, 0.5 if cell.shape in ("circle", "double circle") else 0.0) * min(
        cell.width, cell.height
    )


def depth(cell: Cell, x: float) -> float:
    """How far below the top of its box, and above its foot, a shape's border runs, `x` points from the box's left."""
    aside, corner = min(x, cell.width - x), cut(cell)
    if aside >= corner:
        return 0.0
    if cell.shape == "hexagon":
        return cell.height / 2 * (1 - aside / corner)
    return _corner(cell, aside, corner)


def inset(cell: Cell, y: float) -> float:
    """How far from the left and right of its box a shape's border runs, `y` points below the box's top."""
    aside, corner = min(y, cell.height - y), cut(cell)
    if cell.shape == "hexagon":
        return corner * (1 - aside / (cell.height / 2))
    return 0.0 if aside >= corner else _corner(cell, aside, corner)


def _corner(cell: Cell, aside: float, corner: float) -> float:
    aside = max(0.0, aside)
    if cell.shape == "octagon":
        return corner - aside
    return corner - sqrt(max(0.0, corner**2 - (corner - aside) ** 2))
