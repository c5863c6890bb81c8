"""Choosing the theme: every line that the cursor is on is shown at once."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from argmap.tui.screens.dialog import Dialog
from argmap.tui.themes import COLOURS
from argmap.tui.widgets.lines import LinesList
from argmap.workspace.files import WorkspaceError
from argmap.workspace.remembered import remember

_TOLD = {
    "dark": "light text on dark",
    "light": "dark text on light",
    "high-contrast": "white on black, strong colours",
    "ansi": "your terminal's own colours",
}


class ThemeScreen(Dialog[None]):
    """Lists the themes; the chosen one is remembered, and `say` is told what came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", priority=True)]

    about = (
        "Every theme that the cursor is on is shown at once. Enter keeps it, for the next time too; Esc goes back.",
    )

    def __init__(self, say: Callable[[str, bool], None]) -> None:
        super().__init__()
        self._say = say
        self._names = tuple(COLOURS)

    def compose(self) -> ComposeResult:
        """Heading, themes, keys."""
        with Vertical(classes="dialog"):
            yield Label("Theme", markup=False, classes="heading")
            yield LinesList("choice")
            yield Label("↑ ↓ look   Enter keep   Esc cancel", markup=False, classes="keys")

    def on_mount(self) -> None:
        """The cursor is on the theme in force."""
        self._before = self.app.theme
        view = self.query_one(LinesList)
        view.styles.height = len(self._names)
        view.cursor = self._names.index(self._before) if self._before in self._names else 0
        view.put([((f"{name:<15}", "strong"), (_TOLD[name], "plain")) for name in self._names])
        self.set_focus(view)

    def on_lines_list_stepped(self, message: LinesList.Stepped) -> None:
        """Show the theme under the cursor."""
        if not self.app.no_color:
            self.app.theme = self._names[message.number]

    def on_lines_list_picked(self, message: LinesList.Picked) -> None:
        """Keep the theme and remember it."""
        name = self._names[message.number]
        told, grave = f"The theme is {name}.", False
        if self.app.no_color:
            told = f"The theme is {name}; NO_COLOR keeps its colours off."
        try:
            remember("theme", name)
        except WorkspaceError as error:
            told, grave = f"{told} It can't be remembered: {error}.", True
        self.dismiss()
        self._say(told, grave)

    def action_leave(self) -> None:
        """Go back to the theme from before."""
        self.app.theme = self._before
        self.dismiss()
