"""What is left to clingo: one valuation, or what holds in all of them."""

from collections.abc import Iterable, Sequence

from clingo import Control, Function, Number

from argmap.logic.clauses import Clause, Clauses
from argmap.logic.propositional import Model, Shape

_TRUE, _FALSE = "true", "false"


def model(shapes: Sequence[Shape], atoms: int) -> Model | None:
    """A valuation of that many atoms under which all formulas are true; None where there is none."""
    making = Clauses(atoms)
    clauses = [clause for shape in shapes for clause in making.of(shape)]
    control = _Loaded(clauses, making.atoms, "--models=1").control
    with control.solve(yield_=True) as solving:
        for found in solving:
            true = {symbol.arguments[0].number for symbol in found.symbols(atoms=True) if symbol.name == _TRUE}
            return tuple(number in true for number in range(1, atoms + 1))
    return None


def backbone(clauses: Iterable[Clause], atoms: int) -> set[int] | None:
    """The literals that are true wherever all clauses are; None where there is no such valuation."""
    control = _Loaded(clauses, atoms, "--models=0", "--enum-mode=cautious").control
    found: set[int] | None = None
    with control.solve(yield_=True) as solving:
        for model in solving:
            found = {
                symbol.arguments[0].number * (1 if symbol.name == _TRUE else -1) for symbol in model.symbols(atoms=True)
            }
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
            self.true: list[int] = [
                backend.add_atom(Function(_TRUE, [Number(number)])) for number in range(1, atoms + 1)
            ]
            self.false: list[int] = [
                backend.add_atom(Function(_FALSE, [Number(number)])) for number in range(1, atoms + 1)
            ]
            backend.add_rule(self.true, choice=True)
            for one, other in zip(self.false, self.true, strict=True):
                backend.add_rule([one], [-other])
            for clause in clauses:
                backend.add_rule([], [self.atom(-number) for number in clause])

    def atom(self, literal: int) -> int:
        """The solver's own name of a literal."""
        return (self.true if literal > 0 else self.false)[abs(literal) - 1]

    def core(self, literals: Sequence[int]) -> list[int] | None:
        """Some of the literals that can't be true together; None where all can."""
        named = {self.atom(literal): literal for literal in literals}
        with self.control.solve(assumptions=list(named), yield_=True) as solving:
            if solving.model() is not None:
                return None
            return [literal for name, literal in named.items() if name in set(solving.core())]
