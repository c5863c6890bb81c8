"""The outline: scrolls, paints and takes the mouse, and shows the row being written as its editor has it."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from argmap.edit import Place
from argmap.model import ArgumentMap
from argmap.tui.line_editor import LineEditor
from argmap.tui.outline_paint import STYLES, OutlinePainter
from argmap.tui.outline_state import OutlineState, View
from argmap.tui.row_layout import Spot
from argmap.tui.widgets.scrolling import QuietScrollView

_SCROLL_MARGIN = 2


class OutlineView(QuietScrollView, can_focus=True):
    """The painted rows, one terminal line at a time."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"outline--{name}" for name in STYLES}

    class Moved(Message):
        """The cursor is on another row, or rows changed under it."""

    class EditAsked(Message):
        """A row was clicked twice."""

    class Blocked(Message):
        """The outline was clicked while a row is being written."""

    def __init__(self) -> None:
        super().__init__(id="outline-view")
        self.state = OutlineState()
        self.painter = OutlinePainter(self.state)
        self._painted: dict[int, Strip] = {}

    def notify_style_update(self) -> None:
        """Take over the styles of the theme."""
        super().notify_style_update()
        self.painter.restyle({})

    def _restyle(self) -> None:
        found = {name: self.get_component_rich_style(f"outline--{name}", partial=True) for name in STYLES}
        self.painter.restyle({**found, "row": self.rich_style})

    def render_line(self, y: int) -> Strip:
        """One line of the viewport."""
        if not self.painter.styles:
            self._restyle()
        strip = self._painted[y] = self.painter.line(y + self.scroll_offset.y, self.has_focus)
        return strip

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.state.resize(max(20, self.scrollable_content_region.width))
        self.changed()

    def on_focus(self) -> None:
        """Show that the cursor is here."""
        self.paint_cursor()

    def on_blur(self) -> None:
        """Show that the cursor is elsewhere."""
        self.paint_cursor()

    def paint_cursor(self) -> None:
        """Repaint the cursor's row."""
        self._paint_row(self.state.cursor)
        self.keep_in_view()

    def changed(self) -> None:
        """Repaint what rows, heights or folds changed."""
        self.take_size(Size(self.state.width, self.state.total))
        self.keep_in_view()
        self._refresh_changed()
        self.post_message(self.Moved())

    def _refresh_changed(self) -> None:
        """Repaint the lines whose strips are others now: painting unchanged ones costs more than asking for them."""
        if not self.painter.styles or not self._painted:
            self.refresh()
            return
        top, focused = self.scroll_offset.y, self.has_focus
        for y in range(self.scrollable_content_region.height):
            if self._painted.get(y) != self.painter.line(top + y, focused):
                self.refresh_lines(top + y, 1)

    def move_to(self, position: int) -> None:
        """Put the cursor on a visible row; only the two rows concerned are painted."""
        state = self.state
        position = min(max(position, 0), max(len(state.visible) - 1, 0))
        if position == state.cursor:
            return
        before, state.cursor = state.cursor, position
        self._paint_row(before)
        self._paint_row(position)
        self.keep_in_view()
        self.post_message(self.Moved())

    def _paint_row(self, position: int) -> None:
        if position < len(self.state.visible):
            self.refresh_lines(self.state.top(position), self.state.height(position))

    def keep_in_view(self) -> None:
        """Scroll no further than needed to show the cursor's row, its end if it is taller than the view."""
        state = self.state
        if not state.visible or not self.size.height:
            return
        top, height = state.top(state.cursor), state.height(state.cursor)
        view = self.scrollable_content_region.height
        if state.draft is not None and height > view:
            top, height = self._first_line() + state.draft.place[0], 1
        margin = min(_SCROLL_MARGIN, max((view - height) // 2, 0))
        scroll = round(self.scroll_target_y)
        if top - margin < scroll:
            scroll = max(top - margin, 0)
        elif top + height + margin > scroll + view:
            end = min(top + height + margin, state.total)
            scroll = end - view if height <= view else top
        limit = max(state.total - view, 0)
        scroll = max(min(scroll, limit), 0)
        if scroll != round(self.scroll_target_y):
            self.scroll_to(y=scroll, animate=False, force=True)
        self.place_terminal_cursor()

    def place_terminal_cursor(self) -> None:
        """Put the terminal's own cursor where people read or write: screen readers and input methods follow it."""
        state = self.state
        if not self.has_focus or not state.visible:
            return
        line, column = state.draft.place if state.draft is not None else (0, 0)
        origin, scroll = self.content_region.offset, round(self.scroll_target_y)
        self.app.cursor_position = origin + Offset(self._text_column() + column, self._first_line() + line - scroll)

    def link(self, ids: AbstractSet[str]) -> None:
        """Mark the rows of other entries as pointing to what is read, and bring the first in sight if none is."""
        if ids == self.painter.linked:
            return
        self.painter.linked = frozenset(ids)
        self._refresh_changed()
        state = self.state
        rows = [at for at in range(len(state.visible)) if state.row(at).id in ids] if ids else []
        top, height = round(self.scroll_target_y), self.scrollable_content_region.height
        if rows and not any(top <= state.top(at) < top + height for at in rows):
            self.scroll_to(y=max(state.top(rows[0]) - _SCROLL_MARGIN, 0), animate=False, force=True)

    def page(self, direction: int) -> None:
        """Move the cursor by a page, up (-1) or down (1)."""
        state = self.state
        if state.visible:
            line = state.top(state.cursor) + direction * max(self.size.height - 1, 1)
            found = state.at_line(min(max(line, 0), state.total - 1))
            self.move_to(found if found != state.cursor else found + direction)

    def begin_draft(self, text: str, *, select: bool = False) -> None:
        """Write on the cursor's row, starting from a text; with `select`, typing replaces it."""
        self.state.begin_draft(text, select=select)
        self.changed()

    def end_draft(self) -> None:
        """Stop writing; the row shows its own text again."""
        self.state.end_draft()
        self.changed()

    def on_key(self, event: events.Key) -> None:
        """Write, while a row is being written."""
        draft = self.state.draft
        if draft is None:
            return
        if event.key in _CLIPBOARD:
            _CLIPBOARD[event.key](self, draft)
        elif not draft.key(event.key):
            if not event.is_printable or event.character is None:
                return
            draft.put(event.character)
        event.stop()
        event.prevent_default()
        self._written()

    def on_paste(self, event: events.Paste) -> None:
        """Take in what the terminal pastes, while a row is being written."""
        if self.state.draft is not None:
            event.stop()
            self.state.draft.put(event.text)
            self._written()

    def _copy(self, draft: LineEditor) -> None:
        if draft.selected:
            self.app.copy_to_clipboard(draft.selected)

    def _cut(self, draft: LineEditor) -> None:
        self._copy(draft)
        if draft.selected:
            draft.put("")

    def _paste(self, draft: LineEditor) -> None:
        draft.put(self.app.clipboard)

    def _written(self) -> None:
        if self.state.take_draft():
            self.changed()
        else:
            self.paint_cursor()

    def on_click(self, event: events.Click) -> None:
        """Select the row; fold it where its fold mark is; ask to edit it on a double click.

        While a row is written, put the writing cursor where it was clicked.
        """
        state = self.state
        if state.draft is not None:
            self._click_draft(state.draft, event)
            return
        line = event.y + self.scroll_offset.y
        if not state.visible or line >= state.total:
            return
        position = state.at_line(line)
        self.move_to(position)
        row = state.row(position)
        mark = 1 + state.layout.level(row) * state.layout.step
        if mark <= event.x <= mark + 1 and state.has_child(position):
            state.fold(row.id, not state.is_folded(row))
            self.changed()
        elif event.chain == 2:
            self.post_message(self.EditAsked())

    def _click_draft(self, draft: LineEditor, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y - self._first_line()
        if not 0 <= line < len(draft.lines):
            self.post_message(self.Blocked())
            return
        draft.move(draft.at(line, event.x - self._text_column()))
        self._written()

    def _first_line(self) -> int:
        state = self.state
        return state.top(state.cursor) + state.rule_above(state.cursor)

    def _text_column(self) -> int:
        state = self.state
        row = state.row(state.cursor)
        return state.layout.text_column(row, state.face(row).lead)


_CLIPBOARD: Mapping[str, Callable[[OutlineView, LineEditor], None]] = {
    "ctrl+c": OutlineView._copy,
    "ctrl+x": OutlineView._cut,
    "ctrl+v": OutlineView._paste,
}


class OutlinePane(Container):
    """The outline in its frame."""

    def compose(self) -> ComposeResult:
        """The painted rows."""
        yield OutlineView()

    @property
    def view(self) -> OutlineView:
        """The painted rows."""
        return self.query_one(OutlineView)

    @property
    def draft(self) -> LineEditor | None:
        """What is being written on the cursor's row."""
        return self.view.state.draft

    @property
    def state(self) -> OutlineState:
        """Rows, folds and cursor."""
        return self.view.state

    @property
    def writing(self) -> bool:
        """Whether a row is being written."""
        return self.draft is not None

    def open(self, map: ArgumentMap) -> None:
        """Show another map."""
        self.state.open(map)
        self.view.changed()

    def show(self, map: ArgumentMap, touched: frozenset[str], cursor: Spot | None, view: View | None = None) -> None:
        """Show the map after an edit; `view` brings back folds and cursor, `cursor` goes to a spot."""
        if view is not None:
            self.state.folded = set(view.folded)
            self.state.selected = view.selected
            self.state.show(map, touched, view.cursor)
        else:
            self.state.show(map, touched, cursor, reveal=cursor is not None)
        self.view.changed()

    def go(self, spot: Spot) -> bool:
        """Put the cursor on a spot, unfolding what hides it; False where there is no such row."""
        at = self.state.find(spot)
        if at is None:
            return False
        self.reveal(at)
        return True

    def reveal(self, at: int) -> None:
        """Put the cursor on the row at an index of all rows, unfolding what hides it."""
        self.state.reveal(at)
        self.view.changed()

    def select(self, places: Iterable[Place]) -> None:
        """Show the rows of other places as selected."""
        self.state.selected = frozenset(places)
        self.view.refresh()

    def mark_cut(self, cut: AbstractSet[Place]) -> None:
        """Show the rows of some places as cut, or none."""
        self.state.mark_cut(cut)
        self.view.changed()
