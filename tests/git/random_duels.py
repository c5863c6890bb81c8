"""Two changes of a map file that are sound each on its own, and together are not."""

from collections.abc import Callable
from typing import TypeAlias

from tests.git.map_files import SENTENCES, Links, MapFile, target
from tests.git.random_edits import NotHere, Side
from tests.git.random_moves import without

Duel: TypeAlias = Callable[[Side, MapFile], tuple[MapFile, MapFile]]


def duel(side: Side, file: MapFile) -> tuple[MapFile, MapFile]:
    """What each side makes of the file; raises NotHere where it has no room for the duel."""
    return side.rng.choice(_DUELS)(side, file)


def _emptied(side: Side, file: MapFile) -> tuple[MapFile, MapFile]:
    members = Links.of(file).members
    one, other = members[side.pick(id for id in members if len(members[id]) == 2)]
    return without(file, one), without(file, other)


def _circle(side: Side, file: MapFile) -> tuple[MapFile, MapFile]:
    one, other = side.pick(file.ids("reason")), side.pick(file.ids("reason"))
    return _shared(file, target(file.tables[other]), one), _shared(file, target(file.tables[one]), other)


def _self_support(side: Side, file: MapFile) -> tuple[MapFile, MapFile]:
    reason, id = side.pick(file.ids("reason")), side.pick(file.ids(*SENTENCES))
    if target(file.tables[reason]) == id:
        raise NotHere
    return file.put(reason, "for", id), _shared(file, id, reason)


def _self_mention(side: Side, file: MapFile) -> tuple[MapFile, MapFile]:
    one, other = side.pick(file.ids("statement")), side.pick(file.ids("statement"))
    return file.put(one, "means", f"not {other}"), file.put(other, "means", f"not {one}")


def _shared(file: MapFile, id: str, inference: str) -> MapFile:
    standing = file.tables[id].get("in", ())
    if inference in standing:
        raise NotHere
    return file.put(id, "in", (*standing, inference))


_DUELS: tuple[Duel, ...] = (_emptied, _circle, _self_support, _self_mention)
