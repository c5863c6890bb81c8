"""Text: the outline form in box characters, for the terminal; it needs no engine."""

from dataclasses import dataclass

from argmap.diagram.boxes import Content, contents
from argmap.diagram.cells import cells
from argmap.diagram.error import DiagramError
from argmap.diagram.outline import Rail, Spacing, arrange, folded
from argmap.diagram.structure import Shows, Stand, forest
from argmap.diagram.text import wrapped
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

LEAST_WIDTH = 30
_LEAST_BOX = 20
_TAG = 5
_SPACING = Spacing(inset=2, step=2, reach=2, first=0, gap=0, apart=1, attach=1)

_DOUBLE, _HEAVY, _LIGHT = "╔═╗║╚╝", "┏━┓┃┗┛", "┌─┐│└┘"
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

    def box(self, id: str) -> TextBox | None:
        """The box of an entry: its own before a reference to it."""
        found = [box for box in self.boxes if box.id == id]
        return min(found, key=lambda box: box.reference, default=None)


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The outline form as UTF-8 text."""
    if options.form == "tree":
        raise DiagramError("txt draws the outline form only; take svg, png or dot for a tree")
    figure = render(map, options.width, labels=options.labels)
    return ("\n".join(figure.lines) + "\n").encode()


def render(map: ArgumentMap, width: int = 76, *, labels: bool = False) -> TextFigure:
    """Draw the map's outline in at most `width` cells.

    Raises DiagramError for a map without statements and for fewer than 30 cells.
    """
    if width < LEAST_WIDTH:
        raise DiagramError(f"{width} cells are too narrow for a figure; take at least {LEAST_WIDTH}")
    trees = folded(forest(map), _SPACING, width, _LEAST_BOX)
    said = contents(map, trees, labels=labels)
    boxes: dict[Stand, list[str]] = {}

    def measure(stand: Stand, room: float, least: float) -> tuple[float, float, float]:
        lines = boxes[stand] = _box(said[stand], stand, int(room), int(least) + 2)
        return cells(lines[0]), len(lines), 1

    places, rails = arrange(trees, measure, _SPACING, width)
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


def _box(content: Content, stand: Stand, room: int, least: int) -> list[str]:
    inside = room - 4
    lines = _text(content, stand, inside)
    for note in content.notes:
        lines += wrapped(note, inside, cells)
    width = max(least - 4, *(cells(line) for line in lines))
    top_left, flat, top_right, side, bottom_left, bottom_right = tuple(_border(content))
    return [
        top_left + flat * (width + 2) + top_right,
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
    for tag, text in content.halves:
        word, _, hedge = tag.partition(" ")
        said = f"({hedge}) {text}" if hedge else text
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
