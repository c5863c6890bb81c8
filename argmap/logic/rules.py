"""The rule by which a step follows, or the fallacy it commits, recognised by what its premises say.

Order, wording and negation don't matter: formulas are compared by their truth tables. Source: studies/logic.md.
"""

from collections.abc import Iterator, Sequence
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
)
"""The rules that are recognised."""
FALLACIES = (
    "affirming the consequent",
    "denying the antecedent",
    "converse",
    "inverse",
    "affirming a disjunct",
)
"""The fallacies that are recognised."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """Premises and goal as truth tables: conditionals as pairs, disjunctions by their disjuncts, facts as they are."""

    every: int
    conditionals: tuple[tuple[int, int], ...]
    disjunctions: tuple[tuple[int, ...], ...]
    facts: tuple[int, ...]
    goal: int
    goal_pair: tuple[int, int] | None

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
        )

    def no(self, one: int) -> int:
        """The negation of a table."""
        return self.every ^ one

    def known(self) -> int:
        """The facts and disjunctions together."""
        found = self.every
        for fact in self.facts:
            found &= fact
        for disjuncts in self.disjunctions:
            found &= self.any(disjuncts)
        return found

    def any(self, tables: Sequence[int]) -> int:
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
    known, pairs = of.known(), of.conditionals
    if of.goal_pair is not None:
        yield from _conditional_goal(of, of.goal_pair)
        return
    if len(of.disjunctions) == 1 and not pairs and _syllogism(of):
        yield "disjunctive syllogism"
    if pairs and (len(of.disjunctions) == 1 or not (of.facts or of.disjunctions)):
        yield from _cases(of)
    if pairs and (of.facts or of.disjunctions):
        chain = " (chain)" if len(pairs) > 1 else ""
        if _within(_fired(known, pairs), of.goal):
            yield f"modus ponens{chain}"
        contraposed = [(of.no(consequent), of.no(antecedent)) for antecedent, consequent in pairs]
        if _within(_fired(known, contraposed), of.goal):
            yield f"modus tollens{chain}"
    if not pairs and not of.disjunctions:
        if len(of.facts) > 1 and known == of.goal:
            yield "conjunction"
        elif known != of.goal:
            yield "simplification"


def _conditional_goal(of: _Tables, goal: tuple[int, int]) -> Iterator[str]:
    antecedent, consequent = goal
    pairs, bare = of.conditionals, not (of.facts or of.disjunctions)
    if bare and len(pairs) == 1:
        (one, other) = pairs[0]
        if _within(antecedent, of.no(other)) and _within(of.no(one), consequent):
            yield "contraposition"
    if bare and len(pairs) > 1:
        contraposed = [(of.no(other), of.no(one)) for one, other in pairs]
        if _within(_fired(antecedent, [*pairs, *contraposed]), consequent):
            yield "hypothetical syllogism"
    yield "conditional proof"


def _fired(known: int, conditionals: Sequence[tuple[int, int]]) -> int:
    """What is known once every conditional whose antecedent is known has given its consequent."""
    left = list(conditionals)
    while ready := [pair for pair in left if _within(known, pair[0])]:
        for pair in ready:
            known &= pair[1]
            left.remove(pair)
    return known


def _syllogism(of: _Tables) -> bool:
    facts = of.every
    for fact in of.facts:
        facts &= fact
    left = [each for each in of.disjunctions[0] if not _within(facts, of.no(each))]
    return 0 < len(left) < len(of.disjunctions[0]) and all(_within(each & facts, of.goal) for each in left)


def _cases(of: _Tables) -> Iterator[str]:
    """Each of several cases, one of which must be, leads to the goal."""
    cases = of.disjunctions[0] if of.disjunctions else tuple(one for one, _ in of.conditionals)
    if len(cases) < 2 or of.facts or not (of.disjunctions or of.any(cases) == of.every):
        return
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
