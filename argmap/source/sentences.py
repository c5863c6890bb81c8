"""Splitting a paragraph into sentences, by a few rules that know initials, abbreviations, quotes and footnote marks.

Lines that are Markdown headings or list items are sentences of their own, without their marks.
Source: studies/source-anchors.md. The sentences are proposals to select by; nothing stored depends on them.
"""

import re
from collections.abc import Iterator

_CLOSING = r"""['"’”»)\]*_]*+(?:\[\^?\w{1,3}\]|[¹²³⁴-⁹⁰])*+"""
_END = re.compile(rf"(?<![.!?…])[.!?…]++{_CLOSING}(?=\s)|[。！？]++[」』”’]*+")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[ \t]*(?:>[ \t]?)*+[ \t]*(?P<mark>#{1,6}(?=\s)|[-*+•](?=\s)|\d{1,3}[.)](?=\s))?[ \t]*")
_UNDERLINE = re.compile(r"\s*(?:=+|-+)\s*")
_OPENING = "\"'“‘«(["
_BEFORE = re.compile(r"(?<![^\W_])[^\W_]+(?:[.\-&/][^\W_]+)*$")
_REACH = 40

_NEVER = frozenset(
    "mr mrs ms messrs dr prof st mt ft gen col lt sgt capt cmdr adm maj rev fr hon gov sen rep pres amb e.g i.e eg ie "
    "cf vs v viz ca approx al ed eds trans vol vols no nos nr p pp par para ch chap sec sect art fig figs eq n nn "
    "jan feb mar apr jun jul aug sept sep oct nov dec incl esp resp".split()
)
"""Abbreviations that something follows: a title's name, a number, an example."""

_AT_TIMES = frozenset("etc inc ltd co corp bros jr sr dept univ assn bd blvd ave rd a.m p.m ph.d m.d b.a m.a".split())
"""Abbreviations that may end a sentence, as initials and U.S. may; then a word that opens sentences follows."""

_OPENERS = frozenset(
    "a an the this that these those it its he she they we i you his her their our my your there here if when where "
    "while although though because since as in on at by for from with without to of and but or nor so yet still then "
    "thus hence however therefore moreover nevertheless nonetheless no not all some many most few each every any one "
    "only even both neither either what who why how which after before until unless during once perhaps among under "
    "over such another other furthermore besides also additionally consequently finally first second third indeed instead "
    "likewise meanwhile otherwise rather similarly today later because whether whatever according given like".split()
)


def sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """The first and the end of each sentence of a paragraph, in characters, without the spaces round it."""
    for start, end in _runs(paragraph):
        first = start
        for found in _END.finditer(paragraph, start, end):
            if found.end() < end and _ends(paragraph, first, found):
                yield from _stripped(paragraph, first, found.end())
                first = found.end()
        yield from _stripped(paragraph, first, end)


def _runs(paragraph: str) -> Iterator[tuple[int, int]]:
    """The parts that lines divide: a heading, a list item, the prose between them."""
    start: int | None = None
    end = 0
    listed = False
    for line in _LINE.finditer(paragraph):
        mark = _MARK.match(paragraph, line.start(), line.end())
        sign = mark["mark"] if mark else None
        if sign and sign[0].isdecimal() and start is not None and not listed and int(sign[:-1]) != 1:
            sign = None
        if start is not None and _UNDERLINE.fullmatch(paragraph, line.start(), line.end()):
            yield start, end
            start, listed = None, False
            continue
        if (sign or start is None) and mark:
            if start is not None:
                yield start, end
            start = mark.end()
            listed = bool(sign) and not sign.startswith("#") if sign else False
        end = line.end()
        if sign and sign.startswith("#") and start is not None:
            yield start, end
            start = None
    if start is not None:
        yield start, end


def _ends(text: str, first: int, found: re.Match[str]) -> bool:
    """Whether a sentence that began at `first` ends with these signs."""
    if found[0][0] in "。！？":
        return True
    at = found.end()
    while at < len(text) and (text[at].isspace() or text[at] in _OPENING or text[at] in ">*_"):
        at += 1
    following = text[at : at + _REACH].split(maxsplit=1)
    if not following:
        return True
    if following[0][0].islower():
        return False
    if found[0][0] != "." or found[0].startswith(".."):
        return True
    before = _BEFORE.search(text, max(first, found.start() - _REACH), found.start())
    if before is None:
        return True
    word = before[0].lower()
    opens = following[0].rstrip(",;:’”\"'").lower() in _OPENERS
    if word in _NEVER and not (found[0] != "." and opens):
        return word in ("no", "art", "mar", "sec", "v", "n", "p", "fig") and opens
    if word in _AT_TIMES or _initials(before[0]):
        return opens
    return not (before.start() == first and word.isdecimal() and len(word) <= 2)


def _initials(word: str) -> bool:
    parts = word.replace("-", ".").split(".")
    return all(len(part) == 1 for part in parts) and word[0].isupper() and word not in ("I",)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
