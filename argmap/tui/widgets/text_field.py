"""A text field of one paragraph: wraps, undoes, and never holds a line break."""

import asyncio
import contextlib

from textual import events
from textual.widget import Widget
from textual.widgets import TextArea

from argmap.tui.visible import kept, one_line


async def settled(widget: Widget) -> None:
    """Wait until a widget has taken in every key that was pressed before now."""
    done = asyncio.Event()
    widget.call_later(done.set)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), 1)


class TextField(TextArea):
    """A field for one paragraph of text.

    Line breaks that are pasted become spaces; Enter and Esc are left to whoever holds the field.
    """

    def __init__(self, text: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(
            one_line(text),
            id=id,
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
            show_line_numbers=False,
            placeholder=placeholder,
        )

    @property
    def value(self) -> str:
        """The text as it should be kept: one line, no spaces round it."""
        return kept(self.text)

    def start(self, text: str) -> None:
        """Begin with a text, the cursor behind it, nothing to undo."""
        self.load_text(one_line(text))
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._put(event.text)

    def action_paste(self) -> None:
        """Paste what this app cut or copied last."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        if result := self._replace_via_keyboard(one_line(text), *self.selection):
            self.move_cursor(result.end_location)
