"""Saving and leaving: nothing unsaved is lost, nothing on disk is overwritten unasked."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.tui.figures import FIRST, Asked
from argmap.tui.mishap import mishap
from argmap.tui.screens.export import ExportDialog
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.tui.screens.start import StartScreen, ask_new
from argmap.workspace.files import ChangedOnDisk, WorkspaceError, is_there
from argmap.workspace.maps import map_path
from argmap.workspace.recent import remember_map

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


def _nothing() -> None:
    return


class Files:
    """The file of an edit screen: save, save as, export, quit."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self.given_up = False
        self._turn = asyncio.Lock()
        self._waiting = False
        self._asked = Asked(FIRST)

    @property
    def saving(self) -> bool:
        """Whether a save is running."""
        return self._turn.locked()

    def save(self, then: Callable[[], None] = _nothing) -> None:
        """Save, asking where the file can't simply be written; `then` is done once it is saved."""
        opened = self.screen.opened
        if opened.read_only:
            self.choose(f"{opened.path.name} can't be saved: {opened.read_only}.", then)
            return
        if opened.unsettled:
            self.screen.disk.settle_conflicts(then)
            return
        self._write(then)

    def save_as(self, then: Callable[[], None] = _nothing, name: str | None = None, wrong: str = "") -> None:
        """Ask for another file name and save there; an existing file is never replaced.

        `name` and `wrong` are what was tried last and why that failed.
        """
        opened = self.screen.opened

        def attempt(name: str) -> str | None:
            if not name:
                return "Type a file name."
            try:
                path = opened.path.parent / map_path(name)
                if is_there(path):
                    return f"{path} exists already: choose another name."
            except WorkspaceError as error:
                return f"{error}."
            self._write(then, name=name)
            return None

        text = _other_name(opened.path) if name is None else name
        self.screen.app.push_screen(Prompt("Save as", text, attempt, wrong))

    def quit(self) -> None:
        """Leave; unsaved changes are asked about first."""
        self._leave("quit", lambda: self.screen.app.exit(0))

    def open(self) -> None:
        """Choose another map, and go there."""
        chooser = StartScreen(_here(self.screen.opened.path.parent), self.screen.settings, over=self.screen.opened.path)
        self.screen.app.push_screen(chooser, self._go)

    def new(self) -> None:
        """Ask for a new map, and go there."""
        ask_new(self.screen.app, self.screen.opened.path.parent, self._go)

    def remember(self) -> None:
        """Put this map first among the recent ones, if it has a file."""
        opened = self.screen.opened
        if opened.digest is None:
            return

        def work() -> None:
            with contextlib.suppress(WorkspaceError):
                remember_map(opened.path)

        self.screen.run_worker(work, thread=True, group="recent", exit_on_error=False)

    def _go(self, chosen: StartScreen.Chosen | None) -> None:
        if chosen is not None:
            self._leave("go on", lambda: self._post(chosen))

    def _post(self, chosen: StartScreen.Chosen) -> None:
        self.screen.app.post_message(chosen)

    def _leave(self, verb: str, then: Callable[[], None]) -> None:
        """Do what leaves this map, after a save that is under way; unsaved changes are asked about first."""
        if self.saving:
            self.screen.say(f"Saving; then argmap will {verb}.")
            self._run(self._leave_after(verb, then))
            return
        opened = self.screen.opened
        if not opened.unsaved:
            then()
            return

        def chosen(key: str | None) -> None:
            if key == "s":
                self.save(then=lambda: self._leave(verb, then))
            elif key == "d":
                self.given_up = True
                then()

        options = (("s", f"save and {verb}"), ("d", f"discard the changes and {verb}"), ("c", "cancel"))
        self.screen.app.push_screen(Choice(f"{opened.path.name} has unsaved changes.", options), chosen)

    def export(self) -> None:
        """Open the export dialog."""
        opened = self.screen.opened

        def remember(asked: Asked | None) -> None:
            self._asked = asked or self._asked

        remarks = self.screen.following.remarks
        dialog = ExportDialog(opened.map, opened.path, remarks, self.screen.say, self._asked)
        self.screen.app.push_screen(dialog, remember)

    def _write(self, then: Callable[[], None], *, over: bool = False, name: str | None = None) -> None:
        """Save in the background, one after the other; a second wish while one waits is the same wish."""
        plain = then is _nothing and not over and name is None
        if plain and self._waiting:
            return
        self._waiting = self.saving
        self._run(self._writing(then, over, name))

    async def _writing(self, then: Callable[[], None], over: bool, name: str | None) -> None:
        screen, opened = self.screen, self.screen.opened
        asked_at = self._attention()
        async with self._turn:
            self._waiting = False
            try:
                await screen.keeping.now()
                await opened.save(path=None if name is None else opened.path.parent / map_path(name), over=over)
            except Exception as error:
                failed: Exception | None = error
            else:
                failed = None
                self.remember()
                screen.say(f"saved {opened.path}")
                screen.refresh_header()
                await (screen.keeping.now() if name is None else screen.keeping.moved())
        if failed is None:
            then()
        else:
            self._failed(failed, then, name, elsewhere=self._attention() != asked_at)

    def _failed(self, error: Exception, then: Callable[[], None], name: str | None, *, elsewhere: bool) -> None:
        """Tell or ask; whoever is busy `elsewhere` by now must not answer a question by what they type."""
        screen = self.screen
        known = isinstance(error, WorkspaceError)
        why = str(error) if known else f"{screen.opened.path} was not saved: {mishap(error)}"
        if elsewhere:
            screen.say(f"{why}. Not saved; nothing is lost here.", grave=True)
        elif name is not None:
            self.save_as(then, name, f"{why}.")
        elif isinstance(error, ChangedOnDisk):
            screen.disk.settle(then)
        elif known:
            key = screen.keymap.shown("save-as")
            screen.say(f"{why}. Nothing is lost here; {key} saves elsewhere.", grave=True)
        else:
            screen.say_failure(f"{why}.")

    def _attention(self) -> tuple[object, ...]:
        """What the person at the keys is at."""
        screen = self.screen
        return screen.app.screen, screen.focused, screen.opened.history.present, screen.pane.state.cursor

    async def _leave_after(self, verb: str, then: Callable[[], None]) -> None:
        async with self._turn:
            pass
        self._leave(verb, then)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self.screen.run_worker(work, group="save", exit_on_error=False)

    def overwrite(self, then: Callable[[], None] = _nothing) -> None:
        """Save over whatever is on disk."""
        self._write(then, over=True)

    def choose(self, question: str, then: Callable[[], None], over: str = "", *, gone: bool = False) -> None:
        """Ask what to do with a map that can't simply be saved.

        `over` words saving it all the same, if that is offered: first of all where the file is `gone`.
        """

        def chosen(key: str | None) -> None:
            if key == "o":
                self.overwrite(then)
            elif key == "a":
                self.save_as(then)

        options = [("a", "save under another name"), ("c", "cancel; the changes stay unsaved here")]
        if over:
            options.insert(0 if gone else 1, ("o", over))
        self.screen.app.push_screen(Choice(question, options), chosen)


def _here(otherwise: Path) -> Path:
    """The current folder, unless it has been removed."""
    try:
        return Path.cwd()
    except OSError:
        return otherwise


def _other_name(path: Path) -> str:
    stem = path.name.removesuffix(".argmap.toml").removesuffix(".toml")
    return f"{stem}-2"
