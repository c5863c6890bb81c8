"""The areas of sections in a tree: their titles and sizes.

Along the way from conclusion to premises an area needs room before its first rank and after its last; in trees that
grow down its title stands below its deepest box, in trees that grow to the right above its first.
"""

from collections.abc import Mapping, Sequence

from argmap.diagram.figure import Cell, Words
from argmap.diagram.layout import contour, routes, sections
from argmap.diagram.layout.sections import PAD, Area
from argmap.diagram.setter import Setter
from argmap.diagram.structure import Forest, Stand

_LEAST_TITLE = 6.0
"""The narrowest a title is wrapped, in ems."""


class Grounds:
    """The areas of one tree, their titles set by the `setter`; `length` is each box's size along the way."""

    def __init__(
        self,
        forest: Forest,
        ranks: Sequence[Sequence[Stand]],
        length: Mapping[Stand, float],
        down: bool,
        setter: Setter,
    ) -> None:
        self.sides: dict[Area, contour.Sides] = {}
        self._down, self._setter = down, setter
        self._before: dict[int, float] = {}
        self._after: dict[int, float] = {}
        self._titles: dict[Area, tuple[Words, float, float]] = {}
        self._near: dict[Area, float] = {}
        self.areas, self._inside = sections.areas(forest)
        if self.areas:
            self._rank = {stand: rank for rank, level in enumerate(ranks) for stand in level}
            self._inner: dict[Area, list[Area]] = {area: [] for area in self.areas}
            for area in self.areas:
                if area.outer is not None:
                    self._inner[area.outer].append(area)
            self._long = self._lengths(ranks, length)

    def centres(self, forest: Forest, breadth: Mapping[Stand, float], gap: float) -> dict[Stand, float]:
        """The centre of every box across its rank; settles the areas' sides and what room they need along the way."""
        centre, self.sides, depth = contour.centres(forest, self.areas, breadth, gap, self._beyond)
        first = {area: self._rank[area.tops[0]] for area in self.areas}
        last = {area: first[area] + depth[area] - 1 for area in self.areas}
        far: dict[Area, float] = {}
        for area in reversed(self.areas):
            inner = self._inner[area]
            self._near[area] = PAD + max((self._near[each] for each in inner if first[each] == first[area]), default=0)
            far[area] = self._end(area) + max((far[each] for each in inner if last[each] == last[area]), default=0)
            self._before[first[area]] = max(self._before.get(first[area], 0), self._near[area])
            self._after[last[area]] = max(self._after.get(last[area], 0), far[area])
        return centre

    def before(self, rank: int) -> float:
        """How far areas reach from a rank's boxes towards the conclusion, in points."""
        return self._before.get(rank, 0.0)

    def after(self, rank: int) -> float:
        """How far areas reach beyond a rank's boxes, in points."""
        return self._after.get(rank, 0.0)

    def cells(self, along: Mapping[Stand, tuple[float, float]], origin: float) -> list[Cell]:
        """The areas and their titles, where the boxes stand `along` the way and places across count from `origin`."""
        if not self.areas:
            return []
        ends = dict.fromkeys(self.areas, 0.0)
        for stand, area in self._inside.items():
            ends[area] = max(ends[area], along[stand][1])
        frames, titles = {}, {}
        for area in reversed(self.areas):
            words, width, height = self._titles[area]
            start = along[area.tops[0]][0] - self._near[area]
            low, high = (side - origin for side in self.sides[area])
            if not self._down:
                ends[area] = max(ends[area], start + PAD + width)
            ends[area] += self._end(area)
            if area.outer is not None:
                ends[area.outer] = max(ends[area.outer], ends[area])
            end = ends[area]
            frames[area] = (low, start, high, end) if self._down else (start, low, end, high)
            x, y = (low + PAD, end - PAD / 2 - height) if self._down else (start + PAD, low + PAD / 2)
            titles[area] = Cell("", "section title", x, y, width, height, words)
        return sections.painted(self.areas, frames, titles)

    def _beyond(self, area: Area, breadth: float) -> contour.Sides:
        """How far an area goes beyond what lies in it, across the ranks."""
        _, width, height = self._titled(area, breadth if self._down else self._long[area])
        if self._down:
            return PAD, PAD + max(0.0, width - breadth)
        return PAD / 2 + height + PAD / 2, PAD

    def _end(self, area: Area) -> float:
        """How far an area goes beyond what lies in it, along the way."""
        return PAD + self._titles[area][2] if self._down else PAD

    def _titled(self, area: Area, room: float) -> tuple[Words, float, float]:
        found = self._titles[area] = self._setter.heading(area.title, max(room, _LEAST_TITLE * self._setter.size))
        return found

    def _lengths(self, ranks: Sequence[Sequence[Stand]], length: Mapping[Stand, float]) -> dict[Area, float]:
        """How long each area is at least between its first box and its last, along the way."""
        start = [0.0]
        for level in ranks:
            start.append(start[-1] + max(length[stand] for stand in level) + routes.LEAST)
        ends = dict.fromkeys(self.areas, 0.0)
        for stand, area in self._inside.items():
            ends[area] = max(ends[area], start[self._rank[stand]] + length[stand])
        for area in reversed(self.areas):
            if area.outer is not None:
                ends[area.outer] = max(ends[area.outer], ends[area])
        return {area: ends[area] - start[self._rank[area.tops[0]]] for area in self.areas}
