"""Saving and leaving: nothing unsaved is lost, nothing on disk is overwritten unasked."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.tui.mishap import mishap
from argmap.tui.screens.export import ExportDialog
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.tui.screens.start import StartScreen, ask_new
from argmap.workspace import ChangedOnDisk, WorkspaceError, map_path, remember_map

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


def _nothing() -> None:
    return


class Files:
    """The file of an edit screen: save, save as, export, quit."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

    def save(self, then: Callable[[], None] = _nothing) -> None:
        """Save, asking where the file can't simply be written; `then` is done once it is saved."""
        opened = self.screen.opened
        if opened.read_only:
            self._choose(f"{opened.path.name} can't be saved: {opened.read_only}.", then, over=False)
            return
        self._write(lambda: opened.save(), then)

    def save_as(self, then: Callable[[], None] = _nothing) -> None:
        """Ask for another file name and save there; an existing file is never replaced."""
        opened = self.screen.opened

        def attempt(name: str) -> str | None:
            if not name:
                return "Type a file name."
            try:
                path = opened.path.parent / map_path(name)
                opened.save_as(path)
            except ChangedOnDisk:
                return f"{path} exists already: choose another name."
            except WorkspaceError as error:
                return f"{error}."
            except Exception as error:
                return f"{name} was not saved: {mishap(error)}."
            self._saved()
            self.screen.call_after_refresh(then)
            return None

        self.screen.app.push_screen(Prompt("Save as", _other_name(opened.path), attempt))

    def quit(self) -> None:
        """Leave; unsaved changes are asked about first."""
        self._leave("quit", lambda: self.screen.app.exit(0))

    def open(self) -> None:
        """Choose another map, and go there."""
        self.screen.app.push_screen(StartScreen(Path.cwd(), over=self.screen.opened.path), self._go)

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
        """Do what leaves this map; unsaved changes are asked about first."""
        opened = self.screen.opened
        if not opened.unsaved:
            then()
            return

        def chosen(key: str | None) -> None:
            if key == "s":
                self.save(then=then)
            elif key == "d":
                then()

        options = (("s", f"save and {verb}"), ("d", f"discard the changes and {verb}"), ("c", "cancel"))
        self.screen.app.push_screen(Choice(f"{opened.path.name} has unsaved changes.", options), chosen)

    def export(self) -> None:
        """Open the export dialog."""
        opened = self.screen.opened
        self.screen.app.push_screen(ExportDialog(opened.map, opened.path, self.screen.say))

    def _write(self, write: Callable[[], None], then: Callable[[], None]) -> None:
        try:
            write()
        except ChangedOnDisk as changed:
            self._choose(f"{changed}.", then, over=True)
        except WorkspaceError as error:
            self.screen.say(f"{error}. Nothing is lost here; F12 saves elsewhere.", grave=True)
        except Exception as error:
            self.screen.say_failure(f"{self.screen.opened.path} was not saved: {mishap(error)}.")
        else:
            self._saved()
            then()

    def _choose(self, question: str, then: Callable[[], None], *, over: bool) -> None:
        opened = self.screen.opened

        def chosen(key: str | None) -> None:
            if key == "o":
                self._write(lambda: opened.save(over=True), then)
            elif key == "a":
                self.save_as(then)

        options = [("a", "save under another name"), ("c", "cancel; the changes stay unsaved here")]
        if over:
            options.insert(1, ("o", "overwrite what is on disk"))
        self.screen.app.push_screen(Choice(question, options), chosen)

    def _saved(self) -> None:
        self.remember()
        self.screen.say(f"saved {self.screen.opened.path}")
        self.screen.refresh_header()


def _other_name(path: Path) -> str:
    stem = path.name.removesuffix(".argmap.toml").removesuffix(".toml")
    return f"{stem}-2"
