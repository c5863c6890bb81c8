"""What a whole map says, as clauses: what its statements mean and what its conditionals allow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from argmap.logic.clauses import Clause, Clauses
from argmap.logic.propagation import occurrences
from argmap.logic.propositional import AND, IF, NOT, OR, Shape, negation
from argmap.logic.sides import asserted
from argmap.model import ArgumentMap, Conditional, Statement
from argmap.model.formula import And, Atom, Formula, Not


@dataclass(frozen=True, eq=False)
class Theory:
    """The clauses of a map, each with the sentence that says so in `by`.

    `literals` are the sentences' by id; `contents` those that are true where what a conditional says is; `facts` the
    ids of the premises that the author asserts. Inner atoms have higher numbers than any of these; there are `atoms`.
    """

    literals: Mapping[str, int]
    contents: Mapping[str, int]
    facts: tuple[str, ...]
    clauses: tuple[Clause, ...]
    by: tuple[str, ...]
    atoms: int

    @cached_property
    def standing_in(self) -> dict[int, list[int]]:
        """The numbers of the clauses that each literal stands in."""
        return occurrences(self.clauses)


@lru_cache(maxsize=4)
def theory(map: ArgumentMap) -> Theory:
    """Read a map's sentences as clauses.

    A statement is equivalent to what it `means`; a conditional c says c -> (A -> B), one-way; one that is hedged
    brings no clause, since it says nothing of every case.
    """
    numbers: dict[str, int] = {}
    written: list[tuple[str, Shape]] = []
    contents: dict[str, int] = {}
    plain = [(id, e) for id, e in map.sentences() if isinstance(e, Conditional) and e.qualifier is None]

    def number(id: str) -> int:
        return numbers.setdefault(id, len(numbers))

    for id, _ in map.sentences():
        number(id)
    for id, entry in map.sentences():
        if isinstance(entry, Statement) and entry.means is not None:
            means = _shape(entry.means, number)
            written += [(id, (IF, number(id), means)), (id, (IF, means, number(id)))]
    said = [(id, _shape(entry.antecedent, number), _shape(entry.consequent, number)) for id, entry in plain]
    first = len(numbers)
    for own, (id, antecedent, consequent) in enumerate(said, first):
        contents[id] = own + 1
        written.append((id, (IF, number(id), own)))
        written.append((id, (IF, (AND, own, antecedent), consequent)))
        written += [(id, (OR, own, antecedent)), (id, (OR, own, negation(consequent)))]
    making = Clauses(first + len(said))
    clauses, by = [], []
    for id, shape in written:
        for clause in making.of(shape):
            clauses.append(clause)
            by.append(id)
    literals = {id: number + 1 for id, number in numbers.items()}
    return Theory(literals, contents, tuple(asserted(map)), tuple(clauses), tuple(by), making.atoms)


def _shape(formula: Formula, number: Callable[[str], int]) -> Shape:
    match formula:
        case Atom(id):
            return number(id)
        case Not(operand):
            return (NOT, _shape(operand, number))
    kind = AND if isinstance(formula, And) else OR
    return (kind, *(_shape(operand, number) for operand in formula.operands))
