"""One change between two maps taken back, and no more than has to go with it."""

from collections.abc import Iterable, Mapping

from argmap.edit import Change, Edited
from argmap.edit.places import home
from argmap.git.cells import NAMING_KEYS, cells_of, entry_of, names_in
from argmap.git.conflicts import parent
from argmap.git.differences import Added, Changed, Difference, Moved, Removed, Renamed, touched
from argmap.git.renames import renamed, renamings
from argmap.git.told import told
from argmap.model import ArgumentMap, Entry, Inference, Sentence


def taken_back(old: ArgumentMap, new: ArgumentMap, change: Difference) -> Edited:
    """The new map without one of its `differences` from the old one.

    What the change was needed for goes along: with an added reason the statements that were added to it, with a
    removed statement the reason that it stood in; what was there before goes back to where it stood.
    """
    old = renamed(old, renamings(old, new))
    said = f"undid: {told(change, old, new)}"
    if isinstance(change, Renamed):
        map = renamed(new, {change.new: change.old})
        return map, Change("take back", touched(new, map), said, None, (change.new, change.old))
    map = _Back(old, new).without(change)
    focus = home(map, change.id) if isinstance(change, Removed) and change.id in map.entries else None
    return map, Change("take back", touched(new, map), said, focus)


class _Back:
    """A map on its way back."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap) -> None:
        self.old, self.new = old, new
        self.entries: dict[str, Entry] = dict(new.entries)
        self.head = dict(cells_of(new, None))
        self.restored: set[str] = set()
        self.moved: set[str] = set()

    def without(self, change: Added | Removed | Changed | Moved) -> ArgumentMap:
        match change:
            case Added(id):
                del self.entries[id]
            case Removed(id):
                self.restore(id)
            case Changed(id, key):
                self.revert(id, key)
            case Moved(id):
                self.moved.add(id)
        while self.mend():
            pass
        order = self.order()
        fields = {"version" if key == "argmap" else key: value for key, value in self.head.items()}
        fields = {"title": "", "main": (), "tags": (), "note": None, "ignore": ()} | fields
        entries = {id: self.entries[id] for id in order}
        return self.new.with_entries(entries, touched(self.new, ArgumentMap(entries=entries)), **fields)

    def restore(self, id: str) -> None:
        """Bring an entry back as it was."""
        self.entries[id] = self.old.entries[id]
        self.restored.add(id)

    def revert(self, id: str | None, key: str) -> None:
        """Give a cell its old value."""
        before = cells_of(self.old, id).get(key)
        cells = dict(self.head if id is None else cells_of(self.now, id))
        cells.pop(key, None)
        if before is not None:
            cells[key] = before
        if id is None:
            self.head = cells
        else:
            self.entries[id] = entry_of(self.entries[id].kind, cells)

    @property
    def now(self) -> ArgumentMap:
        return ArgumentMap.model_construct(entries=self.entries)

    def mend(self) -> bool:
        """Undo one more change that can't stand without those already undone; whether there was one."""
        for id in (None, *self.entries):
            cells: Mapping[str, object] = self.head if id is None else cells_of(self.now, id)
            for key in NAMING_KEYS & cells.keys():
                for name in names_in(key, cells[key]):
                    if name in self.entries or not self.was_named_soundly(name):
                        continue
                    self.reconcile(id, key, name)
                    return True
        members = {name for entry in self.entries.values() if isinstance(entry, Sentence) for name in entry.stands_in}
        for id, entry in self.entries.items():
            had = id in self.new.links.members or (id in self.restored and id in self.old.links.members)
            if isinstance(entry, Inference) and id not in members and had:
                return self.fill(id)
        return False

    def was_named_soundly(self, name: str) -> bool:
        return name in self.old.entries or name in self.new.entries

    def reconcile(self, id: str | None, key: str, missing: str) -> None:
        """Settle that an entry names what is not there."""
        if missing in self.old.entries:
            self.restore(missing)
        elif id is None or (id in self.old.entries and self.old.entries[id].kind == self.entries[id].kind):
            self.revert(id, key)
        else:
            del self.entries[id]

    def fill(self, id: str) -> bool:
        """Settle that a reason or objection has no members left; whether that was possible."""
        if id not in self.old.entries:
            del self.entries[id]
            return True
        members = self.old.links.members.get(id, ())
        for member in members:
            if member in self.entries:
                self.revert(member, "in")
            else:
                self.restore(member)
        return bool(members)

    def order(self) -> list[str]:
        """The new map's order, with what comes back or moves back behind what it stood behind."""
        going = {id for id in self.entries if id in self.restored or not self.moved.isdisjoint(self.line(id))}
        order = [id for id in self.new.entries if id in self.entries and id not in going]
        before = list(self.old.entries)
        for at, id in enumerate(before):
            if id in going:
                ahead = next((each for each in reversed(before[:at]) if each in order), None)
                order.insert(order.index(ahead) + 1 if ahead is not None else 0, id)
        return order + [id for id in self.entries if id not in order]

    def line(self, id: str) -> Iterable[str]:
        """An entry and all that it stands under."""
        seen: dict[str, None] = {}
        at: str | None = id
        while at is not None and at in self.entries and at not in seen:
            seen[at] = None
            at = parent(self.entries[at])
        return seen
