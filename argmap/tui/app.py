"""The terminal app: opens a map or lists them, and keeps screens apart."""

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App
from textual.command import Provider
from textual.screen import Screen

from argmap.format import ReadError
from argmap.tui.open_map import OpenMap
from argmap.tui.palette import ActionProvider
from argmap.tui.screens.edit import EditScreen
from argmap.tui.screens.start import StartScreen
from argmap.tui.widgets.text_field import TextField
from argmap.workspace import WorkspaceError


class ArgmapApp(App[int], inherit_bindings=False):
    """Shows the opened map at once, or else lists the maps below `folder`."""

    TITLE = "argmap"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/panes.tcss", "styles/dialogs.tcss"]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider}
    ESCAPE_TO_MINIMIZE = False

    def __init__(self, opened: OpenMap | None, folder: Path) -> None:
        super().__init__()
        self._opened = opened
        self._folder = folder

    async def on_mount(self) -> None:
        """Show the map, or the list of maps."""
        first: Screen[None] = StartScreen(self._folder) if self._opened is None else EditScreen(self._opened)
        await self.push_screen(first)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Inside a text field only editing keys act."""
        if action == "command_palette" and isinstance(self.focused, TextField):
            return False
        return super().check_action(action, parameters)

    def on_start_screen_chosen(self, message: StartScreen.Chosen) -> None:
        """Open the map that was chosen."""
        try:
            opened = OpenMap.open(message.path)
        except (WorkspaceError, ReadError) as error:
            if isinstance(self.screen, StartScreen):
                self.screen.say(told(message.path, error), grave=True)
            return
        if message.title is not None:
            opened = OpenMap.new(message.path, message.title)
        self.switch_screen(EditScreen(opened))


def told(path: Path, error: WorkspaceError | ReadError) -> str:
    """Why a map can't be opened, in words for people."""
    if isinstance(error, WorkspaceError):
        return str(error)
    first = error.problems[0]
    where = f"{path}:{first.line}:{first.column}: " if first.line else f"{path}: "
    more = f" (and {len(error.problems) - 1} more; `argmap check {path}` lists them)" if len(error.problems) > 1 else ""
    return where + " ".join(part for part in (first.message, first.advice or "") if part) + more
