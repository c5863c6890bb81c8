"""What every rule's findings are made of."""

from argmap.check.codes import CODES
from argmap.model import ArgumentMap, Problem


def problem(code: str, id: str | None, message: str, advice: str | None = None) -> Problem:
    """A finding with a code's severity."""
    return Problem(code, CODES[code].severity, message, id, advice=advice)


def name(map: ArgumentMap, id: str) -> str:
    """An entry as messages name it: its label, if it has one, and its id."""
    label = map.outline.label(id)
    return label if label == id else f"{label} ({id})"
