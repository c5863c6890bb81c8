"""A source's text as paragraphs and words, each with its place in the text."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′＇", "'"),
        **dict.fromkeys("‐‑‒–−－", "-"),
    }
)
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_WORD = re.compile(rf"[^\W_]{_LETTER}*(?:[.'\-&/]{_LETTER}+)*")


class Paragraph(NamedTuple):
    """A block between blank lines: its number, from 1, and its offsets in the text, in characters."""

    number: int
    start: int
    end: int


class Word(NamedTuple):
    """A normalised word and its offsets in the text, in characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Document:
    """A source's text, its lines ended by line feeds, and its paragraphs in order."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    @classmethod
    def of(cls, text: str) -> "Document":
        """Split a text into its paragraphs; the file's byte order mark and line ends don't matter."""
        text = with_line_feeds(text)
        return cls(text, tuple(_paragraphs(text)))

    @cached_property
    def words(self) -> Sequence[Word]:
        """The text's normalised words in order."""
        return words(self.text)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, as ascending indices of `words`."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word.text, []).append(at)
        return found

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset, or the one before it; None ahead of the first."""
        at = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[at] if at >= 0 else None


def with_line_feeds(text: str) -> str:
    """The text without a byte order mark, each of its lines ended by a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def words(text: str) -> list[Word]:
    """The normalised words of a text.

    Curly quotes and dashes are folded one to one to straight ones, but the long dash, like two short
    ones, stands between words; footnote marks such as [1] are left out; a word is a run of letters
    and digits with inner . ' - & or /, casefolded and composed (NFC), so that two encodings of one
    accent are one word.
    """
    folded = _FOOTNOTE.sub(lambda mark: " " * len(mark[0]), text.translate(_FOLDED))
    return [Word(_normal(found[0]), found.start(), found.end()) for found in _WORD.finditer(folded)]


def _normal(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word.casefold())


def _paragraphs(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    start: int | None = None
    end = offset = 0
    for line in (*text.split("\n"), ""):
        if line.strip():
            start = offset if start is None else start
            end = offset + len(line)
        elif start is not None:
            found.append(Paragraph(len(found) + 1, start, end))
            start = None
        offset += len(line) + 1
    return found
