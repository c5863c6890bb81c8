"""Statements and conditionals: the sentences of a map."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field, StrictBool

from argmap.model.entry import Entry, Ids, Kind
from argmap.model.formula import FormulaField
from argmap.model.sources import Anchors

Qualifier: TypeAlias = Literal["might", "likely", "unlikely"]


class Sentence(Entry):
    """What statements and conditionals share.

    `stands_in` names the reasons and objections it is a member of; `short` is its wording in
    crowded figures; `implicit` marks what the reader supplied; `by` says whose claim it is when it
    is not the author's.
    """

    short: str | None = None
    stands_in: Annotated[Ids, Field(alias="in")] = ()
    implicit: StrictBool = False
    by: str | None = None
    anchor: Anchors = ()


class Statement(Sentence):
    """One declarative sentence; `means` says so where the sentence is itself a compound."""

    kind: ClassVar[Kind] = "statement"

    text: str
    means: FormulaField | None = None


class Conditional(Sentence):
    """A sentence of the form "if A, then B" over formulas.

    `text` is the author's own sentence, if any; `if_text` and `then_text` word the halves where
    composing them from the mentioned statements reads badly; `qualifier` hedges the consequent.
    """

    kind: ClassVar[Kind] = "conditional"

    text: str | None = None
    antecedent: Annotated[FormulaField, Field(alias="if")]
    consequent: Annotated[FormulaField, Field(alias="then")]
    if_text: str | None = None
    then_text: str | None = None
    qualifier: Qualifier | None = None
