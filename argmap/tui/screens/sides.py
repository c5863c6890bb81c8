"""Two sides of a map: what both did, where they disagree, and what to do about it."""

from typing import ClassVar, TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from argmap.git.merge import Choice
from argmap.git.questions import Question
from argmap.git.three import At
from argmap.tui.screens.dialog import Dialog
from argmap.tui.sides import ON_DISK, Answer, Sides
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import Line, LinesView
from argmap.tui.wrap import pad, wrap

Choices: TypeAlias = dict[At, Choice]

_KEYS = "↑ ↓ go   ← → choose   m merges   ⏎ or the letter does it   PgUp PgDn scroll   Esc cancels"
_FEWER_KEYS = "↑↓ ←→ choose  m merges  ⏎ goes on  Esc cancels"
_WIDE, _TALL = 84, 16
_MOST = 500


class SidesScreen(Dialog[tuple[Answer, Choices] | None]):
    """Shows both sides' changes; dismisses with what to do and the choices made, None for cancel."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c", "dismiss", priority=True),
        Binding("up,k", "step(-1)", priority=True),
        Binding("down,j", "step(1)", priority=True),
        Binding("left,h", "choose(-1)", priority=True),
        Binding("right,l,space", "choose(1)", priority=True),
        Binding("enter", "enter", priority=True),
        *(Binding(key, f"answer('{key}')", priority=True) for key, _ in ON_DISK.answers if key != "c"),
    ]

    def __init__(self, file: str, sides: Sides) -> None:
        super().__init__()
        self._file = file
        self._sides = sides
        self._answers = sides.telling.answers
        self.about = sides.telling.about
        self._chosen = [next(iter(question.choices)) for question in sides.questions]
        self._at = 0
        self._items: list[range] = []

    def compose(self) -> ComposeResult:
        """What happened, conflicts, answers and changes in one view, the keys."""
        with Vertical(classes="dialog page"):
            yield Label(f"{visible(self._file)} {self._sides.telling.heading}", markup=False, classes="heading")
            yield LinesView("sides")
            yield Label("", markup=False, classes="keys")

    def on_mount(self) -> None:
        """The view takes the keys."""
        self.set_focus(self.query_one(LinesView))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the width."""
        keys = self.query_one(".keys", Label)
        self.query_one(".heading", Label).display = event.size.height >= _TALL
        keys.update(_KEYS if event.size.width >= _WIDE else _FEWER_KEYS)
        self.call_after_refresh(self._show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys pressed before the question can be seen answer nothing."""
        return bool(super().check_action(action, parameters)) and (action == "dismiss" or bool(self._items))

    def action_step(self, by: int) -> None:
        """To the next conflict or answer; where this one goes on, or past the last, scroll."""
        view = self.query_one(LinesView)
        top, here, to = round(view.scroll_y), self._items[self._at], self._at + by
        goes_on = here.stop > top + view.size.height if by > 0 else here.start < top
        if goes_on or not 0 <= to < len(self._items):
            view.scroll_to(y=top + by, animate=False)
        else:
            self._at = to
            self._show()

    def action_choose(self, by: int) -> None:
        """Another version for the conflict under the cursor."""
        if self._at < len(self._chosen):
            choices = list(self._sides.questions[self._at].choices)
            self._chosen[self._at] = choices[(choices.index(self._chosen[self._at]) + by) % len(choices)]
            self._show()

    def action_enter(self) -> None:
        """Give the answer under the cursor; on a conflict, go on to the next."""
        asked = len(self._chosen)
        if self._at < asked:
            self.action_step(1)
        else:
            self.action_answer(self._answers[self._at - asked][0])

    def action_answer(self, key: Answer) -> None:
        """Give an answer, if it is among those that are offered."""
        if key not in dict(self._answers):
            return
        at = [question.conflict.at for question in self._sides.questions]
        self.dismiss(None if key == "c" else (key, dict(zip(at, self._chosen, strict=True))))

    def _show(self) -> None:
        view = self.query_one(LinesView)
        width = max(view.scrollable_content_region.width, 20)
        lines: list[Line] = [*_wrapped(self._summary(), width, "plain")]
        self._items = []
        items = [self._conflict(at, question, width) for at, question in enumerate(self._sides.questions)]
        items += [_wrapped(words, width - 2, "plain", f"{key}  ") for key, words in self._answers]
        for at, item in enumerate(items):
            if at == len(self._chosen) or (self.size.height >= _TALL and at < len(self._chosen)):
                lines.append(())
            mark = "▌ " if at == self._at else "  "
            self._items.append(range(len(lines), len(lines) + len(item)))
            lines += [((mark, "mark"), *line) for line in item]
        for heading, changes in zip(self._sides.telling.changed, (self._sides.mine, self._sides.theirs), strict=True):
            lines += [(), ((f"{heading} ({len(changes)})", "strong"),)]
            for words in changes[:_MOST] or ["nothing but comments or layout"]:
                lines += _wrapped(words, width - 2, "plain", "- ")
            if len(changes) > _MOST:
                lines.append(((f"… and {len(changes) - _MOST} more", "dim"),))
        view.show(lines, width)
        view.choose(self._items[self._at])

    def _summary(self) -> str:
        sides = self._sides
        alone, asked = sides.alone, len(sides.questions)
        said = f"{alone} change{' merges by itself' if alone == 1 else 's merge by themselves'}. "
        if not alone and asked:
            said = ""
        said += "No conflicts." if not asked else f"{asked} conflict{'s' if asked > 1 else ''}: choose what to keep."
        if sides.problems:
            found = "; ".join(problem.message for problem in sides.problems[:3])
            said += f" Once merged, this needs mending: {found}."
        return said

    def _conflict(self, at: int, question: Question, width: int) -> list[Line]:
        chosen = self._chosen[at]
        told, names = self._sides.telling.words, {c: self._sides.telling.called(c) for c in question.choices}
        offered = "  ".join(f"[{name}]" if c == chosen else f" {name} " for c, name in names.items())
        wide = max(len(told.ours), len(told.theirs), 4) + 1
        return [
            *_wrapped(question.about, width - 2, "strong", f"{at + 1}. "),
            *_wrapped(f"{offered}  {question.choices[chosen]}", width - 2, "plain", f"   {'keep':<{wide}}"),
            *_wrapped(question.ours, width - 2, "plain", f"   {told.ours:<{wide}}"),
            *_wrapped(question.theirs, width - 2, "plain", f"   {told.theirs:<{wide}}"),
        ]


def _wrapped(words: str, width: int, style: str, head: str = "") -> list[Line]:
    """Words wrapped beside what stands in front of them."""
    parts = wrap(visible(words), width - len(head))
    heads = [head, *[pad("", len(head))] * (len(parts) - 1)]
    return [((front, "dim"), (part, style)) for front, part in zip(heads, parts, strict=True)]
