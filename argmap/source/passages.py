"""Finding the passages that have an anchor's very words: its first and last ones, or all of them by their hash."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple, TypeAlias

from argmap.model.sources import Anchor
from argmap.source.document import Document, Passage
from argmap.source.words import digest, digests, normalised

_PLACES = 1_000
"""How many places of a word are looked at on either side of the anchor's paragraph."""
_HASHED = 50_000
"""How many words are hashed for one anchor, the nearest passages first."""
_LONGEST = 2_000
"""How many words a passage may have whose anchor doesn't say how many they are."""
_MOST = 100
"""How many passages of the same words are told apart."""

Span: TypeAlias = tuple[int, int]
"""The indices of a passage's first word, and of the one behind its last."""


_LONGEST_END = 1_000
"""So many words of an anchor's head or tail are looked at; people write a few."""


class Clues(NamedTuple):
    """What an anchor says of its passage: the first and last words, normalised, their number, paragraph and hash.

    `capital`: it begins with a capital, as sentences do; None where that says nothing, as of a digit.
    """

    head: list[str]
    tail: list[str]
    words: int | None
    para: int
    hash: str | None
    capital: bool | None

    @classmethod
    def of(cls, anchor: Anchor) -> "Clues":
        """The clues that an anchor gives."""
        head, tail = normalised(anchor.head)[:_LONGEST_END], normalised(anchor.tail or "")[-_LONGEST_END:]
        first = next((sign for sign in anchor.head if sign.isalnum()), "")
        capital = first.isupper() if first.isupper() or first.islower() else None
        return cls(head, tail, anchor.words, anchor.para, anchor.hash, capital)


def locate(document: Document, anchor: Anchor) -> Passage | None:
    """The passage from an anchor's head words to its tail words, or None where the text hasn't got them.

    The anchor's own paragraph comes first, then those nearest to it. Of several passages there, one
    with the anchor's number of words is preferred, then one within a paragraph, then the first.
    """
    return next((document.passage(*span) for span in located(document, Clues.of(anchor))), None)


def located(document: Document, clues: Clues) -> list[Span]:
    """As `locate`: the one passage, or none."""
    numbers, near = document.numbers, document.first_word(clues.para)
    best: tuple[int, int, int, int, int] | None = None
    tails = _behind(document, clues.tail, near)
    known = frozenset(tails)
    for start in _runs(document, clues.head, near):
        away = abs(numbers[start] - clues.para)
        for end in _ends(clues, start, tails, known, len(numbers)):
            spill = numbers[end - 1] - numbers[start]
            wrong = int(clues.words is not None and end - start != clues.words)
            rank = (away, wrong, spill, start, end)
            if best is None or rank < best:
                best = rank
    return [best[-2:]] if best is not None else []


def _ends(clues: Clues, start: int, tails: Sequence[int], known: Set[int], words: int) -> Iterator[int]:
    """Where a passage may end: after its number of words, if a tail does so there, and at the nearest tail."""
    least, counted = start + len(clues.head), start + (clues.words or 0)
    if not clues.tail:
        yield counted if least <= counted <= words else least
        return
    if counted >= least and counted in known:
        yield counted
    nearest = bisect_left(tails, least)
    if nearest < len(tails):
        yield tails[nearest]


def hashed(document: Document, clues: Clues) -> list[Span]:
    """The passages whose words have the anchor's hash, as indices of words, the nearest to its paragraph first.

    They have the anchor's number of words. Where none of them has, or it gives none, the anchor's tail words end
    the passage; where it has no tail either, it may end anywhere.
    """
    texts, tail, count, near = document.texts, clues.tail, clues.words, document.first_word(clues.para)
    starts = _runs(document, clues.head, near)
    if count is not None:
        if not clues.head:
            starts = [end - count for end in _behind(document, tail, near) if end >= count]
        ends = [start + count for start in starts]
        spans = [
            (start, end)
            for start, end in zip(starts, ends, strict=True)
            if end <= len(texts) and texts[end - len(tail) : end] == tail
        ]
        found = [span for span in spans[: _HASHED // count + 1] if digest(texts[slice(*span)]) == clues.hash]
        if found:
            return found[:_MOST]
    return _hashed_of_any_length(document, clues, starts)[:_MOST]


def _hashed_of_any_length(document: Document, clues: Clues, starts: Sequence[int]) -> list[Span]:
    texts, left, found = document.texts, _HASHED, []
    tails = _behind(document, clues.tail, document.first_word(clues.para))
    for start in starts:
        last = min(start + _LONGEST, len(texts))
        ends = (
            tails[bisect_right(tails, start) : bisect_right(tails, last)] if clues.tail else range(start + 1, last + 1)
        )
        told = digests(texts[start:last], [end - start for end in ends])
        found += [(start, end) for end, one in zip(ends, told, strict=True) if one == clues.hash]
        left -= ends[-1] - start if ends else 0
        if left < 0:
            break
    return found


def _behind(document: Document, wanted: list[str], near: int) -> list[int]:
    """Where these words have just ended, in ascending order."""
    return sorted(at + len(wanted) for at in _runs(document, wanted, near))


def _runs(document: Document, wanted: list[str], near: int) -> list[int]:
    """Where these words stand one after the other, as indices of the document's words, the nearest first."""
    if not wanted:
        return []
    places, texts, length = document.places, document.texts, len(wanted)
    all_places = [places.get(word, ()) for word in wanted]
    known = min(all_places, key=len)
    rarest = all_places.index(known)
    if len(known) > 2 * _PLACES:
        middle = bisect_left(known, near)
        known = known[max(middle - _PLACES, 0) : middle + _PLACES]
    found = [at - rarest for at in known if texts[at - rarest : at - rarest + length] == wanted and at >= rarest]
    return sorted(found, key=lambda at: abs(at - near)) if len(found) > 1 else found
