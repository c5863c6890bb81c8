"""The verbs that change the map: they ask the edit functions, and show what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from argmap import edit
from argmap.edit import Clip, Edited, EditRefused, Place
from argmap.model import ArgumentMap, Conditional, Inference, Row
from argmap.tui.chips import Chosen
from argmap.tui.faces import editable_text
from argmap.tui.outline_state import View
from argmap.tui.row_layout import Spot
from argmap.tui.screens.details_form import DetailsForm, tags_of
from argmap.tui.screens.if_then import IfThenScreen
from argmap.tui.screens.prompt import Prompt
from argmap.tui.visible import kept

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_STAND_IN = "…"

Maker: TypeAlias = Callable[[str], Edited]


@dataclass(frozen=True)
class _Writing:
    """What is being written: how to make the edit of the text, what Esc goes back to, what it began with."""

    make: Maker
    before: View
    touched: frozenset[str]
    begun: str = ""


class Editing:
    """Everything that changes the map of an edit screen."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self.clips: tuple[Clip, ...] = ()
        self._writing: _Writing | None = None

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.screen.opened.map

    @property
    def row(self) -> Row | None:
        """The selected row."""
        return self.screen.pane.state.current

    @property
    def place(self) -> Place | None:
        """The selected place."""
        return Place.of(self.row) if self.row is not None else None

    @property
    def places(self) -> list[Place]:
        """The places that an edit of the selection is about: those selected, else the cursor's."""
        selected = self.screen.pane.state.selected
        if selected:
            return edit.outermost(self.map, selected)
        return [self.place] if self.place is not None else []

    def select(self) -> None:
        """Select this row too, or no longer; then to the row below."""
        place, view = self.place, self.screen.pane.view
        if place is None:
            self.screen.say("The map is empty: there is nothing to select.")
            return
        self.screen.pane.select(view.state.selected ^ {place})
        view.move_to(view.state.cursor + 1)
        count = len(view.state.selected)
        none = self._key("let-go")
        told = f"{count} {'row' if count == 1 else 'rows'} selected: edits are of all of them"
        self.screen.say(f"{told}; {none} selects none." if count else "Nothing is selected.")

    def unselect(self) -> bool:
        """Select nothing any more; whether anything was."""
        selected = bool(self.screen.pane.state.selected)
        if selected:
            self.screen.pane.select(())
            self.screen.say("Nothing is selected any more.")
        return selected

    def _key(self, id: str) -> str:
        return self.screen.keymap.shown(id)

    def beside(self) -> None:
        """Write a statement beside this; in an empty map, the first."""
        place = self.place
        self._write_new(lambda text: edit.beside(self.map, place, text))

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
        place = self.place
        if place is None:
            self._empty()
            return
        here = place
        self._write_new(lambda text: verb(self.map, here, text))

    def _write_new(self, make: Maker) -> None:
        before = self.screen.pane.state.view
        try:
            provisional, change = make(_STAND_IN)
        except EditRefused as refusal:
            self.screen.say(str(refusal), grave=True)
            return
        assert change.focus is not None
        self._writing = _Writing(make, before, change.touched)
        self.screen.show_pane("outline")
        self.screen.pane.show(provisional, change.touched, Spot(*change.focus))
        self.screen.pane.view.begin_draft("")
        self.screen.refresh_footer()
        if self.map.entries:
            what = change.summary.removeprefix("added ").removeprefix("drew ")
            keep, drop = self._key("commit"), self._key("abandon")
            self.screen.say(f"Writing {what}: {keep} keeps it, {drop} leaves nothing behind.")

    def edit_text(self) -> None:
        """Write on this row's own text; a conditional opens its chips, a reason its fields."""
        row = self.row
        if row is None:
            self.beside()
            return
        entry = self.map.entries.get(row.id)
        if isinstance(entry, Conditional):
            self.change_if_then(row.id)
            return
        text = editable_text(self.map, row.id)
        if text is None:
            if entry is not None:
                self.fields()
            return
        self._writing = _Writing(
            lambda new: edit.reword(self.map, row.id, new), self.screen.pane.state.view, frozenset(), kept(text)
        )
        self.screen.show_pane("outline")
        self.screen.pane.view.begin_draft(text)
        self.screen.refresh_footer()
        label, keep, drop = self.map.outline.label(row.id), self._key("commit"), self._key("abandon")
        self.screen.say(f"Rewording {label}: {keep} keeps it, {drop} leaves it as it was.")

    def commit(self) -> None:
        """Keep what was written; nothing written leaves nothing behind."""
        draft = self.screen.pane.draft
        writing, text = self._writing, draft.value if draft is not None else ""
        if not text and not self.map.entries:
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

    def abandon(self) -> None:
        """Go back to how things were before writing."""
        writing, self._writing = self._writing, None
        self.screen.pane.view.end_draft()
        if writing is not None and writing.touched:
            self.screen.pane.show(self.map, writing.touched, None, writing.before)
        self.screen.following.mark_rows()
        self.screen.refresh_footer()
        self.screen.say("")

    def if_then(self) -> None:
        """Ask for a conditional's IF and THEN, and put it here."""
        place = self.place
        conclusion = self._conclusion()

        def make(chosen: Chosen) -> Edited:
            return edit.if_then(self.map, place, chosen.antecedent, chosen.consequent, chosen.propositions)

        self.screen.app.push_screen(IfThenScreen(self.map, default_then=conclusion, attempt=self._attempt(make)))

    def change_if_then(self, id: str) -> None:
        """Ask for other formulas for a conditional."""
        entry = self.map.entries[id]
        assert isinstance(entry, Conditional)

        def make(chosen: Chosen) -> Edited:
            return edit.change_if_then(self.map, id, chosen.antecedent, chosen.consequent, chosen.propositions)

        if not IfThenScreen.can_show(entry):
            self.screen.say("This conditional has brackets in it: edit its IF and THEN as formulas.")
            self.fields(id, "antecedent")
            return
        self.screen.app.push_screen(IfThenScreen(self.map, conditional=entry, attempt=self._attempt(make)))

    def _attempt(self, make: Callable[[Chosen], Edited]) -> Callable[[Chosen], str | None]:
        def attempt(chosen: Chosen) -> str | None:
            try:
                edited = make(chosen)
            except EditRefused as refusal:
                return str(refusal)
            self.screen.take(edited, self.screen.pane.state.view, unfold=True)
            return None

        return attempt

    def _conclusion(self) -> str | None:
        row = self.row
        if row is None:
            return None
        entry = self.map.inference(row.id)
        reasons = self.map.links.inferences.get(row.id, ())
        if entry is None and not reasons and row.parent is not None:
            entry = self.map.inference(row.parent)
        if entry is None:
            return row.id if row.id in self.map.outline.roots or reasons else None
        return entry.target if self.map.sentence(entry.target) is not None else None

    def fields(self, id: str | None = None, first: str | None = None) -> None:
        """Open the form of all fields of this entry, beginning with the field `first`."""
        row = self.row
        about = id if id is not None else row.id if row is not None else None
        if about is None or about not in self.map.entries:
            self.screen.say("There is nothing here to describe.")
            return
        self.screen.app.push_screen(DetailsForm(self.map, about, self._take_fields, first))

    def _take_fields(self, edited: Edited) -> None:
        self.screen.take(edited, self.screen.pane.state.view)

    def title(self) -> None:
        """Ask for another title."""

        def attempt(text: str) -> str | None:
            if text != kept(self.map.title):
                self.screen.take(edit.set_title(self.map, text), self.screen.pane.state.view)
            return None

        self.screen.app.push_screen(Prompt("The map's title", self.map.title, attempt))

    def tags(self) -> None:
        """Ask for the tags of the selected rows, beginning with those that all have."""
        selected = self.screen.pane.state.selected or ({self.place} if self.place is not None else set())
        rows, entries = self.screen.pane.state.rows, self.map.entries
        ids = list(dict.fromkeys(row.id for row in rows if Place.of(row) in selected and row.id in entries))
        if not ids:
            self.screen.say("There is nothing here to tag.")
            return

        def attempt(text: str) -> str | None:
            try:
                edited = edit.retag(self.map, ids, tags_of(text))
            except EditRefused as refusal:
                return str(refusal)
            self.screen.take(edited, self.screen.pane.state.view, stay=self.screen.pane.state.spot)
            return None

        whose = self.map.outline.label(ids[0]) if len(ids) == 1 else f"{len(ids)} rows, those that all have"
        question = f"Tags of {whose}: with commas between them"
        self.screen.app.push_screen(Prompt(question, ", ".join(edit.common_tags(self.map, ids)), attempt))

    def move(self, verb: edit.Verb) -> None:
        """Move the selected rows by one of the moving edits."""
        self._do(verb)

    def mark(self, cut: bool) -> None:
        """Mark the selected rows as cut or copied; a second time takes the mark off."""
        places = self._asserted(self.places)
        if not places:
            return
        clips = tuple(Clip(place, cut) for place in places)
        again = self.clips == clips
        self.clips = () if again else clips
        self.screen.pane.select(())
        self.screen.pane.mark_cut(frozenset(places) if cut and not again else frozenset())
        label = self._named(clips)
        word = "cut" if cut else "copied"
        if again:
            self.screen.say(f"{label} {'is' if len(clips) == 1 else 'are'} no longer marked.")
        elif len(clips) == 1 and isinstance(self.map.entries.get(places[0].id), Inference):
            self.screen.say(f"{word} {label}: {self._key('paste')} pastes it onto what it is to bear on.")
        else:
            paste, beside = self._key("paste"), self._key("paste-beside")
            together = "them as one new reason" if edit.linked(self.map, places) else "each as a new reason"
            it = "it as a new reason" if len(clips) == 1 else together
            self.screen.say(f"{word} {label}: {paste} pastes {it} for the selected row, {beside} beside it.")

    def _asserted(self, places: Sequence[Place]) -> Sequence[Place]:
        """The places without those that only mention, in a conditional, what another of them is about."""
        mentions = {place for place in places if self.map.sentence(place.parent or "") is not None}
        others = {place.id for place in places if place not in mentions}
        return [place for place in places if place not in mentions or place.id not in others]

    def _named(self, clips: Sequence[Clip]) -> str:
        return self.map.outline.label(clips[0].place.id) if len(clips) == 1 else f"{len(clips)} rows"

    def unmark(self) -> None:
        """Take off the mark of what was cut or copied."""
        if self.clips:
            said = f"{self._named(self.clips)} {'is' if len(self.clips) == 1 else 'are'} no longer marked."
            self._forget_clips()
            self.screen.say(said)

    def _forget_clips(self) -> None:
        self.clips = ()
        self.screen.pane.mark_cut(frozenset())

    def paste(self, verb: Callable[[ArgumentMap, Clip, Place], Edited]) -> None:
        """Paste what was marked at the cursor's row."""
        clips, here = self.clips, self.place
        if not clips:
            cut, copy = self._key("cut"), self._key("copy")
            self.screen.say(f"Nothing is cut or copied: {cut} cuts and {copy} copies the selected row.")
            return
        if here is None:
            self._empty()
            return
        at, first = here, clips[0]

        def paste_all() -> Edited:
            if len(clips) == 1:
                return verb(self.map, first, at)
            if verb is edit.paste_reason and edit.linked(self.map, [clip.place for clip in clips]):
                return edit.paste_linked(self.map, clips, at)
            behind = verb is edit.paste_beside and self.map.inference(at.id) is None
            places = [clip.place for clip in clips]
            return edit.several(self.map, places, lambda map, p: verb(map, Clip(p, first.cut), at), backwards=behind)

        if self._take(paste_all):
            self.screen.pane.select(())
            if first.cut:
                self._forget_clips()

    def delete(self) -> None:
        """Delete the selected rows and what stands under them."""
        self._do(edit.delete)

    def _do(self, verb: edit.Verb) -> None:
        """Make an edit at the selected places, or at the cursor's; what is selected stays so where it goes."""
        places = self.places
        if not places:
            self._empty()
            return
        self._take(lambda: edit.several(self.map, places, verb))

    def _take(self, make: Callable[[], Edited]) -> bool:
        try:
            edited = make()
        except EditRefused as refusal:
            self.screen.say(str(refusal), grave=True)
            return False
        state, went, here = self.screen.pane.state, edited[1].went, self.place
        selected = bool(state.selected)
        stay = next((Spot(*place) for place in went if here is not None and place.id == here.id), None)
        self.screen.take(edited, state.view, stay=stay)
        if selected:
            self.screen.pane.select(went)
        return True

    def _empty(self) -> None:
        self.screen.say(f"The map is empty: press {self._key('beside')} and write its first statement.")

    def undo(self) -> None:
        """Take the last edit back; cursor and folds come back with it."""
        self._step(self.screen.opened.history.undo, "took back: {}", "Nothing to undo.")

    def redo(self) -> None:
        """Make the edit last taken back again."""
        self._step(self.screen.opened.history.redo, "made again: {}", "Nothing to redo.")

    def _step(self, step: Callable[[View], tuple[edit.Change, View] | None], said: str, nothing: str) -> None:
        found = step(self.screen.pane.state.view)
        if found is None:
            self.screen.say(nothing)
            return
        change, view = found
        self.screen.pane.show(self.map, change.touched, None, view)
        self.screen.changed()
        self.screen.say(said.format(change.summary))
