"""The outline form as a drawing in points."""

from argmap.diagram import styles
from argmap.diagram.boxes import Content
from argmap.diagram.figure import Cell, Line, Point
from argmap.diagram.outline import Rail, Spacing, arrange
from argmap.diagram.setter import Box, Setter
from argmap.diagram.structure import Forest, Stand
from argmap.diagram.tree import drawn

_CHARACTERS = 18


def spacing(size: float) -> Spacing:
    """Distances for text of `size` points."""
    return Spacing(inset=7, step=8, reach=max(9.0, size), first=size, gap=0.7 * size, apart=2 * size, attach=8)


def least_width(size: float) -> float:
    """The narrowest box worth setting text in: about 18 characters."""
    return _CHARACTERS * size * 0.5 + 2 * styles.PADDING[0]


def arranged(
    trees: Forest, contents: dict[Stand, Content], setter: Setter, width: float, margin: float
) -> tuple[list[Cell], list[Line]]:
    """Place boxes and lines in a column `width` points wide, `margin` points from the top and left."""
    boxes: dict[Stand, Box] = {}

    def measure(stand: Stand, room: float, least: float) -> tuple[float, float, float]:
        box = setter.box(contents[stand], room - 2 * styles.PADDING[0]).stretched(least + 6, 0)
        boxes[stand] = box
        return box.width, box.height, box.height / 2

    places, rails = arrange(trees, measure, spacing(setter.size), width)
    cells = [
        cell.moved(places[stand].x + margin, places[stand].y + margin)
        for stand, box in boxes.items()
        for cell in box.cells
    ]
    lines = [
        drawn(rail.bond, [(x + margin, y + margin) for x, y in path], number == 0, boxes)
        for rail in rails
        for number, path in enumerate(_paths(rail, setter.size))
    ]
    return cells, lines


def _paths(rail: Rail, size: float) -> list[list[Point]]:
    x, top = rail.x, rail.top
    *others, (last_x, last_y) = rail.feet
    if rail.onto is None:
        trunk: list[Point] = [(x, top)]
    else:
        top -= size / 2
        trunk = [(rail.onto, top), (x, top)]
    trunk += [(x, last_y), (last_x, last_y)]
    return [trunk, *([(x, y), (foot, y)] for foot, y in others)]
