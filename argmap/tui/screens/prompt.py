"""Small dialogs: a line to be typed, a choice to be made."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from argmap.tui.mishap import saying
from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.lines import LinesList
from argmap.tui.widgets.text_field import TextField, settled

KEYS = "123456789abcdefghilmnopqrstuvwxyz"
"""What options are chosen by, one after the other; j and k move the cursor."""
_BEFORE = 6
"""The cells in front of an option in its list: the cursor's mark and the key."""


class Prompt(Dialog[None]):
    """Asks for one line of text; `attempt` takes it and returns what is wrong with it, if anything.

    `wrong` is what was wrong with an attempt before; with `select`, typing replaces the text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", priority=True),
        Binding("escape", "dismiss", priority=True),
    ]

    about = ("One line of text. Enter keeps it, Esc leaves everything as it was.",)

    def __init__(
        self,
        question: str,
        text: str,
        attempt: Callable[[str], str | None],
        wrong: str = "",
        *,
        select: bool = False,
    ) -> None:
        super().__init__()
        self._question = question
        self._text = text
        self._attempt = attempt
        self._wrong = wrong
        self._select = select

    def compose(self) -> ComposeResult:
        """Question, field, and what is wrong."""
        with Vertical(classes="dialog"):
            yield Label(visible(self._question), markup=False, classes="heading")
            yield TextField(self._text, id="prompt-field")
            yield Complaint()
            yield Label("Enter keep   Esc cancel", markup=False, classes="keys")

    def on_mount(self) -> None:
        """The cursor stands behind the text."""
        field = self.query_one(TextField)
        field.start(self._text)
        if self._select:
            field.select_all()
        self.set_focus(field)
        self.query_one(Complaint).say(self._wrong)

    async def action_keep(self) -> None:
        """Take what was typed."""
        field = self.query_one(TextField)
        await settled(field)
        complain = self.query_one(Complaint).say
        with saying(self.app, complain):
            wrong = self._attempt(field.value)
            if wrong is None:
                self.dismiss()
            else:
                complain(wrong)


class Choice(Dialog[str | None]):
    """Asks to choose; dismisses with the chosen key, or None for Esc.

    `options` are pairs of a key and what it does; the first is under the cursor, and told whole below the list where
    its line is too short for it. `leave` says what Esc does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", priority=True)]

    about = ("A question with its answers. The arrows and Enter choose one, and so does the key in front of it.",)

    def __init__(self, question: str, options: Sequence[tuple[str, str]], leave: str = "Esc cancels") -> None:
        super().__init__()
        self._leave = leave
        self._question = question
        self._options = options

    def compose(self) -> ComposeResult:
        """Question and options."""
        with Vertical(classes="dialog"):
            yield Label(visible(self._question), markup=False, classes="heading")
            yield LinesList("choice")
            yield Label("", markup=False, id="choice-told")
            first = self._options[0][0]
            by = "number" if first.isdecimal() else "letter"
            yield Label(f"Enter or the {by} chooses   {self._leave}", markup=False, classes="keys")

    def on_mount(self) -> None:
        """The first option is under the cursor."""
        view = self.query_one(LinesList)
        view.styles.height = len(self._options)
        view.put([((f"{key}  ", "strong"), (words, "plain")) for key, words in self._options])
        self.set_focus(view)
        self.call_after_refresh(self._tell)

    def on_lines_list_stepped(self) -> None:
        """Tell the option that is under the cursor now."""
        self._tell()

    def _tell(self) -> None:
        if not self.is_current:
            return
        view, label = self.query_one(LinesList), self.query_one("#choice-told", Label)
        room = view.scrollable_content_region.width - _BEFORE
        label.display = any(cell_len(words) > room for _, words in self._options)
        label.update(visible(self._options[view.cursor][1]))

    def on_key(self, event: events.Key) -> None:
        """Choose by letter."""
        if any(event.key == key for key, _ in self._options):
            event.stop()
            self.dismiss(event.key)

    def on_lines_list_picked(self, message: LinesList.Picked) -> None:
        """Choose the option under the cursor."""
        self.dismiss(self._options[message.number][0])
