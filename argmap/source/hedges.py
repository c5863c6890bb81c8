"""Quotations cut away from what hedges or qualifies them in the same sentence of their text."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from argmap.model import ArgumentMap, Conditional
from argmap.source.document import Document, Passage
from argmap.source.fidelity import fidelity, own_text
from argmap.source.hedge_words import HedgeKind, Side, rules, said_otherwise
from argmap.source.quotations import places, quoted
from argmap.source.words import words

Held: TypeAlias = tuple[Document, Passage]
"""A passage, in its text."""


class Hedge(NamedTuple):
    """What a quotation leaves out: the hedge's kind, its words as the text writes them, and their place in the text.

    `side` says where they stand, seen from the quoted words.
    """

    kind: HedgeKind
    words: str
    place: Passage
    side: Side


_BLANK = re.compile(r"[“”„«»\"*_£$€¥\s]|\[\d{1,3}\]")
_FAR = 600
"""So many characters off, nothing governs a stretch any more: no sentence that people read is as long."""
_HARD_STOP = re.compile(r"[;:()]|—|\s[–-]\s")


def cut_hedges(map: ArgumentMap, id: str, passages: Sequence[Held]) -> list[tuple[str, Hedge]]:
    """What the quotations in a statement or conditional leave out: the quoted words, and the hedge, of each.

    `passages` are those its anchors point to, as far as they are at hand. A statement that is a quotation as a whole
    is judged as one. A proposition claims nothing and is not judged; a conditional keeps its condition, one with a
    qualifier its hedge, and `by` says whose claim it is.
    """
    sentence = map.sentence(id)
    if sentence is None or map.outline.roles.get(id) == "proposition":
        return []
    kept: set[HedgeKind] = {"report"} if sentence.by else set()
    if isinstance(sentence, Conditional):
        kept |= {"condition", "possibility"} if sentence.qualifier else {"condition"}
    found: list[tuple[str, Hedge]] = []
    for said, around, holding in _quotations(map, id, own_text(sentence), passages):
        cut = [cut_hedge(document, passage, said, around, kept) for document, passage in holding]
        found += [(said, hedge) for hedge in cut[:1] if hedge is not None and all(cut)]
    return found


def _quotations(
    map: ArgumentMap, id: str, text: str, passages: Sequence[Held]
) -> Iterator[tuple[str, str, Sequence[Held]]]:
    """The quotations in a statement: their words, the statement's other words, and the passages that hold them."""
    if fidelity(map, id) != "quotation":
        for each in quoted(text):
            holding = [(document, passage) for document, passage in passages if places(document, passage, each.text)]
            yield each.text, f"{text[: each.start]} {text[each.end :]}", holding
        return
    statement = Document.of(text)
    for document, passage in passages:
        said = document.text[slice(*passage)]
        for place in places(statement, Passage(0, len(text)), said)[:1]:
            yield said, f"{text[: place[0].start]} {text[place[-1].end :]}", [(document, passage)]


def cut_hedge(
    document: Document, passage: Passage, quotation: str, around: str = "", kept: Collection[HedgeKind] = ()
) -> Hedge | None:
    """The hedge that governs a quotation's words in their sentence and that the quotation leaves out, if any.

    The words are looked for in the passage; the hedge may stand outside it. `around` is the rest of the statement: a
    hedge is not left out that has its like there. Without it the statement is the quotation and nothing else. Of the
    kinds that the map keeps in other ways none is told. None too where the passage doesn't hold the words, or holds
    them a second time without a hedge.
    """
    cut = [_cut(document, stretches, around, kept) for stretches in places(document, passage, quotation)]
    return cut[0] if cut and all(cut) else None


def _cut(document: Document, stretches: Sequence[Passage], around: str, kept: Collection[HedgeKind]) -> Hedge | None:
    count = sum(len(document.words_of(stretch)) for stretch in stretches) if words(around) else len(document.text)
    ends = [0, *(stretch.end for stretch in stretches)]
    starts = [*(stretch.start for stretch in stretches[1:]), len(document.text)]
    for stretch, end, start in zip(stretches, ends, starts, strict=False):
        first, last = _sentence(document, stretch.start), _sentence(document, stretch.end - 1)
        clause = _HARD_STOP.split(_plain(document.text[max(first.start, end, stretch.start - _FAR) : stretch.start]))[
            -1
        ]
        beside: Mapping[Side, Passage] = {
            "before": Passage(stretch.start - len(clause), stretch.start),
            "after": Passage(stretch.end, min(last.end, start, stretch.end + _FAR)),
        }
        if (found := _governing(document, beside, count, around, kept)) is not None:
            return found
    return None


def _governing(
    document: Document, beside: Mapping[Side, Passage], count: int, around: str, kept: Collection[HedgeKind]
) -> Hedge | None:
    """The first hedge in the text before and after a stretch of so many words."""
    said = {side: _plain(document.text[slice(*passage)]) for side, passage in beside.items()}
    for rule in rules():
        if rule.kind in kept or count < rule.least or not rule.begins.match(document.text, beside["before"].end):
            continue
        found = rule.pattern.search(said[rule.side])
        if found is not None and not said_otherwise(rule.kind).search(around):
            start = beside[rule.side].start + found.start("hedge")
            hedge = document.text[start : start + len(found["hedge"])].rstrip(" ,")
            return Hedge(rule.kind, " ".join(hedge.split()), Passage(start, start + len(hedge)), rule.side)
    return None


def _plain(text: str) -> str:
    """The text, as long as before, with straight apostrophes, and spaces for the marks that say nothing here."""
    return _BLANK.sub(lambda mark: " " * len(mark[0]), text.replace("’", "'"))


def _sentence(document: Document, offset: int) -> Passage:
    """The sentence that holds an offset, or the whole text where none does."""
    at = bisect_right(document.sentences, offset, key=lambda sentence: sentence.start) - 1
    return document.sentences[at] if at >= 0 else Passage(0, len(document.text))
