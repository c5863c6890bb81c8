"""Where two sequences differ: one stretch that gave way to another."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class Splice(NamedTuple):
    """What stood from `first` to `old_end` gave way to what stands from `first` to `new_end`; ends excluded."""

    first: int
    old_end: int
    new_end: int


def splice(*pairs: tuple[Sequence[Any], Sequence[Any]]) -> Splice:
    """The stretch outside which every old sequence agrees with its new one.

    The old ones are of one length, and so are the new ones. Found by halving, so that what agrees is
    compared at the speed of whole slices.
    """
    old, new = len(pairs[0][0]), len(pairs[0][1])
    shorter = min(old, new)
    first = _agreement(shorter, lambda a, b: all(o[a:b] == n[a:b] for o, n in pairs))
    tail = _agreement(shorter - first, lambda a, b: all(o[old - b : old - a] == n[new - b : new - a] for o, n in pairs))
    return Splice(first, old - tail, new - tail)


def _agreement(length: int, agree: Callable[[int, int], bool]) -> int:
    """How far two sequences agree."""
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        if agree(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
