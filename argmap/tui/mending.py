"""Mending anchors: what is safe at once, what has changed by asking."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from argmap import edit
from argmap.edit import Edited
from argmap.model import Anchor, ArgumentMap, wording
from argmap.source import Document, Texts
from argmap.source.repairs import repaired
from argmap.source.verified import Verified, verified
from argmap.tui.mishap import mishap
from argmap.tui.screens.mend import Decisions, Doubtful, MendScreen
from argmap.workspace.sources import texts

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Mending:
    """Mends the anchors of one statement, or all, on an edit screen."""

    class Found(Message):
        """What was found of a map's anchors; `about` is the id that is to be mended, None for all."""

        def __init__(self, map: ArgumentMap, texts: Texts, found: Sequence[Verified], about: str | None) -> None:
            super().__init__()
            self.map = map
            self.texts = texts
            self.found = found
            self.about = about

    class Failed(Message):
        """The anchors could not be looked up."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

    def here(self) -> None:
        """Mend the anchors of the statement under the cursor; those of a source are all that point into it."""
        row = self.screen.editing.row
        if row is None:
            self.screen.editing.say_empty()
        else:
            self._look(row.id)

    def all(self) -> None:
        """Mend every anchor of the map."""
        self._look(None)

    def _look(self, about: str | None) -> None:
        screen, map, path = self.screen, self.screen.opened.map, self.screen.opened.path

        def work() -> None:
            try:
                known = texts(path, map)
                found = verified(map, known)
            except Exception as error:
                screen.post_message(self.Failed(f"The anchors can't be looked up: {mishap(error)}."))
                return
            if not get_current_worker().is_cancelled:
                screen.post_message(self.Found(map, known, found, about))

        screen.run_worker(work, thread=True, exclusive=True, group="mend", exit_on_error=False)

    def mend(self, message: Found) -> None:
        """Mend what is safe, and ask about the rest; unless the map has moved on."""
        if message.map is not self.screen.opened.map:
            return
        mine = [one for one in message.found if message.about in (None, one.id)]
        doubtful = [one for one in mine if one.found.status in ("changed", "lost")]
        safe = repaired(message.map, mine)
        if safe:
            self.screen.editing.do(lambda: edit.reanchor(message.map, safe))
        if doubtful:
            self._ask(message.texts, doubtful)
        elif not safe:
            self.screen.say(self._nothing(message, mine))

    def _nothing(self, message: Found, mine: Sequence[Verified]) -> str:
        missing = next(iter(message.texts.missing.values()), "")
        if mine or not missing:
            whose = message.map.outline.label(message.about) if message.about is not None else "the map"
            return f"There is no anchor of {whose} to mend."
        return f"{missing}."

    def _ask(self, texts: Texts, doubtful: Sequence[Verified]) -> None:
        map = self.screen.opened.map

        def decided(decisions: Decisions | None) -> None:
            if decisions:
                self.screen.editing.do(lambda: _as_decided(self.screen.opened.map, doubtful, decisions))

        items = [_doubtful(map, texts.documents[one.anchor.source], one) for one in doubtful]
        self.screen.app.push_screen(MendScreen(items), decided)


def _as_decided(map: ArgumentMap, doubtful: Sequence[Verified], decisions: Decisions) -> Edited:
    """The map with the anchors that were taken in place of the old ones, and without those that were taken out."""
    anchors: dict[str, list[Anchor | None]] = {}
    for number, decision in decisions.items():
        one = doubtful[number]
        now = anchors.setdefault(one.id, list(getattr(map.entries[one.id], "anchor", ())))
        now[one.at] = one.found.anchor if decision == "take" else None
    return edit.reanchor(map, {id: [each for each in now if each is not None] for id, now in anchors.items()})


def _doubtful(map: ArgumentMap, document: Document, one: Verified) -> Doubtful:
    anchor, passage = one.anchor, one.found.passage
    count = f", {anchor.words} words" if anchor.words is not None else ""
    before = f"“{anchor.head}{f' … {anchor.tail}' if anchor.tail else ''}” (¶{anchor.para}{count})"
    text = wording.sentence(map, one.id) if map.sentence(one.id) is not None else ""
    after = within = ""
    if passage is not None:
        after = document.text[slice(*passage)]
        paragraph = document.paragraph_at(passage.start)
        within = document.text[paragraph.start : paragraph.end] if paragraph is not None else ""
    return Doubtful(one, map.outline.labels.get(one.id, one.id), text, before, after, within)
