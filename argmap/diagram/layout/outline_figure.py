"""The outline form as a drawing in points."""

from collections.abc import Mapping

from argmap.diagram import styles
from argmap.diagram.boxes import Content
from argmap.diagram.figure import Cell, Line, Point, Words
from argmap.diagram.layout import sections
from argmap.diagram.layout.outline import Place, Rail, Spacing, arrange
from argmap.diagram.layout.sections import PAD, Area
from argmap.diagram.layout.tree import drawn
from argmap.diagram.setter import Box, Setter
from argmap.diagram.structure import Forest, Stand

_CHARACTERS = 18
_INSET = 3.0
"""Between the left or right edges of two areas one in the other, and between boxes and an area's."""
_MOST_INSET = 12.0
"""How much areas in areas may take from the boxes' width."""


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

    grounds = _Grounds(trees, setter)
    room = width - grounds.inset
    places, rails = arrange(trees, measure, spacing(setter.size), room, grounds.above, grounds.below)
    cells = [cell.moved(margin, margin) for cell in grounds.cells(places)]
    cells += [
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


class _Grounds:
    """The areas of sections in a column: behind their rows, their titles above the first."""

    def __init__(self, trees: Forest, setter: Setter) -> None:
        self._setter = setter
        self._areas, _ = sections.areas(trees)
        self._begin, self._end = sections.first_and_last(self._areas)
        self._titles: dict[Area, tuple[Words, float, float]] = {}
        levels = max((area.depth + 1 for area in self._areas), default=0)
        self._step = min(_INSET, _MOST_INSET / max(1, levels))
        self.inset = self._step * levels
        """How much of the column's width the areas take on the right of the boxes, in points."""

    def above(self, stand: Stand, room: float) -> float:
        """The room that titles take above a box."""
        for area in self._begin.get(stand, ()):
            self._titles[area] = self._setter.heading(area.title, room)
        return sum(self._titles[area][2] + PAD for area in self._begin.get(stand, ()))

    def below(self, stand: Stand) -> float:
        """The room that the edges of areas take below a box."""
        return PAD * len(self._end.get(stand, ()))

    def cells(self, places: Mapping[Stand, Place]) -> list[Cell]:
        if not self._areas:
            return []
        right = max(place.x + place.width for place in places.values()) + self.inset
        tops: dict[Area, float] = {}
        bottoms: dict[Area, float] = {}
        titles = {}
        for stand, begun in self._begin.items():
            place, top = places[stand], places[stand].y
            for area in reversed(begun):
                words, width, height = self._titles[area]
                tops[area] = top = top - height - PAD
                titles[area] = Cell("", "section title", place.x, top + PAD / 2, width, height, words)
        for stand, ended in self._end.items():
            place = places[stand]
            bottoms.update((area, place.y + place.height + n * PAD) for n, area in enumerate(ended, 1))
        lefts = {area: titles[area].x - self._step for area in self._areas}
        for area in reversed(self._areas):
            if area.outer is not None:
                lefts[area.outer] = min(lefts[area.outer], lefts[area] - self._step)
        frames = {
            area: (max(0.0, lefts[area]), tops[area], right - area.depth * self._step, bottoms[area])
            for area in self._areas
        }
        return sections.painted(self._areas, frames, titles)


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
