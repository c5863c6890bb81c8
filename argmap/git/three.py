"""A base and two sides compared cell by cell, and what they may disagree about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from argmap.format import emit
from argmap.format.keys import KEY_ORDER, ROOT_ORDER
from argmap.git.cells import Cells, cells_of
from argmap.git.order import Orders, Side
from argmap.model import ArgumentMap, Entry, Problem

WHOLE, ORDER, ID = "entry", "order", "id"
"""The keys of conflicts about a whole entry, its place in the file, and its id."""
SETS = frozenset({"tags", "ignore"})
"""The keys whose lists merge item by item."""

At: TypeAlias = tuple[str | None, str]
"""An entry (the head, where None) and one of its keys, WHOLE, ORDER or ID."""
Cause: TypeAlias = Literal["cell", "deletion", "kind", "order", "id", "problem", "beyond"]


@dataclass(frozen=True)
class Conflict:
    """What both sides did differently to one key of one entry (of the head, where `id` is None).

    The key is WHOLE where one side deleted what the other changed or built upon (None stands for the
    missing entry) or where the sides made it two kinds of entry; ORDER where both moved it (the values
    are the ids it stands behind); ID where both renamed it. Elsewhere the values are the key's, None
    where it has none. What must be settled the same way stands in `along`. A `problem` is what both
    changes together would bring, and neither side had.
    """

    id: str | None
    key: str
    base: Any
    ours: Any
    theirs: Any
    cause: Cause = "cell"
    along: tuple[At, ...] = ()
    problem: Problem | None = None

    @property
    def at(self) -> At:
        """By which it is chosen."""
        return self.id, self.key


@dataclass(frozen=True)
class Three:
    """A base and what two sides made of it, ids as they will be.

    `beyond` names what a side changed in ways that only its file shows: in keys that mean nothing to argmap.
    """

    base: ArgumentMap
    ours: ArgumentMap
    theirs: ArgumentMap
    beyond: frozenset[str] = frozenset()

    def map_of(self, side: Side) -> ArgumentMap:
        """One of the three maps."""
        return {"base": self.base, "ours": self.ours, "theirs": self.theirs}[side]

    def entries(self, id: str) -> tuple[Entry | None, Entry | None, Entry | None]:
        """An entry in base, ours and theirs."""
        return self.base.entries.get(id), self.ours.entries.get(id), self.theirs.entries.get(id)

    def cells(self, id: str | None) -> tuple[Cells, Cells, Cells]:
        """An entry's cells in base, ours and theirs; none where it is missing, or the base's is of another kind."""
        if id is None:
            return cells_of(self.base, None), cells_of(self.ours, None), cells_of(self.theirs, None)
        base, *sides = self.entries(id)
        alike = base is not None and any(side is not None and side.kind == base.kind for side in sides)
        was, mine, other = (
            emit.cells(entry) if entry is not None else {} for entry in (base if alike else None, *sides)
        )
        return was, mine, other

    def place(self, id: str | None, key: str) -> At:
        """Where a conflict about a cell is: at the whole entry where the sides don't both have one of that kind."""
        if id is None:
            return id, key
        _, ours, theirs = self.entries(id)
        alike = ours is not None and theirs is not None and ours.kind == theirs.kind
        return (id, key) if alike else (id, WHOLE)

    @cached_property
    def ids(self) -> Sequence[str]:
        """Every id, ours first."""
        return tuple(dict.fromkeys((*self.ours.entries, *self.theirs.entries, *self.base.entries)))

    @cached_property
    def changed(self) -> Sequence[str]:
        """The ids of what is not the same in all three."""
        return [id for id in self.ids if not _same(*self.entries(id))]

    @cached_property
    def orders(self) -> Orders:
        """The three orders compared."""
        return Orders.of(tuple(self.base.entries), tuple(self.ours.entries), tuple(self.theirs.entries))

    def unequal(self, id: str | None) -> Iterator[tuple[str, Any, Any, Any]]:
        """The cells of an entry that are not the same in all three, with their three values."""
        was, mine, other = self.cells(id)
        entries = () if id is None else [entry for entry in self.entries(id) if entry is not None]
        keys = ROOT_ORDER if id is None else dict.fromkeys(key for entry in entries for key in KEY_ORDER[entry.kind])
        for key in keys:
            values = was.get(key), mine.get(key), other.get(key)
            if not _same(*values):
                yield key, *values


def _same(was: Any, mine: Any, other: Any) -> bool:
    return bool(mine == other and was == mine)


def merged_value(key: str, was: Any, mine: Any, other: Any) -> tuple[Any, bool]:
    """What becomes of a cell, and whether the sides agree on it; where they don't, the value keeps what it can.

    Sets are merged item by item, and so are the places and anchors to which both sides only added.
    """
    if mine == other or other == was:
        return mine, True
    if mine == was:
        return other, True
    if not isinstance(mine or other, tuple):
        return (other if mine is None else mine), False
    before, here, there = was or (), mine or (), other or ()
    gone = [item for item in before if item not in here or item not in there]
    joined = tuple(item for item in dict.fromkeys((*here, *there)) if item not in gone)
    if key in SETS:
        return joined, True
    return joined or mine or other, key in ("in", "anchor") and bool(before) and not gone
