"""The lines round the panes: header, status, footer."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget
from textual.widgets import Label

from argmap.tui.visible import visible
from argmap.tui.wrap import clip, wrap

_ROOMY = 60
_STATUS_LINES = 3


class HeaderBar(Widget):
    """Title, file, whether anything is unsaved, how many problems there are, and how much is to be answered."""

    def __init__(self) -> None:
        super().__init__(id="header")
        self._title = ""
        self._right: tuple[str, ...] = ()

    def show(self, title: str, file: str, unsaved: bool, read_only: bool, counts: Iterable[str]) -> None:
        """Show other facts; of the counts the last ones give way last."""
        parts = (
            visible(file),
            "read-only" if read_only else "",
            "● unsaved" if unsaved else "",
            *counts,
        )
        right = tuple(part for part in parts if part)
        if (title, right) != (self._title, self._right):
            self._title, self._right = title, right
            self.refresh()

    def render(self) -> Text:
        """The line, its less important parts clipped first."""
        width = self.size.width - 2
        name = visible(self._title) or "untitled"
        name = name if width < _ROOMY else f"argmap  {name}"
        right = list(self._right)
        while len(right) > 1 and cell_len("  ".join(right)) + cell_len(name) + 2 > width:
            right.pop(0)
        told = clip("  ".join(right), max(width // 2, width - cell_len(name) - 2))
        title = clip(name, width - cell_len(told) - 2)
        gap = " " * max(width - cell_len(title) - cell_len(told), 1)
        return Text(f" {title}{gap}{told} ", no_wrap=True, end="")


class Complaint(Label):
    """What is wrong with what was typed in a dialog; takes no room while nothing is."""

    def __init__(self) -> None:
        super().__init__("", markup=False, id="complaint")
        self.display = False

    def say(self, message: str) -> None:
        """Say what is wrong, or (empty) that nothing is."""
        self.display = bool(message)
        self.update("\n".join(map(visible, message.split("\n"))))


class StatusBar(Widget):
    """What just happened, or what could not be done; a long message takes more lines for as long as it stands."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self.count = 0
        self._said = ""
        self._grave = False

    def say(self, message: str, grave: bool = False) -> None:
        """Say something; `grave` for what failed. `count` goes up by one."""
        self.count += 1
        self._said = visible(message)
        self._grave = grave
        self.set_class(grave, "grave")
        self.styles.height = min(len(self._lines()), _STATUS_LINES)
        self.refresh()

    def clear(self) -> None:
        """Say nothing any more, unless it was grave: that stands until there is something else to say."""
        if self._said and not self._grave:
            self.say("")

    def on_resize(self) -> None:
        """Take the lines that the message needs at the new width."""
        self.styles.height = min(len(self._lines()), _STATUS_LINES)

    @property
    def said(self) -> str:
        """What it says now."""
        return self._said

    def _lines(self) -> tuple[str, ...]:
        return wrap(("! " if self._grave else "") + self._said, self.app.size.width - 2)

    def render(self) -> Text:
        """The message, wrapped."""
        lines = self._lines()
        shown = [*lines[: _STATUS_LINES - 1], clip(" ".join(lines[_STATUS_LINES - 1 :]), self.size.width - 2)]
        return Text("\n".join(f" {line}" for line in shown if line), no_wrap=True, end="")


class FooterBar(Widget):
    """The main keys and what they do; as many as fit."""

    def __init__(self) -> None:
        super().__init__(id="footer")
        self._keys: tuple[tuple[str, str], ...] = ()

    def show(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show other keys, each with its word."""
        shown = tuple(keys)
        if shown != self._keys:
            self._keys = shown
            self.refresh()

    def render(self) -> Text:
        """The line; help and the last keys give way last."""
        keys = list(self._keys)
        while len(keys) > 3 and sum(cell_len(k) + cell_len(v) + 3 for k, v in keys) > self.size.width - 1:
            keys.pop(-4)
        line = Text(" ", no_wrap=True, end="")
        for key, verb in keys:
            line.append(key, "bold")
            line.append(f" {verb}  ")
        return line
