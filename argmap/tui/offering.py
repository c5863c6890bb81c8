"""Conditionals that the source states: offered as if-then, to be added, changed first, or dismissed."""

from typing import TYPE_CHECKING

from argmap import edit
from argmap.edit import Edited, EditRefused
from argmap.model import Conditional
from argmap.model.formula import atoms
from argmap.source import Passage, anchor_to, words
from argmap.tui.chips import Chip, Chips, Chosen, Side
from argmap.tui.editing import Editing
from argmap.tui.marking import Marking, Taken
from argmap.tui.text_cursor import TextCursor
from argmap.workspace.files import WorkspaceError

if TYPE_CHECKING:
    from argmap.source.candidates import Candidate
    from argmap.tui.screens.edit import EditScreen

_SAME = 0.8
"""A statement says a half of a conditional if its passage and the half share this part of their words."""


class Offering:
    """Steps through the conditionals that are offered, and adds or dismisses them."""

    def __init__(self, screen: "EditScreen", editing: Editing, marking: Marking) -> None:
        self.screen = screen
        self.editing = editing
        self.marking = marking

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) conditional that is offered, round the end."""
        offered, cursor = self.marking.reading.offered, self.marking.view.cursor
        if not offered or cursor is None:
            self.screen.say("No conditional is offered from this text any more.")
            return
        here = cursor.document.words[cursor.first].start
        if by > 0:
            found = next((one for one in offered if one.passage.start > here), offered[0])
        else:
            ahead = cursor.passage.start
            found = next((one for one in reversed(offered) if one.passage.start < ahead), offered[-1])
        self.marking.view.select(TextCursor.over(cursor.document, found.passage))

    def here(self) -> "Candidate | None":
        """The conditional that is offered where something is selected, the first that begins there."""
        cursor = self.marking.view.cursor
        if cursor is None:
            return None
        start, end = cursor.passage
        offered = self.marking.reading.offered
        hits = [one for one in offered if 2 * _shared(cursor.passage, one.passage) >= end - start]
        return min(hits, key=lambda one: abs(one.passage.start - start), default=None)

    def told(self, offered: "Candidate") -> str:
        """An offered conditional in words, and what can be done with it."""
        keys = [self.editing.key(id) for id in ("accept", "if-then", "dismiss")]
        all_offered, document = self.marking.reading.offered, self.marking.reading.document
        count = f"{all_offered.index(offered) + 1} of {len(all_offered)}"
        unless = "not: " if offered.negated else ""
        hedge = f" ({offered.qualifier})" if offered.qualifier else ""
        halves = (offered.antecedent, offered.consequent)
        words_of = [" ".join(document.text[slice(*half)].split()) if document is not None else "" for half in halves]
        said = f"IF {unless}{words_of[0]} THEN{hedge} {words_of[1]}"
        return f"Offered ({count}): {keys[0]} adds, {keys[1]} changes first, {keys[2]} dismisses. {said}"

    def if_then(self) -> None:
        """Put a conditional together: from the text what is offered there, elsewhere an empty one."""
        try:
            taken = self.marking.taken()
        except EditRefused as refusal:
            self.screen.say(f"{refusal}.", grave=True)
            return
        offered = self.here() if taken is not None else None
        chips = self._chips(offered) if offered is not None else None
        document = self.marking.reading.document

        def finished(edited: Edited, chosen: Chosen) -> Edited:
            if taken is not None and self.marking.reading.document is not document:
                raise EditRefused("the text has changed meanwhile: leave this (Esc) and select the passage once more")
            return self._anchored(edited, chosen, taken, offered)

        self.editing.if_then(chips, finished)

    def accept(self) -> None:
        """Add the offered conditional as it is."""
        offered = self.here()
        if offered is None:
            self.screen.say(f"No conditional is offered here: {self.editing.key('next-offered')} goes to the next.")
            return
        document, source = self.marking.reading.document, self.marking.reading.source
        anchor = anchor_to(document, source, offered.passage) if document is not None and source is not None else None
        if any(isinstance(entry, Conditional) and anchor in entry.anchor for _, entry in self.editing.map.sentences()):
            self.screen.say("This conditional is in the map already.")
            return
        chosen = self._chips(offered).chosen()
        map, place = self.editing.map, self.editing.place

        def make() -> Edited:
            taken = self.marking.taken()
            parts = chosen.antecedent, chosen.consequent, chosen.propositions
            edited = edit.if_then(map, place, *parts, apart=True)
            return self._anchored(edited, chosen, taken, offered)

        self.editing.do(make)

    def dismiss(self) -> None:
        """Offer the conditional that is selected no longer."""
        offered = self.here()
        if offered is None:
            self.screen.say("No conditional is offered here.")
            return
        left = [one for one in self.marking.reading.offered if one is not offered]
        try:
            self.screen.reader.dismiss(offered)
        except WorkspaceError as error:
            self.screen.say(f"It can't be remembered that this is dismissed: {error}.", grave=True)
            return
        following = next((one for one in left if one.passage.start > offered.passage.start), left[0] if left else None)
        self.marking.say_next(f"Dismissed; {self.editing.key('restore')} offers all of this text again. ")
        if following is not None and self.marking.reading.document is not None:
            self.marking.view.select(TextCursor.over(self.marking.reading.document, following.passage))
        else:
            self.marking.told()

    def restore(self) -> None:
        """Offer every dismissed conditional of the text that is shown again."""
        count = self.screen.reader.restore()
        self.screen.say("Nothing was dismissed in this text." if not count else f"{count} offered again.")

    def _chips(self, offered: "Candidate") -> Chips:
        chips = Chips(self.editing.map)
        halves: tuple[tuple[Side, Passage, str, bool], ...] = (
            ("if", offered.antecedent, offered.if_text, offered.negated),
            ("then", offered.consequent, offered.then_text, False),
        )
        for side, passage, text, negated in halves:
            chips.add(side, Chip(text, self._statement(passage, text), negated))
        return chips

    def _statement(self, half: Passage, text: str) -> str | None:
        """The statement that says a half already: by its words, or by the passage it points to."""
        map, document = self.editing.map, self.marking.reading.document
        said = [word.text for word in words(text)]
        for id, entry in map.sentences():
            if entry.kind == "statement" and [word.text for word in words(getattr(entry, "text", ""))] == said:
                return id
        if document is None:
            return None
        own = set(document.words_of(half))
        for each in self.marking.reading.at(half):
            other = set(document.words_of(each.passage))
            if each.role != "conditional" and len(own & other) >= _SAME * len(own | other):
                return each.id
        return None

    def _anchored(self, edited: Edited, chosen: Chosen, taken: Taken | None, offered: "Candidate | None") -> Edited:
        """The edit with its anchors: the conditional's, and those of the propositions it brings."""
        focus, document, source = edited[1].focus, self.marking.reading.document, self.marking.reading.source
        if taken is None or focus is None:
            return edited
        if offered is None or document is None or source is None:
            return edit.also_anchored(edited, focus.id, taken.anchor)
        edited = edit.also_anchored(edited, focus.id, anchor_to(document, source, offered.passage) or taken.anchor)
        if offered.qualifier is not None:
            edited = edit.also(edited, edit.set_fields(edited[0], focus.id, {"qualifier": offered.qualifier}))
        for formula, half in ((chosen.antecedent, offered.antecedent), (chosen.consequent, offered.consequent)):
            new = [id for id in atoms(formula) if id in chosen.propositions]
            anchor = anchor_to(document, source, half)
            if len(new) == 1 and anchor is not None:
                edited = edit.also_anchored(edited, new[0], anchor)
        return edited


def _shared(one: Passage, other: Passage) -> int:
    """The characters that two passages share."""
    return max(min(one.end, other.end) - max(one.start, other.start), 0)
