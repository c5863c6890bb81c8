"""How close a statement keeps to its text: derived by comparing words, never declared.

| fidelity | what the map says |
|-|-|
| quotation | its words are those of a passage it points to |
| paraphrase | it points to a passage and has words of its own; a shortened passage (compression) is one too |
| interpretation | it points to no passage: drawn from the text, or imputed to it, by whoever made the map |
| implicit | the map says that the reader supplied it (`implicit = true`), and it quotes no passage |

Source: studies/source-anchors.md. Whether a statement without a passage is a fair reading or an imputation, and
whether another wording is a fair paraphrase, no comparison can tell.
"""

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias
from unicodedata import normalize

from argmap.model import ArgumentMap, Conditional, Sentence, Statement
from argmap.model.sources import Anchor
from argmap.source.words import CHANGED_CASE, Word, digest, words

Fidelity: TypeAlias = Literal["quotation", "paraphrase", "interpretation", "implicit"]

_BEGINNING = re.compile(r"[^\w\[]*([^\W_])")
_SEAM = re.compile(r"[.!?…]")


def fidelity(map: ArgumentMap, id: str) -> Fidelity | None:
    """How close a statement or conditional keeps to its text; told from the map alone, so that all machines agree.

    None for what isn't a sentence, in a map that names no source, and for a proposition that points to no passage:
    it is only mentioned, so nobody says that the text says it.

    Compared are the normalised words of the statement's own text with an anchor's digest and number of words;
    letter case, punctuation, quotes, footnote marks and "[t]he" for "the" don't matter. An anchor that has no digest
    yet is compared where its head words are the whole passage, else it quotes nothing. Several passages of one source,
    in the order of the anchors, make a quotation where each seam shows: an ellipsis or the end of a sentence. A
    conditional is compared by its `text`; one that is composed from its parts has no words of its own to compare.
    """
    sentence = map.sentence(id)
    if sentence is None or not map.sources:
        return None
    if sentence.anchor and _quotes(sentence):
        return "quotation"
    if sentence.implicit:
        return "implicit"
    if sentence.anchor:
        return "paraphrase"
    return None if map.outline.roles.get(id) == "proposition" else "interpretation"


def own_text(sentence: Sentence) -> str:
    """The words the author of the map wrote for a sentence; none for a conditional composed from its parts."""
    return sentence.text or "" if isinstance(sentence, Statement | Conditional) else ""


def _quotes(sentence: Sentence) -> bool:
    text = own_text(sentence)
    first = _first_letter(text)
    if first is not None and all(_first_letter(anchor.head) not in (first, None) for anchor in sentence.anchor):
        return False  # most statements, without splitting their words: every row of a large outline asks
    return any(
        _made_of(reading, [anchor for anchor in sentence.anchor if anchor.source == source])
        for reading in dict.fromkeys((text, CHANGED_CASE.sub(r"\1", text)))
        for source in dict.fromkeys(anchor.source for anchor in sentence.anchor)
    )


def _first_letter(text: str) -> str | None:
    """The letter or digit a text begins with, folded; None where a mark in brackets may stand before it."""
    found = _BEGINNING.match(text)
    return normalize("NFD", found[1].casefold())[0] if found is not None else None


def _made_of(text: str, anchors: Sequence[Anchor]) -> bool:
    """Whether a text is made of the passages of some anchors, in their order, and of nothing else."""
    found = words(text)
    ends = {0}
    for anchor in anchors:
        ends |= {end for start in ends if (end := _end(text, found, start, anchor)) is not None}
    return bool(found) and len(found) in ends


def _end(text: str, found: Sequence[Word], start: int, anchor: Anchor) -> int | None:
    """Where an anchor's passage ends if it begins at the word of this number, after a seam."""
    if start and (start == len(found) or not _SEAM.search(text, found[start - 1].end, found[start].start)):
        return None
    whole = [word.text for word in words(anchor.head)] if anchor.hash is None and anchor.tail is None else None
    count = len(whole) if whole is not None else anchor.words if anchor.words is not None else len(found) - start
    end = start + count
    if end > len(found):
        return None
    said = [word.text for word in found[start:end]]
    same = said == whole if whole is not None else digest(said) == anchor.hash
    return end if same else None
