"""The figure of a page: live text in fonts that the page brings along, and where each box stands."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from argmap.diagram import painting, styles
from argmap.diagram.figure import Cell, Figure
from argmap.diagram.fonts import Face
from argmap.diagram.painting import decimal
from argmap.diagram.structure import Stand, below, forest, stands
from argmap.export.embedding import embedded
from argmap.export.svg import font_families, path_element, text_element
from argmap.model import ArgumentMap


class Drawing(NamedTuple):
    """An svg element and the style rules of its text.

    `boxes` are the boxes' ids, each with the number of the box that it stands below (-1 for none), left, top, width
    and height in points; `lines` are the inferences' ids, each with the number of their first member's box.
    """

    svg: str
    rules: Sequence[str]
    boxes: Sequence[tuple[str, int, float, float, float, float]]
    lines: Sequence[tuple[str, int]]


def drawing(map: ArgumentMap, figure: Figure) -> Drawing:
    """A tree as a drawing whose areas, lines and boxes are groups of their own, in this order."""
    items = list(painting.painted(figure))
    cells = list(zip(figure.cells, items, strict=False))
    lines = list(zip(figure.lines, items[len(cells) :], strict=True))
    texts = (text for _, item in cells for text in item.texts)
    rules, families = embedded(texts, figure.fonts)
    names = {face: font_families(families.get(face, face.family), face.family) for face in figure.fonts.faces}
    trees = [stand for root in forest(map) for stand in stands(root)]
    number = {stand: at for at, stand in enumerate(trees)}
    above = {child: at for stand, at in number.items() for child in below(stand)}
    members = {stand.within.id: at for stand, at in reversed(number.items()) if stand.within is not None}

    def drawn(item: painting.Item) -> Iterator[str]:
        yield from (path_element(path) for path in item.paths)
        yield from (_text(text, figure, names) for text in item.texts)

    rows = ['<g id="areas">']
    rows += (f'<g class="{cell.kind}">{"".join(drawn(item))}</g>' for cell, item in cells if cell.box is None)
    rows.append('</g><g id="lines">')
    rows += (f'<g class="{line.kind}">{"".join(drawn(item))}</g>' for line, item in lines)
    rows.append('</g><g id="boxes">')
    frames = []
    for at, group in groupby(((cell, item) for cell, item in cells if cell.box is not None), key=_box):
        own = list(group)
        stand = trees[at]
        rows.append(f'<g class="{_kind(stand, own)}">{"".join(part for _, item in own for part in drawn(item))}</g>')
        frames.append((stand.id, above.get(stand, -1), *_frame([cell for cell, _ in own])))
    rows.append("</g>")
    svg = _svg(figure, names[figure.fonts.faces[0]], rows)
    return Drawing(svg, rules, frames, [(line.id, members.get(line.id, -1)) for line in figure.lines])


def _text(text: painting.Text, figure: Figure, names: Mapping[Face, str]) -> str:
    """A line of text; of what most lines have the figure says it once for all.

    The space at its end isn't drawn: it parts words where lines are read one after the other.
    """
    fonts = figure.fonts
    if text.leftwards or text.struck or fonts.only(text.line, text.leftwards) is not fonts.faces[0]:
        return f'<g text-anchor="start">{text_element(text, fonts, names)}</g>'
    given = f' font-size="{decimal(text.size)}"' if text.size != figure.size else ""
    given += ' font-weight="bold"' if text.bold and fonts.faces[0].has_bold else ""
    given += f' fill="{text.colour}"' if text.colour != styles.BLACK else ""
    given += "" if text.centred else ' text-anchor="start"'
    return f'<text x="{decimal(text.x)}" y="{decimal(text.y)}"{given}>{escape(text.line)} </text>'


def _box(pair: tuple[Cell, painting.Item]) -> int:
    return pair[0].box or 0


def _kind(stand: Stand, cells: Sequence[tuple[Cell, painting.Item]]) -> str:
    kinds = [cell.kind for cell, _ in cells if cell.kind not in ("label", "tag", "signs", "text", "note")]
    return f"box {stand.shows.value} {kinds[0] if kinds else ''}".strip()


def _frame(cells: Sequence[Cell]) -> tuple[float, float, float, float]:
    left, top = min(cell.x for cell in cells), min(cell.y for cell in cells)
    right, bottom = max(cell.x + cell.width for cell in cells), max(cell.y + cell.height for cell in cells)
    return round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1)


def _svg(figure: Figure, families: str, rows: Sequence[str]) -> str:
    width, height = decimal(figure.width, 0), decimal(figure.height, 0)
    size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
    text = f'font-family={quoteattr(families)} font-size="{decimal(figure.size)}" text-anchor="middle"'
    named = 'role="img" aria-labelledby="title" aria-describedby="summary"'
    return "\n".join([f'<svg id="drawing" {size} {named} {text}>', *rows, "</svg>"])
