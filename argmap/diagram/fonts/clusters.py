"""What readers see as one sign: a letter with its marks, a syllable, an emoji of several characters, a flag.

Close to the extended grapheme clusters of UAX #29, from the character data that Python has. Thai and Lao vowels that
are written before their consonant stay with it too.
"""

import unicodedata
from functools import lru_cache

_JOINER = "\u200d"
_EXTENDING = frozenset("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f")
_LEADING = frozenset("เแโใไເແໂໃໄ\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f")
_NEVER_BOUND_ON = frozenset(
    "\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648\u0649\u0671\u0672\u0673\u0674\u0675"
    "\u0676\u0677\u0688\u0689\u068a\u068b\u068c\u068d\u068e\u068f\u0690\u0691\u0692\u0693\u0694\u0695\u0696\u0697"
    "\u0698\u0699\u06c0\u06c3\u06c4\u06c5\u06c6\u06c7\u06c8\u06c9\u06ca\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef"
)
"""Arabic letters that don't bind to the one after them."""


def clusters(text: str) -> list[str]:
    """The text cut into what readers see as one sign each."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def bound(text: str) -> list[str]:
    """The text cut where a word may be broken: between clusters, but not between Arabic letters that join."""
    found: list[str] = []
    for cluster in clusters(text):
        if found and _joins(cluster[0]) and _joins(found[-1][-1]) and _binds(found[-1]):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def _continues(cluster: str, char: str) -> bool:
    last = cluster[-1]
    if last.isascii() and char.isascii():
        return False
    kind = _kind(char)
    if kind == "extends" or (last in _LEADING and char != " "):
        return True
    if last == _JOINER:
        return kind == "pictograph" or (kind == "letter" and unicodedata.combining(cluster[-2:-1] or " ") == 9)
    if kind == "flag":
        return last == cluster and _kind(last) == "flag"
    if kind == "letter":
        return unicodedata.combining(last) == 9
    return (_kind(last), kind) in _HANGUL


_HANGUL = {
    ("leading", "leading"),
    ("leading", "vowel"),
    ("leading", "open"),
    ("leading", "closed"),
    ("vowel", "vowel"),
    ("vowel", "trailing"),
    ("open", "vowel"),
    ("open", "trailing"),
    ("closed", "trailing"),
    ("trailing", "trailing"),
}


@lru_cache(maxsize=8192)
def _kind(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Mc") or char in _EXTENDING:
        return "extends"
    if "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f":
        return "extends"
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return "flag"
    if "\u1100" <= char <= "\u11ff" or "\ua960" <= char <= "\ua97c" or "\ud7b0" <= char <= "\ud7fb":
        if char < "\u1160" or "\ua960" <= char <= "\ua97c":
            return "leading"
        return "vowel" if char < "\u11a8" or "\ud7b0" <= char <= "\ud7c6" else "trailing"
    if "\uac00" <= char <= "\ud7a3":
        return "open" if (ord(char) - 0xAC00) % 28 == 0 else "closed"
    if category == "So":
        return "pictograph"
    return "letter" if category in ("Lo", "Lm") else ""


def _joins(char: str) -> bool:
    return "\u0620" <= char <= "\u08ff" and _kind(char) in ("letter", "extends")


def _binds(text: str) -> bool:
    letter = next((char for char in reversed(text) if _kind(char) != "extends"), "")
    return letter not in _NEVER_BOUND_ON
