"""What an edit takes and gives: a place in the outline, the next map and what changed in it."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from argmap.model import ArgumentMap, Row


class EditRefused(ValueError):
    """An edit that can't be made here; the message tells people why and what to do instead."""


class Place(NamedTuple):
    """Where something stands in the outline: an entry's id, and what it stands under there.

    `parent` is a sentence's inference, an inference's target, the sentence that mentions a
    proposition, or None at the top and in the tray.
    """

    id: str
    parent: str | None

    @classmethod
    def of(cls, row: Row) -> "Place":
        """The place that a row of the outline shows."""
        return cls(row.id, row.parent)


@dataclass(frozen=True)
class Change:
    """What an edit did: drives the screen, the checks and the file.

    `touched` names every id added, changed, moved or removed; `focus` is where the cursor goes;
    `renamed` holds an old and a new id; `summary` says it to people ("added a reason for C1"); `went`
    names where the rows of an edit at several places stand now.
    """

    verb: str
    touched: frozenset[str]
    summary: str
    focus: Place | None = None
    renamed: tuple[str, str] | None = None
    went: tuple[Place, ...] = ()


Edited: TypeAlias = tuple[ArgumentMap, Change]
"""What every edit returns."""
