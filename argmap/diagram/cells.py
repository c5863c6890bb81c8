"""How many terminal cells text takes."""

import unicodedata
from functools import lru_cache


def cells(text: str) -> int:
    """The width of the text in terminal cells: ideographs take two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_char, text))


@lru_cache(maxsize=4096)
def _char(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
