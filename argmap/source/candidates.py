"""Conditionals that a text states, offered as if-then.

Found by rules: a connective that introduces a condition, the halves on both sides of it, and what else the words
may be. Concessions ("even if"), comparisons ("the more, the more"), times ("until"; "when" but
for "when a thing is so") and conditions of somebody else's kind ("whoever") are not offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.model.statements import Qualifier
from argmap.source.document import Document, Paragraph, Passage
from argmap.source.english.clauses import finite, main_verb, past, word
from argmap.source.english.connectives import NONE, Place, places
from argmap.source.english.extents import opens, result_end, result_stop
from argmap.source.english.halves import Halves, Stretch, halves
from argmap.source.english.lexicon import MODALS
from argmap.source.english.lookalikes import asks, other, states
from argmap.source.english.tokens import Lane, lanes
from argmap.source.english.unintroduced import commands, duties, lacks, pointing_back, supposition
from argmap.source.english.wording import condition_words, hedge, only_before_verb, result_words, sentence, tightened


@dataclass(frozen=True, slots=True)
class Candidate:
    """A conditional found in a text.

    `passage` is the whole of it, within one sentence; where a sentence only says what to suppose, it goes on in the
    next. `antecedent` and `consequent` are the halves' own words there, and `if_text` and `then_text` the same as
    sentences of their own. Where the text says what must not hold ("unless"), the antecedent is `negated`.
    `qualifier` is the consequent's hedge.
    """

    passage: Passage
    antecedent: Passage
    consequent: Passage
    if_text: str
    then_text: str
    negated: bool = False
    qualifier: Qualifier | None = None


def candidates(document: Document) -> list[Candidate]:
    """The conditionals of a text, in its order."""
    text = document.text
    found: list[Candidate] = []
    supposed: Stretch | None = None
    paragraph: Paragraph | None = None
    for start, end in document.sentences:
        row = lanes(text, start, end)
        before, supposed = supposed, supposition(row[0])
        if before is not None and supposed is None and document.paragraph_at(start) == paragraph:
            found += _supposed(text, before, row[0], 0)
        for lane in row:
            found += _in_lane(text, lane)
        paragraph = document.paragraph_at(start)
        if supposed is not None and any(token.word for token in row[0].tokens[supposed.end :]):
            found += _supposed(text, supposed, row[0], supposed.end + 1)
            supposed = None
    return sorted(found, key=lambda one: one.passage)


def _supposed(text: str, supposed: Stretch, lane: Lane, first: int) -> Iterator[Candidate]:
    """A supposition and what is said to follow, from an index of its own lane or of the next sentence's."""
    tokens = lane.tokens
    first = opens(tokens, first, len(tokens))
    end = result_stop(tokens, first, result_end(tokens, first, len(tokens)))
    follows = any(word(tokens, at) in MODALS and finite(tokens, at) for at in range(first, end))
    if follows and not any(token.text == "?" for token in tokens[end:]):
        yield _candidate(text, Halves(supposed, (Stretch(lane, first, end),), True, first))


def _in_lane(text: str, lane: Lane) -> Iterator[Candidate]:
    found: list[Halves] = []
    taken = [place for place in places(lane) if not other(place)]
    left = skip = 0
    for n, place in enumerate(taken):
        split = halves(place, left, _stops(taken, n)) if place.start >= skip else None
        if split is None or not states(place, split):
            continue
        left, skip = split.resume, split.condition.end if split.condition.lane is lane else skip
        found.append(split)
        if place.connective.offered:
            yield _candidate(text, split, place)
    for split in (*pointing_back(lane, found), *commands(lane), *duties(lane), *lacks(lane)):
        yield _candidate(text, split)


def _stops(taken: Sequence[Place], n: int) -> list[int]:
    """Where a conditional may end: before one of the next two connectives, or with its lane.

    A connective that only repeats the condition's, "if A or if B", doesn't end it, nor one within a clause ("without").
    """
    tokens = taken[n].tokens
    stops = [place.start for place in taken[n + 1 : n + 3] if place.connective.takes != "phrase"]
    while stops and word(tokens, stops[0] - 1) in ("or", "and") and tokens[stops[0] - 2].word:
        stops = stops[1:]
    return [*stops, len(tokens)]


def _candidate(text: str, split: Halves, place: Place | None = None) -> Candidate:
    connective = place.connective if place is not None else NONE
    introduced = [] if place is None else [place.tokens[at] for at in (place.start, place.end - 1)]
    antecedent = _passage(text, split.condition)
    consequent = max((_passage(text, one) for one in split.result), key=lambda one: one.end - one.start)
    whole = Passage(
        min(antecedent.start, consequent.start, *(token.start for token in introduced)),
        max(antecedent.end, consequent.end, *(token.end for token in introduced)),
    )
    if_text = sentence(condition_words(text, split.condition, connective))
    then_text = sentence(result_words(text, split, connective), "?" if asks(split) else ".")
    hedged: tuple[Stretch, ...] = split.result
    if connective.only or only_before_verb(split, connective):
        antecedent, consequent, if_text, then_text = consequent, antecedent, then_text, if_text
        hedged = (split.condition,)
    contrary = connective.takes == "phrase" or _past(split.condition)
    hedges = (hedge(one.lane.tokens, one.first, one.end, contrary) for one in hedged)
    qualifier = next((one for one in hedges if one is not None), None)
    return Candidate(whole, antecedent, consequent, if_text, then_text, split.negated, qualifier)


def _past(condition: Stretch) -> bool:
    """Whether a condition is of what was or would be."""
    tokens, first = condition.lane.tokens, condition.first
    if word(tokens, first - 1) in ("were", "had"):
        return True
    verb = main_verb(tokens, first, condition.end)
    return verb is not None and past(tokens, verb)


def _passage(text: str, stretch: Stretch) -> Passage:
    tokens = stretch.lane.tokens
    return tightened(text, Passage(tokens[stretch.first].start, tokens[stretch.end - 1].end))
