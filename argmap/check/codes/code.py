"""What a code of a problem is."""

from dataclasses import dataclass

from argmap.model import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A stable code; `explanation` is for people, in full sentences."""

    code: str
    severity: Severity
    title: str
    explanation: str
