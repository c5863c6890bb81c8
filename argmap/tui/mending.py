"""Mending anchors: what is safe at once, what a person has to judge by asking."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from argmap import edit
from argmap.check.repairs import doubtful, repaired, with_digests
from argmap.edit import Edited
from argmap.model import Anchor, ArgumentMap, wording
from argmap.source import Document, Texts
from argmap.source.verified import Verified, verified
from argmap.tui.mishap import mishap
from argmap.tui.screens.mend import Decisions, Doubtful, MendScreen
from argmap.workspace.sources import texts

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Mending:
    """Mends the anchors of one statement, or all, on an edit screen."""

    class Found(Message):
        """The anchors of a map were looked up, those of the entry `about` or (None) of all.

        `asked` are those that only a person can judge, and those that are lost.
        """

        def __init__(self, map: ArgumentMap, texts: Texts, asked: Sequence[Verified], about: str | None) -> None:
            super().__init__()
            self.map = map
            self.texts = texts
            self.asked = asked
            self.about = about

    class Failed(Message):
        """The anchors could not be looked up."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

    def all(self) -> None:
        """Mend every anchor of the map."""
        self.look(None)

    def look(self, about: str | None) -> None:
        """Look the anchors of one statement up (or of all), to mend them once they are found."""
        screen, map, path = self.screen, self.screen.opened.map, self.screen.opened.path

        def work() -> None:
            try:
                known = texts(path, map)
                lost = [one for one in verified(map, known) if one.found.status == "lost"]
                asked = [one for one in (*doubtful(map, known), *lost) if about in (None, one.id)]
            except Exception as error:
                screen.post_message(self.Failed(f"The anchors can't be looked up: {mishap(error)}."))
                return
            if not get_current_worker().is_cancelled:
                screen.post_message(self.Found(map, known, asked, about))

        screen.run_worker(work, thread=True, exclusive=True, group="mend", exit_on_error=False)

    def mend(self, found: Found) -> None:
        """Mend what is safe, and ask about the rest; unless the map has moved on."""
        screen = self.screen
        if found.map is not screen.opened.map or screen.app.screen is not screen or screen.writing:
            return
        if not found.asked:
            edited = _mended(found, {})
            if edited is None:
                self.screen.say(self._nothing(found))
            else:
                self.screen.take(edited, self.screen.pane.state.view, stay=self.screen.pane.state.spot)
            return

        def decided(decisions: Decisions | None) -> None:
            edited = _mended(found, decisions or {})
            if edited is not None and found.map is self.screen.opened.map:
                self.screen.take(edited, self.screen.pane.state.view, stay=self.screen.pane.state.spot)

        self.screen.app.push_screen(
            MendScreen([_told(found.map, found.texts.documents[one.anchor.source], one) for one in found.asked]),
            decided,
        )

    def _nothing(self, found: Found) -> str:
        missing = next(iter(found.texts.missing.values()), "")
        about = found.about
        pointing = about is None or bool(getattr(found.map.entries.get(about), "anchor", ()))
        if missing and pointing:
            return f"{missing}."
        return f"No anchor of {'the map' if about is None else found.map.outline.label(about)} is to be mended."


def _mended(found: Mending.Found, decisions: Decisions) -> Edited | None:
    """The map with what is safe, and what was decided; None where nothing changes."""
    map, about = found.map, found.about
    decided = {found.asked[number][:2]: decision for number, decision in decisions.items()}
    accepted = [pointer for pointer, decision in decided.items() if decision == "take"]
    anchors: dict[str, Sequence[Anchor]] = dict(repaired(map, found.texts, accepted))
    for id in {id for (id, _), decision in decided.items() if decision == "remove"}:
        kept = anchors[id] if id in anchors else map.entries[id].anchor  # type: ignore[attr-defined]
        anchors[id] = [anchor for at, anchor in enumerate(kept) if decided.get((id, at)) != "remove"]
    anchors = {id: now for id, now in anchors.items() if about in (None, id)}
    edited = edit.reanchor(map, anchors) if anchors else None
    return with_digests(map, found.texts, edited) if about is None else edited


def _told(map: ArgumentMap, document: Document, one: Verified) -> Doubtful:
    anchor, passage = one.anchor, one.found.passage
    count = f", {anchor.words} words" if anchor.words is not None else ""
    before = f"“{anchor.head}{f' … {anchor.tail}' if anchor.tail else ''}” (¶{anchor.para}{count})"
    text = wording.sentence(map, one.id) if map.sentence(one.id) is not None else ""
    after = within = ""
    if passage is not None:
        after = document.text[slice(*passage)]
        paragraph = document.paragraph_at(passage.start)
        within = document.text[paragraph.start : paragraph.end] if paragraph is not None else ""
    return Doubtful(map.outline.labels.get(one.id, one.id), text, before, after, within)
