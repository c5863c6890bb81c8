"""The source text, with the selected statement's passage marked."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from argmap.source import Passage
from argmap.tui.source_layout import SourceLayout
from argmap.tui.visible import visible
from argmap.tui.widgets.scrolling import PannedView
from argmap.tui.wrap import wrap

_NAMES = ("passage", "gutter", "bar", "note")
_BAR = "▌"
_LEAST_TEXT = 10


@dataclass(frozen=True)
class Reading:
    """What the source pane shows: a text, a passage in it, and a note on what can't be shown.

    `title` names the source; without a `layout` there is the note alone.
    """

    title: str = ""
    layout: SourceLayout | None = None
    passage: Passage | None = None
    note: str = ""


class SourceView(PannedView, can_focus=True):
    """Shows a text with its paragraphs numbered; a note stands above it and doesn't scroll."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"source--{name}" for name in _NAMES}

    class Resized(Message):
        """The view has another width; its text has to be wrapped anew."""

    class Changed(Message):
        """The title has to say something else."""

    def __init__(self) -> None:
        super().__init__(id="source")
        self.reading = Reading()
        self._note: tuple[str, ...] = ()
        self._marks: dict[int, tuple[int, int]] = {}
        self._styles: dict[str, Style] = {}

    def text_width(self, paragraphs: int) -> int:
        """The cells left for the text beside the numbers of so many paragraphs."""
        return max(self.scrollable_content_region.width - _gutter(paragraphs), _LEAST_TEXT)

    def show(self, reading: Reading) -> None:
        """Show a text; a passage that was not shown before is brought in sight, another text from its beginning."""
        before, self.reading = self.reading, reading
        layout, passage, was = reading.layout, reading.passage, before.layout
        self._marks = layout.marks(passage) if layout is not None and passage is not None else {}
        read = was.number(self.scroll_offset.y) if was is not None else 0
        self._take_note()
        if layout is None or was is None or layout.document is not was.document:
            self.pan_to_end(last=False)
        elif layout is not was and read:
            self.scroll_to(y=layout.firsts[read - 1], animate=False, force=True)
        if passage is not None and (layout is not was or passage != before.passage):
            self.to_passage()
        self.refresh()
        self.post_message(self.Changed())

    def to_passage(self) -> None:
        """Bring the passage in sight: its beginning, and with it as much as there is room for."""
        if self._marks:
            first, last = min(self._marks), max(self._marks)
            room = max(self.size.height - len(self._note), 1)
            top = max(first - 1, 0)
            height = min(last - top + 2, room)
            self.scroll_to_region(Region(0, top, 1, height + len(self._note)), animate=False, force=True, x_axis=False)

    @property
    def title(self) -> str:
        """The source's title."""
        return visible(self.reading.title)

    @property
    def place(self) -> str:
        """The paragraph that is read: the passage's where it is in sight, else the one at the top."""
        layout = self.reading.layout
        if layout is None or not layout.firsts:
            return ""
        top = self.scroll_offset.y
        seen = range(top, top + max(self.size.height - len(self._note), 1))
        line = next((number for number in self._marks if number in seen), top)
        return f"¶{max(layout.number(line), 1)} of {len(layout.firsts)}"

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the note here, and have the text wrapped."""
        self._take_note()
        self.post_message(self.Resized())

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
        line, styles = layout.lines[number], self._styles
        text = layout.text(line)
        begins = line.paragraph >= 0 and number == layout.firsts[line.paragraph]
        shown = str(line.paragraph + 1) if begins else ""
        start, end = self._marks.get(number, (0, 0))
        bar = _BAR if number in self._marks else " "
        return [
            Segment(bar, base + styles["bar"]),
            Segment(f"{shown:>{_gutter(len(layout.firsts)) - 3}}  {' ' * line.indent}", base + styles["gutter"]),
            Segment(text[:start], base),
            Segment(text[start:end], base + styles["passage"]),
            Segment(text[end:], base),
        ]

    def _take_note(self) -> None:
        width = max(self.scrollable_content_region.width, _LEAST_TEXT)
        note, layout = self.reading.note, self.reading.layout
        lines = wrap(visible(note), width) if note else ()
        self._note = lines if layout is None else lines[: max(self.size.height // 2, 1)]
        count = len(self._note) + (len(layout.lines) if layout is not None else 0)
        self.take_size(Size(width, count))


def _gutter(paragraphs: int) -> int:
    return len(str(paragraphs)) + 3
