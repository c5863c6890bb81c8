"""The boxes of a figure: measured, wrapped text, and the cells it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

from argmap.diagram import styles
from argmap.diagram.figure import Cell, Words
from argmap.diagram.measure import BOLD, REGULAR, Fonts
from argmap.diagram.structure import Forest, Shows, Stand, stands
from argmap.diagram.text import visible, wrapped
from argmap.model import ArgumentMap, Conditional, wording

ANSWERED = "(answered)"


State: TypeAlias = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of an entry: how its box looks, and what the box says of it in `notes`."""

    state: State
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a box says, as visible text.

    `halves` are a conditional's IF and THEN with their tags; `notes` stand small below the text.
    """

    name: str
    look: styles.Look
    label: str = ""
    text: str = ""
    halves: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    state: State | None = None

    def texts(self) -> tuple[str, ...]:
        return (self.label, self.text, *(part for half in self.halves for part in half), *self.notes)


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


def contents(
    map: ArgumentMap, trees: Forest, *, labels: bool = False, marks: Mapping[str, Mark] = MappingProxyType({})
) -> dict[Stand, Content]:
    """What every box says, in reading order, each under a name of its own.

    `labels` shows every box's label; without it only boxes that others refer to show theirs. Boxes say the `marks` of
    their entries; the first box in a reason or objection says that one's, too.
    """
    every = [stand for root in trees for stand in stands(root)]
    referred = {stand.id for stand in every if stand.shows in (Shows.REFERENCE, Shows.TARGET)}
    taken: dict[str, int] = {}
    found: dict[Stand, Content] = {}
    for stand in every:
        each = _marked(_content(map, stand, labels or stand.id in referred), stand, marks)
        taken[each.name] = number = taken.get(each.name, 0) + 1
        found[stand] = replace(each, name=f"{each.name} ({number})") if number > 1 else each
    return found


def _content(map: ArgumentMap, stand: Stand, labelled: bool) -> Content:
    look = styles.look(map, stand)
    label = visible(map.outline.label(stand.id))
    if stand.shows is Shows.NOTHING:
        return Content(f"{label} empty", look, text="(nothing stands here yet)")
    if stand.shows is Shows.TARGET:
        return Content(label, look, text=label if stand.id in map.entries else f"unknown: {label}")
    if stand.shows is Shows.REFERENCE:
        return Content(label, look, text=f"see {label}: {_first_words(wording.short(map, stand.id))}")
    sentence = map.sentence(stand.id)
    notes = [f"– {visible(sentence.by)}"] if sentence is not None and sentence.by else []
    notes += [ANSWERED] if stand.answered else []
    shown = label if labelled else ""
    if isinstance(sentence, Conditional):
        antecedent, consequent = wording.halves(map, sentence)
        then = f"THEN {sentence.qualifier}" if sentence.qualifier else "THEN"
        halves = (("IF", visible(antecedent)), (then, visible(consequent)))
        return Content(label, look, shown, halves=halves, notes=tuple(notes))
    return Content(label, look, shown, visible(wording.sentence(map, stand.id)), notes=tuple(notes))


def _marked(content: Content, stand: Stand, marks: Mapping[str, Mark]) -> Content:
    """A box's content with what its marks say, and their look."""
    own = marks.get(stand.id) if stand.shows in (Shows.SENTENCE, Shows.NOTHING) else None
    bond = stand.within
    first = bond is not None and bond.members[0] is stand and stand.shows is not Shows.NOTHING
    inference = marks.get(bond.id) if bond is not None and first else None
    found = [mark for mark in (own, inference) if mark is not None]
    if not found:
        return content
    notes = (*content.notes, *(visible(note) for mark in found for note in mark.notes))
    state = own.state if own is not None else None
    return replace(content, look=styles.marked(content.look, state), notes=notes, state=state)


def _first_words(text: str, limit: int = 40) -> str:
    text = visible(text)
    if len(text) <= limit:
        return text
    cut = text[:limit].rpartition(" ")[0] or text[:limit]
    return cut.rstrip(" ,;:") + " …"


@dataclass(frozen=True)
class Setter:
    """Sets the content of boxes at `size` points; remembers the widths of words."""

    fonts: Fonts
    size: float
    _words: dict[tuple[str, int], float] = field(default_factory=dict)

    def box(self, content: Content, wrap: float) -> Box:
        """The box of `content`, its text wrapped at `wrap` points."""
        look = content.look
        pad, lead = styles.PADDING
        note_size = styles.small(self.size)
        label = Words((content.label,) if content.label else (), note_size, bold=True)
        x = self._width(label) + pad if content.label else 0.0
        wrap = max(wrap - x, wrap / 2)
        if content.halves:
            rows = self._halves(content, wrap, x)
        else:
            words = self._set(content.text, wrap, self.size, look.bold, look.colour)
            width, height = self._width(words) + 2 * pad, _height(words) + 2 * lead
            rows = [_lined(Cell(content.name, look.kind, x, 0, width, height, words), look)]
        notes = [
            self._set(note, wrap, note_size, note == ANSWERED, look.stroke if note == ANSWERED else styles.BLACK)
            for note in content.notes
        ]
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
        return Box(right, height, tuple(rows))

    def _halves(self, content: Content, wrap: float, x: float) -> list[Cell]:
        pad, lead = styles.PADDING
        tags = [Words(tuple(tag.split(" ")), styles.small(self.size), True, styles.WHITE) for tag, _ in content.halves]
        tag_width = max(self._width(tag) for tag in tags) + pad
        bodies = [
            self._set(text, max(wrap - tag_width, wrap / 2), self.size, content.look.bold) for _, text in content.halves
        ]
        width = max(self._width(body) for body in bodies) + 2 * pad
        cells: list[Cell] = []
        y = 0.0
        for tag, body in zip(tags, bodies, strict=True):
            height = max(_height(body), _height(tag)) + 2 * (lead - 1)
            half = tag.lines[0].lower()
            face = replace(content.look, fill=styles.BLUE, stroke=styles.BLUE, dash="solid")
            cells.append(_lined(Cell(f"{content.name} {half} tag", "tag", x, y, tag_width, height, tag), face))
            kind = f"{content.look.kind} {half}"
            name = content.name if half == "if" else f"{content.name} {half}"
            cells.append(_lined(Cell(name, kind, x + tag_width, y, width, height, body), content.look))
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
        found = [*rows[:-1], frame, text]
        if content.halves:
            found[-3] = found[-3]._replace(height=frame.height)
        y = last.y + last.height - styles.PADDING[1]
        for number, note in enumerate(notes, 1):
            name = f"{content.name} note {number}"
            found.append(Cell(name, "note", last.x, y, width - last.x, _height(note), note))
            y += _height(note)
        return found, height + extra

    def _set(self, text: str, wrap: float, size: float, bold: bool, colour: str = styles.BLACK) -> Words:
        weight = BOLD if bold else REGULAR

        def width(piece: str) -> float:
            if (known := self._words.get((piece, weight))) is None:
                known = self._words[piece, weight] = self.fonts.width(piece, weight)
            return known * size

        return Words(tuple(wrapped(text, wrap, width, even=True)), size, bold, colour)

    def _width(self, words: Words) -> float:
        weight = BOLD if words.bold else REGULAR
        return max((self.fonts.width(line, weight) for line in words.lines), default=0.0) * words.size


def _height(words: Words) -> float:
    return len(words.lines) * words.size * styles.LINE_HEIGHT


def _lined(cell: Cell, look: styles.Look) -> Cell:
    return cell._replace(pen=look.pen, stroke=look.stroke, fill=look.fill, dash=look.dash)
