"""Measured boxes: wrapped text, and the cells it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from argmap.diagram import styles
from argmap.diagram.boxes import ANSWERED, Content
from argmap.diagram.figure import Cell, Words
from argmap.diagram.fonts import BOLD, REGULAR, Fonts
from argmap.diagram.text import wrapped

_WORD = 12.0
"""The widest a word may be, in ems, that a box is made wider for: about 24 characters."""
_CAPTION = 30
"""The least width of a caption, in ems."""
_SPARE = 0.8
"""How much of its width a text keeps at least when it is broken into lines or set in another weight."""


@dataclass(frozen=True, slots=True)
class Box:
    """A measured box: its size in points and its cells, placed from its own top left corner."""

    width: float
    height: float
    cells: tuple[Cell, ...]

    def stretched(self, width: float, height: float) -> "Box":
        """The box at least so wide and high, its last column widened and its rows heightened."""
        wider, higher = max(0.0, width - self.width), max(0.0, height - self.height)
        if not wider and not higher:
            return self
        right, bottom = self.width - 0.01, self.height - 0.01
        cells = tuple(
            cell._replace(
                width=cell.width + (wider if cell.x + cell.width >= right else 0.0),
                height=cell.height + (higher if cell.y + cell.height >= bottom else 0.0),
            )
            for cell in self.cells
        )
        return Box(self.width + wider, self.height + higher, cells)


@dataclass(frozen=True)
class Setter:
    """Sets the content of boxes at `size` points, tags and notes at `small` points; remembers the widths of words."""

    fonts: Fonts
    size: float
    least: float = styles.SMALLEST
    _words: dict[tuple[int, float], "_Widths"] = field(default_factory=dict)
    _boxes: dict[tuple[Content, float, float], Box] = field(default_factory=dict)

    @property
    def small(self) -> float:
        return styles.small(self.size, self.least)

    def box(self, content: Content, wrap: float, least: float = 0.0) -> Box:
        """The box of `content`, its text wrapped at `wrap` points, label and tag included.

        The text by itself has at least `least` points, or half of what there is.
        """
        if (known := self._boxes.get((content, wrap, least))) is None:
            known = self._boxes[content, wrap, least] = self._box(content, wrap, least)
        return known

    def _box(self, content: Content, wrap: float, least: float) -> Box:
        look = content.look
        pad, lead = styles.PADDING
        note_size = self.small
        label = Words((content.label,) if content.label else (), note_size, True, look.colour)
        x = self._width(label) + pad if content.label else 0.0
        wrap = max(wrap - x, wrap / 2, least)
        if content.halves:
            rows = self._halves(content, wrap, x, least)
        else:
            words = self._set(content.text, wrap, self.size, look.bold, look.colour, look.struck)
            width, height = self._width(words) + 2 * pad, _height(words) + 2 * lead
            rows = [_lined(Cell(content.name, look.kind, x, 0, width, height, words), look)]
        notes = [self._set(note, wrap, note_size, note == ANSWERED, look.colour) for note in content.notes]
        start = rows[-1].x
        right = max([row.x + row.width for row in rows] + [start + self._width(note) + 2 * pad for note in notes])
        rows = [row if row.kind == "tag" else row._replace(width=right - row.x) for row in rows]
        height = max(row.y + row.height for row in rows)
        if notes:
            rows, height = self._noted(content, rows, notes, right, height)
        if content.label:
            fill = styles.PALE_GREY if look.fill == styles.WHITE else look.fill
            cell = Cell(f"{content.name} label", "label", 0, 0, x, height, label)
            rows.insert(0, _lined(cell, replace(look, fill=fill)))
        box = Box(right, height, tuple(rows))
        return self._banded(box, content) if content.signs else box

    def lines(self, text: str, wrap: float, *, size: float | None = None, bold: bool = False) -> Words:
        """Running text from the left edge, its lines filled up to `wrap` points."""
        words = self._filled(text, wrap, size or self.size, bold)
        return replace(words, centred=False)

    def least_area(self, text: str) -> float:
        """Less than the area that a text takes, in square points, however it is wrapped, bold or not."""
        widths = self._widths(REGULAR, self.size)
        return _SPARE * self.size * styles.LINE_HEIGHT * sum(widths[word] for word in text.split(" "))

    def measured(self, words: Words) -> tuple[float, float]:
        """The width and height of words in points."""
        return self._width(words), _height(words)

    def _banded(self, box: Box, content: Content) -> Box:
        """The box below a band with its signs."""
        pad, lead = styles.PADDING
        look = content.look
        signs = self._signs(content.signs, look.band, look.colour)
        box = box.stretched(self._width(signs) + 2 * pad, 0)
        height = _height(signs) + lead
        band = _lined(Cell(f"{content.name} signs", "signs", 0, 0, box.width, height, signs), look)
        below = (cell.moved(0, height) for cell in box.cells)
        return Box(box.width, box.height + height, (band._replace(fill=look.band, dash="solid"), *below))

    def _signs(self, signs: tuple[str, ...], band: str, colour: str) -> Words:
        return Words(signs, self.small, True, styles.WHITE if band in styles.DARK else colour)

    def heading(self, text: str, wrap: float) -> tuple[Words, float, float]:
        """The words of a section's title from the left, and their width and height."""
        words = replace(self._filled(text, wrap, self.size, False, even=True), centred=False)
        return words, self._width(words), _height(words)

    def caption(self, texts: Sequence[str], width: float, margin: float) -> tuple[list[Cell], float]:
        """Lines of text above a drawing so wide, the first bold, and how far the drawing moves down for them."""
        cells: list[Cell] = []
        y = margin
        for number, text in enumerate(texts):
            bold = number == 0
            room = max(width - margin, _CAPTION * self.size)
            for line in self._filled(text, room, self.size, bold, even=True).lines:
                words = Words((line,), self.size, bold)
                cells.append(
                    Cell(f"caption {len(cells) + 1}", "caption", margin, y, self._width(words), _height(words), words)
                )
                y += _height(words)
        return cells, y - margin + self.size

    def _halves(self, content: Content, wrap: float, x: float, least: float) -> list[Cell]:
        pad, lead = styles.PADDING
        tags = [Words(tuple(each.tag.split(" ")), self.small, True, styles.WHITE) for each in content.halves]
        tag_width = max(self._width(tag) for tag in tags) + pad
        look = content.look
        room = max(wrap - tag_width, wrap / 2, least)
        bodies = [self._set(each.text, room, self.size, look.bold, look.colour, look.struck) for each in content.halves]
        bands = [self._signs(each.signs, each.band, look.colour) for each in content.halves]
        width = max(self._width(words) for words in (*bodies, *bands)) + 2 * pad
        cells: list[Cell] = []
        y = 0.0
        for tag, body, signs, given in zip(tags, bodies, bands, content.halves, strict=True):
            height = max(_height(body), _height(tag)) + 2 * (lead - 1)
            half = tag.lines[0].lower()
            face = replace(look, fill=look.tag, stroke=look.tag, dash="solid")
            band = _height(signs) + lead if given.signs else 0.0
            cells.append(_lined(Cell(f"{content.name} {half} tag", "tag", x, y, tag_width, height + band, tag), face))
            if given.signs:
                cell = Cell(f"{content.name} {half} signs", "signs", x + tag_width, y, width, band, signs)
                cells.append(_lined(cell, replace(look, fill=given.band, dash="solid")))
                y += band
            kind = f"{look.kind} {half}"
            name = content.name if half == "if" else f"{content.name} {half}"
            cells.append(_lined(Cell(name, kind, x + tag_width, y, width, height, body), look))
            y += height
        return cells

    def _noted(
        self, content: Content, rows: list[Cell], notes: Sequence[Words], width: float, height: float
    ) -> tuple[list[Cell], float]:
        """Put small lines below the text, inside the last row's border."""
        last = rows[-1]
        extra = sum(_height(note) for note in notes)
        frame = last._replace(height=last.height + extra, words=Words((), self.size))
        text = Cell(f"{content.name} text", "text", last.x, last.y, last.width, last.height, last.words)
        tag = max((at for at, row in enumerate(rows) if row.kind == "tag"), default=None)
        if tag is not None:
            rows[tag] = rows[tag]._replace(height=rows[tag].height + extra)
        found = [*rows[:-1], frame, text]
        y = last.y + last.height - styles.PADDING[1]
        for number, note in enumerate(notes, 1):
            name = f"{content.name} note {number}"
            found.append(Cell(name, "note", last.x, y, width - last.x, _height(note), note))
            y += _height(note)
        return found, height + extra

    def _set(self, text: str, wrap: float, size: float, bold: bool, colour: str, struck: bool = False) -> Words:
        """Text in lines about equally long, which no word of usual length is broken for."""
        return self._filled(text, wrap, size, bold, colour, struck, even=True, whole=_WORD * size)

    def _filled(
        self,
        text: str,
        wrap: float,
        size: float,
        bold: bool,
        colour: str = styles.BLACK,
        struck: bool = False,
        *,
        even: bool = False,
        whole: float = 0.0,
    ) -> Words:
        widths = self._widths(BOLD if bold else REGULAR, size)
        return Words(tuple(wrapped(text, wrap, widths.__getitem__, even=even, whole=whole)), size, bold, colour, struck)

    def _widths(self, weight: int, size: float) -> "_Widths":
        if (widths := self._words.get((weight, size))) is None:
            widths = self._words[weight, size] = _Widths(self.fonts, weight, size)
        return widths

    def _width(self, words: Words) -> float:
        weight = BOLD if words.bold else REGULAR
        return max((self.fonts.width(line, weight) for line in words.lines), default=0.0) * words.size


class _Widths(dict[str, float]):
    """The widths of words in points, measured once each."""

    def __init__(self, fonts: Fonts, weight: int, size: float) -> None:
        super().__init__()
        self._fonts, self._weight, self._size = fonts, weight, size

    def __missing__(self, word: str) -> float:
        width = self[word] = self._fonts.width(word, self._weight) * self._size
        return width


def _height(words: Words) -> float:
    return len(words.lines) * words.size * styles.LINE_HEIGHT


def _lined(cell: Cell, look: styles.Look) -> Cell:
    return cell._replace(pen=look.pen, stroke=look.stroke, fill=look.fill, dash=look.dash)
