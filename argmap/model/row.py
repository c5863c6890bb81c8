"""One row of the outline."""

from enum import Enum
from typing import Literal, NamedTuple, TypeAlias

from argmap.model import formula
from argmap.model.entry import Entry
from argmap.model.statements import Conditional, Statement

Half: TypeAlias = Literal["if", "then", "means"]


class RowKind(Enum):
    """What a row of the outline shows."""

    SENTENCE = "sentence"
    INFERENCE = "inference"
    REFERENCE = "reference"
    MENTION = "mention"


class Row(NamedTuple):
    """One row of the outline.

    `id` is the entry shown; `parent` is where it stands here: a sentence's inference, an inference's
    target, a mention's sentence, or None at the top. A REFERENCE points to a shared sentence that is
    unfolded elsewhere. A MENTION is one operand of `half` of its parent's formula.
    """

    kind: RowKind
    id: str
    parent: str | None
    depth: int
    half: Half | None = None
    mention: formula.Mention | None = None


def mention_rows(id: str, entry: Entry, depth: int) -> list[Row]:
    """The rows of the operands of an entry's formulas, in reading order."""
    halves: list[tuple[Half, formula.Formula]] = []
    if isinstance(entry, Conditional):
        halves = [("if", entry.antecedent), ("then", entry.consequent)]
    elif isinstance(entry, Statement) and entry.means is not None:
        halves = [("means", entry.means)]
    return [
        Row(RowKind.MENTION, mention.id, id, depth, half, mention)
        for half, written in halves
        for mention in formula.mentions(written)
    ]
