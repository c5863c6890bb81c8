"""The terminal app: opens a map or lists them, and keeps screens apart."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.filter import LineFilter, NoColor
from textual.geometry import Size
from textual.screen import Screen

from argmap.format import ReadError
from argmap.tui.mishap import mishap
from argmap.tui.open_map import OpenMap
from argmap.tui.palette import ActionProvider
from argmap.tui.plain import AsciiMarks
from argmap.tui.screens.edit import EditScreen
from argmap.tui.screens.start import StartScreen
from argmap.tui.settings import DEFAULTS, Settings
from argmap.tui.themes import COLOURS, theme
from argmap.tui.widgets.text_field import TextField
from argmap.workspace import WorkspaceError

_PALETTE_WIDTH, _PALETTE_HEIGHT = 20, 6


class ArgmapApp(App[int], inherit_bindings=False):
    """Shows the opened map at once, or else lists the maps below `folder`."""

    TITLE = "argmap"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/panes.tcss", "styles/dialogs.tcss"]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider}
    ESCAPE_TO_MINIMIZE = False
    ENABLE_COMMAND_PALETTE = False  # its key is the keymap's

    def __init__(self, opened: OpenMap | None, folder: Path, settings: Settings = DEFAULTS) -> None:
        super().__init__()
        self._opened = opened
        self._folder = folder
        self.use_command_palette = True
        self.settings = settings
        for name in COLOURS:
            self.register_theme(theme(name))
        self.theme = "ansi" if self.no_color else settings.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that the styles name, before a theme of ours is in force."""
        return theme("dark").variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line of the screen goes through last: no colours, marks in ASCII."""
        filters = list(super().get_line_filters())
        if self.no_color:
            filters.append(NoColor())
        if self.settings.ascii:
            filters.append(AsciiMarks(self.settings.encoding))
        return filters

    async def on_mount(self) -> None:
        """Show the map, or the list of maps."""
        first: Screen[Any] = self._start() if self._opened is None else self._edit(self._opened)
        await self.push_screen(first)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Inside a text field only editing keys act."""
        if action == "command_palette" and (isinstance(self.focused, TextField) or _writes(self.screen)):
            return False
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Open the palette where there is room for it."""
        if self._roomy(self.size):
            super().action_command_palette()
        elif isinstance(self.screen, StartScreen | EditScreen):
            self.screen.say("The terminal is too small for the list of actions: make it larger.", grave=True)

    def on_resize(self, event: events.Resize) -> None:
        """Close the palette where there is no room for it any more."""
        if isinstance(self.screen, CommandPalette) and not self._roomy(event.size):
            self.pop_screen()

    @staticmethod
    def _roomy(size: Size) -> bool:
        return size.width >= _PALETTE_WIDTH and size.height >= _PALETTE_HEIGHT

    def on_start_screen_chosen(self, message: StartScreen.Chosen) -> None:
        """Open the map that was chosen, or begin it."""
        try:
            opened = (
                OpenMap.open(message.path)
                if message.title is None
                else OpenMap.new(message.path, message.title, message.template)
            )
        except (WorkspaceError, ReadError) as error:
            self._tell(told(message.path, error))
        except Exception as error:
            self._tell(f"{message.path} can't be opened: {mishap(error)}")
        else:
            self.switch_screen(self._edit(opened))

    def _start(self) -> StartScreen:
        return StartScreen(self._folder, self.settings)

    def _edit(self, opened: OpenMap) -> EditScreen:
        return EditScreen(opened, self.settings)

    def _tell(self, message: str) -> None:
        if isinstance(self.screen, EditScreen):
            self.screen.files.given_up = False
        if isinstance(self.screen, StartScreen | EditScreen):
            self.screen.say(message, grave=True)


def told(path: Path, error: WorkspaceError | ReadError) -> str:
    """Why a map can't be opened, in words for people."""
    if isinstance(error, WorkspaceError):
        return str(error)
    first = error.problems[0]
    where = f"{path}:{first.line}:{first.column}: " if first.line else f"{path}: "
    more = f" (and {len(error.problems) - 1} more; `argmap check {path}` lists them)" if len(error.problems) > 1 else ""
    return where + " ".join(part for part in (first.message, first.advice or "") if part) + more


def _writes(screen: Screen[Any]) -> bool:
    return isinstance(screen, EditScreen) and screen.writing
