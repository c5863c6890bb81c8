"""The dialog in which a text becomes statements."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Label, TextArea

from argmap.edit import EditRefused
from argmap.edit.written import MOST_CHARACTERS
from argmap.tui.mishap import saying
from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import Complaint

_REST = 0.15


class PasteText(Dialog[None]):
    """Shows a text and what it would become.

    `preview` and `attempt` take the text and whether it goes to the top instead of under the selected
    row: the one tells what would be added or raises EditRefused, the other adds it or tells why not.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", priority=True),
        Binding("escape", "dismiss", priority=True),
        Binding("tab", "where", priority=True),
    ]

    about = (
        "The text becomes statements: lines that are indented under another are reasons for it, but: objects, and: "
        "joins the line before. So is a numbered list with (3) ... from 1, 2. What it would become is counted below.",
        "It may be changed here first. Tab chooses whether it goes under the selected row or to the top, ^s keeps it, "
        "Esc drops it.",
    )

    def __init__(
        self,
        text: str,
        wrong: str,
        preview: Callable[[str, bool], str],
        attempt: Callable[[str, bool], str | None],
    ) -> None:
        super().__init__()
        self._text = text
        self._wrong = wrong
        self._preview = preview
        self._attempt = attempt
        self._top = False
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        """The text, what it would become, what is wrong, the keys."""
        with Vertical(classes="dialog wide"):
            yield Label("Paste text as statements", markup=False, classes="heading")
            yield TextArea(soft_wrap=True, compact=True, id="paste-text")
            yield Label("", markup=False, id="paste-count")
            yield Complaint()
            yield Label("^s keep   Tab under this or at the top   Esc cancel", markup=False, classes="keys")

    def on_mount(self) -> None:
        """Begin with the clipboard's text."""
        area = self.query_one(TextArea)
        if len(self._text) <= MOST_CHARACTERS:
            area.load_text(self._text)
        else:
            self._wrong = self._wrong or f"The clipboard's text has {len(self._text):,} characters: copy less of it."
        self.set_focus(area)
        self._tell()
        if self._wrong:
            self.query_one(Complaint).say(self._wrong)

    def on_text_area_changed(self) -> None:
        """Tell what the text would become, once typing rests."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._tell)

    def action_where(self) -> None:
        """To the top instead of under the selected row, and back."""
        self._top = not self._top
        self._tell()

    def action_keep(self) -> None:
        """Make statements of the text."""
        complain = self.query_one(Complaint).say
        with saying(self.app, complain):
            wrong = self._attempt(self.query_one(TextArea).text, self._top)
            if wrong is None:
                self.dismiss()
            else:
                complain(wrong)

    def _tell(self) -> None:
        if not self.is_attached:
            return
        text = self.query_one(TextArea).text
        told, wrong = "A line supports the line it is indented under; “but:” objects, “and:” joins.", self._wrong
        if text.strip():
            wrong = ""
            try:
                told = self._preview(text, self._top) + (" at the top" if self._top else "")
            except EditRefused as refusal:
                wrong = said_of(refusal)
        self.query_one("#paste-count", Label).update(visible(told))
        self.query_one(Complaint).say(wrong)


def said_of(error: Exception) -> str:
    """An error's message as a sentence."""
    said = str(error)
    return f"{said[:1].upper()}{said[1:]}."
