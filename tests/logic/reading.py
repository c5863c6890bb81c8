"""What the members of a step say and what is asked of it, read off a map without argmap.logic."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model import ArgumentMap, Conditional, Reason, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or, atoms

STRENGTH = {None: 3, "likely": 2, "unlikely": 2, "might": 1}


def implies(antecedent: Formula, consequent: Formula) -> Formula:
    """The material conditional."""
    return Or((Not(antecedent), consequent))


def truth(formula: Formula, valuation: Mapping[str, bool]) -> bool:
    """Whether a formula is true where its atoms are as valued."""
    match formula:
        case Atom(id):
            return valuation[id]
        case Not(operand):
            return not truth(operand, valuation)
        case And(operands):
            return all(truth(o, valuation) for o in operands)
        case Or(operands):
            return any(truth(o, valuation) for o in operands)


@dataclass(frozen=True)
class Step:
    """A step as formulas over atoms.

    `says` tells what each member says; `premises` the same, and of a conditional that is mentioned that
    it is so. `given` is what the conditionals mentioned bring along (one way), `asked` what has to
    follow; `halves` are those of an asked conditional. `weak` members are hedged more than what
    is asked.
    """

    says: Mapping[str, Formula]
    premises: Mapping[str, Formula]
    given: tuple[Formula, ...]
    asked: Formula
    halves: tuple[Formula, Formula] | None
    weak: frozenset[str]

    @property
    def atoms(self) -> frozenset[str]:
        """Every atom that matters."""
        return frozenset(id for f in (*self.premises.values(), *self.given, self.asked) for id in atoms(f))


def read_step(map: ArgumentMap, id: str) -> Step:
    """Read a reason, or an objection against a sentence."""
    inference = map.inference(id)
    assert inference is not None
    target = map.sentence(inference.target)
    assert target is not None
    halves, strength = None, 3
    if not isinstance(inference, Reason):
        asked = _by_content(map, Not(Atom(inference.target)), True)
    elif isinstance(target, Conditional):
        halves = (expand(map, target.antecedent), _by_content(map, _consequent(target), True))
        asked = _by_content(map, Atom(inference.target), True)
        strength = STRENGTH[target.qualifier]
    else:
        asked = _by_content(map, Atom(inference.target), True)
    members = {member: map.entries[member] for member in map.links.members.get(id, ())}
    says = {
        member: content(map, entry) if isinstance(entry, Conditional) else expand(map, Atom(member))
        for member, entry in members.items()
    }
    given = _brought_along(map, [*says.values(), asked])
    hedges = {member: entry.qualifier for member, entry in members.items() if isinstance(entry, Conditional)}
    return Step(
        says,
        {m: And((f, Atom(m))) if m in given else f for m, f in says.items()},
        tuple(given.values()),
        asked,
        halves,
        frozenset(m for m, hedge in hedges.items() if STRENGTH[hedge] < strength),
    )


def expand(map: ArgumentMap, formula: Formula) -> Formula:
    """A formula with what its statements mean in their place; definitions must not go round in circles."""
    match formula:
        case Atom(id):
            entry = map.entries.get(id)
            defined = isinstance(entry, Statement) and entry.means is not None
            return expand(map, entry.means) if defined else formula
        case Not(operand):
            return Not(expand(map, operand))
        case And(operands) | Or(operands):
            return type(formula)(tuple(expand(map, o) for o in operands))


def content(map: ArgumentMap, conditional: Conditional) -> Formula:
    """If A then B, as a material conditional; conditionals mentioned in it stay atoms."""
    return implies(expand(map, conditional.antecedent), expand(map, _consequent(conditional)))


def _consequent(conditional: Conditional) -> Formula:
    return Not(conditional.consequent) if conditional.qualifier == "unlikely" else conditional.consequent


def _by_content(map: ArgumentMap, formula: Formula, positive: bool) -> Formula:
    """The formula with the conditionals that it says are so replaced by what they say.

    Not so in an antecedent: to suppose that a conditional is false is not to suppose its antecedent.
    """
    match formula:
        case Atom(id):
            entry = map.entries.get(id)
            if isinstance(entry, Statement) and entry.means is not None:
                return _by_content(map, entry.means, positive)
            if isinstance(entry, Conditional) and positive:
                return implies(expand(map, entry.antecedent), _by_content(map, _consequent(entry), positive))
            return formula
        case Not(operand):
            return Not(_by_content(map, operand, not positive))
        case And(operands) | Or(operands):
            return type(formula)(tuple(_by_content(map, o, positive) for o in operands))


def _brought_along(map: ArgumentMap, formulas: list[Formula]) -> dict[str, Formula]:
    """For each conditional mentioned, at whatever remove: if it is so, then if A, B."""
    found: dict[str, Formula] = {}
    waiting = [id for formula in formulas for id in atoms(formula)]
    while waiting:
        id = waiting.pop()
        entry = map.entries.get(id)
        if isinstance(entry, Conditional) and id not in found:
            found[id] = implies(Atom(id), content(map, entry))
            waiting += atoms(found[id])
    return found
