"""JSON as it stands in a file: what it says, and in which line and column."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, TypeAlias

from argmap.exchange.refusals import fault, refusal
from argmap.format import ReadError
from argmap.model import Problem

Path: TypeAlias = tuple[str | int, ...]
"""The keys and the places in lists, from 0, that lead to a value."""

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_MOST_DIGITS = 100
_DEEPEST_PLACE = 6


def parsed(text: str) -> Any:
    """What a JSON text says; numbers that are no integers, and huge ones, are the text that they are written as.

    Raises ReadError where it is none, where it is nested too deep, where an object has a key twice with
    different values, and where a string holds half a character.
    """
    doubled = False

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        made = dict(pairs)
        doubled = doubled or len(made) < len(pairs)
        return made

    try:
        value = json.loads(text, object_pairs_hook=table, parse_int=_integer, parse_float=str, parse_constant=str)
        problems = [*(_doubled(text) if doubled else ()), *(_halves(text) if _HALF.search(text) else ())]
    except json.JSONDecodeError as error:
        said = f"this begins as JSON and can't be read from here on: {error.msg[:1].lower()}{error.msg[1:]}"
        raise refusal("I002", said, error.lineno, error.colno, advice="save or export the file anew") from None
    except RecursionError:
        raise refusal("I008", "this is nested deeper than argmap reads", *Lines(text).place(_deep(text))) from None
    if problems:
        raise ReadError(problems)
    return value


def places(text: str) -> dict[Path, int]:
    """Where each value that isn't nested too deep begins in a JSON text, in characters from 0."""
    found: dict[Path, int] = {}
    for path, _, at in _values(text):
        found.setdefault(path, at)
    return found


class Lines:
    """Which line and column each character of a text stands in."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column, both from 1, of a character, from 0."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < _MOST_DIGITS else digits


def _values(text: str) -> Iterator[tuple[Path, int, int]]:
    """The path of each value with where its key and where it begins; the text is JSON."""
    path: list[str | int] = []
    key_next, key_at = False, 0
    for token in _TOKEN.finditer(text):
        sign, at = token[0], token.start()
        if sign == ":":
            continue
        if sign == ",":
            last = path[-1]
            if isinstance(last, int):
                path[-1] = last + 1
            else:
                key_next = True
        elif sign in "}]":
            path.pop()
            key_next = False
        elif key_next:
            path[-1] = json.loads(sign)
            key_next, key_at = False, at
        else:
            if len(path) <= _DEEPEST_PLACE:
                yield tuple(path), key_at if path and isinstance(path[-1], str) else at, at
            if sign in "{[":
                path.append("" if sign == "{" else 0)
                key_next = sign == "{"


def _doubled(text: str) -> Iterator[Problem]:
    seen: dict[Path, int] = {}
    lines = Lines(text)
    for path, key_at, at in _values(text):
        if path and isinstance(path[-1], str):
            if path in seen and _value_at(text, seen[path]) != _value_at(text, at):
                line = lines.place(seen[path])[0]
                said = f'"{path[-1]}" is said here again, otherwise than in line {line}'
                yield fault("I006", said, *lines.place(key_at), advice="keep one of them")
            seen.setdefault(path, at)


def _value_at(text: str, at: int) -> Any:
    return json.JSONDecoder().raw_decode(text, at)[0]


def _halves(text: str) -> Iterator[Problem]:
    lines = Lines(text)
    for token in _TOKEN.finditer(text):
        if token[0].startswith('"') and _HALF.search(token[0]):
            string = json.loads(token[0])
            if any("\ud800" <= character <= "\udfff" for character in string):
                at = token.start() + next(iter(_HALF.finditer(token[0]))).start()
                yield fault("I002", "this text holds half of a character", *lines.place(at), advice="write it anew")


def _deep(text: str) -> int:
    """Where a text is nested 500 deep for the first time."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "{[") - (token[0] in "}]")
        if depth > 500:
            return token.start()
    return 0
