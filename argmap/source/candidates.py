"""Conditionals that a text states, offered as if-then.

Found by rules: a connective that introduces a condition, the halves on both sides of it, and what else the words
may be. Concessions ("even if"), comparisons ("the more, the more"), times ("when", "until") and conditions of
somebody else's kind ("whoever") are not offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.model.statements import Qualifier
from argmap.source.document import Document, Passage
from argmap.source.english.clauses import finite, main_verb, past, word
from argmap.source.english.connectives import IF, IF_NOT, Connective, Place, places
from argmap.source.english.extents import opens, result_stop
from argmap.source.english.halves import Halves, Stretch, halves
from argmap.source.english.lexicon import MODALS
from argmap.source.english.lookalikes import asks, other, states
from argmap.source.english.tokens import Lane, lanes
from argmap.source.english.unintroduced import commands, duties, pointing_back, supposition
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
    number = 0
    for start, end in document.sentences:
        paragraph = document.paragraph_at(start)
        row = lanes(text, start, end)
        if supposed is not None and paragraph is not None and paragraph.number == number:
            found += _supposed(text, supposed, Stretch(row[0], 0, len(row[0].tokens)))
        for lane in row:
            found += _in_lane(text, lane)
        supposed = supposition(row[0])
        number = paragraph.number if paragraph is not None else 0
        rest = Stretch(row[0], supposed.end, len(row[0].tokens)) if supposed is not None else None
        if supposed is not None and rest is not None and any(token.word for token in row[0].tokens[supposed.end :]):
            found += _supposed(text, supposed, rest)
            supposed = None
    return sorted(found, key=lambda one: one.passage)


def _supposed(text: str, supposed: Stretch, rest: Stretch) -> Iterator[Candidate]:
    """A supposition and what is said to follow, after a sign or in the next sentence."""
    tokens = rest.lane.tokens
    first = opens(tokens, rest.first + (not tokens[rest.first].word if rest.first < rest.end else 0), rest.end)
    end = result_stop(tokens, first, rest.end)
    question = any(token.text == "?" for token in tokens[end:])
    if not question and any(word(tokens, at) in MODALS and finite(tokens, at) for at in range(first, end)):
        yield _candidate(text, Halves(supposed, (Stretch(rest.lane, first, end),), True, first), IF)


def _in_lane(text: str, lane: Lane) -> Iterator[Candidate]:
    found: list[tuple[Halves, bool]] = []
    taken = [place for place in places(lane) if not other(place)]
    left = skip = 0
    for n, place in enumerate(taken):
        if place.start < skip:
            continue
        split = halves(place, left, _stops(taken, n))
        if split is None or not states(place, split):
            continue
        left, skip = split.resume, split.condition.end if split.condition.lane is lane else skip
        found.append((split, place.connective.negated))
        if place.connective.offered:
            yield _candidate(text, split, place.connective, place)
    for one in (*pointing_back(lane, found), *commands(lane), *duties(lane)):
        yield _candidate(text, one.halves, IF_NOT if one.negated else IF)


def _stops(taken: Sequence[Place], n: int) -> list[int]:
    """Where a conditional may end: before one of the next two connectives, or with its lane.

    A connective that only repeats the condition's, "if A or if B", doesn't end it.
    """
    tokens = taken[n].tokens
    stops = [place.start for place in taken[n + 1 : n + 3]]
    while stops and word(tokens, stops[0] - 1) in ("or", "and") and tokens[stops[0] - 2].word:
        stops = stops[1:]
    return [*stops, len(tokens)]


def _candidate(text: str, split: Halves, connective: Connective, place: Place | None = None) -> Candidate:
    condition = _passage(text, split.condition)
    pieces = [_passage(text, one) for one in split.result]
    result = max(pieces, key=lambda piece: piece.end - piece.start)
    introduced = [] if place is None else [place.tokens[at] for at in (place.start, place.end - 1)]
    whole = Passage(
        min(condition.start, result.start, *(token.start for token in introduced)),
        max(condition.end, result.end, *(token.end for token in introduced)),
    )
    if_text = sentence(condition_words(text, split.condition, connective))
    then_text = sentence(result_words(text, split, connective), "?" if asks(split) else ".")
    contrary = connective.takes == "phrase" or _past(split.condition)
    qualifier = next(
        (found for one in split.result if (found := hedge(one.lane.tokens, one.first, one.end, contrary))), None
    )
    if connective.only or only_before_verb(split, connective):
        condition, result = result, condition
        if_text, then_text = then_text, if_text
    return Candidate(whole, condition, result, if_text, then_text, connective.negated, qualifier)


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
