"""Saving and leaving: nothing unsaved is lost, nothing on disk is overwritten unasked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.tui.mishap import mishap
from argmap.tui.screens.export import ExportDialog
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.workspace import ChangedOnDisk, WorkspaceError, map_path

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
            self.choose(f"{opened.path.name} can't be saved: {opened.read_only}.", then)
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
        opened = self.screen.opened
        if not opened.unsaved:
            self.screen.app.exit(0)
            return

        def chosen(key: str | None) -> None:
            if key == "s":
                self.save(then=lambda: self.screen.app.exit(0))
            elif key == "d":
                self.screen.app.exit(0)

        options = (("s", "save and quit"), ("d", "discard the changes and quit"), ("c", "cancel"))
        self.screen.app.push_screen(Choice(f"{opened.path.name} has unsaved changes.", options), chosen)

    def export(self) -> None:
        """Open the export dialog."""
        opened = self.screen.opened
        self.screen.app.push_screen(ExportDialog(opened.map, opened.path, self.screen.say))

    def _write(self, write: Callable[[], None], then: Callable[[], None]) -> None:
        try:
            write()
        except ChangedOnDisk:
            self.screen.disk.settle(then)
        except WorkspaceError as error:
            key = self.screen.keymap.shown("save-as")
            self.screen.say(f"{error}. Nothing is lost here; {key} saves elsewhere.", grave=True)
        except Exception as error:
            self.screen.say_failure(f"{self.screen.opened.path} was not saved: {mishap(error)}.")
        else:
            self._saved()
            then()

    def overwrite(self, then: Callable[[], None] = _nothing) -> None:
        """Save over whatever is on disk."""
        self._write(lambda: self.screen.opened.save(over=True), then)

    def choose(self, question: str, then: Callable[[], None], over: str = "") -> None:
        """Ask what to do with a map that can't simply be saved; `over` words saving it all the same, if offered."""

        def chosen(key: str | None) -> None:
            if key == "o":
                self.overwrite(then)
            elif key == "a":
                self.save_as(then)

        options = [("a", "save under another name"), ("c", "cancel; the changes stay unsaved here")]
        if over:
            options.insert(1, ("o", over))
        self.screen.app.push_screen(Choice(question, options), chosen)

    def _saved(self) -> None:
        self.screen.say(f"saved {self.screen.opened.path}")
        self.screen.refresh_header()


def _other_name(path: Path) -> str:
    stem = path.name.removesuffix(".argmap.toml").removesuffix(".toml")
    return f"{stem}-2"
