"""What must never happen between the lines and boxes of a figure."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import hypot

from argmap.diagram import painting
from argmap.diagram.figure import Cell, Figure, Point


def segments(figure: Figure) -> list[tuple[str, Point, Point]]:
    return [(line.inference, a, b) for line in figure.lines for a, b in pairwise(line.points)]


def crossed(figure: Figure) -> list[tuple[str, str]]:
    """Lines that run through a box: (inference, cell)."""
    return [
        (inference, cell.name)
        for inference, a, b in segments(figure)
        for cell in figure.cells
        if cell.pen and _through(cell, a, b)
    ]


def shared(figure: Figure) -> set[tuple[str, str]]:
    """Pairs of inferences whose lines run along each other."""
    return {
        (first[0], second[0])
        for first, second in combinations(segments(figure), 2)
        if first[0] != second[0] and _along(first[1], first[2], second[1], second[2])
    }


def crossings(figure: Figure) -> int:
    """How often lines of different inferences cross."""
    return sum(
        first[0] != second[0] and _cross(first[1], first[2], second[1], second[2])
        for first, second in combinations(segments(figure), 2)
    )


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of bordered cells that lie over each other."""
    return [
        (a.name, b.name)
        for a, b in combinations([cell for cell in figure.cells if cell.pen], 2)
        if min(a.x + a.width, b.x + b.width) - max(a.x, b.x) > 0.5
        and min(a.y + a.height, b.y + b.height) - max(a.y, b.y) > 0.5
    ]


def _through(cell: Cell, a: Point, b: Point) -> bool:
    inset = 0.3
    return (
        max(a[0], b[0]) > cell.x + inset
        and min(a[0], b[0]) < cell.x + cell.width - inset
        and max(a[1], b[1]) > cell.y + inset
        and min(a[1], b[1]) < cell.y + cell.height - inset
    )


def _along(a: Point, b: Point, c: Point, d: Point) -> bool:
    for across, along in ((0, 1), (1, 0)):
        if abs(a[across] - b[across]) < 0.01 and abs(c[across] - d[across]) < 0.01:
            overlap = min(max(a[along], b[along]), max(c[along], d[along])) - max(
                min(a[along], b[along]), min(c[along], d[along])
            )
            if abs(a[across] - c[across]) < 1 and overlap > 0.5:
                return True
    return False


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    if (abs(a[0] - b[0]) < 0.01) == (abs(c[0] - d[0]) < 0.01):
        return False
    if abs(a[0] - b[0]) < 0.01:
        a, b, c, d = c, d, a, b
    return min(a[0], b[0]) + 0.1 < c[0] < max(a[0], b[0]) - 0.1 and min(c[1], d[1]) + 0.1 < a[1] < max(c[1], d[1]) - 0.1


def outlines(figure: Figure, *, inner: bool = False) -> dict[str, list[Point]]:
    """The border of every bordered cell as it is painted, or the `inner` one of two, as a closed row of points."""
    items = zip(figure.cells, painting.painted(figure), strict=False)
    return {cell.name: flattened(item.paths[-1 if inner else 0]) for cell, item in items if cell.pen}


def flattened(path: painting.Path) -> list[Point]:
    """A closed path with its curves as many short lines."""
    points: list[Point] = []
    for command, given in path.strokes:
        if command == "C":
            ends = (points[-1], *given)
            points += [_bezier(ends, step / 32) for step in range(1, 33)]
        elif command != "Z":
            points.append(given[0])
    return [*points, points[0]]


def _bezier(points: Sequence[Point], at: float) -> Point:
    weights = [(1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3]
    x, y = (sum(w * point[axis] for w, point in zip(weights, points, strict=True)) for axis in (0, 1))
    return x, y


def distance(point: Point, outline: Sequence[Point]) -> float:
    """How far a point is from the nearest place of an outline."""
    return min(_apart(point, a, b) for a, b in pairwise(outline))


def _apart(point: Point, a: Point, b: Point) -> float:
    along = (b[0] - a[0], b[1] - a[1])
    length = along[0] ** 2 + along[1] ** 2
    part = ((point[0] - a[0]) * along[0] + (point[1] - a[1]) * along[1]) / length if length else 0.0
    part = min(1.0, max(0.0, part))
    return hypot(point[0] - a[0] - part * along[0], point[1] - a[1] - part * along[1])


def inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether a point lies within an outline."""
    x, y = point
    crossed = [
        a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) > x for a, b in pairwise(outline) if (a[1] > y) != (b[1] > y)
    ]
    return sum(crossed) % 2 == 1


def entered(figure: Figure) -> list[tuple[str, str]]:
    """Lines that run inside a border, by more than their own breadth: (inference, cell)."""
    borders = outlines(figure)
    boxes = {cell.name: cell for cell in figure.cells if cell.pen}
    return [
        (inference, name)
        for inference, a, b in segments(figure)
        for name, border in borders.items()
        if _through(boxes[name], a, b)
        for step in range(9)
        if inside(at := (a[0] + (b[0] - a[0]) * step / 8, a[1] + (b[1] - a[1]) * step / 8), border)
        and distance(at, border) > 0.5
    ]
