"""The key of a numbered figure: what each label says, in columns."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from argmap.diagram.figure import Cell
from argmap.diagram.setter import Setter

_COLUMN = 33.0
"""How wide a column is best, in ems: about 66 characters."""
_LEAST_COLUMN = 20.0
_WIDEST_LABEL = 5.0
_LABEL_GAP = 0.7
_COLUMN_GAP = 2.0
_ENTRY_GAP = 0.25


class Entry(NamedTuple):
    """What the key says of one label; the `note` and the `signs` stand small below the text, the signs bold."""

    label: str
    text: str
    note: str = ""
    signs: tuple[str, ...] = ()


_Block: TypeAlias = list[Cell]
"""The cells of one entry, from the top left corner of its own."""


def columns(entries: Sequence[Entry], setter: Setter, width: float) -> list[Cell]:
    """The cells of a key `width` points wide, from its own top left corner, filled column by column."""
    size = setter.size
    count = max(1, min(len(entries), round(width / (_COLUMN * size)), int(width / (_LEAST_COLUMN * size))))
    room = (width - _COLUMN_GAP * size * (count - 1)) / count
    widest = min(_WIDEST_LABEL * size, room / 3)
    labels = [setter.measured(setter.lines(entry.label, room, bold=True))[0] for entry in entries]
    indent = max((label for label in labels if label <= widest), default=0.0) + _LABEL_GAP * size
    blocks = [_block(entry, setter, room, indent) for entry in entries]
    heights = [max(cell.y + cell.height for cell in block) + _ENTRY_GAP * size for block in blocks]
    starts = _starts(heights, count)
    cells: list[Cell] = []
    column, y = 0, 0.0
    for number, (block, height) in enumerate(zip(blocks, heights, strict=True)):
        if number in starts[1:]:
            column, y = column + 1, 0.0
        cells += (cell.moved(column * (room + _COLUMN_GAP * size), y) for cell in block)
        y += height
    return cells


def _block(entry: Entry, setter: Setter, room: float, indent: float) -> _Block:
    """The label beside the text, or above it where it is too wide for that, and what stands below."""
    name = f"{entry.label} key"
    label = setter.lines(entry.label, room, bold=True)
    width, height = setter.measured(label)
    block = [Cell(name, "key", 0.0, 0.0, width, height, label)]
    texts = [setter.lines(entry.text, room - indent)]
    size = setter.small
    texts += [setter.lines(entry.note, room - indent, size=size)] if entry.note else []
    texts += [setter.lines(sign, room - indent, size=size, bold=True) for sign in entry.signs]
    y = 0.0 if width < indent else height
    for number, words in enumerate(texts):
        below = f" note {number}" if number else " text"
        _, height = setter.measured(words)
        block.append(Cell(name + below, "key", indent, y, room - indent, height, words))
        y += height
    return block


def _starts(heights: Sequence[float], count: int) -> list[int]:
    """Where each of `count` columns starts, so that the highest is as low as can be."""
    low, high = max(heights, default=0.0), sum(heights)
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= count else (middle, high)
    return _filled(heights, high)


def _filled(heights: Sequence[float], limit: float) -> list[int]:
    starts, used = [0], 0.0
    for number, height in enumerate(heights):
        if used and used + height > limit + 1e-6:
            starts.append(number)
            used = 0.0
        used += height
    return starts
