"""Finding a passage by an anchor's head and tail words alone."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from argmap.model.sources import Anchor
from argmap.source.document import Document, Passage
from argmap.source.words import words

_FAR = 1 << 60


def locate(document: Document, anchor: Anchor) -> Passage | None:
    """The passage from an anchor's head words to its tail words, or None where the text hasn't got them.

    The anchor's own paragraph comes first, then those nearest to it. Of several passages there, one
    with the anchor's number of words is preferred, then one within a paragraph, then the first.
    """
    head = [word.text for word in words(anchor.head)]
    tail = [word.text for word in words(anchor.tail or "")]
    if not head:
        return None
    best: tuple[int, int, int, int] | None = None
    last = 0
    tails = [at + len(tail) for at in _runs(document, tail)] if tail else []
    known = frozenset(tails)
    for start in _runs(document, head):
        away = abs(_number(document, start) - anchor.para)
        for end in _ends(start, len(head), tails, known, anchor.words) if tail else (start + len(head),):
            spill = _number(document, end - 1) - _number(document, start)
            wrong = int(anchor.words is not None and end - start != anchor.words)
            rank = (away, wrong, spill, start)
            if best is None or rank < best:
                best, last = rank, end
    if best is None:
        return None
    return Passage(document.words[best[-1]].start, document.words[last - 1].end)


def _runs(document: Document, wanted: Sequence[str]) -> Iterator[int]:
    """Where these words stand one after the other, as ascending indices of the document's words."""
    found = document.words
    for at in document.places.get(wanted[0], ()):
        if at + len(wanted) <= len(found) and all(found[at + n].text == word for n, word in enumerate(wanted)):
            yield at


def _ends(start: int, least: int, tails: Sequence[int], known: frozenset[int], count: int | None) -> Iterator[int]:
    """Where a passage may end: after its number of words, if a tail does so there, and at the nearest tail."""
    if count is not None and count >= least and start + count in known:
        yield start + count
    nearest = bisect_left(tails, start + least)
    if nearest < len(tails):
        yield tails[nearest]


def _number(document: Document, word: int) -> int:
    paragraph = document.paragraph_at(document.words[word].start)
    return paragraph.number if paragraph is not None else _FAR
