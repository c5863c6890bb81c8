"""Quotations in statements: what stands in quotation marks, and whether a passage holds it.

Words in quotation marks are held where a passage has them one after the other, whatever their case, punctuation and
quotes. An ellipsis parts a quotation, and its parts must stand in the passage in order. What is in square brackets is
the quoter's: "[t]he" is "the", "want[s]" any word that begins so, and other brackets stand for any words or none. A
quotation may begin and end inside a compound ("China" in "China's", "power" in "power-oriented").
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from argmap.source.document import Document, Passage
from argmap.source.words import CHANGED_CASE, words


class Quoted(NamedTuple):
    """What stands in one pair of quotation marks, and its offsets in the statement's text, in characters."""

    text: str
    start: int
    end: int


Parts: TypeAlias = list[list[str]]
"""The words of a quotation, cut at ellipses and inside compounds; a "*" stands for letters that the quoter changed."""

_MARKS = re.compile(
    r"""
    “(?P<curly>[^“”]*(?:“[^“”]*”[^“”]*)*)”
    | (?<!\w)„(?P<low>[^„“”]*)[“”]
    | (?<!\w)«\s?(?P<guillemets>[^«»]*?)\s?»
    | (?<!\w)»(?P<inward>[^«»]*)«(?!\w)
    | (?<!\w)”(?P<right>[^“”]*)”(?!\w)
    | (?<!\w)"(?=\S)(?P<straight>[^"]*)(?<=\S)"(?!\w)
    """,
    re.VERBOSE,
)
_SHORTENED = r"(?:tis|tisn|twas|twere|twill|em|til|till|n|cause|cos|course|bout|round|neath|gainst|ere|\d\d?0?s?)\b"
_OPENING = re.compile(rf"(?:(?<=^)|(?<=[\s(\[—–/-]))['‘](?=[^\W_]|[\[(…£$€“\"])(?!{_SHORTENED})", re.IGNORECASE)
_CLOSING = re.compile(r"(?<=[^\s(\[—–/'‘-])['’](?!\w)")
_POSSESSIVE = re.compile(r"[sS]['’]\Z")

_WORD_AFTER = re.compile(r"\s+\w")

_BESIDE_LETTERS = re.compile(r"(?<=\w)\[(?!\d{1,3}\])[^\[\]]*\]|\[(?!\d{1,3}\])[^\[\]]*\](?=\w)")
_APART = re.compile(r"\[(?!\d{1,3}\])[^\[\]]*\]")
_ELLIPSIS = re.compile(r"…|\.\s*\.")
_INSIDE = re.compile(r"[.'&/-]")


def quoted(text: str) -> list[Quoted]:
    """What a statement puts in quotation marks, in order; a quotation inside another belongs to that one.

    Single quotation marks count only where they are surely none of apostrophes.
    """
    found = [
        Quoted(text[mark.start(name) : mark.end(name)], mark.start(name), mark.end(name))
        for mark in _MARKS.finditer(text)
        if (name := mark.lastgroup) is not None
    ]
    hidden = _MARKS.sub(lambda mark: " " * len(mark[0]), text)
    return sorted([*found, *_single(text, hidden)], key=lambda each: each.start)


def _single(text: str, hidden: str) -> Iterator[Quoted]:
    """What stands in single quotation marks of a text whose other quotations are hidden."""
    openings = [mark.start() for mark in _OPENING.finditer(hidden)]
    for opening, limit in zip(openings, [*openings[1:], len(hidden)], strict=False):
        closings = [mark.start() for mark in _CLOSING.finditer(hidden, opening + 1, limit)]
        sure = [at for at in closings if not _POSSESSIVE.search(hidden, opening, at + 1)]
        if not sure and (hidden[opening] == "‘" or (closings and not _WORD_AFTER.match(hidden, closings[0] + 1))):
            sure = closings
        if len(sure) == 1:
            yield Quoted(text[opening + 1 : sure[0]], opening + 1, sure[0])


def unheld(text: str, passages: Sequence[Sequence[str]]) -> list[Quoted]:
    """The quotations in a statement's text that none of its passages holds.

    `passages` are the normalised words of each passage it points to; the parts of one quotation may stand in several
    of them, in their order. A statement without a passage at hand is not judged: nobody says whose words they are.
    """
    known = [piece for passage in passages for word in (*passage, "") for piece in _pieces(word)]
    return [each for each in quoted(text) if passages and _standing(parts(each.text), known) is None]


def places(document: Document, passage: Passage, quotation: str) -> list[list[Passage]]:
    """Where a quotation stands in a passage of a text: its parts, for each place where the first of them stands."""
    known, owners = [], []
    for word in document.words_of(passage):
        for piece in _pieces(word.text):
            known.append(piece)
            owners.append(word)
    wanted = parts(quotation)
    found = []
    start = 0
    while wanted and (at := _standing(wanted, known, start)) is not None:
        found.append([Passage(owners[first].start, owners[end - 1].end) for first, end in at])
        start = at[0][0] + 1
    return found


def parts(quotation: str) -> Parts:
    """The words of a quotation, as they are looked for in a passage."""
    text = CHANGED_CASE.sub(r"\1", quotation.replace("*", " "))
    text = _APART.sub(" … ", _BESIDE_LETTERS.sub("*", text))
    found: Parts = []
    end = 0
    for word in words(text):
        pieces = _pieces(word.text)
        if text[word.start - 1 : word.start] == "*":
            pieces[0] = "*" + pieces[0]
        if text[word.end : word.end + 1] == "*":
            pieces[-1] += "*"
        if not found or _ELLIPSIS.search(text, end, word.start):
            found.append([])
        found[-1] += pieces
        end = word.end
    return found


def _pieces(word: str) -> list[str]:
    return _INSIDE.split(word)


def _standing(wanted: Parts, known: Sequence[str], start: int = 0) -> list[tuple[int, int]] | None:
    """Where each part stands among known words, each after the one before; None where one doesn't."""
    found = []
    for part in wanted:
        begin = range(start, len(known) - len(part) + 1)
        first = next((at for at in begin if all(_same(each, known[at + n]) for n, each in enumerate(part))), None)
        if first is None:
            return None
        start = first + len(part)
        found.append((first, start))
    return found


def _same(wanted: str, known: str) -> bool:
    if "*" not in wanted:
        return wanted == known
    return known.startswith(wanted[:-1]) if wanted.endswith("*") else known.endswith(wanted[1:])
