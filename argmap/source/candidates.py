"""Conditionals that a text states, offered as if-then."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model.statements import Qualifier
from argmap.source.clauses import main_verb, past, word
from argmap.source.connectives import Connective
from argmap.source.document import Document, Passage
from argmap.source import extents
from argmap.source.halves import Halves, Site, Stretch, commands, halves, pointing_back, supposition
from argmap.source.lexicon import AUXILIARIES, BE, MODALS
from argmap.source.lookalikes import connectives
from argmap.source.tokens import Lane, lanes
from argmap.source.wording import qualifier, sentence, tightened


@dataclass(frozen=True, slots=True)
class Candidate:
    """A conditional found in a text.

    `passage` is the whole of it, within one sentence (a sentence that only says what to suppose goes on in the next); `antecedent` and `consequent` are the halves' own words
    there, and `if_text` and `then_text` the same as sentences of their own. Where the text says what must not
    hold ("unless"), the antecedent is `negated`. `qualifier` is the consequent's hedge.
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
    text, found = document.text, []
    before: tuple[int, Stretch, int] | None = None
    for start, end in document.sentences:
        paragraph = document.paragraph_at(start)
        row = lanes(text, start, end)
        found += _within(text, row)
        supposed = supposition(row[0])
        if before and paragraph and before[2] == paragraph.number:
            found += _supposed(text, before[0], before[1], row[0], _question(text, start, end))
        before = (start, supposed, paragraph.number) if supposed and paragraph and _alone(supposed) else None
        if supposed and not before:
            found += _supposed(text, start, supposed, supposed.lane, False, supposed.end + 1)
    return sorted(found, key=lambda one: one.passage)


def _question(text: str, start: int, end: int) -> bool:
    return text[max(start, end - 4) : end].rstrip("”’\"')").endswith("?")


def _alone(supposed: Stretch) -> bool:
    """Whether a supposition is a sentence of its own."""
    return not any(token.word for token in supposed.lane.tokens[supposed.end :])


def _supposed(text: str, start: int, supposed: Stretch, lane: Lane, question: bool, first: int = 0) -> list[Candidate]:
    """A supposition and what is said to follow, after a semicolon or in the next sentence."""
    first = extents.opens(lane.tokens, first, len(lane.tokens))
    end = extents.result_stop(lane.tokens, first, len(lane.tokens))
    if question or not any(word(lane.tokens, at) in MODALS for at in range(first, end)):
        return []
    condition, result = _passage(text, supposed), _passage(text, Stretch(lane, first, end))
    return [
        Candidate(
            Passage(start, result.end),
            condition,
            result,
            sentence(text[slice(*condition)]),
            sentence(text[slice(*result)]),
            qualifier=qualifier(lane.tokens, first, end),
        )
    ]


def _within(text: str, row: list[Lane]) -> Iterator[Candidate]:
    for lane in row:
        found = list(connectives(lane))
        left = skip = 0
        for n, (first, after, connective) in enumerate(found):
            if first < skip:
                continue
            stops = [one[0] for one in found[n + 1 : n + 3]] + [len(lane.tokens)]
            split = halves(Site(lane, first, after, connective, left, _stops(lane, found, n, stops)))
            if split is None or _asks(split):
                continue
            left, skip = split.resume, split.taken
            if connective.concessive:
                continue
            made = _candidate(text, lane, split, connective, first, after)
            if made:
                yield made
        for first, after, negated, split in [*pointing_back(lane), *commands(lane)]:
            made = _candidate(text, lane, split, UNLESS if negated else IF, first, after)
            if made:
                yield made


def _stops(lane, found, n, stops):
    """Where the conditional must end at the latest: at the next connective that doesn't only repeat this one."""
    tokens = lane.tokens
    while len(stops) > 1 and word(tokens, stops[0] - 1) in ("or", "and") and tokens[stops[0] - 2].word:
        stops = stops[1:]
    return stops


def _asks(split: Halves) -> bool:
    """Whether what holds is a question, and one that states nothing."""
    lane, first, end = split.result[-1]
    after = max(end, split.condition.end if split.condition.lane is lane else end)
    mark = next((one.text for one in lane.tokens[after:] if one.boundary), "")
    if mark != "?":
        return False
    if split.resume == split.result[0].first:
        return True
    lane, first, end = split.result[0]
    words = [word(lane.tokens, at) for at in range(first, end)]
    asking = words[0] in ("what", "why", "who", "how", "where", "which")
    return not (asking and (_WOULD & set(words) or "happens" in words or "will" in words))


IF = Connective(("if", "so"))
UNLESS = Connective(("if", "not"), negated=True)
_WOULD = frozenset("would could might wouldn't couldn't".split())
_WILL = _WOULD | frozenset("will can cannot can't won't must".split())
_NOT = frozenset("not no never nothing nobody none cannot can't couldn't won't wouldn't hardly few little".split())


def _needed(connective: Connective, split: Halves) -> bool:
    """Whether what holds is such as these words introduce a condition of."""
    if not connective.would:
        return True
    words = {word(lane.tokens, at) for lane, first, end in split.result for at in range(first, end)}
    fronted = split.resume == split.result[0].first
    if not connective.negated:
        return bool(_WOULD & words)
    if not fronted:
        return "would" in words or bool(_WILL & words and _NOT & words)
    lane, first, end = split.result[0]
    verb = main_verb(lane.tokens, first, end)
    return bool(_WILL & words) or (verb is not None and not past(lane.tokens, verb))


def _candidate(text, lane, split, connective, first, after) -> Candidate | None:
    results = [one for one in split.result if one.end > one.first]
    if not results or split.condition.end <= split.condition.first or not _needed(connective, split):
        return None
    condition = _passage(text, split.condition)
    pieces = [_passage(text, one) for one in results]
    result = max(pieces, key=lambda piece: piece.end - piece.start)
    whole = Passage(
        min(lane.tokens[first].start, condition.start, result.start),
        max(condition.end, result.end, lane.tokens[after - 1].end),
    )
    if_text = sentence(text[condition.start : condition.end])
    then_text = sentence(" ".join(text[piece.start : piece.end] for piece in pieces))
    contrary = any(word(split.condition.lane.tokens, at) in ("were", "had") for at in range(first, split.condition.end))
    hedge = next((found for one in results if (found := qualifier(one.lane.tokens, one.first, one.end, contrary))), None)
    if connective.only:
        condition, result = result, condition
        if_text, then_text = then_text, if_text
    return Candidate(whole, condition, result, if_text, then_text, connective.negated, hedge)


def _passage(text: str, stretch: Stretch) -> Passage:
    tokens = stretch.lane.tokens
    return tightened(text, Passage(tokens[stretch.first].start, tokens[stretch.end - 1].end))
