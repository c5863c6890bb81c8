"""What carries the weight of a conclusion: the premises it rests on, and those that it can't lose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from argmap.logic.fixpoint import STANDS
from argmap.logic.grounds import Grounds
from argmap.logic.ways import Node
from argmap.model import ArgumentMap, Reason

_MOST_SETS = 64


@dataclass(frozen=True, slots=True)
class Weight:
    """The minimal sets of premises that each suffice for a conclusion to be supported, the smaller first.

    `more` says that there are more sets than are told. The `critical` premises are in every set, told or not. `idle`
    are the reasons for the conclusion that aren't live. Ids, in file order.
    """

    sets: tuple[tuple[str, ...], ...]
    critical: tuple[str, ...]
    more: bool = False
    idle: tuple[str, ...] = ()


def weight(map: ArgumentMap, conclusion: str, suppositions: Mapping[str, bool] | None = None) -> Weight:
    """What a conclusion rests on, by reasons that are live and conditionals whose antecedent stands.

    A supposed statement counts as a premise. An assumption-based labelling: de Kleer, An assumption-based TMS (1986).
    """
    grounds = Grounds(map, suppositions)
    ways = _ways(grounds, (conclusion, True))
    critical = _critical(ways)
    sets, more = _sets(ways)
    place = map.links.position

    def ordered(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=place.__getitem__))

    found = sorted(
        (ordered(each) for each in sets[conclusion, True]), key=lambda ids: (len(ids), [place[id] for id in ids])
    )
    reasons = [id for id in map.links.inferences.get(conclusion, ()) if isinstance(map.entries[id], Reason)]
    idle = tuple(id for id in reasons if grounds.point.values[id] != STANDS)
    return Weight(tuple(found), ordered(critical[conclusion, True] or ()), more, idle)


_Ways: TypeAlias = dict[Node, tuple[frozenset[Node], ...] | None]
"""What makes each sentence stand, or be rejected: sets of others, any of which suffices; None for a premise."""


def _ways(grounds: Grounds, conclusion: Node) -> _Ways:
    """The ways of all that a conclusion may rest on, what is deeper first."""
    found: _Ways = {}
    waiting = [conclusion]
    while waiting:
        node = waiting.pop()
        if node in found:
            continue
        found[node] = _ways_of(grounds, node)
        for way in found[node] or ():
            waiting += way
    return dict(reversed(found.items()))


def _ways_of(grounds: Grounds, node: Node) -> tuple[frozenset[Node], ...] | None:
    """What is supposed false rests on nothing."""
    id, true = node
    if true and grounds.is_given(id):
        return None
    if not true and grounds.point.supposed.get(id) is False:
        return (frozenset(),)
    return tuple(frozenset(way) for _, way in grounds.ways.of(node))


def _critical(ways: _Ways) -> dict[Node, frozenset[str] | None]:
    """For each sentence the premises that all its support needs; None while it has none.

    In every union of one set for each member is what is in all sets of some member.
    """
    found: dict[Node, frozenset[str] | None] = {
        node: frozenset((node[0],)) if way is None else None for node, way in ways.items()
    }
    changing = True
    while changing:
        changing = False
        for node, alternatives in ways.items():
            needs = [
                frozenset().union(*(found[member] or () for member in way))
                for way in alternatives or ()
                if all(found[member] is not None for member in way)
            ]
            if needs:
                now = frozenset.intersection(*needs)
                changing |= now != found[node]
                found[node] = now
    return found


def _sets(ways: _Ways) -> tuple[dict[Node, list[frozenset[str]]], bool]:
    """For each sentence the minimal sets of premises that suffice, and whether some were left out."""
    found: dict[Node, list[frozenset[str]]] = {
        node: [frozenset((node[0],))] if way is None else [] for node, way in ways.items()
    }
    changing, more = True, False
    while changing:
        changing = False
        for node, alternatives in ways.items():
            if alternatives is None:
                continue
            sets: list[frozenset[str]] = []
            for way in alternatives:
                joined: list[frozenset[str]] = [frozenset()]
                for member in way:
                    joined = [one | other for one, other in product(joined, found[member])]
                    joined, dropped = _least(joined)
                    more |= dropped
                sets += joined
            sets, dropped = _least(sets)
            more |= dropped
            if set(sets) != set(found[node]):
                found[node], changing = sets, True
    return found, more


def _least(sets: Iterable[frozenset[str]]) -> tuple[list[frozenset[str]], bool]:
    """The sets that hold no other one, the smallest of them where there are too many; and whether there are."""
    kept: list[frozenset[str]] = []
    for each in sorted(set(sets), key=lambda ids: (len(ids), sorted(ids))):
        if not any(other <= each for other in kept):
            if len(kept) == _MOST_SETS:
                return kept, True
            kept.append(each)
    return kept, False
