"""Scenarios: named sets of suppositions."""

from typing import ClassVar

from argmap.model.entry import Entry, Kind
from argmap.model.sources import Anchors


class Scenario(Entry):
    """A set of suppositions; "not id" in `suppose` supposes that statement false."""

    kind: ClassVar[Kind] = "scenario"

    title: str | None = None
    suppose: tuple[str, ...] = ()
    text: str | None = None
    anchor: Anchors = ()


def supposed_id(supposition: str) -> str:
    """The id that a supposition ("id" or "not id") is about."""
    return supposition.removeprefix("not ").strip()


def denies(supposition: str) -> bool:
    """Whether a supposition ("id" or "not id") supposes that something is false."""
    return supposition.startswith("not ")
