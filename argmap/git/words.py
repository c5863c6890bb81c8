"""Two wordings compared word by word."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, TypeAlias

Piece: TypeAlias = tuple[Literal["equal", "removed", "added"], str]

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"(?:[^\W{_IDEOGRAPH}]|[\u0300-\u036f])+"
_TOKEN = re.compile(rf"(\s*)({_LETTERS}(?:['’.,-]{_LETTERS})*|\S|\Z)")
"""A word, a sign, a single ideograph or the end, and the space in front of it."""


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """How one text became another.

    What is equal or removed spells the old text, what is equal or added the new one, spaces included.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Piece] = []
    for kind, *(start, end, first, last) in SequenceMatcher(
        None, [word for _, word in before], [word for _, word in after]
    ).get_opcodes():
        if kind != "equal":
            found += _apart(_spelled(before[start:end]), _spelled(after[first:last]))
            continue
        for (was, word), (now, _) in zip(before[start:end], after[first:last], strict=True):
            found += [*_apart(was, now), ("equal", word)]
    return _joined(found)


def in_one_line(pieces: Iterable[Piece]) -> str:
    """A comparison as people read it without colours: `The ferry is [-used-]{+loved+}.`"""
    marks = {"equal": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[kind].format(text) for kind, text in pieces)


def _spelled(tokens: Iterable[tuple[str, str]]) -> str:
    return "".join(space + word for space, word in tokens)


def _apart(old: str, new: str) -> list[Piece]:
    """What differs, behind the space that both begin with."""
    pairs = takewhile(lambda pair: pair[0] == pair[1] and pair[0].isspace(), zip(old, new, strict=False))
    space = "".join(both for both, _ in pairs)
    return [("equal", space), ("removed", old[len(space) :]), ("added", new[len(space) :])]


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbours of a kind joined and empty ones left out."""
    found: list[Piece] = []
    for kind, text in pieces:
        if text and found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + text)
        elif text:
            found.append((kind, text))
    return tuple(found)
