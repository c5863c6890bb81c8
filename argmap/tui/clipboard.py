"""Text in and out: copying rows as text, and pasting text as statements."""

import asyncio
from typing import TYPE_CHECKING

from argmap.edit import Edited, EditRefused, Place, insert_written, read_written
from argmap.format import ReadError
from argmap.model.wording import sentence
from argmap.tui.screens.paste_text import PasteText, said_of
from argmap.workspace.clipboard import ClipboardError, copy_text, pasted_text

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_LONG = 70_000


class Clipboard:
    """What an edit screen gives to the clipboard and takes from it."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

    def copy_statement(self) -> None:
        """Copy the selected statement's sentence."""
        from argmap.export.outline_text import row_text

        row = self.screen.editing.row
        if row is None:
            self._nothing()
            return
        map = self.screen.opened.map
        words = row_text(map, row) if map.sentence(row.id) is None else sentence(map, row.id)
        self.copy(words, f"the text of {map.outline.label(row.id)}")

    def copy_outline(self) -> None:
        """Copy the selected row and what stands under it, as outline text."""
        self._copy_part(standard=False)

    def copy_standard(self) -> None:
        """Copy the selected row and what stands under it, as a numbered list."""
        self._copy_part(standard=True)

    def _copy_part(self, *, standard: bool) -> None:
        from argmap.export.outline_text import outline_text, rows_below
        from argmap.export.standard import standard_form, standard_text

        row = self.screen.editing.row
        if row is None:
            self._nothing()
            return
        map = self.screen.opened.map
        text = standard_text(standard_form(map, row.id)) if standard else outline_text(map, row.id)
        count = len(rows_below(map, row.id))
        rows = "1 row" if count == 1 else f"{count:,} rows"
        self.copy(text, f"{map.outline.label(row.id)} ({rows}) {'in standard form' if standard else 'as outline text'}")

    def _nothing(self) -> None:
        self.screen.say("The map is empty: there is nothing to copy.")

    def copy(self, text: str, what: str) -> None:
        """Give a text to the terminal's clipboard and to the system's, and tell which took it."""
        valid = text.encode("utf-8", "replace").decode("utf-8")
        self.screen.app.copy_to_clipboard(valid)

        async def work() -> None:
            program = await asyncio.to_thread(copy_text, valid)
            if program:
                self.screen.say(f"copied {what} to the clipboard ({program}).")
                return
            long = " A text as long as this may be more than it takes." if len(valid) > _LONG else ""
            self.screen.say(f"copied {what}, if your terminal lets programs set the clipboard (OSC 52).{long}")

        self.screen.run_worker(work(), group="clipboard", exclusive=True, exit_on_error=False)

    def paste(self, text: str) -> None:
        """Take a text that the terminal pasted; one that is refused can be mended in the dialog."""
        wrong = self._insert(text, self.screen.editing.place)
        if wrong:
            self._ask(text, wrong)

    def ask(self) -> None:
        """Open the dialog with what the system's clipboard holds."""

        async def work() -> None:
            try:
                text, wrong = await asyncio.to_thread(pasted_text), ""
            except ClipboardError as error:
                text = self.screen.app.clipboard
                wrong = "" if text else said_of(error)
            self._ask(text, wrong)

        self.screen.run_worker(work(), group="clipboard", exclusive=True, exit_on_error=False)

    def _ask(self, text: str, wrong: str) -> None:
        if self.screen.app.screen is not self.screen or self.screen.pane.writing:
            return
        place = self.screen.editing.place
        self.screen.app.push_screen(
            PasteText(
                text,
                wrong,
                lambda said, top: self._edited(said, None if top else place)[1].summary.removeprefix("added "),
                lambda said, top: self._insert(said, None if top else place),
            )
        )

    def _insert(self, text: str, place: Place | None) -> str | None:
        """Put a text at a place as one edit; why it can't be, where it can't."""
        try:
            edited = self._edited(text, place)
        except EditRefused as refusal:
            return said_of(refusal)
        self.screen.take(edited, self.screen.pane.state.view)
        return None

    def _edited(self, text: str, place: Place | None) -> Edited:
        _refuse_foreign(text)
        return insert_written(self.screen.opened.map, place, read_written(text))


def _refuse_foreign(text: str) -> None:
    """Refuse what is a map of another program: read as an outline, its objections would become reasons."""
    from argmap.exchange import Content, misfit, recognised

    try:
        content = Content(text.replace("\0", " ").encode("utf-8", "replace"))
    except ReadError as error:
        raise EditRefused(error.problems[0].message) from None
    reader = recognised(content)
    if reader is not None:
        told = f"this is {reader.title}, not an outline: save it as a file, and `argmap import FILE` takes it in"
        raise EditRefused(told)
    if (wrong := misfit(content)) is not None:
        problem = wrong.problems[0]
        raise EditRefused(problem.message + (f": {problem.advice}" if problem.advice else ""))
