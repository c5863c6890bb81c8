"""If-then as chips: what stands in IF and THEN while it is being put together. No screen."""

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeAlias

from argmap.edit import new_id
from argmap.model import ArgumentMap, Conditional, wording
from argmap.model.formula import And, Atom, Formula, Not, Or
from argmap.tui.visible import visible

Side: TypeAlias = Literal["if", "then"]
Word: TypeAlias = Literal["and", "or"]


@dataclass(frozen=True, slots=True)
class Chip:
    """One operand: a sentence of the map by its id, or (without id) a new proposition's text."""

    text: str
    id: str | None = None
    negated: bool = False


class Chosen(NamedTuple):
    """A finished conditional; `propositions` maps the ids of new propositions to their texts."""

    antecedent: Formula
    consequent: Formula
    propositions: dict[str, str]


@dataclass
class Chips:
    """The chips of both sides, each side joined by one word."""

    map: ArgumentMap
    sides: dict[Side, list[Chip]] = field(default_factory=lambda: {"if": [], "then": []})
    words: dict[Side, Word] = field(default_factory=lambda: {"if": "and", "then": "and"})

    @classmethod
    def of(cls, map: ArgumentMap, conditional: Conditional) -> "Chips":
        """The chips of a conditional that `flat` allows."""
        chips = cls(map)
        sides: tuple[tuple[Side, Formula], ...] = (("if", conditional.antecedent), ("then", conditional.consequent))
        for side, formula in sides:
            word, operands = flat(formula) or ("and", ())
            chips.words[side] = word
            for operand in operands:
                atom = operand.operand if isinstance(operand, Not) else operand
                assert isinstance(atom, Atom)
                text = wording.sentence(map, atom.id)
                chips.sides[side].append(Chip(text, atom.id, isinstance(operand, Not)))
        return chips

    def add(self, side: Side, chip: Chip) -> None:
        """Put a chip behind the others; one that stands there already is not put twice."""
        if chip not in self.sides[side]:
            self.sides[side].append(chip)

    def drop(self, side: Side) -> Chip | None:
        """Take the last chip away; None where there is none."""
        return self.sides[side].pop() if self.sides[side] else None

    def negate(self, side: Side) -> None:
        """Turn *not* on or off for the last chip."""
        if self.sides[side]:
            last = self.sides[side][-1]
            self.sides[side][-1] = replace(last, negated=not last.negated)

    def switch(self, side: Side) -> None:
        """Turn *and* into *or*, and back."""
        self.words[side] = "or" if self.words[side] == "and" else "and"

    def chosen(self) -> Chosen:
        """Both formulas, with ids for what is new; both sides must hold a chip."""
        ids: dict[str, str] = {}
        for chip in (*self.sides["if"], *self.sides["then"]):
            if chip.id is None and chip.text not in ids:
                ids[chip.text] = new_id(self.map, chip.text, ids.values())
        formulas = {side: self._formula(side, ids) for side in self.sides}
        return Chosen(formulas["if"], formulas["then"], {id: text for text, id in ids.items()})

    def _formula(self, side: Side, ids: dict[str, str]) -> Formula:
        operands: list[Formula] = []
        for chip in self.sides[side]:
            atom = Atom(chip.id if chip.id is not None else ids[chip.text])
            operands.append(Not(atom) if chip.negated else atom)
        if len(operands) == 1:
            return operands[0]
        return And(tuple(operands)) if self.words[side] == "and" else Or(tuple(operands))


def flat(formula: Formula) -> tuple[Word, tuple[Formula, ...]] | None:
    """The word and operands of a formula without brackets; None for one that chips can't show."""
    word: Word = "or" if isinstance(formula, Or) else "and"
    operands = formula.operands if isinstance(formula, And | Or) else (formula,)
    for operand in operands:
        if not isinstance(operand.operand if isinstance(operand, Not) else operand, Atom):
            return None
    return word, operands


def typed(text: str) -> tuple[bool, str]:
    """Whether a typed operand is negated ("not …", "!…"), and the rest of it."""
    negated = False
    while True:
        rest = text.strip()
        if rest.startswith("!"):
            text = rest[1:]
        elif rest.casefold().startswith("not "):
            text = rest[4:]
        else:
            return negated, rest
        negated = not negated


class Finder:
    """Finds sentences of a map by label, id or words; made once, asked at every key."""

    def __init__(self, map: ArgumentMap) -> None:
        self._all = [
            (id, map.outline.labels.get(id, ""), visible(wording.sentence(map, id))) for id, _ in map.sentences()
        ]
        self._composed = {at for at, (_, e) in enumerate(map.sentences()) if isinstance(e, Conditional)}
        self._folded = [text.casefold() for _, _, text in self._all]

    def find(self, query: str, limit: int) -> list[tuple[str, str, str]]:
        """Id, label and text of the best matches, statements first.

        Best is a label or id, then how a text begins, then how a word in it begins, then anything.
        """
        wanted = query.strip().casefold()
        if not wanted:
            return []
        ranked: list[tuple[int, bool, int]] = []
        for at, text in enumerate(self._folded):
            rank = self._rank(at, text, wanted)
            if rank is not None:
                ranked.append((rank, at in self._composed, at))
        return [self._all[at] for _, _, at in sorted(ranked)[:limit]]

    def _rank(self, at: int, text: str, wanted: str) -> int | None:
        id, label, _ = self._all[at]
        if wanted in (label.casefold(), id, text, text.removesuffix(".")):
            return 0
        if text.startswith(wanted):
            return 1
        if f" {wanted}" in text:
            return 2
        return 3 if wanted in text or wanted in id else None
