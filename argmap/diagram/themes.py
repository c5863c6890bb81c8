"""Themes: a finished figure in other colours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

from argmap.diagram import styles
from argmap.diagram.figure import Cell, Figure, Line

Theme: TypeAlias = Literal["light", "grey", "print"]

SOFT_GREY, DIM_GREY, DARK_GREY = "#F4F4F4", "#DCDCDC", "#404040"
"""Lighter and darker than the greys of other figures."""
_GREY_GROUNDS = dict(zip(styles.GROUNDS, ("#F0F0F0", "#E8E8E8", "#F6F6F6"), strict=True))
_OUTLINE = "#A6A6A6"
"""Round sections where nothing stands on a ground of its own."""

_WHITENED = (styles.PALE_BLUE, styles.PALE_VERMILION, styles.PALE_GREY)
_PALE = (None, styles.WHITE, styles.MID_GREY)
"""Fills that white text can't be read on."""


@dataclass(frozen=True)
class Palette:
    """What becomes of the colours of lines and text, and of fills; one that isn't named stays as it is.

    `least_pen` is the least width of a line in points; `cell` changes what colours alone can't tell.
    """

    inks: Mapping[str, str]
    fills: Mapping[str, str]
    least_pen: float = 0.0
    cell: Callable[[Cell], Cell] = lambda cell: cell


def themed(figure: Figure, theme: Theme) -> Figure:
    """The figure as a theme draws it; places and sizes stay."""
    if theme == "light":
        return figure
    palette = PALETTES[theme]
    return replace(
        figure,
        cells=tuple(_cell(palette.cell(cell), palette) for cell in figure.cells),
        lines=tuple(_line(line, palette) for line in figure.lines),
    )


def _cell(cell: Cell, palette: Palette) -> Cell:
    inks = palette.inks
    fill = None if cell.fill is None else palette.fills.get(cell.fill, cell.fill)
    ink = inks.get(cell.words.colour, cell.words.colour)
    if cell.words.colour == styles.WHITE and fill in _PALE:
        ink = styles.BLACK
    return cell._replace(
        fill=fill,
        stroke=inks.get(cell.stroke, cell.stroke),
        pen=max(cell.pen, palette.least_pen) if cell.pen else 0.0,
        words=replace(cell.words, colour=ink),
    )


def _line(line: Line, palette: Palette) -> Line:
    stroke = palette.inks.get(line.stroke, line.stroke)
    return replace(line, stroke=stroke, pen=max(line.pen, palette.least_pen))


def _printed(cell: Cell) -> Cell:
    """A cell for print: sections are outlined, and the label of what falls is struck out, for copies lose the grey."""
    if "section" in cell.kind.split(" ") and cell.fill is not None:
        return cell._replace(fill=None, pen=0.6, stroke=_OUTLINE)
    if "fallen" in cell.kind.split(" ") and cell.shape != "box":
        return cell._replace(words=replace(cell.words, struck=True))
    return cell


PALETTES: Mapping[Theme, Palette] = MappingProxyType(
    {
        "grey": Palette(
            inks={styles.BLUE: DARK_GREY, styles.VERMILION: styles.BLACK},
            fills={
                styles.BLUE: DARK_GREY,
                styles.PALE_BLUE: SOFT_GREY,
                styles.PALE_VERMILION: DIM_GREY,
                **_GREY_GROUNDS,
            },
        ),
        "print": Palette(
            inks=dict.fromkeys((styles.BLUE, styles.VERMILION, styles.GREY, styles.LIGHT_GREY), styles.BLACK),
            fills={styles.BLUE: styles.BLACK, styles.GREY: styles.MID_GREY, **dict.fromkeys(_WHITENED, styles.WHITE)},
            least_pen=0.6,
            cell=_printed,
        ),
    }
)
"""How each theme but the first draws."""
