"""Random edits of where things stand: deleting, moving, sharing, putting in another order."""

from dataclasses import replace

from tests.git.map_files import INFERENCES, SENTENCES, Links, MapFile, Table, target
from tests.git.random_edits import NotHere, Side, last


def delete(side: Side, file: MapFile) -> MapFile:
    """Delete an entry with what stands under it alone, unless that is half of the map."""
    kinds = ("source", "scenario") if side.rng.random() < 0.07 else (*SENTENCES, *INFERENCES)
    left = without(file, side.pick(file.ids(*kinds)))
    if len(left.tables) < len(file.tables) / 2 or not left.ids("statement"):
        raise NotHere
    return left


def move(side: Side, file: MapFile) -> MapFile:
    """Move a statement from one inference to another, its tables behind its new siblings'."""
    links = Links.of(file)
    id = side.pick(id for id in file.ids(*SENTENCES) if file.tables[id].get("in"))
    going = links.below(file, id)
    standing = file.tables[id].get("in")
    there = side.pick(other for other in file.ids(*INFERENCES) if other not in going and other not in standing)
    left = side.rng.choice(standing)
    behind = last(file, links.below(file, there) - going)
    file = file.put(id, "in", tuple(there if other == left else other for other in standing))
    file = file.moving(going, behind)
    return file if links.members[left] != [id] else without(file, left)


def retarget(side: Side, file: MapFile) -> MapFile:
    """Give a reason or objection another target, its tables moved behind that one's."""
    links = Links.of(file)
    id = side.pick(file.ids(*INFERENCES))
    table = file.tables[id]
    going = links.below(file, id)
    kinds = SENTENCES if table.kind == "reason" else (*SENTENCES, *INFERENCES)
    there = side.pick(other for other in file.ids(*kinds) if other not in going and other != target(table))
    behind = last(file, links.below(file, there) - going)
    return file.put(id, "for" if table.kind == "reason" else "against", there).moving(going, behind)


def share(side: Side, file: MapFile) -> MapFile:
    """Let a statement stand in one more inference."""
    id = side.pick(file.ids(*SENTENCES))
    standing = file.tables[id].get("in", ())
    there = side.pick(
        other for other in file.ids(*INFERENCES) if other not in standing and target(file.tables[other]) != id
    )
    return file.put(id, "in", (*standing, there))


def reorder(side: Side, file: MapFile) -> MapFile:
    """Move an entry's tables past those of a sibling."""
    links = Links.of(file)
    id = side.pick(file.tables)
    table = file.tables[id]
    if table.kind in INFERENCES:
        beside = links.inferences[target(table)]
    elif table.get("in"):
        beside = links.members[table.get("in")[0]]
    else:
        beside = [other for other in file.ids(table.kind) if not file.tables[other].get("in")]
    going = links.below(file, id)
    sibling = side.pick(other for other in beside if other not in going)
    ids = [other for other in file.tables if other not in going]
    if side.rng.random() < 0.5:
        at = ids.index(sibling)
        moved = file.moving(going, ids[at - 1] if at else None)
    else:
        moved = file.moving(going, last(file, links.below(file, sibling) - going))
    if list(moved.tables) == list(file.tables):
        raise NotHere
    return moved


def without(file: MapFile, id: str) -> MapFile:
    """The file without an entry, what stands under it alone, and every mention of what is gone.

    A statement that a formula still mentions stays, but stands nowhere.
    """
    links, main = Links.of(file), file.head.get("main", ())
    gone = {id}
    while more := {other for other in file.tables if other not in gone and _falls(file, links, other, gone)}:
        gone |= more
    stay: set[str] = set()
    while more := {id for id in gone - stay if any(by not in gone - stay for by in links.mentioned_by.get(id, ()))}:
        stay |= more
    gone -= stay
    left = tuple(other for other in main if other not in gone)
    head = file.head if left == main else file.head.put("main", left or None)
    tables = {other: _freed(table, gone, other in stay) for other, table in file.tables.items()}
    return replace(file, tables=tables, head=head).lacking(gone)


def _falls(file: MapFile, links: Links, id: str, gone: set[str]) -> bool:
    """Whether an entry goes with those that are gone."""
    table = file.tables[id]
    if table.kind in INFERENCES:
        return target(table) in gone or gone.issuperset(links.members.get(id, ()))
    if standing := table.get("in"):
        return gone.issuperset(standing)
    mentioned = links.mentioned_by.get(id, ())
    return bool(mentioned) and gone.issuperset(mentioned) and id not in links.inferences


def _freed(table: Table, gone: set[str], alone: bool) -> Table:
    """A table that names nothing that is gone; `alone`, it stands nowhere any more."""
    lists = {
        "in": tuple(id for id in table.get("in", ()) if id not in gone and not alone),
        "anchor": tuple(anchor for anchor in table.get("anchor", ()) if anchor["source"] not in gone),
        "suppose": tuple(id for id in table.get("suppose", ()) if id.removeprefix("not ") not in gone),
    }
    for key, left in lists.items():
        if left != table.get(key, ()):
            table = table.put(key, left or None)
    return table
