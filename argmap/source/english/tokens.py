"""A sentence's words and signs in lanes: the sentence itself, and each parenthesis in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

_FOLDED = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
_TOKEN = re.compile(
    r"\[\^?\d{1,3}\]|[$£€¥]?[^\W_]+(?:(?:[.'’\-‐‑&/]|,(?=\d))[^\W_]+)*%?|--+|\.\.\.+|[^\w\s]",
)
_BOUNDARIES = frozenset([";", ":", "—", "–", "--", "---", "―", "…", "...", ".", "!", "?"])
_SIGNS = _BOUNDARIES | {","}
_DASHES = frozenset(["—", "–", "--", "---", "―"])
_BRACKETS = _DASHES | frozenset("()[]")
_CLOSES = {")": "(", "]": "[", "”": "“", "’": "‘", "»": "«"}


class Token(NamedTuple):
    """A word, in small letters with straight apostrophes, or a sign that divides; `capital` is how it is written."""

    text: str
    start: int
    end: int
    word: bool
    capital: bool

    @property
    def boundary(self) -> bool:
        """Whether it divides clauses more than a comma does."""
        return self.text in _BOUNDARIES

    @property
    def dash(self) -> bool:
        """Whether it is a dash between words."""
        return self.text in _DASHES


@dataclass(eq=False)
class Lane:
    """Tokens in a row, without quotation marks and without what stands in parentheses.

    Dashes that set words apart are a parenthesis as well, and leave a comma behind.

    `quotes` are the quotations' first and end indices; `quoted` says for each token the innermost it stands in,
    or -1. A parenthesis has in `host` the lane it stands in and the index there that it stands before.
    """

    tokens: list[Token] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    host: "tuple[Lane, int] | None" = None

    @cached_property
    def _starts(self) -> list[int]:
        starts, start = [], 0
        for at, token in enumerate(self.tokens):
            starts.append(start)
            start = at + 1 if token.boundary else start
        return [*starts, start]

    def run(self, at: int) -> int:
        """The index after the last sign before a token that divides clauses."""
        return self._starts[at]

    def reach(self, at: int) -> tuple[int, int]:
        """The first and the end index of the quotation that a token stands in, or of the lane."""
        return self.quotes[self.quoted[at]] if self.quoted[at] >= 0 else (0, len(self.tokens))


def lanes(text: str, start: int, end: int) -> list[Lane]:
    """The lanes of a sentence, the sentence's own first."""
    found = list(_tokens(text, start, end))
    openers, closers = _pairs(text, found)
    _pair_dashes(found, openers, closers)
    done = [Lane()]
    stack = [done[0]]
    open_quotes: list[list[int]] = [[]]
    for at, token in enumerate(found):
        lane = stack[-1]
        if at in openers:
            if token.text in _BRACKETS:
                stack.append(Lane(host=(lane, len(lane.tokens))))
                done.append(stack[-1])
                open_quotes.append([])
            else:
                open_quotes[-1].append(len(lane.quotes))
                lane.quotes.append((len(lane.tokens), 0))
        elif at in closers:
            if token.text in _BRACKETS:
                stack.pop()
                open_quotes.pop()
                if token.text in _DASHES:
                    _add(stack[-1], Token(",", token.end, token.end, False, False), open_quotes[-1])
            else:
                quote = open_quotes[-1].pop()
                lane.quotes[quote] = (lane.quotes[quote][0], len(lane.tokens))
        elif token.word or (token.text in _SIGNS and (token.text != "." or at + 1 == len(found) or at + 1 in closers)):
            _add(lane, token, open_quotes[-1])
    return done


def _add(lane: Lane, token: Token, quotes: Sequence[int]) -> None:
    lane.quoted.append(quotes[-1] if quotes else -1)
    lane.tokens.append(token)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        sign = found[0]
        if sign == "–" and not text[found.start() - 1 : found.start()].isspace():
            continue
        if sign[0] == "[" and len(sign) > 1:
            continue
        word = sign[-1].isalnum() or sign[0].isalnum()
        normal = sign.translate(_FOLDED).lower() if word else sign
        yield Token(normal, found.start(), found.end(), word, sign[0].isupper())


def _pairs(text: str, found: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Which tokens open and which close a parenthesis or quotation; those without their other half do neither."""
    openers: set[int] = set()
    closers: set[int] = set()
    stack: list[tuple[str, int]] = []
    open_now: dict[str, int] = {}
    for at, token in enumerate(found):
        sign = token.text
        if token.word:
            continue
        opener = _CLOSES.get(sign) or (sign if sign in "\"'" and open_now.get(sign) else None)
        if opener and open_now.get(opener):
            while stack:
                other, where = stack.pop()
                open_now[other] -= 1
                if other == opener:
                    openers.add(where)
                    closers.add(at)
                    break
        elif sign in "([“‘«" or (sign in "\"'" and (token.start == 0 or not text[token.start - 1].isalnum())):
            stack.append((sign, at))
            open_now[sign] = open_now.get(sign, 0) + 1
    return openers, closers


def _pair_dashes(found: Sequence[Token], openers: set[int], closers: set[int]) -> None:
    """Make two dashes alone between other signs a parenthesis, as brackets are."""
    depths: list[list[int]] = [[]]

    def settle() -> None:
        if len(depths[-1]) == 2:
            openers.add(depths[-1][0])
            closers.add(depths[-1][1])
        depths[-1].clear()

    for at, token in enumerate(found):
        if at in closers:
            settle()
            depths.pop()
        elif at in openers:
            depths.append([])
        elif token.text in _DASHES:
            depths[-1].append(at)
        elif token.text in (";", ":"):
            settle()
    settle()
