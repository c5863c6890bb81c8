"""A finished figure: boxes and lines with positions, in points from the top left corner."""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, TypeAlias

from argmap.diagram.fonts import Fonts

Point: TypeAlias = tuple[float, float]
Dash: TypeAlias = Literal["solid", "dashed", "dotted", "dashdot"]
Head: TypeAlias = Literal["none", "arrow", "tee"]
Form: TypeAlias = Literal["tree", "outline", "numbered"]
Shape: TypeAlias = Literal["box", "circle", "double circle", "hexagon", "octagon"]
"""What a cell's border is; circles that are not as wide as high have straight sides between two half circles."""
INK = "#000000"
"""What is drawn in where nothing else is said."""


Direction: TypeAlias = Literal["down", "right"]


class Layout(NamedTuple):
    """How a figure is laid out: text of `size` points in boxes whose text is at most `wrap` points wide.

    Without a `wrap`, what suits the form; in the outline form it is the width of the whole figure, in the numbered form
    that of the key. The `direction` is where a tree grows to from its main conclusion.
    """

    form: Form = "tree"
    direction: Direction = "down"
    size: float = 9.0
    wrap: float | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The lines of text in a cell, in its middle or, not `centred`, from its left edge; `size` in points."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False
    colour: str = INK
    struck: bool = False
    centred: bool = True


class Cell(NamedTuple):
    """One part of a box, with its text; `pen` is the width of its border, 0 for none.

    `name` is unique in the figure, `kind` says what the cell shows, for style sheets. In a tree, `box` is the number
    of the box that it is part of, in reading order from 0.
    """

    name: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    words: Words
    pen: float = 0.0
    stroke: str = INK
    fill: str | None = None
    dash: Dash = "solid"
    shape: Shape = "box"
    box: int | None = None

    def moved(self, x: float, y: float) -> "Cell":
        return self._replace(x=self.x + x, y=self.y + y)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the inference so labelled, from its head on.

    `ends` are the names of the cells it runs between, `id` is that of the inference in its map.
    """

    inference: str
    kind: str
    ends: tuple[str, str]
    points: tuple[Point, ...]
    head: Head
    stroke: str
    pen: float
    dash: Dash
    id: str = ""

    def moved(self, x: float, y: float) -> "Line":
        return replace(self, points=tuple((at_x + x, at_y + y) for at_x, at_y in self.points))


@dataclass(frozen=True, slots=True)
class Figure:
    """What is drawn, in reading order, with the fonts it was measured with.

    For those who can't see it, `alt` is one short sentence and `description` the whole structure in prose.
    """

    title: str
    description: str
    width: float
    height: float
    layout: Layout
    fonts: Fonts
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    alt: str = ""

    @property
    def size(self) -> float:
        """The size of the text, in points."""
        return self.layout.size

    def on_page(self, width: float) -> "Figure":
        """The figure in the middle of a page so many points wide."""
        aside = (width - self.width) / 2
        return replace(
            self,
            width=width,
            cells=tuple(cell.moved(aside, 0) for cell in self.cells),
            lines=tuple(line.moved(aside, 0) for line in self.lines),
        )
