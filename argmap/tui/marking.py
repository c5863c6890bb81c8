"""Marking passages: what is selected in the source becomes a statement, or what one points to."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap import edit
from argmap.edit import Edited, EditRefused
from argmap.model import Anchor, Source, wording
from argmap.model.statements import Sentence
from argmap.source import Document, Passage, anchor_to, verify
from argmap.source.markdown import plain
from argmap.source.words import straight
from argmap.tui.editing import Editing
from argmap.tui.marked_text import Reading
from argmap.tui.row_layout import Spot
from argmap.tui.screens.prompt import Prompt
from argmap.tui.text_cursor import TextCursor, Unit
from argmap.tui.widgets.source import SourceView
from argmap.tui.wrap import clip

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_TOLD = 40
_ENDINGS = (*'.!?…”"’)»\u3002\uff01\uff1f*_',)
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True)
class Taken:
    """What is taken from the source: the words, for a statement to begin with, and the anchor to them."""

    text: str
    anchor: Anchor


class Marking:
    """Moves the selection of the source pane, anchors with it, and goes between statements and passages."""

    def __init__(self, screen: "EditScreen", editing: Editing) -> None:
        self.screen = screen
        self.editing = editing
        self.query = ""
        self._going = False
        self._turns: dict[str, tuple[object, int]] = {}
        self._aside = ""

    @property
    def view(self) -> SourceView:
        """The source pane."""
        return self.screen.query_one(SourceView)

    @property
    def has_keys(self) -> bool:
        """Whether keys go to it: from when it is asked for on, before it is told so itself."""
        return self.screen.focused is self.view

    @property
    def reading(self) -> Reading:
        """What it shows."""
        return self.view.reading

    def show(self, reading: Reading, follow: bool) -> None:
        """Show a text that was read; go to the passage that was asked for."""
        before, selected = self.reading, self.view.cursor
        self.view.show(reading, follow=follow)
        if before.source == reading.source and before.document is not reading.document:
            self.screen.following.map_changed()
            if before.document is not None:
                self._aside = "The text has changed on disk and is read again. "
                self._select_again(before.document, selected)
        if self._going:
            self._going = False
            self._to_own()
        if before.document is None or before.source != reading.source:
            self.begin()

    def _select_again(self, old: Document, selected: TextCursor | None) -> None:
        """Select what was selected in the text as it was before, where it still stands."""
        document, source = self.reading.document, self.reading.source
        if selected is None or document is None or source is None:
            return
        anchor = anchor_to(old, source, selected.passage)
        found = verify(document, [anchor])[0] if anchor is not None else None
        if found is not None and found.status in ("exact", "moved") and found.passage is not None:
            self.view.select(TextCursor.over(document, found.passage))
        else:
            self.view.select(None)
            self.screen.say(f"{self._aside}What was selected is not in it: select once more.", grave=True)
            self._aside = ""

    def begin(self) -> None:
        """Select something where the source has the keys and nothing is selected yet.

        That is the first sentence of the statement's own passage where it is in sight, else the first in sight.
        """
        if self.has_keys and self.view.cursor is None:
            self.view.select(self._first())

    def _first(self) -> TextCursor | None:
        document, own = self.reading.document, self.reading.own
        found = TextCursor.at(document, own[0].start) if document is not None and own else None
        return found if found is not None and self.view.in_sight(found) else self.view.at_top()

    def step(self, by: int, unit: Unit) -> None:
        """Select the next (1) or previous (-1) unit."""
        self.change(lambda cursor: cursor.step(by, unit))

    def change(self, how: Callable[[TextCursor], TextCursor]) -> None:
        """Select something else; nothing selected yet, what is at hand."""
        cursor = self.view.cursor
        self.view.select(how(cursor) if cursor is not None else self._first())

    def to_end(self, last: bool) -> None:
        """Select the last or the first sentence."""
        self.change(lambda cursor: TextCursor.at(cursor.document, len(cursor.document.text) if last else 0) or cursor)

    def next_unmapped(self) -> None:
        """Select the next sentence that nothing points to, round the end."""
        cursor = self.view.cursor
        if cursor is None:
            return
        sentences, reading = cursor.document.sentences, self.reading
        behind = bisect_right(sentences, cursor.passage.start, key=lambda sentence: sentence.start)
        free = (s for s in (*sentences[behind:], *sentences[:behind]) if not reading.at(s))
        self._select(next(free, None), "Every sentence of this text is mapped.")

    def _select(self, passage: Passage | None, otherwise: str) -> None:
        document = self.reading.document
        cursor = TextCursor.over(document, passage) if document is not None and passage is not None else None
        if cursor is None:
            self.screen.say(otherwise)
        else:
            self.view.select(cursor)

    def told(self) -> None:
        """Say what is selected, mark the rows that point there, and tell what a new statement would go to."""
        cursor, reading = self.view.cursor, self.reading
        hits = reading.at(cursor.passage) if cursor is not None else []
        self.screen.pane.view.link({hit.id for hit in hits})
        if cursor is None or not self.has_keys:
            return
        offered = self.screen.offering.here()
        paragraph = cursor.document.paragraph_at(cursor.passage.start)
        place = f"¶{paragraph.number if paragraph is not None else 1}"
        labels = ", ".join(dict.fromkeys(hit.label for hit in hits))
        points = f"{labels} point{'' if ',' in labels else 's'} here" if hits else "nothing points to these words yet"
        target = "" if self.editing.row is None else f" What you add goes to {self._target()}."
        self._aside, aside = "", self._aside
        told = f"{aside}{place}: {points}."
        if offered is not None:
            self.screen.say(f"{told} {self.screen.offering.told(offered)}")
        else:
            room = max(self.screen.size.width - 2, len(aside))
            self.screen.say(clip(f"{told}{target}", room))
        self.screen.panes.title()

    def say_next(self, aside: str) -> None:
        """Say something in front of what is told next of the selection."""
        self._aside = aside

    def _target(self) -> str:
        row, map = self.editing.row, self.editing.map
        if row is None:
            return ""
        sentence = map.sentence(row.id)
        text = f" “{clip(wording.sentence(map, row.id), _TOLD)}”" if sentence is not None else ""
        return f"{map.outline.label(row.id)}{text}"

    def taken(self) -> Taken | None:
        """What is selected, while the source has the keys; None elsewhere.

        Refuses where there is nothing to take, and where the text is no longer the one in its file.
        """
        return self._taken() if self.has_keys else None

    def _taken(self) -> Taken:
        cursor, reading = self.view.cursor, self.reading
        if cursor is None or reading.source is None or cursor.document is not reading.document:
            raise EditRefused(f"select a passage in the source ({self.editing.key('pane-source')}) first")
        if not self.screen.reader.current(reading):
            self.screen.reader.follow()
            raise EditRefused("the text has changed on disk and is read again: select the passage once more")
        anchor = anchor_to(cursor.document, reading.source, cursor.passage)
        assert anchor is not None
        source = self.editing.map.entries.get(reading.source)
        in_markdown = isinstance(source, Source) and (source.file or "").endswith((".md", ".markdown"))
        text = cursor.document.text[slice(*cursor.passage)]
        return Taken(as_sentence(plain(text) if in_markdown else text), anchor)

    def anchor(self) -> None:
        """Let the statement under the outline's cursor point to what is selected in the source."""
        row = self.editing.row
        if row is None:
            self.editing.say_empty()
        elif not self.view.display:
            self.screen.say(f"Show the source first ({self.editing.key('pane-source')}), and select a passage in it.")
        else:
            self.editing.do(lambda: self._anchored(row.id))

    def _anchored(self, id: str) -> Edited:
        """The statement pointing to what is selected, in place of its one passage that overlaps with that, if any."""
        anchor, map, cursor = self._taken().anchor, self.editing.map, self.view.cursor
        label = map.outline.label(id)
        over = [hit.anchor for hit in self.reading.at(cursor.passage) if hit.id == id] if cursor is not None else []
        sentence = map.sentence(id)
        if sentence is None or len(over) != 1 or anchor in over:
            return edit.anchor(map, id, anchor)
        kept = [each for each in sentence.anchor if each not in over]
        return edit.reanchor(map, {id: [*kept, anchor]}, f"{label} points to these words instead")

    def unanchor(self) -> None:
        """Let it no longer point there; from the outline, to its only passage."""
        row = self.editing.row
        entry = self.editing.map.entries.get(row.id) if row is not None else None
        if row is None or not isinstance(entry, Sentence) or not entry.anchor:
            self.screen.say("This points to no passage.")
            return
        gone = list(entry.anchor)
        if self.has_keys and self.view.cursor is not None:
            gone = [hit.anchor for hit in self.reading.at(self.view.cursor.passage) if hit.id == row.id]
        label, go, drop = (
            self.editing.map.outline.label(row.id),
            self.editing.key("passage"),
            self.editing.key("unanchor"),
        )
        if not gone:
            self.screen.say(f"{label} does not point to what is selected.")
        elif len(gone) > 1 and not self.has_keys:
            self.screen.say(f"{label} points to {len(gone)} passages: go to one ({go}) and press {drop} there.")
        else:
            kept = [anchor for anchor in entry.anchor if anchor not in gone]
            left = f"{len(kept)} left" if kept else "none left"
            said = f"took {'a passage' if len(gone) == 1 else f'{len(gone)} passages'} from {label} ({left})"
            self.editing.do(lambda: edit.reanchor(self.editing.map, {row.id: kept}, said))

    def go(self) -> None:
        """From the outline to the passage of the statement, from the source to the statement of the passage."""
        if self.has_keys:
            self._to_statement()
            return
        row = self.editing.row
        self.screen.show_pane("source")
        if row is None or (self.reading.about == row.id and self.reading.own):
            self._to_own()
        else:
            self._going = True
            self.screen.reader.follow(stay=False)

    def _to_own(self) -> None:
        """Select the statement's passage; asked for again, its next one."""
        row, own = self.editing.row, self.reading.own
        if row is None or not own:
            self.begin()
            if row is not None and self.view.cursor is not None:
                label, key = self.editing.map.outline.label(row.id), self.editing.key("anchor")
                self._aside = f"{label} points to no passage here: select one, and {key} lets it point there. "
                self.told()
            return
        turn = self._next_turn("passage", (row.id, own))
        if len(own) > 1:
            label, key = self.editing.map.outline.label(row.id), self.editing.key("passage")
            self._aside = f"{label}: passage {turn % len(own) + 1} of {len(own)} here, {key} twice goes to the next. "
        self._select(own[turn % len(own)], "")

    def _to_statement(self) -> None:
        """To the statement that points to what is selected; asked for again, the next one."""
        cursor = self.view.cursor
        hits = self.reading.at(cursor.passage) if cursor is not None else []
        if not hits:
            row, key = self.editing.row, self.editing.key("anchor")
            anchoring = f": {key} lets {self._target()} point here" if row is not None else ""
            self.screen.say(f"Nothing points here{anchoring}.")
            return
        turn = self._next_turn("statement", cursor)
        hit = hits[turn % len(hits)]
        self.screen.show_pane("outline")
        self.screen.pane.go(Spot(hit.id, None))
        if len(hits) > 1:
            labels = ", ".join(each.label for each in hits)
            self.screen.say(f"{labels} point there; {self.editing.key('passage')} twice goes to the next.")

    def _next_turn(self, way: str, about: object) -> int:
        """How often in a row this way was gone already about the same thing."""
        before, turn = self._turns.get(way, (None, 0))
        now = turn + 1 if before == about else 0
        self._turns[way] = about, now
        return now

    def row(self, by: int) -> None:
        """Move the outline's cursor by rows, the source keeping the keys."""
        view = self.screen.pane.view
        view.move_to(view.state.cursor + by)
        self.told()

    def next_source(self) -> None:
        """Show the next source of the map."""
        ids = self.editing.map.sources
        if len(ids) < 2:
            self.screen.say("The map has no other source.")
            return
        at = ids.index(self.reading.source) + 1 if self.reading.source in ids else 0
        self.screen.reader.follow(ids[at % len(ids)])

    def search(self) -> None:
        """Ask for words, and go to where they stand next."""

        def attempt(text: str) -> str | None:
            self.query = text
            return self._find(1) if text else None

        self.screen.app.push_screen(Prompt("Search the text", self.query, attempt, select=True))

    def next_match(self, by: int) -> None:
        """To the next (1) or previous (-1) place of the words searched for, round the end."""
        if not self.query:
            self.screen.say(f"Nothing is searched for yet: {self.editing.key('search-text')} searches.")
        elif (wrong := self._find(by)) is not None:
            self.screen.say(wrong)

    def _find(self, by: int) -> str | None:
        cursor = self.view.cursor
        if cursor is None:
            return "There is no text to search."
        wanted = r"\s+".join(map(re.escape, straight(self.query).split()))
        places = [found.span() for found in re.finditer(wanted, straight(cursor.document.text), re.IGNORECASE)]
        if not places:
            return f"“{self.query}” stands nowhere in this text."
        here = cursor.document.words[cursor.first].start
        if by > 0:
            at = next((n for n, (start, _) in enumerate(places) if start > here), 0)
        else:
            at = next((n for n in reversed(range(len(places))) if places[n][1] <= here), len(places) - 1)
        start, end = places[at]
        self._aside = f"“{self.query}”: {at + 1} of {len(places)}. "
        part = TextCursor.at(cursor.document, start, "word")  # where no word begins in it
        self.view.select(TextCursor.over(cursor.document, Passage(start, end)) or part)
        return None

    def copy(self) -> None:
        """Copy what is selected."""
        if self.view.cursor is not None:
            self.screen.clipboard.copy(self.view.cursor.text, "the passage")


def as_sentence(text: str) -> str:
    """A stretch of a text as a statement begins with it: on one line, without footnote marks, a capital and a stop."""
    text = " ".join(_FOOTNOTE.sub("", text).split()).rstrip(" ,;:–—-")
    if len(text[:1].upper()) == 1 and not text[1:2].isupper():
        text = text[:1].upper() + text[1:]
    return text if text.endswith(_ENDINGS) else f"{text}."
