"""A map by its cells: the file's keys of each table, and of the head (the id None)."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from argmap.format import emit
from argmap.format.keys import KEY_ORDER, ROOT_ORDER
from argmap.model import KINDS, ArgumentMap, Entry, Kind

Cells: TypeAlias = Mapping[str, Any]
"""Values by file key, as the model holds them; what is left out has its default."""

PLACE_KEYS = frozenset({"in", "for", "against"})
"""The keys that say where an entry stands."""
POINTER_KEYS = PLACE_KEYS | {"main"}
"""The keys that hold ids."""


def cells_of(map: ArgumentMap, id: str | None) -> Cells:
    """The cells of an entry of the map, or of its head."""
    return emit.root_cells(map) if id is None else emit.cells(map.entries[id])


def entry_of(kind: Kind, cells: Cells) -> Entry:
    """The entry of that kind with these cells."""
    return KINDS[kind].model_validate(dict(cells))


def keys_of(map: ArgumentMap, id: str | None) -> tuple[str, ...]:
    """Every key an entry (or the head) may have, in the order they are written."""
    return ROOT_ORDER if id is None else KEY_ORDER[map.entries[id].kind]
