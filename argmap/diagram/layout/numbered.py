"""The numbered form: small shapes with labels in them above a key that says what each label means."""

import re

from argmap.diagram import shapes, styles
from argmap.diagram.boxes import Content
from argmap.diagram.engine import Engine
from argmap.diagram.figure import Cell, Direction, Line, Shape, Words
from argmap.diagram.layout import key, tree
from argmap.diagram.marks import NO_MARK, Marks
from argmap.diagram.painting import DOUBLE_GAP
from argmap.diagram.setter import Box, Setter
from argmap.diagram.structure import Forest, Shows, Stand
from argmap.diagram.text import in_quotes, visible
from argmap.model import ArgumentMap, Conditional, Objection, wording

_DIAMETER = 2.2
_GAP = 0.9
_TEXT_HEIGHT = 0.8
"""Of capitals and what stands below a line, in ems."""
_CLEAR = 1.2
_KEY_GAP = 1.5
_LETTERS = "CPOQR"
"""What labels begin with, in the order of the key."""


def arranged(
    map: ArgumentMap,
    trees: Forest,
    contents: dict[Stand, Content],
    setter: Setter,
    marks: Marks,
    direction: Direction,
    engine: Engine,
    width: float,
    margin: float,
) -> tuple[list[Cell], list[Line]]:
    """Place the shapes, their lines and below them the key, `width` points wide or as wide as the drawing."""
    labels = {each: visible(map.outline.label(marks.of(each).see or each.id)) for each in contents}
    boxes = {
        each: _small(content, labels[each], styles.shape(map, each, content.look), setter)
        for each, content in contents.items()
    }
    cells, lines = tree.arranged(trees, boxes, direction, engine, margin, setter, _GAP * setter.size)
    right = max(cell.x + cell.width for cell in cells)
    bottom = max(cell.y + cell.height for cell in cells)
    aside = max(0.0, (width - (right - margin)) / 2)
    below = bottom + _KEY_GAP * setter.size
    said = key.columns(entries(map, contents, labels, marks), setter, max(width, right - margin))
    lines = [line.moved(aside, 0) for line in lines]
    return [*(cell.moved(aside, 0) for cell in cells), *(cell.moved(margin, below) for cell in said)], lines


def entries(
    map: ArgumentMap, contents: dict[Stand, Content], labels: dict[Stand, str], marks: Marks
) -> list[key.Entry]:
    """What the key says: every label once, conclusions, premises, objections, and the rest, as they are numbered."""
    places: dict[str, list[Stand]] = {}
    for stand, label in labels.items():
        places.setdefault(label, []).append(stand)
    return [_entry(map, label, places[label], contents, marks) for label in sorted(places, key=_rank)]


def _rank(label: str) -> tuple[int, int, tuple[tuple[bool, int, str], ...], str]:
    """Where a label stands among all: O8, O8a, O8.2, O8.10; what is no label, such as an unknown id, stands last."""
    found = re.search(r"([A-Z])(\d{1,9})(.*)", label)
    if found is None:
        return len(_LETTERS), 0, (), label
    letter, number, rest = found.groups()
    parts = re.findall(r"\.?(\d{1,9})|([^\d.]+)", rest)
    order = tuple((bool(digits), int(digits or len(letters)), letters) for digits, letters in parts)
    return _LETTERS.find(letter) % (len(_LETTERS) + 1), int(number), order, rest


def _entry(
    map: ArgumentMap, label: str, stands: list[Stand], contents: dict[Stand, Content], marks: Marks
) -> key.Entry:
    own = next((each for each in stands if "reference" not in contents[each].look.kind), stands[0])
    content = contents[own]
    notes = dict.fromkeys(note for stand in stands for note in contents[stand].notes)
    signs: dict[str, list[Stand]] = {}
    for stand in stands:
        for sign in contents[stand].signs:
            signs.setdefault(sign, []).append(stand)
    told = [
        _placed(map, sign, where[0]) if len(where) < len(stands) or _is_of_reason(marks, sign, where[0]) else sign
        for sign, where in signs.items()
    ]
    halves = (f"{half.tag.split(' ')[0]}: {', '.join(half.signs)}" for half in content.halves if half.signs)
    said = _sentence(map, own, content, marks.of(own).see)
    return key.Entry(label, said, " ".join(notes), (*told, *halves))


def _is_of_reason(marks: Marks, sign: str, stand: Stand) -> bool:
    """Whether a sign is that of the reason in which a statement stands."""
    bond = stand.within
    return bond is not None and not bond.objection and sign in marks.inferences.get(bond.id, NO_MARK).signs


def _placed(map: ArgumentMap, sign: str, stand: Stand) -> str:
    """A sign that not every place of a label has, with its place."""
    if stand.within is None:
        return sign
    target = stand.within.target
    against = "against" if stand.objecting else "for"
    return f"{against} {visible(map.outline.label(target.id))}: {sign}"


def _sentence(map: ArgumentMap, stand: Stand, content: Content, see: str | None) -> str:
    if stand.shows is Shows.REFERENCE or see is not None:
        return visible(wording.sentence(map, see or stand.id))
    sentence = map.sentence(stand.id)
    if content.halves and isinstance(sentence, Conditional) and sentence.text:
        return in_quotes(visible(sentence.text)) if content.look.quoted else visible(sentence.text)
    if content.halves:
        antecedent, consequent = content.halves
        _, _, hedge = consequent.tag.partition(" ")
        return f"If {antecedent.text}, then {f'({hedge}) ' if hedge else ''}{consequent.text}."
    if stand.shows is Shows.TARGET:
        entry = map.entries.get(stand.id)
        if entry is None:
            return "(not in this map)"
        return "(an objection)" if isinstance(entry, Objection) else "(a reason)"
    return content.text


def _small(content: Content, label: str, shape: Shape, setter: Setter) -> Box:
    """A shape round a label, as wide as the label needs."""
    look = styles.small_look(content.look)
    words = Words((label,), setter.size, look.bold, look.colour, look.struck)
    wide, _ = setter.measured(words)
    border = look.pen * 2 + DOUBLE_GAP if shape == "double circle" else look.pen / 2
    around = 2 * (border + (_CLEAR if shape == "double circle" else 0.0))
    height = max(14.0, _DIAMETER * setter.size) + (around if shape == "double circle" else 0.0)
    cell = Cell(
        content.name, look.kind, 0, 0, height, height, words, look.pen, look.stroke, look.fill, look.dash, shape
    )
    inside = (height - _TEXT_HEIGHT * setter.size) / 2
    least = wide + 2 * (border + _CLEAR) + 2 * shapes.inset(cell, inside)
    width = max(height, least)
    return Box(width, height, (cell._replace(width=width),))
