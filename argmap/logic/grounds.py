"""Why something stands, falls or stays open: what it rests on, link by link."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.logic.fixpoint import FALLS, STANDS
from argmap.logic.standing import STATUS, Status, fixpoint
from argmap.logic.ways import Ways
from argmap.model import ArgumentMap, Conditional, Inference, Objection
from argmap.model.formula import atoms

How: TypeAlias = Literal[
    "supposed", "asserted", "reason", "conditional", "meaning", "objection", "unsupported", "undecided", "members"
]


@dataclass(frozen=True, slots=True)
class Ground:
    """One link: that `id` stands, falls or is open, how so, `by` what, and `since` which others are as they are.

    `by` is a reason, an objection, a conditional, or a statement by what it means; None where nothing is.
    """

    id: str
    status: Status
    how: How
    by: str | None = None
    since: tuple[str, ...] = ()


class Grounds:
    """What everything in a map rests on under suppositions."""

    def __init__(self, map: ArgumentMap, suppositions: Mapping[str, bool] | None = None) -> None:
        self.map = map
        self.suppositions = suppositions or {}
        self.point = fixpoint(map, self.suppositions)
        self.ways = Ways(map, self.point)

    def is_given(self, id: str) -> bool:
        """Whether a sentence is supposed true, or asserted as a premise."""
        if id in self.point.supposed:
            return self.point.supposed[id]
        return self.map.outline.roles.get(id) == "premise"

    def of(self, id: str) -> Ground:
        """The last link of why a sentence or an inference is as it is."""
        value, entry = self.point.values[id], self.map.entries[id]
        if isinstance(entry, Inference):
            return self._inference(id, entry, value)
        status = STATUS[value]
        if id in self.point.supposed:
            if id in self.suppositions:
                return Ground(id, status, "supposed")
            return Ground(id, status, "meaning", None, tuple(self.suppositions))
        attacks = [each for each in self.point.objections(id) if self.point.values[each] != FALLS]
        live = [each for each in attacks if self.point.values[each] == STANDS]
        if live:
            return Ground(id, status, "objection", live[0], (live[0],))
        if value == FALLS and id in self.point.rejected:
            return self._by_a_way(id, False, status)
        if value == STANDS:
            if self.is_given(id):
                return Ground(id, status, "asserted")
            return self._by_a_way(id, True, status)
        if attacks and (self.is_given(id) or any(True for _ in self.ways.of((id, True)))):
            return Ground(id, status, "objection", attacks[0], (attacks[0],))
        reasons = [i for i in self.map.links.inferences.get(id, ()) if not isinstance(self.map.entries[i], Objection)]
        if reasons:
            worst = [each for each in reasons if self.point.values[each] == value] or reasons
            return Ground(id, status, "unsupported" if value == FALLS else "undecided", worst[0], (worst[0],))
        return Ground(id, status, "undecided")

    def _by_a_way(self, id: str, true: bool, status: Status) -> Ground:
        """The first of the ways in which a sentence stands, or is rejected."""
        by, way = next(self.ways.of((id, true)))
        entry = self.map.entries[by]
        how: How = "reason" if isinstance(entry, Inference) else "meaning"
        how = "conditional" if isinstance(entry, Conditional) else how
        meant = how == "meaning" and not true
        return Ground(id, status, how, by, tuple(each for each, stands in way if stands or meant))

    def _inference(self, id: str, entry: Inference, value: int) -> Ground:
        members = self.map.links.members.get(id, ())
        status = STATUS[value]
        for each in self.point.objections(id):
            if STANDS - self.point.values[each] == value and value != STANDS:
                return Ground(id, status, "objection", each, (each,))
        culprits = tuple(member for member in members if self.point.values[member] == value)
        if isinstance(entry, Objection) and not culprits and value != STANDS:
            waiting = [self.map.entries[member] for member in members]
            culprits = tuple(id for each in waiting if isinstance(each, Conditional) for id in atoms(each.antecedent))
        return Ground(id, status, "members", None, members if value == STANDS else culprits)


def why(map: ArgumentMap, suppositions: Mapping[str, bool] | None, id: str) -> tuple[Ground, ...]:
    """The chain of links that ends in a sentence or an inference; what rests on nothing further comes first.

    Of ids that the map doesn't have nothing is told but that others rest on them.
    """
    grounds = Grounds(map, suppositions)
    known = grounds.point.values
    links: dict[str, Ground] = {}
    told: dict[str, Ground] = {}
    waiting = [id]
    while waiting:
        each = waiting[-1]
        if each not in links:
            links[each] = grounds.of(each)
            waiting += [other for other in reversed(links[each].since) if other in known and other not in links]
        else:
            told.setdefault(waiting.pop(), links[each])
    return tuple(told.values())
