"""What suppositions mean: statements that say the same as a formula are settled together with it."""

from collections import deque
from collections.abc import Iterator, Mapping

from argmap.model import ArgumentMap, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or


def settled(map: ArgumentMap, suppositions: Mapping[str, bool]) -> dict[str, bool]:
    """The suppositions, and every sentence that is true or false by the meaning of statements alone then.

    Of what they contradict one another in, the earlier stands.
    """
    found = dict(suppositions)
    waiting = deque(found)
    while waiting:
        id = waiting.popleft()
        for holder in (id, *map.links.mentions.get(id, ())):
            entry = map.entries.get(holder)
            if not isinstance(entry, Statement) or entry.means is None:
                continue
            for other, true in _settling(holder, entry.means, found):
                if other not in found and map.sentence(other) is not None:
                    found[other] = true
                    waiting.append(other)
    return found


def _settling(id: str, means: Formula, known: Mapping[str, bool]) -> Iterator[tuple[str, bool]]:
    if id in known:
        yield from _forced(means, known[id], known)
    elif (value := truth(means, known)) is not None:
        yield id, value


def truth(formula: Formula, known: Mapping[str, bool]) -> bool | None:
    """Whether a formula is true by what is known of its atoms; None where that doesn't say."""
    match formula:
        case Atom(id):
            return known.get(id)
        case Not(operand):
            value = truth(operand, known)
            return None if value is None else not value
        case And(operands) | Or(operands):
            deciding = isinstance(formula, Or)
            values = [truth(operand, known) for operand in operands]
            if deciding in values:
                return deciding
            return None if None in values else not deciding


def _forced(formula: Formula, true: bool, known: Mapping[str, bool]) -> Iterator[tuple[str, bool]]:
    """The atoms that have to be true, or false, for a formula to be as it is."""
    match formula:
        case Atom(id):
            yield id, true
        case Not(operand):
            yield from _forced(operand, not true, known)
        case And(operands) | Or(operands):
            left = operands
            if isinstance(formula, And) is not true:
                left = tuple(operand for operand in operands if truth(operand, known) is not (not true))
                if len(left) > 1:
                    return
            for operand in left:
                yield from _forced(operand, true, known)
