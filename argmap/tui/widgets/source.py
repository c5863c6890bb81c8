"""The source text: what points into it marked, a stretch of it selected by keys or mouse."""

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from argmap.source import Passage
from argmap.tui.marked_text import Reading
from argmap.tui.source_layout import SourceLayout
from argmap.tui.text_cursor import TextCursor, Unit
from argmap.tui.visible import visible
from argmap.tui.widgets.scrolling import PannedView
from argmap.tui.wrap import wrap

_ROLES = ("conclusion", "premise", "conditional", "proposition", "opponent", "loose")
_MARKERS = ("marker-premise", "marker-conclusion", "marker-contrast")
_NAMES = (*_ROLES, *_MARKERS, "offered", "passage", "selected", "selected-blurred", "gutter", "bar", "note")
_BAR = "▌"
_LEAST_TEXT = 10
_CLICKED: dict[int, Unit] = {1: "sentence", 2: "word", 3: "paragraph"}


class SourceView(PannedView, can_focus=True):
    """Shows a text with its paragraphs numbered and what is mapped named beside it; a note above doesn't scroll.

    `cursor` is what is selected, None until somebody selects.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"source--{name}" for name in _NAMES}

    class Resized(Message):
        """The view has another width; its text has to be wrapped anew."""

    class Changed(Message):
        """The title has to say something else."""

    class Selected(Message):
        """Something else is selected."""

    def __init__(self) -> None:
        super().__init__(id="source")
        self.reading = Reading()
        self.cursor: TextCursor | None = None
        self._note: tuple[str, ...] = ()
        self._own: dict[int, list[tuple[int, int]]] = {}
        self._styles: dict[str, Style] = {}
        self._pressed: TextCursor | None = None
        self._dragged = False

    def text_width(self, paragraphs: int, labels: int) -> int:
        """The cells left for the text beside the numbers of so many paragraphs and labels of so many characters."""
        return max(self.scrollable_content_region.width - _gutter(paragraphs, labels), _LEAST_TEXT)

    def show(self, reading: Reading, *, follow: bool = True) -> None:
        """Show a text, another one from its beginning.

        With `follow`, and at first, the passage of the outline's statement is brought in sight.
        """
        before, self.reading = self.reading, reading
        self._pressed = None if reading.document is not before.document else self._pressed
        layout, was = reading.layout, before.layout
        self._own = {}
        for passage in reading.own:
            for number, part in layout.lines_of(passage) if layout is not None else ():
                self._own.setdefault(number, []).append(part)
        read = was.number(self.scroll_offset.y) if was is not None else 0
        self._take_note()
        if layout is None or was is None or reading.source != before.source:
            self.cursor = None
            self.pan_to_end(last=False)
        elif layout is not was and read:
            self.cursor = self.cursor if layout.document is was.document else None
            self.scroll_to(y=layout.firsts[min(read, len(layout.firsts)) - 1], animate=False, force=True)
            if self.cursor is not None:
                self.call_after_refresh(self.bring_in_sight, self.cursor.passage)
        if (follow or was is None) and reading.own and (layout is not was or reading.own != before.own):
            self.bring_in_sight(reading.own[0])
        self.refresh()
        self.post_message(self.Changed())

    def bring_in_sight(self, passage: Passage) -> None:
        """Scroll to a passage: its beginning, and with it as much as there is room for."""
        layout = self.reading.layout
        if layout is None:
            return
        first, last = layout.line_at(passage.start), layout.line_at(max(passage.end - 1, passage.start))
        room = max(self.size.height - len(self._note), 1)
        top = max(first - 1, 0)
        height = min(last - top + 2, room)
        self.scroll_to_region(Region(0, top, 1, height + len(self._note)), animate=False, force=True, x_axis=False)

    def select(self, cursor: TextCursor | None, *, scroll: bool = True) -> None:
        """Select something else, or nothing, and (with `scroll`) bring it in sight."""
        if cursor == self.cursor:
            return
        before, self.cursor = self.cursor, cursor
        for each in (before, cursor):
            self._refresh_lines(each)
        if cursor is not None and scroll:
            self.bring_in_sight(cursor.passage)
        self.post_message(self.Selected())

    def _refresh_lines(self, cursor: TextCursor | None) -> None:
        layout = self.reading.layout
        if cursor is None or layout is None or layout.document is not cursor.document:
            return
        first = layout.line_at(cursor.passage.start)
        last = layout.line_at(cursor.passage.end)
        top = self.scroll_offset.y - len(self._note)
        first, last = max(first, top), min(last, top + self.size.height)
        if first <= last:
            self.refresh_lines(first + len(self._note), last - first + 1)

    def at_top(self) -> TextCursor | None:
        """The first sentence that begins in sight."""
        layout = self.reading.layout
        if layout is None or not layout.lines:
            return None
        offset = layout.offset_at(min(self.scroll_offset.y, len(layout.lines) - 1), 0)
        cursor = TextCursor.at(layout.document, offset)
        if cursor is not None and cursor.passage.start < offset:
            beyond = cursor.step(1, "sentence")
            return beyond if self.in_sight(beyond) else cursor
        return cursor

    def in_sight(self, cursor: TextCursor) -> bool:
        """Whether the beginning of a selection is seen."""
        layout = self.reading.layout
        if layout is None:
            return False
        top = self.scroll_offset.y
        return top <= layout.line_at(cursor.passage.start) < top + max(self.size.height - len(self._note), 1)

    def select_page(self, by: int) -> None:
        """A page down (1) or up (-1), and the first sentence there."""
        before = self.scroll_offset.y
        self.pan_page(by)
        moved = self.scroll_offset.y != before
        cursor = self.at_top()
        if not moved and cursor is not None:
            cursor = TextCursor.at(cursor.document, len(cursor.document.text) if by > 0 else 0)
        self.select(cursor, scroll=not moved)

    @property
    def title(self) -> str:
        """The source's title."""
        return visible(self.reading.title)

    @property
    def place(self) -> str:
        """The paragraph that is read: the selection's or own passage's where that is in sight, else the top one."""
        layout = self.reading.layout
        if layout is None or not layout.firsts:
            return ""
        top = self.scroll_offset.y
        seen = range(top, top + max(self.size.height - len(self._note), 1))
        line = next((number for number in sorted(self._own) if number in seen), top)
        if self.cursor is not None and self.has_focus and self.cursor.document is layout.document:
            line = layout.line_at(self.cursor.passage.start)
        return f"¶{max(layout.number(line), 1)} of {len(layout.firsts)}"

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the note here, and have the text wrapped."""
        self._take_note()
        self.post_message(self.Resized())

    def on_focus(self) -> None:
        """Show the selection as the one that keys move."""
        self._refresh_lines(self.cursor)

    def on_blur(self) -> None:
        """Show the selection as one that is kept."""
        self._refresh_lines(self.cursor)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select at the word under the pointer."""
        found = self._cursor_at(event, "word")
        if found is not None and event.button == 1:
            self._dragged = False
            self.capture_mouse()
            self._pressed = found

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the word under the pointer."""
        if self._pressed is None:
            return
        found = self._cursor_at(event, "word")
        if found is not None and (found != self._pressed or self._dragged):
            self._dragged = True
            self.select(self._pressed.to(found.passage.start))

    def on_mouse_up(self) -> None:
        """Keep what was selected."""
        self.release_mouse()
        self._pressed = None

    def on_click(self, event: events.Click) -> None:
        """Select the sentence clicked on; clicked twice the word, three times the paragraph."""
        if not self._dragged:
            found = self._cursor_at(event, _CLICKED.get(event.chain, "paragraph"))
            if found is not None:
                self.select(found)
        self._dragged = False

    def _cursor_at(self, event: events.MouseEvent, unit: Unit) -> TextCursor | None:
        layout, at = self.reading.layout, event.get_content_offset(self)
        if layout is None or at is None or at.y < len(self._note):
            return None
        number = at.y - len(self._note) + self.scroll_offset.y
        if number >= len(layout.lines):
            return None
        return TextCursor.at(layout.document, layout.offset_at(number, max(at.x - self._gutter, 0)), unit)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the paragraph in the title."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Changed())

    def notify_style_update(self) -> None:
        """Take over the styles of the theme."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the viewport."""
        width, base = self.size.width, self.rich_style
        if not self._styles:
            self._styles = {name: self.get_component_rich_style(f"source--{name}", partial=True) for name in _NAMES}
        layout = self.reading.layout
        if y < len(self._note):
            segments = [Segment(self._note[y], base + self._styles["note"])]
        elif layout is not None and (number := y - len(self._note) + self.scroll_offset.y) < len(layout.lines):
            segments = self._text_line(layout, number, base)
        else:
            segments = []
        return Strip(segments).adjust_cell_length(width, base)

    def _text_line(self, layout: SourceLayout, number: int, base: Style) -> list[Segment]:
        line, styles, overlay = layout.lines[number], self._styles, self.reading.overlay
        begins = line.paragraph >= 0 and number == layout.firsts[line.paragraph]
        shown = str(line.paragraph + 1) if begins else ""
        label = f"{overlay.gutter.get(number, ''):<{overlay.gutter_width}}"
        digits = len(str(len(layout.firsts)))
        return [
            Segment(_BAR if number in self._own else " ", base + styles["bar"]),
            Segment(f"{shown:>{digits}} ", base + styles["gutter"]),
            Segment(f"{label} " if label else "", base + styles["bar"]),
            Segment(" " * (line.indent), base),
            *self._marked(layout, number, base),
        ]

    def _marked(self, layout: SourceLayout, number: int, base: Style) -> list[Segment]:
        """A line's text, each part in the styles of all that covers it, what is selected last."""
        text, styles = layout.text(layout.lines[number]), self._styles
        parts = [(span.start, span.end, styles[span.style]) for span in self.reading.overlay.spans.get(number, ())]
        parts += [(start, end, styles["passage"]) for start, end in self._own.get(number, ())]
        if self.cursor is not None and self.cursor.document is layout.document:
            start, end = layout.part(number, self.cursor.passage)
            parts.append((start, end, styles["selected" if self.has_focus else "selected-blurred"]))
        cuts = sorted({0, len(text), *(cut for start, end, _ in parts for cut in (start, end))})
        return [
            Segment(text[a:b], sum((style for start, end, style in parts if start <= a and b <= end), base))
            for a, b in pairwise(cuts)
        ]

    @property
    def _gutter(self) -> int:
        layout = self.reading.layout
        return _gutter(len(layout.firsts), self.reading.overlay.gutter_width) if layout is not None else 0

    def _take_note(self) -> None:
        width = max(self.scrollable_content_region.width, _LEAST_TEXT)
        note, layout = self.reading.note, self.reading.layout
        lines = wrap(visible(note), width) if note else ()
        self._note = lines if layout is None else lines[: max(self.size.height // 2, 1)]
        count = len(self._note) + (len(layout.lines) if layout is not None else 0)
        self.take_size(Size(width, count))


def _gutter(paragraphs: int, labels: int) -> int:
    """The cells left of the text: a bar, the paragraph's number, and the labels if there are any."""
    return len(str(paragraphs)) + 2 + (labels + 1 if labels else 0)
