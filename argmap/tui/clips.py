"""Cutting, copying and pasting rows: what is marked, and what becomes of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from argmap import edit
from argmap.edit import Clip, Edited, Place
from argmap.model import ArgumentMap, Inference
from argmap.tui.editing import Editing

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Clips:
    """The rows of an edit screen that are marked as cut or copied."""

    def __init__(self, screen: "EditScreen", editing: Editing) -> None:
        self.screen = screen
        self.editing = editing
        self.marked: tuple[Clip, ...] = ()

    def mark(self, cut: bool) -> None:
        """Mark the selected rows as cut or copied; a second time takes the mark off."""
        places = self._asserted(self.editing.places)
        if not places:
            return
        clips = tuple(Clip(place, cut) for place in places)
        again = self.marked == clips
        self.marked = () if again else clips
        self.screen.pane.select(())
        self.screen.pane.mark_cut(frozenset(places) if cut and not again else frozenset())
        label = self._named(clips)
        word = "cut" if cut else "copied"
        if again:
            self.screen.say(f"{label} {'is' if len(clips) == 1 else 'are'} no longer marked.")
        elif len(clips) == 1 and isinstance(self.editing.map.entries.get(places[0].id), Inference):
            self.screen.say(f"{word} {label}: {self.editing.key('paste')} pastes it onto what it is to bear on.")
        else:
            paste, beside = self.editing.key("paste"), self.editing.key("paste-beside")
            together = "them as one new reason" if edit.linked(self.editing.map, places) else "each as a new reason"
            it = "it as a new reason" if len(clips) == 1 else together
            self.screen.say(f"{word} {label}: {paste} pastes {it} for the selected row, {beside} beside it.")

    def _asserted(self, places: Sequence[Place]) -> Sequence[Place]:
        """The places without those that only mention, in a conditional, what another of them is about."""
        mentions = {place for place in places if self.editing.map.sentence(place.parent or "") is not None}
        others = {place.id for place in places if place not in mentions}
        return [place for place in places if place not in mentions or place.id not in others]

    def _named(self, clips: Sequence[Clip]) -> str:
        return self.editing.map.outline.label(clips[0].place.id) if len(clips) == 1 else f"{len(clips)} rows"

    def unmark(self) -> None:
        """Take off the mark of what was cut or copied."""
        if self.marked:
            said = f"{self._named(self.marked)} {'is' if len(self.marked) == 1 else 'are'} no longer marked."
            self._forget()
            self.screen.say(said)

    def _forget(self) -> None:
        self.marked = ()
        self.screen.pane.mark_cut(frozenset())

    def paste(self, verb: Callable[[ArgumentMap, Clip, Place], Edited]) -> None:
        """Paste what was marked at the cursor's row."""
        clips, here = self.marked, self.editing.place
        if not clips:
            cut, copy = self.editing.key("cut"), self.editing.key("copy")
            self.screen.say(f"Nothing is cut or copied: {cut} cuts and {copy} copies the selected row.")
            return
        if here is None:
            self.editing.say_empty()
            return
        at, first = here, clips[0]

        def paste_all() -> Edited:
            if len(clips) == 1:
                return verb(self.editing.map, first, at)
            if verb is edit.paste_reason and edit.linked(self.editing.map, [clip.place for clip in clips]):
                return edit.paste_linked(self.editing.map, clips, at)
            behind = verb is edit.paste_beside and self.editing.map.inference(at.id) is None
            places = [clip.place for clip in clips]
            return edit.several(
                self.editing.map, places, lambda map, p: verb(map, Clip(p, first.cut), at), backwards=behind
            )

        if self.editing.do(paste_all):
            self.screen.pane.select(())
            if first.cut:
                self._forget()
