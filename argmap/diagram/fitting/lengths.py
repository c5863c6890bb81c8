"""Lengths as people write them, in points as figures hold them."""

import re

from argmap.diagram.error import DiagramError

UNITS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0}
"""Points in each unit; the point is PostScript's, 1/72 of an inch."""

LEAST, MOST = 20.0, 14_400.0
"""The smallest length that a figure can have, and the largest page of a PDF, in points."""

_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*([a-z]*)\s*", re.IGNORECASE)


def points(written: str) -> float:
    """A length such as 89mm, 8.9 cm, 3.5in or 252pt in points.

    Raises DiagramError for one that can't be read, has no unit, or that no figure can have.
    """
    found = _LENGTH.fullmatch(written)
    unit = found[2].lower() if found else ""
    if found is None or unit not in UNITS:
        raise DiagramError(f'"{written}" is no length; write a number and one of {", ".join(UNITS)}, such as 89mm')
    length = float(found[1]) * UNITS[unit]
    if not LEAST <= length <= MOST:
        raise DiagramError(f'a figure can\'t measure "{written}"; take {told(LEAST)} to {told(MOST)}')
    return length


def told(length: float) -> str:
    """A length of so many points for people, in millimetres."""
    return f"{length / UNITS['mm']:.1f}".removesuffix(".0") + " mm"
