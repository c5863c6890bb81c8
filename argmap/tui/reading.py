"""What the source pane shows for a row: the text of its anchor's source, and everything that points into it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from argmap.model import ArgumentMap
from argmap.model.sources import Source
from argmap.model.statements import Conditional, Sentence
from argmap.source import Document, Passage
from argmap.source.verified import briefly
from argmap.tui.marked_text import Mapped, Overlay, Reading, gutter_width, mapped_in, overlay
from argmap.tui.mishap import mishap
from argmap.tui.source_layout import SourceLayout, lay_out
from argmap.tui.widgets.source import SourceView
from argmap.workspace.dismissed import dismiss, dismissed, restore
from argmap.workspace.files import WorkspaceError
from argmap.workspace.sources import read_source

if TYPE_CHECKING:
    from argmap.source.candidates import Candidate
    from argmap.source.markers import Marker
    from argmap.tui.screens.edit import EditScreen


@dataclass(frozen=True, eq=False)
class _Prepared:
    """What was worked out for a map, a document and a width; asked for again, it is at hand."""

    map: ArgumentMap
    document: Document
    width: int
    mapped: list[Mapped]
    offered: list["Candidate"]
    layout: SourceLayout
    overlay: Overlay


@dataclass(frozen=True, eq=False)
class _Found:
    """What a text states by itself, whatever the map says."""

    document: Document
    candidates: Sequence["Candidate"]
    markers: Sequence["Marker"]


class Reader:
    """Reads texts for the source pane in a thread, and keeps what was worked out for the last one."""

    class Done(Message):
        """A reading is ready; with `follow` the passage of the selected row is to be brought in sight."""

        def __init__(self, reading: Reading, follow: bool) -> None:
            super().__init__()
            self.reading = reading
            self.follow = follow

    class Stale(Message):
        """The file of the text that is shown has another text now."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self._prepared: _Prepared | None = None
        self._found: _Found | None = None
        self.source: str | None = None

    def follow(self, source: str | None = None, *, stay: bool | None = None) -> None:
        """Show the passage of the selected row, or another source.

        While the text has the keys (or `stay` says so), it stays where it is.
        """
        screen = self.screen
        view = screen.query_one(SourceView)
        if not view.region.width:
            return
        row = screen.pane.state.current
        id = row.id if row is not None else None
        map, path = screen.opened.map, screen.opened.path
        stays = screen.focused is view if stay is None else stay
        wanted = source if source is not None else self.source if stays else None

        def work() -> None:
            try:
                reading = self._read(map, path, id, view, wanted)
            except Exception as error:
                reading = Reading(note=f"The source can't be shown: {mishap(error)}.")
            if not get_current_worker().is_cancelled:
                screen.post_message(self.Done(reading, not stays))

        screen.run_worker(work, thread=True, exclusive=True, group="source", exit_on_error=False)

    def glance(self) -> None:
        """Read the text that is shown anew, if its file is another now."""
        screen, reading = self.screen, self.screen.query_one(SourceView).reading
        map, path = screen.opened.map, screen.opened.path
        source = map.entries.get(reading.source or "")
        if not isinstance(source, Source) or reading.source is None:
            return
        id = reading.source

        def work() -> None:
            try:
                document = read_source(path, id, source)
            except WorkspaceError:
                document = None
            if not _same(document, reading.document) and not get_current_worker().is_cancelled:
                screen.post_message(self.Stale())

        screen.run_worker(work, thread=True, exclusive=True, group="source-glance", exit_on_error=False)

    def current(self, reading: Reading) -> bool:
        """Whether a text that is shown is still the one in its file."""
        source = self.screen.opened.map.entries.get(reading.source or "")
        if not isinstance(source, Source) or reading.source is None:
            return False
        try:
            return read_source(self.screen.opened.path, reading.source, source) is reading.document
        except WorkspaceError:
            return False

    def _read(self, map: ArgumentMap, path: Path, id: str | None, view: SourceView, wanted: str | None) -> Reading:
        entry = map.entries.get(id) if id is not None else None
        anchors = entry.anchor if isinstance(entry, Sentence) else ()
        label = map.outline.label(id) if id is not None else ""
        if wanted is not None and not isinstance(map.entries.get(wanted), Source):
            wanted = None
        source_id = wanted or (anchors[0].source if anchors else self._source_of(map))
        if source_id is None:
            return Reading(note=self._none_yet())
        source = map.entries.get(source_id)
        if not isinstance(source, Source):
            return Reading(note=f"{label} points into a source “{source_id}”, which the map doesn't have.")
        self.source = source_id
        reading = Reading(source.title or source_id, source_id, about=id)
        try:
            document = read_source(path, source_id, source)
        except WorkspaceError as error:
            key = self.screen.keymap.shown("attach")
            return replace(reading, note=f"{error}. Here, {key} does that.")
        prepared = self._prepare(map, source_id, document, view)
        reading = replace(
            reading,
            layout=prepared.layout,
            mapped=prepared.mapped,
            offered=prepared.offered,
            overlay=prepared.overlay,
            own=_own(prepared.mapped, id),
        )
        if wanted is not None or reading.own:
            return reading
        if not anchors:
            return replace(reading, note=f"{label} points to no passage." if label else "")
        return replace(reading, note=f"{label}'s words aren't in this text: {briefly(anchors[0])}")

    def _none_yet(self) -> str:
        key = self.screen.keymap.shown("attach")
        return f"The map has no source yet: {key} names the text that it is drawn from."

    def _prepare(self, map: ArgumentMap, source: str, document: Document, view: SourceView) -> _Prepared:
        known = self._prepared
        if known is not None and known.document is not document:
            known = None
        if known is not None and known.map is map:
            mapped, offered = known.mapped, known.offered
        else:
            mapped = mapped_in(map, source, document)
            offered = self._still_offered(map, document, mapped)
        width = view.text_width(len(document.paragraphs), gutter_width(mapped))
        layout = known.layout if known is not None and known.width == width else lay_out(document, width)
        if known is not None and known.map is map and known.layout is layout:
            return known
        marked = overlay(layout, mapped, offered, self._find(document).markers)
        self._prepared = _Prepared(map, document, width, mapped, offered, layout, marked)
        return self._prepared

    def _still_offered(self, map: ArgumentMap, document: Document, mapped: list[Mapped]) -> list["Candidate"]:
        """The conditionals of a text that no conditional of the map points to, and that were not dismissed."""
        gone = dismissed()
        taken = [each.passage for each in mapped if isinstance(map.entries[each.id], Conditional)]
        return [
            one
            for one in self._find(document).candidates
            if not any(p.start < one.passage.end and one.passage.start < p.end for p in taken)
            and document.hash_of(one.passage) not in gone
        ]

    def dismiss(self, candidate: "Candidate") -> None:
        """Offer a conditional no longer; raises WorkspaceError where that can't be remembered."""
        document = self._shown()
        if document is not None:
            dismiss(document.hash_of(candidate.passage))
            self._renew()

    def restore(self) -> int:
        """Offer all again that were dismissed in the text that is shown; how many those are."""
        document = self._shown()
        if document is None:
            return 0
        own = {document.hash_of(candidate.passage) for candidate in self._find(document).candidates}
        gone = own & dismissed()
        restore(gone)
        self._renew()
        return len(gone)

    def _shown(self) -> Document | None:
        return self.screen.query_one(SourceView).reading.document

    def _renew(self) -> None:
        self._prepared = None
        self.follow()

    def _find(self, document: Document) -> "_Found":
        """The conditionals and markers of a text; looked for once."""
        if self._found is None or self._found.document is not document:
            from argmap.source.candidates import candidates
            from argmap.source.markers import markers

            self._found = _Found(document, candidates(document), markers(document))
        return self._found

    def _source_of(self, map: ArgumentMap) -> str | None:
        """The source shown last, or the map's first."""
        if self.source is not None and isinstance(map.entries.get(self.source), Source):
            return self.source
        return next(iter(map.sources), None)


def _same(one: Document | None, other: Document | None) -> bool:
    """Whether two documents have the same text, perhaps read twice."""
    return one is other or (one is not None and other is not None and one.sha256 == other.sha256)


def _own(mapped: list[Mapped], id: str | None) -> tuple[Passage, ...]:
    return tuple(each.passage for each in mapped if each.id == id)
