"""The lines of a plain text: how far each is indented, and what it says."""

import re
from typing import NamedTuple

from argmap.edit.change import EditRefused

MOST_CHARACTERS = 1_000_000
_TAB = 4
_RAILS = "▌▸▾┌├└│╰╭─╌↗┊┄"
_LEVEL = re.compile(r"\[level (\d{1,6})\] ")
_HEADING = re.compile(r"#{1,6}\s+(.*)")

LABEL = r"[CPQRO]\d{1,6}[a-z]{0,3}(?:\.\d{1,6})?"
"""A label as the app shows it: C1, P12, O3b, O1.2."""

RULE_LINE = re.compile(r"[-=_*~—–]{3,}")
"""A line drawn across the page."""


class Line(NamedTuple):
    """A line with words in it: its number in the text from 1, its indentation in cells, and its words."""

    number: int
    indent: int
    words: str
    after_gap: bool


def lines_of(text: str) -> tuple[list[Line], str]:
    """The lines that hold anything, and the text's title where it begins with a heading (`# Title`).

    Lone surrogates, which no file can hold, become U+FFFD. Raises EditRefused for a text that is too
    long, and for one that is empty.
    """
    if len(text) > MOST_CHARACTERS:
        raise EditRefused(f"that are {len(text):,} characters; at most {MOST_CHARACTERS:,} are taken at once")
    text = re.sub("[\ud800-\udfff]", "\ufffd", text).removeprefix("\ufeff")
    lines: list[Line] = []
    title, gap = "", False
    for number, raw in enumerate(text.splitlines(), 1):
        words = " ".join(raw.split())
        if words and not lines and not title and (heading := _HEADING.fullmatch(words)):
            title = heading[1]
        elif words.strip(_RAILS + " "):
            lines.append(Line(number, *_indented(raw, words), gap))
        gap = not words
    if not lines:
        raise EditRefused("there is no statement in that text")
    return lines, title


def _indented(raw: str, words: str) -> tuple[int, str]:
    indent = 0
    for char in raw:
        if char == "\t":
            indent += _TAB - indent % _TAB
        elif char.isspace() or char in _RAILS:
            indent += 1
        else:
            break
    bare = words.lstrip(_RAILS + " ")
    if level := _LEVEL.match(bare):
        return int(level[1]) * 2, bare[level.end() :]
    return indent, bare
