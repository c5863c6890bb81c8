"""Text as a figure shows it: nothing in it is ever read as a command, and it breaks into lines."""

import re
from collections.abc import Callable

from argmap.model.visible import signed

_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_IN_QUOTES = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")
_SINGLE = str.maketrans('“”„"', "‘’‚'")
_NO_LINE_START = "、。，．・：；？！ー゛゜ヽヾゝゞ々）］｝」』】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
_NO_LINE_END = "（［｛「『【〈《〔"


def visible(text: str) -> str:
    """The text on one line; control and direction characters read as [U+001B].

    Signs that every font has: Arimo lacks the control pictures.
    """
    return signed(_SPACE.sub(" ", text).strip(), "[U+{:04X}]".format)


def in_quotes(text: str) -> str:
    """The text in quotation marks, those inside it single; as it is where it stands in such marks as a whole."""
    if _IN_QUOTES.fullmatch(text):
        return text
    return f"“{text.translate(_SINGLE)}”"


def first_words(text: str, limit: int = 40) -> str:
    """The visible text, cut behind a word with an ellipsis where it has more than `limit` characters."""
    text = visible(text)
    if len(text) <= limit:
        return text
    cut = text[:limit].rpartition(" ")[0] or text[:limit]
    return cut.rstrip(" ,;:") + " …"


def wrapped(text: str, limit: float, width: Callable[[str], float], *, even: bool = False) -> list[str]:
    """Break `text` into lines no wider than `limit`, in the unit that `width` measures.

    Lines break at spaces, after dashes and between ideographs; a word wider than the limit is
    broken inside. `even` makes lines about equally long, without taking more of them.
    """
    pieces: list[tuple[str, float, float]] = []
    for piece in _pieces(text):
        bare = piece.rstrip(" ")
        measured = width(bare)
        if measured > limit:
            pieces += [(part, w := width(part), w) for part in _broken(bare, limit, width)]
            if bare != piece and pieces:
                last, bare_width, _ = pieces[-1]
                pieces[-1] = (last + " ", bare_width, width(last + " "))
        else:
            pieces.append((piece, measured, measured if bare == piece else width(piece)))
    lines = _filled(pieces, limit)
    if even and len(lines) > 1:
        widest = max(bare for _, bare, _ in pieces)
        low = max(widest, sum(full for _, _, full in pieces) / len(lines) * 0.9)
        high = limit
        for _ in range(5):
            middle = (low + high) / 2
            narrower = _filled(pieces, middle)
            if len(narrower) <= len(lines):
                lines, high = narrower, middle
            else:
                low = middle
    return lines


def _filled(pieces: list[tuple[str, float, float]], limit: float) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for piece, bare, full in pieces:
        if line and used + bare > limit + 1e-6:
            lines.append("".join(line).rstrip(" "))
            line, used = [], 0.0
        line.append(piece)
        used += full
    lines.append("".join(line).rstrip(" "))
    return lines


_BREAK = re.compile(r"(?<= )(?=[^ ])|(?<=[^\W_]{2}[-–—/])(?=[^\W_]{2})")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003fffd]"
)


def _pieces(text: str) -> list[str]:
    found = _BREAK.split(text)
    if not _WIDE.search(text):
        return found
    return [part for piece in found for part in _ideographs(piece)]


def _ideographs(piece: str) -> list[str]:
    parts = [""]
    for char in piece:
        last = parts[-1][-1:]
        apart = (_WIDE.match(char) or (last and _WIDE.match(last))) and last not in _NO_LINE_END
        if last and apart and char not in _NO_LINE_START and char != " ":
            parts.append(char)
        else:
            parts[-1] += char
    return parts


def _broken(word: str, limit: float, width: Callable[[str], float]) -> list[str]:
    parts, start = [], 0
    while start < len(word):
        low, high = start + 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            if width(word[start:middle]) <= limit:
                low = middle
            else:
                high = middle - 1
        parts.append(word[start:low])
        start = low
    return parts
