"""Whether a step's conclusion follows from its premises, and what else there is to say of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from argmap.logic import rules
from argmap.logic.propositional import (
    AND,
    MOST_ATOMS,
    Model,
    Shape,
    Undecided,
    conditional,
    negation,
    parts,
    plain,
    satisfied,
)
from argmap.logic.steps import Form, Step, step
from argmap.model import ArgumentMap, Conditional, Statement, formula

Verdict: TypeAlias = Literal["follows", "may follow", "does not follow", "inconsistent", "undecided"]
Vacuous: TypeAlias = Literal["antecedent", "consequent"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What holds of every step of one form; premises are told by their numbers.

    `leads` says that one of its conditionals leads to what is asked: has it as its consequent, or for a negation as
    its antecedent. The rest as in `Decided`.
    """

    verdict: Verdict
    rule: str | None = None
    fallacy: str | None = None
    countermodel: Model | None = None
    spare: tuple[int, ...] = ()
    circular: int | None = None
    vacuous: Vacuous | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A step decided.

    `verdict` is "may follow" where it follows only by hedged conditionals, "inconsistent" where the premises contradict
    one another, "undecided" where it would take too long to tell. `rule` names the rule by which it follows, `fallacy`
    the one it commits where it doesn't; `countermodel` then tells a case, ids to truth, in which the premises are true
    and the conclusion is not. `spare` are the members that it follows without, `circular` one that says the same as the
    conclusion. A conditional conclusion is `vacuous` where its antecedent can't be true given the premises, or its
    consequent holds anyway. `asked`: it contains a conditional, an "and" or an "or", or names a rule, and
    doesn't say that it isn't deductive. `claimed`: it names a rule, or one of its conditionals leads to the conclusion.
    """

    step: Step
    verdict: Verdict
    rule: str | None
    fallacy: str | None
    countermodel: Mapping[str, bool] | None
    spare: tuple[str, ...]
    circular: str | None
    vacuous: Vacuous | None
    asked: bool
    claimed: bool

    @property
    def follows(self) -> bool:
        """Whether the conclusion follows, if only hedged."""
        return self.verdict in ("follows", "may follow")


def decide(map: ArgumentMap, id: str) -> Decided | None:
    """Decide the step of a reason or objection; None where there is nothing to ask (an undercut, an empty reason)."""
    found = step(map, id)
    if found is None:
        return None
    inference = map.inference(id)
    assert inference is not None
    judged = judge(found.form)
    model, members = judged.countermodel, found.members
    denied = inference.rule == "none"
    formal = any(_is_formal(map, member) for member in members)
    return Decided(
        step=found,
        verdict=judged.verdict,
        rule=judged.rule,
        fallacy=judged.fallacy,
        countermodel=None if model is None else dict(zip(found.ids, model, strict=True)),
        spare=tuple(members[number] for number in judged.spare),
        circular=None if judged.circular is None else members[judged.circular],
        vacuous=judged.vacuous,
        asked=not denied and (formal or inference.rule is not None),
        claimed=not denied and (judged.leads or inference.rule is not None),
    )


def decisive(decided: Decided) -> Mapping[str, bool]:
    """As much of a countermodel as makes it one, whatever the rest of the atoms are; what comes later is left out."""
    model, form, ids = decided.countermodel, decided.step.form, decided.step.ids
    if model is None or form.atoms > MOST_ATOMS:
        return model or {}
    case = (AND, *form.background, *form.premises, negation(form.goal))
    kept = dict(model)
    for id in reversed(ids):
        fewer = {each: true for each, true in kept.items() if each != id}
        literals = [number if fewer[each] else negation(number) for number, each in enumerate(ids) if each in fewer]
        if satisfied([*literals, negation(case)], form.atoms) is None:
            kept = fewer
    return kept


def _is_formal(map: ArgumentMap, id: str) -> bool:
    """Whether a sentence says "if", "and" or "or"; a mere "not" makes no step of prose deductive."""
    entry = map.entries[id]
    means = entry.means if isinstance(entry, Statement) else None
    while isinstance(means, formula.Not):
        means = means.operand
    return isinstance(entry, Conditional) or isinstance(means, formula.And | formula.Or)


@lru_cache(maxsize=8192)
def judge(form: Form) -> Judgement:
    """What holds of every step of this form."""
    leads = _leads(form)
    try:
        return _judged(form, leads)
    except Undecided:
        return Judgement("undecided", leads=leads)


def _judged(form: Form, leads: bool) -> Judgement:
    atoms = form.atoms
    every = range(len(form.premises))
    strong = [number for number in every if number not in form.hedged]
    denied = negation(form.goal)

    def case(numbers: Iterable[int], *more: Shape) -> Model | None:
        """A case in which these premises are true, and more."""
        return satisfied([*form.background, *(each for n in numbers for each in form.says(n)), *more], atoms)

    if case(strong) is None:
        return Judgement("inconsistent", leads=leads)
    proving = [numbers for numbers in (strong, *(sorted([*strong, n]) for n in _fitting(form))) if case(numbers)]
    used: Sequence[int] | None = next((numbers for numbers in proving if case(numbers, denied) is None), None)
    verdict: Verdict = "follows"
    if used is None:
        counter = case(every, denied)
        if counter is not None or case(every) is None:
            counter = counter or case(strong, denied)
            return Judgement("does not follow", fallacy=rules.fallacy(form), countermodel=counter, leads=leads)
        used, verdict = every, "may follow"
    try:
        return _proved(form, leads, verdict, used, case)
    except Undecided:
        return Judgement(verdict, leads=leads)


def _proved(
    form: Form, leads: bool, verdict: Verdict, used: Sequence[int], case: Callable[..., Model | None]
) -> Judgement:
    """What else there is to say of a step that follows by the premises used."""
    denied = negation(form.goal)
    circular = next((number for number in used if number not in form.weak and _alike(form, number)), None)
    if circular is not None:
        return Judgement(verdict, circular=circular, vacuous=_vacuous(form, used, case), leads=leads)
    if form.atoms > MOST_ATOMS:
        needed = _minimal_of_many(form, used)
    else:
        needed = _minimal(used, lambda numbers: case(numbers, denied) is None)
    kept = frozenset(needed)
    return Judgement(
        verdict,
        rule=rules.rule(form, needed),
        spare=tuple(number for number in range(len(form.premises)) if number not in kept),
        vacuous=_vacuous(form, used, case),
        leads=leads,
    )


def _fitting(form: Form) -> list[int]:
    """The hedged premises of which one may be used: no more hedged than what is asked, and with its antecedent.

    What is likely or possible if A stays so for what follows from it, but not for another antecedent, nor together.
    """
    asked = conditional(form.goal)
    fitting = []
    for number in form.hedged:
        said = conditional(form.premises[number])
        if number not in form.weak and asked and said and _equivalent(form, said[0], asked[0]):
            fitting.append(number)
    return fitting


def _minimal(numbers: Sequence[int], enough: Callable[[Sequence[int]], bool]) -> list[int]:
    """What is left of premises that are enough when every one that can be done without is dropped, the last first."""
    kept = list(numbers)
    for number in reversed(numbers):
        fewer = [each for each in kept if each != number]
        if enough(fewer):
            kept = fewer
    return kept


def _minimal_of_many(form: Form, used: Sequence[int]) -> list[int]:
    """The same, asked of the solver; of very many some may be left that could be dropped."""
    from argmap.logic.solver import needed

    found = needed([*form.background, negation(form.goal)], [form.says(number) for number in used], form.atoms)
    return list(used) if found is None else [used[number] for number in found]


def _alike(form: Form, number: int) -> bool:
    """Whether a premise says the same as what is asked: both conditionals half by half, or else both as a whole.

    A conditional's contrapositive is equivalent to it, but to infer it is a step.
    """
    premise = form.premises[number]
    said, asked = conditional(premise), conditional(form.goal)
    if (said is None) != (asked is None):
        return False
    pairs = zip(said or (premise,), asked or (form.goal,), strict=True)
    return all(_equivalent(form, one, other) for one, other in pairs)


def _equivalent(form: Form, one: Shape, other: Shape) -> bool:
    return all(
        satisfied([*form.background, here, negation(there)], form.atoms) is None
        for here, there in ((one, other), (other, one))
    )


def _vacuous(form: Form, used: Sequence[int], case: Callable[..., Model | None]) -> Vacuous | None:
    asked = conditional(form.goal)
    if asked is None:
        return None
    if case(used, asked[0]) is None:
        return "antecedent"
    return "consequent" if case(used, negation(asked[1])) is None else None


def _leads(form: Form) -> bool:
    goal, denied = plain(form.goal), plain(form.goal, true=False)
    for antecedent, consequent in filter(None, map(conditional, form.premises)):
        if goal in (plain(consequent), *parts(consequent, AND)) or denied == plain(antecedent):
            return True
    return False
