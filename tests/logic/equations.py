"""The standing of a map as equations over three values, without argmap.logic; and two ways of solving them.

An expression is a number (0 falls, 1 open, 2 stands), a variable, ("min" | "max", …), ("not", x), or
("denied", id): a sentence's negation, which stands only where the sentence is rejected. Variables are the ids of
sentences and inferences, and ("support" | "defeat", id).
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from argmap.model import ArgumentMap, Conditional, Inference, Objection, Reason, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or, atoms

Expression: TypeAlias = Any
FALLS, OPEN, STANDS = 0, 1, 2


def least(*expressions: Expression) -> Expression:
    """The minimum, simplified."""
    left = [e for e in expressions if e != STANDS]
    return FALLS if FALLS in left else STANDS if not left else left[0] if len(left) == 1 else ("min", *left)


def greatest(*expressions: Expression) -> Expression:
    """The maximum, simplified."""
    left = [e for e in expressions if e != FALLS]
    return STANDS if STANDS in left else FALLS if not left else left[0] if len(left) == 1 else ("max", *left)


class Contradiction(Exception):
    """The suppositions contradict one another by what statements mean."""


class Equations:
    """The equations of a map under suppositions; `plain` takes hedged conditionals without their hedge."""

    def __init__(self, map: ArgumentMap, suppositions: Mapping[str, bool], plain: bool = False) -> None:
        self.map = map
        self.plain = plain
        self.settled = settled(map, suppositions)
        self.of: dict[Expression, Expression] = {}
        for id, entry in map.entries.items():
            if isinstance(entry, Inference):
                self.of[id] = self.live(id, entry)
            elif map.sentence(id) is not None and id in self.settled:
                self.of[id] = STANDS if self.settled[id] else FALLS
                self.of["defeat", id] = FALLS if self.settled[id] else STANDS
            elif map.sentence(id) is not None:
                self.of["support", id] = greatest(self.base(id), *self.supports(id))
                self.of["defeat", id] = greatest(*self.defeats(id))
                self.of[id] = least(("support", id), ("not", ("defeat", id)))

    def base(self, id: str) -> int:
        if self.map.outline.roles[id] == "premise":
            return STANDS
        return FALLS if any(self.bearing(id, Reason)) else OPEN

    def bearing(self, id: str, kind: type[Inference]) -> Iterator[str]:
        """The reasons for something, or the unanswered objections against it."""
        for other in self.map.links.inferences.get(id, ()):
            entry = self.map.entries[other]
            if isinstance(entry, kind) and not (isinstance(entry, Objection) and entry.answered is not None):
                yield other

    def live(self, id: str, inference: Inference) -> Expression:
        members = self.map.links.members.get(id, ())
        if not members:
            return FALLS
        waits = []
        if isinstance(inference, Objection):
            entries = (self.map.entries[member] for member in members)
            waits = [self.value(entry.antecedent) for entry in entries if isinstance(entry, Conditional)]
        return least(*members, *waits, *(("not", other) for other in self.bearing(id, Objection)))

    def supports(self, id: str) -> Iterator[Expression]:
        yield from self.bearing(id, Reason)
        yield from self.forced(id, True)
        entry = self.map.entries[id]
        if isinstance(entry, Statement) and entry.means is not None:
            yield self.value(entry.means)

    def defeats(self, id: str) -> Iterator[Expression]:
        yield from self.bearing(id, Objection)
        if self.base(id) == OPEN:
            yield from self.forced(id, False)
            entry = self.map.entries[id]
            if isinstance(entry, Statement) and entry.means is not None:
                yield self.value(Not(entry.means))

    def forced(self, id: str, sign: bool) -> Iterator[Expression]:
        """What conditionals with a standing antecedent, and statements by what they mean, make of a sentence."""
        for other, entry in self.map.sentences():
            if isinstance(entry, Conditional) and (self.plain or entry.qualifier is None):
                consequent = Not(entry.consequent) if entry.qualifier == "unlikely" else entry.consequent
                if id in atoms(consequent):
                    holds = self.not_undercut(id, other, Reason if sign else Objection)
                    yield least(other, self.value(entry.antecedent), self.force(consequent, id, sign), holds)
            elif isinstance(entry, Statement) and entry.means is not None and id in atoms(entry.means):
                yield least(other, self.force(entry.means, id, sign))

    def not_undercut(self, id: str, conditional: str, kind: type[Inference]) -> Expression:
        """Whether an inference to a sentence by the conditional isn't undercut or answered, or none is made."""
        inferences, members = self.map.links.inferences.get(id, ()), self.map.links.members
        steps = [i for i in inferences if isinstance(self.map.entries[i], kind) and conditional in members.get(i, ())]
        if not steps:
            return STANDS
        left = [i for i in steps if i in self.bearing(id, kind)]
        return greatest(*(least(*(("not", o) for o in self.bearing(i, Objection))) for i in left))

    def value(self, formula: Formula) -> Expression:
        match formula:
            case Atom(id):
                return id if self.map.sentence(id) is not None else OPEN
            case Not(Atom(id)):
                return ("denied", id) if self.map.sentence(id) is not None else OPEN
            case Not(operand):
                return self.value(_inwards(operand))
            case And(operands):
                return least(*map(self.value, operands))
            case Or(operands):
                return greatest(*map(self.value, operands))

    def force(self, formula: Formula, id: str, sign: bool) -> Expression:
        """How far a formula's being true makes an atom of it true, or false."""
        match formula:
            case Atom(atom):
                return STANDS if sign and atom == id else FALLS
            case Not(Atom(atom)):
                return STANDS if not sign and atom == id else FALLS
            case Not(operand):
                return self.force(_inwards(operand), id, sign)
            case And(operands):
                return greatest(*(self.force(o, id, sign) for o in operands))
            case Or():
                operands = tuple(dict.fromkeys(formula.operands))
                return greatest(
                    *(
                        least(
                            self.force(o, id, sign),
                            *(self.value(Not(other)) for j, other in enumerate(operands) if j != i),
                        )
                        for i, o in enumerate(operands)
                    )
                )


def _inwards(formula: Formula) -> Formula:
    """The negation of a compound, the sign moved inwards."""
    match formula:
        case Not(operand):
            return operand
        case And(operands):
            return Or(tuple(Not(o) for o in operands))
        case Or(operands):
            return And(tuple(Not(o) for o in operands))
    raise AssertionError(formula)


def settled(map: ArgumentMap, suppositions: Mapping[str, bool]) -> dict[str, bool]:
    """The suppositions and what they settle by what statements mean, until nothing more is settled."""
    found = dict(suppositions)
    grown = True
    while grown:
        known = len(found)
        for id, entry in map.sentences():
            if not isinstance(entry, Statement) or entry.means is None:
                continue
            for formula, true in ((entry.means, True), (Not(entry.means), False)):
                if _known(formula, found) == STANDS:
                    _settle(found, id, true)
                if found.get(id) is true:
                    for other in atoms(formula):
                        for sign in (True, False):
                            if map.sentence(other) is not None and _known_force(formula, other, sign, found) == STANDS:
                                _settle(found, other, sign)
        grown = len(found) > known
    return found


def _settle(found: dict[str, bool], id: str, true: bool) -> None:
    if found.setdefault(id, true) is not true:
        raise Contradiction(id)


def _known(formula: Formula, found: Mapping[str, bool]) -> int:
    match formula:
        case Atom(id):
            return {None: OPEN, True: STANDS, False: FALLS}[found.get(id)]
        case Not(operand):
            return STANDS - _known(operand, found)
        case And(operands):
            return min(_known(o, found) for o in operands)
        case Or(operands):
            return max(_known(o, found) for o in operands)


def _known_force(formula: Formula, id: str, sign: bool, found: Mapping[str, bool]) -> int:
    match formula:
        case Atom(atom):
            return STANDS if sign and atom == id else FALLS
        case Not(Atom(atom)):
            return STANDS if not sign and atom == id else FALLS
        case Not(operand):
            return _known_force(_inwards(operand), id, sign, found)
        case And(operands):
            return max(_known_force(o, id, sign, found) for o in operands)
        case Or(operands):
            return max(
                min(
                    _known_force(o, id, sign, found),
                    *(_known(Not(other), found) for j, other in enumerate(operands) if j != i),
                )
                for i, o in enumerate(operands)
            )
