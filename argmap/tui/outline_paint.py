"""Painting rows of the outline: from a row's face to strips of styled cells."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from argmap.edit import Place
from argmap.model import Row, RowKind
from argmap.tui.faces import Face
from argmap.tui.line_editor import LineEditor
from argmap.tui.matching import Matcher
from argmap.tui.outline_state import OutlineState
from argmap.tui.row_layout import fits_tail
from argmap.tui.visible import visible
from argmap.tui.wrap import clip, pad

STYLES = (
    "conclusion",
    "premise",
    "proposition",
    "opponent",
    "reason",
    "objection",
    "reference",
    "loose",
    "label",
    "guide",
    "tail",
    "rule",
    "row",
    "cursor",
    "cursor-blurred",
    "field",
    "field-selected",
    "field-cursor",
    "match",
)
"""The names of the styles that painting asks for."""

_CACHED = 1024
_LINKED = "»"


class _Cells(NamedTuple):
    indent: str
    indent_below: str
    fold: str
    label: str
    shown: Face
    cursor: bool
    focused: bool
    height: int
    selected: bool
    found: bool
    linked: bool


class OutlinePainter:
    """Paints the rows of a state; strips are kept as long as the same cells are asked for."""

    def __init__(self, state: OutlineState) -> None:
        self.state = state
        self.matcher = Matcher()
        self.linked: frozenset[str] = frozenset()
        self.styles: Mapping[str, Style] = {}
        self._cache: dict[tuple[int, int, _Cells], list[Strip]] = {}

    def restyle(self, styles: Mapping[str, Style]) -> None:
        """Paint with other styles, by the names in STYLES."""
        self.styles = styles
        self._cache.clear()

    def search(self, query: str) -> None:
        """Mark the matches of another query, or none."""
        self.matcher.search(query)
        self._cache.clear()

    def line(self, number: int, focused: bool) -> Strip:
        """One line of the outline, counted from 0, as wide as the state."""
        state = self.state
        if not state.visible or number >= state.total:
            return Strip.blank(state.width, self.styles["row"])
        position = state.at_line(number)
        within = number - state.top(position)
        if state.is_tray_head(position):
            if within == 0:
                return self._tray_rule()
            within -= 1
        strips = self._row(position, focused)
        return strips[within] if within < len(strips) else Strip.blank(state.width, self.styles["row"])

    def _tray_rule(self) -> Strip:
        width = self.state.width
        return Strip([Segment(pad(" ─ tray " + "─" * (width - 9), width), self.styles["rule"])], width)

    def _row(self, position: int, focused: bool) -> list[Strip]:
        state = self.state
        row = state.row(position)
        shown = state.face(row)
        indent, below = self._guides(position, row)
        fold = ("▸" if state.is_folded(row) else "▾") if state.has_child(position) else " "
        label = "" if shown.tail == "unknown" else state.map.outline.labels.get(row.id, "")
        cells = _Cells(
            indent,
            below,
            fold,
            label,
            shown,
            position == state.cursor,
            focused,
            state.height(position) - state.rule_above(position),
            Place.of(row) in state.selected,
            self.matcher.names(state.map, row.id),
            row.id in self.linked,
        )
        if state.draft is not None and cells.cursor:
            return self._paint(cells, self._written(state.draft))
        key = (state.width, state.layout.label_width, cells)
        strips = self._cache.get(key)
        if strips is None:
            if len(self._cache) > _CACHED:
                self._cache.clear()
            strips = self._cache[key] = self._paint(cells, self._told(row, cells))
        return strips

    def _guides(self, position: int, row: Row) -> tuple[str, str]:
        state = self.state
        width = state.layout.level(row) * state.layout.step
        if row.depth > state.layout.levels:
            return clip(f"{row.depth}›", width).rjust(width), " " * width
        first, below = [" "] * width, [" "] * width
        at = position
        while at >= 0:
            above = state.row(at)
            mark = self._bracket(above)
            if mark:
                column = above.depth * state.layout.step - 1
                line = " " if mark == "└" else "│"
                below[column] = line
                first[column] = mark if at == position else line
            at = state.parents[at]
        return "".join(first), "".join(below)

    def _bracket(self, row: Row) -> str:
        if row.parent is None or row.kind is RowKind.MENTION or row.kind is RowKind.INFERENCE:
            return ""
        members = self.state.map.links.members.get(row.parent, ())
        if len(members) < 2:
            return ""
        return "┌" if members[0] == row.id else "└" if members[-1] == row.id else "├"

    def _base(self, cells: _Cells) -> Style:
        styles = self.styles
        return (
            styles["row"] + styles["cursor" if cells.focused else "cursor-blurred"] if cells.cursor else styles["row"]
        )

    def _paint(self, cells: _Cells, texts: Sequence[Sequence[Segment]]) -> list[Strip]:
        """The lines of a row: its margin, and the texts beside it."""
        state, styles, shown, base = self.state, self.styles, cells.shown, self._base(cells)
        bar = Segment("▌" if cells.cursor else _LINKED if cells.linked else " ", base + styles["label"])
        lead, after = pad(shown.mark, shown.lead), " " * (state.layout.label_width + 1 - cell_len(cells.label))
        strong = base + styles["label"] + styles[shown.tone]
        first = (
            Segment(cells.indent + cells.fold, base + styles["guide"]),
            Segment("●", base + styles["label"]) if cells.selected else Segment(" ", base + styles["guide"]),
            Segment(lead, strong),
            Segment(cells.label, strong + styles["match"] if cells.found else strong),
            Segment(after, strong),
        )
        beneath = 2 + cell_len(lead + cells.label + after)
        below = (Segment(cells.indent_below + " " * beneath, base + styles["guide"]),)
        return [
            Strip([bar, *(below if number else first), *text]).adjust_cell_length(state.width, base)
            for number, text in enumerate(texts)
        ]

    def _told(self, row: Row, cells: _Cells) -> list[list[Segment]]:
        """The row's own text, its notes at the right of the last line or on one more."""
        state, shown, base = self.state, cells.shown, self._base(cells)
        room = state.layout.room(row, shown.lead)
        tail, lines = shown.tail, state.layout.lines(row, shown)
        if shown.clip:
            tail = clip(tail, max(room - 4, 0))
            lines = (clip(shown.text, room - (cell_len(tail) + 2 if tail else 0)),)
        if not fits_tail(lines, tail, room):
            lines = (*lines, "")
        lines = (*lines, *[""] * (cells.height - len(lines)))
        told = self._marked(lines, base + self.styles[shown.tone])
        if tail:
            space = room - cell_len(lines[-1]) - cell_len(tail)
            told[-1] += [Segment(" " * max(space, 1), base), Segment(clip(tail, room), base + self.styles["tail"])]
        return told

    def _marked(self, lines: Sequence[str], style: Style) -> list[list[Segment]]:
        """The lines of a text with what matches the search marked, also where it goes over a line's end."""
        spans = self.matcher.spans(" ".join(lines))
        if not spans:
            return [[Segment(line, style)] for line in lines]
        told, start = [], 0
        for line in lines:
            inside = [(max(a - start, 0), min(b - start, len(line))) for a, b in spans]
            cuts = sorted({0, len(line), *(cut for a, b in inside if a < b for cut in (a, b))})
            told.append(
                [
                    Segment(line[a:b], style + self.styles["match"] if any(c <= a < d for c, d in inside) else style)
                    for a, b in pairwise(cuts)
                ]
            )
            start += len(line) + 1
        return told

    def _written(self, draft: LineEditor) -> list[list[Segment]]:
        """What is being written, with its cursor and selection."""
        field = self.styles["row"] + self.styles["field"]
        marked = {"cursor": field + self.styles["field-cursor"], "selected": field + self.styles["field-selected"]}
        first, end = draft.selection
        written = []
        for start, stop in draft.lines:
            at_end = draft.cursor == stop == len(draft.text)
            cuts = sorted(
                {start, stop, *(cut for cut in (first, end, draft.cursor, draft.cursor + 1) if start < cut < stop)}
            )
            line = [
                Segment(
                    visible(draft.text[a:b]),
                    marked["cursor"] if a == draft.cursor else marked["selected"] if first <= a < end else field,
                )
                for a, b in pairwise(cuts)
            ]
            if at_end:
                line.append(Segment(" ", marked["cursor"]))
            space = draft.width + 1 - sum(segment.cell_length for segment in line)
            written.append([*line, Segment(" " * max(space, 0), field)])
        return written
