"""The export dialog: which format, form, page and file, and what the figure then is."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Label

from argmap.edit import new_id
from argmap.model import ArgumentMap
from argmap.tui import figures
from argmap.tui.drawing import Remarks
from argmap.tui.figures import FORMS, TEXTS, Asked, ExportFailed
from argmap.tui.mishap import mishap, saying
from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.text_field import TextField, settled
from argmap.workspace.figures import check_figure_target
from argmap.workspace.files import WorkspaceError, is_there

if TYPE_CHECKING:
    from argmap.export import Exported

Value = TypeVar("Value")


class ExportDialog(Dialog[Asked]):
    """Asks how to export, shows what the figure is, and writes it with the remarks; `say` is told where it went.

    The figure is drawn in a thread as soon as it is chosen, so that it is there when it is to be written. `asked` is
    what is chosen at first; the result is what was chosen last.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", priority=True),
        Binding("escape", "leave", priority=True),
        Binding("up", "format(-1)", priority=True),
        Binding("down", "format(1)", priority=True),
        Binding("tab", "form(1)", priority=True),
        Binding("shift+tab", "form(-1)", priority=True),
        Binding("pagedown", "venue(1)", priority=True),
        Binding("pageup", "venue(-1)", priority=True),
    ]

    about = (
        "Writes the map as a figure, for another program or site, or as a text. The arrows choose the format; Tab a "
        "figure's form: the first that fits, a tree, an "
        "outline for narrow columns, or numbered circles above a key; PgDn and PgUp the page that it is to fit, of a "
        "journal or a slide. Below stands what the figure then is: its form, the size of its text, its width and "
        "height. What doesn't fit in one figure is written in numbered parts.",
        "Enter writes the file, beside the map unless a path is typed; a file that exists is replaced when Enter is "
        "pressed again. Esc leaves, and gives up a figure that is being drawn. While something is supposed, or a "
        "conclusion's weight is marked, the figure shows that, too.",
        "argmap export in a shell has more: any width, size of text, wrapping, direction, labels, themes, fonts.",
    )

    class Done(Message):
        """A figure is drawn, or written: `written` says where to; or it isn't, and `failed` says why."""

        def __init__(
            self, asked: Asked, made: "list[Exported] | None" = None, written: str = "", failed: str = ""
        ) -> None:
            super().__init__()
            self.asked = asked
            self.made = made
            self.written = written
            self.failed = failed

    def __init__(
        self, map: ArgumentMap, path: Path, remarks: Remarks, say: Callable[[str], None], asked: Asked
    ) -> None:
        super().__init__()
        self._map = map
        self._path = path
        self._remarks = remarks
        self._say = say
        self._asked = asked
        self._made: list[Exported] | None = None
        self.is_at_work = False
        self._target: Path | None = None
        self._agreed: set[Path] = set()
        self._given_up = threading.Event()

    def compose(self) -> ComposeResult:
        """Format, form, page, file, what the figure is, what is wrong, the keys."""
        with Vertical(classes="dialog"):
            about = f", with what is marked: {self._remarks.told}" if self._remarks.told else ""
            yield Label(visible(f"Export{about}"), markup=False, classes="heading")
            for row in (*figures.formats(), "form", "page"):
                yield Label("", markup=False, id=f"export-{row}")
            with Horizontal(classes="form-row"):
                yield Label("file", markup=False, classes="form-name")
                yield TextField(id="export-file")
            yield Label("", markup=False, id="export-told")
            yield Complaint()
            keys = "Enter write  ↑ ↓ format  Tab form  PgDn page  Esc cancel  F1 help"
            yield Label(keys, markup=False, classes="keys")

    def on_mount(self) -> None:
        """Offer a file beside the map."""
        self.set_focus(self._field)
        self._rename()
        self._choose(self._asked)

    @property
    def _field(self) -> TextField:
        return self.query_one("#export-file", TextField)

    def action_format(self, step: int) -> None:
        """Another format; the file's ending follows."""
        every = tuple(name for names in figures.formats().values() for name in names)
        self._choose(self._asked._replace(format=_next(every, self._asked.format, step)))
        self._rename()

    def action_form(self, step: int) -> None:
        """Another form."""
        self._choose(self._asked._replace(form=_next(FORMS, self._asked.form, step)))

    def action_venue(self, step: int) -> None:
        """Another page."""
        self._choose(self._asked._replace(venue=_next(figures.venues(), self._asked.venue, step)))

    def _rename(self) -> None:
        typed = self._field.value
        stem = self._path.name.removesuffix(".toml").removesuffix(".argmap")
        stem += f"-{new_id(ArgumentMap(), self._remarks.told)}" if self._remarks.told else ""
        if (known := figures.format_named(typed)) is not None:
            stem = typed[: -len(figures.suffix(known))]
        self._field.start(stem + figures.suffix(self._asked.format))

    def _choose(self, asked: Asked) -> None:
        self._asked, self._made = asked, None
        self._wrong("")
        drawn = figures.is_drawn(asked.format)
        form = asked.form or "first that fits" if drawn else TEXTS.get(asked.format, "the whole map")
        page = figures.venue_told(asked.venue) if drawn else "none: it is text"
        for group, names in figures.formats().items():
            self._put(group, _row(group, names, asked.format))
        self._put("form", f"{'form':<12}{form}")
        self._put("page", f"{'page':<12}{page}")
        self._put("told", "drawing …")
        self._work()

    def _put(self, row: str, text: str) -> None:
        self.query_one(f"#export-{row}", Label).update(visible(text))

    async def action_write(self) -> None:
        """Write the figure; a file that exists is replaced when asked a second time."""
        await settled(self._field)
        with saying(self.app, self._wrong):
            self._write(self._field.value)

    def _write(self, name: str) -> None:
        if self._target is not None:
            return
        if not os.path.basename(name):
            self._wrong("Type a file name.")
            return
        format = figures.format_named(name)
        if format is None:
            known = (figures.suffix(each)[1:] for names in figures.formats().values() for each in names)
            self._wrong(f"The ending says the format: {', '.join(known)}.")
            return
        if format != self._asked.format:
            self._choose(self._asked._replace(format=format))
        target = self._path.parent / name
        if self._may_write(target):
            self._target = target
            self._tell_time(time.monotonic())
            self._work()

    def _may_write(self, target: Path) -> bool:
        """Whether the files known by now are a new one, or agreed to; else they are told, to be agreed to."""
        try:
            check_figure_target(target, self._path)
            paths = figures.targets(target, len(self._made) if self._made is not None else 1)
            taken = next((path for path in paths if is_there(path)), None)
        except WorkspaceError as error:
            self._wrong(f"{error}.")
            return False
        if self._agreed.issuperset(paths) or (taken is None and len(paths) == 1):
            return True
        self._agreed.update(paths)
        if taken is not None:
            self._wrong(f"{taken.name} exists already: Enter again replaces it.")
        else:
            self._wrong(f"These are {len(paths)} files, {paths[0].name} and so on: Enter again writes them.")
        return False

    def _work(self) -> None:
        """Draw what is asked for, or write what is drawn, in a thread; a figure at a time."""
        if self.is_at_work or (self._made is not None and self._target is None):
            return
        self.is_at_work = True
        asked, made, target = self._asked, self._made, self._target

        def work() -> None:
            try:
                if made is not None and target is not None:
                    done = self.Done(asked, made, written=figures.write(asked, made, target, self._path))
                else:
                    done = self.Done(asked, figures.drawn(self._map, asked, self._remarks))
            except ExportFailed as failure:
                done = self.Done(asked, made, failed=str(failure))
            except BaseException as error:
                done = self.Done(asked, made, failed=mishap(error))
            if not self._given_up.is_set():
                self.post_message(done)

        # a worker's thread would have to end before the app can; a figure that was given up need not
        threading.Thread(target=work, daemon=True).start()

    def on_export_dialog_done(self, message: Done) -> None:
        """Show what is drawn, write it if that was asked for, leave when it is written; or say what went wrong."""
        self.is_at_work = False
        if message.written:
            self._say(message.written)
            self.dismiss(self._asked)
        elif message.asked != self._asked:
            self._work()
        elif message.failed:
            self._put("told", "")
            self._target = None
            self._wrong(message.failed)
        else:
            self._made = message.made
            self._put("told", figures.told(message.asked, message.made or []))
            if self._target is not None and not self._may_write(self._target):
                self._target = None
            self._work()

    def _tell_time(self, begun: float) -> None:
        if self._target is not None and self.is_attached:
            seconds = round(time.monotonic() - begun)
            self._wrong(f"Drawing … {f'{seconds} s; ' if seconds else ''}Esc gives up.")
            self.set_timer(1, lambda: self._tell_time(begun))

    def action_leave(self) -> None:
        """Leave; a figure that is being drawn is given up."""
        self._given_up.set()
        if self._target is not None:
            written = "nothing is written" if self._made is None else "what was written already stays"
            self._say(f"The export was given up: {written}.")
        self.dismiss(self._asked)

    def _wrong(self, message: str) -> None:
        self.query_one(Complaint).say(message)


def _next(values: tuple[Value, ...], value: Value, step: int) -> Value:
    return values[(values.index(value) + step) % len(values)]


def _row(name: str, values: tuple[str, ...], chosen: str) -> str:
    return f"{name:<11}" + "".join(f"[{value}]" if value == chosen else f" {value} " for value in values)
