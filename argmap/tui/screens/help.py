"""The help page: every key, from the action table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from argmap.tui import actions
from argmap.tui.settings import Settings
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import Line, LinesView
from argmap.tui.wrap import pad, wrap

_KEYS = 24
_MARKS = (
    ("C1 P1 Q1", "conclusion, premise, proposition (only mentioned, not asserted)"),
    ("∴ R1", "a reason; its premises stand under it, joined by ┌ ├ └ where there are several"),
    ("✗ O1  ╌ O1", "an objection, and its claim"),
    ("↗ P1", "a premise that stands elsewhere too and is unfolded there"),
    ("IF THEN", "the parts of a conditional"),
    ("✎ #tag", "has a note; its tags"),
    ("‼ ⚠ ·", "error, warning, hint"),
    ("▸ ▾ ▌ ●", "folded, unfolded, under the cursor, selected with others"),
    ("»", "points to what is selected in the source"),
    ("⇒", "in the source: a conditional that is offered"),
)
_HERE: Mapping[str, tuple[str, tuple[actions.Where, ...]]] = {
    "diagram": ("Here, in the diagram", ("diagram", "scroll")),
    "source": ("Here, in the source", ("source",)),
    "details": ("Here, in the details", ("scroll",)),
    "text": ("Here, while writing", ("text",)),
    "maps": ("Here, in the list of maps", ("maps",)),
}
"""What comes first where somebody is: its heading, and the places of its actions. In the outline, the whole table."""


class HelpScreen(ModalScreen[None]):
    """Lists the keys that act where somebody is, then the others by group, and the marks of the outline.

    `here` is the pane that has the keys, `text` while writing, or `maps`; `about` are paragraphs that come
    before all.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", priority=True)]

    def __init__(self, settings: Settings, here: str = "outline", about: Sequence[str] = ()) -> None:
        super().__init__()
        self._about = about
        self._settings = settings
        self._here = here
        for id in ("help", "quit"):
            for key in settings.keymap.of(id):
                self._bindings.bind("comma" if key == "," else key, "dismiss", priority=True)

    def compose(self) -> ComposeResult:
        """The page and how to leave it."""
        with Vertical(classes="dialog page"):
            yield LinesView("help-lines")
            yield Label("↑ ↓ PgUp PgDn scroll   Esc closes", markup=False, classes="keys")

    def on_mount(self) -> None:
        """The page takes the keys."""
        self.set_focus(self.query_one(LinesView))

    def on_resize(self) -> None:
        """Wrap to the width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        view = self.query_one(LinesView)
        width = max(view.scrollable_content_region.width, 20)
        keymap = self._settings.keymap
        lines: list[Line] = []
        for paragraph in self._about:
            lines += [((part, "plain"),) for part in wrap(paragraph, width - 1)]
            lines.append((("", "plain"),))
        if self._settings.complaints:
            lines += [(("The configuration has mistakes; the rest of it is in force", "strong"),)]
            for complaint in self._settings.complaints:
                lines += [(("  " + part, "plain"),) for part in wrap(visible(complaint), width - 3)]
            lines.append((("", "plain"),))
        for heading, listed in _sections(self._here):
            lines += [((heading, "strong"),)]
            for action in listed:
                keys = " ".join(keymap.written(action.id)) or f"in {keymap.shown('palette')}"
                lines += _entry(keys, f"{action.verb}: {action.help}", width)
            lines.append((("", "plain"),))
        lines.append((("Marks", "strong"),))
        for mark, meaning in _MARKS:
            lines += _entry(mark, meaning, width)
        view.show(lines, width)


def _sections(here: str) -> Iterator[tuple[str, list[actions.Action]]]:
    """Headings with their actions, each action once: those that act here, then the others by group."""
    heading, places = _HERE.get(here, ("", ()))
    first = [action for action in actions.ACTIONS if action.where in places]
    if first:
        yield heading, first
    for group, name in actions.GROUPS.items():
        rest = [action for action in actions.ACTIONS if action.group == group and action not in first]
        if rest:
            yield name, rest


def _entry(left: str, right: str, width: int) -> list[Line]:
    column = _KEYS if width >= 60 else 0
    if column:
        parts = wrap(right, width - column - 3)
        heads = ["  " + left, *[""] * (len(parts) - 1)]
        return [((pad(head, column), "mark"), (part, "plain")) for head, part in zip(heads, parts, strict=True)]
    return [(("  " + left, "mark"),), *((("    " + part, "plain"),) for part in wrap(right, width - 5))]
