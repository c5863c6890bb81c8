"""The next map while an edit is building it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from argmap.edit.change import Change, Edited, Place
from argmap.edit.places import home, stands_at
from argmap.model import ArgumentMap, Entry


@dataclass
class Draft:
    """The next map while an edit is building it; `entries` stand in their order only when it is done."""

    map: ArgumentMap
    entries: dict[str, Entry] = field(init=False)
    touched: set[str] = field(default_factory=set)
    root: dict[str, Any] = field(default_factory=dict)
    _order: list[str] | None = None

    def __post_init__(self) -> None:
        self.entries = dict(self.map.entries)

    def add(self, id: str, entry: Entry, *, after: str | None = None, before: str | None = None) -> None:
        """Put a new entry behind one id, in front of another, or at the end of the file."""
        self.entries[id] = entry
        if self._order is not None:
            self._order.append(id)
        self.touched.add(id)
        if after is not None or before is not None:
            self.shift([id], after=after, before=before)

    def change(self, id: str, **fields: Any) -> None:
        """Replace fields of an entry."""
        self.entries[id] = self.entries[id].model_copy(update=fields)
        self.touched.add(id)

    def remove(self, id: str) -> None:
        """Take an entry out of the map."""
        del self.entries[id]
        if self._order is not None:
            self._order.remove(id)
        self.touched.add(id)

    def shift(self, ids: Iterable[str], *, after: str | None = None, before: str | None = None) -> None:
        """Move entries, in the order given, behind one id or in front of another."""
        moving = list(ids)
        self.touched.update(moving)
        if before is None and after is not None:
            after = self._still_there(after, moving)
        order = self._order = list(self.entries) if self._order is None else self._order
        for id in moving:
            del order[len(order) - 1 if order[-1] == id else order.index(id)]
        at = order.index(before) if before is not None else order.index(after) + 1 if after is not None else 0
        order[at:at] = moving

    def _still_there(self, after: str, moving: list[str]) -> str | None:
        """The id itself, or the nearest one in front of it that neither moved nor went."""
        if after in self.entries and after not in moving:
            return after
        old = list(self.map.entries)
        ahead = reversed(old[: self.map.links.position[after]])
        return next((id for id in ahead if id in self.entries and id not in moving), None)

    def set_main(self, main: Iterable[str]) -> None:
        """Name other main conclusions."""
        self.root["main"] = tuple(main)

    def done(self, verb: str, summary: str, focus: Place | None, renamed: tuple[str, str] | None = None) -> Edited:
        """The finished map and what changed in it."""
        new = self.map.with_entries(self._in_order(), self.touched, **self.root)
        if focus is not None and not stands_at(new, focus):
            focus = home(new, focus.id)
        if focus is not None and focus.id in self.map.entries and focus.id in self.touched:
            summary += self._relabelled(new, focus.id)
        return new, Change(verb, frozenset(self.touched), summary, focus, renamed)

    def _in_order(self) -> dict[str, Entry]:
        """The entries in their order, put together once however often some were shifted."""
        entries, order = self.entries, self._order
        if order is None:
            return entries
        return dict(zip(order, map(entries.__getitem__, order), strict=True))

    def _relabelled(self, new: ArgumentMap, id: str) -> str:
        """What to add for people where the entry they moved has another label now."""
        old_label, label = self.map.outline.label(id), new.outline.labels.get(id, "loose")
        return f", now {label}" if label != old_label else ""
