"""SVG: what is painted, named for style sheets and described for who can't see it.

Text is live, set in whatever fonts its reader has; or live in fonts that the file brings along; or outlined.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from argmap.diagram import painting, styles
from argmap.diagram.figure import Figure
from argmap.diagram.fonts import Face, Fonts
from argmap.diagram.painting import decimal
from argmap.export.embedding import embedded
from argmap.export.glyphs import joined, stretches, strike
from argmap.export.options import ExportOptions, TextMode
from argmap.export.svg_outlined import Glyphs

_LEFTWARDS, _RIGHTWARDS, _RELEASE = "\u2067", "\u2066", "\u2069"
"""Begin a stretch of text that runs one way whatever is around it, and end it."""


def write(figure: Figure, options: ExportOptions) -> bytes:
    """The figure as SVG, UTF-8, its text as `options.text` says."""
    return svg(figure, options.text).encode()


def svg(figure: Figure, text: TextMode = "live") -> str:
    """The figure as an SVG document."""
    items, fonts = list(painting.painted(figure)), figure.fonts
    names: Mapping[Face, str] = {face: font_families(face.family) for face in fonts.faces}
    head: list[str] = []
    if text == "outlined":
        glyphs = Glyphs(fonts)
        rows = [row for item in items for row in _outlined(item, fonts, glyphs)]
        head = glyphs.definitions()
    else:
        if text == "embedded":
            rules, families = embedded((line for item in items for line in item.texts), fonts)
            names = {face: font_families(families.get(face, face.family), face.family) for face in fonts.faces}
            head = ["<style>", *rules, "</style>"]
        rows = [row for item in items for row in _live(item, fonts, names)]
    return _document(figure, names[fonts.faces[0]], [*head, *rows], outlined=text == "outlined")


def _document(figure: Figure, families: str, rows: list[str], *, outlined: bool) -> str:
    width, height = f"{figure.width:.2f}", f"{figure.height:.2f}"
    optical = ' style="font-optical-sizing:none"' if any(face.sized for face in figure.fonts.faces) else ""
    kind = 'xmlns:xlink="http://www.w3.org/1999/xlink"' if outlined else f"font-family={quoteattr(families)}{optical}"
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" role="graphics-document document" {kind}>',
            f"<title>{escape(figure.title or 'Argument map')}</title>",
            f"<desc>{escape(figure.description)}</desc>",
            f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>',
            *rows,
            "</svg>",
            "",
        ]
    )


def _live(item: painting.Item, fonts: Fonts, names: Mapping[Face, str]) -> Iterator[str]:
    yield f"<g class={quoteattr(item.kind)}>"
    yield f"<title>{escape(item.title)}</title>"
    yield from map(path_element, item.paths)
    for text in item.texts:
        yield text_element(text, fonts, names)
    yield "</g>"


def _outlined(item: painting.Item, fonts: Fonts, glyphs: Glyphs) -> Iterator[str]:
    """A cell or line whose text is shapes, and a label that screen readers say."""
    words = joined([text.line for text in item.texts])
    spoken = f' role="img" aria-label={quoteattr(words)}' if words else ""
    yield f"<g class={quoteattr(item.kind)}{spoken}>"
    yield f"<title>{escape(item.title)}</title>"
    yield from map(path_element, item.paths)
    for text in item.texts:
        yield f'<g fill="{text.colour}">'
        yield from glyphs.used(text)
        yield "</g>"
        if line := strike(text, fonts):
            yield path_element(line)
    yield "</g>"


def path_element(path: painting.Path) -> str:
    """A path as an element."""
    steps = " ".join(
        command + " ".join(f"{decimal(x)},{decimal(y)}" for x, y in points) for command, points in path.strokes
    )
    given = f'fill="{path.fill or "none"}"'
    if path.stroke is not None:
        given += f' stroke="{path.stroke}" stroke-width="{decimal(path.pen)}"'
    if path.dashes:
        given += f' stroke-dasharray="{",".join(map(decimal, path.dashes))}"'
    return f'<path d="{steps}" {given}/>'


def text_element(text: painting.Text, fonts: Fonts, names: Mapping[Face, str]) -> str:
    """A line of text as an element; `names` are the families of fonts other than the main one, which is inherited."""
    whole = fonts.only(text.line, text.leftwards)
    given = f'font-size="{decimal(text.size)}"' + (_weight(text, whole) if whole else "")
    if text.colour != styles.BLACK:
        given += f' fill="{text.colour}"'
    if text.struck:
        given += ' text-decoration="line-through"'
    if whole is not None:
        line = f"{_LEFTWARDS}{text.line}{_RELEASE}" if text.leftwards else text.line
        if whole is not fonts.faces[0]:
            given += f" font-family={quoteattr(names[whole])}"
        given += ' text-anchor="middle"' if text.centred else ""
        return f'<text xml:space="preserve" x="{decimal(text.x)}" y="{decimal(text.y)}" {given}>{escape(line)}</text>'
    return f'<text xml:space="preserve" y="{decimal(text.y)}" {given}>{"".join(_spans(text, fonts, names))}</text>'


def _spans(text: painting.Text, fonts: Fonts, names: Mapping[Face, str]) -> list[str]:
    """The runs of a line of several fonts where they are drawn, in the order they are read.

    Spaces that end a leftwards run stand left of it; viewers move them to the end of the line, where they harm nothing.
    """
    found = stretches(text, fonts)
    turning = any(stretch.run.leftwards for stretch in found)
    spans = {}
    for run, weight, x, _ in found:
        given = f"font-family={quoteattr(names[run.face])}" + _weight(text, run.face)
        said = run.text.rstrip(" ") if run.leftwards else run.text
        after = run._replace(text=run.text[len(said) :])
        start = x + after.width(weight) * text.size
        if turning and said:
            said = f"{_LEFTWARDS if run.leftwards else _RIGHTWARDS}{said}{_RELEASE}"
        spans[run.start] = f'<tspan x="{decimal(start)}" {given}>{escape(said + after.text)}</tspan>'
    return [spans[start] for start in sorted(spans)]


def _weight(text: painting.Text, face: Face) -> str:
    return ' font-weight="bold"' if text.bold and face.has_bold else ""


def font_families(first: str, own: str = "") -> str:
    """A font and what may stand for it; `own` is its name where `first` is one that only this file knows."""
    others = ("serif",) if "Serif" in (own or first) and "Sans" not in first else (styles.FAMILY, *styles.FALLBACKS)
    names = dict.fromkeys((first, *((own,) if own else ()), *others))
    return ", ".join(name if name.replace("-", "").isalpha() else f"'{_plain(name)}'" for name in names)


def _plain(name: str) -> str:
    return "".join(char for char in name if char.isprintable() and char not in "'\"\\")
