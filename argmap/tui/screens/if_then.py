"""If-then as chips: IF and THEN are put together from sentences found or typed."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from argmap.model import ArgumentMap, Conditional, wording
from argmap.tui.chips import Chip, Chips, Chosen, Finder, Side, flat, typed
from argmap.tui.mishap import saying
from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import visible
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.lines import LinesView
from argmap.tui.widgets.text_field import TextField, settled
from argmap.tui.wrap import clip

_CHIP_WIDTH = 34
_OFFERED = 5
_TALL, _WIDE = 18, 78
_KEYS = "Enter add; on an empty THEN done  Tab IF/THEN  ^n not  ^o and/or  Esc cancel"
_FEWER_KEYS = "Enter add, done  Tab THEN  ^n not  ^o or"


class ChipField(TextField):
    """The field in which an operand is typed; some keys go to `special` before they edit."""

    def __init__(self, special: Callable[[str], bool]) -> None:
        super().__init__(id="chip-field")
        self._special = special

    async def _on_key(self, event: events.Key) -> None:
        if self._special(event.key):
            event.stop()
            event.prevent_default()


class IfThenScreen(Dialog[None]):
    """Puts a conditional together; `attempt` takes it and returns what is wrong with it, if anything.

    One that is `begun` is done with Enter.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", priority=True),
        Binding("tab", "turn", priority=True),
        Binding("shift+tab", "turn", priority=True),
        Binding("escape", "dismiss", priority=True),
    ]

    about = (
        "A conditional: IF what stands on the left THEN what stands on the right. Type part of a sentence, a label or "
        "an id, choose with the arrows, and Enter adds it; what isn't in the map yet becomes a proposition, which is "
        "mentioned and not asserted.",
        "Tab goes from IF to THEN and back, ^n puts or takes away a not (so does ! in front), ^o turns and into or. "
        "Backspace in an empty field takes the last one away; a new one comes back to be changed. Enter "
        "on an empty THEN is done; Esc drops it all.",
    )

    def __init__(
        self,
        map: ArgumentMap,
        *,
        attempt: Callable[[Chosen], str | None],
        default_then: str | None = None,
        conditional: Conditional | None = None,
        begun: Chips | None = None,
    ) -> None:
        super().__init__()
        self._map = map
        self._attempt = attempt
        self._default = default_then
        self._chips = begun or (Chips(map) if conditional is None else Chips.of(map, conditional))
        self._finder = Finder(map)
        self._side: Side = "then" if begun is not None else "if"
        self._offered: list[tuple[str, str, str]] = []
        self._at = -1

    @staticmethod
    def can_show(conditional: Conditional) -> bool:
        """Whether chips can show a conditional's formulas; brackets they can't."""
        return flat(conditional.antecedent) is not None and flat(conditional.consequent) is not None

    def compose(self) -> ComposeResult:
        """Both sides, the field, what is offered, what is wrong, the keys."""
        with Vertical(id="if-then"):
            yield Label("", markup=False, id="side-if")
            yield Label("", markup=False, id="side-then")
            yield ChipField(self._on_special)
            yield LinesView("offered")
            yield Complaint()
            yield Label(_KEYS, markup=False, id="if-then-keys", classes="keys")

    def on_mount(self) -> None:
        """Begin in IF."""
        self.query_one("#offered", LinesView).can_focus = False
        self.set_focus(self._field)
        self._show()

    def on_resize(self) -> None:
        """Fit the new size."""
        roomy = self.size.height >= _TALL
        self.query_one("#offered", LinesView).styles.height = _OFFERED + 1 if roomy else 3
        self.query_one("#if-then-keys", Label).update(_KEYS if self.size.width >= _WIDE else _FEWER_KEYS)
        self._show()

    def on_text_area_changed(self) -> None:
        """Offer what matches."""
        self._search()
        self._show()

    @property
    def _field(self) -> ChipField:
        return self.query_one(ChipField)

    def _search(self) -> None:
        _, query = typed(self._field.value)
        self._offered = self._finder.find(query, _OFFERED)
        self._at = 0 if self._offered else -1

    def _on_special(self, key: str) -> bool:
        with saying(self.app, self._show):
            return self._special(key)
        return True

    def _special(self, key: str) -> bool:
        empty = not self._field.text
        if key in ("up", "down"):
            step = 1 if key == "down" else -1
            self._at = min(max(self._at + step, -1), len(self._offered) - 1)
        elif key == "ctrl+n":
            self._negate()
        elif key == "ctrl+o":
            self._chips.switch(self._side)
        elif key == "backspace" and empty:
            self._take_back()
        else:
            return False
        self._show()
        return True

    def _take_back(self) -> None:
        """Take the last one away; a new one's words come back into the field, to be changed."""
        chip = self._chips.drop(self._side)
        if chip is not None and chip.id is None:
            self._field.start(f"not {chip.text}" if chip.negated else chip.text)
            self._search()
            self._at = -1

    def _negate(self) -> None:
        text = self._field.value
        if not text:
            self._chips.negate(self._side)
            return
        negated, rest = typed(text)
        self._field.start(rest if negated else f"not {rest}")

    async def action_turn(self) -> None:
        """From IF to THEN or back, keeping what is typed as a chip."""
        await settled(self._field)
        with saying(self.app, self._show):
            self._take_typed()
            self._side = "then" if self._side == "if" else "if"
            self._show()

    async def action_enter(self) -> None:
        """Add what is typed or chosen; on an empty field go on: from IF to THEN, from THEN to done."""
        await settled(self._field)
        with saying(self.app, self._show):
            self._enter()

    def _enter(self) -> None:
        if self._take_typed():
            self._show()
        elif self._side == "if":
            if self._chips.sides["if"]:
                self._side = "then"
            self._show("" if self._chips.sides["if"] else "IF is empty: type a statement, or part of one.")
        else:
            self._finish()

    def _take_typed(self) -> bool:
        negated, text = typed(self._field.value)
        if not text:
            return False
        matching = self._finder.find(text, _OFFERED)
        if matching != self._offered:
            self._offered, self._at = matching, 0 if matching else -1
        if 0 <= self._at < len(self._offered):
            id, _, sentence = self._offered[self._at]
            self._chips.add(self._side, Chip(sentence, id, negated))
        else:
            self._chips.add(self._side, Chip(text, None, negated))
        self._field.start("")
        self._offered, self._at = [], -1
        return True

    def _finish(self) -> None:
        if not self._chips.sides["if"]:
            self._side = "if"
            self._show("IF is empty: type a statement, or part of one.")
            return
        if not self._chips.sides["then"]:
            if self._default is None:
                self._show("THEN is empty: type a statement, or part of one.")
                return
            self._chips.add("then", Chip(wording.sentence(self._map, self._default), self._default))
        wrong = self._attempt(self._chips.chosen())
        if wrong is None:
            self.dismiss()
        else:
            self._show(wrong)

    def _show(self, wrong: str = "") -> None:
        if not self.is_mounted:
            return
        sides: tuple[Side, Side] = ("if", "then")
        for side in sides:
            label = self.query_one(f"#side-{side}", Label)
            label.update(self._told(side))
            label.set_class(side == self._side, "active")
        self._field.placeholder = f"{self._side.upper()}: a statement, a label, or a new proposition"
        width = max(self.size.width - 4, 20)
        lines = []
        for at, (_, label_text, text) in enumerate(self._offered):
            mark = "▌ " if at == self._at else "  "
            lines.append(((mark, "mark"), (clip(f"{label_text:<4} {text}", width - 2), "plain")))
        new = typed(self._field.value)[1]
        if new:
            mark = "▌ " if self._at == -1 else "  "
            lines.append(((mark, "mark"), (clip(f"new  {visible(new)}", width - 2), "dim")))
        offered = self.query_one("#offered", LinesView)
        chosen = (self._at if self._at >= 0 else len(self._offered),) if lines else ()
        offered.show(lines, width, chosen)
        offered.choose(chosen)
        self.query_one(Complaint).say(wrong)

    def _told(self, side: Side) -> str:
        chips = self._chips.sides[side]
        told = f" {self._chips.words[side]} ".join(self._chip(chip) for chip in chips)
        if not chips and side == "then" and self._default is not None:
            default = Chip(wording.sentence(self._map, self._default), self._default)
            told = f"({self._chip(default)} or type another)"
        pointer = "▸" if side == self._side else " "
        return f"{pointer} {side.upper():<5}{told or '…'}"

    def _chip(self, chip: Chip) -> str:
        label = self._map.outline.labels.get(chip.id or "", "") if chip.id else "new"
        alone = max(map(len, self._chips.sides.values())) < 2
        width = max(self.size.width - 24, 12) if alone else min(_CHIP_WIDTH, max(self.size.width - 24, 12))
        text = clip(visible(chip.text), width - cell_len(label))
        return f"{'not ' if chip.negated else ''}[{label} {text}]"
