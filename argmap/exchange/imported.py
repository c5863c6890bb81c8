"""What reading another program's map gives."""

from dataclasses import dataclass

from argmap.model import ArgumentMap, Problem


@dataclass(frozen=True)
class Imported:
    """A map that was another program's, and what of it could not be taken along as it was.

    `format` is the format's name in READERS. `problems` are warnings of family I, each with its line and
    column in the file read, or an id.
    """

    format: str
    map: ArgumentMap
    problems: tuple[Problem, ...] = ()
