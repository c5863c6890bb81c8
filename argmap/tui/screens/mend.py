"""Anchors whose passage has changed or gone: shown one after the other, before and after, for a person to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import Line, LinesView
from argmap.tui.wrap import wrap

Decision: TypeAlias = Literal["take", "remove"]
Decisions: TypeAlias = dict[int, Decision]

_CHANGED = "⏎ take the new passage   → leave it   x take the anchor out   ← back   Esc stops here"
_LOST = "→ leave it   x take the anchor out   ← back   Esc stops here"
_SHORT = "⏎ take  → leave  x take out  ← back  Esc stop"
_WIDE = 84
_NAME = 9


@dataclass(frozen=True)
class Doubtful:
    """One anchor to decide about: its statement's label and text, and the words it pointed to.

    `after` is the passage proposed in their place, `within` the paragraph round that; "" where there is none.
    """

    label: str
    text: str
    before: str
    after: str
    within: str


class MendScreen(Dialog[Decisions]):
    """Asks about each anchor in turn; dismisses with what was decided, by its number from 0."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", priority=True),
        Binding("enter", "decide('take')", priority=True),
        Binding("x,delete", "decide('remove')", priority=True),
        Binding("right,l,space,down,j", "step(1)", priority=True),
        Binding("left,h,up,k", "step(-1)", priority=True),
    ]

    about = (
        "The text of a source is not as it was when these statements were anchored. Each is shown with the words it "
        "pointed to and the passage that is most like it now. Nothing is changed but what you take: Enter points the "
        "statement to the new passage, x takes the anchor out, and the arrows leave it as it is.",
        "Esc stops; what was decided until then is one edit, which undo takes back.",
    )

    def __init__(self, items: Sequence[Doubtful]) -> None:
        super().__init__()
        self._items = items
        self._decisions: Decisions = {}
        self._at = 0

    def compose(self) -> ComposeResult:
        """Which anchor, before and after, the keys."""
        with Vertical(classes="dialog page"):
            yield Label("", markup=False, classes="heading")
            yield LinesView("mend")
            yield Label("", markup=False, classes="keys")

    def on_mount(self) -> None:
        """The view takes the keys."""
        self.set_focus(self.query_one(LinesView))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the width."""
        self.call_after_refresh(self._show)

    def action_stop(self) -> None:
        """Leave with what was decided."""
        self.dismiss(self._decisions)

    def action_step(self, by: int) -> None:
        """To the next or previous anchor, leaving this one as it is or was decided; behind the last one, done."""
        if self._at + by >= len(self._items):
            self.dismiss(self._decisions)
            return
        self._at = max(self._at + by, 0)
        self._show()

    def action_decide(self, decision: Decision) -> None:
        """Decide about this anchor, and go on."""
        if decision == "take" and not self._items[self._at].after:
            return
        self._decisions[self._at] = decision
        self.action_step(1)

    def _show(self) -> None:
        view, item = self.query_one(LinesView), self._items[self._at]
        width = max(view.scrollable_content_region.width, 20)
        decided = {"take": " (new passage taken)", "remove": " (anchor taken out)"}.get(
            self._decisions.get(self._at, ""), ""
        )
        status = "changed" if item.after else "lost"
        self.query_one(".heading", Label).update(f"Anchor {self._at + 1} of {len(self._items)}: {status}{decided}")
        keys = _CHANGED if item.after else _LOST
        self.query_one(".keys", Label).update(keys if self.size.width >= _WIDE else _SHORT)
        lines: list[Line] = [
            *_named(item.label, item.text, width, "strong"),
            (),
            *_named("before", item.before, width),
            (),
            *_named("now", item.after or "nothing like it is in the text", width, "strong" if item.after else "dim"),
        ]
        if item.within and item.within != item.after:
            lines += [(), *_named("within", item.within, width, "dim")]
        view.show(lines, width)
        view.scroll_home(animate=False)


def _named(name: str, text: str, width: int, style: str = "plain") -> list[Line]:
    parts = wrap(visible(text), max(width - _NAME, 10))
    return [((f"{'' if number else name:<{_NAME}}", "dim"), (part, style)) for number, part in enumerate(parts)]
