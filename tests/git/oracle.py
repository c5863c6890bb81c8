"""What a merge of map files must conflict about, found by the rules alone and by no code of the package.

A cell is one key of one table, or of the head. Comments, spacing and the order of keys never count.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from tests.git.plain_map import INFERENCES, SENTENCES, Entry, PlainMap, errors, named, read, renamed

Names: TypeAlias = dict[str, str]
Three: TypeAlias = tuple[PlainMap, PlainMap, PlainMap]

_PLACE = ("in", "for", "against")
_SETS = ("tags", "ignore")
_GROWING = ("in", "anchor")
_NONE = Entry("", {})


def conflict(base: bytes, ours: bytes, theirs: bytes) -> frozenset[str]:
    """Why merging the three files must conflict, such as "cell statement.x.text"; empty where it must not.

    Raises ValueError where one of them can't be read.
    """
    three, found = under_one_name(read(base), read(ours), read(theirs))
    found |= {*_cells(three), *_deletions(three), *_order(three)}
    return frozenset(found or _unsound(three))


def merged(base: bytes, ours: bytes, theirs: bytes) -> PlainMap:
    """What a merge that must not conflict comes to, whatever the order of its entries."""
    return _merged(under_one_name(read(base), read(ours), read(theirs))[0])


def under_one_name(base: PlainMap, ours: PlainMap, theirs: PlainMap) -> tuple[Three, set[str]]:
    """The three maps with every entry under the same id, and the ids that each side renamed differently."""
    here, there = _renames(base, ours), _renames(base, theirs)
    here, there = _passed(here, there, theirs), _passed(there, here, ours)
    apart = {old for old in here.keys() & there.keys() if here[old] != there[old]}
    ours = renamed(ours, there)
    theirs = renamed(theirs, {there.get(old, old): new for old, new in here.items()})
    return (renamed(base, there | here), ours, theirs), {f"id {old}" for old in apart}


def _passed(names: Names, others: Names, other: PlainMap) -> Names:
    return {old: new for old, new in names.items() if new not in other.entries or others.get(old) == new}


def _renames(base: PlainMap, side: PlainMap) -> Names:
    gone = [id for id in base.entries if id not in side.entries]
    come = [id for id in side.entries if id not in base.entries]
    before, after = _by_text(base), _by_text(side)
    found = {
        ids[0]: after[words][0]
        for words, ids in before.items()
        if len(ids) == 1 and ids[0] in gone and len(after.get(words, ())) == 1 and after[words][0] in come
    }
    was_in, is_in = base.members(), side.members()
    while True:
        old = renamed(base, found)
        was = _by_table({id: old.entries[id] for id in gone if id not in found}, was_in, found)
        now = _by_table({id: side.entries[id] for id in come if id not in found.values()}, is_in, {})
        more = {was[table]: now[table] for table in was if table in now}
        if not more:
            return found
        found |= more


def _by_text(plain: PlainMap) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for id, entry in plain.entries.items():
        if entry.kind in SENTENCES and entry.cells.get("text"):
            found.setdefault((entry.kind, entry.cells["text"]), []).append(id)
    return found


def _by_table(entries: Mapping[str, Entry], members: Mapping[str, set[str]], names: Names) -> dict[Any, str]:
    """Ids by what their tables say, where only one says it; sentences with a text, and empty inferences, apart."""
    tables = {}
    for id, entry in entries.items():
        inside = frozenset(names.get(member, member) for member in members.get(id, ()))
        if (entry.kind in INFERENCES and not inside) or (entry.kind in SENTENCES and entry.cells.get("text")):
            continue
        tables[id] = (entry.kind, frozenset(entry.cells.items()), inside)
    count = Counter(tables.values())
    return {table: id for id, table in tables.items() if count[table] == 1}


def _cells(three: Three) -> Iterator[str]:
    base, ours, theirs = three
    yield from (f"cell head.{key}" for key in _clashing(base.head, ours.head, theirs.head))
    for id in ours.entries.keys() & theirs.entries.keys():
        here, there, before = ours.entries[id], theirs.entries[id], base.entries.get(id, _NONE)
        if here.kind == there.kind and before.kind in (here.kind, ""):
            yield from (f"cell {here.kind}.{id}.{key}" for key in _clashing(before.cells, here.cells, there.cells))
        elif here != there and before not in (here, there):
            yield f"kind {id}"


def _clashing(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
    for key in base.keys() | ours.keys() | theirs.keys():
        before, here, there = base.get(key), ours.get(key), theirs.get(key)
        if here == there or before in (here, there) or key in _SETS:
            continue
        if key in _GROWING and before and _grown(before, here) and _grown(before, there):
            continue
        yield key


def _grown(before: Sequence[Any], after: Sequence[Any] | None) -> bool:
    """Whether items were added and the old ones kept as they stood."""
    return [item for item in after or () if item in before] == list(before)


def _deletions(three: Three) -> Iterator[str]:
    base, ours, theirs = three
    yield from _deleted(base, ours, theirs)
    yield from _deleted(base, theirs, ours)


def _deleted(base: PlainMap, deleting: PlainMap, keeping: PlainMap) -> Iterator[str]:
    """What one side deleted that the other changed, or points to anew from what isn't deleted."""
    gone = {id for id in base.entries if id not in deleting.entries and id in keeping.entries}
    yield from (f"deletion {id}" for id in gone if keeping.entries[id] != base.entries[id])
    tables = [("head", "head", keeping.head, base.head, deleting.head)]
    for id in keeping.entries.keys() - gone:
        entry, before, there = keeping.entries[id], base.entries.get(id, _NONE), deleting.entries.get(id, _NONE)
        tables.append((id, entry.kind, entry.cells, before.cells, there.cells))
    for id, kind, cells, before, there in tables:
        for key, value in cells.items():
            if value == before.get(key):
                continue
            spared = named(kind, key, there[key]) if key in there else ()
            pointed = gone.intersection(named(kind, key, value)).difference(spared)
            yield from (f"deletion {other} that {id}.{key} names" for other in pointed)


def _order(three: Three) -> Iterator[str]:
    base, ours, theirs = three
    here, there = moved(base, ours), moved(base, theirs)
    fixed = (base.entries.keys() & ours.entries.keys() & theirs.entries.keys()) - here - there
    before_here, before_there = _standing_before(ours, fixed), _standing_before(theirs, fixed)
    for id in here & there:
        if id not in ours.entries or id not in theirs.entries:
            continue
        if _place(ours.entries[id]) != _place(theirs.entries[id]) or before_here[id] == before_there[id]:
            continue
        if _right_before(ours, id) != _right_before(theirs, id):
            yield f"order {id}"


def _place(entry: Entry) -> list[Any]:
    return [entry.cells.get(key) for key in _PLACE]


def _right_before(plain: PlainMap, id: str) -> str | None:
    ids = list(plain.entries)
    at = ids.index(id)
    return ids[at - 1] if at else None


def _standing_before(plain: PlainMap, fixed: set[str]) -> dict[str, str | None]:
    found, last = {}, None
    for id in plain.entries:
        found[id] = last
        last = id if id in fixed else last
    return found


def moved(base: PlainMap, side: PlainMap) -> set[str]:
    """The ids out of order: of the longest runs in order the one stays that, read from its end, is first in base."""
    position = {id: at for at, id in enumerate(base.entries)}
    order = [position[id] for id in side.entries if id in position]
    tops: list[int] = []
    levels: list[list[int]] = []
    for i, at in enumerate(order):
        length = bisect_left(tops, at)
        if length == len(tops):
            tops.append(at)
            levels.append([])
        tops[length] = at
        levels[length].append(i)
    kept: set[int] = set()
    end = len(order)
    for level in reversed(levels):
        end = min((i for i in level if i < end), key=order.__getitem__)
        kept.add(order[end])
    return {id for id in side.entries if id in position and position[id] not in kept}


def _merged(three: Three) -> PlainMap:
    base, ours, theirs = three
    entries = {}
    for id in ours.entries | theirs.entries:
        before, here, there = (plain.entries.get(id, _NONE) for plain in three)
        if before is not _NONE and _NONE in (here, there):
            continue
        if _NONE in (here, there):
            entries[id] = there if here is _NONE else here
        elif here.kind == there.kind and before.kind in (here.kind, ""):
            entries[id] = Entry(here.kind, _united(before.cells, here.cells, there.cells))
        else:
            entries[id] = there if here == before else here
    return PlainMap(_united(base.head, ours.head, theirs.head), entries)


def _united(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for key in ours | theirs | base:
        before, here, there = base.get(key), ours.get(key), theirs.get(key)
        value = there if here == before else here
        if before not in (here, there) and here != there and key in (*_SETS, *_GROWING):
            here, there, before = here or (), there or (), before or ()
            added = (item for item in there if item not in before and item not in here)
            value = (*(item for item in here if item in there or item not in before), *added)
        if value not in (None, ()):
            found[key] = value
    return found


def _unsound(three: Three) -> Iterator[str]:
    new = errors(_merged(three)) - errors(three[1]) - errors(three[2])
    yield from (f"union {sort} {id}" for sort, id in new)
