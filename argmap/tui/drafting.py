"""Writing in place: a new statement, or a row's own text; Enter keeps it, Esc leaves nothing behind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from argmap import edit
from argmap.edit import Edited, EditRefused, Place
from argmap.model import Anchor, ArgumentMap, Conditional
from argmap.tui.editing import Editing
from argmap.tui.faces import editable_text
from argmap.tui.outline_state import View
from argmap.tui.row_layout import Spot
from argmap.tui.visible import kept

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_STAND_IN = "…"

Maker: TypeAlias = Callable[[str], Edited]


@dataclass(frozen=True)
class _Writing:
    """What is being written: how to make the edit of the text, what Esc goes back to, what it began with.

    `back` is the pane that gets the keys afterwards.
    """

    make: Maker
    before: View
    touched: frozenset[str]
    begun: str = ""
    back: str = "outline"


class Drafting:
    """What is written on the outline's rows; an edit is made of it when it is kept."""

    def __init__(self, screen: "EditScreen", editing: Editing) -> None:
        self.screen = screen
        self.editing = editing
        self._writing: _Writing | None = None

    def beside(self) -> None:
        """Write a statement beside this; in an empty map, the first."""
        place = self.editing.place
        self._write_new(lambda text: edit.beside(self.editing.map, place, text))

    def because(self) -> None:
        """Write the first premise of a new reason for this."""
        self._write_at(edit.because)

    def but(self) -> None:
        """Write an objection to this."""
        self._write_at(edit.but)

    def undercut(self) -> None:
        """Write an objection to the reason this stands in."""
        self._write_at(edit.undercut)

    def therefore(self) -> None:
        """Write a conclusion between this and what it supports."""
        self._write_at(edit.therefore)

    def _write_at(self, verb: Callable[[ArgumentMap, Place, str], Edited]) -> None:
        place = self.editing.place
        if place is None:
            self.editing.say_empty()
            return
        here = place
        self._write_new(lambda text: verb(self.editing.map, here, text))

    def _write_new(self, make: Maker) -> None:
        before = self.screen.pane.state.view
        try:
            taken = self.screen.marking.taken()
            provisional, change = make(_STAND_IN)
        except EditRefused as refusal:
            self.screen.say(str(refusal), grave=True)
            return
        assert change.focus is not None
        made = make if taken is None else _anchored(make, taken.anchor)
        self._writing = _Writing(made, before, change.touched, back="outline" if taken is None else "source")
        self.screen.show_pane("outline")
        self.screen.pane.show(provisional, change.touched, Spot(*change.focus))
        self.screen.pane.view.begin_draft("" if taken is None else taken.text, select=True)
        self.screen.refresh_footer()
        if self.editing.map.entries:
            what = change.summary.removeprefix("added ").removeprefix("drew ")
            keep, drop = self.editing.key("commit"), self.editing.key("abandon")
            self.screen.say(f"Writing {what}: {keep} keeps it, {drop} leaves nothing behind.")

    def edit_text(self) -> None:
        """Write on this row's own text; a conditional opens its chips, a reason its fields."""
        row = self.editing.row
        if row is None:
            self.beside()
            return
        entry = self.editing.map.entries.get(row.id)
        if isinstance(entry, Conditional):
            self.editing.change_if_then(row.id)
            return
        text = editable_text(self.editing.map, row.id)
        if text is None:
            if entry is not None:
                self.editing.fields()
            return
        self._writing = _Writing(
            lambda new: edit.reword(self.editing.map, row.id, new), self.screen.pane.state.view, frozenset(), kept(text)
        )
        self.screen.show_pane("outline")
        self.screen.pane.view.begin_draft(text)
        self.screen.refresh_footer()
        label, keep, drop = (
            self.editing.map.outline.label(row.id),
            self.editing.key("commit"),
            self.editing.key("abandon"),
        )
        self.screen.say(f"Rewording {label}: {keep} keeps it, {drop} leaves it as it was.")

    def commit(self) -> None:
        """Keep what was written; nothing written leaves nothing behind."""
        draft = self.screen.pane.draft
        writing, text = self._writing, draft.value if draft is not None else ""
        if not text and not self.editing.map.entries:
            return
        if writing is None or not text or text == writing.begun:
            self.abandon()
            return
        try:
            edited = writing.make(text)
        except EditRefused as refusal:
            self.screen.say(str(refusal), grave=True)
            return
        here = self.screen.pane.state.spot
        self._writing = None
        self.screen.pane.view.end_draft()
        rewording = not writing.touched
        self.screen.take(edited, writing.before, stay=here if rewording else None, stale=writing.touched)
        self.screen.go_back(writing.back)

    def abandon(self) -> None:
        """Go back to how things were before writing."""
        writing, self._writing = self._writing, None
        self.screen.pane.view.end_draft()
        if writing is not None and writing.touched:
            self.screen.pane.show(self.editing.map, writing.touched, None, writing.before)
        self.screen.following.mark_rows()
        self.screen.go_back(writing.back if writing is not None else "outline")
        self.screen.refresh_footer()
        self.screen.say("")
        if self.editing.row is None:
            attach = self.editing.key("attach")
            self.screen.say(
                f"{self.editing.key('beside')} writes the first statement; {attach} names a text to draw from."
            )


def _anchored(make: Maker, anchor: Anchor) -> Maker:
    """The edit that makes a statement and lets it point to a passage."""

    def made(text: str) -> Edited:
        edited = make(text)
        focus = edited[1].focus
        return edited if focus is None else edit.also_anchored(edited, focus.id, anchor)

    return made
