"""Painting rows of the outline: from a row's face to strips of styled cells."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from argmap.model import Row, RowKind
from argmap.tui.faces import Face
from argmap.tui.outline_state import OutlineState
from argmap.tui.row_layout import fits_tail
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
)
"""The names of the styles that painting asks for."""

_CACHED = 4096


class _Cells(NamedTuple):
    indent: str
    indent_below: str
    fold: str
    label: str
    shown: Face
    cursor: bool
    focused: bool
    blank: bool
    height: int


class OutlinePainter:
    """Paints the rows of a state; strips are kept as long as the same cells are asked for."""

    def __init__(self, state: OutlineState) -> None:
        self.state = state
        self.styles: Mapping[str, Style] = {}
        self._cache: dict[tuple[int, int, _Cells], list[Strip]] = {}

    def restyle(self, styles: Mapping[str, Style]) -> None:
        """Paint with other styles, by the names in STYLES."""
        self.styles = styles
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
            state.draft is not None and state.draft[0] == position,
            state.height(position) - (1 if state.is_tray_head(position) else 0),
        )
        key = (state.width, state.layout.label_width, cells)
        strips = self._cache.get(key)
        if strips is None:
            if len(self._cache) > _CACHED:
                self._cache.clear()
            strips = self._cache[key] = self._paint(row, cells)
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

    def _paint(self, row: Row, cells: _Cells) -> list[Strip]:
        state, styles = self.state, self.styles
        shown = cells.shown
        base = styles["row"]
        if cells.cursor:
            base = base + styles["cursor" if cells.focused else "cursor-blurred"]
        room = state.layout.room(row, shown.lead)
        tail = "" if cells.blank else shown.tail
        lines = ("",) if cells.blank else state.layout.lines(row, shown)
        if shown.clip:
            tail = clip(tail, max(room - 4, 0))
            lines = (clip(shown.text, room - (cell_len(tail) + 2 if tail else 0)),)
        bar = "▌" if cells.cursor else " "
        label_style = base + styles["label"] + styles[shown.tone]
        gap = " " * (shown.lead + state.layout.label_width + 1 + 2)
        painted = []
        for number in range(max(cells.height, len(lines))):
            segments = [Segment(bar, base + styles["label"])]
            if number == 0:
                segments.append(Segment(cells.indent, base + styles["guide"]))
                segments.append(Segment(cells.fold + " ", base + styles["guide"]))
                mark = pad(shown.mark, shown.lead) + pad(cells.label, state.layout.label_width + 1)
                segments.append(Segment(mark, label_style))
            else:
                segments.append(Segment(cells.indent_below, base + styles["guide"]))
                segments.append(Segment(gap, base))
            text = lines[number] if number < len(lines) else ""
            segments.append(Segment(text, base + styles[shown.tone]))
            last = (number == len(lines) - 1 and fits_tail(lines, tail, room)) or number == len(lines)
            if tail and last:
                space = room - cell_len(text) - cell_len(tail)
                segments.append(Segment(" " * max(space, 1), base))
                segments.append(Segment(clip(tail, room), base + styles["tail"]))
                tail = ""
            painted.append(Strip(segments).adjust_cell_length(state.width, base))
        return painted
