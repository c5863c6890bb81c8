"""The export dialog: which format, which form, which file."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Label

from argmap.edit import new_id
from argmap.model import ArgumentMap
from argmap.tui.drawing import Remarks
from argmap.tui.figures import FORMATS, FORMS, Asked, ExportFailed, write_figure
from argmap.tui.mishap import mishap, saying
from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.text_field import TextField, settled
from argmap.workspace.figures import check_figure_target
from argmap.workspace.files import WorkspaceError, is_there


class ExportDialog(Dialog[None]):
    """Asks how to export and writes the figure in a thread, with the remarks; `say` is told where it went."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", priority=True),
        Binding("escape", "leave", priority=True),
        Binding("up", "turn(-1)", priority=True),
        Binding("down", "turn(1)", priority=True),
        Binding("tab", "form", priority=True),
    ]

    about = (
        "Writes the map as a figure. The arrows choose the format, Tab the form: tree, outline for narrow columns, or "
        "numbered: labels in circles above a key. Enter writes the file, beside the map unless a path is typed; a file "
        "that exists is replaced when Enter is pressed again. Esc leaves, and gives up a figure that is being drawn. "
        "While something is supposed, or a "
        "conclusion's weight is marked, the figure shows that, too.",
        "argmap export in a shell has more: size, wrapping, direction, labels, fonts.",
    )

    class Done(Message):
        """The figure is written, or why it is not."""

        def __init__(self, told: str, failed: bool) -> None:
            super().__init__()
            self.told = told
            self.failed = failed

    def __init__(self, map: ArgumentMap, path: Path, remarks: Remarks, say: Callable[[str], None]) -> None:
        super().__init__()
        self._map = map
        self._path = path
        self._remarks = remarks
        self._say = say
        self._format = 0
        self._form = 0
        self._named = False
        self._busy = False
        self._given_up = threading.Event()
        self._replace: Path | None = None

    def compose(self) -> ComposeResult:
        """Format, form, file, what is wrong, the keys."""
        with Vertical(classes="dialog"):
            about = f", with what is marked: {self._remarks.told}" if self._remarks.told else ""
            yield Label(visible(f"Export{about}"), markup=False, classes="heading")
            yield Label("", markup=False, id="export-format")
            yield Label("", markup=False, id="export-form")
            with Horizontal(classes="form-row"):
                yield Label("file", markup=False, classes="form-name")
                yield TextField(id="export-file")
            yield Complaint()
            yield Label("Enter write   ↑ ↓ format   Tab form   Esc cancel   F1 help", markup=False, classes="keys")

    def on_mount(self) -> None:
        """Offer a file beside the map."""
        self.set_focus(self._field)
        self._show(rename=True)

    @property
    def _field(self) -> TextField:
        return self.query_one("#export-file", TextField)

    def action_turn(self, step: int) -> None:
        """Another format; the file's ending follows."""
        self._format = (self._format + step) % len(FORMATS)
        self._wrong("")
        self._show(rename=True)

    def action_form(self) -> None:
        """Another form."""
        self._form = (self._form + 1) % len(FORMS)
        self._show()

    def _show(self, *, rename: bool = False) -> None:
        format, form = FORMATS[self._format], FORMS[self._form]
        self.query_one("#export-format", Label).update(_row("format", FORMATS, format))
        self.query_one("#export-form", Label).update(_row("form", FORMS, form))
        if rename:
            typed = self._field.value
            stem = self._path.name.removesuffix(".toml").removesuffix(".argmap")
            stem += f"-{new_id(ArgumentMap(), self._remarks.told)}" if self._remarks.told else ""
            for known in FORMATS:
                if typed.endswith(f".{known}"):
                    stem = typed.removesuffix(f".{known}")
            self._field.start(f"{stem}.{format}")

    async def action_write(self) -> None:
        """Write the figure in a thread; a file that exists is replaced when asked a second time."""
        await settled(self._field)
        with saying(self.app, self._wrong):
            self._write(self._field.value)

    def _write(self, name: str) -> None:
        if self._busy:
            return
        if not os.path.basename(name):
            self._wrong("Type a file name.")
            return
        target = self._path.parent / name
        try:
            check_figure_target(target, self._path)
            taken = is_there(target)
        except WorkspaceError as error:
            self._wrong(f"{error}.")
            return
        if taken and target != self._replace:
            self._replace = target
            self._wrong(f"{target.name} exists already: Enter again replaces it.")
            return
        self._busy = True
        self._tell_time(time.monotonic())
        asked = Asked(FORMATS[self._format], FORMS[self._form], target, self._path)
        map, remarks = self._map, self._remarks

        given_up = self._given_up

        def work() -> None:
            try:
                told, failed = write_figure(map, asked, remarks, given_up.is_set), False
            except ExportFailed as failure:
                told, failed = str(failure), True
            except BaseException as error:
                told, failed = mishap(error), True
            if not given_up.is_set():
                self.post_message(self.Done(told, failed))

        # a worker's thread would have to end before the app can; a figure that was given up need not
        threading.Thread(target=work, daemon=True).start()

    def _tell_time(self, begun: float) -> None:
        if self._busy and self.is_attached:
            seconds = round(time.monotonic() - begun)
            self._wrong(f"Drawing … {f'{seconds} s; ' if seconds else ''}Esc gives up.")
            self.set_timer(1, lambda: self._tell_time(begun))

    def action_leave(self) -> None:
        """Leave; a figure that is being drawn is given up."""
        if self._busy:
            self._given_up.set()
            self._say("The export was given up: nothing is written.")
        self.dismiss()

    def on_export_dialog_done(self, message: Done) -> None:
        """Leave, or say what went wrong."""
        self._busy = False
        if message.failed:
            self._wrong(message.told)
        else:
            self._say(message.told)
            self.dismiss()

    def _wrong(self, message: str) -> None:
        self.query_one(Complaint).say(message)


def _row(name: str, values: tuple[str, ...], chosen: str) -> str:
    return f"{name:<10}" + "  ".join(f"[{value}]" if value == chosen else f" {value} " for value in values)
