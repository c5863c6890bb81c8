"""The normalised words of a text, and the digest that an anchor keeps of a passage's."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2s
from typing import NamedTuple

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′＇", "'"),
        **dict.fromkeys("‐‑‒–−－", "-"),
    }
)
_STRAIGHT = {**_SIGNS, **dict.fromkeys(map(ord, "“”„‟"), '"')}
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_WORD = re.compile(rf"[^\W_]{_LETTER}*(?:[.'\-&/]{_LETTER}+)*")
_DIGEST_BYTES = 4
CHANGED_CASE = re.compile(r"(?<!\w)\[([^\W\d_])\](?=\w)")
"""A letter whose case a quoter changed: the first of "[t]he"."""


class Word(NamedTuple):
    """A normalised word and its offsets in the text, in characters."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The normalised words of a text.

    Curly quotes and dashes are folded one to one to straight ones, but the long dash, like two short
    ones, stands between words; footnote marks such as [1] are left out; a word is a run of letters
    and digits with inner . ' - & or /, casefolded and composed (NFC), so that two encodings of one
    accent are one word.
    """
    return [Word(_normal(found[0]), found.start(), found.end()) for found in _WORD.finditer(_folded(text))]


def normalised(text: str) -> list[str]:
    """The normalised words of a text, without their places."""
    return [_normal(word) for word in _WORD.findall(_folded(text))]


def straight(text: str) -> str:
    """The text with straight quotes and dashes, each as long as before."""
    return text if text.isascii() else text.translate(_STRAIGHT)


def digest(words: Iterable[str]) -> str:
    """The hash of an anchor: BLAKE2s with a 4-byte digest, in hex, of normalised words joined by one space."""
    return blake2s(" ".join(words).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def digests(words: Sequence[str], ends: Iterable[int]) -> Iterator[str]:
    """The digest of the first words up to each of the ascending ends."""
    so_far, done = blake2s(digest_size=_DIGEST_BYTES), 0
    for end in ends:
        more = " ".join(words[done:end])
        so_far.update(f" {more}".encode() if done and more else more.encode())
        done = end
        yield so_far.hexdigest()


def _folded(text: str) -> str:
    folded = text if text.isascii() else text.translate(_SIGNS)
    return _FOOTNOTE.sub(lambda mark: " " * len(mark[0]), folded) if "[" in folded else folded


def _normal(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word.casefold())
