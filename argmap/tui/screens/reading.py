"""What is shown while a map is read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Label

from argmap.tui.visible import visible


class ReadingScreen(Screen[None], inherit_bindings=False):
    """Says which map is being read; the keys that quit everywhere quit here too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+q,ctrl+c", "leave", priority=True, show=False)]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name_read = name

    def compose(self) -> ComposeResult:
        """One line where the title will be, one where the outline will."""
        yield Label(" argmap", markup=False, id="header")
        yield Label(f" Reading {visible(self._name_read)} …", markup=False, id="reading")

    def action_leave(self) -> None:
        """End without having read anything."""
        self.app.exit(0)
