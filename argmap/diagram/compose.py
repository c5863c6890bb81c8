"""From a map to a figure: structure, measured boxes, layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from argmap.diagram import styles
from argmap.diagram.boxes import contents
from argmap.diagram.engine import Engine
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Cell, Figure, Layout, Line
from argmap.diagram.fonts import Face, Fonts, require
from argmap.diagram.layout import numbered, outline, outline_figure, tree
from argmap.diagram.layout.legend import legend_below
from argmap.diagram.layout.sections import titles
from argmap.diagram.marks import NO_MARK, NO_MARKS, Marks
from argmap.diagram.parts import Part
from argmap.diagram.setter import Setter
from argmap.diagram.structure import Forest, forest, stands
from argmap.diagram.text import visible
from argmap.diagram.words.describe import alt, description
from argmap.diagram.words.prose import prose
from argmap.model import ArgumentMap

MARGIN = 2.0
LEAST_SIZE, MOST_SIZE = 4.0, 72.0
LEAST_WRAP = 4.0
"""The narrowest text that is drawn, in ems."""
WRAP: Mapping[str, float] = {"down": 12.0, "right": 15.0, "outline": 42.0, "numbered": 42.0}
"""The usual width of text, in ems."""
LEAST_TEXT = 6.5
"""The narrowest text in a tree's boxes, beside their labels and tags, in ems: about 14 characters."""


@dataclass(frozen=True)
class Composition:
    """A map to be drawn, with all that is settled about its figure but the layout, so that many layouts can be tried.

    `part` is the part of the map that is drawn, the whole without one. No text, tags and notes included, is under
    `least` points, unless the layout's own size is. `labels` shows C1, P2 and so on in every box; `short` takes the
    short wording of statements that have one; `legend` says below the drawing how each kind in it is drawn. `font` is
    the main font and `fonts` are further ones for what it lacks, each a name or a file.
    """

    map: ArgumentMap
    marks: Marks = NO_MARKS
    part: Part | None = None
    least: float = styles.SMALLEST
    labels: bool = False
    short: bool = False
    legend: bool = False
    font: str = ""
    fonts: Sequence[Path | str] = ()
    engine: Engine = "bundled"
    _setters: dict[tuple[tuple[Face, ...], float], Setter] = field(default_factory=dict, repr=False)
    _grown: dict[Part | None, Forest] = field(default_factory=dict, repr=False)

    def of_part(self, part: Part, marks: Marks) -> "Composition":
        """A part of it, with marks of its own; what is measured once is remembered for all parts."""
        return replace(self, part=part, marks=marks, labels=True)

    def figure(self, layout: Layout) -> Figure:
        """The figure laid out, and told in words for who can't see it; raises DiagramError as `drawn` does."""
        return self.told(self.drawn(layout))

    def told(self, figure: Figure) -> Figure:
        """The figure with its title, alternative text and description."""
        said = visible(self.marks.description) or description(self.map)
        return replace(
            figure,
            title=visible(self.marks.title or self.map.title),
            description=" ".join((said, *prose(self.map, self.marks, self._shown()))),
            alt=alt(self.map, self.marks),
        )

    def _shown(self) -> set[str] | None:
        """The ids of what the part shows; None for the whole."""
        if self.part is None:
            return None
        every = [stand for tree in self.part.of(forest(self.map)) for stand in stands(tree)]
        return {stand.id for stand in every} | {bond.id for stand in every for bond in stand.bonds}

    def least_area(self) -> float:
        """Less than the area that any layout takes, in square ems: that of the sentences, however they are wrapped.

        Raises DiagramError as `drawn` does.
        """
        said = contents(self.map, self._trees(), short=self.short, marks=self.marks)
        texts = [(each.name, each.text) for each in said.values() if "reference" not in each.look.kind]
        setter = self._setter(texts, 1.0)
        return sum(setter.least_area(text) for _, text in texts)

    def drawn(self, layout: Layout) -> Figure:
        """The figure laid out, without a word beside it.

        Raises DiagramError for a map without statements, for characters that no font has, for a font that isn't there,
        and when the engine fails.
        """
        form, direction, size, wrap = layout
        if not LEAST_SIZE <= size <= MOST_SIZE:
            raise DiagramError(f"a text size of {size:g} pt cannot be drawn; take {LEAST_SIZE:g} to {MOST_SIZE:g}")
        if wrap is not None and wrap < LEAST_WRAP * size:
            raise DiagramError(f"boxes {wrap:g} pt wide are too narrow for text of {size:g} pt")
        width = wrap or size * WRAP[direction if form == "tree" else form]
        map, marks, engine = self.map, self.marks, self.engine
        trees = self._trees()
        if form == "outline":
            self._grown.clear()
            trees = outline.folded(trees, outline_figure.spacing(size), width, outline_figure.least_width(size))
        said = contents(map, trees, labels=self.labels or form == "numbered", short=self.short, marks=marks)
        caption = [("the caption", visible(line)) for line in marks.caption]
        texts = [*caption, *titles(trees), *((each.name, "".join(each.texts())) for each in said.values())]
        setter = self._setter(texts, size)
        cells: Sequence[Cell]
        lines: Sequence[Line]
        if form == "outline":
            cells, lines = outline_figure.arranged(trees, said, setter, width, MARGIN)
        elif form == "numbered":
            cells, lines = numbered.arranged(map, trees, said, setter, marks, direction, engine, width, MARGIN)
        else:
            least = min(width, LEAST_TEXT * size)
            boxes = {stand: setter.box(each, width, least) for stand, each in said.items()}
            cells, lines = tree.arranged(trees, boxes, direction, engine, MARGIN, setter, tree.BOX_GAP)
        lines = [_finished(map, line, marks) for line in lines]
        if caption:
            room = max(cell.x + cell.width for cell in cells)
            above, down = setter.caption([line for _, line in caption], room, MARGIN)
            cells = [*above, *(cell.moved(0, down) for cell in cells)]
            lines = [line.moved(0, down) for line in lines]
        if self.legend:
            below = legend_below(cells, lines, setter, marks.faces, MARGIN)
            cells, lines = [*cells, *below[0]], [*lines, *below[1]]
        return Figure(
            title="",
            description="",
            width=max(cell.x + cell.width for cell in cells) + MARGIN,
            height=max(cell.y + cell.height for cell in cells) + MARGIN,
            layout=layout,
            fonts=setter.fonts,
            cells=tuple(cells),
            lines=tuple(lines),
        )

    def _trees(self) -> Forest:
        """The trees of the whole or the part; the last ones are remembered, since many layouts of them are tried."""
        if (known := self._grown.get(self.part)) is None:
            whole = forest(self.map)
            self._grown.clear()
            known = self._grown[self.part] = self.part.of(whole) if self.part is not None else whole
        return known

    def _setter(self, texts: Sequence[tuple[str, str]], size: float) -> Setter:
        known = next(iter(self._setters.values()), None)
        fonts = require(known.fonts if known is not None else Fonts.of(self.fonts, self.font), texts)
        return self._setters.setdefault((fonts.faces, size), Setter(fonts, size, self.least))


def _finished(map: ArgumentMap, line: Line, marks: Marks) -> Line:
    """A line as its inference is marked, and named by that one's label."""
    label = visible(map.outline.label(line.inference))
    marked = styles.marked_line(line, marks.inferences.get(line.inference, NO_MARK).face)
    return replace(marked, inference=label, id=line.inference)
