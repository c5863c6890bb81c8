"""Unit propagation: what clauses force one after the other, and why."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.logic.clauses import Clause


@dataclass
class Propagation:
    """Literals that are forced, each with the number of the clause that forced it, None for those given.

    They stand in the order in which they were forced. `conflict` is the number of a clause that can't be true then,
    or -1 where two given literals deny one another.
    """

    forced: dict[int, int | None] = field(default_factory=dict)
    conflict: int | None = None


Occurrences = Mapping[int, Sequence[int]]


def occurrences(clauses: Sequence[Clause]) -> dict[int, list[int]]:
    """The numbers of the clauses that each literal stands in."""
    found: dict[int, list[int]] = {}
    for number, clause in enumerate(clauses):
        for literal in clause:
            found.setdefault(literal, []).append(number)
    return found


def propagate(clauses: Sequence[Clause], standing_in: Occurrences, given: Iterable[int]) -> Propagation:
    """Propagate the given literals until nothing more is forced, or something is contradicted."""
    found = Propagation()
    forced = found.forced
    waiting: deque[int] = deque()

    def force(literal: int, by: int | None) -> bool:
        if -literal in forced:
            found.conflict = -1 if by is None else by
            return False
        if literal not in forced:
            forced[literal] = by
            waiting.append(literal)
        return True

    for literal in given:
        if not force(literal, None):
            return found
    for number, clause in enumerate(clauses):
        if len(clause) == 1 and not force(clause[0], number):
            return found
    while waiting:
        for number in standing_in.get(-waiting.popleft(), ()):
            open_literal = 0
            for literal in clauses[number]:
                if literal in forced:
                    break
                if -literal not in forced:
                    if open_literal:
                        break
                    open_literal = literal
            else:
                if not open_literal:
                    found.conflict = number
                    return found
                if not force(open_literal, number):
                    return found
    return found


def resting_on(found: Propagation, clauses: Sequence[Clause], literals: Iterable[int]) -> list[int]:
    """The literals that these rest on, themselves included, in the order in which they were forced."""
    seen: set[int] = set()
    waiting = list(literals)
    while waiting:
        literal = waiting.pop()
        if literal not in seen:
            seen.add(literal)
            by = found.forced[literal]
            if by is not None:
                waiting += [-other for other in clauses[by] if other != literal]
    return [literal for literal in found.forced if literal in seen]
