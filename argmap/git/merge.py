"""Three-way merge by entry and key: one-sided changes win, equal ones agree, the rest are conflicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from argmap.check import errors
from argmap.format.keys import KEY_ORDER, ROOT_ORDER
from argmap.git.cells import NAMING_KEYS, PLACE_KEYS, entry_of, names_in
from argmap.git.conflicts import Disputes
from argmap.git.order import Side
from argmap.git.renames import both_renamings, renamed
from argmap.git.three import ID, ORDER, WHOLE, At, Conflict, Three, merged_value
from argmap.model import ArgumentMap, Entry, Problem
from argmap.model.formula import And, Atom, Not, Or
from argmap.model.formula import write as write_formula

Choice: TypeAlias = Literal["base", "ours", "theirs", "both"]
Choices: TypeAlias = Mapping[At, Choice]


@dataclass(frozen=True)
class Merged:
    """A merged map, and the conflicts that had to be settled in it by a choice or by keeping both."""

    map: ArgumentMap
    conflicts: tuple[Conflict, ...]


def merge(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap, choices: Choices | None = None) -> Merged:
    """Merge what two sides made of a base.

    `choices` settles conflicts by their `at`; those without a choice keep both sides' work: lists
    are joined; of two single values ours stands and theirs goes into the note; of a deletion and an
    edit the edit stays, with all that was deleted; of two kinds of entry theirs gets an id of its own; of two orders
    and two ids ours stand; what breaks the map only together is left for mending.
    """
    merge = Merge.of(base, ours, theirs)
    return Merged(merge.map(choices or {}), merge.conflicts)


def new_problems(map: ArgumentMap, *sides: ArgumentMap) -> tuple[Problem, ...]:
    """The errors of a merged map that neither side had: circles, empty reasons, ids that name nothing."""
    found = errors(map)
    known = {(p.code, p.id) for side in sides for p in errors(side)} if found else set()
    return tuple(p for p in found if (p.code, p.id) not in known)


@dataclass(frozen=True)
class Names:
    """The ids that both sides' entries will have, and the base's: those that were renamed, by the name they had."""

    base: Mapping[str, str]
    ours: Mapping[str, str]
    theirs: Mapping[str, str]
    conflicts: tuple[Conflict, ...]

    @classmethod
    def of(cls, base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> "Names":
        """Find what was renamed; where both did differently, the base's id is used until that is settled."""
        mine, other = both_renamings(base, ours, theirs)
        apart = {id for id, now in mine.items() if other.get(id, now) != now}
        final = {id: now for id, now in {**other, **mine}.items() if id not in apart}

        def names(side: Mapping[str, str]) -> dict[str, str]:
            back = {side[id]: id for id in apart}
            return back | {id: now for id, now in final.items() if side.get(id) != now}

        conflicts = tuple(Conflict(id, ID, id, mine[id], other[id], "id") for id in mine if id in apart)
        return cls(final, names(mine), names(other), conflicts)


class Merge:
    """Three maps compared, to be merged by any choices."""

    def __init__(self, three: Three, names: Names) -> None:
        self.three = three
        self.names = names
        self._disputes = Disputes.of(three)
        for conflict in names.conflicts:
            self._disputes.add(conflict)
        for problem, map in self._brought_together():
            self._disputes.add_problem(problem, map)
        self.conflicts = self._disputes.conflicts

    @classmethod
    def of(cls, base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> "Merge":
        """Compare what two sides made of a base; ids are told as they will be."""
        names = Names.of(base, ours, theirs)
        return cls(Three(renamed(base, names.base), renamed(ours, names.ours), renamed(theirs, names.theirs)), names)

    def _brought_together(self) -> list[tuple[Problem, ArgumentMap]]:
        """What is wrong with the merged map, however the conflicts found so far are settled, and on neither side."""
        found = self._disputes.conflicts
        ours, theirs = self.three.ours, self.three.theirs
        first: ArgumentMap | None = None
        problems: dict[tuple[str, str | None], Problem] = {}
        sides: tuple[Choice, ...] = ("base", "ours", "theirs") if found else ("both",)
        for side in sides:
            map = self.unnamed({conflict.at: side for conflict in found})
            new = {(problem.code, problem.id): problem for problem in new_problems(map, ours, theirs)}
            problems = new if first is None else {at: problem for at, problem in problems.items() if at in new}
            first = map if first is None else first
            if not problems:
                return []
        assert first is not None
        return [(problem, first) for problem in problems.values()]

    def map(self, choices: Choices) -> ArgumentMap:
        """The merged map; "base" among the choices is what neither side has done."""
        return renamed(self.unnamed(choices), self.settled_names(choices))

    def settled_names(self, choices: Choices) -> dict[str, str]:
        """The ids, by those of the base, of what both renamed differently."""
        chosen = [(conflict, choices.get(conflict.at, "both")) for conflict in self.names.conflicts]
        return {c.base: c.theirs if choice == "theirs" else c.ours for c, choice in chosen if choice != "base"}

    def unnamed(self, choices: Choices) -> ArgumentMap:
        """The merged map before ids are settled that both renamed differently."""
        return _Building(self.three, self._disputes, choices).map()


class _Building:
    """One merged map in the making."""

    def __init__(self, three: Three, disputes: Disputes, choices: Choices) -> None:
        self.three, self.disputes, self.choices = three, disputes, choices
        self.entries: dict[str, Entry] = {}
        self.copies: dict[str, str] = {}

    def map(self) -> ArgumentMap:
        head = self.cells(None, ROOT_ORDER)
        for id in self.three.ids:
            entry = self.entry(id)
            if entry is not None:
                self.entries[id] = entry
        order = self.order()
        fields = {"version" if key == "argmap" else key: content for key, content in head.items()}
        return ArgumentMap(**fields).with_entries({id: self.entries[id] for id in order}, order)

    def choice(self, at: At) -> tuple[Conflict | None, Choice]:
        """The conflict that a place is part of, and how it is settled."""
        conflict = self.disputes.on(at)
        return conflict, "both" if conflict is None else self.choices.get(conflict.at, "both")

    @cached_property
    def changed(self) -> frozenset[str]:
        return frozenset(self.three.changed)

    def entry(self, id: str) -> Entry | None:
        """What becomes of one entry; None where it is deleted."""
        if id not in self.changed:
            return self.three.ours.entries[id]
        base, ours, theirs = self.three.entries(id)
        conflict, choice = self.choice((id, WHOLE))
        if conflict is not None and choice != "both":
            return self.three.map_of(choice).entries.get(id)
        if conflict is not None and conflict.cause == "deletion" and (ours is None or theirs is None):
            return theirs if ours is None else ours
        if ours is not None and theirs is not None and ours.kind == theirs.kind:
            if (base is None or base.kind != ours.kind) and self.wants_base(id, KEY_ORDER[ours.kind]):
                return base
            return entry_of(ours.kind, self.cells(id, KEY_ORDER[ours.kind]))
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if ours is not None and theirs is not None:
            self.copy(id, theirs)
        return ours

    def wants_base(self, id: str, keys: Iterable[str]) -> bool:
        """Whether something of an entry is to be as it was in the base."""
        return any(self.choice((id, key))[1] == "base" for key in keys)

    def copy(self, id: str, entry: Entry) -> None:
        number = 2
        while f"{id}-{number}" in self.three.ids:
            number += 1
        self.copies[id] = f"{id}-{number}"
        self.entries[f"{id}-{number}"] = entry

    def cells(self, id: str | None, order: tuple[str, ...]) -> dict[str, Any]:
        base, ours, theirs = self.three.cells(id)
        cells: dict[str, Any] = {}
        others: list[str] = []
        for key in order:
            was, mine, other = base.get(key), ours.get(key), theirs.get(key)
            if was == mine == other:
                cells[key] = was
                continue
            conflict, choice = self.choice((id, key))
            if conflict is not None and choice != "both":
                cells[key] = {"base": was, "ours": mine, "theirs": other}[choice]
                continue
            cells[key], agreed = merged_value(key, was, mine, other)
            if conflict is not None and conflict.cause == "deletion":
                cells[key] = self.restored(conflict, key, cells[key], (was, mine, other))
            if not agreed and not isinstance(mine or other, tuple) and None not in (mine, other):
                others.append(f"[other {key}: {_written(other)}]")
        if others:
            cells["note"] = " ".join([*([cells["note"]] if cells.get("note") else []), *others])
        return {key: content for key, content in cells.items() if content is not None and content != ()}

    def restored(self, conflict: Conflict, key: str, value: Any, values: Iterable[Any]) -> Any:
        """A list with what it named of a deletion that is not done."""
        if key not in NAMING_KEYS or not isinstance(value, tuple):
            return value
        back = {id for id, part in (conflict.at, *conflict.along) if part == WHOLE}
        kept = [item for value in values for item in value or () if back.intersection(names_in(key, (item,)))]
        return tuple(dict.fromkeys((*value, *kept)))

    def order(self) -> list[str]:
        """The merged order; what is settled elsewhere of where an entry stands says where it goes in the file."""
        three, orders = self.three, self.three.orders
        follow: dict[str, Side] = {}
        both = orders.moved["ours"] & orders.moved["theirs"]
        for id in self.changed | both:
            for key in (*PLACE_KEYS, WHOLE):
                conflict, choice = self.choice((id, key))
                if conflict is not None and choice != "both":
                    follow[id] = choice
        for id in (id for id in three.ours.entries if id in both and id not in follow):
            was, mine, other = three.cells(id)
            apart_in = next((key for key in PLACE_KEYS if mine.get(key) != other.get(key)), None)
            if apart_in is not None:
                follow[id] = "ours" if mine.get(apart_in) != was.get(apart_in) else "theirs"
                continue
            _, choice = self.choice((self.disputes.follows.get(id, id), ORDER))
            follow[id] = choice if choice != "both" else "ours"
        laid = orders.laid(self.entries.keys() - set(self.copies.values()), follow)
        return [at for id in laid for at in (id, self.copies.get(id)) if at is not None]


def _written(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    return write_formula(value) if isinstance(value, Atom | Not | And | Or) else str(value)
