"""Verdicts on steps by z3."""

from collections.abc import Collection

import z3

from argmap.model.formula import And, Atom, Formula, Not, Or
from tests.logic.reading import Step


def in_z3(formula: Formula) -> z3.BoolRef:
    """The same formula for z3."""
    match formula:
        case Atom(id):
            return z3.Bool(id)
        case Not(operand):
            return z3.Not(in_z3(operand))
        case And(operands):
            return z3.And([in_z3(o) for o in operands])
        case Or(operands):
            return z3.Or([in_z3(o) for o in operands])


class Judge:
    """Answers about one step, with any of its premises."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.solver = z3.SolverFor("QF_FD")
        self.switches = {id: z3.Bool(f"premise {id}") for id in step.premises}
        for id, formula in step.premises.items():
            self.solver.add(z3.Implies(self.switches[id], in_z3(formula)))
        for formula in step.given:
            self.solver.add(in_z3(formula))
        self.denied = z3.Bool("what is asked is denied")
        self.solver.add(z3.Implies(self.denied, z3.Not(in_z3(step.asked))))

    def consistent(self, ids: Collection[str]) -> bool:
        """Whether these premises can be true together."""
        return bool(self.solver.check([self.switches[id] for id in ids]) == z3.sat)

    def follows(self, ids: Collection[str]) -> bool:
        """Whether what is asked follows from these premises."""
        return bool(self.solver.check([*(self.switches[id] for id in ids), self.denied]) == z3.unsat)

    def prove(self, ids: Collection[str], formula: Formula) -> bool:
        """Whether these premises prove a formula."""
        self.solver.push()
        self.solver.add(z3.Not(in_z3(formula)))
        proved = not self.consistent(ids)
        self.solver.pop()
        return proved

    def verdict(self) -> str:
        """The verdict on the step."""
        step = self.step
        if not self.consistent(step.premises.keys() - step.weak):
            return "inconsistent"
        if self.follows(step.premises.keys() - step.weak):
            return "follows"
        return "may follow" if self.follows(step.premises.keys()) else "does not follow"


def equivalent(one: Formula, other: Formula) -> bool:
    """Whether two formulas are true in the same cases."""
    solver = z3.SolverFor("QF_FD")
    solver.add(in_z3(one) != in_z3(other))
    return bool(solver.check() == z3.unsat)
