"""True text widths, from the figures' font and any further font files.

Why the font's own advance widths and not the engine's estimate: studies/diagrams.md.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from argmap.diagram.error import DiagramError

REGULAR, BOLD = 400, 700
_PACKAGE, _FILE = "fontpkg-arimo", "Arimo[wght].ttf"


def bundled_font() -> Path:
    """The font file that comes with argmap; raises DiagramError where it is not installed."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        found = [file.locate() for file in files(_PACKAGE) or () if file.name == _FILE]
    except PackageNotFoundError:
        found = []
    if not found:
        raise DiagramError(f"the figures' font is missing: install the package {_PACKAGE}")
    return Path(str(found[0]))


class Face:
    """One font file: which characters it has, and how wide they are, in ems."""

    def __init__(self, path: Path) -> None:
        from fontTools.ttLib import TTFont, TTLibError

        try:
            font = TTFont(path, lazy=True, fontNumber=0)
            self._glyphs: dict[int, str] = font.getBestCmap() or {}
            self._advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
            self._em = float(font["head"].unitsPerEm)
            names = font["name"]
            self.family = str(names.getDebugName(16) or names.getDebugName(1) or path.stem)
        except (OSError, TTLibError, KeyError) as error:
            raise DiagramError(f"{path} cannot be read as a font: {error}") from error
        self.path = path
        self._font = font
        self._variations = {weight: _variation(font, weight) for weight in (REGULAR, BOLD)}
        self._had: set[str] = set()
        self._widths: dict[int, dict[str, float]] = {REGULAR: {}, BOLD: {}}

    def has(self, text: str) -> bool:
        """Whether the font has a glyph for every character of the text."""
        if self._had.issuperset(text):
            return True
        self._had.update(char for char in set(text) if ord(char) in self._glyphs or _unseen(char))
        return self._had.issuperset(text)

    def width(self, text: str, weight: int = REGULAR) -> float:
        """The width of the text in ems, unkerned."""
        known = self._widths[weight]
        try:
            return sum(map(known.__getitem__, text))
        except KeyError:
            known.update((char, self._advance(char, weight)) for char in set(text))
            return sum(map(known.__getitem__, text))

    def _advance(self, char: str, weight: int) -> float:
        glyph = self._glyphs.get(ord(char))
        if glyph is None:
            return 0.0 if _unseen(char) else 1.0
        units = float(self._advances[glyph][0])
        if (variation := self._variations[weight]) is not None:
            instancer, mapping = variation
            units += instancer[mapping[glyph] if mapping else self._font.getGlyphID(glyph)]
        return units / self._em


def _variation(font: Any, weight: int) -> tuple[Any, dict[str, int] | None] | None:
    if "fvar" not in font or "HVAR" not in font:
        return None
    axis = next((axis for axis in font["fvar"].axes if axis.axisTag == "wght"), None)
    if axis is None or axis.defaultValue == weight:
        return None
    from fontTools.varLib.models import normalizeValue, piecewiseLinearMap
    from fontTools.varLib.varStore import VarStoreInstancer

    at = normalizeValue(weight, (axis.minValue, axis.defaultValue, axis.maxValue))
    if "avar" in font:
        at = piecewiseLinearMap(at, font["avar"].segments["wght"])
    table = font["HVAR"].table
    mapping = table.AdvWidthMap.mapping if table.AdvWidthMap else None
    return VarStoreInstancer(table.VarStore, font["fvar"].axes, {"wght": at}), mapping


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Mn", "Me") or "\ufe00" <= char <= "\ufe0f"


@dataclass(frozen=True)
class Run:
    """A stretch of one line that one font draws."""

    text: str
    face: Face


@dataclass(frozen=True)
class Fonts:
    """The fonts of a figure, tried in order."""

    faces: tuple[Face, ...]

    @classmethod
    def of(cls, extra: Sequence[Path] = ()) -> "Fonts":
        """The bundled font and the `extra` font files; raises DiagramError for an unreadable one."""
        return cls((_bundled(), *(Face(path) for path in extra)))

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(face.family for face in self.faces)

    def face(self, text: str) -> Face | None:
        """The first font that has every character of the text."""
        return next((face for face in self.faces if face.has(text)), None)

    def runs(self, text: str) -> list[Run]:
        """The text cut where the font changes; one run where one font has it all."""
        if (whole := self.face(text)) is not None:
            return [Run(text, whole)]
        runs: list[Run] = []
        for char in text:
            fitting = [face for face in self.faces if face.has(char)] or [self.faces[0]]
            if runs and (runs[-1].face in fitting):
                runs[-1] = Run(runs[-1].text + char, runs[-1].face)
            else:
                runs.append(Run(char, fitting[0]))
        return runs

    def width(self, text: str, weight: int = REGULAR) -> float:
        """The width of the text in ems."""
        first = self.faces[0]
        if len(self.faces) == 1 or first.has(text):
            return first.width(text, weight)
        return sum(run.face.width(run.text, weight) for run in self.runs(text))

    def missing(self, text: str) -> str:
        """The characters that no font has, each once, in the order they first stand."""
        if self.faces[0].has(text):
            return ""
        return "".join(dict.fromkeys(char for char in text if not any(face.has(char) for face in self.faces)))


@lru_cache(maxsize=1)
def _bundled() -> Face:
    return Face(bundled_font())


def require(fonts: Fonts, texts: Iterable[tuple[str, str]]) -> None:
    """Raise DiagramError naming every character that no font has; `texts` are (label, text)."""
    found: list[str] = []
    for label, text in texts:
        if missing := fonts.missing(text):
            signs = ", ".join(f"{char} (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})" for char in missing[:8])
            more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
            found.append(f"{label}: {signs}{more}")
    if found:
        rest = [f"... and {len(found) - 5} more statements"] if len(found) > 5 else []
        raise DiagramError(
            f"no font of the figure ({', '.join(fonts.families)}) has these characters; "
            "`argmap export --font FILE` takes a font file that has them\n"
            + "\n".join(f"  {line}" for line in found[:5] + rest)
        )
