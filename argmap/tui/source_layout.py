"""A source's text wrapped to a width, each line knowing what part of the text it shows. No painting."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rich.cells import get_character_cell_size

from argmap.model.visible import visible
from argmap.source import Document, Passage
from argmap.tui.wrap import wrap

_MOST_INDENT = 8
_GAP = -1


class TextLine(NamedTuple):
    """One line: the index of its paragraph (-1 between two), the part of that paragraph's shown text, its indent."""

    paragraph: int
    start: int
    end: int
    indent: int


class Shown(NamedTuple):
    """A paragraph as it is shown; `origins` has each shown character's offset in the text, None where they are alike.

    A control character is shown as a sign of several characters.
    """

    text: str
    start: int
    origins: Sequence[int] | None

    @classmethod
    def of(cls, text: str, start: int) -> "Shown":
        """A paragraph that begins at an offset."""
        shown = _shown(text)
        if len(shown) == len(text):
            return cls(shown, start, None)
        origins = [start + at for at, character in enumerate(text) for _ in _shown(character)]
        return cls(shown, start, [*origins, start + len(text)])

    def offset(self, at: int) -> int:
        """The offset in the text of a shown character."""
        return self.start + at if self.origins is None else self.origins[at]

    def at(self, offset: int) -> int:
        """The shown character at an offset, the first where it is a sign of several; clamped to the paragraph."""
        if self.origins is None:
            return min(max(offset - self.start, 0), len(self.text))
        return min(bisect_left(self.origins, offset), len(self.text))


@dataclass(frozen=True, eq=False)
class SourceLayout:
    """A document in lines of at most `width` cells; `shown` are its paragraphs."""

    document: Document
    width: int
    shown: Sequence[Shown]
    lines: Sequence[TextLine]
    firsts: Sequence[int]

    @cached_property
    def _starts(self) -> list[int]:
        """Each line's first offset in the text; that of a gap is the end of the paragraph above it."""
        return [
            self.shown[line.paragraph].offset(line.start)
            if line.paragraph != _GAP
            else self.document.paragraphs[self.number(number) - 1].end
            for number, line in enumerate(self.lines)
        ]

    def text(self, line: TextLine) -> str:
        """What a line says."""
        return "" if line.paragraph == _GAP else self.shown[line.paragraph].text[line.start : line.end]

    def number(self, line: int) -> int:
        """The number of the paragraph that a line shows, or of the one above it; 0 where there is none."""
        return bisect_right(self.firsts, line)

    def line_at(self, offset: int) -> int:
        """The line that shows an offset, or where its sign begins."""
        at = bisect_left(self._starts, offset)
        return at if at < len(self._starts) and self._starts[at] == offset else max(at - 1, 0)

    def part(self, number: int, passage: Passage) -> tuple[int, int]:
        """The part of a line's text that shows a passage; (0, 0) where it shows nothing of it."""
        line = self.lines[number]
        if line.paragraph == _GAP:
            return 0, 0
        shown = self.shown[line.paragraph]
        start, end = max(shown.at(passage.start), line.start), min(shown.at(passage.end), line.end)
        return (start - line.start, end - line.start) if start < end else (0, 0)

    def lines_of(self, passage: Passage) -> Iterator[tuple[int, tuple[int, int]]]:
        """The lines that show a passage, each with the part of its text that does."""
        before = max(self.line_at(passage.start) - 1, 0)  # a sign broken over lines begins on the line before
        for number in range(before, bisect_right(self._starts, max(passage.end - 1, passage.start))):
            part = self.part(number, passage)
            if part[0] < part[1]:
                yield number, part

    def offset_at(self, number: int, cell: int) -> int:
        """The offset in the text of what a line shows at a cell, the indent counted; its end behind the last one."""
        line = self.lines[number]
        if line.paragraph == _GAP:
            return self._starts[number]
        used = line.indent
        for at, character in enumerate(self.text(line)):
            used += get_character_cell_size(character)
            if used > cell:
                return self.shown[line.paragraph].offset(line.start + at)
        return self.shown[line.paragraph].offset(line.end)


def lay_out(document: Document, width: int) -> SourceLayout:
    """Wrap a document to `width` cells, an empty line between paragraphs; its own line breaks and indents are kept."""
    shown = [Shown.of(document.text[p.start : p.end], p.start) for p in document.paragraphs]
    lines: list[TextLine] = []
    firsts = []
    for at, paragraph in enumerate(shown):
        if lines:
            lines.append(TextLine(_GAP, 0, 0, 0))
        firsts.append(len(lines))
        lines.extend(TextLine(at, *part) for part in _wrapped(paragraph.text, width))
    return SourceLayout(document, width, shown, lines, firsts)


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
