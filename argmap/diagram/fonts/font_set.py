"""The fonts of a figure, tried in order: how wide they set a line, and which characters none of them has."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts import extras, installed
from argmap.diagram.fonts.clusters import clusters
from argmap.diagram.fonts.direction import in_visual_order, levels, runs_leftwards, turns
from argmap.diagram.fonts.face import REGULAR, Face, FontFile


def bundled_font() -> Path:
    """The font file that comes with argmap; raises DiagramError where it is not installed."""
    found = extras.located(extras.ARIMO.package, extras.ARIMO.file)
    if found is None:
        raise DiagramError(f"the figures' font is missing: install the package {extras.ARIMO.package}")
    return found


class Run(NamedTuple):
    """A stretch of one line that one font draws in one direction; `leftwards` as in Arabic.

    `start` is where it stands in the line as it is read.
    """

    text: str
    face: Face
    leftwards: bool = False
    start: int = 0

    def width(self, weight: int) -> float:
        """Its width in ems."""
        return self.face.width(self.text, weight, leftwards=self.leftwards)


@dataclass(frozen=True)
class Fonts:
    """The fonts of a figure, tried in order; the first is its main font."""

    faces: tuple[Face, ...]
    _known: dict[str, tuple[Face, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _cut: dict[tuple[str, bool], list[Run]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, fallbacks: Sequence[Path | str] = (), main: str = "") -> "Fonts":
        """The main font, the `fallbacks` for what it lacks and, last, Arimo; each a name or a file, as for `chosen`.

        Raises DiagramError for an unreadable file and for a font that is not installed.
        """
        faces = [chosen(main), *map(chosen, fallbacks), chosen("")]
        first: dict[FontFile, Face] = {}
        for face in faces:
            first.setdefault(face.file(), face)
        return cls(tuple(first.values()))

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(face.family for face in self.faces)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every font file, bold ones too."""
        return tuple(dict.fromkeys(path for face in self.faces for path in face.paths))

    def only(self, line: str, leftwards: bool | None = None) -> Face | None:
        """The font that draws all of a line; None where it takes several."""
        found = {run.face for run in self.runs(line, leftwards)} or {self.faces[0]}
        return found.pop() if len(found) == 1 else None

    def runs(self, line: str, leftwards: bool | None = None) -> list[Run]:
        """The stretches of a line, from left to right as they are drawn.

        `leftwards` says which way the paragraph runs that the line is of; None: as its own first letter does.
        """
        if leftwards is None:
            leftwards = runs_leftwards(line)
        first = self.faces[0]
        if not leftwards and first.has(line) and not turns(line):
            return [Run(line, first)]
        if (known := self._cut.get((line, leftwards))) is None:
            known = self._cut[line, leftwards] = self._runs(line, leftwards)
        return known

    def _runs(self, line: str, leftwards: bool) -> list[Run]:
        parts = clusters(line)
        height = levels(line, leftwards)
        found: list[Run] = []
        at = 0
        for part, face in zip(parts, self._chosen(parts), strict=True):
            if found and found[-1].face is face and height[found[-1].start] == height[at]:
                found[-1] = found[-1]._replace(text=found[-1].text + part)
            else:
                found.append(Run(part, face, bool(height[at] % 2), at))
            at += len(part)
        return in_visual_order(found, lambda run: height[run.start])

    def _chosen(self, parts: Sequence[str]) -> list[Face]:
        """The font of every cluster: a letter's is the first that has it; the rest go with the letter before them.

        What is before the first letter goes with that one.
        """
        if self.faces[0].has("".join(parts)):
            return [self.faces[0]] * len(parts)
        fitting = [self._having(part) or (self._base(part),) for part in parts]
        letters = [part[0].isalpha() for part in parts]
        beside = next((faces[0] for faces, letter in zip(fitting, letters, strict=True) if letter), self.faces[0])
        found = []
        for faces, letter in zip(fitting, letters, strict=True):
            if letter:
                beside = faces[0]
            found.append(beside if beside in faces else faces[0])
        return found

    def _having(self, cluster: str) -> tuple[Face, ...]:
        if (known := self._known.get(cluster)) is None:
            known = self._known[cluster] = tuple(face for face in self.faces if face.has(cluster))
        return known

    def _base(self, cluster: str) -> Face:
        """The font for a cluster that none has all of."""
        return next(iter(self._having(cluster[0])), self.faces[0])

    def width(self, text: str, weight: int = REGULAR) -> float:
        """The width of the text in ems."""
        if text.isascii() and (first := self.faces[0]).has(text):
            return first.width(text, weight)
        return sum(run.width(weight) for run in self.runs(text))

    def missing(self, text: str) -> str:
        """The characters that no font has, each once, in the order they first stand.

        A mark counts as missing too where the font of its letter lacks it.
        """
        if self.faces[0].has(text):
            return ""
        lacking = (cluster for cluster in clusters(text) if not self._having(cluster))
        return "".join(
            dict.fromkeys(char for cluster in lacking for char in cluster if not self._base(cluster).has(char))
        )

    def completed(self, texts: Iterable[str]) -> "Fonts":
        """These fonts and those of installed extras that have what they lack for the texts."""
        missing = "".join(filter(None, map(self.missing, texts)))
        found = extras.supplied(missing) if missing else ()
        return Fonts((*self.faces, *found)) if found else self


def chosen(font: Path | str) -> Face:
    """The font so named: "" or "arimo", "serif", a font file (by its ending), or the family of an installed font.

    Raises DiagramError for a file that is no font and for a name that is not installed.
    """
    name = str(font)
    if name.casefold() in ("", "arimo"):
        return _bundled()
    if name == "serif":
        if (face := extras.packed_face(extras.SERIF)) is None:
            raise DiagramError("the serif font is not installed; install it: pip install 'argmap[serif]'")
        return face
    if isinstance(font, Path) or name.lower().endswith(installed.ENDINGS):
        return installed.in_file(Path(font))
    return installed.installed(name)


@lru_cache(maxsize=1)
def _bundled() -> Face:
    return Face(bundled_font())


def require(fonts: Fonts, texts: Iterable[tuple[str, str]]) -> Fonts:
    """The fonts, with those of installed extras where they lack a character; `texts` are (label, text).

    Raises DiagramError naming every character that none of them has.
    """
    texts = list(texts)
    fonts = fonts.completed(text for _, text in texts)
    found: list[str] = []
    every = ""
    for label, text in texts:
        if missing := fonts.missing(text):
            every += missing
            signs = ", ".join(f"{char} (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})" for char in missing[:8])
            more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
            found.append(f"{label}: {signs}{more}")
    if found:
        rest = [f"... and {len(found) - 5} more statements"] if len(found) > 5 else []
        raise DiagramError(
            f"no font of the figure ({', '.join(fonts.families)}) has these characters; {_advice(every)}\n"
            + "\n".join(f"  {line}" for line in found[:5] + rest)
        )
    return fonts


def _advice(missing: str) -> str:
    names = ",".join(extras.supplying(missing))
    own = "`argmap export --fallback FONT` takes a font that has them, by name or file"
    return f"`pip install 'argmap[{names}]'` brings fonts for most such characters; {own}" if names else own
