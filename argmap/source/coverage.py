"""Coverage: which paragraphs and sentences of a text statements point to, and which none does."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.source.document import Document, Paragraph, Passage


class Covered(NamedTuple):
    """A sentence of a text, and the ids that point to it or to a part of it, each once, in the order given."""

    sentence: Passage
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One paragraph with its sentences."""

    paragraph: Paragraph
    sentences: Sequence[Covered]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that point into the paragraph, each once."""
        return tuple(dict.fromkeys(id for covered in self.sentences for id in covered.ids))

    @property
    def mapped(self) -> int:
        """How many of its sentences are pointed to."""
        return sum(1 for covered in self.sentences if covered.ids)


def coverage(document: Document, passages: Iterable[tuple[str, Passage]]) -> list[Coverage]:
    """The paragraphs of a text in order; `passages` are those in it that an id points to."""
    sentences = document.sentences
    ends = [sentence.end for sentence in sentences]
    ids: list[dict[str, None]] = [{} for _ in sentences]
    for id, passage in passages:
        at = bisect_left(ends, passage.start + 1)
        while at < len(sentences) and sentences[at].start < passage.end:
            ids[at][id] = None
            at += 1
    found, at = [], 0
    for paragraph in document.paragraphs:
        end = bisect_left(sentences, paragraph.end, lo=at, key=lambda sentence: sentence.start)
        covered = [Covered(sentences[n], tuple(ids[n])) for n in range(at, end)]
        found.append(Coverage(paragraph, covered))
        at = end
    return found


def pointing_to(passages: Iterable[tuple[str, Passage]], passage: Passage) -> list[str]:
    """The ids that point to a passage or to a part of it, each once."""
    return list(dict.fromkeys(id for id, p in passages if p.start < passage.end and passage.start < p.end))
