"""The order of a map's entries, where it isn't the one that reading the text gives: what stands behind what."""

from collections.abc import Mapping, Sequence

from argmap.format.order import out_of_order


def displaced(wanted: Sequence[str], given: Sequence[str]) -> dict[str, str]:
    """The fewest ids that must be put elsewhere, each with the id that it stands behind; "" for the first.

    `wanted` and `given` are two orders of the same ids.
    """
    before = {id: place for place, id in enumerate(given)}
    moved = set(out_of_order(wanted, before)) if wanted else set()
    return {id: behind for behind, id in zip(["", *wanted], wanted, strict=False) if id in moved}


def replaced(given: Sequence[str], after: Mapping[str, str]) -> list[str]:
    """The order that `displaced` has told, each id once. One that would stand behind nothing stays where it is."""
    ids = dict.fromkeys(given)
    moved: dict[str, list[str]] = {}
    for id, ahead in after.items():
        if id in ids and (ahead in ids or not ahead):
            moved.setdefault(ahead, []).append(id)
    moving = {id for together in moved.values() for id in together}
    order: list[str] = []
    stack = [id for id in reversed(ids) if id not in moving] + moved.get("", [])[::-1]
    while stack:
        id = stack.pop()
        order.append(id)
        stack += reversed(moved.get(id, []))
    return list(dict.fromkeys([*order, *ids]))
