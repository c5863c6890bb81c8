"""Reasons and objections: the inferences of a map."""

from typing import Annotated, ClassVar

from pydantic import Field

from argmap.model.entry import Entry, Kind


class Inference(Entry):
    """One inference: the sentences standing in it jointly bear on its `target`.

    `rule` names the rule by which the step claims to be deductive; "none" says that it does not
    claim to be.
    """

    target: str
    rule: str | None = None


class Reason(Inference):
    """An inference for a statement; `section` names its group in figures."""

    kind: ClassVar[Kind] = "reason"

    target: Annotated[str, Field(alias="for")]
    section: str | None = None


class Objection(Inference):
    """An inference against a statement, a reason (an undercut) or another objection.

    `answered` says why the objection is settled.
    """

    kind: ClassVar[Kind] = "objection"

    target: Annotated[str, Field(alias="against")]
    answered: str | None = None
