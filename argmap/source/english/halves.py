"""Splitting a conditional at its connective into the condition and what holds on it.

Each way of putting a conditional is a function from the connective's place to its halves, or None.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from argmap.source.english.clauses import Tokens, clause, finite, main_verb, reporting, subject, word
from argmap.source.english.commanding import command
from argmap.source.english.connectives import Place
from argmap.source.english.extents import (
    FAR,
    SUBORDINATING,
    boundary,
    commas,
    complete,
    condition_end,
    opens,
    result_end,
    result_start,
    result_stop,
    without_remark,
    without_report,
)
from argmap.source.english.fronted import Split, fronted
from argmap.source.english.lexicon import ADVERBS, AUXILIARIES, BE, COORDINATORS, RELATIVES, listed
from argmap.source.english.tokens import Lane
from argmap.source.english.verbs import REPORTING

_INSERTION = 16
_OF_DOING = listed("likely unlikely able unable willing unwilling bound free ready sure certain ought have has need")
_JOINS = SUBORDINATING | COORDINATORS | listed("that for then")
_LEADING = _JOINS | ADVERBS | listed("well say")


class Stretch(NamedTuple):
    """Tokens of a lane from one index to another."""

    lane: Lane
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Halves:
    """A conditional's halves; what holds stands in two pieces where the condition is put into it.

    `leads`: the condition comes first. `resume` is where the words of a conditional after it may begin.
    `negated`: the condition is that its words do not hold.
    """

    condition: Stretch
    result: tuple[Stretch, ...]
    leads: bool
    resume: int
    negated: bool = False


class _Site(NamedTuple):
    """A place with where its condition begins, and the indices between which its other half is looked for."""

    place: Place
    start: int
    low: int
    stops: Sequence[int]

    @property
    def phrase(self) -> bool:
        return self.place.connective.takes != "clause"

    def high(self, stop: int) -> int:
        return min(stop, self.place.high)

    def fits(self, end: int) -> bool:
        return complete(self.place.tokens, self.start, end, self.phrase)


def halves(place: Place, left: int, stops: Sequence[int]) -> Halves | None:
    """The halves of the conditional at a place, if it is one.

    Its words lie after the index `left` and before one of the `stops`, the first that will do.
    """
    start = begins(place)
    if start is None:
        return None
    low = 0 if place.start == place.low else place.low
    low = max(low, left, place.start - FAR, place.lane.run(place.start))
    site = _Site(place, start, low, stops)
    found = _first(site) or (_turned(site) if place.connective.only else None) if _opening(site) else None
    if found is None and place.before() != "that":
        found = _within(site) or _last(site)
    if found is None or found.condition.end <= found.condition.first:
        return None
    result = tuple(piece for piece in found.result if piece.end > piece.first)
    return replace(found, result=result, negated=place.connective.negated) if result else None


def begins(place: Place) -> int | None:
    """Where the condition begins: after the connective and an insertion, or None where that doesn't end."""
    tokens, at = place.tokens, place.end
    if at < place.high and tokens[at].text == ",":
        marks = commas(tokens, at + 1, min(place.high, at + _INSERTION))
        return marks[0] + 1 + (word(tokens, marks[0] + 1) == "that") if marks else None
    return opens(tokens, at, place.high, phrases_only=True)


def _opening(site: _Site) -> bool:
    """Whether a clause begins at the connective, rather than having begun before it."""
    tokens, before, low = site.place.tokens, site.place.start, site.low
    if opens(tokens, low, before) >= before:
        return True
    comma = tokens[before - 1].text == ","
    before -= comma
    last = word(tokens, before - 1)
    if last in _JOINS or all(word(tokens, at) in _LEADING for at in range(low, before) if tokens[at].word):
        return True
    if comma:
        return main_verb(tokens, low, before) is None or word(tokens, low) in SUBORDINATING or last in BE
    return last in REPORTING


def _first(site: _Site) -> Halves | None:
    """The condition first, then what holds: "if A, B"."""
    lane, tokens = site.place.lane, site.place.tokens
    for stop in site.stops:
        high = site.high(stop)
        edge = boundary(tokens, site.start, high)
        found = fronted(tokens, site.start, edge, site.phrase)
        if found is None and edge + 1 < high and tokens[edge].dash:
            first = opens(tokens, edge + 1, high)
            found = Split(edge, first) if site.fits(edge) and clause(tokens, first, high) is not None else None
        if found is None:
            continue
        end, first = found
        first = _what_follows(tokens, first, high)
        last = result_stop(tokens, first, result_end(tokens, first, high))
        if last > first:
            end = without_remark(tokens, site.start, end, site.phrase)
            return Halves(Stretch(lane, site.start, end), (Stretch(lane, first, last),), True, first)
    return _quoted(site)


def _what_follows(tokens: Tokens, first: int, end: int) -> int:
    """Where what holds begins after words that only say that it follows: "it seems to follow that"."""
    that = next((at for at in range(first, min(first + 6, end)) if word(tokens, at) == "that"), None)
    follows = that is not None and word(tokens, first) == "it" and word(tokens, that - 1) in ("follow", "follows")
    return that + 1 if that is not None and follows else first


def _quoted(site: _Site) -> Halves | None:
    """The halves in two quotations with a remark between: “If A,” she said, “B”."""
    lane, tokens, high = site.place.lane, site.place.tokens, site.place.high
    if (site.place.low, high) == (0, len(tokens)) or tokens[high - 1].text != "," or not site.fits(high - 1):
        return None
    after = next((quote for quote in lane.quotes if high < quote[0] <= high + _INSERTION), None)
    if after is None or not reporting(tokens, high, after[0]):
        return None
    first = opens(tokens, *after)
    last = result_stop(tokens, first, result_end(tokens, first, after[1]))
    if clause(tokens, first, last) is None:
        return None
    return Halves(Stretch(lane, site.start, high - 1), (Stretch(lane, first, last),), True, first)


def _turned(site: _Site) -> Halves | None:
    """What holds turned round after a condition that comes first: "only if A will B"."""
    lane, tokens = site.place.lane, site.place.tokens
    high = boundary(tokens, site.start, site.high(site.stops[0]))
    for at in range(site.start + 1, high):
        if word(tokens, at) in AUXILIARIES and subject(tokens, at + 1) and site.fits(at):
            end = at - 1 if tokens[at - 1].text == "," else at
            last = result_end(tokens, at, high)
            return Halves(Stretch(lane, site.start, end), (Stretch(lane, at, last),), True, at)
    return None


def _within(site: _Site) -> Halves | None:
    """The condition put into what holds: "the plan, if adopted, would fail", or in brackets or dashes."""
    lane, tokens, low, before = site.place.lane, site.place.tokens, site.low, site.place.start - 1
    if lane.host is not None and opens(tokens, 0, site.place.start) >= site.place.start:
        return _in_host(site, *lane.host)
    if before <= low or tokens[before].text != ",":
        return None
    high = boundary(tokens, site.start, site.high(site.stops[0]))
    cut = next(iter(commas(tokens, site.start, high)), None)
    if cut is None or cut + 1 >= high or not site.fits(cut):
        return None
    first, verb = _begun(tokens, low, before)
    that = word(tokens, cut + 1) == "that"
    last, rest = word(tokens, before - 1), cut + 1 + that
    to_do = word(tokens, cut + 1) == "to" and last in _OF_DOING
    goes_on = to_do or ((verb is None or last in COORDINATORS) and finite(tokens, cut + 1))
    halved = verb is not None and all(word(tokens, at) in ADVERBS for at in range(verb + 1, before))
    halved = halved or last in AUXILIARIES
    if not (goes_on or last in RELATIVES or (halved and (that or not subject(tokens, rest)))):
        return None
    pieces = [Stretch(lane, rest, result_end(tokens, rest, high))]
    if last not in RELATIVES | COORDINATORS | {"that"}:
        pieces.insert(0, Stretch(lane, first, before))
    return Halves(Stretch(lane, site.start, cut), tuple(pieces), False, first)


def _begun(tokens: Tokens, low: int, end: int) -> tuple[int, int | None]:
    """Where the clause begins that is broken off at an index, and its verb as far as it has come."""
    said = next((at for at in range(end - 1, low - 1, -1) if word(tokens, at) == "that"), None)
    if said is not None and main_verb(tokens, low, said) is not None and main_verb(tokens, said + 1, end) is None:
        return said + 1, None
    first = result_start(tokens, low, end)
    return first, main_verb(tokens, first, end)


def _in_host(site: _Site, host: Lane, at: int) -> Halves | None:
    """The condition is in brackets or between dashes, and what holds is in the lane round them."""
    end = condition_end(site.place.tokens, site.start, site.high(site.stops[0]), site.phrase)
    if not site.fits(end):
        return None
    tokens, condition = host.tokens, Stretch(site.place.lane, site.start, end)
    first = result_start(tokens, max(0, at - FAR, host.run(at)), at)
    last = result_stop(tokens, first, at)
    high = boundary(tokens, at, len(tokens))
    verb = main_verb(tokens, first, last)
    at += at < len(tokens) and tokens[at].text == ","
    if (verb is None or verb == last - 1) and at < high and tokens[at].word and word(tokens, at) not in COORDINATORS:
        pieces = (Stretch(host, first, last), Stretch(host, at, result_end(tokens, at, high)))
        return Halves(condition, pieces, False, end)
    if verb is None or word(tokens, last - 1) == "that":
        return None
    return Halves(condition, (Stretch(host, first, last),), False, end)


def _last(site: _Site) -> Halves | None:
    """What holds first, then the condition: "B if A", "B — if A"."""
    lane, tokens, low, before = site.place.lane, site.place.tokens, site.low, site.place.start
    end = condition_end(tokens, site.start, site.high(site.stops[0]), site.phrase)
    if end == site.stops[0] and end < len(tokens):
        end = result_stop(tokens, site.start, _before_another(tokens, site.start, end))
    if not site.fits(end) or (word(tokens, before - 2) in COORDINATORS and tokens[before - 1].text == ","):
        return None
    dashed = low > 0 and tokens[low - 1].dash and site.place.connective.takes != "inverted"
    if dashed and opens(tokens, low, before) >= before:
        before = low - 1
        low = max(site.place.low, before - FAR, lane.run(before))
    first = _ordered(tokens, result_start(tokens, low, before), before)
    last = without_report(tokens, first, result_stop(tokens, first, before))
    if not (command(tokens, first, last) or any(finite(tokens, at) for at in range(first, last))):
        return None
    return Halves(Stretch(lane, site.start, end), (Stretch(lane, first, last),), False, end)


def _ordered(tokens: Tokens, first: int, end: int) -> int:
    """Where the last of several commands begins, or where a clause does that is none: "dig it, and pour none"."""
    if not command(tokens, first, end):
        return first
    joined = [at + 2 for at in commas(tokens, first, end) if word(tokens, at + 1) in ("and", "but")]
    return next((at for at in reversed(joined) if command(tokens, at, end)), first)


def _before_another(tokens: Tokens, first: int, end: int) -> int:
    """The end of a condition before what is joined to it for the sake of another one: ", and partly if"."""
    joined = [at for at in commas(tokens, first, end) if word(tokens, at + 1) in COORDINATORS]
    return joined[-1] if joined else end
