"""Anchors: pointing to a passage, and finding again what an anchor points to.

Source: studies/source-anchors.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.model.sources import Anchor
from argmap.source.document import Document, Passage
from argmap.source.passages import locate
from argmap.source.words import Word, digest

Status: TypeAlias = Literal["exact", "moved", "changed", "lost", "unverified"]
"""How an anchor stands to its text: its words are where it says; they are elsewhere; other words are proposed in
their place; nothing like them is there; it has no hash yet, and its head and tail words are there."""

_HEAD, _TAIL = 4, 3


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of an anchor: the passage (of a changed one, the proposed) and the anchor as it should be now.

    Both are None where it is lost; of an exact one the anchor is the given one.
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


def verify(document: Document, anchors: Sequence[Anchor]) -> list[Found]:
    """What is found of the anchors into one text, in their order."""
    return [_found(document, anchor) for anchor in anchors]


def _found(document: Document, anchor: Anchor) -> Found:
    passage = locate(document, anchor)
    if passage is None:
        return Found("lost")
    now = anchor_to(document, anchor.source, passage)
    if anchor.hash is None:
        return Found("unverified", passage, now)
    if now is None or now.hash != anchor.hash:
        return Found("changed", passage, now)
    return Found("exact" if now.para == anchor.para else "moved", passage, anchor if now.para == anchor.para else now)
