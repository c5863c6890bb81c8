"""Choosing a text: one below the map's folder, or a path that is typed."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Label
from textual.worker import get_current_worker

from argmap.tui.mishap import saying
from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.lines import LinesList
from argmap.tui.widgets.text_field import TextField, settled
from argmap.workspace.maps import find_texts

_MOST_LINES = 10
_STEPS = (("up", -1), ("down", 1), ("pageup", -_MOST_LINES), ("pagedown", _MOST_LINES))


class ChooseText(Dialog[None]):
    """Asks for a text file; `attempt` takes its path and returns what is wrong with it, if anything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", priority=True),
        Binding("escape", "dismiss", priority=True),
        *(Binding(key, f"step({by})", priority=True) for key, by in _STEPS),
    ]

    about = (
        "The text is plain text or Markdown in UTF-8. Those below the map's folder are listed: type part of a name and "
        "choose with the arrows, or type a path. A text elsewhere is remembered for you on this machine; the map "
        "itself holds its title and digest, never your path.",
    )

    class Found(Message):
        """The texts below the folder."""

        def __init__(self, files: Sequence[Path]) -> None:
            super().__init__()
            self.files = files

    def __init__(self, question: str, folder: Path, attempt: Callable[[Path], str | None]) -> None:
        super().__init__()
        self._question = question
        self._folder = folder
        self._attempt = attempt
        self._files: Sequence[Path] = ()
        self._shown: list[Path] = []

    def compose(self) -> ComposeResult:
        """Question, field, list, what is wrong, the keys."""
        with Vertical(classes="dialog"):
            yield Label(visible(self._question), markup=False, classes="heading")
            yield TextField(id="prompt-field", placeholder="part of a name, or a path")
            yield LinesList("texts")
            yield Complaint()
            yield Label("Enter choose   ↑ ↓ another   Esc cancel", markup=False, classes="keys")

    def on_mount(self) -> None:
        """List the texts below the folder."""
        view = self.query_one(LinesList)
        view.can_focus = False
        view.styles.height = _MOST_LINES if self.size.height > 2 * _MOST_LINES else 3
        self.set_focus(self.query_one(TextField))

        def look() -> None:
            try:
                files = find_texts(self._folder)
            except OSError:
                files = []
            if not get_current_worker().is_cancelled:
                self.post_message(self.Found(files))

        self.run_worker(look, thread=True, exit_on_error=False)

    def on_choose_text_found(self, message: Found) -> None:
        """Show them."""
        self._files = message.files
        self._show()

    def on_text_area_changed(self) -> None:
        """Show what matches."""
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the list to the terminal."""
        self.query_one(LinesList).styles.height = _MOST_LINES if event.size.height > 2 * _MOST_LINES else 3

    def _show(self) -> None:
        words = self.query_one(TextField).value.casefold().split()
        names = [(file, str(file.relative_to(self._folder))) for file in self._files]
        shown = [(file, name) for file, name in names if all(word in name.casefold() for word in words)]
        self._shown = [file for file, _ in shown]
        lines = [((visible(name), "plain"),) for _, name in shown]
        self.query_one(LinesList).put(lines or [((self._nothing(bool(words)), "dim"),)])

    def _nothing(self, typed: bool) -> str:
        return "the path that is typed" if typed else "no text (.md, .txt) is below the map's folder: type a path"

    def action_step(self, by: int) -> None:
        """Move the cursor of the list."""
        self.query_one(LinesList).action_step(by)

    async def action_keep(self) -> None:
        """Take the file that is marked or typed."""
        field = self.query_one(TextField)
        await settled(field)
        complain = self.query_one(Complaint).say
        with saying(self.app, complain):
            file = self._chosen(field.value)
            wrong = "Type the path of a text, or choose one." if file is None else self._attempt(file)
            if wrong is None:
                self.dismiss()
            else:
                complain(wrong)

    def on_lines_list_picked(self, message: LinesList.Picked) -> None:
        """Take the file that was clicked on."""
        self.run_worker(self.action_keep())

    def _chosen(self, typed: str) -> Path | None:
        if self._shown:
            return self._shown[self.query_one(LinesList).cursor]
        return self._folder / os.path.expanduser(typed) if typed else None
