"""What the source pane shows for a row: the text of its first anchor's source, and the passage in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from argmap.model import ArgumentMap
from argmap.model.sources import Anchor, Source
from argmap.model.statements import Sentence
from argmap.source import Document, locate
from argmap.tui.mishap import mishap
from argmap.tui.source_layout import SourceLayout, lay_out
from argmap.tui.widgets.source import Reading, SourceView
from argmap.workspace.files import WorkspaceError
from argmap.workspace.sources import read_source

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Reader:
    """Reads texts for the source pane in a thread, and keeps the last one's layout."""

    class Done(Message):
        """A reading is ready."""

        def __init__(self, reading: Reading) -> None:
            super().__init__()
            self.reading = reading

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self._layout: SourceLayout | None = None
        self._last: str | None = None

    def follow(self) -> None:
        """Show the passage of the selected row."""
        screen = self.screen
        view = screen.query_one(SourceView)
        if not view.region.width:
            return
        row = screen.pane.state.current
        id = row.id if row is not None else None
        map, path = screen.opened.map, screen.opened.path

        def work() -> None:
            try:
                reading = self._read(map, path, id, view)
            except Exception as error:
                reading = Reading(note=f"The source can't be shown: {mishap(error)}.")
            if not get_current_worker().is_cancelled:
                screen.post_message(self.Done(reading))

        screen.run_worker(work, thread=True, exclusive=True, group="source", exit_on_error=False)

    def _read(self, map: ArgumentMap, path: Path, id: str | None, view: SourceView) -> Reading:
        entry = map.entries.get(id) if id is not None else None
        anchor = entry.anchor[0] if isinstance(entry, Sentence) and entry.anchor else None
        label = map.outline.label(id) if id is not None else ""
        source_id = anchor.source if anchor is not None else self._source_of(map)
        if source_id is None:
            return Reading(note="The map has no source yet: a [source.ID] table in its file names one.")
        source = map.entries.get(source_id)
        if not isinstance(source, Source):
            return Reading(note=f"{label} points into a source “{source_id}”, which the map doesn't have.")
        self._last = source_id
        title = source.title or source_id
        try:
            document = read_source(path, source_id, source)
        except WorkspaceError as error:
            return Reading(title, note=f"{error}.")
        layout = self._laid_out(document, view.text_width(len(document.paragraphs)))
        if anchor is None:
            return Reading(title, layout, note=f"{label} points to no passage." if label else "")
        passage = locate(document, anchor)
        return Reading(
            title, layout, passage, "" if passage else f"{label}'s words aren't in this text: {_words(anchor)}"
        )

    def _source_of(self, map: ArgumentMap) -> str | None:
        """The source shown last, or the map's first."""
        if self._last is not None and isinstance(map.entries.get(self._last), Source):
            return self._last
        return next((id for id, entry in map.entries.items() if isinstance(entry, Source)), None)

    def _laid_out(self, document: Document, width: int) -> SourceLayout:
        layout = self._layout
        if layout is None or layout.document is not document or layout.width != width:
            layout = self._layout = lay_out(document, width)
        return layout


def _words(anchor: Anchor) -> str:
    return f"“{anchor.head}{f' … {anchor.tail}' if anchor.tail else ''}” (¶{anchor.para})"
