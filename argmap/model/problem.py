"""What a check, or the reader, found."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a stable code, how grave it is, where, and a sentence for people.

    `id` names the entry it is about, if any; `line` and `column` count from 1 in the map file;
    `advice` says what to do about it.
    """

    code: str
    severity: Severity
    message: str
    id: str | None = None
    line: int | None = None
    column: int | None = None
    advice: str | None = None
