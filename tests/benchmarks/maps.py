"""Generated maps of a given size."""

import random
from collections import deque
from pathlib import Path

from argmap.format import write
from argmap.model import ArgumentMap, Conditional, Entry, Objection, Reason, RowKind, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or

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


def deductive(statements: int, seed: int = 1) -> ArgumentMap:
    """A tree whose reasons are by turns prose and steps of several forms, some of them invalid, with objections."""
    rng = random.Random(seed)
    entries: dict[str, Entry] = {"s0": Statement(text=_SENTENCE.format(0))}
    waiting = deque(["s0"])
    number = 0

    def statement(inference: str | None, means: Formula | None = None) -> str:
        nonlocal number
        number += 1
        id = f"s{number}"
        stands_in = () if inference is None else (inference,)
        entries[id] = Statement(text=_SENTENCE.format(number), stands_in=stands_in, means=means)
        if inference is not None and means is None:
            waiting.append(id)
        return id

    def conditional(inference: str, antecedent: Formula, consequent: Formula) -> None:
        nonlocal number
        number += 1
        entries[f"if-{number}"] = Conditional(antecedent=antecedent, consequent=consequent, stands_in=(inference,))

    while number < statements:
        target = waiting.popleft() if rng.random() < 0.8 else waiting.pop()
        kind = rng.choice(["prose", "prose", "ponens", "both", "chain", "syllogism", "cases", "loose", "objection"])
        if not waiting:
            kind = "prose"
        inference = f"for-{number}"
        if kind == "objection":
            entries[inference] = Objection(target=target, answered="Yes." if rng.random() < 0.5 else None)
        else:
            entries[inference] = Reason(target=target)
        if kind in ("prose", "objection"):
            for _ in range(_IN_A_REASON):
                statement(inference)
        elif kind == "ponens":
            conditional(inference, Atom(statement(inference)), Atom(target))
        elif kind == "both":
            both = And((Atom(statement(inference)), Not(Atom(statement(inference)))))
            conditional(inference, both, Atom(target))
        elif kind == "chain":
            first, second = statement(inference), statement(None)
            conditional(inference, Atom(first), Atom(second))
            conditional(inference, Atom(second), Atom(target))
        elif kind == "syllogism":
            other = statement(None)
            statement(inference, Or((Atom(other), Atom(target))))
            statement(inference, Not(Atom(other)))
        elif kind == "cases":
            one, other = statement(None), statement(None)
            statement(inference, Or((Atom(one), Atom(other))))
            conditional(inference, Atom(one), Atom(target))
            conditional(inference, Atom(other), Atom(target))
        else:
            conditional(inference, Atom(statement(None)), Atom(target))
    return ArgumentMap(title=f"{number} statements", entries=entries)
