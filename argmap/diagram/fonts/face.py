"""One font file: which characters it has, how wide it sets text, and the outlines of its glyphs.

Text is shaped by HarfBuzz, so that widths are those that a browser or a typesetter will draw: kerned, with ligatures,
Arabic letters joined. Why not the engine's estimate: studies/diagrams.md.
"""

import unicodedata
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from argmap.diagram.error import DiagramError

REGULAR, BOLD = 400, 700
Outline: TypeAlias = tuple[tuple[str, tuple[float, ...]], ...]
"""Pen strokes in ems, upwards: ("M", x y), ("L", x y), ("Q", 4 numbers), ("C", 6 numbers), ("Z",)."""


class Glyph(NamedTuple):
    """A glyph of a shaped stretch of text: its number in the font, its advance and offsets in ems."""

    number: int
    advance: float
    x: float
    y: float


class Face:
    """One font file, at its regular and its bold weight where it varies in weight.

    Raises DiagramError for a file that is no font.
    """

    def __init__(self, path: Path) -> None:
        import uharfbuzz

        try:
            data = path.read_bytes()
        except OSError as error:
            raise DiagramError(f"{path} cannot be read as a font: {error}") from error
        self._face = uharfbuzz.Face(uharfbuzz.Blob(data))
        self._em = float(self._face.upem)
        self._has: frozenset[int] = frozenset(self._face.unicodes)
        if not self._has or not self._face.glyph_count:
            raise DiagramError(f"{path} cannot be read as a font: it holds no characters")
        ids = uharfbuzz.OTNameIdPredefined
        named = (self._face.get_name(id) for id in (ids.TYPOGRAPHIC_FAMILY, ids.FONT_FAMILY))
        self.family = next((name for name in named if name), path.stem)
        self.path = path
        self._fonts = {weight: self._at(weight) for weight in (REGULAR, BOLD)}
        self._had: set[str] = set()
        self._outlines: dict[tuple[int, int], Outline] = {}

    def _at(self, weight: int) -> Any:
        import uharfbuzz

        font = uharfbuzz.Font(self._face)
        if self.varies:
            font.set_variations({"wght": weight})
        return font

    @property
    def varies(self) -> bool:
        """Whether the file holds every weight between regular and bold."""
        return any(axis.tag == "wght" for axis in self._face.axis_infos)

    @property
    def pictures(self) -> bool:
        """Whether some glyphs are pictures in colours, as emoji are."""
        face = self._face
        return bool(face.has_color_paint or face.has_color_png or face.has_color_svg or face.has_color_layers)

    def has(self, text: str) -> bool:
        """Whether the font has a glyph for every character of the text."""
        if self._had.issuperset(text):
            return True
        self._had.update(char for char in set(text) if ord(char) in self._has or _unseen(char))
        return self._had.issuperset(text)

    def shaped(self, text: str, weight: int = REGULAR, *, leftwards: bool = False) -> list[Glyph]:
        """The glyphs of a stretch of text that runs in one direction, from left to right as they are drawn."""
        em = self._em
        infos, positions = self._shaped(text, weight, leftwards)
        return [
            Glyph(info.codepoint, at.x_advance / em, at.x_offset / em, at.y_offset / em)
            for info, at in zip(infos, positions, strict=True)
        ]

    def width(self, text: str, weight: int = REGULAR, *, leftwards: bool = False) -> float:
        """The width of a stretch of text that runs in one direction, in ems."""
        return float(sum(at.x_advance for at in self._shaped(text, weight, leftwards)[1])) / self._em

    def _shaped(self, text: str, weight: int, leftwards: bool) -> tuple[Any, Any]:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        uharfbuzz.shape(self._fonts[weight], buffer)
        return buffer.glyph_infos, buffer.glyph_positions or ()

    def outline(self, glyph: int, weight: int = REGULAR) -> Outline:
        """What a glyph looks like."""
        if (known := self._outlines.get((glyph, weight))) is None:
            pen = _Pen(self._em)
            self._fonts[weight].draw_glyph_with_pen(glyph, pen)
            known = self._outlines[glyph, weight] = tuple(pen.strokes)
        return known


class _Pen:
    """Takes down the strokes of a glyph, as fontTools' pens do."""

    def __init__(self, em: float) -> None:
        self.strokes: list[tuple[str, tuple[float, ...]]] = []
        self._em = em

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        self.strokes.append((command, tuple(value / self._em for point in points for value in point)))

    def moveTo(self, at: tuple[float, float]) -> None:
        self._add("M", at)

    def lineTo(self, to: tuple[float, float]) -> None:
        self._add("L", to)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("C", *points)

    def closePath(self) -> None:
        self._add("Z")

    endPath = closePath


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Mn", "Me") or "\ufe00" <= char <= "\ufe0f"
