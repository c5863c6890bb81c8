"""One font file: which characters it has, how wide it sets text, and the outlines of its glyphs.

Text is shaped by HarfBuzz, so that widths are those that a browser or a typesetter will draw: kerned, with ligatures,
Arabic letters joined. Why not the engine's estimate: studies/diagrams.md.
"""

import re
import unicodedata
from functools import lru_cache
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


class FontFile(NamedTuple):
    """A font in a file; `number` is its place in a collection (.ttc), 0 elsewhere."""

    path: Path
    number: int = 0


class Face:
    """One font, at its regular and its bold weight.

    The bold weight is the font's own where it varies in weight, or that of the `bold` font where one is given; without
    either, bold text is measured and drawn in the regular weight: no letter is thickened (`has_bold`). `family` names
    it where the font's own name won't do. Raises DiagramError for a file that is no font.
    """

    def __init__(self, font: FontFile | Path, bold: FontFile | Path | None = None, family: str = "") -> None:
        import uharfbuzz

        regular = font if isinstance(font, FontFile) else FontFile(font)
        self.path = regular.path
        face = _read(regular)
        self._has: frozenset[int] = frozenset(face.unicodes)
        if not self._has or not face.glyph_count:
            raise DiagramError(f"{self.path} cannot be read as a font: it holds no characters")
        self.varies = any(axis.tag == "wght" for axis in face.axis_infos)
        """Whether the file holds every weight between regular and bold."""
        self.sized = any(axis.tag == "opsz" for axis in face.axis_infos)
        """Whether viewers adapt its letters to the text's size unless told not to: they are measured at one size."""
        ids = uharfbuzz.OTNameIdPredefined
        named = (face.get_name(id) for id in (ids.TYPOGRAPHIC_FAMILY, ids.FONT_FAMILY))
        self.family = family or next((name for name in named if name), self.path.stem)
        self._files = {REGULAR: regular}
        if bold is not None and not self.varies:
            self._files[BOLD] = bold if isinstance(bold, FontFile) else FontFile(bold)
        self._fonts = {REGULAR: self._at(face, REGULAR)}
        self._had: set[str] = set()
        self._outlines: dict[tuple[int, int], Outline] = {}

    @property
    def has_bold(self) -> bool:
        """Whether bold text is drawn bold."""
        return self.varies or BOLD in self._files

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of the font, the regular one first, each once."""
        return tuple(dict.fromkeys(file.path for file in self._files.values()))

    def file(self, weight: int = REGULAR) -> FontFile:
        """The font that draws text of a weight."""
        return self._files.get(weight, self._files[REGULAR])

    def _at(self, face: Any, weight: int) -> Any:
        import uharfbuzz

        font = uharfbuzz.Font(face)
        if self.varies:
            font.set_variations({"wght": weight})
        return font

    def _em(self, weight: int) -> float:
        return float(self._font(weight).face.upem)

    def _font(self, weight: int) -> Any:
        if (known := self._fonts.get(weight)) is None:
            known = self._fonts[REGULAR]
            if self.has_bold:
                known = self._at(_read(self.file(weight)), weight)
            self._fonts[weight] = known
        return known

    @property
    def pictures(self) -> bool:
        """Whether some glyphs are pictures in colours, as emoji are."""
        face = self._fonts[REGULAR].face
        return bool(face.has_color_paint or face.has_color_png or face.has_color_svg or face.has_color_layers)

    def has(self, text: str) -> bool:
        """Whether the font can draw every character of the text, accented letters whole or by letter and accent."""
        if self._had.issuperset(text):
            return True
        self._had.update(char for char in set(text) if self._draws(char))
        if self._had.issuperset(text):
            return True
        forms = () if text.isascii() else (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
        return any(form != text and all(map(self._draws, form)) for form in forms)

    def _draws(self, char: str) -> bool:
        return ord(char) in self._has or _UNSEEN.match(char) is not None

    def shaped(self, text: str, weight: int = REGULAR, *, leftwards: bool = False) -> list[Glyph]:
        """The glyphs of a stretch of text that runs in one direction, from left to right as they are drawn."""
        em = self._em(weight)
        return [
            Glyph(info.codepoint, at.x_advance / em, at.x_offset / em, at.y_offset / em)
            for infos, positions in self._shaped(text, weight, leftwards)
            for info, at in zip(infos, positions, strict=True)
        ]

    def width(self, text: str, weight: int = REGULAR, *, leftwards: bool = False) -> float:
        """The width of a stretch of text that runs in one direction, in ems."""
        shaped = self._shaped(text, weight, leftwards)
        return float(sum(at.x_advance for _, positions in shaped for at in positions)) / self._em(weight)

    def _shaped(self, text: str, weight: int, leftwards: bool) -> list[tuple[Any, Any]]:
        import uharfbuzz

        font = self._font(weight)
        found = []
        for script, stretch in _scripts(text):
            buffer = uharfbuzz.Buffer()
            buffer.add_str(stretch)
            buffer.guess_segment_properties()
            buffer.language = "en"
            if script:
                buffer.script = script
            buffer.direction = "rtl" if leftwards else "ltr"
            uharfbuzz.shape(font, buffer)
            found.append((buffer.glyph_infos or [], buffer.glyph_positions or []))
        return found[::-1] if leftwards else found

    def outline(self, glyph: int, weight: int = REGULAR) -> Outline:
        """What a glyph looks like."""
        if (known := self._outlines.get((glyph, weight))) is None:
            pen = _Pen(self._em(weight))
            self._font(weight).draw_glyph_with_pen(glyph, pen)
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


def _read(font: FontFile) -> Any:
    import uharfbuzz

    try:
        data = font.path.read_bytes()
    except OSError as error:
        raise DiagramError(f"{font.path} cannot be read as a font: {error}") from error
    face = uharfbuzz.Face(uharfbuzz.Blob(data), font.number)
    if face.glyph_count and not _is_whole(data, font.number):
        raise DiagramError(f"{font.path} cannot be read as a font: its end is missing")
    return face


def _is_whole(data: bytes, number: int) -> bool:
    """Whether the file has all tables that its directory lists: a letter of one that is cut off would be blank."""

    def read(at: int, size: int = 4) -> int:
        return int.from_bytes(data[at : at + size], "big")

    start = read(12 + 4 * number) if data.startswith(b"ttcf") else 0
    records = range(start + 12, start + 12 + 16 * read(start + 4, 2), 16)
    return all(read(at + 8) + read(at + 12) <= len(data) for at in records)


def _scripts(text: str) -> list[tuple[str, str]]:
    """Stretches of one script each, as (script, text); what no script owns goes with what is before it."""
    if text.isascii() or not _SHAPED.search(text):
        return [("", text)]
    found: list[tuple[str, str]] = []
    for char in text:
        script = _script(char)
        if found and (not script or script == found[-1][0] or not found[-1][0]):
            found[-1] = (found[-1][0] or script, found[-1][1] + char)
        else:
            found.append((script, char))
    return found


@lru_cache(maxsize=8192)
def _script(char: str) -> str:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return buffer.script or ""


_SHAPED = re.compile("[\u0590-\u1dff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00011fff\U0001e800-\U0001efff]")
"""Letters that change their shape beside others, each script by rules of its own."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""Characters that show nothing, whether a font has them or not (Unicode's default ignorable ones)."""
