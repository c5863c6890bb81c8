"""A scrolling view of ready-made lines, and a list of them with a cursor."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from argmap.tui.widgets.scrolling import PannedView
from argmap.tui.wrap import clip

Line = Sequence[tuple[str, str]]
"""A line as pieces: text, and the name of its style (`plain`, `strong`, `dim`, `mark`)."""

_NAMES = ("plain", "strong", "dim", "mark", "chosen", "chosen-blurred")


class LinesView(PannedView, can_focus=True):
    """Shows lines as they are; `chosen` ones are marked by their style."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{name}" for name in _NAMES}

    class Resized(Message):
        """The view has another size; its lines may have to be wrapped anew."""

        def __init__(self, view: "LinesView") -> None:
            super().__init__()
            self.view = view

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self.chosen: Collection[int] = ()
        self._styles: dict[str, Style] = {}

    def on_resize(self) -> None:
        """Tell that lines may have to be wrapped anew."""
        self.post_message(self.Resized(self))

    def show(self, lines: Sequence[Line], width: int, chosen: Collection[int] = ()) -> None:
        """Show other lines, `width` cells wide at most."""
        size = Size(width, len(lines))
        if (lines, chosen, size) == (self.lines, self.chosen, self.virtual_size):
            return
        self.lines, self.chosen = lines, chosen
        self.take_size(size)
        self.refresh()

    def choose(self, chosen: Collection[int]) -> None:
        """Mark other lines, and scroll the first of them into view."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.refresh()
        if chosen:
            first, last = min(chosen), max(chosen)
            self.scroll_to_region(
                Region(0, first, 1, min(last - first + 1, max(self.size.height, 1))),
                animate=False,
                force=True,
                x_axis=False,
            )

    def notify_style_update(self) -> None:
        """Take over the styles of the theme."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the viewport."""
        scroll_x, scroll_y = self.scroll_offset
        width = self.size.width
        number = y + scroll_y
        if number >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        return self.painted(number).crop(scroll_x, scroll_x + width)

    def painted(self, number: int) -> Strip:
        """A whole line, as wide as the widest and the view."""
        styles = self.line_styles
        base = self.rich_style
        if number in self.chosen:
            base = base + styles["chosen" if self.has_focus else "chosen-blurred"]
        segments = [Segment(text, base + styles[name]) for text, name in self.lines[number]]
        width = max(self.virtual_size.width, self.size.width + self.scroll_offset.x)
        return Strip(segments).adjust_cell_length(width, base)

    @property
    def line_styles(self) -> Mapping[str, Style]:
        """The theme's styles by name."""
        if not self._styles:
            self._styles = {name: self.get_component_rich_style(f"lines--{name}", partial=True) for name in _NAMES}
        return self._styles


class LinesList(LinesView):
    """Lines of which one is under the cursor; Enter or a click picks it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
        Binding("home", "step(-1000000)", show=False),
        Binding("end", "step(1000000)", show=False),
        Binding("enter", "pick", show=False),
    ]

    class Picked(Message):
        """A line was picked; `number` counts from 0."""

        def __init__(self, view: "LinesList", number: int) -> None:
            super().__init__()
            self.view = view
            self.number = number

        @property
        def control(self) -> "LinesList":
            """The list it was picked in."""
            return self.view

    class Stepped(Message):
        """The cursor is on another line; `number` counts from 0."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.cursor = 0

    def put(self, lines: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Show other lines, the cursor near where it was; each begins with a cursor mark."""
        self._bare = lines
        self.cursor = min(self.cursor, max(len(lines) - 1, 0))
        self._show()

    _bare: Sequence[Line] = ()

    def _show(self) -> None:
        width = max(self.scrollable_content_region.width, 1)
        shown = []
        for number, line in enumerate(self._bare):
            room = width - 2
            pieces = [("▌ " if number == self.cursor else "  ", "mark")]
            for text, name in line:
                text = clip(text, room)
                room -= len(text)
                pieces.append((text, name))
            shown.append(pieces)
        self.show(shown, width, (self.cursor,) if shown else ())

    def on_resize(self) -> None:
        """Clip to the new width."""
        self._show()

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.cursor = min(max(self.cursor + by, 0), max(len(self._bare) - 1, 0))
        self._show()
        self.choose((self.cursor,))
        self.post_message(self.Stepped(self.cursor))

    def action_pick(self) -> None:
        """Pick the line under the cursor."""
        if self._bare:
            self.post_message(self.Picked(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Pick the line clicked on."""
        at = event.get_content_offset(self)
        number = len(self._bare) if at is None else at.y + self.scroll_offset.y
        if number < len(self._bare):
            self.action_step(number - self.cursor)
            self.action_pick()
