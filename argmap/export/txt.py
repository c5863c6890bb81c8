"""Text: the outline form in box characters, for the terminal; it needs no engine."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from argmap.diagram.boxes import Content, contents
from argmap.diagram.cells import cells
from argmap.diagram.error import DiagramError
from argmap.diagram.layout import sections
from argmap.diagram.layout.outline import Rail, Spacing, arrange, folded
from argmap.diagram.layout.sections import Area
from argmap.diagram.marks import NO_MARKS, Marks
from argmap.diagram.structure import Bond, Forest, Shows, Stand, forest, stands
from argmap.diagram.text import visible, wrapped
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap, wording

LEAST_WIDTH = 30
_LEAST_BOX = 20
_TAG = 5
_SPACING = Spacing(inset=2, step=2, reach=2, first=0, gap=0, apart=1, attach=1)
_LOW_SPACING = replace(_SPACING, first=1)

Detail: TypeAlias = Literal["full", "short", "labels"]
"""How much a box says: its whole text; one line of its short wording; its label, with sides only."""

_DOUBLE, _HEAVY, _LIGHT = "╔═╗║╚╝", "┏━┓┃┗┛", "┌─┐│└┘"
_DASHDOT, _HEAVY_DASHDOT = "┌┄┐┆└┘", "┏┅┓┇┗┛"
_DASHED, _HEAVY_DOTTED, _DOTTED, _ROUND = "┌╌┐╎└┘", "┏┉┓┋┗┛", "┌┈┐┊└┘", "╭┈╮┊╰╯"
_CROSS = "✗"


@dataclass(frozen=True, slots=True)
class TextBox:
    """Where the box of the entry `id` stands: rows from `top`, cells from `left`.

    `reference` says that the entry's own box stands elsewhere.
    """

    id: str
    top: int
    left: int
    width: int
    height: int
    reference: bool


@dataclass(frozen=True)
class TextFigure:
    """A figure in box characters: its lines, the entry each line shows, and the boxes."""

    lines: tuple[str, ...]
    ids: tuple[str | None, ...]
    boxes: tuple[TextBox, ...]


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The outline form as UTF-8 text."""
    if options.form not in (None, "outline"):
        raise DiagramError(f"txt draws the outline form only; take svg, png or dot for the {options.form} form")
    marks = options.marks or NO_MARKS
    figure = render(map, options.columns, labels=options.labels, marks=marks)
    caption = [line for text in marks.caption for line in wrapped(visible(text), options.columns, cells)]
    return ("\n".join([*caption, *[""][: len(caption)], *figure.lines]) + "\n").encode()


def render(
    map: ArgumentMap,
    width: int = 76,
    *,
    labels: bool = False,
    detail: Detail = "full",
    marks: Marks = NO_MARKS,
) -> TextFigure:
    """Draw the map's outline in at most `width` cells, its boxes saying as much as `detail`.

    Raises DiagramError for a map without statements and for fewer than 30 cells.
    """
    if width < LEAST_WIDTH:
        raise DiagramError(f"{width} cells are too narrow for a figure; take at least {LEAST_WIDTH}")
    spacing = _LOW_SPACING if detail == "labels" else _SPACING
    trees = folded(forest(map), spacing, width, _LEAST_BOX)
    said = contents(map, trees, labels=labels, marks=marks)
    if detail != "full":
        said = {stand: _less(map, stand, content, detail) for stand, content in said.items()}
    boxes: dict[Stand, list[str]] = {}

    def measure(stand: Stand, room: float, least: float) -> tuple[float, float, float]:
        lines = boxes[stand] = _box(said[stand], stand, int(room), int(least) + 2, whole=detail == "full")
        if detail == "labels":
            del lines[0], lines[1:]
            return cells(lines[0]), 1, 0
        return cells(lines[0]), len(lines), 1

    headings = _headings(trees)

    def above(stand: Stand, room: float) -> float:
        titles[stand] = [line for text in headings.get(stand, ()) for line in wrapped(text, room, cells)]
        return len(titles[stand])

    titles: dict[Stand, list[str]] = {}
    places, rails = arrange(trees, measure, spacing, width, above)
    height = int(max(place.y + place.height for place in places.values()))
    margins: list[list[str]] = [[] for _ in range(height)]
    bodies = [""] * height
    ids: list[str | None] = [None] * height
    found = []
    for stand, place in places.items():
        for row, line in enumerate(boxes[stand], int(place.y)):
            margins[row] = [" "] * int(place.x)
            bodies[row] = line
            ids[row] = stand.id
        for row, line in enumerate(titles[stand], int(place.y) - len(titles[stand])):
            margins[row] = [" "] * int(place.x)
            bodies[row] = line
        found.append(
            TextBox(
                stand.id,
                int(place.y),
                int(place.x),
                int(place.width),
                int(place.height),
                stand.shows is not Shows.SENTENCE,
            )
        )
    for rail in rails:
        _paint(rail, margins)
    lines = tuple(("".join(margin) + body).rstrip() for margin, body in zip(margins, bodies, strict=True))
    return TextFigure(lines, tuple(ids), tuple(found))


def _headings(trees: Forest) -> dict[Stand, list[str]]:
    """What stands above boxes: the titles of the sections they begin, or what ended where that is not plain to see."""
    areas, _ = sections.areas(trees)
    if not areas:
        return {}
    begin, end = sections.first_and_last(areas)
    found: dict[Stand, list[str]] = {}
    for root in trees:
        before: Stand | None = None
        for stand in stands(root):
            ended = [area for area in end.get(before, ()) if _beside(area, stand)] if before is not None else []
            if texts := [area.title for area in begin.get(stand, ())] or [f"end of {a.section.number}" for a in ended]:
                found[stand] = [f"── {text} ──" for text in texts]
            before = stand
    return found


def _beside(area: Area, stand: Stand) -> bool:
    """Whether a box that follows an area stands as far in as the area does."""
    first = area.tops[0].within
    return first is not None and stand.within is not None and _bearer(first) is _bearer(stand.within)


def _bearer(bond: Bond) -> Stand:
    target = bond.target
    while isinstance(target, Bond):
        target = target.target
    return target


def _less(map: ArgumentMap, stand: Stand, content: Content, detail: Detail) -> Content:
    label = visible(map.outline.label(stand.id))
    if detail == "labels":
        text = f"see {label}" if stand.shows is Shows.REFERENCE else label if stand.id in map.entries else content.text
        return replace(content, label="", text=text, halves=(), notes=())
    if stand.shows is not Shows.SENTENCE:
        return content
    sentence = map.sentence(stand.id)
    own = content.text if sentence is None or not sentence.short else ""
    return replace(content, text=own or visible(wording.short(map, stand.id)), halves=(), notes=())


def _box(content: Content, stand: Stand, room: int, least: int, *, whole: bool) -> list[str]:
    inside = room - 4
    lines = _text(content, stand, inside)
    if not whole and len(lines) > 1:
        lines = [wrapped(lines[0], inside - 2, cells)[0] + " …"]
    for note in content.notes:
        lines += wrapped(note, inside, cells)
    signs = f" {', '.join(content.signs)} " if content.signs else ""
    if cells(signs) > inside:
        lines[:0] = [line for sign in content.signs for line in wrapped(sign, inside, cells)]
        signs = ""
    width = max(least - 4, cells(signs), *(cells(line) for line in lines))
    top_left, flat, top_right, side, bottom_left, bottom_right = tuple(_border(content))
    return [
        top_left + (flat + signs if signs else "") + flat * (width + 2 - cells(signs) - bool(signs)) + top_right,
        *(f"{side} {line}{' ' * (width - cells(line))} {side}" for line in lines),
        bottom_left + flat * (width + 2) + bottom_right,
    ]


def _text(content: Content, stand: Stand, inside: int) -> list[str]:
    marks = [mark for mark in (_CROSS if stand.objecting else "", content.label) if mark]
    if not content.halves:
        return wrapped(" ".join([*marks, content.text]), inside, cells)
    lead = " ".join([*marks, ""])
    apart = inside - _TAG - cells(lead) < _LEAST_BOX
    margin = "" if apart else " " * cells(lead)
    lines = []
    for half in content.halves:
        word, _, hedge = half.tag.partition(" ")
        said = f"({hedge}) {half.text}" if hedge else half.text
        said = f"[{', '.join(half.signs)}] {said}" if half.signs else said
        first, *rest = wrapped(said, inside - _TAG - len(margin), cells)
        lines += [f"{margin}{word:<{_TAG}}{first}", *(margin + " " * _TAG + line for line in rest)]
    if apart and marks:
        return [lead.rstrip(), *lines]
    return [lead + lines[0].removeprefix(margin), *lines[1:]]


def _border(content: Content) -> str:
    look = content.look
    if "reference" in look.kind:
        return _ROUND
    if look.dash == "dotted":
        return _HEAVY_DOTTED if look.pen >= 1.2 else _DOTTED
    if look.dash == "dashdot":
        return _HEAVY_DASHDOT if look.pen >= 1.2 else _DASHDOT
    if look.dash == "dashed":
        return _DASHED
    return _DOUBLE if look.pen >= 1.6 else _HEAVY if look.pen >= 1.2 else _LIGHT


def _paint(rail: Rail, margins: list[list[str]]) -> None:
    x, top = int(rail.x), int(rail.top)
    down, across = ("┊", "┄") if rail.bond.objection else ("│", "─")
    last = int(rail.feet[-1][1])
    for row in range(top, last + 1):
        _put(margins[row], x, down)
    if rail.onto is None:
        _put(margins[top], x, _CROSS if rail.bond.objection else "▲")
    else:
        _put(margins[top], x, "╭")
        for column in range(x + 1, int(rail.onto) - 1):
            _put(margins[top], column, across)
        _put(margins[top], int(rail.onto) - 1, _CROSS)
    for left, y in rail.feet:
        margin = margins[int(y)]
        _put(margin, x, "╰" if int(y) == last else "├")
        for column in range(x + 1, int(left)):
            _put(margin, column, across)


def _put(row: list[str], column: int, char: str) -> None:
    if column >= len(row):
        row.extend(" " * (column + 1 - len(row)))
    row[column] = char
