"""The tree form: conclusions above their premises, or to the left of them."""

from argmap.diagram import shapes, styles
from argmap.diagram.engine import Engine
from argmap.diagram.figure import Cell, Direction, Line, Point
from argmap.diagram.layout import routes, skeleton
from argmap.diagram.layout.grounds import Grounds
from argmap.diagram.setter import Box, Setter
from argmap.diagram.structure import Bond, Forest, Stand

BOX_GAP = 10.0


def arranged(
    forest: Forest,
    boxes: dict[Stand, Box],
    direction: Direction,
    engine: Engine,
    margin: float,
    setter: Setter,
    gap: float,
) -> tuple[list[Cell], list[Line]]:
    """Place the boxes, `gap` points apart, and route their lines, `margin` points from the top and the left.

    The `setter` sets the titles of sections.
    """
    down = direction == "down"
    for stand, box in boxes.items():
        if len(stand.bonds) > 1:
            least = routes.least_breadth(stand)
            boxes[stand] = box.stretched(least, 0) if down else box.stretched(0, least)
    breadth = {stand: box.width if down else box.height for stand, box in boxes.items()}
    length = {stand: box.height if down else box.width for stand, box in boxes.items()}
    ranks = skeleton.ranks(forest)
    grounds = Grounds(forest, ranks, length, down, setter)
    centre = grounds.centres(forest, breadth, gap) if grounds.areas else skeleton.centres(forest, breadth, gap, engine)
    spans = {s: routes.Span(centre[s] - breadth[s] / 2, centre[s] + breadth[s] / 2) for s in centre}
    origin = min([span.low for span in spans.values()] + [low for low, _ in grounds.sides.values()]) - margin
    spans = {s: routes.Span(span.low - origin, span.high - origin) for s, span in spans.items()}

    def reach(stand: Stand, across: float) -> float:
        """How far inside its box the border of a shape stands, `across` the rank."""
        return (shapes.depth if down else shapes.inset)(boxes[stand].cells[0], across - spans[stand].low)

    near: dict[Stand, float] = {}
    lines: list[Line] = []
    at = margin + grounds.before(0)
    for rank, level in enumerate(ranks):
        near.update((stand, at) for stand in level)
        lanes, depth = routes.channel(level, spans)
        edge_gap = grounds.before(rank + 1)
        at += max(length[stand] for stand in level) + max(depth + edge_gap, grounds.after(rank))
        levels = {lane: at - edge_gap - routes.NEAR - lane.level * routes.LANE_GAP for lane in lanes}
        for lane in lanes:
            target = lane.bond.target
            edge = None
            if isinstance(target, Stand):
                edge = near[target] + length[target] - reach(target, lane.head)
            tops = {each: at + reach(each, foot) for each, foot in zip(lane.bond.members, lane.feet, strict=True)}
            paths = routes.paths(lane, levels, edge, tops)
            lines += (drawn(lane.bond, path, first, boxes, down) for first, path in _firsts(paths))
    cells = grounds.cells({stand: (at, at + length[stand]) for stand, at in near.items()}, origin)
    for number, (stand, box) in enumerate(boxes.items()):
        x, y = (spans[stand].low, near[stand]) if down else (near[stand], spans[stand].low)
        cells += (cell._replace(x=cell.x + x, y=cell.y + y, box=number) for cell in box.cells)
    return cells, lines


def _firsts(paths: list[list[Point]]) -> list[tuple[bool, list[Point]]]:
    return [(index == 0, path) for index, path in enumerate(paths)]


def drawn(bond: Bond, path: list[Point], head: bool, boxes: dict[Stand, Box], down: bool = True) -> Line:
    """One line of an inference, turned for the direction; only the first carries the head."""
    stroke = styles.stroke(bond)
    target: Stand | Bond = bond.target
    while isinstance(target, Bond):
        target = target.members[-1]
    ends = (name_of(boxes[target]), name_of(boxes[bond.members[-1]]))
    points = tuple(path) if down else tuple((y, x) for x, y in path)
    return Line(
        bond.id, stroke.kind, ends, points, stroke.head if head else "none", stroke.stroke, stroke.pen, stroke.dash
    )


def name_of(box: Box) -> str:
    """The name of a box's main cell."""
    return next(cell.name for cell in box.cells if cell.kind not in ("label", "tag", "text", "note", "signs"))
