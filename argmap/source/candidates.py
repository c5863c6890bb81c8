"""Conditionals that a text states, offered as if-then."""

from dataclasses import dataclass

from argmap.model.statements import Qualifier
from argmap.source.document import Document, Passage


@dataclass(frozen=True, slots=True)
class Candidate:
    """A conditional found in a text.

    `passage` is the whole of it, within one sentence; `antecedent` and `consequent` are the halves' own words
    there, and `if_text` and `then_text` the same as sentences of their own. Where the text says what must not
    hold ("unless"), the antecedent is `negated`. `qualifier` is the consequent's hedge.
    """

    passage: Passage
    antecedent: Passage
    consequent: Passage
    if_text: str
    then_text: str
    negated: bool = False
    qualifier: Qualifier | None = None


def candidates(document: Document) -> list[Candidate]:
    """The conditionals of a text, in its order."""
    return []
