"""The fonts of a figure, tried in order: how wide they set a line, and which characters none of them has."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts.face import REGULAR, Face

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


class Run(NamedTuple):
    """A stretch of one line that one font draws in one direction; `leftwards` as in Arabic."""

    text: str
    face: Face
    leftwards: bool = False

    def width(self, weight: int) -> float:
        """Its width in ems."""
        return self.face.width(self.text, weight, leftwards=self.leftwards)


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
        """The stretches of a line, from left to right as they are drawn."""
        leftwards = runs_leftwards(text)
        if (whole := self.face(text)) is not None:
            return [Run(text, whole, leftwards)]
        runs: list[Run] = []
        for char in text:
            fitting = [face for face in self.faces if face.has(char)] or [self.faces[0]]
            if runs and (runs[-1].face in fitting):
                runs[-1] = runs[-1]._replace(text=runs[-1].text + char)
            else:
                runs.append(Run(char, fitting[0], leftwards))
        return runs

    def width(self, text: str, weight: int = REGULAR) -> float:
        """The width of the text in ems."""
        if text.isascii() and (first := self.faces[0]).has(text):
            return first.width(text, weight)
        return sum(run.width(weight) for run in self.runs(text))

    def missing(self, text: str) -> str:
        """The characters that no font has, each once, in the order they first stand."""
        if self.faces[0].has(text):
            return ""
        return "".join(dict.fromkeys(char for char in text if not any(face.has(char) for face in self.faces)))


@lru_cache(maxsize=1)
def _bundled() -> Face:
    return Face(bundled_font())


def runs_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    directions = map(unicodedata.bidirectional, text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


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
