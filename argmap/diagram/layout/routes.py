"""The lines of a tree: one bracket per inference, in lanes between two ranks.

Coordinates are (across, along): across a rank, and along the way from conclusion to premises; the
caller turns them for the tree's direction. Points throughout.
"""

import heapq
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diagram.figure import Point
from argmap.diagram.layout.skeleton import ascending
from argmap.diagram.structure import Bond, Stand

PORT_GAP = 10.0
LANE_GAP = 8.0
NEAR = 8.0
CLEARANCE = 15.0
LEAST = 24.0
_CORNER = 6.0
APART = 4.0


@dataclass(frozen=True, slots=True)
class Span:
    """A box's extent across its rank."""

    low: float
    high: float

    @property
    def centre(self) -> float:
        return (self.low + self.high) / 2


@dataclass(eq=False, slots=True)
class Lane:
    """An inference's stretch of line across a channel.

    `head` is where its line leaves the lane for its target, `feet` where it leaves for each member;
    `level` counts lanes from the members. An undercut's lane runs `onto` that of its target: `sideways`
    where it meets it without leaving the lane, `over` where it comes from above. The lanes `above`
    must run nearer the conclusion.
    """

    bond: Bond
    feet: list[float]
    head: float
    sideways: bool = False
    over: bool = False
    onto: "Lane | None" = None
    above: list["Lane"] = field(default_factory=list)
    level: int = 0

    @property
    def low(self) -> float:
        return min(self.head, self.feet[0])

    @property
    def high(self) -> float:
        return max(self.head, self.feet[-1])

    def ups(self) -> list[float]:
        return [] if self.sideways or self.over else [self.head]


def least_breadth(stand: Stand) -> float:
    """How wide a box must be for its arrows to stand apart."""
    return (len(stand.bonds) - 1) * PORT_GAP + 2 * _CORNER


def channel(level: Sequence[Stand], spans: Mapping[Stand, Span]) -> tuple[list[Lane], float]:
    """The lanes between one rank and the next, and how deep that channel must be."""
    lanes: list[Lane] = []
    ports = {stand: _ports(stand, spans) for stand in level}
    taken = sorted(port for found in ports.values() for port in found)
    for stand in level:
        for bond, port in zip(stand.bonds, ports[stand], strict=True):
            lanes += _family(bond, port, spans, taken)
    _order(lanes)
    top = max((lane.level for lane in lanes), default=0)
    return lanes, max(LEAST, NEAR + top * LANE_GAP + CLEARANCE)


def _ports(stand: Stand, spans: Mapping[Stand, Span]) -> list[float]:
    """Where each inference's arrow meets the box: near its members, in order, apart."""
    span = spans[stand]
    count = len(stand.bonds)
    gap = min(2 * PORT_GAP, (span.high - span.low - 2 * _CORNER) / max(1, count - 1))
    wished = [(spans[bond.members[0]].centre + spans[bond.members[-1]].centre) / 2 for bond in stand.bonds]
    if count == 1 and spans[stand.bonds[0].members[0]].low <= span.centre <= spans[stand.bonds[0].members[-1]].high:
        wished = [span.centre]
    flat = ascending([wish - index * gap for index, wish in enumerate(wished)])
    low, high = span.low + _CORNER, span.high - _CORNER - (count - 1) * gap
    return [min(max(value, low), max(low, high)) + index * gap for index, value in enumerate(flat)]


def _family(bond: Bond, port: float, spans: Mapping[Stand, Span], taken: Sequence[float]) -> list[Lane]:
    """The lane of an inference for or against a box, and those of the objections to it."""
    first = Lane(bond, _feet(bond, spans, port), port)
    lanes = {bond: first}
    for each in bond.family()[1:]:
        assert isinstance(each.target, Bond)
        lane = lanes[each] = _undercut(each, lanes[each.target], spans, taken)
        if lane.sideways or lane.over:
            lanes[each.target].above.append(lane)
        else:
            lane.above.append(lanes[each.target])
    return list(lanes.values())


def _undercut(bond: Bond, target: Lane, spans: Mapping[Stand, Span], taken: Sequence[float]) -> Lane:
    """An objection meets the inference's line where it comes by: from the side, above or below."""
    feet = _feet(bond, spans, None)
    trunk = not (target.sideways or target.over)
    if trunk and feet[0] > target.head + _CORNER:
        return Lane(bond, feet, target.head, sideways=True, onto=target)
    if feet[0] > target.high + _CORNER:
        against = target.bond.against
        step = min(2 * _CORNER, (target.high - target.low) / (len(against) + 1))
        return Lane(bond, feet, target.high - step * (against.index(bond) + 1), over=True, onto=target)
    head = min(max(sum(feet) / len(feet), target.low), target.high - _CORNER)
    head = next((at for at in (head, head - _CORNER, head + _CORNER) if _is_clear(at, taken)), head)
    return Lane(bond, _feet(bond, spans, head), head, onto=target)


def _is_clear(at: float, taken: Sequence[float]) -> bool:
    """Whether a line at `at` keeps away from the lines at the places `taken`, which ascend."""
    index = bisect(taken, at)
    return all(abs(at - place) > _CORNER / 2 for place in taken[max(0, index - 1) : index + 1])


def _feet(bond: Bond, spans: Mapping[Stand, Span], port: float | None) -> list[float]:
    """Where the line meets each member: its middle, or straight below the port where that is near."""
    feet = []
    for member in bond.members:
        span = spans[member]
        low, high = span.low + _CORNER, span.high - _CORNER
        if len(bond.members) > 1:
            low, high = max(low, span.centre - _CORNER), min(high, span.centre + _CORNER)
        feet.append(port if port is not None and low <= port <= high else span.centre)
    return feet


def _order(lanes: list[Lane]) -> None:
    """Give every lane its level, so that lines cross only where they must."""
    higher: dict[Lane, list[Lane]] = {lane: list(lane.above) for lane in lanes}
    kin = {(lane, above) for lane in lanes for above in lane.above}
    active: list[tuple[float, int, Lane]] = []
    for number, lane in enumerate(sorted(lanes, key=lambda lane: lane.low)):
        while active and active[0][0] < lane.low - _CORNER:
            heapq.heappop(active)
        for _, _, other in active:
            if (lane, other) not in kin and (other, lane) not in kin:
                if _is_above(lane, other):
                    higher[other].append(lane)
                elif _is_above(other, lane):
                    higher[lane].append(other)
        heapq.heappush(active, (lane.high, number, lane))
    waiting = dict.fromkeys(lanes, 0)
    for lane in lanes:
        for above in higher[lane]:
            waiting[above] += 1
    ready = [lane for lane in lanes if not waiting[lane]]
    done: set[Lane] = set()
    rest = iter(lanes)
    while len(done) < len(lanes):
        lane = ready.pop() if ready else next(lane for lane in rest if lane not in done)
        if lane in done:
            continue
        done.add(lane)
        for above in higher[lane]:
            if above not in done:
                above.level = max(above.level, lane.level + 1)
                waiting[above] -= 1
                if not waiting[above]:
                    ready.append(above)


def _is_above(lane: Lane, other: Lane) -> bool:
    """Whether `lane` must run nearer the conclusions than `other` where the two overlap."""
    if lane.low == lane.high and other.low == other.high:
        return False
    clear = lane.onto is not None and _rises_through(other, lane.onto)
    if not clear and _rises_through(lane, other):
        return True
    return any(lane.low - APART < foot < lane.high + APART for foot in other.feet)


def _rises_through(lane: Lane, other: Lane) -> bool:
    return any(other.low - APART < up < other.high + APART for up in lane.ups())


def paths(
    lane: Lane, levels: Mapping[Lane, float], target: float | None, members: Mapping[Stand, float]
) -> list[list[Point]]:
    """The lines of one inference, its head first; none runs over another.

    `levels` gives each lane's place along; `target` is the edge of the box it points at, None where
    it points at another inference; `members` gives the near edge of each member's box.
    """
    at = levels[lane]
    feet = lane.feet
    tops = [members[member] for member in lane.bond.members]
    if target is not None:
        start = (lane.head, target)
    elif lane.sideways or lane.onto is None:
        start = (lane.head, at)
    else:
        start = (lane.head, levels[lane.onto])
    trunk = [start, (lane.head, at)]
    if len(feet) == 1:
        return [_bent([*trunk, (feet[0], at), (feet[0], tops[0])])]
    lines = [trunk]
    if lane.head < feet[0]:
        trunk.append((feet[0], at))
    elif lane.head > feet[-1]:
        trunk.append((feet[-1], at))
    lines[0] = _bent(trunk)
    lines.append([(feet[0], tops[0]), (feet[0], at), (feet[-1], at), (feet[-1], tops[-1])])
    lines += [[(foot, at), (foot, top)] for foot, top in zip(feet[1:-1], tops[1:-1], strict=True)]
    return lines


def _bent(points: Sequence[Point]) -> list[Point]:
    """The path without points that repeat or lie on a straight stretch."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept[-1] = point
        else:
            kept.append(point)
    return kept
