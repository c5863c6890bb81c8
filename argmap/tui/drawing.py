"""The preview's drawing of a map, or of the part round one statement."""

from dataclasses import dataclass

from rich.cells import cell_len

from argmap.model import ArgumentMap
from argmap.tui.excerpt import excerpt
from argmap.tui.visible import visible


@dataclass(frozen=True)
class Drawing:
    """Lines of box characters; `ids` names the entry each belongs to, `width` is in cells.

    `partial` says that a large map is drawn only in part.
    """

    lines: tuple[str, ...]
    ids: tuple[str | None, ...]
    width: int
    partial: bool = False


def draw(map: ArgumentMap, id: str | None, width: int) -> Drawing:
    """Draw a map at most `width` cells wide; of a large map, the part round the entry `id`.

    What can't be drawn becomes a drawing of one sentence that says why.
    """
    from argmap.diagram.error import DiagramError
    from argmap.export.txt import LEAST_WIDTH, render

    part = excerpt(map, id)
    try:
        figure = render(part, max(width, LEAST_WIDTH), labels=part is map)
    except DiagramError as error:
        said = visible(str(error)) if map.entries else ""
        return Drawing((said,), (None,), cell_len(said))
    widest = max((cell_len(line) for line in figure.lines), default=0)
    return Drawing(figure.lines, figure.ids, widest, part is not map)
