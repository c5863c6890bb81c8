"""What must never happen between the lines and boxes of a figure."""

from itertools import combinations, pairwise

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
