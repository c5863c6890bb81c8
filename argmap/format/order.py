"""Orders compared: the fewest things that have moved."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

_T = TypeVar("_T", bound=Hashable)


def out_of_order(ids: Sequence[_T], before: Mapping[_T, int]) -> list[_T]:
    """The ids outside a longest run whose order is as it was (Schensted 1961); `before` holds old positions."""
    if all(before[a] < before[b] for a, b in pairwise(ids)):
        return []
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, id in enumerate(ids):
        at = bisect_left(tails, before[id])
        previous.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [before[id]]
        ends[at : at + 1] = [index]
    kept, index = set(), ends[-1]
    while index >= 0:
        kept.add(index)
        index = previous[index]
    return [id for index, id in enumerate(ids) if index not in kept]
