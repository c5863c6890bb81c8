"""What keeps a file from being taken in."""

from typing import Any

from argmap.format import ReadError
from argmap.model import Problem


def fault(code: str, message: str, line: int | None = None, column: int | None = None, **more: Any) -> Problem:
    """An error of family I; `line` and `column` count from 1, `more` is what else a Problem has."""
    return Problem(code, "error", message, line=line, column=column, **more)


def loss(code: str, message: str, line: int | None = None, column: int | None = None, **more: Any) -> Problem:
    """A warning of family I: what could not be taken along as it was."""
    return Problem(code, "warning", message, line=line, column=column, **more)


def refusal(code: str, message: str, line: int | None = None, column: int | None = None, **more: Any) -> ReadError:
    """The error to raise where one fault keeps the whole file from being read."""
    return ReadError([fault(code, message, line, column, **more)])


def by_place(problem: Problem) -> tuple[int, int]:
    """What problems of a file are sorted by: line and column."""
    return problem.line or 0, problem.column or 0
