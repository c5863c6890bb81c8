"""Fonts that are installed on this machine, found by the name of their family."""

import os
import sys
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts.face import BOLD, REGULAR, Face, FontFile

ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_SHARED = ("/usr/local/share/fonts", "/usr/share/fonts", "/usr/share/texmf/fonts/opentype")
_WIDE_AS_USUAL = 5
_MOST_IN_A_COLLECTION = 64


class Style(NamedTuple):
    """One font of a family: its names (typographic, then the one that old programs show), weight and width class."""

    names: tuple[str, ...]
    font: FontFile
    weight: int
    breadth: int
    slanted: bool
    varies: bool


def folders() -> tuple[Path, ...]:
    """Where this platform keeps its fonts, the user's own first."""
    home = Path.home()
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (own / "Microsoft/Windows/Fonts", Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts")
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return (home / ".fonts", own / "fonts", *map(Path, _SHARED))


def font_files(places: Iterable[Path]) -> Iterator[Path]:
    """The font files in the folders and below them, in the same order on every run."""
    for place in places:
        for folder, within, names in os.walk(place):
            within.sort()
            yield from (Path(folder, name) for name in sorted(names) if name.lower().endswith(ENDINGS))


def installed(name: str) -> Face:
    """The family so called, whatever its capitals; its own bold where there is one.

    Raises DiagramError, with the nearest names, where no font of that name is installed.
    """
    wanted = _plain(name)
    known: dict[str, str] = {}
    found: list[Style] = []
    for path in font_files(folders()):
        for style in styles(path):
            known |= {_plain(each): each for each in style.names}
            if wanted in map(_plain, style.names):
                found.append(style)
    if not found:
        near = dict.fromkeys(
            [*get_close_matches(wanted, known, 5, 0.6), *(each for each in sorted(known) if wanted in each)][:5]
        )
        advice = f"near it: {', '.join(known[each] for each in near)}" if near else "a font file can be given instead"
        raise DiagramError(f'no font "{name}" is installed; {advice}')
    return _face(found)


def in_file(path: Path) -> Face:
    """The font in a file, with the bold of its family where that lies beside it.

    Raises DiagramError for a file that is no font.
    """
    own = styles(path)
    if not own or own[0].varies or own[0].slanted:
        return Face(path)
    beside = (style for each in font_files([path.parent]) if each.parent == path.parent for style in styles(each))
    same = [style for style in beside if style.names[-1] == own[0].names[-1] and style.weight > own[0].weight]
    return _face([own[0], *same])


def styles(path: Path) -> list[Style]:
    """The fonts that a file holds; none for a file that is no font."""
    import uharfbuzz

    try:
        blob = uharfbuzz.Blob.from_file_path(str(path))
        count = min(uharfbuzz.Face(blob).count, _MOST_IN_A_COLLECTION)
        found = [_style(uharfbuzz.Face(blob, index), FontFile(path, index)) for index in range(count)]
    except (OSError, ValueError, MemoryError, uharfbuzz.HarfBuzzError):
        return []
    return [style for style in found if style is not None]


def _style(face: Any, font: FontFile) -> Style | None:
    import uharfbuzz

    ids = uharfbuzz.OTNameIdPredefined
    names = dict.fromkeys(face.get_name(id) for id in (ids.TYPOGRAPHIC_FAMILY, ids.FONT_FAMILY))
    about = face.reference_table("OS/2").data
    if not any(names) or len(about) < 64:
        return None
    weight, breadth, selection = (int.from_bytes(about[at : at + 2], "big") for at in (4, 6, 62))
    varies = any(axis.tag == "wght" for axis in face.axis_infos)
    return Style(tuple(name for name in names if name), font, weight, breadth, bool(selection & 1), varies)


def _face(found: list[Style]) -> Face:
    """The upright style nearest to the regular weight and width, and the bold one like it."""
    regular = min(found, key=lambda style: _farness(style, REGULAR))
    like = [style for style in found if (style.slanted, style.breadth) == (regular.slanted, regular.breadth)]
    bold = min(like, key=lambda style: _farness(style, BOLD))
    usual = regular.breadth == _WIDE_AS_USUAL
    return Face(
        regular.font,
        bold.font if bold.weight >= max(600, regular.weight + 100) else None,
        regular.names[0] if usual else regular.names[-1],
    )


def _farness(style: Style, weight: int) -> tuple[bool, int, bool, int]:
    return style.slanted, abs(style.breadth - _WIDE_AS_USUAL), not style.varies, abs(style.weight - weight)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
