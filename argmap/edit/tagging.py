"""Tags of several entries at once."""

from collections.abc import Iterable, Sequence

from argmap.edit.change import Edited, EditRefused
from argmap.edit.fields import set_fields
from argmap.edit.several import joined
from argmap.model import ArgumentMap


def common_tags(map: ArgumentMap, ids: Iterable[str]) -> tuple[str, ...]:
    """The tags that all of the entries have, in the order of the first."""
    first, *others = [map.entries[id].tags for id in ids]
    return tuple(tag for tag in first if all(tag in tags for tags in others))


def retag(map: ArgumentMap, ids: Sequence[str], tags: Iterable[str]) -> Edited:
    """Other tags instead of those that the entries have in common; what only some of them have stays."""
    unknown = [id for id in ids if id not in map.entries]
    if unknown or not ids:
        raise EditRefused(f'there is nothing called "{"".join(unknown[:1])}" in this map')
    common = common_tags(map, ids)
    edits: list[Edited] = []
    for id in dict.fromkeys(ids):
        own = [tag for tag in map.entries[id].tags if tag not in common]
        new = tuple(dict.fromkeys([*tags, *own]))
        edits.append(set_fields(edits[-1][0] if edits else map, id, {"tags": new}))
    summary = f"tagged {map.outline.label(ids[0])}" if len(edits) == 1 else f"tagged {len(edits)} rows"
    return joined(edits, summary)
