"""What carries the weight of a conclusion: the premises it rests on, and those that it can't lose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from argmap.logic.fixpoint import STANDS
from argmap.logic.grounds import Grounds
from argmap.logic.ways import Node
from argmap.model import ArgumentMap, Reason

_MOST_SETS = 64
_MOST_UNIONS, _FEW_SETS = 1_000_000, 4
"""Once so many sets were joined, no more than a few of each sentence are kept."""


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
    sets, premises, more = _sets(ways)
    place = map.links.position

    def ordered(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=place.__getitem__))

    members = ([id for bit, id in enumerate(premises) if bits >> bit & 1] for bits in sets[conclusion, True])
    found = sorted((ordered(ids) for ids in members), key=lambda ids: (len(ids), [place[id] for id in ids]))
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
    """What is supposed false rests on nothing; a premise that falls supports nothing, not even itself."""
    id, true = node
    if true and grounds.is_given(id):
        return None if grounds.point.values[id] == STANDS else ()
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


def _sets(ways: _Ways) -> tuple[dict[Node, list[int]], list[str], bool]:
    """For each sentence the minimal sets of premises that suffice, the premises, and whether some sets were left out.

    A set is a number whose bits stand for the premises.
    """
    premises = [node for node, way in ways.items() if way is None]
    found: dict[Node, list[int]] = {node: [] for node in ways}
    found |= {node: [1 << number] for number, node in enumerate(premises)}
    users: dict[Node, list[Node]] = {}
    for node, alternatives in ways.items():
        for member in frozenset().union(*alternatives or ()):
            users.setdefault(member, []).append(node)
    waiting, more = dict.fromkeys(node for node, way in ways.items() if way is not None), False
    unions = 0
    while waiting:
        node = next(iter(waiting))
        del waiting[node]
        most = _MOST_SETS if unions < _MOST_UNIONS else _FEW_SETS
        sets: list[int] = []
        for way in ways[node] or ():
            joined = [0]
            for member in way:
                unions += len(joined) * len(found[member])
                joined, dropped = _least([one | other for one in joined for other in found[member][:most]], most)
                more |= dropped or len(found[member]) > most
            sets += joined
        sets, dropped = _least(sets, most)
        more |= dropped
        if sets != found[node]:
            found[node] = sets
            waiting |= dict.fromkeys(users.get(node, ()))
    return found, [id for id, _ in premises], more


def _least(sets: Iterable[int], most: int) -> tuple[list[int], bool]:
    """The sets that hold no other one, the smallest of them where there are too many; and whether there are."""
    kept: list[int] = []
    for each in sorted(set(sets), key=lambda bits: (bits.bit_count(), bits)):
        if not any(other & each == other for other in kept):
            if len(kept) == most:
                return kept, True
            kept.append(each)
    return kept, False
