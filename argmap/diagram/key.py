"""The key of a numbered figure: what each label says, in columns."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.diagram.figure import Cell, Words
from argmap.diagram.setter import Setter
from argmap.diagram.styles import small

_COLUMN = 37.0
"""How wide a column is best, in ems: about 75 characters."""
_LEAST_COLUMN = 20.0
_MOST_INDENT = 5.0
_LABEL_GAP = 0.7
_COLUMN_GAP = 2.0
_ENTRY_GAP = 0.25


class Entry(NamedTuple):
    """What the key says of one label; the `note` and the `signs` stand small below the text, the signs bold."""

    label: str
    text: str
    note: str = ""
    signs: tuple[str, ...] = ()


class _Part(NamedTuple):
    name: str
    x: float
    words: Words


def columns(entries: Sequence[Entry], setter: Setter, width: float) -> list[Cell]:
    """The cells of a key `width` points wide, from its own top left corner, filled column by column."""
    count = max(
        1, min(len(entries), round(width / (_COLUMN * setter.size)), int(width / (_LEAST_COLUMN * setter.size)))
    )
    gap = _COLUMN_GAP * setter.size
    room = (width - gap * (count - 1)) / count
    labels = [setter.lines(entry.label, room, bold=True) for entry in entries]
    most = min(_MOST_INDENT * setter.size, room / 3)
    widths = [wide for label in labels if (wide := setter.measured(label)[0]) <= most]
    indent = max(widths, default=0.0) + _LABEL_GAP * setter.size
    rows = [_rows(entry, label, setter, room, indent) for entry, label in zip(entries, labels, strict=True)]
    heights = [sum(setter.measured(part.words)[1] for row in each for part in row[-1:]) for each in rows]
    cells = []
    apart = _ENTRY_GAP * setter.size
    starts = _starts([height + apart for height in heights], count)
    y, column = 0.0, 0
    for number, each in enumerate(rows):
        if number in starts[1:]:
            y, column = 0.0, column + 1
        for row in each:
            for part in row:
                wide, high = setter.measured(part.words)
                cells.append(Cell(part.name, "key", column * (room + gap) + part.x, y, wide, high, part.words))
            y += setter.measured(row[-1].words)[1]
        y += apart
    return cells


def _rows(entry: Entry, label: Words, setter: Setter, room: float, indent: float) -> list[list[_Part]]:
    """The entry's parts from top to bottom; a label stands beside the text, or above where it is too wide."""
    name = f"{entry.label} key"
    head = _Part(name, 0.0, label)
    text = _Part(f"{name} text", indent, setter.lines(entry.text, room - indent))
    size = small(setter.size)
    rows = [[head, text]] if setter.measured(label)[0] < indent else [[head], [text]]
    small_print = [*[(entry.note, False)][: len(entry.note)], *((sign, True) for sign in entry.signs)]
    for number, (said, bold) in enumerate(small_print, 1):
        words = setter.lines(said, room - indent, size=size, bold=bold)
        rows.append([_Part(f"{name} note {number}", indent, words)])
    return rows


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
