"""What is left to clingo: one valuation, or what holds in all of them.

Every question is given up, with Undecided, when it takes too many conflicts; so nothing hangs.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress

import clingo
from clingo import Control, Function, Number
from clingo.backend import HeuristicType

from argmap.logic.clauses import Clause, Clauses
from argmap.logic.propositional import Model, Shape, Undecided

_ATOM, _CANDIDATE = "atom", "candidate"
_MOST_CONFLICTS = 20_000
_MOST_CONFLICTS_OF_ALL = 100_000
"""The same for what holds in all valuations of a whole map."""
_MOST_TRIED = 200
"""Of a larger core it isn't asked what could be left out of it."""


def model(shapes: Sequence[Shape], atoms: int) -> Model | None:
    """A valuation of that many atoms under which all formulas are true; None where there is none."""
    making = Clauses(atoms)
    clauses = [clause for shape in shapes for clause in making.of(shape)]
    true = _Loaded(clauses, making.atoms, "--models=1").true_literals()
    return None if true is None else tuple(number in true for number in range(1, atoms + 1))


def backbone(clauses: Sequence[Clause]) -> set[int] | None:
    """The literals that are true wherever all clauses are; None where there is no such valuation.

    Those true in one valuation are the candidates; the solver is told to look for valuations that make them false, so
    that few have to be looked at.
    """
    numbers = _Numbers()
    clauses = [numbers.of(clause) for clause in clauses]
    atoms = len(numbers.atoms)
    candidates = _Loaded(clauses, atoms, "--models=1").true_literals()
    if candidates is None:
        return None
    options = ("--models=0", "--enum-mode=cautious", "--heuristic=Domain")
    loaded = _Loaded(clauses, atoms, *options, most=_MOST_CONFLICTS_OF_ALL)
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

    if not loaded.control.solve(on_last=last).exhausted:
        raise Undecided
    return set(numbers.back(found))


def conflict(clauses: Iterable[Clause], literals: Iterable[int]) -> list[int] | None:
    """Some of these literals that can't be true together; None where all can.

    None of them can be left out, unless they are very many.
    """
    numbers = _Numbers()
    own = numbers.of(literals)
    clauses = [numbers.of(clause) for clause in clauses]
    found = _Loaded(clauses, len(numbers.atoms), "--models=1").small_core(own)
    return None if found is None else numbers.back(found)


def needed(always: Iterable[Shape], sayings: Sequence[Iterable[Shape]], atoms: int) -> list[int] | None:
    """The numbers of some sayings that can't be true together, nor all be spared; None where all can be true."""
    making = Clauses(atoms + len(sayings))
    clauses = [clause for shape in always for clause in making.of(shape)]
    for own, shapes in enumerate(sayings, atoms + 1):
        clauses += [(-own, *clause) for shape in shapes for clause in making.of(shape)]
    literals = range(atoms + 1, atoms + 1 + len(sayings))
    found = _Loaded(clauses, making.atoms, "--models=1").small_core(literals)
    return None if found is None else sorted(each - atoms - 1 for each in found)


class _Numbers:
    """Numbers the atoms of literals as they come, so that a few clauses of many are soon loaded."""

    def __init__(self) -> None:
        self.atoms: dict[int, int] = {}

    def of(self, literals: Iterable[int]) -> Clause:
        """The literals over the new numbers."""
        atoms = self.atoms
        return tuple(atoms.setdefault(abs(each), len(atoms) + 1) * (1 if each > 0 else -1) for each in literals)

    def back(self, literals: Iterable[int]) -> list[int]:
        """The literals over the old numbers."""
        old = list(self.atoms)
        return [old[abs(each) - 1] * (1 if each > 0 else -1) for each in literals]


class _Loaded:
    """The clauses in clingo: every atom may be true, and no clause may be false."""

    def __init__(self, clauses: Iterable[Clause], atoms: int, *options: str, most: int = _MOST_CONFLICTS) -> None:
        self.left = most
        self.control = Control([*options, f"--solve-limit={most}", "--warn=none"])
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
                _require_decided(solving.get())
                return None
            true = {symbol.arguments[0].number for symbol in found.symbols(atoms=True)}
        return {number if number in true else -number for number in range(1, len(self.true) + 1)}

    def core(self, literals: Sequence[int]) -> list[int] | None:
        """Some of the literals that can't be true together; None where all can."""
        if self.left <= 0:
            raise Undecided
        self.control.configuration.solve.solve_limit = str(self.left)  # type: ignore[union-attr]
        named = {self.atom(literal): literal for literal in literals}
        with self.control.solve(assumptions=list(named), yield_=True) as solving:
            if solving.model() is not None:
                return None
            _require_decided(solving.get())
            core = set(solving.core())
        self.left -= int(self.control.statistics["solving"]["solvers"]["conflicts"])
        return [literal for name, literal in named.items() if name in core]

    def small_core(self, literals: Sequence[int]) -> list[int] | None:
        """The same without what can be left out, the later rather; of very many, or at length, not all of it."""
        found = self.core(literals)
        if found is None or len(found) > _MOST_TRIED:
            return found
        with suppress(Undecided):
            for literal in reversed(found):
                if literal in found:
                    fewer = self.core([each for each in found if each != literal])
                    found = fewer if fewer is not None else found
        return found


def _require_decided(result: clingo.SolveResult) -> None:
    if not result.unsatisfiable:
        raise Undecided
