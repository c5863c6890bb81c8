"""The form of all fields of one entry; keeping it is one edit."""

import re
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Label

from argmap import edit
from argmap.edit import Edited, EditRefused
from argmap.model import ArgumentMap, Conditional, Entry, formula
from argmap.model.formula import Formula, FormulaError
from argmap.model.inferences import Objection, Reason
from argmap.model.statements import Statement
from argmap.tui.mishap import saying
from argmap.tui.screens.dialog import Dialog
from argmap.tui.visible import kept
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.text_field import TextField, settled


class FieldRow(NamedTuple):
    """One row of the form: the model's name of the field, and what it is for."""

    name: str
    hint: str


_SENTENCE = (
    FieldRow("short", "wording for crowded figures"),
    FieldRow("by", "whose claim it is, if not the author's"),
    FieldRow("implicit", "yes if you supplied it"),
)
_ANY = (
    FieldRow("note", "a remark"),
    FieldRow("tags", "words, with commas between them"),
    FieldRow("ignore", "codes of problems not to tell, such as W103"),
    FieldRow("id", "its name"),
)
_ANSWERED = FieldRow("answered", "why the objection is settled")
_ROWS: dict[type[Entry], tuple[FieldRow, ...]] = {
    Statement: (
        FieldRow("text", "the sentence"),
        *_SENTENCE,
        FieldRow("means", "such as P1 or not Q2: if the sentence combines others"),
        *_ANY,
    ),
    Conditional: (
        FieldRow("text", "a sentence of your own; empty: composed"),
        FieldRow("antecedent", "a formula over ids: not, and, or, brackets"),
        FieldRow("consequent", "a formula over ids"),
        FieldRow("if_text", "your own words for IF"),
        FieldRow("then_text", "your own words for THEN"),
        FieldRow("qualifier", "might, likely or unlikely"),
        *_SENTENCE,
        *_ANY,
    ),
    Reason: (
        FieldRow("rule", "the rule it claims to follow; none: it claims none"),
        FieldRow("section", "its group in figures"),
        *_ANY,
    ),
    Objection: (
        _ANSWERED,
        FieldRow("rule", "the rule it claims to follow; none: it claims none"),
        *_ANY,
    ),
}

_NAMES = {"antecedent": "if", "consequent": "then", "if_text": "if words", "then_text": "then words"}
_YES = {"yes", "y", "true", "x", "1"}
_NO = {"", "no", "n", "false", "0"}


class DetailsForm(Dialog[None]):
    """Shows and edits all fields; `take` gets the one edit that came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "keep", priority=True),
        Binding("escape", "dismiss", priority=True),
        Binding("tab", "app.focus_next", priority=True),
        Binding("shift+tab", "app.focus_previous", priority=True),
    ]

    about = (
        "All fields of one entry. Tab goes to the next field, Shift+Tab to the one before; Enter keeps everything "
        "as one edit, Esc leaves everything as it was.",
        "Text of several words needs no quotation marks; tags are separated by commas; an id may be changed, and "
        "every mention of it follows. A formula joins statements with not, and, or and brackets, such as "
        "P1 or not (Q1 and Q2); labels become ids. Of what the field ignore names, W103 say, nothing is told here.",
    )

    def __init__(self, map: ArgumentMap, id: str, take: Callable[[Edited], None], first: str | None = None) -> None:
        super().__init__()
        self._first = first
        self._map = map
        self._about = id
        self._entry = map.entries[id]
        self._objection = _sole_member_of(map, id)
        self._take = take

    @property
    def _rows(self) -> tuple[FieldRow, ...]:
        own = _ROWS.get(type(self._entry), _ANY)
        return own if self._objection is None else (*own, _ANSWERED)

    def compose(self) -> ComposeResult:
        """A row for each field, what is wrong, the keys."""
        with Vertical(classes="dialog wide"):
            label = self._map.outline.labels.get(self._about, "")
            yield Label(f"{label} {self._entry.kind}".strip(), markup=False, classes="heading")
            with VerticalScroll(id="form-rows", can_focus=False):
                for row in self._rows:
                    with Horizontal(classes="form-row"):
                        yield Label(_NAMES.get(row.name, row.name), markup=False, classes="form-name")
                        yield TextField(self._told(row.name), id=f"form-{row.name}", placeholder=row.hint)
            yield Complaint()
            yield Label("Enter keep   Tab next field   Esc cancel   F1 help", markup=False, classes="keys")

    def on_mount(self) -> None:
        """Begin in the field asked for, else in the note, or the first field of an inference."""
        start = self._first or ("note" if isinstance(self._entry, Statement | Conditional) else self._rows[0].name)
        for field in self.query(TextField):
            field.start(field.text)
        self.set_focus(self.query_one(f"#form-{start}", TextField))

    def _told(self, name: str) -> str:
        value: Any = self._about if name == "id" else getattr(self._map.entries[self._owner(name)], name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else ""
        if isinstance(value, tuple):
            return ", ".join(value)
        return value if isinstance(value, str) else formula.write(value)

    def _owner(self, name: str) -> str:
        """The entry that a field belongs to: the objection's answer stands in its sole statement's form, too."""
        return self._objection if self._objection is not None and name == _ANSWERED.name else self._about

    async def action_keep(self) -> None:
        """Make one edit of everything that was changed."""
        if isinstance(self.focused, TextField):
            await settled(self.focused)
        with saying(self.app, self._wrong):
            try:
                edited = self._edited()
            except EditRefused as refusal:
                self._wrong(str(refusal))
                return
            if edited is not None:
                self._take(edited)
            self.dismiss()

    def _edited(self) -> Edited | None:
        typed = {row.name: self.query_one(f"#form-{row.name}", TextField).value for row in self._rows}
        changed = {name: text for name, text in typed.items() if text != kept(self._told(name))}
        new_id = changed.pop("id", self._about)
        formulas = {name: changed.pop(name) for name in ("antecedent", "consequent") if name in changed}
        map, edits = self._map, []
        if self._objection is not None and _ANSWERED.name in changed:
            edits.append(edit.set_fields(map, self._objection, {_ANSWERED.name: changed.pop(_ANSWERED.name) or None}))
            map = edits[-1][0]
        if formulas:
            edits.append(self._with_formulas(map, typed))
            map = edits[-1][0]
        if changed:
            edits.append(
                edit.set_fields(map, self._about, {name: self._value(name, changed[name]) for name in changed})
            )
            map = edits[-1][0]
        if new_id != self._about:
            edits.append(edit.rename(map, self._about, new_id))
        return edit.joined(edits) if edits else None

    def _with_formulas(self, map: ArgumentMap, typed: dict[str, str]) -> Edited:
        read: list[Formula] = []
        for name in ("antecedent", "consequent"):
            try:
                read.append(formula.parse(self._with_ids(typed[name])))
            except FormulaError as error:
                raise EditRefused(f"{_NAMES[name]}: {error}") from None
        return edit.change_if_then(map, self._about, read[0], read[1], {})

    def _value(self, name: str, text: str) -> Any:
        if name == "implicit":
            if text.casefold() not in _YES | _NO:
                self.query_one("#form-implicit", TextField).focus()
                raise EditRefused("implicit: write yes, or leave it empty")
            return text.casefold() in _YES
        if name in ("tags", "ignore"):
            return tags_of(text)
        return self._with_ids(text) or None if name == "means" else text or None

    def _with_ids(self, text: str) -> str:
        """A formula with the ids of what it names by labels."""
        entries = self._map.entries
        named = {label: id for id, label in self._map.outline.labels.items() if self._map.sentence(id) is not None}

        def of(found: re.Match[str]) -> str:
            word = found.group()
            return word if word in entries else named.get(word.upper(), word)

        return re.sub(r"[^\s()]+", of, text)

    def _wrong(self, message: str) -> None:
        self.query_one(Complaint).say(message)
        name = message.partition(":")[0]
        for row in self._rows:
            if name in (row.name, _NAMES.get(row.name)):
                self.set_focus(self.query_one(f"#form-{row.name}", TextField))


def _sole_member_of(map: ArgumentMap, id: str) -> str | None:
    """The objection that is a statement's own: it stands in that alone, and alone in it."""
    entry = map.sentence(id)
    if entry is None or len(entry.stands_in) != 1:
        return None
    objection = entry.stands_in[0]
    alone = isinstance(map.entries.get(objection), Objection) and map.links.members.get(objection) == (id,)
    return objection if alone else None


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a text with commas between them, each once."""
    return tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))
