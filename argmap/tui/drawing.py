"""The preview's drawing of a map, or of the part round one statement."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Size

from argmap.logic import Outcome, Weight
from argmap.model import ArgumentMap
from argmap.tui.excerpt import excerpt
from argmap.tui.mishap import mishap
from argmap.tui.visible import visible
from argmap.tui.wrap import wrap

if TYPE_CHECKING:
    from argmap.diagram.marks import Marks
    from argmap.export.txt import Detail, TextBox

LEVELS = 4
"""The levels of zoom: 1 whole texts in wide boxes, 2 whole texts as wide as the pane, 3 a line each, 4 labels."""

_WIDE = 110
_DETAIL: tuple["Detail", ...] = ("full", "full", "short", "labels")


@dataclass(frozen=True)
class Drawing:
    """Lines of box characters, `width` cells wide, drawn at a `level`; `boxes` says where entries stand in them.

    `partial` says that a large map is drawn only in part.
    """

    lines: tuple[str, ...]
    boxes: tuple["TextBox", ...]
    width: int
    level: int
    partial: bool = False

    def box(self, id: str | None) -> "TextBox | None":
        """The box of an entry: its own before a reference to it."""
        found = [box for box in self.boxes if box.id == id]
        return min(found, key=lambda box: box.reference, default=None)


@dataclass(frozen=True)
class Remarks:
    """What figures say besides the map: what becomes of it under suppositions, or else what carries a conclusion.

    `title` names the suppositions; `weighed` is a conclusion's id and its weight.
    """

    outcome: Outcome | None = None
    title: str = ""
    weighed: tuple[str, Weight] | None = None

    @property
    def told(self) -> str:
        """What they are about, in a few words; nothing where there are none."""
        if self.outcome is not None and self.outcome.suppositions:
            return self.title
        return "weight" if self.weighed is not None else ""

    def marks(self, map: ArgumentMap) -> "Marks | None":
        """The same as marks of the map's figure; None where there is nothing to say."""
        if self.outcome is not None and self.outcome.suppositions:
            from argmap.diagram.scenario_marks import marks_of

            return marks_of(map, self.outcome, self.title)
        if self.weighed is not None:
            from argmap.diagram.weight_marks import weight_marks

            return weight_marks(map, *self.weighed)
        return None


def draw(map: ArgumentMap, id: str | None, room: Size, level: int | None, marks: "Marks | None" = None) -> Drawing:
    """Draw a map at a level of zoom, or (None) at the first that fits a pane of `room` cells, else the last.

    Of a large map the part round the entry `id` is drawn. What can't be drawn becomes a drawing of
    one sentence that says why.
    """
    try:
        part = excerpt(map, id)
        if level is not None:
            return _drawn(map, part, room, level, marks)
        for fitting in range(2, LEVELS):
            drawing = _drawn(map, part, room, fitting, marks)
            if len(drawing.lines) <= room.height:
                return drawing
        return _drawn(map, part, room, LEVELS, marks)
    except Exception as error:
        return _said(f"The diagram can't be drawn: {mishap(error)}.", room, level or 2)


def _drawn(map: ArgumentMap, part: ArgumentMap, room: Size, level: int, marks: "Marks | None") -> Drawing:
    from argmap.diagram.error import DiagramError
    from argmap.diagram.marks import NO_MARKS
    from argmap.export.txt import LEAST_WIDTH, render

    width = max(room.width, LEAST_WIDTH, _WIDE if level == 1 else 0)
    try:
        figure = render(part, width, labels=True, detail=_DETAIL[level - 1], marks=marks or NO_MARKS)
    except DiagramError as error:
        return _said(str(error) if map.entries else "", room, level)
    widest = max((cell_len(line) for line in figure.lines), default=0)
    return Drawing(figure.lines, figure.boxes, widest, level, part is not map)


def _said(sentence: str, room: Size, level: int) -> Drawing:
    lines = wrap(visible(sentence), max(room.width, 1))
    return Drawing(lines, (), max(map(cell_len, lines)), level)
