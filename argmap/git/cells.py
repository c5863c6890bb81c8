"""A map by its cells: the file's keys of each table, and of the head (the id None)."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from argmap.format import emit
from argmap.format.keys import KEY_ORDER, ROOT_ORDER
from argmap.model import KINDS, ArgumentMap, Entry, Kind
from argmap.model.formula import And, Atom, Not, Or, atoms
from argmap.model.scenarios import supposed_id

Cells: TypeAlias = Mapping[str, Any]
"""Values by file key, as the model holds them; what is left out has its default."""

PLACE_KEYS = frozenset({"in", "for", "against"})
"""The keys that say where an entry stands."""
POINTER_KEYS = PLACE_KEYS | {"main"}
"""The keys that hold ids."""
NAMING_KEYS = POINTER_KEYS | {"if", "then", "means", "suppose", "anchor"}
"""The keys whose values name entries."""


def cells_of(map: ArgumentMap, id: str | None) -> Cells:
    """The cells of an entry of the map, or of its head."""
    return emit.root_cells(map) if id is None else emit.cells(map.entries[id])


def entry_of(kind: Kind, cells: Cells) -> Entry:
    """The entry of that kind with these cells."""
    return KINDS[kind].model_validate(dict(cells))


def keys_of(map: ArgumentMap, id: str | None) -> tuple[str, ...]:
    """Every key an entry (or the head) may have, in the order they are written."""
    return ROOT_ORDER if id is None else KEY_ORDER[map.entries[id].kind]


def names_in(key: str, value: Any) -> Iterable[str]:
    """The ids that a cell's value names."""
    if value is None or key not in NAMING_KEYS:
        return ()
    if key == "anchor":
        return [anchor.source for anchor in value]
    if key == "suppose":
        return [supposed_id(supposed) for supposed in value]
    if isinstance(value, Atom | Not | And | Or):
        return atoms(value)
    return (value,) if isinstance(value, str) else value


def names_of(cells: Cells) -> set[str]:
    """Every id that an entry (or the head) with these cells names."""
    return {id for key in NAMING_KEYS & cells.keys() for id in names_in(key, cells[key])}
