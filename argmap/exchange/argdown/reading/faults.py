"""Everything that is wrong with a file, and everything that isn't taken along as it was, gathered by place."""

import re
from bisect import bisect_right
from typing import Any

from argmap.exchange.refusals import fault, loss
from argmap.format import ReadError
from argmap.model import Problem


class Faults:
    """Gathers errors and warnings about a text; places are offsets into it, told as line and column."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._errors: dict[tuple[int, str, str], Problem] = {}
        self._losses: dict[tuple[int, str, str], Problem] = {}

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def error(self, code: str, at: int, message: str, **more: Any) -> None:
        """What keeps the file from being read."""
        self._errors.setdefault((at, code, message), fault(code, message, *self.place(at), **more))

    def lost(self, code: str, at: int, message: str, **more: Any) -> None:
        """What is left out, or taken in another shape."""
        self._losses.setdefault((at, code, message), loss(code, message, *self.place(at), **more))

    def refuse(self) -> None:
        """Raise ReadError with all errors in the order of the file, if there are any."""
        if self._errors:
            raise ReadError([self._errors[key] for key in sorted(self._errors)])

    def losses(self) -> tuple[Problem, ...]:
        """All warnings in the order of the file."""
        return tuple(self._losses[key] for key in sorted(self._losses))
