"""SVG with live text: what is painted, named for style sheets and described for who can't see it."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from argmap.diagram import painting, styles
from argmap.diagram.figure import Figure
from argmap.diagram.fonts import BOLD, REGULAR, Face, Fonts
from argmap.export.drawing import laid_out
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

_LEFTWARDS, _RIGHTWARDS, _RELEASE = "\u2067", "\u2066", "\u2069"
"""Begin a stretch of text that runs one way whatever is around it, and end it."""


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The map's figure as SVG, UTF-8."""
    return svg(laid_out(map, options)).encode()


def svg(figure: Figure) -> str:
    """The figure as an SVG document."""
    width, height = f"{figure.width:.2f}", f"{figure.height:.2f}"
    families = quoteattr(_families(figure.fonts.families[0]))
    optical = ' style="font-optical-sizing:none"' if any(face.sized for face in figure.fonts.faces) else ""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" role="img" font-family={families}{optical}>',
            f"<title>{escape(figure.title or 'Argument map')}</title>",
            f"<desc>{escape(figure.description)}</desc>",
            f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>',
            *(row for item in painting.painted(figure) for row in _item(item, figure.fonts)),
            "</svg>",
            "",
        ]
    )


def _item(item: painting.Item, fonts: Fonts) -> Iterator[str]:
    yield f"<g class={quoteattr(item.kind)}>"
    yield f"<title>{escape(item.title)}</title>"
    yield from map(_path, item.paths)
    for text in item.texts:
        yield _text(text, fonts)
    yield "</g>"


def _path(path: painting.Path) -> str:
    steps = " ".join(
        command + " ".join(f"{_number(x)},{_number(y)}" for x, y in points) for command, points in path.strokes
    )
    given = f'fill="{path.fill or "none"}"'
    if path.stroke is not None:
        given += f' stroke="{path.stroke}" stroke-width="{_number(path.pen)}"'
    if path.dashes:
        given += f' stroke-dasharray="{",".join(map(_number, path.dashes))}"'
    return f'<path d="{steps}" {given}/>'


def _text(text: painting.Text, fonts: Fonts) -> str:
    whole = fonts.only(text.line, text.leftwards)
    given = f'font-size="{_number(text.size)}"' + (_weight(text, whole) if whole else "")
    if text.colour != styles.BLACK:
        given += f' fill="{text.colour}"'
    if text.struck:
        given += ' text-decoration="line-through"'
    if whole is not None:
        line = f"{_LEFTWARDS}{text.line}{_RELEASE}" if text.leftwards else text.line
        if whole is not fonts.faces[0]:
            given += f" font-family={quoteattr(_families(whole.family))}"
        given += ' text-anchor="middle"' if text.centred else ""
        return f'<text xml:space="preserve" x="{_number(text.x)}" y="{_number(text.y)}" {given}>{escape(line)}</text>'
    return f'<text xml:space="preserve" y="{_number(text.y)}" {given}>{"".join(_spans(text, fonts))}</text>'


def _spans(text: painting.Text, fonts: Fonts) -> list[str]:
    """The runs of a line of several fonts where they are drawn, in the order they are read.

    Spaces that end a leftwards run stand left of it; viewers move them to the end of the line, where they harm nothing.
    """
    weight = BOLD if text.bold else REGULAR
    runs = fonts.runs(text.line, text.leftwards)
    x = text.x - sum(run.width(weight) for run in runs) * text.size / 2 if text.centred else text.x
    turning = any(run.leftwards for run in runs)
    spans = {}
    for run in runs:
        given = f"font-family={quoteattr(_families(run.face.family))}" + _weight(text, run.face)
        said = run.text.rstrip(" ") if run.leftwards else run.text
        after = run._replace(text=run.text[len(said) :])
        start = x + after.width(weight) * text.size
        if turning and said:
            said = f"{_LEFTWARDS if run.leftwards else _RIGHTWARDS}{said}{_RELEASE}"
        spans[run.start] = f'<tspan x="{_number(start)}" {given}>{escape(said + after.text)}</tspan>'
        x += run.width(weight) * text.size
    return [spans[start] for start in sorted(spans)]


def _weight(text: painting.Text, face: Face) -> str:
    return ' font-weight="bold"' if text.bold and face.has_bold else ""


def _families(first: str) -> str:
    others = ("serif",) if "Serif" in first and "Sans" not in first else (styles.FAMILY, *styles.FALLBACKS)
    names = dict.fromkeys((first, *others))
    return ", ".join(name if name.replace("-", "").isalpha() else f"'{_plain(name)}'" for name in names)


def _plain(name: str) -> str:
    return "".join(char for char in name if char.isprintable() and char not in "'\"\\")


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
