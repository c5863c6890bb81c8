"""A source's text as paragraphs, sentences and words, each with its place in the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from argmap.source.sentences import sentences
from argmap.source.words import Word, digest, words

_STOP = re.compile(r"""[.!?…]["'’”»)\]]*(?:\[\d{1,3}\])*\s""")


class Paragraph(NamedTuple):
    """A block between blank lines: its number, from 1, and its offsets in the text, in characters."""

    number: int
    start: int
    end: int


class Passage(NamedTuple):
    """A stretch of a text, as offsets in characters."""

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
    def sha256(self) -> str:
        """The digest by which a source knows its text, in hex."""
        return sha256(self.text.encode()).hexdigest()

    @cached_property
    def words(self) -> Sequence[Word]:
        """The text's normalised words in order."""
        return words(self.text)

    @cached_property
    def texts(self) -> Sequence[str]:
        """The normalised words alone."""
        return [word.text for word in self.words]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, as ascending indices of `words`."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.texts):
            found.setdefault(word, []).append(at)
        return found

    @cached_property
    def firsts(self) -> Sequence[int]:
        """The index of the first word in or behind the start of each paragraph."""
        return [bisect_left(self.words, paragraph.start, key=lambda word: word.start) for paragraph in self.paragraphs]

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The number of the paragraph that each of `words` stands in."""
        made: list[int] = []
        for number, end in enumerate([*self.firsts[1:], len(self.words)]):
            made += [number + 1] * (end - len(made))
        return made

    @cached_property
    def sentences(self) -> Sequence[Passage]:
        """The text's sentences in order, each within one paragraph; a proposal, for people to select by."""
        return [
            Passage(paragraph.start + start, paragraph.start + end)
            for paragraph in self.paragraphs
            for start, end in sentences(self.text[paragraph.start : paragraph.end])
        ]

    @cached_property
    def bounds(self) -> Set[int]:
        """The indices of the words that a paragraph begins with or that a full stop or its like stands before.

        The number of words is one of them. Unlike `sentences`, these don't depend on how a sentence goes on.
        """
        starts = [word.start for word in self.words]
        stops = {bisect_left(starts, stop.end()) for stop in _STOP.finditer(self.text)}
        return stops | {*self.firsts, len(starts)}

    def first_word(self, paragraph: int) -> int:
        """The index of the first word of the paragraph of a number; the number of words where there is none."""
        return self.firsts[paragraph - 1] if paragraph <= len(self.firsts) else len(self.words)

    def passage(self, first: int, end: int) -> Passage:
        """The passage from the word of an index up to the one before `end`."""
        return Passage(self.words[first].start, self.words[end - 1].end)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset, or the one before it; None ahead of the first."""
        at = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[at] if at >= 0 else None

    def words_of(self, passage: Passage) -> Sequence[Word]:
        """The words that begin in a passage."""
        first, end = (bisect_left(self.words, at, key=lambda word: word.start) for at in passage)
        return self.words[first:end]

    def hash_of(self, passage: Passage) -> str:
        """The digest of a passage's words, as anchors keep it."""
        return digest(word.text for word in self.words_of(passage))


def with_line_feeds(text: str) -> str:
    """The text without a byte order mark, each of its lines ended by a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


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
