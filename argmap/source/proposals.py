"""Proposing a passage for an anchor whose words have changed: where most of its first and last words still stand.

What speaks for a passage is added up in bits. A word that is where it should be speaks for it, the more the rarer it
is in the text; a word that is missing, another length, no sentence beginning where one did, and another paragraph
than the expected speak against it. Passages that look as good elsewhere show how little the likeness is worth.
Where that isn't enough, or another place is nearly as good, nothing is proposed.

The weights are round numbers from a plateau; `python -m tests.benchmarks anchors` measures what they achieve.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from math import log2
from typing import NamedTuple

from argmap.source.document import Document
from argmap.source.neighbours import Claims, Reach
from argmap.source.passages import Clues, Span

_WORTH = 0.6
"""The part of a word's bits that counts: words that belong together come together by themselves."""
_MISSING, _ALL_MISSING = 2.0, 4.0
"""Against: each missing word, and all those of one end, since they go together when a sentence goes."""
_SHIFTED = 2.0
"""Against: each word put in or left out among those of one end."""
_BEGINS, _BEGINS_NOT, _ENDS = 4.0, 2.0, 1.0
"""A sentence begins with the passage, as it should; does so or not, as it should not; ends with it."""
_LENGTH, _PER_TENTH = 3.0, 1.5
"""The length is right; against: each tenth that it is off."""
_PER_PARAGRAPH, _ELSEWHERE = 3.0, 6.0
"""Against: each paragraph away from where it is expected, up to what any place in the text costs."""
_ENOUGH, _AHEAD = 4.0, 2.0
"""What must be left over, and how much more than of the next best."""
_ALIKE, _SPARE = 8.0, 2.0
"""By how much worse passages may be that look as good, and how much rarer the true one may be than they are."""
_COMMON = 200
"""Words that stand in more places than that say nothing."""
_TRIED = 10
"""How many places are tried for each end."""
_USED = 40
"""How many words of each end are looked for."""
_LONGEST = 400
"""How many words a passage may have whose anchor doesn't say how many they are."""
_BESIDE = (0, -1, 1, -2, 2)

_Cost = Callable[[int], float]


class End(NamedTuple):
    """Where a passage may begin, or the index behind its last word, and what speaks for that."""

    at: int
    bits: float


class Candidate(NamedTuple):
    """A passage by its words, what speaks for it, and what its place speaks against it."""

    bits: float
    cost: float
    start: int
    end: int

    def apart(self, other: "Candidate") -> bool:
        """Whether they have no word in common."""
        return self.end <= other.start or other.end <= self.start


class _Slant(NamedTuple):
    """Words of one end that stand as far from each other in the text as they should, and the first and last of them."""

    bits: float
    first: int
    last: int


def propose(document: Document, clues: Clues, reaches: Sequence[Reach], claims: Claims) -> Span | None:
    """The passage that an anchor's has probably become, as indices of words; None where nothing is like it.

    `reaches` are where it is expected, the first of them the likeliest; within one of `claims` it can't be.
    """
    if not document.texts:
        return None
    found = [
        (claims.hold(one.start, one.end), one.cost - one.bits, one) for one in _candidates(document, clues, reaches)
    ]
    apart: list[tuple[bool, Candidate]] = []
    for held, _, one in sorted(found):
        if all(one.apart(other) for _, other in apart):
            apart.append((held, one))
    rated = []
    for held, one in apart:
        if not held:
            alike = sum(other.bits >= one.bits - _ALIKE for _, other in apart) - 1
            most = log2(len(document.texts) / alike) + _SPARE if alike else one.bits
            rated.append((min(one.bits, most) - one.cost, one))
    rated.sort(key=lambda pair: -pair[0])
    if not rated or rated[0][0] < _ENOUGH or (len(rated) > 1 and rated[0][0] < rated[1][0] + _AHEAD):
        return None
    return rated[0][1].start, rated[0][1].end


def _candidates(document: Document, clues: Clues, reaches: Sequence[Reach]) -> Iterator[Candidate]:
    """The passages from a likely beginning to a likely end, and from either of them as far as the anchor says."""
    words, bounds = len(document.texts), document.bounds
    count = clues.words if clues.words is not None and clues.words <= words else None
    cost = _cost(document, reaches)
    low, high = document.first_word(max(reaches[0].first - 2, 1)), document.first_word(reaches[0].last + 3)
    heads = [
        End(at, bits + _beginning(clues.capital, at in bounds))
        for at, bits in _likely(document, clues.head[:_USED], low, high, cost, bounds, behind=False)
    ]
    tails = [
        End(at, bits + (_ENDS if clues.capital and at in bounds else 0))
        for at, bits in _likely(document, clues.tail[-_USED:], low, high + (count or 0), cost, bounds, behind=True)
    ]
    no_head, no_tail = (max(-_MISSING * len(missing), -_ALL_MISSING) for missing in (clues.head, clues.tail))
    longest = 3 * count + 10 if count is not None else _LONGEST
    for head in heads:
        for tail in tails:
            if head.at < tail.at <= head.at + longest:
                bits = head.bits + tail.bits + _length(tail.at - head.at, count)
                yield Candidate(bits, cost(head.at), head.at, tail.at)
        if count is not None:
            end = _snapped(bounds, min(head.at + count, words), 2)
        elif clues.tail:
            end = next((at for at in range(head.at + 1, min(head.at + _LONGEST, words)) if at in bounds), words)
        else:
            end = min(head.at + len(clues.head), words)
        if end > head.at:
            yield Candidate(head.bits + no_tail, cost(head.at), head.at, end)
    for tail in tails:
        if count is not None:
            start = _snapped(bounds, max(tail.at - count, 0), 2)
        else:
            start = next((at for at in range(tail.at - 1, max(tail.at - _LONGEST, 0), -1) if at in bounds), 0)
        if start < tail.at:
            yield Candidate(tail.bits + no_head, cost(start), start, tail.at)


def _cost(document: Document, reaches: Sequence[Reach]) -> _Cost:
    """What the place of a word speaks against a passage there: the more places there are, the less each is worth."""
    words, numbers = len(document.texts), document.numbers
    expected = sum(document.first_word(one.last + 1) - document.first_word(one.first) for one in reaches)
    near, most = log2(max(expected, 1)), log2(words) + _ELSEWHERE

    @cache
    def of_paragraph(number: int) -> float:
        return min(near + _PER_PARAGRAPH * min(one.away(number) for one in reaches), most)

    return lambda at: of_paragraph(numbers[min(max(at, 0), words - 1)])


def _beginning(capital: bool | None, begins: bool) -> float:
    if capital is None:
        return 0
    if capital:
        return _BEGINS if begins else -_BEGINS_NOT
    return -_BEGINS_NOT if begins else 0


def _length(length: int, count: int | None) -> float:
    if count is None:
        return 0
    return _LENGTH - _PER_TENTH * abs(length - count) / (count / 10 + 1)


def _likely(
    document: Document, wanted: Sequence[str], low: int, high: int, cost: _Cost, bounds: Set[int], *, behind: bool
) -> list[End]:
    """The likeliest places of an anchor's first words, or `behind` its last ones.

    Common words are looked for between `low` and `high` only. Where the outermost word is missing, a sentence's
    bound beside its place is taken for it.
    """
    slants = _slants(document, wanted, low, high)
    found: dict[int, float] = {}
    for slant in sorted(slants, key=lambda at: (cost(at) - slants[at].bits, at))[:_TRIED]:
        bits, begin, end, whole_begin, whole_end = _joined(slants, slant, len(wanted))
        place = min(end, len(document.texts)) if behind else max(begin, 0)
        if not (whole_end if behind else whole_begin):
            place = _snapped(bounds, place, 1)
        found[place] = max(found.get(place, bits), bits)
    return [End(at, bits - _MISSING * len(wanted)) for at, bits in found.items()]


def _slants(document: Document, wanted: Sequence[str], low: int, high: int) -> dict[int, _Slant]:
    """The words that stand as they should to one another, by where the first of all would stand."""
    found: dict[int, _Slant] = {}
    for n, word in enumerate(wanted):
        places = document.places.get(word, ())
        worth = _WORTH * log2(len(document.texts) / len(places)) + _MISSING if places else 0
        if len(places) > _COMMON:
            places = places[bisect_left(places, low) : bisect_left(places, high)]
        if len(places) <= _COMMON:
            for place in places:
                one = found.get(place - n)
                found[place - n] = _Slant(one.bits + worth, one.first, n) if one else _Slant(worth, n, n)
    return found


def _joined(slants: Mapping[int, _Slant], at: int, length: int) -> tuple[float, int, int, bool, bool]:
    """A slant and the best one beside it that goes on before or behind it, where words were put in or left out.

    Its bits; where the words begin and end; whether the very first and the very last one are there.
    """
    bits, first, last = slants[at]
    best = (bits, at, at + length, first == 0, last == length - 1)
    for off in (-2, -1, 1, 2):
        other = slants.get(at + off)
        if other is None or bits + other.bits - _SHIFTED * abs(off) <= best[0]:
            continue
        more = bits + other.bits - _SHIFTED * abs(off)
        if other.first > last and other.first + off > last:
            best = (more, at, at + off + length, first == 0, other.last == length - 1)
        elif other.last < first and other.last + off < first:
            best = (more, at + off, at + length, other.first == 0, last == length - 1)
    return best


def _snapped(bounds: Set[int], at: int, most: int) -> int:
    """The bound nearest to a place, if it is at most so many words away; else the place."""
    return next((at + n for n in _BESIDE[: 2 * most + 1] if at + n in bounds), at)
