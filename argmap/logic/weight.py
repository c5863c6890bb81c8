"""What carries the weight of a conclusion: the premises it rests on, and those that it can't lose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from argmap.logic.grounds import Grounds
from argmap.model import ArgumentMap

_MOST_SETS = 64


@dataclass(frozen=True, slots=True)
class Weight:
    """The minimal sets of premises that each suffice for a conclusion to be supported, the smaller first.

    `more` says that there are more sets than are told. The `critical` premises are in every set, told or not. Ids, in
    file order.
    """

    sets: tuple[tuple[str, ...], ...]
    critical: tuple[str, ...]
    more: bool = False


def weight(map: ArgumentMap, conclusion: str, suppositions: Mapping[str, bool] | None = None) -> Weight:
    """What a conclusion rests on, by reasons that are live and conditionals whose antecedent stands.

    A supposed statement counts as a premise. An assumption-based labelling: de Kleer, An assumption-based TMS (1986).
    """
    grounds = Grounds(map, suppositions)
    ways = _ways(grounds, conclusion)
    critical = _critical(ways)
    sets, more = _sets(ways)
    place = map.links.position

    def ordered(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=place.__getitem__))

    found = sorted((ordered(each) for each in sets[conclusion]), key=lambda ids: (len(ids), [place[id] for id in ids]))
    return Weight(tuple(found), ordered(critical.get(conclusion) or ()), more)


_Ways = dict[str, tuple[frozenset[str], ...] | None]
"""What each sentence is supported by: sets of sentences, any of which suffices; None for a premise."""


def _ways(grounds: Grounds, conclusion: str) -> _Ways:
    """The ways of all that a conclusion may rest on, what is deeper first."""
    found: _Ways = {}
    waiting = [conclusion]
    while waiting:
        id = waiting.pop()
        if id in found:
            continue
        found[id] = None if grounds.is_given(id) else tuple(frozenset(way) for way in grounds.ways(id))
        for way in found[id] or ():
            waiting += way
    return dict(reversed(found.items()))


def _critical(ways: _Ways) -> dict[str, frozenset[str] | None]:
    """For each sentence the premises that all its support needs; None while it has none.

    In every union of one set for each member is what is in all sets of some member.
    """
    found: dict[str, frozenset[str] | None] = {
        id: frozenset((id,)) if way is None else None for id, way in ways.items()
    }
    changing = True
    while changing:
        changing = False
        for id, alternatives in ways.items():
            needs = [
                frozenset().union(*(found[member] or () for member in way))
                for way in alternatives or ()
                if all(found[member] is not None for member in way)
            ]
            if needs:
                now = frozenset.intersection(*needs)
                changing |= now != found[id]
                found[id] = now
    return found


def _sets(ways: _Ways) -> tuple[dict[str, list[frozenset[str]]], bool]:
    """For each sentence the minimal sets of premises that suffice, and whether some were left out."""
    found: dict[str, list[frozenset[str]]] = {id: [frozenset((id,))] if way is None else [] for id, way in ways.items()}
    changing, more = True, False
    while changing:
        changing = False
        for id, alternatives in ways.items():
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
            if set(sets) != set(found[id]):
                found[id], changing = sets, True
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
