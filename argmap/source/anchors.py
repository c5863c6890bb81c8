"""Anchors: pointing to a passage, and finding again what an anchor points to.

Source: studies/source-anchors.md.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.model.sources import Anchor
from argmap.source.document import Document, Passage
from argmap.source.neighbours import Claims, Neighbours, Reach
from argmap.source.passages import Clues, Span, hashed, located
from argmap.source.proposals import propose
from argmap.source.words import Word, digest

Status: TypeAlias = Literal["exact", "moved", "changed", "lost", "unverified"]
"""How an anchor stands to its text: its words are where it says; they are elsewhere; other words are proposed in
their place, for a person to accept; nothing like them is there; it has no hash yet, and its head and tail words are
there (and are as many words apart as it says, if it does)."""

_HEAD, _TAIL = 4, 3
_TELLING = 4
"""How many words a passage must have to say where its paragraph is."""
_CROSSED = 2
"""How often a passage goes on in the next paragraph that only its head and tail words show."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of an anchor: the passage (of a changed one, the proposed) and the anchor as it should be now.

    Both are None where it is lost. Unless it is changed, the anchor keeps its own head and tail words; what else it
    left out or has otherwise is filled in: an exact one that is complete is the given one.
    """

    status: Status
    passage: Passage | None = None
    anchor: Anchor | None = None


def anchor_to(document: Document, source: str, passage: Passage) -> Anchor | None:
    """The anchor that points to a passage of the source of an id; None for a passage without words."""
    words = document.words_of(passage)
    paragraph = document.paragraph_at(words[0].start) if words else None
    if paragraph is None:
        return None
    first, last = words[: min(_HEAD, len(words))], words[_HEAD:][-_TAIL:]
    return Anchor(
        source=source,
        para=paragraph.number,
        head=_written(document, first),
        tail=_written(document, last) if last else None,
        words=len(words),
        hash=digest(word.text for word in words),
    )


def _written(document: Document, words: Sequence[Word]) -> str:
    """Words as the text writes them, on one line."""
    return " ".join(document.text[words[0].start : words[-1].end].split())


def verify(document: Document, anchors: Sequence[Anchor], cancelled: Callable[[], bool] = lambda: False) -> list[Found]:
    """What is found of the anchors into one text, in their order; an empty list once `cancelled` says so.

    An anchor's very words come first: in its own paragraph, then anywhere. Where they are gone, what the other
    anchors found says where the passage should be, and what is most like it there, or anywhere, is proposed.
    """
    clues = [Clues.of(anchor) for anchor in anchors]
    standing = []
    for one in clues:
        if cancelled():
            return []
        standing.append(hashed(document, one) if one.hash is not None else located(document, one))
    neighbours = _neighbours(document, clues, standing)
    claims = Claims.of(span for one, spans in zip(clues, standing, strict=True) if one.hash for span in spans)
    found = []
    for anchor, one, spans in zip(anchors, clues, standing, strict=True):
        if cancelled():
            return []
        own = next((span for span in spans if document.numbers[span[0]] == one.para), None)
        if own is not None:
            found.append(_stands(document, anchor, one, own))
            continue
        reaches = neighbours.reaches(one.para)
        if spans:
            found.append(_stands(document, anchor, one, min(spans, key=_nearest(document, one.para, reaches))))
        else:
            found.append(_proposed(document, anchor, one, propose(document, one, reaches, claims)))
    return found


def _neighbours(document: Document, clues: Sequence[Clues], standing: Sequence[Sequence[Span]]) -> Neighbours:
    """The passages that stand in one place only, and are pointed to in one paragraph only."""
    pointed = Counter(hash for hash, _ in {(one.hash, one.para) for one in clues})
    return Neighbours.of(
        (
            (one.para, document.numbers[spans[0][0]])
            for one, spans in zip(clues, standing, strict=True)
            if len(spans) == 1
            and spans[0][1] - spans[0][0] >= _TELLING
            and (one.hash is None or pointed[one.hash] == 1)
        ),
        len(document.paragraphs),
    )


def _nearest(document: Document, own: int, reaches: Sequence[Reach]) -> Callable[[Span], tuple[int, int, int]]:
    """Those where the others say that the own paragraph is now, or the nearest to them; of these the nearest to it."""

    def rank(span: Span) -> tuple[int, int, int]:
        number = document.numbers[span[0]]
        return min([reach.away(number) for reach in reaches]), abs(number - own), span[0]

    return rank


def _stands(document: Document, anchor: Anchor, clues: Clues, span: Span) -> Found:
    start, end = span
    passage, para = document.passage(start, end), document.numbers[start]
    if clues.hash is None and not _trusted(document, clues, span):
        return Found("changed", passage, anchor_to(document, anchor.source, passage))
    now = anchor
    if (para, end - start) != (anchor.para, anchor.words) or anchor.hash is None:
        hash = digest(document.texts[start:end])
        now = anchor.model_copy(update={"para": para, "words": end - start, "hash": hash})
    return Found("unverified" if clues.hash is None else "exact" if para == clues.para else "moved", passage, now)


def _trusted(document: Document, clues: Clues, span: Span) -> bool:
    """Whether a passage found by its head and tail words alone has its number of words, or is no longer than likely."""
    start, end = span
    if clues.words is not None:
        return end - start == clues.words
    return document.numbers[end - 1] - document.numbers[start] <= _CROSSED


def _proposed(document: Document, anchor: Anchor, clues: Clues, span: Span | None) -> Found:
    if span is None:
        return Found("lost")
    if clues.hash is not None and digest(document.texts[slice(*span)]) == clues.hash:
        return _stands(document, anchor, clues, span)
    passage = document.passage(*span)
    return Found("changed", passage, anchor_to(document, anchor.source, passage))
