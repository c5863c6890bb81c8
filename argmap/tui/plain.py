"""Terminals with less: marks in ASCII, characters that an encoding can't hold, no colours."""

import os
import unicodedata
from collections.abc import Mapping

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_MARKS: Mapping[str, str] = {
    "∴": ":", "✗": "x", "╌": "~", "↗": "^", "·": ".", "‼": "!", "⚠": "!", "▸": "+", "▾": "-", "▌": ">", "●": "*",
    "…": "~", "›": ">", "‹": "<", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "§": "S", "¶": "P",
    "↑": "^", "↓": "v", "←": "<", "→": ">", "⏎": "E", "␊": "|", "×": "x", "✎": "n", "␛": "!", "−": "-", "≡": "=",
    "»": ">", "⇒": "=", "✓": "v",
    "┌": ",", "├": "|", "└": "`", "│": "|", "─": "-", "┐": ".", "┘": "'", "┤": "|", "┬": "+", "┴": "+", "┼": "+",
    "╭": ".", "╮": ".", "╰": "`", "╯": "'", "━": "=", "┃": "|", "═": "=", "║": "|",
    "○": "o", "■": "#", "□": "0", "▲": "^", "▼": "v", "◀": "<", "▶": ">", "🔎": "/ ", "␡": "?",
    "▁": "_", "▔": "-", "▏": "|", "▕": "|", "▎": "|", "▊": "|", "█": "#", "▀": "#", "▄": "#",
}  # fmt: skip
"""Marks and frames, each in ASCII and as wide."""

_TO_ASCII = {
    **dict.fromkeys(range(0x2580, 0x25A0), "#"),
    **dict.fromkeys(range(0x2500, 0x2580), "+"),
    **{ord(mark): plain for mark, plain in _MARKS.items()},
}


def in_ascii(text: str, encoding: str = "utf-8") -> str:
    """The text with its marks in ASCII, as wide as before.

    What else `encoding` can't hold loses its accents, or becomes a question mark for each cell.
    """
    if text.isascii():
        return text
    text = text.translate(_TO_ASCII)
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "".join(_held(character, encoding) for character in text)
    return text


def _held(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        width = cell_len(character)
        bare = unicodedata.normalize("NFKD", character)[:1]
        return bare if bare.isascii() and bare.isprintable() and cell_len(bare) == width else "?" * width
    return character


class AsciiMarks(LineFilter):
    """Shows every line of the app with its marks in ASCII."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with other characters, each as wide as before."""
        return [Segment(in_ascii(text, self._encoding), style, control) for text, style, control in segments]


def needs_ascii(encoding: str | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether marks can't be shown: the terminal's encoding can't hold them, or LC_ALL says there is only ASCII."""
    try:
        "".join(_MARKS).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return environment.get("LC_ALL") in ("C", "POSIX")
