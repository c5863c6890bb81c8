"""What is selected in a source's text: a stretch of words, moved, grown and shrunk by word, sentence and paragraph."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from argmap.source import Document, Passage

Unit: TypeAlias = Literal["word", "sentence", "paragraph"]


@dataclass(frozen=True)
class TextCursor:
    """A selection from the word of index `first` to that of index `last`, both included.

    `home` is what it began with: extending by sentence or mouse never takes that out again.
    """

    document: Document
    first: int
    last: int
    home: tuple[int, int]

    @classmethod
    def at(cls, document: Document, offset: int, unit: Unit = "sentence") -> "TextCursor | None":
        """The word, sentence or paragraph that holds an offset, or the one before it; None in a text without words."""
        return cls._of(document, *_around(document, _word_at(document, offset), unit)) if document.words else None

    @classmethod
    def over(cls, document: Document, passage: Passage) -> "TextCursor | None":
        """The words that begin in a passage; None where none does."""
        first, end = (bisect_left(document.words, at, key=lambda word: word.start) for at in passage)
        return cls._of(document, first, end - 1) if first < end else None

    @classmethod
    def _of(cls, document: Document, first: int, last: int) -> "TextCursor":
        return cls(document, first, last, (first, last))

    @property
    def passage(self) -> Passage:
        """The stretch of text; where it begins or ends with a sentence, with that one's punctuation."""
        words, document = self.document.words, self.document
        start, end = words[self.first].start, words[self.last].end
        opening, closing = _sentence_of(document, self.first), _sentence_of(document, self.last)
        if opening is not None and _around(document, self.first, "sentence")[0] == self.first:
            start = opening.start
        if closing is not None and _around(document, self.last, "sentence")[1] == self.last:
            end = closing.end
        return Passage(start, end)

    @property
    def text(self) -> str:
        """What is selected, on one line."""
        return " ".join(self.document.text[slice(*self.passage)].split())

    def step(self, by: int, unit: Unit) -> "TextCursor":
        """The next (1) or previous (-1) word or sentence, or the first sentence of the next or previous paragraph.

        From a longer selection, the first (1) or last (-1) word in it.
        """
        if unit == "word":
            if self.first != self.last:
                return self._of(self.document, *((self.first,) * 2 if by > 0 else (self.last,) * 2))
            return self._of(self.document, *(self._known(self.first + by),) * 2)
        holder = _around(self.document, self.last if by > 0 else self.first, unit)
        there = _around(self.document, self._known(holder[1] + 1 if by > 0 else holder[0] - 1), unit)
        return self._of(self.document, *_around(self.document, there[0], "sentence"))

    def extend(self, by: int) -> "TextCursor":
        """One sentence more below (1) or above (-1), or one less of what was added at the other end."""
        first, last = self.first, self.last
        if by > 0 and first < self.home[0]:
            return replace(self, first=min(_around(self.document, first, "sentence")[1] + 1, self.home[0]))
        if by < 0 and last > self.home[1]:
            return replace(self, last=max(_around(self.document, last, "sentence")[0] - 1, self.home[1]))
        if by > 0:
            return replace(self, last=_around(self.document, self._known(last + 1), "sentence")[1])
        return replace(self, first=_around(self.document, self._known(first - 1), "sentence")[0])

    def end_by(self, words: int) -> "TextCursor":
        """So many words more at the end, or (below 0) less."""
        return self._of(self.document, self.first, max(self._known(self.last + words), self.first))

    def begin_by(self, words: int) -> "TextCursor":
        """So many words less at the beginning, or (below 0) more."""
        return self._of(self.document, min(self._known(self.first + words), self.last), self.last)

    def to(self, offset: int) -> "TextCursor":
        """From the words it began with to the word at an offset."""
        word = _word_at(self.document, offset)
        return replace(self, first=min(word, self.home[0]), last=max(word, self.home[1]))

    def grow(self) -> "TextCursor":
        """The sentences that hold it; where it is such already, the paragraphs."""
        units: tuple[Unit, ...] = ("sentence", "paragraph")
        for unit in units:
            first, last = _around(self.document, self.first, unit)[0], _around(self.document, self.last, unit)[1]
            if (first, last) != (self.first, self.last):
                return self._of(self.document, first, last)
        return self

    def shrink(self) -> "TextCursor":
        """The first paragraph in it, the first sentence of a paragraph, the first word of less."""
        units: tuple[Unit, ...] = ("paragraph", "sentence")
        for unit in units:
            first, last = _around(self.document, self.first, unit)
            if first == self.first and last < self.last:
                return self._of(self.document, first, last)
        return self._of(self.document, self.first, self.first)

    def _known(self, word: int) -> int:
        return min(max(word, 0), len(self.document.words) - 1)


def _word_at(document: Document, offset: int) -> int:
    """The word that holds an offset, or the one before it; the first ahead of all."""
    return max(bisect_right(document.words, offset, key=lambda word: word.start) - 1, 0)


def _around(document: Document, word: int, unit: Unit) -> tuple[int, int]:
    """The first and last word of the unit that holds a word."""
    start = document.words[word].start
    holder = _sentence_of(document, word) if unit == "sentence" else document.paragraph_at(start)
    if holder is None or unit == "word":
        return word, word
    first = bisect_left(document.words, holder.start, key=lambda each: each.start)
    end = bisect_left(document.words, holder.end, key=lambda each: each.start)
    return min(first, word), max(end - 1, word)


def _sentence_of(document: Document, word: int) -> Passage | None:
    start = document.words[word].start
    at = bisect_right(document.sentences, start, key=lambda sentence: sentence.start) - 1
    return document.sentences[at] if at >= 0 and start < document.sentences[at].end else None
