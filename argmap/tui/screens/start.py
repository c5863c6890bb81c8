"""The list of maps: recent ones, those below a folder, a new one, or a path that is typed."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingsMap
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Label
from textual.worker import get_current_worker

from argmap.tui.binding import bindings
from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.tui.settings import DEFAULTS, Settings
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import FooterBar, StatusBar
from argmap.tui.widgets.lines import LinesList
from argmap.tui.widgets.text_field import TextField, settled
from argmap.workspace.files import SUFFIX, WorkspaceError, is_there, resolved
from argmap.workspace.maps import find_maps, map_path, title_of
from argmap.workspace.recent import recent_maps
from argmap.workspace.recovery import Left, left_behind
from argmap.workspace.templates import EMPTY, templates

_LETTERS = "123456789abcdefghijklmnopqrstuvwxyz"


_STEPS = (("up", -1), ("down", 1), ("pageup", -10), ("pagedown", 10))


class Listed:
    """A map of the list: its path, title and the path as it is shown, whether it is gone, and a mark.

    `unsaved` tells that a crash left unsaved work on it.
    """

    def __init__(self, path: Path, folder: Path, *, recent: bool, unsaved: bool = False) -> None:
        self.path = path
        self.missing = not unsaved and not os.path.isfile(path)
        self.title = title_of(path) if os.path.isfile(path) else path.name.removesuffix(SUFFIX)
        below = path.relative_to(folder) if path.is_relative_to(folder) else path
        self.shown = str(below)
        self.mark = "  unsaved work" if unsaved else "  missing" if self.missing else "  recent" if recent else ""


class StartScreen(Screen["StartScreen.Chosen"], inherit_bindings=False):
    """Lists the maps; asks the app to open one, or to begin one.

    Over an open map (its path is `over`) it hands back what was chosen instead.
    """

    class Chosen(Message):
        """A map was chosen; `title` is given for a new one, and `template` is what it begins with.

        `foreign` says that the path is another program's file, to be taken in.
        """

        def __init__(
            self, path: Path, title: str | None = None, template: str = EMPTY, *, foreign: bool = False
        ) -> None:
            super().__init__()
            self.path = path
            self.title = title
            self.template = template
            self.foreign = foreign

    class Found(Message):
        """The maps below the folder."""

        def __init__(self, maps: Sequence[Listed]) -> None:
            super().__init__()
            self.maps = maps

    def __init__(self, folder: Path, settings: Settings = DEFAULTS, over: Path | None = None) -> None:
        super().__init__()
        self._settings = settings
        steps = [Binding(key, f"step({by})", priority=True, show=False) for key, by in _STEPS]
        self._bindings = BindingsMap([*bindings(settings.keymap, lambda where: where == "maps"), *steps])
        self._folder = folder
        self._over = _absolute(over) if over is not None else None
        self._maps: list[Listed] = []
        self._shown: list[Listed] = []
        self._searching = True

    def compose(self) -> ComposeResult:
        """Heading, what is typed, list, status, footer."""
        yield Label(" argmap", markup=False, id="header")
        yield TextField(id="filter", placeholder="type part of a title or name, or a path")
        yield LinesList("maps")
        yield StatusBar()
        yield FooterBar()

    def on_mount(self) -> None:
        """List the recent maps, and look for those below the folder."""
        unsaved = self._left_behind()
        self._maps = [
            Listed(path, self._folder, recent=True, unsaved=path in unsaved)
            for path in recent_maps()
            if path != self._over
        ]
        self.query_one(LinesList).border_title = "Maps: recent ones, and those below this folder"
        self.set_focus(self.query_one(TextField))
        self.query_one(FooterBar).show(self._settings.keymap.footer(("maps",)))
        self._show()
        known = {listed.path for listed in self._maps} | {self._over}

        def look() -> None:
            try:
                found = sorted({*map(_absolute, find_maps(self._folder)), *unsaved} - known)
                listed = [Listed(path, self._folder, recent=False, unsaved=path in unsaved) for path in found]
            except OSError:
                listed = []
            if not get_current_worker().is_cancelled:
                self.post_message(self.Found(listed))

        self.run_worker(look, thread=True, exit_on_error=False)

    def _left_behind(self) -> set[Path]:
        """The maps below the folder, saved once or never, of which a crash left unsaved work."""
        real = resolved(self._folder)
        left = [one.path for one in left_behind() if isinstance(one, Left)]
        return {_absolute(self._folder / path.relative_to(real)) for path in left if path.is_relative_to(real)}

    def on_start_screen_found(self, message: Found) -> None:
        """Add the maps below the folder."""
        self._searching = False
        self._maps += message.maps
        self._show()

    def on_text_area_changed(self) -> None:
        """Show what matches."""
        self._show()

    def say(self, message: str, grave: bool = False) -> None:
        """Tell people something in the status line."""
        self.query_one(StatusBar).say(message, grave)

    @property
    def _typed(self) -> str:
        return self.query_one(TextField).value

    def _show(self) -> None:
        """List what holds every word that is typed."""
        words = self._typed.casefold().split()
        self._shown = [m for m in self._maps if all(w in f"{m.title} {m.path}".casefold() for w in words)]
        lines = [
            ((visible(m.title) + "  ", "strong"), (visible(m.shown), "dim"), (m.mark, "mark")) for m in self._shown
        ]
        verb = "take in" if words and self._foreign(self._typed) is not None else "open or begin"
        last = f"{verb} {visible(self._typed)}" if words else "a new map …"
        self.query_one(LinesList).put([*lines, ((last, "plain"),)])
        key = self._settings.keymap.shown("maps-open")
        if self._settings.complaints:
            self.say(self._settings.told, grave=True)
        elif self._searching:
            self.say("Looking for maps below this folder…")
        elif not self._maps:
            self.say(f"There is no map here yet: {key} begins one.")
        elif words:
            self.say(f"{len(self._shown)} of {len(self._maps)} maps: {key} opens the one that is marked.")
        else:
            self.say(f"{key} opens a map; what you type narrows the list.")

    def action_step(self, by: int) -> None:
        """Move the cursor of the list."""
        self.query_one(LinesList).action_step(by)

    async def action_act(self, id: str) -> None:
        """Do one action of the table."""
        await settled(self.query_one(TextField))
        if id == "maps-open":
            self.query_one(LinesList).action_pick()
        elif id == "maps-new":
            ask_new(self.app, self._folder, self._choose)
        elif id == "maps-help":
            self.app.push_screen(HelpScreen(self._settings, "maps"))
        elif id == "maps-back" and self._typed:
            self.query_one(TextField).start("")
            self._show()
        elif self._over is not None:
            self.dismiss(None)
        else:
            self.app.exit(0)

    def on_lines_list_picked(self, message: LinesList.Picked) -> None:
        """Open the map that was picked, the path that was typed, or begin a map."""
        if message.number < len(self._shown):
            listed = self._shown[message.number]
            if listed.missing and not os.path.isfile(listed.path):
                self.say(f"{listed.path} is not there any more.", grave=True)
            else:
                self._choose(self.Chosen(listed.path))
        elif self._typed:
            self._open_typed(self._typed)
        else:
            ask_new(self.app, self._folder, self._choose)

    def _foreign(self, typed: str) -> Path | None:
        """The other program's file that is named with its ending, where there is one."""
        path = self._folder / os.path.expanduser(typed)
        return path if path.suffix not in ("", ".toml") and os.path.isfile(path) else None

    def _open_typed(self, typed: str) -> None:
        if (foreign := self._foreign(typed)) is not None:
            self._choose(self.Chosen(foreign, foreign=True))
            return
        try:
            path = self._folder / map_path(os.path.expanduser(typed))
            there = is_there(path)
        except WorkspaceError as error:
            self.say(f"{error}.", grave=True)
            return
        if there:
            self._choose(self.Chosen(path))
        else:
            ask_template(self.app, path, self._choose)

    def _choose(self, chosen: Chosen) -> None:
        if self._over is not None:
            self.dismiss(chosen)
        else:
            self.post_message(chosen)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))


def ask_new(app: App[Any], folder: Path, choose: Callable[[StartScreen.Chosen], object]) -> None:
    """Ask for a new map's file name in a folder, its template and its title; `choose` gets them."""

    def attempt(name: str) -> str | None:
        if not name:
            return "Type a name; the file will be NAME.argmap.toml."
        try:
            path = folder / map_path(os.path.expanduser(name))
            taken = is_there(path)
        except WorkspaceError as error:
            return f"{error}."
        if taken:
            return f"{path.name} exists already: choose another name."
        app.call_after_refresh(ask_template, app, path, choose)
        return None

    app.push_screen(Prompt(f"A new map in {folder}. Its file name", "", attempt))


def ask_template(app: App[Any], path: Path, choose: Callable[[StartScreen.Chosen], object]) -> None:
    """Ask what the new map at a path is to begin with, and for its title."""
    known = templates()[: len(_LETTERS)]
    letters = dict(zip(_LETTERS, known, strict=False))

    def chosen(letter: str | None) -> None:
        if letter is not None:
            name = letters[letter].name
            app.push_screen(Prompt("Its title (may be left empty)", "", lambda title: attempt(name, title)))

    def attempt(name: str, title: str) -> str | None:
        app.call_after_refresh(choose, StartScreen.Chosen(path, title, name))
        return None

    options = [(letter, f"{visible(t.name)}: {visible(t.about)}") for letter, t in letters.items()]
    app.push_screen(Choice(f"{path.name} begins with", options), chosen)
