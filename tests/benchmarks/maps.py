"""Generated maps of a given size."""

from collections import deque
from pathlib import Path

from argmap.format import write
from argmap.model import ArgumentMap, Entry, Reason, RowKind, Statement

_SENTENCE = "Statement number {} says something about the harbour, the ferry and the toll bridge."
_IN_A_REASON = 3


def bushy(statements: int) -> ArgumentMap:
    """A tree with three co-premises in every reason."""
    entries: dict[str, Entry] = {"s0": Statement(text=_SENTENCE.format(0))}
    waiting = deque(["s0"])
    number = 1
    while number < statements:
        target = waiting.popleft()
        reason = f"because-s{number}"
        entries[reason] = Reason(target=target)
        for _ in range(_IN_A_REASON):
            if number < statements:
                entries[f"s{number}"] = Statement(text=_SENTENCE.format(number), stands_in=(reason,))
                waiting.append(f"s{number}")
                number += 1
    return ArgumentMap(title=f"{statements} statements", entries=entries)


def written(folder: Path, statements: int) -> Path:
    """The file of such a map in a folder."""
    path = folder / f"{statements}.argmap.toml"
    if not path.exists():
        path.write_bytes(write(bushy(statements)).encode())
    return path


def places(statements: int) -> tuple[int, int, int]:
    """Statements near the top, the middle and the bottom of such a map's outline.

    Each is the second of three in its reason and has a reason for it, so that it can be folded and moved both ways.
    """
    map = bushy(statements)
    numbers = [int(row.id[1:]) for row in map.outline.rows if row.kind is RowKind.SENTENCE]
    fit = [n for n in numbers if n % _IN_A_REASON == 2 and f"s{n}" in map.links.inferences]
    return fit[0], fit[len(fit) // 2], fit[-1]
