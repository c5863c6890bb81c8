"""A text field of one paragraph: wraps, undoes, and never holds a line break."""

import asyncio
import contextlib

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from argmap.tui.visible import kept, one_line


class TextField(TextArea):
    """A field for one paragraph of text.

    Line breaks that are pasted become spaces; Enter and Esc are left to whoever holds the field.
    """

    _lines = 1

    class Grown(Message):
        """The text takes another number of lines than before."""

        def __init__(self, field: "TextField", lines: int) -> None:
            super().__init__()
            self.field = field
            self.lines = lines

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

    async def settled(self) -> None:
        """Wait until every key that was pressed before now has been taken in."""
        done = asyncio.Event()
        self.call_later(done.set)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), 1)

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

    def _refresh_size(self) -> None:
        super()._refresh_size()
        lines = max(1, self.wrapped_document.height)
        if lines != self._lines:
            self._lines = lines
            self.post_message(self.Grown(self, lines))
