"""The start screen: the maps below a folder, and a new one."""

import os
import tomllib
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Label

from argmap.tui.binding import bindings
from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.prompt import Prompt
from argmap.tui.settings import DEFAULTS, Settings
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import FooterBar, StatusBar
from argmap.tui.widgets.lines import LinesList
from argmap.workspace import Left, WorkspaceError, find_maps, is_there, left_behind, map_path, resolved

_HEAD_BYTES = 4096


class StartScreen(Screen[None], inherit_bindings=False):
    """Lists the maps; asks the app to open one, or to begin one."""

    class Chosen(Message):
        """A map was chosen; `title` is given for a new one."""

        def __init__(self, path: Path, title: str | None = None) -> None:
            super().__init__()
            self.path = path
            self.title = title

    def __init__(self, folder: Path, settings: Settings = DEFAULTS) -> None:
        super().__init__(id="start-screen")
        self._settings = settings
        self._bindings = BindingsMap(bindings(settings.keymap, lambda where: where == "maps"))
        self._folder = folder
        self._maps: list[Path] = []

    def compose(self) -> ComposeResult:
        """Heading, list, status, footer."""
        yield Label(" argmap", markup=False, id="header")
        yield LinesList("maps")
        yield StatusBar()
        yield FooterBar()

    def on_mount(self) -> None:
        """List the maps."""
        unsaved = self._left_behind()
        self._maps = sorted({*find_maps(self._folder), *unsaved})
        view = self.query_one(LinesList)
        view.border_title = "Maps below this folder"
        self.set_focus(view)
        lines = [
            ((visible(title_of(path)) + "  ", "strong"), (visible(str(path.relative_to(self._folder))), "dim"))
            + ((("  unsaved work", "strong"),) if path in unsaved else ())
            for path in self._maps
        ]
        view.put([*lines, (("a new map …", "plain"),)])
        self.query_one(FooterBar).show(self._settings.keymap.footer(("maps",)))
        key = self._settings.keymap.shown("maps-open")
        self.say(f"{key} opens a map." if self._maps else f"There is no map here yet: {key} begins one.")
        if self._settings.complaints:
            self.say(self._settings.told, grave=True)

    def _left_behind(self) -> set[Path]:
        """The maps below the folder, saved once or never, of which a crash left unsaved work."""
        real = resolved(self._folder)
        left = [one.path for one in left_behind() if isinstance(one, Left)]
        return {self._folder / path.relative_to(real) for path in left if path.is_relative_to(real)}

    def say(self, message: str, grave: bool = False) -> None:
        """Tell people something in the status line."""
        self.query_one(StatusBar).say(message, grave)

    def action_act(self, id: str) -> None:
        """Do one action of the table."""
        view = self.query_one(LinesList)
        if id == "maps-open":
            view.action_pick()
        elif id == "maps-new":
            self._new()
        elif id == "maps-help":
            self.app.push_screen(HelpScreen(self._settings))
        else:
            self.app.exit(0)

    def on_lines_list_picked(self, message: LinesList.Picked) -> None:
        """Open the map that was picked, or begin one."""
        if message.number < len(self._maps):
            self.post_message(self.Chosen(self._maps[message.number]))
        else:
            self._new()

    def _new(self) -> None:
        def attempt(name: str) -> str | None:
            if not name:
                return "Type a name; the file will be NAME.argmap.toml."
            try:
                path = self._folder / map_path(name)
                taken = is_there(path)
            except WorkspaceError as error:
                return f"{error}."
            if taken:
                return f"{path.name} exists already: choose another name."
            self.call_after_refresh(self._ask_title, path)
            return None

        self.app.push_screen(Prompt("A new map. Its file name", "", attempt))

    def _ask_title(self, path: Path) -> None:
        def attempt(title: str) -> str | None:
            self.post_message(self.Chosen(path, title))
            return None

        self.app.push_screen(Prompt("Its title (may be left empty)", "", attempt))


def title_of(path: Path) -> str:
    """A map's title, read from the head of its file; its name where there is none to be read."""
    name = path.name.removesuffix(".argmap.toml")
    if not os.path.isfile(path):
        return name
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return name
    root = head.partition("\n[")[0]
    try:
        title = tomllib.loads(root).get("title")
    except (ValueError, ArithmeticError, RecursionError):
        return name
    return title if isinstance(title, str) and title else name
