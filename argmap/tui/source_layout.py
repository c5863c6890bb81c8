"""A source's text wrapped to a width, each line knowing what part of which paragraph it shows. No painting."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.model.visible import visible
from argmap.source import Document, Paragraph, Passage
from argmap.tui.wrap import wrap

_MOST_INDENT = 8
_GAP = -1


class TextLine(NamedTuple):
    """One line: the index of its paragraph (-1 between two), the part of that paragraph's shown text, its indent."""

    paragraph: int
    start: int
    end: int
    indent: int


@dataclass(frozen=True, eq=False)
class SourceLayout:
    """A document in lines of at most `width` cells; `texts` are its paragraphs as they are shown."""

    document: Document
    width: int
    texts: Sequence[str]
    lines: Sequence[TextLine]
    firsts: Sequence[int]

    def text(self, line: TextLine) -> str:
        """What a line says."""
        return "" if line.paragraph == _GAP else self.texts[line.paragraph][line.start : line.end]

    def number(self, line: int) -> int:
        """The number of the paragraph that a line shows, or of the one above it; 0 where there is none."""
        return bisect_right(self.firsts, line)

    def marks(self, passage: Passage) -> dict[int, tuple[int, int]]:
        """The lines that show a passage, each with the part of its text that does."""
        found: dict[int, tuple[int, int]] = {}
        for at, paragraph in enumerate(self.document.paragraphs):
            if paragraph.end <= passage.start or paragraph.start >= passage.end:
                continue
            start = len(self._shown_up_to(paragraph, passage.start))
            end = len(self._shown_up_to(paragraph, passage.end))
            last = self.firsts[at + 1] if at + 1 < len(self.firsts) else len(self.lines)
            for number in range(self.firsts[at], last):
                line = self.lines[number]
                if line.paragraph == at and line.start < end and line.end > start:
                    found[number] = max(start, line.start) - line.start, min(end, line.end) - line.start
        return found

    def _shown_up_to(self, paragraph: Paragraph, offset: int) -> str:
        return _shown(self.document.text[paragraph.start : max(min(offset, paragraph.end), paragraph.start)])


def lay_out(document: Document, width: int) -> SourceLayout:
    """Wrap a document to `width` cells, an empty line between paragraphs; its own line breaks and indents are kept."""
    texts = [_shown(document.text[paragraph.start : paragraph.end]) for paragraph in document.paragraphs]
    lines: list[TextLine] = []
    firsts = []
    for at, text in enumerate(texts):
        if lines:
            lines.append(TextLine(_GAP, 0, 0, 0))
        firsts.append(len(lines))
        lines.extend(TextLine(at, *part) for part in _wrapped(text, width))
    return SourceLayout(document, width, texts, lines, firsts)


def _shown(text: str) -> str:
    return visible(text.replace("\t", " "))


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int, int]]:
    at = 0
    for line in text.split("\n"):
        indent = min(len(line) - len(line.lstrip(" ")), _MOST_INDENT, width // 4)
        for part in wrap.__wrapped__(line, width - indent):
            at = text.index(part, at)
            yield at, at + len(part), indent
            at += len(part)
