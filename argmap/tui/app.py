"""The terminal app: opens a map or lists them, and keeps screens apart."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.geometry import Size
from textual.screen import Screen

from argmap.format import ReadError
from argmap.tui.mishap import mishap
from argmap.tui.open_map import OpenMap
from argmap.tui.palette import ActionProvider, Palette
from argmap.tui.plain import AsciiMarks
from argmap.tui.screens.edit import EditScreen
from argmap.tui.screens.reading import ReadingScreen
from argmap.tui.screens.start import StartScreen
from argmap.tui.settings import DEFAULTS, Settings
from argmap.tui.themes import COLOURS, theme
from argmap.tui.widgets.text_field import TextField
from argmap.workspace.files import WorkspaceError

_PALETTE_WIDTH, _PALETTE_HEIGHT = 20, 6
_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name)]
_ALONE = 2
"""Screens on the stack while the first map is read: Textual's own and the reading one."""


class ArgmapApp(App[int], inherit_bindings=False):
    """Shows a map, read already or to be read, or else lists the maps below `folder`.

    `failure` is why the first map could not be read; the app has ended then. `ended_by` is the signal that ended it.
    """

    TITLE = "argmap"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/panes.tcss", "styles/dialogs.tcss"]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider}
    ESCAPE_TO_MINIMIZE = False
    ENABLE_COMMAND_PALETTE = False  # its key is the keymap's

    def __init__(self, first: OpenMap | Path | None, folder: Path, settings: Settings = DEFAULTS) -> None:
        super().__init__()
        self.failure: Exception | None = None
        self.ended_by: signal.Signals | None = None
        self._first = first
        self._folder = folder
        self.use_command_palette = True
        self.settings = settings
        for name in COLOURS:
            self.register_theme(theme(name))
        self.theme = "ansi" if self.no_color else settings.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that the styles name, before a theme of ours is in force."""
        return theme("dark").variables

    def get_driver_class(self) -> type[Driver]:
        """The driver that talks to the terminal: Textual's, its reading made safe where there is POSIX."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from argmap.tui.driver import TerminalDriver

        return TerminalDriver

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
        if not self.is_headless:
            self._heed_signals()
        first = self._first
        if isinstance(first, Path):
            await self.push_screen(ReadingScreen(first.name))
            self.call_after_refresh(self._read, lambda: OpenMap.open(first), self._end)
        else:
            await self.push_screen(self._start() if first is None else self._edit(first))

    def _heed_signals(self) -> None:
        """End in good order, what is unsaved kept, where the system or another process asks for it."""
        with contextlib.suppress(NotImplementedError):  # Windows
            for number in _ENDING:
                asyncio.get_running_loop().add_signal_handler(number, self._end_by, number)

    def _end_by(self, number: signal.Signals) -> None:
        self.ended_by = number
        self.run_worker(self._keep_and_end(number), exit_on_error=False)

    async def _keep_and_end(self, number: signal.Signals) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, EditScreen):
                await screen.keeping.now()
        self.exit(return_code=128 + number)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Inside a text field only editing keys act."""
        if action == "command_palette" and (isinstance(self.focused, TextField) or _writes(self.screen)):
            return False
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Open the palette where there is room for it."""
        if self._roomy(self.size):
            if not isinstance(self.screen, Palette):
                self.push_screen(Palette())
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
        """Open the map that was chosen, take it in from another program's file, or begin it."""
        path, title, template = message.path, message.title, message.template
        open = OpenMap.taken_in if message.foreign else OpenMap.open

        def failed(error: Exception) -> None:
            self.pop_screen()
            known = isinstance(error, WorkspaceError | ReadError)
            self._tell(told(path, error) if known else f"{path} can't be opened: {mishap(error)}")

        self.push_screen(ReadingScreen(path.name))
        self._read(lambda: open(path) if title is None else OpenMap.new(path, title, template), failed)

    def _read(self, read: Callable[[], OpenMap], failed: Callable[[Exception], None]) -> None:
        """Read a map in a thread, and show it in place of what was shown before the reading began."""

        async def reading() -> None:
            try:
                opened = await asyncio.to_thread(_whole, read)
            except Exception as error:
                failed(error)
            else:
                if len(self.screen_stack) > _ALONE:
                    self.pop_screen()
                self.switch_screen(self._edit(opened))

        self.run_worker(reading(), group="read", exit_on_error=False)

    def _end(self, failure: Exception) -> None:
        self.failure = failure
        self.exit(1)

    def _start(self) -> StartScreen:
        return StartScreen(self._folder, self.settings)

    def _edit(self, opened: OpenMap) -> EditScreen:
        return EditScreen(opened, self.settings)

    def _tell(self, message: str) -> None:
        if isinstance(self.screen, EditScreen):
            self.screen.files.given_up = False
        if isinstance(self.screen, StartScreen | EditScreen):
            self.screen.say(message, grave=True)


def _whole(read: Callable[[], OpenMap]) -> OpenMap:
    """Read a map and derive its outline; neither is looked through for garbage, then or later."""
    gc.disable()
    try:
        opened = read()
        opened.map.outline  # noqa: B018
        return opened
    finally:
        gc.freeze()
        gc.enable()


def told(path: Path, error: Exception) -> str:
    """Why a map can't be opened, in words for people."""
    if not isinstance(error, ReadError):
        return str(error)
    first = error.problems[0]
    where = f"{path}:{first.line}:{first.column}: " if first.line else f"{path}: "
    lists = f"`argmap {'import' if first.code.startswith('I') else 'check'} {path}` lists them"
    more = f" (and {len(error.problems) - 1} more; {lists})" if len(error.problems) > 1 else ""
    return where + first.message + (f" ({first.advice})" if first.advice else "") + more


def _writes(screen: Screen[Any]) -> bool:
    return isinstance(screen, EditScreen) and screen.writing
