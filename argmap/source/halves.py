"""Splitting a conditional at its connective into the condition and what holds on it.

Each way of putting a conditional is a function from a site to halves or None; they look at a bounded number of tokens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.source import extents
from argmap.source.clauses import Tokens, clause, finite, main_verb, word
from argmap.source.connectives import Connective
from argmap.source.lexicon import AUXILIARIES, BASES, BE, ADVERBS, COORDINATORS, DETERMINERS, PREPOSITIONS, PRONOUNS, REPORTING, SUBORDINATORS
from argmap.source.tokens import Lane


class Site(NamedTuple):
    """A connective where it stands: its lane, its first and end index there, and from where on words are its own."""

    lane: Lane
    first: int
    end: int
    connective: Connective
    left: int
    stops: Sequence[int]


class Stretch(NamedTuple):
    """Tokens of a lane from one index to another."""

    lane: Lane
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Halves:
    """A conditional's halves; what holds stands in two pieces where the condition is put into it.

    `resume` is where the words of a conditional after it may begin, `taken` where its condition ends.
    """

    condition: Stretch
    result: tuple[Stretch, ...]
    resume: int
    taken: int


_JOINS = frozenset("that because although though while whereas so for nor yet and but or then where".split())


def halves(site: Site) -> Halves | None:
    """The halves of the conditional at a site, if it is one."""
    start = _start(site)
    if start is None:
        return None
    low = _low(site)
    if _opening(site, low):
        found = _fronted(site, start) or (_inverted_main(site, start) if site.connective.only else None)
        if found is not None:
            return found
    return _inserted(site, start, low) or _last(site, start, low)


def _start(site: Site) -> int | None:
    """Where the condition begins: after the connective and an insertion."""
    tokens, (_, high) = site.lane.tokens, site.lane.reach(site.first)
    at = site.end
    if at < high and tokens[at].text == ",":
        close = next((n for n in range(at + 1, min(high, at + 16)) if tokens[n].text == ","), None)
        return None if close is None else close + 1
    return extents.opens(tokens, at, high, phrases_only=True)


def _low(site: Site) -> int:
    """Where the words before the connective begin that belong to it."""
    low = max(site.lane.reach(site.first)[0], site.left, site.first - extents.FAR)
    tokens = site.lane.tokens
    return next((at + 1 for at in range(site.first - 1, low - 1, -1) if tokens[at].boundary), low)


def _opening(site: Site, low: int) -> bool:
    """Whether a clause begins at the connective, rather than having begun before it."""
    tokens, before = site.lane.tokens, site.first
    if extents.opens(tokens, low, before) >= before:
        return True
    comma = tokens[before - 1].text == ","
    before -= comma
    last = word(tokens, before - 1)
    if last in _JOINS or all(word(tokens, at) in extents.OPENERS for at in range(low, before) if tokens[at].word):
        return True
    if comma:
        return main_verb(tokens, low, before) is None or word(tokens, low) in extents.SUBORDINATE or last in BE
    return last in REPORTING


def _fits(site: Site, first: int, end: int) -> bool:
    """Whether words can be the condition that a connective asks for."""
    if site.connective.takes != "clause":
        return end > first
    return extents.complete(site.lane.tokens, first, end)


def _high(site: Site, stop: int) -> int:
    return min(stop, site.lane.reach(site.first)[1])


def _fronted(site: Site, start: int) -> Halves | None:
    """The condition first, then what holds: "if A, B"."""
    tokens = site.lane.tokens
    for stop in site.stops:
        high = _high(site, stop)
        found = extents.fronted(tokens, start, extents.boundary(tokens, start, high), site.connective.takes != "clause")
        edge = extents.boundary(tokens, start, high)
        if found is None and edge + 1 < high and tokens[edge].dash:
            found = edge, extents.opens(tokens, edge + 1, high)
            if clause(tokens, found[1], high) is None:
                found = None
        if found is None:
            continue
        end, first = found
        stop = extents.result_stop(tokens, first, extents.result_end(tokens, first, high))
        if _fits(site, start, end) and stop > first:
            end = extents.without_remark(tokens, start, end, site.connective.takes != "clause")
            return Halves(Stretch(site.lane, start, end), (Stretch(site.lane, first, stop),), first, end)
    return _quoted(site, start)


def _quoted(site: Site, start: int) -> Halves | None:
    """The halves in two quotations with a remark between: “If A,” she said, “B”."""
    lane, tokens = site.lane, site.lane.tokens
    low, high = lane.reach(site.first)
    if (low, high) == (0, len(tokens)) or tokens[high - 1].text != "," or not _fits(site, start, high - 1):
        return None
    after = next((quote for quote in lane.quotes if high < quote[0] <= high + 12), None)
    if after is None or not extents.reporting(tokens, high, after[0]):
        return None
    first = extents.opens(tokens, *after)
    stop = extents.result_stop(tokens, first, extents.result_end(tokens, first, after[1]))
    if clause(tokens, first, stop) is None:
        return None
    return Halves(Stretch(lane, start, high - 1), (Stretch(lane, first, stop),), first, high - 1)


def _inverted_main(site: Site, start: int) -> Halves | None:
    """What holds turned round after a condition that comes first: "only if A will B"."""
    lane, tokens = site.lane, site.lane.tokens
    high = extents.boundary(tokens, start, _high(site, site.stops[0]))
    for at in range(start + 1, high):
        if word(tokens, at) in AUXILIARIES and extents.nominal(tokens, at + 1) and _fits(site, start, at):
            end = at - 1 if tokens[at - 1].text == "," else at
            stop = extents.result_end(tokens, at, high)
            return Halves(Stretch(lane, start, end), (Stretch(lane, at, stop),), at, end)
    return None


def _inserted(site: Site, start: int, low: int) -> Halves | None:
    """The condition put into what holds: "the plan, if adopted, would fail"; in brackets or dashes it is a lane."""
    lane, tokens = site.lane, site.lane.tokens
    if lane.host is not None and extents.opens(tokens, 0, site.first) >= site.first:
        return _in_host(site, start)
    if site.first - 1 <= low or tokens[site.first - 1].text != ",":
        return None
    high = extents.boundary(tokens, start, _high(site, site.stops[0]))
    cut = next((at for at in range(start, high) if tokens[at].text == ","), None)
    before = site.first - 1
    verb = main_verb(tokens, low, before)
    if cut is None or cut + 1 >= high or not _fits(site, start, cut):
        return None
    if not (verb == before - 1 or (verb is None and finite(tokens, cut + 1))):
        return None
    first = extents.result_start(tokens, low, before)
    stop = extents.result_end(tokens, cut + 1, high)
    rest = cut + 2 if word(tokens, cut + 1) == "that" else cut + 1
    return Halves(Stretch(lane, start, cut), (Stretch(lane, first, before), Stretch(lane, rest, stop)), first, cut)


def _in_host(site: Site, start: int) -> Halves | None:
    assert site.lane.host is not None
    host, at = site.lane.host
    tokens = host.tokens
    end = extents.condition_end(site.lane.tokens, start, _high(site, site.stops[0]))
    if not _fits(site, start, end):
        return None
    low = max(0, at - extents.FAR)
    low = next((n + 1 for n in range(at - 1, low - 1, -1) if tokens[n].boundary), low)
    first = extents.result_start(tokens, low, at)
    stop = extents.result_stop(tokens, first, at)
    high = extents.boundary(tokens, at, len(tokens))
    condition = Stretch(site.lane, start, end)
    goes_on = at < high and tokens[at].word and tokens[at].text not in COORDINATORS
    if goes_on and (main_verb(tokens, first, stop) is None or main_verb(tokens, first, stop) == stop - 1):
        return Halves(condition, (Stretch(host, first, stop), Stretch(host, at, extents.result_end(tokens, at, high))), end, end)
    if stop <= first or main_verb(tokens, first, stop) is None:
        return None
    return Halves(condition, (Stretch(host, first, stop),), end, end)


def _last(site: Site, start: int, low: int) -> Halves | None:
    """What holds first, then the condition: "B if A"."""
    lane, tokens = site.lane, site.lane.tokens
    phrase = site.connective.takes == "phrase"
    end = extents.condition_end(tokens, start, _high(site, site.stops[0]), phrase)
    end = extents.result_stop(tokens, start, end) if end == site.stops[0] else end
    if not _fits(site, start, end):
        return None
    before = site.first
    if extents.opens(tokens, low, before) >= before and low > lane.reach(site.first)[0] and tokens[low - 1].dash and site.connective.takes != "inverted":
        before = low - 1
        floor = max(site.left, before - extents.FAR, 0)
        low = next((at + 1 for at in range(before - 1, floor - 1, -1) if tokens[at].boundary), floor)
    first = extents.result_start(tokens, low, before)
    stop = extents.result_stop(tokens, first, before)
    if stop <= first or main_verb(tokens, first, stop) is None:
        return None
    return Halves(Stretch(lane, start, end), (Stretch(lane, first, stop),), end, end)


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
"""Words that make a condition of the clause before them; true: of its not holding."""


def pointing_back(lane: Lane) -> Iterator[tuple[int, int, bool, Halves]]:
    """Conditions that are named before: "A, in which case B", "A, otherwise B"."""
    tokens = lane.tokens
    for at in range(1, len(tokens)):
        for words, negated in _BACK.items():
            if tokens[at].text == words[0] and all(word(tokens, at + n) == one for n, one in enumerate(words)):
                found = _back(lane, at, at + len(words))
                if found is not None:
                    yield at, at + len(words), negated, found


def _back(lane: Lane, at: int, after: int) -> Halves | None:
    tokens = lane.tokens
    low, high = lane.reach(at)
    first = at
    while first > low and word(tokens, first - 1) in ("or", "for", "because", "and", "since", "but"):
        first -= 1
    if first <= low or (tokens[first - 1].word and first == at):
        return None
    before = first if tokens[first - 1].word else first - 1
    start = after + (after < high and tokens[after].text == ",")
    stop = extents.result_end(tokens, start, high)
    if start >= stop or clause(tokens, start, stop) is None:
        return None
    floor = max(low, before - extents.FAR)
    floor = next((n + 1 for n in range(before - 1, floor - 1, -1) if tokens[n].boundary), floor)
    begin = extents.result_start(tokens, floor, before)
    if main_verb(tokens, begin, before) is None:
        return None
    return Halves(Stretch(lane, begin, before), (Stretch(lane, start, stop),), start, before)


_SHOWN = frozenset("look ask consider note remember see read imagine suppose assume compare recall listen".split())
_AFTER_VERB = frozenset("me him us them away off up out down people".split()) | DETERMINERS


def commands(lane: Lane) -> Iterator[tuple[int, int, bool, Halves]]:
    """Conditions put as commands: "do A and B", "do A or B"."""
    tokens = lane.tokens
    starts = {0, *(quote[0] for quote in lane.quotes), *(at + 1 for at, one in enumerate(tokens) if one.boundary)}
    for start in sorted(starts):
        if start >= len(tokens):
            continue
        low, high = lane.reach(start)
        high = extents.boundary(tokens, start, high)
        first = extents.opens(tokens, start, high)
        if not _commands(tokens, first, high):
            continue
        for at in range(first + 2, high - 1):
            if word(tokens, at) not in ("and", "or") or not extents.nominal(tokens, at + 1):
                continue
            stop = extents.result_end(tokens, at + 1, high)
            verb = clause(tokens, at + 1, stop)
            if verb is not None and main_verb(tokens, first + 1, at) is None:
                end = at if tokens[at - 1].word else at - 1
                halves_ = Halves(Stretch(lane, first, end), (Stretch(lane, at + 1, stop),), at + 1, end)
                yield first, first + 1, tokens[at].text == "or", halves_
            break


def _commands(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a command begins at an index: a plain verb and what it is done to."""
    this, after = word(tokens, first), word(tokens, first + 1)
    if first + 1 >= end or this in _SHOWN:
        return False
    if this in BASES:
        return after in _AFTER_VERB or (tokens[first + 1].capital and not tokens[first].capital)
    known = ADVERBS | PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | SUBORDINATORS | COORDINATORS | NUMBERED
    return (after in DETERMINERS - frozenset(["which", "what", "whose"])) and this.isalpha() and this not in known and not this.endswith(("ing", "ly", "ed", "s"))


NUMBERED = frozenset("given perhaps first second third there let save barring absent if unless please yes no".split())
_SUPPOSE = frozenset("suppose assume imagine".split())


def supposition(lane: Lane) -> Stretch | None:
    """What a sentence asks the reader to suppose, if it does nothing else: "suppose that A"."""
    tokens = lane.tokens
    at = extents.opens(tokens, 0, len(tokens))
    if word(tokens, at) == "let" and word(tokens, at + 1) == "us":
        at += 2
    if word(tokens, at) not in _SUPPOSE:
        return None
    at += 1 + (word(tokens, at + 1) == "that")
    end = extents.boundary(tokens, at, len(tokens))
    return Stretch(lane, at, end) if at < end and main_verb(tokens, at, end) is not None else None
