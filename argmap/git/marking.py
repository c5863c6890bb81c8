"""What became of every box and line in the figure of two maps."""

from collections.abc import Sequence
from typing import Any

from argmap.diagram.marks import NO_MARK, At, Mark
from argmap.git.differences import Added, Changed, Difference, Moved, Removed
from argmap.git.union import Union, drawn, places
from argmap.model import ArgumentMap, Conditional, Inference, RowKind, Sentence, wording
from argmap.model.links import mentioned_by

ADDED, REMOVED, REWORDED = "+ added", "− removed", "~ reworded"
HERE, AWAY = "→ moved here", "→ moved away"
_FIELDS = {
    "by": ("whose claim", "the author's"),
    "means": ("meaning", "none given"),
    "rule": ("rule", "none named"),
    "answered": ("answer", "none"),
}
"""Keys that are told in notes: what they are called, and what is said where they have no value."""
_WORDS = ("text", "if", "then", "if_text", "then_text", "qualifier")
_SHOWN = frozenset({*_WORDS, *_FIELDS, "in", "for", "against", "implicit", "title", "main"})
"""The keys whose changes can be seen in a figure."""


class Marking:
    """The marks of a union's boxes and inferences."""

    def __init__(self, union: Union, changes: Sequence[Difference]) -> None:
        self.union, self.old, self.new = union, union.old, union.new
        self.changed = {(c.id, c.key): c for c in changes if isinstance(c, Changed) and c.id is not None}
        self.were, self.are = drawn(self.old), drawn(self.new)
        self.homes = {row.id: row.parent for row in union.map.outline.rows if row.kind is RowKind.SENTENCE}
        self.boxes: dict[At, Mark] = {}
        self.inferences: dict[str, Mark] = {}
        for id, entry in union.map.entries.items():
            if isinstance(entry, Sentence):
                self.sentence(id, entry)
        for id, entry in union.map.entries.items():
            if isinstance(entry, Inference):
                self.inference(id, entry)
        for change in changes:
            if isinstance(change, Moved):
                self.reordered(change.id)
            elif isinstance(change, Changed) and change.key == "main":
                self.main()
        left = union.left
        self.marked = {left.get(id, id) for id in (*(id for id, _ in self.boxes), *self.inferences)}

    def shows(self, change: Difference) -> bool:
        """Whether a change is to be seen in the figure."""
        match change:
            case Changed(None, key, _, _):
                return key in _SHOWN
            case Changed(str(id), key, _, _):
                return key in _SHOWN and id in self.marked
            case Added(id) | Removed(id) | Moved(id):
                return id in self.marked
        return False

    def box(self, at: At, mark: Mark) -> None:
        self.boxes[at] = self.boxes.get(at, NO_MARK).and_(mark)

    def sentence(self, id: str, entry: Sentence) -> None:
        standing = places(self.union.map, id) or (None,)
        if id in self.union.left:
            self.box((id, standing[0]), self.gone_from_here(self.union.left[id], entry))
        elif id not in self.old.entries or id not in self.new.entries:
            mark = Mark((REMOVED,), face="gone") if id in self.old.entries else Mark((ADDED,), face="new")
            for place in standing if id in self.homes else ():
                self.box((id, place), mark)
        else:
            self.moved(id)
            if id in self.homes:
                for mark in (self.reworded(id, entry), *self.fields(id)):
                    self.box((id, self.homes[id]), mark) if mark != NO_MARK else None

    def gone_from_here(self, id: str, entry: Sentence) -> Mark:
        """What a box says that stands for a sentence which stood there."""
        if entry.stands_in[0] in self.union.left:
            return Mark(see=id)
        if id in self.are:
            elsewhere = set(places(self.new, id)) - set(places(self.old, id)) or not places(self.new, id)
            return Mark((AWAY,), see=id) if elsewhere else Mark(("− no longer here",), face="gone", see=id)
        return self.taken_out(id)

    def taken_out(self, id: str) -> Mark:
        return Mark(("− no longer asserted" if id in self.new.links.mentions else "− taken out",), face="gone")

    def moved(self, id: str) -> None:
        """Mark the places at which a sentence of both maps newly stands."""
        were, are = places(self.old, id), places(self.new, id)
        left = set(were) - set(are)
        for place in are:
            if place not in were:
                if left or (not were and id in self.were):
                    self.box((id, place), Mark((HERE,)))
                else:
                    self.box((id, place), Mark(("+ also here" if were else self.placed(id),), face="new"))
        if not are and id in self.are and (left or id not in self.were):
            self.box((id, None), Mark((HERE,)) if left else Mark((self.placed(id),), face="new"))
        if not were and id in self.were - self.are:
            self.box((id, None), self.taken_out(id))

    def placed(self, id: str) -> str:
        return "+ now asserted" if self.old.outline.roles.get(id) == "proposition" else "+ placed here"

    def reworded(self, id: str, entry: Sentence) -> Mark:
        """What is said where a sentence shows other words: those it had."""
        before = self.old.sentence(id)
        if not isinstance(entry, Conditional) or not isinstance(before, Conditional):
            was, now = wording.sentence(self.old, id), wording.sentence(self.new, id)
            return Mark((REWORDED,), (f"was: {was}",)) if was != now else NO_MARK
        unboxed = (m for m in mentioned_by(entry) if m not in self.are)
        if not any((id, key) in self.changed for key in _WORDS) and not any(
            (m, "text") in self.changed for m in unboxed
        ):
            return NO_MARK
        (was_if, was_then), (if_, then) = wording.halves(self.old, before), wording.halves(self.new, entry)
        hedge = f" ({before.qualifier})" if before.qualifier else ""
        notes = [f"was: IF {was_if}"] if was_if != if_ else []
        if (was_then, before.qualifier) != (then, entry.qualifier):
            notes.append(f"was: THEN{hedge} {was_then}")
        return Mark((REWORDED,), tuple(notes)) if notes else NO_MARK

    def fields(self, id: str) -> list[Mark]:
        """What is said of changes that the drawing itself doesn't tell."""
        found = []
        if change := self.changed.get((id, "implicit")):
            found.append(Mark(("~ now implicit" if change.new else "~ no longer implicit",)))
        for key, (what, without) in _FIELDS.items():
            if change := self.changed.get((id, key)):
                now, was = _said(self.new, key, change.new) or without, _said(self.old, key, change.old) or without
                found.append(Mark((f"~ {what} changed",), (f"{what}: {now}", f"was: {was}")))
        return found

    def inference(self, id: str, entry: Inference) -> None:
        """Mark a reason or objection; its boxes don't say twice what they say of themselves."""
        kind, mark = entry.kind, NO_MARK
        was = self.old.inference(self.union.left.get(id, id))
        now = self.new.inference(id)
        if id in self.union.left:
            mark = Mark((f"→ {kind} moved away",), face="gone")
        elif was is None:
            mark = self.silent(id, Mark((f"+ {kind} added",), face="new"), ADDED)
        elif now is None:
            mark = self.silent(id, Mark((f"− {kind} removed",), face="gone"), REMOVED)
        else:
            if was.kind != kind:
                mark = mark.and_(Mark((f"~ {kind} now",)))
            if was.target != now.target:
                mark = mark.and_(Mark((f"→ {kind} moved here",)))
            for field in self.fields(id):
                mark = mark.and_(field)
        if mark != NO_MARK:
            self.inferences[id] = mark

    def silent(self, id: str, mark: Mark, sign: str) -> Mark:
        """The mark without its sign where every box of the inference bears the same one."""
        members = self.union.map.links.members.get(id, ())
        alike = all(sign in self.boxes.get((member, id), NO_MARK).signs for member in members)
        return Mark(face=mark.face) if members and alike else mark

    def main(self) -> None:
        """Mark what has become, or is no longer, one of the named main conclusions."""
        were, are = set(self.old.outline.mains), set(self.new.outline.mains)
        for id in (were ^ are) & self.old.entries.keys() & self.new.entries.keys() & self.homes.keys():
            sign = "~ now a main conclusion" if id in are else "~ no longer a main conclusion"
            self.box((id, self.homes[id]), Mark((sign,)))

    def reordered(self, id: str) -> None:
        """Mark what stands elsewhere among its siblings; an order of the file that nobody sees isn't marked."""
        entry, links = self.new.entries[id], self.new.links
        if isinstance(entry, Inference):
            if len(links.inferences.get(entry.target, ())) > 1:
                self.inferences[id] = self.inferences.get(id, NO_MARK).and_(Mark((f"→ {entry.kind} reordered",)))
        elif id in self.homes and id in self.were:
            place = self.homes[id]
            beside = self.new.outline.roots if place is None else links.members.get(place, ())
            if len(beside) > 1:
                self.box((id, place), Mark(("→ reordered",)))


def _said(map: ArgumentMap, key: str, value: Any) -> str:
    if key == "rule" and value == "none":
        return "not claimed to be deductive"
    return wording.in_words(map, value) if key == "means" and value is not None else value or ""
