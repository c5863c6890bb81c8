"""SVG: drawn by Graphviz at the figure's own positions, its root and its text written by argmap.

The engine rounds the page and names fonts by its own habits (studies/diagrams.md); size, fonts,
text, titles and description come from the figure.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from argmap.diagram import styles
from argmap.diagram.draw import dot
from argmap.diagram.engine import Engine, run
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Cell, Figure, Line
from argmap.diagram.measure import BOLD, REGULAR, Fonts
from argmap.export.dot import laid_out
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

_ISOLATE, _RELEASE = "\u2067", "\u2069"
_TEXT = re.compile(r'<text .*?\bx="([-\d.]+)" y="([-\d.]+)"')
_LINE = re.compile(r'<g id="line(\d+)"')
_PAGE = re.compile(r'<polygon [^>]*points="[-\d.]+,[-\d.]+ [-\d.]+,(-?[\d.]+) ([-\d.]+),')


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The map's figure as SVG, UTF-8."""
    return svg(laid_out(map, options), options.fonts, options.engine).encode()


def svg(figure: Figure, extra: Sequence[Path] = (), engine: Engine = "bundled") -> str:
    """The figure as an SVG document; `extra` are the font files it was measured with."""
    fonts = Fonts.of(extra)
    drawn = run(dot(figure), "neato", "svg", engine)
    page = _PAGE.search(drawn)
    if page is None:
        raise DiagramError(f"the {engine} Graphviz engine drew no page")
    across = (float(page[2]) - figure.width) / 2
    along = (-float(page[1]) - figure.height) / 2
    width, height = f"{figure.width:.2f}", f"{figure.height:.2f}"
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" role="img" font-family={quoteattr(_families(styles.FAMILY))}>',
            f"<title>{escape(figure.title or 'Argument map')}</title>",
            f"<desc>{escape(figure.description)}</desc>",
            f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>',
            f'<g transform="translate({-across:.2f} {figure.height + along:.2f})">',
            *_body(drawn, figure, fonts),
            "</g>",
            "</svg>",
            "",
        ]
    )


def _body(drawn: str, figure: Figure, fonts: Fonts) -> Iterator[str]:
    """The engine's nodes and edges, their text and titles replaced.

    Nodes come in the order of the DOT, edges in an order of the engine's, so that these carry a number.
    """
    cells = iter(figure.cells)
    item: Cell | Line | None = None
    words: Iterator[str] = iter(())
    for row in drawn.splitlines():
        if row.startswith("<g id="):
            if ' class="node' in row or ' class="edge' in row:
                number = _LINE.match(row)
                item = figure.lines[int(number[1])] if number else next(cells)
                words = iter(item.words.lines) if isinstance(item, Cell) else iter(())
                yield f"<g class={quoteattr(item.kind)}>"
        elif item is None or row.startswith("<!--"):
            continue
        elif row.startswith("<title>"):
            title = item.name if isinstance(item, Cell) else item.inference
            yield f"<title>{escape(title)}</title>"
        elif row.startswith("<text ") and isinstance(item, Cell):
            place = _TEXT.match(row)
            assert place is not None
            yield _text(next(words), item, float(place[1]), place[2], fonts)
        else:
            yield row.replace('"1,5"', '"1,2.5"').replace('"5,2"', f'"{_dashes(item)}"')
            if row == "</g>":
                item = None


def _dashes(item: Cell | Line) -> str:
    """The strokes of a dashed line; Graphviz has no dashes and dots, and draws them as dashes."""
    return "7,2.5,1,2.5" if item.dash == "dashdot" else "5,2"


def _text(line: str, cell: Cell, x: float, y: str, fonts: Fonts) -> str:
    words = cell.words
    given = f'font-size="{words.size:g}"' + (' font-weight="bold"' if words.bold else "")
    if words.colour != styles.BLACK:
        given += f' fill="{words.colour}"'
    if words.struck:
        given += ' text-decoration="line-through"'
    whole = fonts.face(" ".join(words.lines)) or fonts.face(line)
    if whole is not None:
        if _right_to_left(words.lines):
            line = f"{_ISOLATE}{line}{_RELEASE}"
        if whole is not fonts.faces[0]:
            given += f" font-family={quoteattr(_families(whole.family))}"
        return f'<text xml:space="preserve" text-anchor="middle" x="{x:.2f}" y="{y}" {given}>{escape(line)}</text>'
    weight = BOLD if words.bold else REGULAR
    x -= fonts.width(line, weight) * words.size / 2
    spans = []
    for run_ in fonts.runs(line):
        family = quoteattr(_families(run_.face.family))
        spans.append(f'<tspan x="{x:.2f}" font-family={family}>{escape(run_.text)}</tspan>')
        x += run_.face.width(run_.text, weight) * words.size
    return f'<text xml:space="preserve" y="{y}" {given}>{"".join(spans)}</text>'


def _right_to_left(lines: tuple[str, ...]) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(char) for line in lines if not line.isascii() for char in line)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def _families(first: str) -> str:
    names = dict.fromkeys((first, styles.FAMILY, *styles.FALLBACKS))
    return ", ".join(f"'{name}'" if " " in name else name for name in names)
