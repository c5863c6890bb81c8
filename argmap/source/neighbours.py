"""What the anchors that were found say about the others: where their paragraphs are now, and what they can't be."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class Reach(NamedTuple):
    """Paragraphs one after the other, by the numbers of the first and the last."""

    first: int
    last: int

    def away(self, paragraph: int) -> int:
        """How many paragraphs one is away from these."""
        return max(self.first - paragraph, paragraph - self.last, 0)


@dataclass(frozen=True)
class Neighbours:
    """Passages that were found.

    `moves` are, for the number of a paragraph, those of the paragraphs where its passages are now; `steady` are
    the most pairs of these that kept their order; `paragraphs` is how many the text has.
    """

    moves: Mapping[int, Set[int]]
    steady: Sequence[tuple[int, int]]
    paragraphs: int

    @classmethod
    def of(cls, moves: Iterable[tuple[int, int]], paragraphs: int) -> "Neighbours":
        """Of the old and new number of the paragraph of each passage found."""
        pairs = sorted(moves)
        where: dict[int, set[int]] = {}
        for old, new in pairs:
            where.setdefault(old, set()).add(new)
        return cls(where, _in_order(pairs), paragraphs)

    def reaches(self, paragraph: int) -> list[Reach]:
        """Where a passage of a paragraph is to be expected.

        That is between the neighbours that kept their order, where it was, and where others of its paragraph are now.
        """
        first, end = bisect_left(self.steady, (paragraph, 0)), bisect_left(self.steady, (paragraph + 1, 0))
        around = self.steady[first:end] or self.steady[max(first - 1, 0) : first + 1]
        low = self.steady[first - 1][1] if first else 1
        high = self.steady[end][1] if end < len(self.steady) else max(self.paragraphs, 1)
        expected = [min(max(new + paragraph - old, low), high) for old, new in around]
        expected = expected or [min(paragraph, high)]
        between = Reach(min(expected), max(expected))
        also = {new for new in (paragraph, *self.moves.get(paragraph, ())) if between.away(new)}
        return [between, *(Reach(new, new) for new in sorted(also))]


@dataclass(frozen=True)
class Claims:
    """Stretches of words that are known to be as they were; a changed passage can't lie within one."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int]]) -> "Claims":
        """Of stretches given as their first word and the one behind their last."""
        known = sorted(set(stretches))
        return cls([start for start, _ in known], list(accumulate((end for _, end in known), max)))

    def hold(self, start: int, end: int) -> bool:
        """Whether a stretch lies within one of them."""
        at = bisect_right(self.starts, start)
        return at > 0 and self.ends[at - 1] >= end


def _in_order(moves: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ascending pairs whose second numbers don't descend."""
    lasts: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for n, (_, new) in enumerate(moves):
        length = bisect_right(lasts, new)
        before.append(at[length - 1] if length else -1)
        lasts[length : length + 1] = [new]
        at[length : length + 1] = [n]
    kept = []
    n = at[-1] if at else -1
    while n >= 0:
        kept.append(moves[n])
        n = before[n]
    return kept[::-1]
