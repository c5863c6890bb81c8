"""Edits of what stands in the map, made by the edit functions; what came of them is shown and said."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from argmap import edit
from argmap.edit import Edited, EditRefused, Place
from argmap.model import ArgumentMap, Conditional, Row
from argmap.tui.chips import Chips, Chosen
from argmap.tui.outline_state import View
from argmap.tui.row_layout import Spot
from argmap.tui.screens.details_form import DetailsForm, tags_of
from argmap.tui.screens.if_then import IfThenScreen
from argmap.tui.screens.prompt import Prompt
from argmap.tui.visible import kept

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Editing:
    """Selects, moves, deletes and undoes on an edit screen, and opens the dialogs that change entries."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

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
        none = self.key("let-go")
        told = f"{count} {'row' if count == 1 else 'rows'} selected: edits are of all of them"
        self.screen.say(f"{told}; {none} selects none." if count else "Nothing is selected.")

    def unselect(self) -> bool:
        """Select nothing any more; whether anything was."""
        selected = bool(self.screen.pane.state.selected)
        if selected:
            self.screen.pane.select(())
            self.screen.say("Nothing is selected any more.")
        return selected

    def key(self, id: str) -> str:
        """How an action's key is written."""
        return self.screen.keymap.shown(id)

    def if_then(self, begun: Chips | None = None, finished: Callable[[Edited, Chosen], Edited] | None = None) -> None:
        """Ask for a conditional's IF and THEN, beginning with some, and put it here; `finished` adds to the edit."""
        place = self.place
        conclusion = self._conclusion()

        def make(chosen: Chosen) -> Edited:
            parts = chosen.antecedent, chosen.consequent, chosen.propositions
            edited = edit.if_then(self.map, place, *parts, apart=begun is not None)
            return finished(edited, chosen) if finished is not None else edited

        self.screen.app.push_screen(
            IfThenScreen(self.map, default_then=conclusion, begun=begun, attempt=self._attempt(make))
        )

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
        self._at_places(verb)

    def delete(self) -> None:
        """Delete the selected rows and what stands under them."""
        self._at_places(edit.delete)

    def _at_places(self, verb: edit.Verb) -> None:
        """Make an edit at the selected places, or at the cursor's; what is selected stays so where it goes."""
        places = self.places
        if not places:
            self.say_empty()
            return
        self.do(lambda: edit.several(self.map, places, verb))

    def do(self, make: Callable[[], Edited]) -> bool:
        """Make an edit and show it; a refusal is said. Whether it was made."""
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

    def say_empty(self) -> None:
        """Say that there is nothing yet to act on."""
        self.screen.say(f"The map is empty: press {self.key('beside')} and write its first statement.")

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
        self.screen.changed(change.touched)
        self.screen.say(said.format(change.summary))
