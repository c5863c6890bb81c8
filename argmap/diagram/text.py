"""Text as a figure shows it: nothing in it is ever read as a command, and it breaks into lines."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from argmap.diagram.fonts.clusters import bound, clusters
from argmap.model.visible import signed

_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_IN_QUOTES = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")
_SINGLE = str.maketrans('“”„"', "‘’‚'")
_NO_LINE_START = (
    "、。，．・：；？！ー゛゜ヽヾゝゞ々）］｝」』】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.;:!?)]}%»”’…"
)
_NO_LINE_END = "（［｛「『【〈《〔([{«“‘„"


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


def wrapped(
    text: str, limit: float, width: Callable[[str], float], *, even: bool = False, whole: float = 0.0
) -> list[str]:
    """Break `text` into lines no wider than `limit`, in the unit that `width` measures.

    Lines break at spaces, after dashes and between ideographs; a word wider than the limit is
    broken inside, but a letter is never parted from its marks, nor an emoji or a flag cut. A word
    no wider than `whole` isn't broken: the lines get as wide as it. `even` makes lines about
    equally long, without taking more of them.
    """
    pieces: list[tuple[str, float, float]] = []
    parts = _pieces(text)
    if whole > limit:
        limit = max(limit, *(wide for part in parts if (wide := width(part.rstrip(" "))) <= whole), limit)
    for piece in parts:
        bare = piece.rstrip(" ")
        measured = width(bare)
        if measured > limit:
            pieces += [(part, w := width(part), w) for part in _broken(bare, limit, width)]
            if bare != piece and pieces:
                last, bare_width, _ = pieces[-1]
                pieces[-1] = (last + " ", bare_width, width(last + " "))
        else:
            pieces.append((piece, measured, measured if bare == piece else width(piece)))
    bares, fulls = [bare for _, bare, _ in pieces], [full for _, _, full in pieces]
    starts = _starts(bares, fulls, limit, len(pieces))
    assert starts is not None
    if even and len(starts) > 1:
        low = max(*bares, sum(fulls) / len(starts) * 0.9)
        high = limit
        for _ in range(5):
            middle = (low + high) / 2
            if (narrower := _starts(bares, fulls, middle, len(starts))) is not None:
                starts, high = narrower, middle
            else:
                low = middle
    texts = [text for text, _, _ in pieces]
    return ["".join(texts[start:end]).rstrip(" ") for start, end in pairwise([*starts, len(texts)])]


def _starts(bares: Sequence[float], fulls: Sequence[float], limit: float, most: int) -> list[int] | None:
    """Which pieces begin the lines that are filled up to a limit; None where that takes more lines than `most`."""
    starts = [0]
    limit += 1e-6
    used = 0.0
    for index, bare in enumerate(bares):
        if used + bare > limit and index > starts[-1]:
            if len(starts) == most:
                return None
            starts.append(index)
            used = 0.0
        used += fulls[index]
    return starts


_STEP = 32
"""How many clusters are tried first as one part of a broken word."""

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
    for cluster in clusters(piece):
        char, last = cluster[0], parts[-1][-1:]
        apart = (_WIDE.match(char) or (last and _WIDE.match(last))) and last not in _NO_LINE_END
        if last and apart and char not in _NO_LINE_START and char != " ":
            parts.append(cluster)
        else:
            parts[-1] += cluster
    return parts


def _broken(word: str, limit: float, width: Callable[[str], float]) -> list[str]:
    """The word in parts no wider than the limit, cut between clusters.

    Arabic letters that join stay together unless they are wider than the limit by themselves.
    """
    units = [
        unit
        for whole in bound(word)
        for unit in ([whole] if len(whole) == 1 or width(whole) <= limit else clusters(whole))
    ]
    parts, start = [], 0
    while start < len(units):
        low, high = start + 1, min(len(units), start + _STEP)
        while high < len(units) and width("".join(units[start:high])) <= limit:
            low, high = high, min(len(units), start + 2 * (high - start))
        while low < high:
            middle = (low + high + 1) // 2
            if width("".join(units[start:middle])) <= limit:
                low = middle
            else:
                high = middle - 1
        parts.append("".join(units[start:low]))
        start = low
    return parts
