"""Generated maps of a given size."""

from collections import deque

from argmap.model import ArgumentMap, Entry, Reason, Statement

_SENTENCE = "Statement number {} says something about the harbour, the ferry and the toll bridge."


def bushy(statements: int) -> ArgumentMap:
    """A tree with three co-premises in every reason."""
    entries: dict[str, Entry] = {"s0": Statement(text=_SENTENCE.format(0))}
    waiting = deque(["s0"])
    number = 1
    while number < statements:
        target = waiting.popleft()
        reason = f"because-s{number}"
        entries[reason] = Reason(target=target)
        for _ in range(3):
            if number < statements:
                entries[f"s{number}"] = Statement(text=_SENTENCE.format(number), stands_in=(reason,))
                waiting.append(f"s{number}")
                number += 1
    return ArgumentMap(title=f"{statements} statements", entries=entries)
