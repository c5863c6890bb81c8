"""The legend below a figure: a sample and a word for each kind of box and line that occurs in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from argmap.diagram import styles
from argmap.diagram.figure import Cell, Line, Point, Shape, Words
from argmap.diagram.marks import Face
from argmap.diagram.setter import Setter
from argmap.diagram.styles import Look, Stroke

_FACES: Mapping[Face, str] = {"new": "new", "changed": "changed", "fallen": "falls", "gone": "removed"}
_OF_HALVES: Sequence[Face] = ("changed", "fallen")
"""Faces that only half a conditional may have."""
_LOOKS: Sequence[tuple[str, Look, Shape, str]] = (
    ("main", styles.MAIN, "double circle", "main conclusion"),
    ("conclusion", styles.CONCLUSION, "circle", "conclusion"),
    ("premise", styles.PREMISE, "circle", "premise"),
    ("conditional", styles.CONDITIONAL, "hexagon", "conditional"),
    ("objection", styles.OBJECTION, "octagon", "objection"),
    ("answered", styles.ANSWERED, "octagon", "answered objection"),
    ("implicit", styles.IMPLICIT, "circle", "implicit"),
    ("interpretation", styles.INTERPRETATION, "circle", "interpretation of the text"),
    ("quotation", styles.QUOTATION, "box", "quotation"),
    ("reference", styles.REFERENCE, "circle", "shown elsewhere"),
)
"""What occurs, how it looks, its shape where boxes are small, and what it is called."""
_BROAD, _HIGH = 2.2, 1.3
_ROW = 1.8
_APART = 1.6
_BESIDE = 0.5
_LEAST_WIDTH = 18.0
_TAG_AIR = 1.5


class _Item(NamedTuple):
    """A sample `width` points wide, its places from the left and from the middle of its height, and its words."""

    words: str
    width: float
    cells: tuple[Cell, ...] = ()
    lines: tuple[Line, ...] = ()


def legend_below(
    cells: Sequence[Cell], lines: Sequence[Line], setter: Setter, faces: Mapping[Face, str], margin: float
) -> tuple[list[Cell], list[Line]]:
    """The legend's cells and lines, in rows as wide as the drawing of these cells and lines, below it.

    `faces` say what marks mean in this figure.
    """
    size = setter.size
    right = max(max(cell.x + cell.width for cell in cells), margin + _LEAST_WIDTH * size)
    y = max(cell.y + cell.height for cell in cells) + size
    x = margin
    found: tuple[list[Cell], list[Line]] = ([], [])
    for item in (
        *_boxes(cells, setter),
        *_marked(cells, setter, {**_FACES, **faces}),
        *_strokes(lines, size),
        *_sections(cells, size),
    ):
        lead = item.width + _BESIDE * size
        words = setter.lines(item.words, right - margin - lead)
        width, height = setter.measured(words)
        if x > margin and x + lead + width > right:
            x, y = margin, y + _ROW * size
        middle = y + _ROW * size / 2
        found[0].extend(cell.moved(x, middle) for cell in item.cells)
        found[1].extend(_moved(line, x, middle) for line in item.lines)
        name = f"legend {item.words}"
        found[0].append(Cell(name, "legend", x + lead, middle - size * styles.LINE_HEIGHT / 2, width, height, words))
        y += height - size * styles.LINE_HEIGHT
        x += lead + width + _APART * size
    return found


def _boxes(cells: Sequence[Cell], setter: Setter) -> Iterator[_Item]:
    kinds = {word for cell in cells if cell.pen for word in cell.kind.replace(styles.MAIN.kind, "main").split(" ")}
    small = _is_small(cells)
    for kind, look, shape, words in _LOOKS:
        if kind in kinds and not (small and shape == "box"):
            yield _sample(words, look, shape if small else "box", setter, "“…”" if look.quoted else "")


def _is_small(cells: Iterable[Cell]) -> bool:
    return any(cell.shape != "box" for cell in cells)


def _sample(words: str, look: Look, shape: Shape, setter: Setter, text: str = "") -> _Item:
    high = _HIGH * setter.size
    broad = _BROAD * setter.size if shape == "box" else high
    size = setter.small
    said = Words((text,) if text else (), size, look.bold, look.colour, look.struck)
    name = f"legend sample {words}"
    kind = f"legend {look.kind}"
    cell = Cell(name, kind, 0, -high / 2, broad, high, said, look.pen, look.stroke, look.fill, look.dash, shape)
    if look.kind != styles.CONDITIONAL.kind or shape != "box":
        return _Item(words, broad, (cell,))
    tag = Words(("IF",), size, True, styles.WHITE)
    half = max(broad / 2, setter.measured(tag)[0] + 2 * _TAG_AIR)
    head = cell._replace(name=f"{name} tag", kind="legend tag", words=tag, width=half, stroke=look.tag, fill=look.tag)
    return _Item(words, half + broad / 2, (head, cell._replace(x=half, width=broad / 2)))


def _marked(cells: Sequence[Cell], setter: Setter, faces: Mapping[Face, str]) -> Iterator[_Item]:
    small = _is_small(cells)
    kinds = {word for cell in cells if cell.pen for word in cell.kind.split(" ")}
    bands = {cell.fill for cell in cells if cell.kind == "signs"}
    for face, words in faces.items():
        look = styles.marked(styles.PREMISE, face)
        if face in kinds or (look.band in bands and face in _OF_HALVES and "new" not in kinds):
            shown = styles.small_look(look) if small else replace(look, fill=look.band)
            yield _sample(words, shown, "circle" if small else "box", setter, "ab" if small or shown.struck else "")


def _strokes(lines: Sequence[Line], size: float) -> Iterator[_Item]:
    kinds = {word for line in lines for word in line.kind.split(" ")}
    names = [line.inference for line in lines]
    long, aside, broad = 1.2 * size, 0.35 * size, _BROAD * size
    for stroke, words in ((styles.SUPPORT, "supports"), (styles.ATTACK, "objects to")):
        if stroke.kind in kinds:
            yield _line_item(words, stroke, broad, [(broad, 0.0), (0.0, 0.0)])
    if len(names) > len(set(names)):
        fork: list[Point] = [(0.0, -aside), (long, -aside), (long, aside), (0.0, aside)]
        yield _line_item(
            "support together", styles.SUPPORT, broad + 0.5 * size, [(broad + 0.5 * size, 0.0), (long, 0.0)], fork
        )
    if "undercut" in kinds:
        words = "objects to that step"
        (step,) = _line_item(words, styles.SUPPORT, broad, [(broad, 0.0), (0.0, 0.0)]).lines
        (against,) = _line_item(words, styles.UNDERCUT, broad, [(broad / 2, 0.0), (broad / 2, 2 * aside)]).lines
        yield _Item(words, broad, (), (step, against))


def _sections(cells: Sequence[Cell], size: float) -> Iterator[_Item]:
    if any(cell.kind == "section" for cell in cells):
        high, broad = _HIGH * size, _BROAD * size
        ground = Cell("legend sample section", "legend section", 0, -high / 2, broad, high, Words((), size))
        yield _Item("section", broad, (ground._replace(fill=styles.GROUNDS[0]),))


def _line_item(words: str, stroke: Stroke, width: float, *paths: list[Point]) -> _Item:
    end = f"legend {words}"
    lines = tuple(
        Line(
            end,
            f"legend {stroke.kind}",
            (end, end),
            tuple(path),
            "none" if number else stroke.head,
            stroke.stroke,
            stroke.pen,
            stroke.dash,
        )
        for number, path in enumerate(paths)
    )
    return _Item(words, width, (), lines)


def _moved(line: Line, x: float, y: float) -> Line:
    return replace(line, points=tuple((at + x, down + y) for at, down in line.points))
