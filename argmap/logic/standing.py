"""What stands, falls or stays open: the live verdict, counting reasons, conditionals and objections."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from argmap.logic.fixpoint import OPEN, Fixpoint
from argmap.logic.meaning import settled
from argmap.model import ArgumentMap, Conditional

Status: TypeAlias = Literal["stands", "falls", "open"]
Suppositions: TypeAlias = Mapping[str, bool]
"""What is supposed: ids of statements and conditionals, and whether true or false."""

STATUS: tuple[Status, ...] = ("falls", "open", "stands")


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of every sentence, reason and objection, by id.

    `rejected` are the sentences that fall since their negation is supposed or an objection is live, not only for want
    of support. `may` tells those open ones that would stand or fall if hedged conditionals held without their hedge.
    """

    values: Mapping[str, Status]
    rejected: frozenset[str]
    may: Mapping[str, Status]


def standing(map: ArgumentMap, suppositions: Suppositions | None = None) -> Standing:
    """What stands under suppositions; each of them replaces that sentence's own assertion and support."""
    plain = fixpoint(map, suppositions)
    values = {id: STATUS[value] for id, value in plain.values.items()}
    may: dict[str, Status] = {}
    if any(isinstance(entry, Conditional) and entry.qualifier for _, entry in map.sentences()):
        hedged = _fixpoint(map, tuple((suppositions or {}).items()), hedged=True)
        may = {id: STATUS[value] for id, value in hedged.values.items() if value != OPEN and plain.values[id] == OPEN}
    return Standing(values, frozenset(plain.rejected), may)


def fixpoint(map: ArgumentMap, suppositions: Suppositions | None = None) -> Fixpoint:
    """The fixpoint that standing is read from; those of the last few maps and suppositions are kept."""
    return _fixpoint(map, tuple((suppositions or {}).items()))


@lru_cache(maxsize=6)
def _fixpoint(map: ArgumentMap, suppositions: tuple[tuple[str, bool], ...], hedged: bool = False) -> Fixpoint:
    return Fixpoint(map, settled(map, dict(suppositions)), hedged=hedged).run()
