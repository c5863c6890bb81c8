"""Where the boxes of a tree with sections stand among their siblings, so that every area is a rectangle of its own.

Each subtree has a contour: how far it reaches to either side on every rank. Subtrees are pushed together as close as
their contours allow, once from the left and once from the right, and stand in the middle of the two; what both keep
apart, the middle keeps apart. An area's contour is straight, and goes one rank further than its boxes, so that nothing
else runs through it or through its title.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from argmap.diagram.layout.sections import Area
from argmap.diagram.structure import Forest, Stand, below, stands

Sides: TypeAlias = tuple[float, float]


@dataclass(slots=True)
class _Piece:
    """A subtree, or several side by side, in the coordinates of its `frame`.

    `low` and `high` are its contour, deepest rank first; `first` and `last` are the centres of its outer top boxes;
    `depth` counts the ranks that have boxes.
    """

    frame: int
    low: list[float]
    high: list[float]
    first: float
    last: float
    depth: int


def centres(
    forest: Forest,
    areas: Sequence[Area],
    breadth: Mapping[Stand, float],
    gap: float,
    sides: Callable[[Area, float], Sides],
) -> tuple[dict[Stand, float], dict[Area, Sides], dict[Area, int]]:
    """The centre of every box and the two sides of every area across the ranks, and how many ranks each area has.

    `breadth` is each box's size across the rank, `gap` the least distance between two boxes or areas; `sides` says
    how far an area goes beyond what lies in it, from the breadth of that.
    """
    return _Packing(areas, breadth, gap, sides).of(forest)


class _Packing:
    def __init__(
        self,
        areas: Sequence[Area],
        breadth: Mapping[Stand, float],
        gap: float,
        sides: Callable[[Area, float], Sides],
    ) -> None:
        self._breadth, self._gap, self._sides = breadth, gap, sides
        self._round: dict[Stand, list[Area]] = {}
        self._over: dict[Stand, Area] = {}
        for area in areas:
            if len(area.tops) == 1:
                self._round.setdefault(area.tops[0], []).append(area)
            else:
                self._over.update(dict.fromkeys(area.tops, area))
        self._merges: list[tuple[int, int, float]] = []
        self._boxes: dict[Stand, tuple[int, float]] = {}
        self._areas: dict[Area, tuple[int, float, float, int]] = {}

    def of(self, forest: Forest) -> tuple[dict[Stand, float], dict[Area, Sides], dict[Area, int]]:
        pieces: dict[Stand, _Piece] = {}
        for root in forest:
            for stand in reversed(list(stands(root))):
                pieces[stand] = self._rooted(stand, [(child, pieces.pop(child)) for child in below(stand)])
        whole = self._packed([pieces[root] for root in forest])
        origin = {whole.frame: 0.0}
        for frame, base, shift in reversed(self._merges):
            origin[frame] = origin[base] + shift
        return (
            {stand: origin[frame] + x for stand, (frame, x) in self._boxes.items()},
            {area: (origin[frame] + low, origin[frame] + high) for area, (frame, low, high, _) in self._areas.items()},
            {area: depth for area, (*_, depth) in self._areas.items()},
        )

    def _rooted(self, stand: Stand, children: list[tuple[Stand, _Piece]]) -> _Piece:
        half = self._breadth[stand] / 2
        if children:
            piece = self._packed(self._grouped(children))
            centre = (piece.first + piece.last) / 2
        else:
            piece, centre = _Piece(len(self._boxes), [], [], 0.0, 0.0, 0), 0.0
        piece.low.append(centre - half)
        piece.high.append(centre + half)
        piece.first = piece.last = centre
        piece.depth += 1
        self._boxes[stand] = piece.frame, centre
        for area in reversed(self._round.get(stand, [])):
            self._enclose(area, piece)
        return piece

    def _grouped(self, children: list[tuple[Stand, _Piece]]) -> list[_Piece]:
        found: list[_Piece] = []
        waiting: list[_Piece] = []
        for child, piece in children:
            area = self._over.get(child)
            if area is None:
                found.append(piece)
                continue
            waiting.append(piece)
            if child is area.tops[-1]:
                found.append(self._packed(waiting))
                self._enclose(area, found[-1])
                waiting = []
        return found

    def _enclose(self, area: Area, piece: _Piece) -> None:
        low, high = min(piece.low), max(piece.high)
        before, after = self._sides(area, high - low)
        low, high = low - before, high + after
        piece.low, piece.high = [low] * (piece.depth + 1), [high] * (piece.depth + 1)
        self._areas[area] = piece.frame, low, high, piece.depth

    def _packed(self, pieces: list[_Piece]) -> _Piece:
        if len(pieces) == 1:
            return pieces[0]
        common = sorted(len(piece.low) for piece in pieces)[-2]
        lows = [piece.low[: -common - 1 : -1] for piece in pieces]
        highs = [piece.high[: -common - 1 : -1] for piece in pieces]
        from_left = _pushed(lows, highs, self._gap)
        from_right = [-x for x in reversed(_pushed(_mirrored(highs), _mirrored(lows), self._gap))]
        apart = from_left[-1] - from_right[-1]
        at = [(left + right + apart) / 2 for left, right in zip(from_left, from_right, strict=True)]
        base = max(range(len(pieces)), key=lambda index: len(pieces[index].low))
        at = [x - at[base] for x in at]
        low, high = [0.0] * common, [0.0] * common
        for x, own in zip(reversed(at), reversed(lows), strict=True):
            low[: len(own)] = [x + value for value in own]
        for x, own in zip(at, highs, strict=True):
            high[: len(own)] = [x + value for value in own]
        whole = pieces[base]
        whole.low[-common:], whole.high[-common:] = low[::-1], high[::-1]
        whole.first, whole.last = pieces[0].first + at[0], pieces[-1].last + at[-1]
        whole.depth = max(piece.depth for piece in pieces)
        for x, piece in zip(at, pieces, strict=True):
            if piece is not whole:
                self._merges.append((piece.frame, whole.frame, x))
        return whole


def _mirrored(sides: Sequence[Sequence[float]]) -> list[list[float]]:
    return [[-x for x in side] for side in reversed(sides)]


def _pushed(lows: Sequence[Sequence[float]], highs: Sequence[Sequence[float]], gap: float) -> list[float]:
    """Where each contour stands when each is as far to the left as those before it allow."""
    reached: list[float] = []
    at: list[float] = []
    for low, high in zip(lows, highs, strict=True):
        x = max((side + gap - own for side, own in zip(reached, low, strict=False)), default=0.0)
        at.append(x)
        reached[: len(high)] = [x + value for value in high]
    return at
