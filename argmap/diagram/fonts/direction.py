"""Which way the parts of a line run: the implicit part of the Unicode bidirectional algorithm (UAX #9).

Signs that embed, override or isolate never occur: text shows them before (`text.visible`). Rules are named as there.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Part = TypeVar("Part")

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜"
    "〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_SAME = str.maketrans("\u2329\u232a", "\u3008\u3009")
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSERS = frozenset(_CLOSING.values())
_MOST_OPEN = 63
_TURNING = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of the scripts that run from right to left."""
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))


def runs_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left, and so the paragraph."""
    if text.isascii():
        return False
    directions = map(unicodedata.bidirectional, text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def levels(line: str, leftwards: bool) -> list[int]:
    """The level of every character of a line in a paragraph that runs `leftwards` or not; odd ones run leftwards."""
    base = int(leftwards)
    if not leftwards and not turns(line):
        return [0] * len(line)
    kinds = [unicodedata.bidirectional(char) or "L" for char in line]
    seen = [at for at, kind in enumerate(kinds) if kind != "BN"]
    found = _implicit([line[at] for at in seen], [kinds[at] for at in seen], base)
    every, last = [], base
    at_level = dict(zip(seen, found, strict=True))
    for at in range(len(line)):
        last = at_level.get(at, last)
        every.append(last)
    for at in reversed(range(len(line))):
        if kinds[at] not in ("WS", "BN", "S", "B"):
            break
        every[at] = base
    return every


def in_visual_order(parts: Sequence[Part], level: Callable[[Part], int]) -> list[Part]:
    """The parts of a line, each of one level, from left to right as they are drawn (rule L2)."""
    ordered = list(parts)
    for least in range(max(map(level, ordered), default=0), 0, -1):
        high = ["R" if level(part) >= least else "L" for part in ordered]
        for start, stop in _stretches(high, ("R",)):
            ordered[start:stop] = reversed(ordered[start:stop])
    return ordered


def turns(line: str) -> bool:
    """Whether something in the line may run from right to left."""
    return not line.isascii() and _TURNING.search(line) is not None


def _implicit(chars: list[str], kinds: list[str], base: int) -> list[int]:
    edge = "R" if base else "L"
    given = list(kinds)
    _weak(kinds, edge)
    _brackets(chars, kinds, given, edge)
    _neutral(kinds, edge)
    level = {"L": 2 * base, "R": 1, "AN": 2, "EN": 2}
    return [level[kind] for kind in kinds]


def _weak(kinds: list[str], edge: str) -> None:
    """Rules W1 to W7: marks, numbers and what stands in and beside numbers."""
    before, strong = edge, edge
    for at, kind in enumerate(kinds):
        kinds[at] = before = before if kind == "NSM" else kind
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        sides = (kinds[at - 1], kinds[at + 1])
        if (kinds[at] in ("ES", "CS") and sides == ("EN", "EN")) or (kinds[at] == "CS" and sides == ("AN", "AN")):
            kinds[at] = sides[0]
    for start, stop in _stretches(kinds, ("ET",)):
        beside = (*kinds[max(0, start - 1) : start], *kinds[stop : stop + 1])
        kinds[start:stop] = ["EN" if "EN" in beside else "ON"] * (stop - start)
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _brackets(chars: list[str], kinds: list[str], given: list[str], edge: str) -> None:
    """Rule N0: both brackets of a pair run as what they hold, or else as what is before them."""
    for start, stop in _paired(chars, kinds):
        inside = {_strong(kind) for kind in kinds[start + 1 : stop]} - {None}
        if edge in inside:
            side = edge
        elif inside:
            side = next(filter(None, map(_strong, reversed(kinds[:start]))), edge)
        else:
            continue
        for at in (start, stop):
            kinds[at] = side
            for mark in range(at + 1, len(kinds)):
                if given[mark] != "NSM":
                    break
                kinds[mark] = side


def _paired(chars: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    open: list[tuple[str, int]] = []
    pairs = []
    for at, char in enumerate(chars):
        if kinds[at] != "ON":
            continue
        char = char.translate(_SAME)
        if char in _CLOSING:
            if len(open) == _MOST_OPEN:
                return []
            open.append((_CLOSING[char], at))
        elif char in _CLOSERS:
            for depth in reversed(range(len(open))):
                if open[depth][0] == char:
                    pairs.append((open[depth][1], at))
                    del open[depth:]
                    break
    return sorted(pairs)


def _neutral(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2: what has no direction runs as what is on both sides of it, or else as the paragraph."""
    for start, stop in _stretches(kinds, _NEUTRAL):
        before = _strong(kinds[start - 1]) if start else edge
        after = _strong(kinds[stop]) if stop < len(kinds) else edge
        kinds[start:stop] = [before if before == after and before else edge] * (stop - start)


def _strong(kind: str) -> str | None:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _stretches(kinds: list[str], wanted: Iterable[str]) -> list[tuple[int, int]]:
    wanted = frozenset(wanted)
    found: list[tuple[int, int]] = []
    for at, kind in enumerate(kinds):
        if kind in wanted:
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
    return found
