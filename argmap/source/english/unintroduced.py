"""Conditionals that no conjunction introduces: "A, in which case B", "do A and B", "suppose A; B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.source.english.clauses import Tokens, clause, finite, main_verb, subject, word
from argmap.source.english.commanding import command
from argmap.source.english.extents import (
    FAR,
    boundary,
    commas,
    opens,
    result_end,
    result_start,
    result_stop,
    without_report,
)
from argmap.source.english.halves import Halves, Stretch
from argmap.source.english.lexicon import (
    listed,
)
from argmap.source.english.tokens import Lane
from argmap.source.english.verbs import BASES

_BACK = {
    ("in", "which", "case"): False,
    ("in", "that", "case"): False,
    ("if", "so"): False,
    ("otherwise",): True,
    ("or", "else"): True,
    ("if", "not"): True,
    ("failing", "which"): True,
    ("failing", "that"): True,
}
"""Words that make a condition of what stands before them; true: of its not holding."""

_STARTS = frozenset(words[0] for words in _BACK)
_BINDING = listed("or for because and since but")


def pointing_back(lane: Lane, before: Sequence[Halves]) -> Iterator[Halves]:
    """Conditions that are named before: "A, in which case B"; "if A, B; otherwise C".

    `before` are the lane's other conditionals.
    """
    tokens = lane.tokens
    for at in range(1, len(tokens)):
        if tokens[at].text not in _STARTS:
            continue
        for words, negated in _BACK.items():
            if all(word(tokens, at + n) == one for n, one in enumerate(words)):
                found = _back(lane, at, at + len(words), negated)
                if found is not None:
                    yield _of_the_one_before(found, before)


def _back(lane: Lane, at: int, after: int, negated: bool) -> Halves | None:
    tokens = lane.tokens
    low, high = lane.reach(at)
    first = at
    while first > low and word(tokens, first - 1) in _BINDING:
        first -= 1
    if first <= low or (tokens[first - 1].word and first == at):
        return None
    end = first if tokens[first - 1].word else first - 1
    start = after + (after < high and tokens[after].text == ",")
    stop = result_end(tokens, start, high)
    if clause(tokens, start, stop) is None:
        return None
    begin = result_start(tokens, max(low, end - FAR, lane.run(end)), end)
    if word(tokens, begin) == "either":
        begin += 1
        stop = next((one for one in commas(tokens, start, stop) if word(tokens, one + 1) == "or"), stop)
    if main_verb(tokens, begin, end) is None and word(tokens, begin) not in BASES:
        return None
    return Halves(Stretch(lane, begin, end), (Stretch(lane, start, stop),), True, start, negated)


def _of_the_one_before(found: Halves, before: Sequence[Halves]) -> Halves:
    """Where what stands before is a conditional itself, its condition is meant."""
    lane, first, end = found.condition
    for one in before:
        if one.leads and one.result[-1].lane is lane and first <= one.result[-1].first < end:
            return replace(found, condition=one.condition, negated=found.negated != one.negated)
    return found


def commands(lane: Lane) -> Iterator[Halves]:
    """Conditions put as commands: "do A and B", "do A or B"."""
    tokens = lane.tokens
    starts = {0, *(quote[0] for quote in lane.quotes), *(at + 1 for at, one in enumerate(tokens) if one.boundary)}
    for start in sorted(starts - {len(tokens)}):
        high = boundary(tokens, start, lane.reach(start)[1])
        first = opens(tokens, start, high)
        if not command(tokens, first, high):
            continue
        pointing = word(tokens, first + 1) in ("that", "this", "these", "those")
        for at in range(first + 2, high - 1):
            if word(tokens, at) not in ("and", "or"):
                continue
            stop = result_end(tokens, at + 1, high)
            verb = clause(tokens, at + 1, stop)
            begins = subject(tokens, at + 1) or word(tokens, at + 1).isdecimal()
            if verb is not None and _of_relative(tokens, at + 1, verb):
                continue
            if verb is not None and (begins or word(tokens, verb) in ("will", "would")):
                if word(tokens, first) == "let" or main_verb(tokens, first + 2 + pointing, at) is None:
                    end = without_report(tokens, first, at if tokens[at - 1].word else at - 1)
                    negated = word(tokens, at) == "or"
                    yield Halves(Stretch(lane, first, end), (Stretch(lane, at + 1, stop),), True, at + 1, negated)
                break


def _of_relative(tokens: Tokens, first: int, verb: int) -> bool:
    """Whether a verb can only be that of a clause on a noun: "and the workshops for trades that need water"."""
    that = next((at for at in range(first + 1, verb) if word(tokens, at) in ("that", "who", "which")), None)
    return that is not None and "and" in (word(tokens, verb - 1), word(tokens, verb - 2))


def lacks(lane: Lane) -> Iterator[Halves]:
    """What is not to be had without another: "no A, no B"."""
    tokens = lane.tokens
    first = opens(tokens, 0, len(tokens))
    high = boundary(tokens, first, len(tokens))
    marks = commas(tokens, first, high)
    verbless = not any(finite(tokens, at) for at in range(first, high))
    if verbless and len(marks) == 1 and word(tokens, first) == word(tokens, marks[0] + 1) == "no":
        yield Halves(Stretch(lane, first, marks[0]), (Stretch(lane, marks[0] + 1, high),), True, high)


_OBLIGING = listed("must should need needs ought")
_THREATENING = listed("will would 'll won't may might could risks risk")


def duties(lane: Lane) -> Iterator[Halves]:
    """What follows when a duty is not done: "we must do A, or B will follow"."""
    tokens = lane.tokens
    for at in range(2, len(tokens) - 2):
        if word(tokens, at) != "or" or tokens[at - 1].text != ",":
            continue
        low, high = lane.reach(at)
        stop = result_end(tokens, at + 1, high)
        verb = clause(tokens, at + 1, min(stop, at + 10)) if subject(tokens, at + 1) else None
        if verb is None or not ({word(tokens, verb), word(tokens, verb)[-3:]} & _THREATENING):
            continue
        begin = result_start(tokens, max(low, at - FAR, lane.run(at)), at - 1)
        duty = main_verb(tokens, begin, at - 1)
        if duty is not None and _bound(tokens, duty):
            yield Halves(Stretch(lane, begin, at - 1), (Stretch(lane, at + 1, stop),), True, at + 1, True)


def _bound(tokens: Tokens, verb: int) -> bool:
    this = word(tokens, verb)
    return this in _OBLIGING or (this in ("has", "have") and word(tokens, verb + 1) == "to")


_SUPPOSE = listed("suppose assume imagine")


def supposition(lane: Lane) -> Stretch | None:
    """What a sentence asks the reader to suppose: "suppose that A", up to the sign that ends it."""
    tokens = lane.tokens
    at = opens(tokens, 0, len(tokens))
    if word(tokens, at) == "let" and word(tokens, at + 1) == "us":
        at = opens(tokens, at + 2, len(tokens))
    if word(tokens, at) not in _SUPPOSE:
        return None
    at += 1
    if at < len(tokens) and tokens[at].text == ",":
        at = next(iter(commas(tokens, at + 1, min(len(tokens), at + 8))), at) + 1
    at += word(tokens, at) == "that"
    end = result_stop(tokens, at, boundary(tokens, at, len(tokens)))
    return Stretch(lane, at, end) if at < end and main_verb(tokens, at, end) is not None else None
