"""A finished figure: boxes and lines with positions, in points from the top left corner."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from argmap.diagram.fonts import Fonts

Point: TypeAlias = tuple[float, float]
Dash: TypeAlias = Literal["solid", "dashed", "dotted", "dashdot"]
Head: TypeAlias = Literal["none", "arrow", "tee"]
Shape: TypeAlias = Literal["box", "circle", "double circle", "hexagon", "octagon"]
"""What a cell's border is; circles that are wider than high have straight sides between two half circles."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lines of text in a cell, in its middle or, not `centred`, from its left edge; `size` in points."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False
    colour: str = "#000000"
    struck: bool = False
    centred: bool = True


class Cell(NamedTuple):
    """One part of a box, with its text; `pen` is the width of its border, 0 for none.

    `name` is unique in the figure, `kind` says what the cell shows, for style sheets.
    """

    name: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    words: Words
    pen: float = 0.0
    stroke: str = "#000000"
    fill: str | None = None
    dash: Dash = "solid"
    shape: Shape = "box"

    def moved(self, x: float, y: float) -> "Cell":
        return self._replace(x=self.x + x, y=self.y + y)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the inference so labelled, from its head on.

    `ends` are the names of the cells it runs between.
    """

    inference: str
    kind: str
    ends: tuple[str, str]
    points: tuple[Point, ...]
    head: Head
    stroke: str
    pen: float
    dash: Dash


@dataclass(frozen=True, slots=True)
class Figure:
    """What is drawn, in reading order, with the fonts it was measured with; `size` is the text size in points.

    For those who can't see it, `alt` is one short sentence and `description` the whole structure in prose.
    """

    title: str
    description: str
    width: float
    height: float
    size: float
    fonts: Fonts
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    alt: str = ""
