"""The extras of argmap that bring fonts (`pip install 'argmap[cjk]'`), found by themselves once they are installed."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from argmap.diagram.fonts.face import Face


class Packed(NamedTuple):
    """A font in a package of the package index: its file, and its bold one as (package, file) where it has one."""

    package: str
    file: str
    bold: tuple[str, str] | None = None


class Extra(NamedTuple):
    """An extra of argmap, the characters it is for, and the fonts it brings."""

    name: str
    characters: re.Pattern[str]
    fonts: tuple[Packed, ...]


ARIMO = Packed("fontpkg-arimo", "Arimo[wght].ttf")
SERIF = Packed("fontpkg-pt-serif", "PT_Serif-Web-Regular.ttf", ("fontpkg-pt-serif", "PT_Serif-Web-Bold.ttf"))

_CJK = Packed(
    "noto-cjk-sans-jp-regular", "NotoSansCJKjp-Regular.otf", ("noto-cjk-sans-jp-bold", "NotoSansCJKjp-Bold.otf")
)
_NOTO = "manimgx-fonts"
_SCRIPTS = (
    "Armenian",
    "Bengali",
    "Devanagari",
    "Ethiopic",
    "Georgian",
    "Gujarati",
    "Gurmukhi",
    "Kannada",
    "Khmer",
    "Lao",
    "Malayalam",
    "Myanmar",
    "Oriya",
    "Sinhala",
    "Tamil",
    "Telugu",
    "Thai",
)

EXTRAS = (
    Extra(
        "cjk",
        re.compile("[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0002ffff]"),
        (_CJK,),
    ),
    Extra(
        "arabic",
        re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),
        (Packed("fontpkg-noto-sans-arabic", "NotoSansArabic[wdth,wght].ttf"),),
    ),
    Extra(
        "emoji",
        re.compile("[\u20e3\u2300-\u24ff\u2600-\u27bf\u2b05-\u2b55\U0001f100-\U0001f773\U0001f7e0-\U0001faff]"),
        (Packed(_NOTO, "NotoEmoji[wght].ttf"), Packed(_NOTO, "NotoSansSymbols[wght].ttf")),
    ),
    Extra(
        "scripts",
        re.compile("[\u0530-\u058f\u0900-\u0eff\u1000-\u10ff\u1200-\u139f\u1780-\u17ff\u19e0-\u19ff\u1c90-\u1cbf\u1cd0-\u1cff\u2d00-\u2d2f\u2d80-\u2ddf\ua8e0-\ua8ff\ua9e0-\ua9fe\uaa60-\uaa7f\uab00-\uab2f]"),
        tuple(Packed(_NOTO, f"NotoSans{script}[wght].ttf") for script in _SCRIPTS),
    ),
)  # fmt: skip
"""In the order they are asked. Hebrew needs none: Arimo has it."""


def located(package: str, file: str) -> Path | None:
    """Where a package keeps a file; None where it is not installed."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        found = (each.locate() for each in files(package) or () if each.name == file)
        return next((Path(str(each)) for each in found), None)
    except PackageNotFoundError:
        return None


@lru_cache(maxsize=32)
def packed_face(font: Packed) -> Face | None:
    """A font of a package; None where that is not installed."""
    path = located(font.package, font.file)
    return Face(path, located(*font.bold) if font.bold else None) if path else None


def supplied(missing: str) -> tuple[Face, ...]:
    """The fonts of installed extras that have some of these characters, first those of the extras that are for them."""
    found = []
    for extra in sorted(EXTRAS, key=lambda extra: not extra.characters.search(missing)):
        for font in extra.fonts:
            if missing and (face := packed_face(font)) is not None and any(map(face.has, missing)):
                found.append(face)
                missing = "".join(char for char in missing if not face.has(char))
    return tuple(found)


def supplying(missing: str) -> list[str]:
    """The names of the extras for some of these characters that are not installed."""
    return [
        extra.name
        for extra in EXTRAS
        if extra.characters.search(missing) and any(packed_face(font) is None for font in extra.fonts)
    ]
