"""The outline as shown: which rows are visible, how tall they are, where the cursor is. No painting."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, compress, count
from typing import NamedTuple

from argmap.edit import Place
from argmap.model import ArgumentMap, Conditional, Row, RowKind
from argmap.model.links import pointers
from argmap.model.outline import Outline
from argmap.model.splice import Splice
from argmap.tui.faces import Face
from argmap.tui.line_editor import LineEditor
from argmap.tui.row_layout import RowLayout, Spot
from argmap.tui.shown_rows import ShownRows


class View(NamedTuple):
    """What undo brings back besides the map: the cursor's spot, the folded ids and the selected places."""

    cursor: Spot | None
    folded: frozenset[str]
    selected: frozenset[Place] = frozenset()


def spot_of(row: Row) -> Spot:
    """The spot of a row."""
    return Spot(row.id, row.parent, row.half, row.mention)


class OutlineState:
    """Rows, folds, heights and cursor of one outline of `width` cells.

    Positions count the visible rows from 0; heights and offsets are in lines. The first tray row
    has one line more than its text, for the rule above it.
    """

    def __init__(self) -> None:
        self.layout = RowLayout()
        self.rows: tuple[Row, ...] = ()
        self.tray_start = 0
        self.folded: set[str] = set()
        self.selected: frozenset[Place] = frozenset()
        self.draft: LineEditor | None = None
        self.offsets: list[int] = [0]
        self.cursor = 0
        self._outline: Outline | None = None
        self._shown = ShownRows()
        self._tall: list[int] = []

    def open(self, map: ArgumentMap) -> None:
        """Show another map from its first row; conditionals with nothing but their parts under them are folded."""
        self.folded = {
            id for id, entry in map.entries.items() if isinstance(entry, Conditional) and id not in map.links.inferences
        }
        self.layout.forget_all()
        self.selected = frozenset()
        self.cursor = 0
        self.show(map, ())

    def show(
        self, map: ArgumentMap, touched: Iterable[str], cursor: Spot | None = None, *, reveal: bool = False
    ) -> None:
        """Show the map after an edit of the touched ids, the cursor on a spot or where it was.

        `reveal` unfolds whatever hides that spot.
        """
        here = self.spot if cursor is None else cursor
        stale = self._stale(map, touched)
        anew = self.layout.take(map, stale)
        outline = map.outline
        if outline is not self._outline:
            self._outline, self.tray_start = outline, len(outline.rows)
            self.rows = outline.rows + outline.tray
        if self.selected:
            self.selected &= {Place.of(row) for row in self.rows}
        self._lay_out(here, None if anew else stale, reveal=reveal)

    def resize(self, width: int) -> None:
        """Wrap to another width."""
        if width != self.width:
            self.layout.width = width
            self.layout.forget_all()
            self._lay_out(self.spot, None)
            if self.draft is not None:
                self.draft.width = self._room()
                self._stack()

    def note(self, notes: Mapping[str, str]) -> None:
        """Show other notes (problem marks) at the right of rows, by id."""
        self._lay_out(None, self.layout.take_notes(notes))

    def mark_cut(self, cut: AbstractSet[Place]) -> None:
        """Show the rows of other places as cut, or none."""
        self._lay_out(None, self.layout.take_cut(cut))

    def fold(self, id: str, folded: bool) -> None:
        """Fold or unfold one entry; a cursor inside it goes to it."""
        here = self.spot
        (self.folded.add if folded else self.folded.discard)(id)
        self._lay_out(here, set())

    def fold_all(self, folded: bool) -> None:
        """Fold every entry that has rows under it, or unfold all."""
        here = self.spot
        self.folded = {row.id for at, row in enumerate(self.rows) if self._has_child(at)} if folded else set()
        self._lay_out(here, set())

    def begin_draft(self, text: str, *, select: bool = False) -> None:
        """Write on the cursor's row, starting from a text (all of it selected, or none), instead of showing its own."""
        self.draft = LineEditor(text, self._room())
        if select:
            self.draft.select_all()
        self._stack()

    def take_draft(self) -> bool:
        """Give the cursor's row the lines that the draft has by now; whether that is another number."""
        if self.draft is None or self.height(self.cursor) - self.rule_above(self.cursor) == len(self.draft.lines):
            return False
        self._stack()
        return True

    def end_draft(self) -> None:
        """Show the row's own text again."""
        self.draft = None
        self._stack()

    def _room(self) -> int:
        row = self.row(self.cursor)
        return self.layout.room(row, self.face(row).lead)

    def rule_above(self, position: int) -> int:
        """The lines of a row that the tray's rule takes."""
        return 1 if self.is_tray_head(position) else 0

    @property
    def visible(self) -> Sequence[int]:
        """The indices in `rows` of the rows that no fold hides."""
        return self._shown.indices

    @property
    def parents(self) -> Sequence[int]:
        """The position of the row that each visible row stands under, -1 at the top."""
        return self._shown.parents

    def row(self, position: int) -> Row:
        """The row at a position."""
        return self.rows[self.visible[position]]

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.row(self.cursor) if self.visible else None

    @property
    def spot(self) -> Spot | None:
        """The spot under the cursor."""
        return spot_of(self.row(self.cursor)) if self.visible and self.cursor < len(self.visible) else None

    @property
    def view(self) -> View:
        """Cursor and folds, for undo."""
        return View(self.spot, frozenset(self.folded), self.selected)

    def is_folded(self, row: Row) -> bool:
        """Whether a row's parts are hidden."""
        return row.id in self.folded and row.kind in (RowKind.SENTENCE, RowKind.INFERENCE)

    def has_child(self, position: int) -> bool:
        """Whether a row has rows under it, shown or folded."""
        return self._has_child(self.visible[position])

    def _has_child(self, at: int) -> bool:
        return at + 1 < len(self.rows) and self.rows[at + 1].depth > self.rows[at].depth

    @property
    def map(self) -> ArgumentMap:
        """The map that is shown."""
        return self.layout.map

    @property
    def width(self) -> int:
        """The outline's cells."""
        return self.layout.width

    def face(self, row: Row) -> Face:
        """What a row says."""
        return self.layout.face(row, self.is_folded(row))

    def top(self, position: int) -> int:
        """The first line of a row."""
        return self.offsets[position]

    def height(self, position: int) -> int:
        """The lines of a row."""
        return self.offsets[position + 1] - self.offsets[position]

    def at_line(self, line: int) -> int:
        """The position of the row that a line belongs to."""
        return min(max(bisect_right(self.offsets, line) - 1, 0), max(len(self.visible) - 1, 0))

    @property
    def total(self) -> int:
        """The lines of the whole outline."""
        return self.offsets[-1]

    def is_tray_head(self, position: int) -> bool:
        """Whether the rule above the tray stands over this row."""
        return self.visible[position] == self.tray_start

    def find(self, spot: Spot) -> int | None:
        """The index in `rows` of a spot, or of the nearest thing to it."""
        nearest: tuple[int, int] | None = None
        for at in self.map.outline.rows_of(spot.id):
            row = self.rows[at]
            if row.parent == spot.parent:
                if row.half == spot.half and row.mention == spot.mention:
                    return at
                rank = 0
            else:
                rank = 1 if row.kind is RowKind.SENTENCE or row.kind is RowKind.INFERENCE else 2
            if nearest is None or rank < nearest[0]:
                nearest = (rank, at)
        return nearest[1] if nearest else None

    def reveal(self, at: int) -> None:
        """Unfold whatever hides the row at an index of `rows`, and put the cursor on it."""
        if self._unfold_above(at):
            self._lay_out(None, set())
        self.cursor = self._shown.position(at)

    def _unfold_above(self, at: int) -> bool:
        rows, folded = self.rows, self.folded
        depth = rows[at].depth
        hidden = []
        for above in range(at - 1, -1, -1):
            if depth == 0:
                break
            if rows[above].depth < depth:
                depth = rows[above].depth
                if rows[above].id in folded:
                    hidden.append(rows[above].id)
        folded.difference_update(hidden)
        return bool(hidden)

    def _stale(self, map: ArgumentMap, touched: Iterable[str]) -> set[str]:
        """What may look different: the touched ids, what they point to, and what mentions any of these."""
        stale = set(touched)
        for id in touched:
            for entry in (self.map.entries.get(id), map.entries.get(id)):
                stale.update(target for _, target in pointers(entry))
        edge = set(stale)
        while edge:
            mentioning: set[str] = set()
            for id in edge:
                mentioning.update(self.map.links.mentions.get(id, ()))
                mentioning.update(map.links.mentions.get(id, ()))
            edge = mentioning - stale
            stale |= edge
        return stale | (self.map.outline.opponents.keys() ^ map.outline.opponents.keys())

    def _lay_out(self, here: Spot | None, stale: AbstractSet[str] | None, *, reveal: bool = False) -> None:
        """Show the rows, the cursor on a spot; `stale` ids are measured anew, None for all."""
        at = self.find(here) if here is not None else None
        reworded, splice = self._take_rows()
        if at is not None and reveal and not self._shown.shows(at):
            self._unfold_above(at)
            self._take_rows()
            stale = None
        if at is not None:
            self.cursor = self._shown.position(at)
        self.cursor = min(self.cursor, max(len(self.visible) - 1, 0))
        if stale is None:
            self._tall = self._heights(range(len(self.visible)))
        else:
            fresh = range(splice.first, splice.new_end)
            self._tall[splice.first : splice.old_end] = self._heights(fresh)
            again = [position for position in self._showing(stale | reworded) if position not in fresh]
            for position, height in zip(again, self._heights(again), strict=True):
                self._tall[position] = height
        self._stack()

    def _take_rows(self) -> tuple[set[str], Splice]:
        """Show the rows that no fold hides; returns the conditionals that say something else now, and what changed."""
        entries = self.map.entries
        reworded = {id for id in self._shown.folded ^ self.folded if isinstance(entries.get(id), Conditional)}
        self.layout.forget(reworded)
        return reworded, self._shown.take(self.rows, self.folded)

    def _showing(self, ids: AbstractSet[str]) -> Iterable[int]:
        if not ids:
            return ()
        return compress(count(), map(ids.__contains__, self._shown.ids))

    def _heights(self, positions: Iterable[int]) -> list[int]:
        rows, visible = self.rows, self.visible
        return self.layout.heights([rows[visible[position]] for position in positions], self.folded)

    def _stack(self) -> None:
        """Add the heights up, the tray's rule and the lines being written included."""
        special: dict[int, int] = {}
        if self.draft is not None:
            special[self.cursor] = len(self.draft.lines)
        if self.tray_start < len(self.rows):
            head = self._shown.position(self.tray_start)
            special[head] = special.get(head, self._tall[head]) + 1
        tall = self._tall
        if special:
            tall = tall.copy()
            for position, height in special.items():
                tall[position] = height
        self.offsets = list(accumulate(tall, initial=0))
