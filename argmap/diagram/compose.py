"""From a map to a figure: structure, measured boxes, layout."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from argmap.diagram import styles
from argmap.diagram.boxes import contents
from argmap.diagram.engine import Engine
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Cell, Direction, Figure, Form, Layout, Line
from argmap.diagram.fitting.split import Part
from argmap.diagram.fonts import Fonts, require
from argmap.diagram.layout import numbered, outline, outline_figure, tree
from argmap.diagram.layout.legend import legend_below
from argmap.diagram.layout.sections import titles
from argmap.diagram.marks import NO_MARK, NO_MARKS, Marks
from argmap.diagram.setter import Setter
from argmap.diagram.structure import forest
from argmap.diagram.text import visible
from argmap.diagram.words.describe import alt, description
from argmap.diagram.words.prose import prose
from argmap.model import ArgumentMap

MARGIN = 2.0
LEAST_SIZE, MOST_SIZE = 4.0, 72.0
WRAP: Mapping[str, float] = {"down": 12.0, "right": 15.0, "outline": 42.0, "numbered": 42.0}
"""The usual width of text, in ems."""


def figure(
    map: ArgumentMap,
    form: Form = "tree",
    direction: Direction = "down",
    *,
    size: float = 9.0,
    wrap: float | None = None,
    least: float = styles.SMALLEST,
    labels: bool = False,
    short: bool = False,
    legend: bool = False,
    font: str = "",
    fonts: Sequence[Path | str] = (),
    engine: Engine = "bundled",
    marks: Marks = NO_MARKS,
    part: Part | None = None,
) -> Figure:
    """Measure and lay out a map, or a part of it.

    `size` is the text's size and `wrap` the width of the text in a box, in points; in the outline
    form it is the width of the whole figure, which boxes further in have less of, and in the numbered
    form that of the key. No text, tags and notes included, is under `least` points, unless `size` is.
    `short` takes the short wording of statements that have one; `legend` says below the drawing how
    each kind in it is drawn. `font` is the main font and `fonts` are further ones for what it lacks,
    each a name or a file. Raises DiagramError for a map without statements, for characters that no
    font has, for a font that isn't there, and when the engine fails.
    """
    if not LEAST_SIZE <= size <= MOST_SIZE:
        raise DiagramError(f"a text size of {size:g} pt cannot be drawn; take {LEAST_SIZE:g} to {MOST_SIZE:g}")
    if wrap is not None and wrap < 4 * size:
        raise DiagramError(f"boxes {wrap:g} pt wide are too narrow for text of {size:g} pt")
    width = wrap or size * WRAP[direction if form == "tree" else form]
    trees = part.of(forest(map)) if part is not None else forest(map)
    if form == "outline":
        trees = outline.folded(trees, outline_figure.spacing(size), width, outline_figure.least_width(size))
    said = contents(map, trees, labels=labels or form == "numbered", short=short, marks=marks)
    caption = [("the caption", visible(line)) for line in marks.caption]
    texts = [*caption, *titles(trees), *((each.name, "".join(each.texts())) for each in said.values())]
    faces = require(Fonts.of(fonts, font), texts)
    setter = Setter(faces, size, least)
    cells: Sequence[Cell]
    lines: Sequence[Line]
    if form == "outline":
        cells, lines = outline_figure.arranged(trees, said, setter, width, MARGIN)
    elif form == "numbered":
        cells, lines = numbered.arranged(map, trees, said, setter, marks, direction, engine, width, MARGIN)
    else:
        boxes = {stand: setter.box(each, width) for stand, each in said.items()}
        cells, lines = tree.arranged(trees, boxes, direction, engine, MARGIN, setter, tree.BOX_GAP)
    lines = [_finished(map, line, marks) for line in lines]
    if caption:
        above, down = setter.caption([line for _, line in caption], max(cell.x + cell.width for cell in cells), MARGIN)
        cells = [*above, *(cell.moved(0, down) for cell in cells)]
        lines = [line.moved(0, down) for line in lines]
    if legend:
        below = legend_below(cells, lines, setter, marks.faces, MARGIN)
        cells, lines = [*cells, *below[0]], [*lines, *below[1]]
    return Figure(
        title=visible(marks.title or map.title),
        description=" ".join((visible(marks.description) or description(map), *prose(map, marks))),
        width=max(cell.x + cell.width for cell in cells) + MARGIN,
        height=max(cell.y + cell.height for cell in cells) + MARGIN,
        layout=Layout(form, direction, size, wrap),
        fonts=faces,
        cells=tuple(cells),
        lines=tuple(lines),
        alt=alt(map, marks),
    )


def _finished(map: ArgumentMap, line: Line, marks: Marks) -> Line:
    """A line as its inference is marked, and named by that one's label."""
    label = visible(map.outline.label(line.inference))
    return replace(styles.marked_line(line, marks.inferences.get(line.inference, NO_MARK).face), inference=label)
