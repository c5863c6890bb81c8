"""What changed between two maps by meaning, as data; spacing, comments and key order don't count."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from argmap.format.order import out_of_order
from argmap.git.cells import cells_of, keys_of
from argmap.git.renames import renamed, renamings
from argmap.model import ArgumentMap, Inference, Sentence


@dataclass(frozen=True, slots=True)
class Added:
    """An entry that only the new map has."""

    id: str


@dataclass(frozen=True, slots=True)
class Removed:
    """An entry that only the old map has."""

    id: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A key of an entry (of the map's head, where `id` is None) with another value; None where it has none."""

    id: str | None
    key: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry with another place among its siblings, or in the file, and the same pointers."""

    id: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """An entry with another id; every mention of it was rewritten."""

    old: str
    new: str


Difference: TypeAlias = Added | Removed | Changed | Moved | Renamed


def differences(old: ArgumentMap, new: ArgumentMap) -> tuple[Difference, ...]:
    """What changed from one map to the other.

    The head comes first, then renamings, then entries in the new map's order, then what was removed.
    A renaming is told only where it is known (see `renamings`). An entry of another kind counts as removed and added.
    """
    names = renamings(old, new)
    old = renamed(old, names)
    moved = _moved(old, new)
    found: list[Difference] = [*_changed(old, new, None), *(Renamed(was, now) for was, now in names.items())]
    removed: list[Difference] = [Removed(id) for id in old.entries if _other_kind(old, new, id)]
    for id, entry in new.entries.items():
        before = old.entries.get(id)
        if before is None or before.kind != entry.kind:
            found.append(Added(id))
            continue
        if before != entry:
            found += _changed(old, new, id)
        if id in moved:
            found.append(Moved(id))
    return (*found, *removed)


def touched(old: ArgumentMap, new: ArgumentMap) -> frozenset[str]:
    """Every id added, changed, moved or removed."""
    before, after = old.entries, new.entries
    apart = {id for id in before.keys() | after.keys() if before.get(id) != after.get(id)}
    return frozenset(apart.union(_out_of_order(old, new)))


def _other_kind(old: ArgumentMap, new: ArgumentMap, id: str) -> bool:
    return id not in new.entries or new.entries[id].kind != old.entries[id].kind


def _changed(old: ArgumentMap, new: ArgumentMap, id: str | None) -> Iterator[Changed]:
    before, after = cells_of(old, id), cells_of(new, id)
    for key in keys_of(new, id):
        if before.get(key) != after.get(key):
            yield Changed(id, key, before.get(key), after.get(key))


def _moved(old: ArgumentMap, new: ArgumentMap) -> set[str]:
    """The entries out of order; not those that have another parent, or that went along with theirs."""
    shifted = set(_out_of_order(old, new))
    going = shifted | {id for id in new.entries if id in old.entries and _parents(old, id) != _parents(new, id)}
    return {id for id in shifted if _parents(old, id) == _parents(new, id) and going.isdisjoint(_parents(new, id))}


def _out_of_order(old: ArgumentMap, new: ArgumentMap) -> list[str]:
    before = old.links.position
    return out_of_order([id for id in new.entries if id in before], before)


def _parents(map: ArgumentMap, id: str) -> tuple[str, ...]:
    entry = map.entries[id]
    if isinstance(entry, Inference):
        return (entry.target,)
    return (*entry.stands_in, *map.links.mentions.get(id, ())) if isinstance(entry, Sentence) else ()
