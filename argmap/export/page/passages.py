"""Passages: where each statement's words stand in its source, and the sources' texts with the passages in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from argmap.export.page.markup import address, said
from argmap.model import Anchor, ArgumentMap, Sentence, Source
from argmap.source import Document, Found, Passage, Texts, verify


@dataclass(frozen=True)
class Passages:
    """The passages of a map's statements; with `texts`, their words too."""

    map: ArgumentMap
    texts: Texts
    number: Mapping[str, int]
    _found: Mapping[tuple[str, int], Found] = field(default_factory=dict)

    @classmethod
    def of_map(cls, map: ArgumentMap, texts: Texts | None, number: Mapping[str, int]) -> "Passages":
        """Look up every anchor in the texts that are at hand; entries have a `number` by id."""
        texts = texts or Texts()
        found: dict[tuple[str, int], Found] = {}
        for source, document in texts.documents.items():
            places = [
                ((id, at), each)
                for id, entry in map.entries.items()
                if isinstance(entry, Sentence)
                for at, each in enumerate(entry.anchor)
                if each.source == source
            ]
            verified = verify(document, [each for _, each in places])
            found.update(zip((place for place, _ in places), verified, strict=True))
        return cls(map, texts, number, found)

    def of(self, id: str) -> Iterator[tuple[int, str]]:
        """Each passage of a statement, numbered from 1, as HTML."""
        entry = self.map.sentence(id)
        for at, each in enumerate(entry.anchor if entry is not None else ()):
            yield at + 1, self._told(id, at, each)

    def _told(self, id: str, at: int, each: Anchor) -> str:
        source = self.map.entries.get(each.source)
        title = (isinstance(source, Source) and source.title) or each.source
        place = f"paragraph {each.para}"
        if each.source in self.texts.documents:
            place = f'<a class="in" href="#{self._paragraph(each.source, each.para)}">{place}</a>'
        count = f", {each.words} words" if each.words else ""
        place = f'<p class="beside"><cite>{said(title)}</cite>, {place}{count}</p>'
        found = self._found.get((id, at))
        if found is not None and found.passage is not None and found.status != "changed":
            words = self.texts.documents[each.source].text[slice(*found.passage)]
            return f'<blockquote dir="auto">{said(words)}</blockquote>{place}'
        ends = f"“{said(each.head)}”" + (f" … “{said(each.tail)}”" if each.tail else "")
        told = f'<span class="ends" dir="auto">{ends}</span>{place}'
        if found is not None:
            told += "<p><em>The text here does not have these words any more.</em></p>"
        return told

    def _paragraph(self, source: str, number: int) -> str:
        """The id of the element that holds a paragraph of a source's text."""
        return f"t{self.map.sources.index(source)}-{number}"

    def source(self, id: str, source: Source) -> str:
        """What is known of a source, and its text where that is at hand."""
        about = ", ".join(said(str(part)) for part in (source.author, source.date) if part)
        rows = [f"<h3>{said(source.title or id)}</h3>"]
        rows += [f'<p class="about">{about}</p>'] if about else []
        rows += [f'<p class="about">{address(source.url)}</p>'] if source.url else []
        rows += [f'<p class="note" dir="auto">{said(text)}</p>' for text in (source.text, source.note) if text]
        document = self.texts.documents.get(id)
        if document is not None:
            rows.append(f'<div class="text">{"".join(self._paragraphs(id, document))}</div>')
        elif id in self.texts.missing:
            rows.append('<p class="note">Its text was not at hand when this page was made.</p>')
        return f'<section class="source">{"".join(rows)}</section>'

    def _paragraphs(self, source: str, document: Document) -> Iterator[str]:
        spans: list[tuple[Passage, int]] = []
        for (id, at), found in self._found.items():
            entry = self.map.sentence(id)
            if found.passage is not None and found.status != "changed" and entry and entry.anchor[at].source == source:
                spans.append((found.passage, self.number[id]))
        for number, start, end in document.paragraphs:
            own = [(passage, id) for passage, id in spans if passage.start < end and start < passage.end]
            words = "".join(_pieces(document.text, start, end, own))
            counted = f'<span class="number">{number}</span>'
            yield f'<p id="{self._paragraph(source, number)}" dir="auto">{counted}{words}</p>'


def _pieces(text: str, start: int, end: int, spans: Sequence[tuple[Passage, int]]) -> Iterator[str]:
    """A paragraph cut wherever a passage begins or ends; each piece says what points to it, shortest first."""
    cuts = sorted({start, end, *(max(start, p.start) for p, _ in spans), *(min(end, p.end) for p, _ in spans)})
    for low, high in pairwise(cuts):
        own = sorted((p.end - p.start, number) for p, number in spans if p.start <= low and high <= p.end)
        words = said(text[low:high])
        ids = " ".join(dict.fromkeys(str(number) for _, number in own))
        yield f'<span class="passage" data-of="{ids}">{words}</span>' if own else words
