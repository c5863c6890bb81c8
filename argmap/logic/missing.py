"""What would have to be said as well for a step to follow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from argmap.logic.propositional import (
    AND,
    IF,
    MOST_ATOMS,
    NOT,
    OR,
    Shape,
    Undecided,
    conditional,
    negation,
    parts,
    satisfied,
    table,
)
from argmap.logic.steps import Form, step
from argmap.model import ArgumentMap
from argmap.model.formula import And, Atom, Formula, Not, Or

_MOST_TERMS = 40


@dataclass(frozen=True, slots=True)
class Implication:
    """If the antecedent, then the consequent: a conditional that the map doesn't have yet."""

    antecedent: Formula
    consequent: Formula


Missing: TypeAlias = Formula | Implication


def missing_premises(map: ArgumentMap, id: str) -> tuple[Missing, ...]:
    """What would make the step of a reason or objection follow, the best first; nothing where it follows or isn't one.

    First come those that leave the fewest premises idle, and among these the shorter; the conditional from all the
    premises to the conclusion is one of them. None says the same as the conclusion or contradicts the premises; those
    that would be enough without them, and so beg the question, come last.
    """
    found = step(map, id)
    if found is None:
        return ()
    return tuple(_written(shape, found.ids) for shape in missing(found.form))


@lru_cache(maxsize=2048)
def missing(form: Form) -> tuple[Shape, ...]:
    """The missing premises of every step of this form."""
    try:
        return _missing(form)
    except Undecided:
        return ()


def _missing(form: Form) -> tuple[Shape, ...]:
    given = [*form.background, *(said for number in range(len(form.premises)) for said in form.says(number))]
    if satisfied(given, form.atoms) is None or satisfied([*given, negation(form.goal)], form.atoms) is None:
        return ()
    linking = _linking(form)
    if form.atoms > MOST_ATOMS:
        return (linking,) if _links(form, given, linking) else ()
    seeking = _Seeking(form)
    ranks = [(seeking.rank(shape), number, shape) for number, shape in enumerate((*_candidates(form), linking))]
    return tuple(shape for rank, _, shape in sorted((r, n, s) for r, n, s in ranks if r is not None))


class _Seeking:
    """Judges candidates, each table once."""

    def __init__(self, form: Form) -> None:
        atoms = self.atoms = form.atoms
        self.every = (1 << (1 << atoms)) - 1
        self.background = self.all(form.background)
        self.premises = [self.all(form.says(number)) for number in range(len(form.premises))]
        self.goal = table(form.goal, atoms)
        halves = conditional(form.goal)
        self.halves = None if halves is None else (table(halves[0], atoms), table(halves[1], atoms))
        self.seen: set[int] = set()

    def all(self, shapes: Iterable[Shape]) -> int:
        """Where all formulas are true."""
        found = self.every
        for shape in shapes:
            found &= table(shape, self.atoms)
        return found

    def rank(self, shape: Shape) -> tuple[bool, bool, int, int] | None:
        """Whether it is enough by itself or makes the conclusion empty, how many premises it leaves idle, its length.

        None for what is no missing premise.
        """
        own = table(shape, self.atoms) & self.background
        if own in self.seen:
            return None
        self.seen.add(own)
        known = own
        for premise in self.premises:
            known &= premise
        if not known or known & ~self.goal or own == self.goal & self.background:
            return None
        return not own & ~self.goal, self.empties(known), self.idle(own), _length(shape)

    def empties(self, known: int) -> bool:
        """Whether a conditional conclusion would hold only since its antecedent can't be, or its consequent is."""
        return self.halves is not None and (not known & self.halves[0] or not known & ~self.halves[1])

    def idle(self, own: int) -> int:
        """How many premises the conclusion would follow without."""
        count = 0
        for number in range(len(self.premises)):
            known = own
            for other, premise in enumerate(self.premises):
                known &= premise if other != number else self.every
            count += not known & ~self.goal
        return count


def _candidates(form: Form) -> Iterator[Shape]:
    """What may be said of the step's own parts; of two that are equivalent, the more natural first."""
    terms = _terms(form)
    signed = [each for term in terms for each in (term, negation(term))][:_MOST_TERMS]
    yield from signed
    positive = [each for each in signed if not _denies(each)]
    yield from ((IF, one, other) for one in positive for other in signed if one != other)
    antecedents = tuple(dict.fromkeys(pair[0] for pair in map(conditional, form.premises) if pair is not None))
    if len(antecedents) > 2:
        yield (OR, *antecedents)
    pairs = [(one, other) for number, one in enumerate(signed) for other in signed[number + 1 :]]
    for kind in (OR, AND):
        yield from ((kind, one, other) for one, other in pairs)
    yield from ((IF, one, other) for one in signed if _denies(one) for other in signed if one != other)


def _denies(shape: Shape) -> bool:
    return isinstance(shape, tuple) and shape[0] == NOT


def _terms(form: Form) -> list[Shape]:
    """The step's own parts: halves of conditionals, disjuncts, conjuncts, and atoms, the larger first."""
    found: dict[Shape, None] = {}
    level: list[Shape] = [*form.premises, form.goal]
    while level:
        halves = [half for shape in level for half in conditional(shape) or (shape,)]
        found.update(dict.fromkeys(_bare(half) for half in halves))
        for kind in (AND, OR):
            found.update(dict.fromkeys(_bare(part) for half in halves for part in parts(half, kind)))
        level = [each for half in halves if isinstance(half, tuple) for each in half[1:]]
    found.update(dict.fromkeys(range(form.atoms)))
    return list(found)


def _bare(shape: Shape) -> Shape:
    return negation(shape) if _denies(shape) else shape


def _links(form: Form, given: Sequence[Shape], linking: Shape) -> bool:
    """Whether the linking conditional is no contradiction and not enough by itself."""
    consistent = satisfied([*given, linking], form.atoms) is not None
    follows = satisfied([*given, linking, negation(form.goal)], form.atoms) is None
    begs = satisfied([*form.background, linking, negation(form.goal)], form.atoms) is None
    return consistent and follows and not begs


def _length(shape: Shape) -> int:
    if isinstance(shape, int):
        return 1
    return 1 + sum(_length(each) for each in shape[1:])


def _linking(form: Form) -> Shape:
    """If the premises, then what is asked; conditionals among the premises stay premises."""
    facts = [shape for shape in form.premises if conditional(shape) is None]
    asked = conditional(form.goal)
    consequent = form.goal if asked is None else asked[1]
    if asked is not None:
        facts.append(asked[0])
    if not facts:
        return consequent
    return (IF, facts[0] if len(facts) == 1 else (AND, *facts), consequent)


def _written(shape: Shape, ids: Sequence[str]) -> Missing:
    if isinstance(shape, tuple) and shape[0] == IF:
        return Implication(_formula(shape[1], ids), _formula(shape[2], ids))
    return _formula(shape, ids)


def _formula(shape: Shape, ids: Sequence[str]) -> Formula:
    if isinstance(shape, int):
        return Atom(ids[shape])
    kind, *operands = shape
    if kind == NOT:
        return Not(_formula(operands[0], ids))
    if kind == IF:
        return Or((_formula(negation(operands[0]), ids), _formula(operands[1], ids)))
    return (And if kind == AND else Or)(tuple(_formula(each, ids) for each in operands))
