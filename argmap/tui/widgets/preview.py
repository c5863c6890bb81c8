"""The map drawn in box characters, following the edit and the cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from argmap.tui.drawing import LEVELS, Drawing
from argmap.tui.widgets.lines import LinesView

if TYPE_CHECKING:
    from argmap.export.txt import TextBox

_SELECTED, _AIMED = "█", "▶"


class PreviewView(LinesView):
    """Shows a drawing; the selected entry's box is marked, and while the pane has the keys the one aimed at.

    Keys pan; the aim stays in sight, and where panning ends it goes from box to box.
    """

    class Picked(Message):
        """The box of an entry was picked."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Changed(Message):
        """The title has to say something else."""

    def __init__(self) -> None:
        super().__init__("diagram")
        self.level: int | None = 2
        self.drawing = Drawing((), (), 0, 2)
        self.waiting = False
        self._selected: tuple[str | None, str | None] = (None, None)
        self._aim: TextBox | None = None

    @property
    def title(self) -> str:
        """The level of zoom, and what is special about the drawing."""
        part = " part" if self.drawing.partial else ""
        return f"{self.drawing.level}/{LEVELS}{part}{' being drawn …' if self.waiting else ''}"

    def wait(self) -> None:
        """Say that a drawing is being made."""
        self.waiting = True
        self.post_message(self.Changed())

    def draw(self, drawing: Drawing) -> None:
        """Show another drawing; the box aimed at, or else the selected one, stays in sight."""
        aimed = self._aim.id if self._aim is not None and self.has_focus else None
        self.drawing, self.level, self.waiting = drawing, drawing.level, False
        self.show([((line, "plain"),) for line in drawing.lines], drawing.width)
        self._aim = self._selected_box if aimed is None else self.drawing.box(aimed)
        self._bring(self._aim)
        self.post_message(self.Changed())

    def holds(self, id: str | None) -> bool:
        """Whether an entry stands in the drawing."""
        return self.drawing.box(id) is not None

    def select(self, id: str | None, within: str | None = None) -> None:
        """Mark the box of an entry and bring it in sight; of one without a box that of what it stands `within`."""
        if (id, within) != self._selected:
            self._selected = id, within
            self._aim = self._selected_box
            self._bring(self._aim)
            self.refresh()

    @property
    def _selected_box(self) -> "TextBox | None":
        return next(filter(None, map(self.drawing.box, self._selected)), None)

    def zoomed(self, by: int) -> bool:
        """Take another level, `by` steps towards labels only; False where there is none."""
        level = min(max(self.drawing.level + by, 1), LEVELS)
        self.level = level
        return level != self.drawing.level

    def pan(self, across: int, down: int) -> None:
        """Move what is seen; at its end, the aim."""
        self._keep_aim()
        before = self.scroll_offset
        super().pan(across, down)
        if down and self.scroll_offset == before:
            self._step(1 if down > 0 else -1)
        self._keep_aim()

    def pan_to_end(self, last: bool) -> None:
        """To the last or the first box."""
        super().pan_to_end(last)
        self._aim = self._boxes[-1 if last else 0] if self._boxes else None
        self.refresh()

    def pick(self) -> None:
        """Pick the box aimed at."""
        self._keep_aim()
        if self._aim is not None:
            self.post_message(self.Picked(self._aim.id))

    def on_click(self, event: events.Click) -> None:
        """Pick the box clicked on."""
        at = event.get_content_offset(self)
        if at is None:
            return
        x, y = at + self.scroll_offset
        for box in self._boxes:
            if box.left <= x < box.left + box.width and box.top <= y < box.top + box.height:
                self._aim = box
                self.refresh()
                self.post_message(self.Picked(box.id))

    def on_focus(self) -> None:
        """Show the aim."""
        self._keep_aim()
        self.refresh()

    def on_blur(self) -> None:
        """Hide the aim."""
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the aim in sight."""
        super().watch_scroll_y(old_value, new_value)
        if self.has_focus:
            self._keep_aim()

    def painted(self, number: int) -> Strip:
        """A whole line, the marked boxes on it."""
        strip = super().painted(number)
        selected = self._selected_box
        if selected is not None and selected.top <= number < selected.top + selected.height:
            strip = self._marked(strip, selected, _SELECTED)
        aim = self._aim
        if aim is not None and self.has_focus and aim.top <= number < aim.top + aim.height:
            strip = self._marked(strip, aim, _AIMED)
        return strip

    def _marked(self, strip: Strip, box: "TextBox", sign: str) -> Strip:
        style = self.line_styles["chosen" if self.has_focus else "chosen-blurred"] + self.line_styles["strong"]
        right = box.left + box.width
        inside = Segment.apply_style(strip.crop(box.left + 1, right), post_style=style)
        bar = Segment(sign, self.rich_style + self.line_styles["mark"])
        return Strip([*strip.crop(0, box.left), bar, *inside, *strip.crop(right)])

    @property
    def _boxes(self) -> "Sequence[TextBox]":
        return self.drawing.boxes

    def _bring(self, box: "TextBox | None") -> None:
        if box is not None:
            size = self.size
            width, height = min(box.width, max(size.width, 1)), min(box.height, max(size.height, 1))
            self.scroll_to_region(Region(box.left, box.top, width, height), animate=False, force=True)

    def _step(self, by: int) -> None:
        if self._aim is not None:
            at = self._boxes.index(self._aim) + by
            self._aim = self._boxes[min(max(at, 0), len(self._boxes) - 1)]
            self._bring(self._aim)
            self.refresh()

    def _keep_aim(self) -> None:
        """Aim at a box in sight: the same, the selected one, or the nearest."""
        aim = self._aim or self._selected_box
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + max(self.size.height, 1)
        if aim is None or aim.top >= bottom or aim.top + aim.height <= top:
            line = bottom - 1 if aim is not None and aim.top >= bottom else top
            aim = min(self._boxes, key=lambda box: abs(box.top + box.height // 2 - line), default=None)
        if aim != self._aim:
            self._aim = aim
            self.refresh()
