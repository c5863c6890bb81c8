"""Three-way merge by entry and key: one-sided changes win, equal ones agree, the rest are conflicts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from argmap.check import check
from argmap.format.keys import KEY_ORDER, ROOT_ORDER
from argmap.git.cells import PLACE_KEYS, Cells, cells_of, entry_of
from argmap.git.order import Orders, Side
from argmap.model import ArgumentMap, Entry, Inference, Problem, Scenario, Sentence, Source
from argmap.model.formula import And, Atom, Not, Or
from argmap.model.formula import write as write_formula
from argmap.model.links import pointers
from argmap.model.scenarios import supposed_id

WHOLE, ORDER = "entry", "order"
"""The keys of conflicts about a whole entry, and about its place in the file."""

Choice: TypeAlias = Literal["ours", "theirs", "both"]
Choices: TypeAlias = Mapping[tuple[str | None, str], Choice]


@dataclass(frozen=True)
class Conflict:
    """What both sides did differently to one key of one entry (of the head, where `id` is None).

    The key is WHOLE where one side deleted what the other changed or built upon (None stands for the
    missing entry) or where the sides made it two kinds of entry; it is ORDER where both moved it (the
    values are the ids it stands behind). Elsewhere the values are the key's, None where it has none.
    """

    id: str | None
    key: str
    base: Any
    ours: Any
    theirs: Any

    @property
    def at(self) -> tuple[str | None, str]:
        """By which it is chosen."""
        return self.id, self.key


@dataclass(frozen=True)
class Merged:
    """A merged map, and the conflicts that had to be settled in it by a choice or by keeping both."""

    map: ArgumentMap
    conflicts: tuple[Conflict, ...]


def merge(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap, choices: Choices | None = None) -> Merged:
    """Merge what two sides made of a base.

    `choices` settles conflicts by their `at`; those without a choice keep both sides' work: lists
    are joined; of two single values ours stands and theirs goes into the note; of a deletion and an
    edit the edit stays; of two kinds of entry theirs gets an id of its own; in the order ours stands.
    """
    return _Merge(base, ours, theirs, choices or {}).merged()


def new_problems(map: ArgumentMap, *sides: ArgumentMap) -> tuple[Problem, ...]:
    """The errors of a merged map that neither side had: circles, empty reasons, ids that name nothing."""
    known = {(p.code, p.id) for side in sides for p in check(side)}
    return tuple(p for p in check(map) if p.severity == "error" and (p.code, p.id) not in known)


class _Merge:
    def __init__(self, base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap, choices: Choices) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.choices = choices
        self.conflicts: dict[tuple[str | None, str], Conflict] = {}
        self.entries: dict[str, Entry] = {}
        self.copies: dict[str, str] = {}

    def merged(self) -> Merged:
        head = self.cells(None, ROOT_ORDER, *(cells_of(map, None) for map in (self.base, self.ours, self.theirs)))
        for id in dict.fromkeys((*self.ours.entries, *self.theirs.entries)):
            entry = self.entry(id)
            if entry is not None:
                self.entries[id] = entry
        head = self.bring_back(head)
        order = self.order()
        fields = {"version" if key == "argmap" else key: content for key, content in head.items()}
        map = ArgumentMap(**fields).with_entries({id: self.entries[id] for id in order}, order)
        position = {id: at for at, id in enumerate(order)}
        conflicts = sorted(self.conflicts.values(), key=lambda c: position.get(c.id or "", -1))
        return Merged(map, tuple(conflicts))

    def choose(self, conflict: Conflict) -> Choice:
        self.conflicts[conflict.at] = conflict
        return self.choices.get(conflict.at, "both")

    def entry(self, id: str) -> Entry | None:
        """What becomes of one entry; None where it is deleted."""
        base, ours, theirs = self.base.entries.get(id), self.ours.entries.get(id), self.theirs.entries.get(id)
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if ours is None or theirs is None or ours.kind != theirs.kind:
            choice = self.choose(Conflict(id, WHOLE, base, ours, theirs))
            if choice == "both" and ours is not None and theirs is not None:
                self.copy(id, theirs)
            chosen: Entry | None = _chosen(choice, ours, theirs)
            return chosen
        alike = base is not None and base.kind == ours.kind
        cells = self.cells(
            id,
            KEY_ORDER[ours.kind],
            cells_of(self.base, id) if alike else {},
            cells_of(self.ours, id),
            cells_of(self.theirs, id),
        )
        return entry_of(ours.kind, cells)

    def copy(self, id: str, entry: Entry) -> None:
        taken = self.base.entries.keys() | self.ours.entries.keys() | self.theirs.entries.keys()
        number = 2
        while f"{id}-{number}" in taken:
            number += 1
        self.copies[id] = f"{id}-{number}"
        self.entries[f"{id}-{number}"] = entry

    def cells(self, id: str | None, order: tuple[str, ...], base: Cells, ours: Cells, theirs: Cells) -> dict[str, Any]:
        cells: dict[str, Any] = {}
        others: list[str] = []
        for key in order:
            was, mine, other = base.get(key), ours.get(key), theirs.get(key)
            if mine == other or other == was:
                cells[key] = mine
            elif mine == was:
                cells[key] = other
            else:
                choice = self.choose(Conflict(id, key, was, mine, other))
                cells[key] = _both(was, mine, other) if choice == "both" else _chosen(choice, mine, other)
                if choice == "both" and not isinstance(mine or other, tuple) and None not in (mine, other):
                    others.append(f"[other {key}: {_written(other)}]")
        if others:
            cells["note"] = " ".join([*([cells["note"]] if cells.get("note") else []), *others])
        return {key: content for key, content in cells.items() if content is not None and content != ()}

    def bring_back(self, head: dict[str, Any]) -> dict[str, Any]:
        """Keep what one side deleted and the other built upon, with all that it stands on."""
        kept: list[str | None] = [id for id, key in self.conflicts if key == WHOLE and id in self.entries]
        rest: list[str | None] = [None, *(id for id in self.entries if id not in kept)]
        for todo, told in ((rest, True), (kept, False)):
            while todo:
                id = todo.pop()
                for named in self.missing(id, head):
                    conflict = self.deletion(named)
                    choice = self.choose(conflict) if told else self.choices.get(conflict.at, "both")
                    entry = _chosen(choice, conflict.ours, conflict.theirs)
                    if entry is not None:
                        self.entries[named] = entry
                        kept.append(named)
                    else:
                        head = self.let_go(id, named, head)
        return head

    def deletion(self, id: str) -> Conflict:
        return Conflict(id, WHOLE, self.base.entries.get(id), self.ours.entries.get(id), self.theirs.entries.get(id))

    def missing(self, id: str | None, head: Cells) -> list[str]:
        """What an entry (or the head) names that one side alone has deleted, without naming it there any more."""
        found = []
        for name in self.named(id, head):
            if name in self.entries or (name in self.ours.entries) == (name in self.theirs.entries):
                continue
            deleter = self.theirs if name in self.ours.entries else self.ours
            still = deleter.main if id is None else _named(deleter.entries[id]) if id in deleter.entries else ()
            if name not in still:
                found.append(name)
        return found

    def named(self, id: str | None, head: Cells) -> Iterable[str]:
        """What an entry (or the head) names, by either side's word where that is in conflict."""
        sides = (self.ours, self.theirs)
        if not any(at == id and key not in (WHOLE, ORDER) for at, key in self.conflicts):
            return head.get("main", ()) if id is None else _named(self.entries[id])
        if id is None:
            return dict.fromkeys(name for side in sides for name in side.main)
        said = (side.entries[id] for side in sides if id in side.entries)
        return dict.fromkeys(name for entry in (self.entries[id], *said) for name in _named(entry))

    def let_go(self, id: str | None, named: str, head: dict[str, Any]) -> dict[str, Any]:
        """Take the mention of something deleted by choice out of a list; a formula or a target keeps it."""
        if id is None:
            return {**head, "main": tuple(name for name in head["main"] if name != named)}
        entry = self.entries[id]
        if isinstance(entry, Sentence) and named in entry.stands_in:
            self.entries[id] = entry.model_copy(update={"stands_in": tuple(i for i in entry.stands_in if i != named)})
        return head

    def order(self) -> list[str]:
        orders = Orders.of(tuple(self.base.entries), tuple(self.ours.entries), tuple(self.theirs.entries))
        follow: dict[str, Side] = {}
        both = orders.moved["ours"] & orders.moved["theirs"]
        unsettled = [id for id in self.ours.entries if id in both and not self.settled(id, follow)]
        apart = {id for id in unsettled if id in orders.twice}
        for id in unsettled:
            leader = self.leader(id, apart)
            if leader in apart:
                choice = self.choose(Conflict(leader, ORDER, *orders.twice[leader]))
                follow[id] = "theirs" if choice == "theirs" else "ours"
        laid = orders.laid(self.entries.keys() - set(self.copies.values()), follow)
        return [at for id in laid for at in (id, self.copies.get(id)) if at is not None]

    def settled(self, id: str, follow: dict[str, Side]) -> bool:
        """Whether what was said of where an entry stands says where it goes in the file, too."""
        for key in PLACE_KEYS:
            if (id, key) in self.conflicts:
                follow[id] = "theirs" if self.choices.get((id, key)) == "theirs" else "ours"
                return True
            was, mine, other = (cells_of(map, id).get(key) for map in (self.base, self.ours, self.theirs))
            if mine != other:
                follow[id] = "ours" if other == was else "theirs"
                return True
        return False

    def leader(self, id: str, apart: Collection[str]) -> str:
        """The uppermost of the entries above this one that were moved along."""
        seen = {id}
        while (above := _parent(self.ours.entries[id])) in apart and above is not None and above not in seen:
            seen.add(above)
            id = above
        return id


def _parent(entry: Entry) -> str | None:
    if isinstance(entry, Inference):
        return entry.target
    return next(iter(entry.stands_in), None) if isinstance(entry, Sentence) else None


def _chosen(choice: Choice, ours: Any, theirs: Any) -> Any:
    """One side's value; for both, ours if there is one."""
    if choice == "both":
        return theirs if ours is None else ours
    return ours if choice == "ours" else theirs


def _both(base: Any, ours: Any, theirs: Any) -> Any:
    """A value that keeps both: lists joined, what either side took out left out; else ours, if there is one."""
    if not isinstance(ours or theirs, tuple):
        return _chosen("both", ours, theirs)
    was, mine, other = base or (), ours or (), theirs or ()
    gone = {*was} - {*mine} | {*was} - {*other}
    return tuple(item for item in dict.fromkeys((*mine, *other)) if item not in gone) or mine or other


def _named(entry: Entry) -> Iterator[str]:
    """Every id that an entry names."""
    yield from (id for _, id in pointers(entry))
    if isinstance(entry, Scenario):
        yield from (supposed_id(supposed) for supposed in entry.suppose)
    if isinstance(entry, Sentence | Scenario | Source):
        yield from (anchor.source for anchor in entry.anchor)


def _written(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    return write_formula(value) if isinstance(value, Atom | Not | And | Or) else str(value)
