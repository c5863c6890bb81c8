"""The anchors of a map, each with what its text has of it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.model.sources import Anchor
from argmap.source.anchors import Found, verify
from argmap.source.document import Document
from argmap.source.texts import Texts

_WORDS_SHOWN = 6


class Verified(NamedTuple):
    """One of the anchors of the entry `id`, which (from 0), and what was found of it."""

    id: str
    at: int
    anchor: Anchor
    found: Found


def anchors(map: ArgumentMap) -> Iterator[tuple[str, int, Anchor]]:
    """Every anchor of a map in file order: the entry that has it, which of its anchors it is, the anchor."""
    for id, entry in map.entries.items():
        for at, anchor in enumerate(getattr(entry, "anchor", ())):
            yield id, at, anchor


def verified(map: ArgumentMap, texts: Texts) -> list[Verified]:
    """What was found of each anchor whose text is at hand, in file order."""
    by_source: dict[str, list[Anchor]] = {source: [] for source in texts.documents}
    for _, _, anchor in anchors(map):
        if anchor.source in by_source:
            by_source[anchor.source].append(anchor)
    found = {source: iter(_verify(texts.documents[source], tuple(all))) for source, all in by_source.items()}
    return [
        Verified(id, at, anchor, next(found[anchor.source]))
        for id, at, anchor in anchors(map)
        if anchor.source in found
    ]


def briefly(anchor: Anchor) -> str:
    """An anchor as messages name it: its first and last few words, and its paragraph."""
    return f"{in_few_words(anchor.head, anchor.tail)} (¶{anchor.para})"


def in_few_words(head: str, tail: str | None = None) -> str:
    """A passage in quotation marks, by its first and last few words; without a tail, `head` is the whole of it."""
    first, last = head.split(), (tail or "").split()
    if tail is None and len(first) > 2 * _WORDS_SHOWN:
        last = first
    cut = last or len(first) > 2 * _WORDS_SHOWN
    shown = [*first[:_WORDS_SHOWN], "…", *last[-_WORDS_SHOWN:]] if cut else first
    return f"“{' '.join(shown)}”"


@lru_cache(maxsize=8)
def _verify(document: Document, anchors: tuple[Anchor, ...]) -> list[Found]:
    """The same anchors into the same text are looked up once: most edits change neither."""
    return verify(document, anchors)
