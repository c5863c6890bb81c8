"""A format for tests, in which the statement called "keep" has no place."""

from argmap.export import ExportOptions
from argmap.model import ArgumentMap, Problem


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    return b"rough"


def left_out(map: ArgumentMap) -> tuple[Problem, ...]:
    return (Problem("I103", "warning", "it has no place", id="keep"),) if "keep" in map.entries else ()
