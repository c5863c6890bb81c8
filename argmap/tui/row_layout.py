"""How one row is laid out at a width: indentation, columns, wrapped lines, height."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rich.cells import cell_len

from argmap.edit import Place
from argmap.model import ArgumentMap, Row, RowKind
from argmap.model.formula import Mention
from argmap.model.row import Half
from argmap.tui.faces import Face, face
from argmap.tui.wrap import wrap

_NARROW = 50
_TEXT_AT_LEAST = 22
_FOLD = 2
_LOOSE = "·"


class Spot(NamedTuple):
    """Where a row stands, told without its position: enough to find it again after an edit."""

    id: str
    parent: str | None
    half: Half | None = None
    mention: Mention | None = None


class RowLayout:
    """Faces, columns and heights of the rows of one map, in cells and lines; remembers what it measured.

    `width` is the outline's, `label_width` the longest label's, `notes` stand at the right of rows.
    """

    def __init__(self) -> None:
        self.map = ArgumentMap()
        self.width = 80
        self.label_width = 2
        self.notes: Mapping[str, str] = {}
        self.cut: AbstractSet[Place] = frozenset()
        self._heights: dict[str, tuple[int, str, int]] = {}
        self._faces: dict[tuple[str, bool], Face] = {}

    @property
    def step(self) -> int:
        """Cells of indentation for one level."""
        return 2 if self.width >= _NARROW else 1

    @property
    def levels(self) -> int:
        """The deepest level that is still indented; below it rows tell their depth in figures."""
        return max(3, (self.width - _TEXT_AT_LEAST - self.label_width) // self.step)

    def take(self, map: ArgumentMap, stale: Iterable[str]) -> bool:
        """Lay out another map, which differs in the stale ids only; whether every row is to be measured anew."""
        self.forget(stale)
        before, self.map = (self.label_width, bool(self.map.sources)), map
        self.label_width = map.outline.longest_label
        anew = before != (self.label_width, bool(map.sources))
        if anew:
            self._heights.clear()
        return anew

    def take_notes(self, notes: Mapping[str, str]) -> set[str]:
        """Lay out other notes, by id; returns the ids whose rows are to be measured anew."""
        stale = {id for id in notes.keys() | self.notes.keys() if notes.get(id) != self.notes.get(id)}
        self.forget(stale)
        self.notes = notes
        return stale

    def take_cut(self, cut: AbstractSet[Place]) -> set[str]:
        """Lay out the rows of other places as cut, or none; returns the ids to be measured anew."""
        stale = {place.id for place in self.cut | cut}
        self.forget(stale)
        self.cut = cut
        return stale

    def forget(self, ids: Iterable[str]) -> None:
        """Measure some entries anew."""
        for id in ids:
            self._heights.pop(id, None)
        self._faces.clear()

    def forget_all(self) -> None:
        """Measure everything anew."""
        self._heights.clear()
        self._faces.clear()

    def level(self, row: Row) -> int:
        """The indentation level of a row."""
        return min(row.depth, self.levels)

    def face(self, row: Row, folded: bool) -> Face:
        """What a row says."""
        notes = self.notes.get(row.id, "")
        if self.cut and Place.of(row) in self.cut:
            notes = f"{notes}  cut" if notes else "cut"
        if row.kind is RowKind.MENTION or row.kind is RowKind.REFERENCE:
            return face(self.map, row, folded, notes)
        found = self._faces.get((row.id, folded))
        if found is None:
            found = self._faces[(row.id, folded)] = face(self.map, row, folded, notes)
        return found

    def text_column(self, row: Row, lead: int) -> int:
        """The column at which a row's text begins: behind cursor bar, indent, fold mark, mark and label."""
        return 1 + self.level(row) * self.step + _FOLD + lead + self.label_width + 1

    def room(self, row: Row, lead: int) -> int:
        """The cells a row's text may take on a line."""
        return max(8, self.width - 1 - self.text_column(row, lead))

    def lines(self, row: Row, shown: Face) -> tuple[str, ...]:
        """A row's text, wrapped."""
        return (shown.text,) if shown.clip else wrap(shown.text, self.room(row, shown.lead))

    def heights(self, rows: Iterable[Row], folded: set[str]) -> list[int]:
        """The lines each row takes."""
        known, labels, entries = self._heights, self.map.outline.labels, self.map.entries
        heights = []
        sentence, inference, mention = RowKind.SENTENCE, RowKind.INFERENCE, RowKind.MENTION
        for row in rows:
            kind = row[0]
            if kind is inference:
                answered = getattr(entries[row[1]], "answered", None)
                heights.append(self._height(row, row[1] in folded) if answered else 1)
            elif kind is sentence:
                id = row[1]
                letter = labels.get(id, _LOOSE)[0]
                found = known.get(id)
                if found is None or found[0] != row[3] or found[1] != letter:
                    found = known[id] = (row[3], letter, self._height(row, id in folded))
                heights.append(found[2])
            else:
                heights.append(self._height(row, False) if kind is mention else 1)
        return heights

    def _height(self, row: Row, folded: bool) -> int:
        shown = self.face(row, folded)
        if shown.clip:
            return 1
        lines = self.lines(row, shown)
        return len(lines) + (0 if fits_tail(lines, shown.tail, self.room(row, shown.lead)) else 1)


def fits_tail(lines: tuple[str, ...], tail: str, room: int) -> bool:
    """Whether a row's notes fit behind its last line."""
    return not tail or cell_len(lines[-1]) + 2 + cell_len(tail) <= room
