"""The rule by which a step follows, or the fallacy it commits, recognised by what its premises say.

Order, wording and negation don't matter: formulas are compared by their truth tables. Source: studies/logic.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from argmap.logic.propositional import AND, MOST_ATOMS, OR, conditional, parts, table
from argmap.logic.steps import Form

RULES = (
    "modus ponens",
    "modus ponens (chain)",
    "modus tollens",
    "modus tollens (chain)",
    "hypothetical syllogism",
    "disjunctive syllogism",
    "constructive dilemma",
    "proof by cases",
    "contraposition",
    "conditional proof",
    "conjunction",
    "simplification",
    "addition",
)
"""The rules that are recognised."""


def fits(named: str, found: str | None) -> bool:
    """Whether the rule that a step names is the one it was found to follow by; a chain counts as its link."""
    return found is not None and " ".join(named.casefold().split()) in (found, found.removesuffix(" (chain)"))


@dataclass(frozen=True, slots=True)
class _Tables:
    """Premises and goal as truth tables: conditionals as pairs, disjunctions by their disjuncts, facts as they are."""

    every: int
    conditionals: tuple[tuple[int, int], ...]
    disjunctions: tuple[tuple[int, ...], ...]
    facts: tuple[int, ...]
    goal: int
    goal_pair: tuple[int, int] | None
    goal_disjuncts: tuple[int, ...]

    @classmethod
    def of(cls, form: Form, premises: Sequence[int]) -> "_Tables":
        atoms = form.atoms
        conditionals, disjunctions, facts = [], [], []
        for shape in (form.premises[number] for number in premises):
            pair, disjuncts = conditional(shape), parts(shape, OR)
            if pair is not None:
                conditionals.append((table(pair[0], atoms), table(pair[1], atoms)))
            elif len(disjuncts) > 1:
                disjunctions.append(tuple(table(each, atoms) for each in disjuncts))
            else:
                facts += [table(each, atoms) for each in parts(shape, AND)]
        asked = conditional(form.goal)
        pair = None if asked is None else (table(asked[0], atoms), table(asked[1], atoms))
        return cls(
            (1 << (1 << atoms)) - 1,
            tuple(conditionals),
            tuple(disjunctions),
            tuple(facts),
            table(form.goal, atoms),
            pair,
            tuple(table(each, atoms) for each in parts(form.goal, OR)),
        )

    def no(self, one: int) -> int:
        """The negation of a table."""
        return self.every ^ one

    def known(self) -> int:
        """The facts and disjunctions together."""
        return self.all([*self.facts, *map(self.any, self.disjunctions)])

    def contraposed(self) -> list[tuple[int, int]]:
        """The conditionals the other way round, negated."""
        return [(self.no(consequent), self.no(antecedent)) for antecedent, consequent in self.conditionals]

    def all(self, tables: Iterable[int]) -> int:
        """Where all of them are true."""
        found = self.every
        for each in tables:
            found &= each
        return found

    def any(self, tables: Iterable[int]) -> int:
        """Where one of them is true."""
        found = 0
        for each in tables:
            found |= each
        return found


def _within(one: int, other: int) -> bool:
    """Whether a table entails another."""
    return not one & ~other


def rule(form: Form, needed: Sequence[int]) -> str | None:
    """The rule by which what is asked follows from the needed premises, told by number; None for no rule by name."""
    if form.atoms > MOST_ATOMS:
        return None
    of = _Tables.of(form, needed)
    return next(_fitting(of), None)


def _fitting(of: _Tables) -> Iterator[str]:
    if of.goal_pair is not None:
        yield from _conditional_goal(of, of.goal_pair)
        return
    known, pairs = of.known(), of.conditionals
    if pairs:
        chain = " (chain)" if len(pairs) > 1 else ""
        if known != of.every and _within(_fired(known, pairs), of.goal):
            yield f"modus ponens{chain}"
        if known != of.every and _within(_fired(known, of.contraposed()), of.goal):
            yield f"modus tollens{chain}"
        yield from _cases(of)
        return
    if any(_eliminated(of, number) for number in range(len(of.disjunctions))):
        yield "disjunctive syllogism"
    parts = (*of.facts, *map(of.any, of.disjunctions))
    if len(parts) > 1 and known == of.goal:
        yield "conjunction"
    elif len(of.goal_disjuncts) > 1 and any(_within(known, disjunct) for disjunct in of.goal_disjuncts):
        yield "addition"
    elif len(parts) > 1 and of.all([each for each in parts if _within(of.goal, each)]) == of.goal:
        yield "simplification"


def _conditional_goal(of: _Tables, goal: tuple[int, int]) -> Iterator[str]:
    antecedent, consequent = goal
    bare = not (of.facts or of.disjunctions)
    if bare and len(of.conditionals) == 1:
        ((one, other),) = of.contraposed()
        if _within(antecedent, one) and _within(other, consequent):
            yield "contraposition"
    if bare and len(of.conditionals) > 1 and _linked(of, antecedent, consequent):
        yield "hypothetical syllogism"
    yield "conditional proof"


def _linked(of: _Tables, antecedent: int, consequent: int) -> bool:
    """Whether the conditionals, or their contrapositives, lead one after the other from one to the other."""
    left = list(zip(of.conditionals, of.contraposed(), strict=True))
    at = antecedent
    while left:
        ready = [(both, pair) for both in left for pair in both if _within(at, pair[0])]
        if not ready:
            return False
        both, pair = ready[0]
        left.remove(both)
        at = pair[1]
    return _within(at, consequent)


def _fired(known: int, conditionals: Sequence[tuple[int, int]]) -> int:
    """What is known once every conditional whose antecedent is known has given its consequent."""
    left = list(conditionals)
    while ready := [pair for pair in left if _within(known, pair[0])]:
        for pair in ready:
            known &= pair[1]
            left.remove(pair)
    return known


def _eliminated(of: _Tables, number: int) -> bool:
    """Whether all but some disjuncts of one premise are denied by the others, and these give the goal."""
    others = [of.any(each) for at, each in enumerate(of.disjunctions) if at != number]
    known, disjuncts = of.all([*of.facts, *others]), of.disjunctions[number]
    left = [each for each in disjuncts if not _within(known, of.no(each))]
    return 0 < len(left) < len(disjuncts) and all(_within(each & known, of.goal) for each in left)


def _cases(of: _Tables) -> Iterator[str]:
    """Each of several cases, one of which must be, leads to the goal."""
    told = of.disjunctions if of.disjunctions else [tuple(one for one, _ in of.conditionals)]
    for cases in told:
        if len(cases) < 2 or of.facts or not (of.disjunctions or of.any(cases) == of.every):
            continue
        if all(_within(_fired(case, of.conditionals), of.goal) for case in cases):
            led = ({case, *(other for one, other in of.conditionals if _within(case, one))} for case in cases)
            yield "proof by cases" if all(of.goal in results for results in led) else "constructive dilemma"


def fallacy(form: Form) -> str | None:
    """The fallacy that a step of this form commits, supposing that it doesn't follow; None for none by name."""
    if form.atoms > MOST_ATOMS:
        return None
    of = _Tables.of(form, range(len(form.premises)))
    known = of.known()
    for antecedent, consequent in of.conditionals:
        if of.goal_pair is not None:
            if of.goal_pair == (consequent, antecedent):
                return "converse"
            if of.goal_pair == (of.no(antecedent), of.no(consequent)):
                return "inverse"
        if of.goal == antecedent and _within(known, consequent):
            return "affirming the consequent"
        if of.goal == of.no(consequent) and _within(known, of.no(antecedent)):
            return "denying the antecedent"
    for disjuncts in of.disjunctions:
        for affirmed in disjuncts:
            others = [each for each in disjuncts if each != affirmed]
            if affirmed in of.facts and any(of.goal == of.no(other) for other in [*others, of.any(others)]):
                return "affirming a disjunct"
    return None
