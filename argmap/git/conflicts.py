"""What two sides did to one map that can't both be had: found by entry and cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from argmap.git.cells import NAMING_KEYS, PLACE_KEYS, cells_of, names_in, names_of
from argmap.git.order import Side
from argmap.git.three import ORDER, WHOLE, At, Conflict, Three, merged_value
from argmap.model import ArgumentMap, Entry, Inference, Problem, Sentence


@dataclass
class Disputes:
    """The conflicts of three maps; what hangs together is one conflict."""

    three: Three
    follows: dict[str, str] = field(default_factory=dict)
    """What both sides moved, and the entry whose conflict of ORDER says where to."""
    _groups: dict[At, "_Group"] = field(default_factory=dict)

    @classmethod
    def of(cls, three: Three) -> "Disputes":
        """Find every conflict but those that only the merged map shows."""
        found = cls(three)
        found._cells_and_kinds()
        for side in ("ours", "theirs"):
            found._deletions(side)
        found._order()
        return found

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts, in the order in which they stand in the file."""
        position = {id: at for at, id in enumerate(self.three.ids)}
        groups = {id(group): group for group in self._groups.values()}.values()
        return tuple(sorted((g.conflict for g in groups), key=lambda c: position.get(c.id or "", -1)))

    def on(self, at: At) -> Conflict | None:
        """The conflict that a place is part of."""
        group = self._groups.get(at)
        return group.conflict if group is not None else None

    def add(self, conflict: Conflict, along: Iterable[At] = ()) -> None:
        """Take in a conflict, joined with those it shares anything with."""
        parts = dict.fromkeys((conflict.at, *along))
        met = {id(group): group for at in parts if (group := self._groups.get(at)) is not None}
        group = _Group([conflict], parts)
        for other in met.values():
            group = _Group([*other.primary, *group.primary], {**other.parts, **group.parts})
        for at in group.parts:
            self._groups[at] = group

    def _cells_and_kinds(self) -> None:
        for id in (None, *self.three.changed):
            if id is not None:
                base, ours, theirs = self.three.entries(id)
                if ours is None or theirs is None or ours == theirs:
                    continue
                if ours.kind != theirs.kind and (base not in (ours, theirs) or id in self.three.beyond):
                    self.add(Conflict(id, WHOLE, base, ours, theirs, "kind"))
                    continue
                if base in (ours, theirs) or ours.kind != theirs.kind:
                    continue
            for key, was, mine, other in self.three.unequal(id):
                if not merged_value(key, was, mine, other)[1]:
                    self.add(Conflict(id, key, was, mine, other))

    def _deletions(self, deleter: Side) -> None:
        three = self.three
        keeper: Side = "theirs" if deleter == "ours" else "ours"
        gone, kept = three.map_of(deleter).entries, three.map_of(keeper).entries
        for part in _connected(three.base, [id for id in three.base.entries if id not in gone and id in kept]):
            along, built = self._outside(set(part), deleter, keeper)
            edited = next((id for id in part if kept[id] != three.base.entries[id] or id in three.beyond), None)
            about = edited if edited is not None else built
            if about is not None:
                conflict = Conflict(about, WHOLE, *three.entries(about), "deletion")
                self.add(conflict, [*((id, WHOLE) for id in part), *along])

    def _outside(self, names: set[str], deleter: Side, keeper: Side) -> tuple[list[At], str | None]:
        """What outside of a deletion names what is in it, and differs; and one that the keeper built upon, if any.

        What the keeper added upon it goes along, with what stands upon that.
        """
        three, found, built = self.three, dict[At, None](), set[str]()
        d = {"ours": 1, "theirs": 2}[deleter]
        k = 3 - d
        again, added = True, set[str]()
        while again:
            again = False
            for id in (None, *three.changed):
                if id in names or id in added:
                    continue
                for key, *values in three.unequal(id):
                    named = [names.intersection(names_in(key, value)) for value in values]
                    if not any(named):
                        continue
                    if values[k] != values[0] and (upon := (named[k] - named[d]) - added):
                        built |= upon
                    found[three.place(id, key)] = None
                    if id is not None and id not in three.map_of(deleter).entries and id not in three.base.entries:
                        added.add(id)
                        again = True
            names = names | added
        return list(found), next((id for id in three.base.entries if id in built), None)

    def _order(self) -> None:
        three = self.three
        moved = three.orders.moved["ours"] & three.orders.moved["theirs"]
        unsettled = [id for id in three.ours.entries if id in moved and not self._placed(id)]
        apart = {id for id in unsettled if id in three.orders.twice}
        for id in unsettled:
            above = _leader(three.ours, id, apart)
            if above in apart:
                self.follows[id] = above
                self.add(Conflict(above, ORDER, *three.orders.twice[above], "order"))

    def _placed(self, id: str) -> bool:
        """Whether what was said of where an entry stands says where it goes in the file, too."""
        _, mine, other = self.three.cells(id)
        return any(mine.get(key) != other.get(key) for key in PLACE_KEYS)

    def add_problem(self, problem: Problem, merged: ArgumentMap) -> None:
        """Take in what is wrong with the merged map alone: the changes that bring it are in conflict."""
        near = _circle(merged, problem.id)
        parts = self._parts(lambda id, names: id in near or problem.id in names)
        if not parts:
            parts = self._parts(lambda id, names: True)
        if parts:
            first = min(parts, key=lambda at: (at[0] or "", at[1]))
            values = self._values(first)
            self.add(Conflict(*first, *values, "problem", problem=problem), parts)

    def _parts(self, wanted: Any) -> dict[At, None]:
        """The changes of pointers of the wanted entries, with all that goes along with what was added or deleted."""
        found: dict[At, None] = {}
        three = self.three
        for id in (None, *three.changed):
            for key, *values in three.unequal(id):
                names = {name for value in values for name in names_in(key, value)}
                if key not in NAMING_KEYS or not wanted(id, names):
                    continue
                found[three.place(id, key)] = None
                if id is None or (id in three.ours.entries and id in three.theirs.entries):
                    continue
                lacking: Side = "ours" if id not in three.ours.entries else "theirs"
                other: Side = "theirs" if lacking == "ours" else "ours"
                part = {id}
                if id in three.base.entries:
                    gone = [i for i in three.base.entries if i not in three.map_of(lacking).entries]
                    part = next((set(part) for part in _connected(three.base, gone) if id in part), part)
                found.update(dict.fromkeys((each, WHOLE) for each in part))
                found.update(dict.fromkeys(self._outside(part, lacking, other)[0]))
                break
        return found

    def _values(self, at: At) -> tuple[Any, Any, Any]:
        id, key = at
        if key == WHOLE:
            assert id is not None
            return self.three.entries(id)
        was, mine, other = self.three.cells(id)
        return was.get(key), mine.get(key), other.get(key)


_RANK = {"deletion": 0, "kind": 1, "problem": 2, "cell": 3, "order": 4, "id": 5, "beyond": 6}


@dataclass
class _Group:
    """Conflicts that are settled together: by the gravest of them."""

    primary: list[Conflict]
    parts: Mapping[At, None]

    @cached_property
    def conflict(self) -> Conflict:
        first = min(self.primary, key=lambda conflict: (_RANK[conflict.cause], conflict.id or "", conflict.key))
        return replace(first, along=tuple(at for at in self.parts if at != first.at))


def _connected(map: ArgumentMap, ids: Sequence[str]) -> list[list[str]]:
    """The ids in parts that hang together by what their entries name, each part in file order."""
    part = {id: id for id in ids}

    def top(id: str) -> str:
        while part[id] != id:
            part[id] = part[part[id]]
            id = part[id]
        return id

    for id in ids:
        for named in names_of(cells_of(map, id)):
            if named in part:
                part[top(named)] = top(id)
    parts: dict[str, list[str]] = {}
    for id in ids:
        parts.setdefault(top(id), []).append(id)
    return list(parts.values())


def _circle(map: ArgumentMap, start: str | None) -> set[str | None]:
    """An entry, and all that it names, at any remove, and that names it."""
    if start is None or start not in map.entries:
        return {start}
    reached: dict[str, set[str]] = {}
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id not in reached and id in map.entries:
            reached[id] = names_of(cells_of(map, id))
            waiting += reached[id]
    back: set[str | None] = {start}
    grown = True
    while grown:
        more = {id for id, names in reached.items() if id not in back and not names.isdisjoint(back)}
        back |= more
        grown = bool(more)
    return back


def parent(entry: Entry) -> str | None:
    """What an entry stands under first."""
    if isinstance(entry, Inference):
        return entry.target
    return next(iter(entry.stands_in), None) if isinstance(entry, Sentence) else None


def _leader(map: ArgumentMap, id: str, among: Iterable[str]) -> str:
    """The uppermost of the entries above this one, itself included, that are among those."""
    seen = {id}
    while (above := parent(map.entries[id])) is not None and above in among and above not in seen:
        seen.add(above)
        id = above
    return id
