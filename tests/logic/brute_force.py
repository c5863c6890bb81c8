"""What a map entails, by looking at every case; without argmap.logic.

A set of cases is an integer with a bit for each case: the atoms number n, and in case k the atom i is true where
bit i of k is set.
"""

from collections.abc import Iterable, Mapping

from argmap.model import ArgumentMap, Conditional, Inference, Objection, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or
from argmap.model.links import mentioned_by


def authors_premises(argument: ArgumentMap) -> frozenset[str]:
    """The premises that stand in a reason or objection on the author's side."""
    sides: dict[str, set[bool]] = {id: set() for id in argument.entries}
    for root in argument.outline.roots:
        sides[root].add(True)
    grown = True
    while grown:
        before = sum(map(len, sides.values()))
        for id, entry in argument.entries.items():
            if isinstance(entry, Inference):
                same = not isinstance(entry, Objection)
                sides[id] |= {side is same for side in sides.get(entry.target, {True})}
                for member in argument.links.members.get(id, ()):
                    sides[member] |= sides[id]
        grown = sum(map(len, sides.values())) > before
    return frozenset(
        id
        for id, sentence in argument.sentences()
        if argument.outline.roles[id] == "premise" and any(True in sides.get(place, ()) for place in sentence.stands_in)
    )


class Cases:
    """All cases of a map."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        sentences = [id for id, _ in map.sentences()]
        ids = dict.fromkeys([*sentences, *(m for e in map.entries.values() for m in mentioned_by(e))])
        size = 1 << len(ids)
        self.all = (1 << size) - 1
        self.of: dict[str, int] = {}
        for number, id in enumerate(ids):
            block = 1 << number
            self.of[id] = self.all // ((1 << 2 * block) - 1) * (((1 << block) - 1) << block)
        self.sentences = sentences
        self.clauses = self.all
        for id, entry in map.sentences():
            if isinstance(entry, Statement) and entry.means is not None:
                self.clauses &= ~(self.of[id] ^ self.where(entry.means))
            elif isinstance(entry, Conditional) and entry.qualifier is None:
                self.clauses &= self.all ^ self.of[id] | self.content(entry)

    def where(self, formula: Formula) -> int:
        """The cases in which a formula is true."""
        match formula:
            case Atom(id):
                return self.of[id]
            case Not(operand):
                return self.all ^ self.where(operand)
            case And(operands):
                found = self.all
                for operand in operands:
                    found &= self.where(operand)
                return found
            case Or(operands):
                found = 0
                for operand in operands:
                    found |= self.where(operand)
                return found

    def content(self, conditional: Conditional) -> int:
        """The cases in which it is so that if A, B."""
        return self.all ^ self.where(conditional.antecedent) | self.where(conditional.consequent)

    def facts(self, suppositions: Mapping[str, bool]) -> dict[str, bool]:
        """What is taken to be so: the author's premises, unless supposed, and the suppositions."""
        return dict.fromkeys(authors_premises(self.map), True) | dict(suppositions)

    def allowed(self, facts: Mapping[str, bool], only: Iterable[str] | None = None) -> int:
        """The cases that the clauses and the facts allow, or some of these facts only."""
        found = self.clauses
        for id in facts if only is None else only:
            found &= self.of[id] if facts[id] else self.all ^ self.of[id]
        return found

    def entailed(self, suppositions: Mapping[str, bool]) -> dict[str, bool] | None:
        """The sentences that are true, or false, in every case allowed; None where there is no case."""
        cases = self.allowed(self.facts(suppositions))
        if not cases:
            return None
        found = {}
        for id, entry in self.map.sentences():
            true = self.of[id]
            if not cases & ~true:
                found[id] = True
            elif not cases & true:
                found[id] = False
            elif isinstance(entry, Conditional) and entry.qualifier is None and not cases & ~self.content(entry):
                found[id] = True
        return found
