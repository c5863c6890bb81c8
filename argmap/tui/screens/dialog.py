"""What every dialog has: it is left once, takes keys once it stands, and F1 says what it is for."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from argmap.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from argmap.tui.app import ArgmapApp

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A dialog over the map or the list; `about` are the paragraphs that F1 shows."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "about", priority=True)]

    about: tuple[str, ...] = ()
    _left = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys pressed before the dialog stands do nothing: it can't be left, or answered, unseen."""
        return self.is_mounted

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave with a result; a second key pressed before the dialog is gone answers nothing."""
        if self._left:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    def action_about(self) -> None:
        """Show what this dialog is for, before the keys of the app."""
        settings = cast("ArgmapApp", self.app).settings
        self.app.push_screen(HelpScreen(settings, about=self.about))
