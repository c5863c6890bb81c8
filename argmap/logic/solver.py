"""What is left to clingo: one valuation, or what holds in all of them."""

from collections.abc import Iterable, Sequence

import clingo
from clingo import Control, Function, Number
from clingo.backend import HeuristicType

from argmap.logic.clauses import Clause, Clauses
from argmap.logic.propositional import Model, Shape

_ATOM, _CANDIDATE = "atom", "candidate"


def model(shapes: Sequence[Shape], atoms: int) -> Model | None:
    """A valuation of that many atoms under which all formulas are true; None where there is none."""
    making = Clauses(atoms)
    clauses = [clause for shape in shapes for clause in making.of(shape)]
    true = _Loaded(clauses, making.atoms, "--models=1").true_literals()
    return None if true is None else tuple(number in true for number in range(1, atoms + 1))


def backbone(clauses: Sequence[Clause], atoms: int) -> set[int] | None:
    """The literals that are true wherever all clauses are; None where there is no such valuation.

    Those true in one valuation are the candidates; the solver is told to look for valuations that make them false, so
    that few have to be looked at.
    """
    making = _Loaded(clauses, atoms, "--models=1")
    candidates = making.true_literals()
    if candidates is None:
        return None
    loaded = _Loaded(clauses, atoms, "--models=0", "--enum-mode=cautious", "--heuristic=Domain")
    with loaded.control.backend() as backend:
        for literal in candidates:
            atom, sign = loaded.true[abs(literal) - 1], 1 if literal < 0 else -1
            backend.add_heuristic(atom, HeuristicType.Level, 1, 1, [])
            backend.add_heuristic(atom, HeuristicType.Sign, sign, 1, [])
            candidate = backend.add_atom(Function(_CANDIDATE, [Number(literal)]))
            backend.add_rule([candidate], [loaded.atom(literal)])
    found: set[int] = set()

    def last(model: clingo.Model) -> None:
        found.update(symbol.arguments[0].number for symbol in model.symbols(atoms=True) if symbol.name == _CANDIDATE)

    loaded.control.solve(on_last=last)
    return found


def conflict(clauses: Iterable[Clause], atoms: int, literals: Iterable[int]) -> list[int] | None:
    """The fewest of these literals that can't be true together, none of which can be left out; None where all can."""
    loaded = _Loaded(clauses, atoms, "--models=1")
    found = loaded.core(list(literals))
    for literal in reversed(found or []):
        assert found is not None
        fewer = loaded.core([each for each in found if each != literal])
        found = fewer if fewer is not None else found
    return found


class _Loaded:
    """The clauses in clingo: every atom may be true, and no clause may be false."""

    def __init__(self, clauses: Iterable[Clause], atoms: int, *options: str) -> None:
        self.control = Control([*options, "--warn=none"])
        with self.control.backend() as backend:
            self.true: list[int] = [backend.add_atom(Function(_ATOM, [Number(each)])) for each in range(1, atoms + 1)]
            backend.add_rule(self.true, choice=True)
            for clause in clauses:
                backend.add_rule([], [self.atom(-literal) for literal in clause])

    def atom(self, literal: int) -> int:
        """The solver's own name of a literal."""
        return self.true[literal - 1] if literal > 0 else -self.true[-literal - 1]

    def true_literals(self) -> set[int] | None:
        """The literals that are true in some valuation; None where there is none."""
        with self.control.solve(yield_=True) as solving:
            found = solving.model()
            if found is None:
                return None
            true = {symbol.arguments[0].number for symbol in found.symbols(atoms=True)}
        return {number if number in true else -number for number in range(1, len(self.true) + 1)}

    def core(self, literals: Sequence[int]) -> list[int] | None:
        """Some of the literals that can't be true together; None where all can."""
        named = {self.atom(literal): literal for literal in literals}
        with self.control.solve(assumptions=list(named), yield_=True) as solving:
            if solving.model() is not None:
                return None
            core = set(solving.core())
        return [literal for name, literal in named.items() if name in core]
