"""Texts whose words know where they came from, whatever is done to the text: what look-ups are judged by.

Nothing here uses argmap: words are what stands between spaces, compared by their letters and digits alone.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_MARK = re.compile(r"\[\d{1,3}\]")
_SENTENCE_END = re.compile(r"[.!?…][\"'’”)]*(?:\[\d+\])*$")
ELSEWHERE = -1.0


def letters_of(text: str) -> str:
    """The letters and digits of a text, one after the other: the same for the same words."""
    plain = unicodedata.normalize("NFC", _MARK.sub("", text)).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Token:
    """What stands between spaces, and its place in the text as it was.

    One put in behind place 7 has the place 7.5; one of another text has none (`ELSEWHERE`).
    """

    text: str
    place: float

    @property
    def letters(self) -> str:
        """Its letters and digits, by which words are compared."""
        return letters_of(self.text)

    def reworded(self, word: str) -> "Token":
        """Another word between the same signs."""
        core = _CORE.search(self.text)
        text = self.text[: core.start()] + word + self.text[core.end() :] if core else self.text
        return replace(self, text=text)


Paragraphs = list[list[Token]]
Edit = Callable[[Paragraphs, Random], Paragraphs]


def tokens(text: str) -> Paragraphs:
    """A text as it was, in paragraphs of one line each."""
    place = iter(range(10**9))
    return [[Token(part, next(place)) for part in line.split()] for line in text.split("\n") if line.strip()]


def flat(paragraphs: Paragraphs) -> list[Token]:
    """The tokens of all paragraphs."""
    return [token for paragraph in paragraphs for token in paragraph]


@dataclass(frozen=True)
class Written:
    """A text as it stands in the file, with each token's offsets there."""

    text: str
    tokens: Sequence[Token]
    spans: Sequence[tuple[int, int]]

    @cached_property
    def letters(self) -> Sequence[str]:
        """The letters of each token."""
        return [token.letters for token in self.tokens]

    @cached_property
    def _by_place(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for at, token in enumerate(self.tokens):
            found.setdefault(int(token.place), []).append(at)
        return found

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for at, letters in enumerate(filter(None, self.letters)):
            found.setdefault(letters, []).append(at)
        return found

    def within(self, start: int, end: int) -> set[int]:
        """The indices of the tokens with letters that a stretch of the text holds a part of."""
        first = bisect_right(self.spans, start, key=lambda span: span[1])
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        return {at for at in range(first, last) if self.letters[at]}

    def left(self, first: int, last: int) -> set[int]:
        """The indices of the tokens with letters that are from a stretch of the text as it was, or put in there."""
        found = (at for place in range(first, last + 1) for at in self._by_place.get(place, ()))
        return {at for at in found if self.tokens[at].place <= last and self.letters[at]}

    def holds(self, words: Sequence[str]) -> bool:
        """Whether these words stand somewhere one after the other."""
        letters = [one for one in self.letters if one]
        return any(letters[at : at + len(words)] == words for at in self._by_letters.get(words[0], ()))


def written(paragraphs: Paragraphs, space: Callable[[], str] = lambda: " ") -> Written:
    """Paragraphs as text; `space` gives what stands between two tokens."""
    text, spans = "", []
    parts: list[str] = []
    length = 0
    for number, paragraph in enumerate(paragraphs):
        for at, token in enumerate(paragraph):
            before = space() if at else "\n\n" if number else ""
            spans.append((length + len(before), length + len(before) + len(token.text)))
            parts += before, token.text
            length = spans[-1][1]
    text = "".join(parts)
    return Written(text, flat(paragraphs), spans)


def sentences(paragraph: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first and the end of each sentence, as indices."""
    start = 0
    for at, token in enumerate(paragraph):
        if _SENTENCE_END.search(token.text) or at == len(paragraph) - 1:
            yield start, at + 1
            start = at + 1
