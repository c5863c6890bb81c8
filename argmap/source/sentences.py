"""Splitting a paragraph into sentences, by a few rules that know initials, abbreviations, quotes and footnote marks.

Lines that are Markdown headings or list items are sentences of their own, without their marks.
Source: studies/source-anchors.md. The sentences are proposals to select by; nothing stored depends on them.
"""

import re
from collections.abc import Iterator

from argmap.source.english.lexicon import listed

_CLOSING = r"""['"’”»)\]*_]*+(?:\[\^?\w{1,3}\]|[¹²³⁴-⁹⁰])*+"""
_END = re.compile(rf"(?<![.!?…])[.!?…]++{_CLOSING}(?=\s)|[。！？]++[」』”’]*+")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(
    r"[ \t]*(?:>[ \t]?)*+[ \t]*(?:(?P<heading>#{1,6})\s|(?:(?P<bullet>[-*+•])|(?P<number>\d{1,3})[.)])\s)?[ \t]*"
)
_UNDERLINE = re.compile(r"\s*(?:=+|-+)\s*")
_LEADING = re.compile(r"\s*(?:(?<=\n)>[ \t]?)*\s*")
_OPENING = "\"'“‘«([>*_"
_BEFORE = re.compile(r"(?<![^\W_])[^\W_]+(?:[.\-&/][^\W_]+)*$")
_REACH = 40

_NEVER = listed(
    "mr mrs ms messrs dr prof st mt ft gen col lt sgt capt cmdr adm maj rev fr hon gov sen rep pres amb e.g i.e eg ie "
    "cf vs viz ca approx al ed eds trans vol vols nos nr pp par para ch chap sect arts figs eq nn jan feb apr jun jul "
    "aug sept sep oct nov dec incl esp resp"
)
"""Abbreviations that something follows: a title's name, a number, an example."""

_SOMETIMES = listed(
    "etc inc ltd co corp bros jr sr dept univ assn bd blvd ave rd a.m p.m ph.d m.d b.a m.a no art fig sec mar v p n"
)
"""Abbreviations, or words like them, that end a sentence where a word follows that opens sentences."""

_OPENERS = listed(
    "a an the this that these those it its he she they we i you his her their our my your there here if when where "
    "while although though because since as in on at by for from with without to of and but or nor so yet still then "
    "thus hence however therefore moreover nevertheless nonetheless no not all some many most few each every any one "
    "only even both neither either what who why how which after before until unless during once perhaps among under "
    "over such another other furthermore besides also additionally consequently finally first second third indeed "
    "instead likewise meanwhile otherwise rather similarly today later whether whatever according given like nobody "
    "nothing"
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
        if start is not None and _UNDERLINE.fullmatch(paragraph, line.start(), line.end()):
            yield start, end
            start, listed = None, False
            continue
        mark = _MARK.match(paragraph, line.start(), line.end())
        assert mark is not None  # it matches nothing as well
        number = mark["number"]
        item = bool(mark["bullet"] or (number and (start is None or listed or int(number) == 1)))
        if start is not None and (item or mark["heading"]):
            yield start, end
            start = None
        if start is None:
            start, listed = mark.end(), item
        end = line.end()
        if mark["heading"]:
            yield start, end
            start = None
    if start is not None:
        yield start, end


def _ends(text: str, first: int, found: re.Match[str]) -> bool:
    """Whether a sentence that began at `first` ends with these signs."""
    if found[0][0] in "。！？":
        return True
    at = found.end()
    while at < len(text) and (text[at].isspace() or text[at] in _OPENING):
        at += 1
    following = text[at : at + _REACH].split(maxsplit=1)
    if not following:
        return True
    if following[0][0].islower():
        return False
    before = _BEFORE.search(text, max(first, found.start() - _REACH), found.start())
    if found[0][0] != "." or found[0].startswith("..") or before is None:
        return True
    word, opens = before[0].lower(), following[0].rstrip(",;:’”\"'").lower() in _OPENERS
    if word in _NEVER:
        return found[0] != "." and opens
    return opens if word in _SOMETIMES or _initials(before[0]) else True


def _initials(word: str) -> bool:
    parts = word.replace("-", ".").split(".")
    return all(len(part) == 1 for part in parts) and word[0].isupper() and word != "I"


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    end = start + len(text[start:end].rstrip())
    if start < end:
        yield start, end
