"""Rules and fallacies as a logic book has them, and near misses."""

import random
from collections.abc import Iterator

import pytest

from argmap.logic import decide
from argmap.model import ArgumentMap
from argmap.model.formula import And, Atom, Not, Or
from tests.logic.random_steps import FORMS, step_of
from tests.logic.reading import read_step, truth
from tests.logic.small_maps import STEP, shown, step

VALID = {
    "modus ponens": """
        P; P -> Q |- Q
        P -> Q; P |- Q
        not P; not P -> Q |- Q
        P; P -> not Q |- not Q
        P; P -> not Q |- against Q
        P; not not P -> Q |- Q
        not not P; P -> Q |- Q
        P; P -> not not Q |- Q
        P and R; P and R -> Q |- Q
        P; R; P and R -> Q |- Q
        R and P -> Q; P; R |- Q
        P or R; P or R -> Q |- Q
        P; P -> Q or R |- Q or R
        s = P or R; s -> Q |- Q
        s = P or R; P or R -> Q |- Q
        P; R; not Q; P and R and not Q -> S |- S
        not P; not Q; not (P or Q) -> R |- R
        not (P or Q); not P and not Q -> R |- R
        P -> Q; P; c = P -> Q |- Q
    """,
    "modus ponens (chain)": """
        P; P -> Q; Q -> R |- R
        Q -> R; P -> Q; P |- R
        P; P -> Q; Q -> R; R -> S |- S
        P; P -> not Q; not Q -> R |- R
        P; R; P -> Q; Q and R -> S |- S
    """,
    "modus tollens": """
        P -> Q; not Q |- not P
        not Q; P -> Q |- not P
        P -> Q; not Q |- against P
        P -> not Q; Q |- not P
        not P -> Q; not Q |- P
        not P -> not Q; Q |- P
        P -> Q; not Q |- not not not P
        P and R -> Q; not Q |- not (P and R)
        P and R -> Q; not Q |- not P or not R
        P -> Q or R; not (Q or R) |- not P
        P -> Q or R; not Q and not R |- not P
        P -> Q or R; not Q; not R |- not P
        P -> Q and R; not Q or not R |- not P
    """,
    "modus tollens (chain)": """
        P -> Q; Q -> R; not R |- not P
        not R; Q -> R; P -> Q |- not P
        P -> Q; Q -> R; R -> S; not S |- against P
    """,
    "hypothetical syllogism": """
        P -> Q; Q -> R |- P -> R
        Q -> R; P -> Q |- P -> R
        P -> not Q; not Q -> R |- P -> R
        P and S -> Q; Q -> R |- P and S -> R
        P -> Q or S; Q or S -> R |- P -> R
        P -> Q; Q -> R; R -> S |- P -> S
        R -> S; Q -> R; P -> Q; S -> T |- P -> T
    """,
    "disjunctive syllogism": """
        P or Q; not P |- Q
        not Q; P or Q |- P
        not P or Q; P |- Q
        P or not Q; Q |- P
        P or not Q; not P |- against Q
        P or Q or R; not P; not Q |- R
        P or Q or R; not P; not R |- Q
        P or Q or R; not P |- Q or R
        P or Q or R; not (P or Q) |- R
        (P and Q) or R or S; not (P and Q); not R |- S
        (P and Q) or R; not (P and Q) |- R
        (P and Q) or R; not R |- P and Q
    """,
    "constructive dilemma": """
        P or Q; P -> R; Q -> S |- R or S
        P -> R; Q -> S; P or Q |- R or S
        P or not P; P -> R; not P -> S |- R or S
        Q or P; P -> R; Q -> S |- R or S
    """,
    "proof by cases": """
        P or Q; P -> R; Q -> R |- R
        Q -> R; P or Q; P -> R |- R
        P or Q or S; P -> R; Q -> R; S -> R |- R
        P or not P; P -> R; not P -> R |- R
        P or Q; P -> not R; Q -> not R |- against R
    """,
    "contraposition": """
        P -> Q |- not Q -> not P
        not P -> not Q |- Q -> P
        P -> not Q |- Q -> not P
        not P -> Q |- not Q -> P
        P and R -> Q |- not Q -> not (P and R)
    """,
    "conjunction": """
        P; Q |- P and Q
        Q; P |- P and Q
        P; Q; R |- P and Q and R
        not P; Q |- Q and not P
        P; Q |- against not P or not Q
    """,
    "simplification": """
        P and Q |- P
        P and Q and R |- Q
        P and not Q |- not Q
        P and not Q |- against Q
        not (P or Q) |- not P
    """,
}

FALLACIES = {
    "affirming the consequent": """
        P -> Q; Q |- P
        Q; P -> Q |- P
        not P -> Q; Q |- not P
        P -> not Q; not Q |- P
        P -> not Q; not Q |- against not P
        P and R -> Q; Q |- P and R
        P -> Q; not not Q |- P
    """,
    "denying the antecedent": """
        P -> Q; not P |- not Q
        P -> Q; not P |- against Q
        not P -> Q; P |- not Q
        not P -> not Q; P |- Q
        P and R -> Q; not (P and R) |- not Q
    """,
    "converse": """
        P -> Q |- Q -> P
        not P -> Q |- Q -> not P
        P and R -> Q |- Q -> P and R
    """,
    "inverse": """
        P -> Q |- not P -> not Q
        not P -> Q |- P -> not Q
    """,
    "affirming a disjunct": """
        P or Q; P |- not Q
        P or Q; Q |- against P
        P or Q or R; P |- not Q
        not P or Q; Q |- P
    """,
}

NO_FALLACY = """
    P |- Q
    P -> Q |- Q
    P; Q -> R |- R
    P; P -> Q |- R
    P -> Q; R -> Q |- P -> R
    P -> Q; P -> R |- Q -> R
    P; P and R -> Q |- Q
    P or Q |- P
    P or Q; P -> R |- R
    P or Q or R; not P |- Q
    P; P -> Q or R |- Q
    P -> Q |- against P
    P -> Q; Q -> P |- P
"""
"""What doesn't follow, and commits none of the fallacies with a name."""

LOOKS_LIKE_A_FALLACY = """
    Q -> P; Q |- P
    P -> Q; Q -> P; Q |- P
    P -> Q; not P -> not Q; not P |- not Q
    not (P and Q); P |- not Q
    (P or Q) and not (P and Q); P |- not Q
    P -> Q; Q -> P |- not P -> not Q
    P -> Q; Q; Q -> P |- P
    P -> P; P |- not not P
"""
"""What does follow, though a step of nearly the same form would not."""


def rows(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((line, name) for name, text in table.items() for line in lines(text))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def refuted(map: ArgumentMap) -> bool:
    decided, read = decide(map, STEP), read_step(map, STEP)
    assert decided is not None
    assert decided.countermodel is not None
    case = dict.fromkeys(read.atoms, False) | dict(decided.countermodel)
    return all(truth(f, case) for f in (*read.premises.values(), *read.given)) and not truth(read.asked, case)


@pytest.mark.parametrize(("text", "rule"), rows(VALID))
def test_a_step_follows_by_its_rule(text: str, rule: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.rule, decided.fallacy, decided.countermodel) == ("follows", rule, None, None)


@pytest.mark.parametrize(("text", "fallacy"), rows(FALLACIES))
def test_a_fallacy_is_told_by_name_with_a_case_against_it(text: str, fallacy: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.rule, decided.fallacy) == ("does not follow", None, fallacy)
    assert refuted(step(text))


@pytest.mark.parametrize("text", lines(NO_FALLACY))
def test_what_does_not_follow_need_be_no_fallacy_with_a_name(text: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.fallacy) == ("does not follow", None)
    assert refuted(step(text))


@pytest.mark.parametrize("text", lines(LOOKS_LIKE_A_FALLACY))
def test_what_follows_is_no_fallacy(text: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.fallacy) == ("follows", None)


@pytest.mark.parametrize("text", ["P |- P or Q", "P -> Q; R -> S; not Q or not S |- not P or not R", "not P -> P |- P"])
def test_what_follows_may_do_so_by_no_rule_with_a_name(text: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.rule) == ("follows", None)


@pytest.mark.parametrize(
    "text",
    ["R; P and R -> Q |- P -> Q", "P and R -> Q; R |- P -> Q", "P -> Q; P -> R |- P -> Q and R"],
)
def test_assuming_the_antecedent_is_a_conditional_proof(text: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.rule) == ("follows", "conditional proof")


OTHER_NAMES = {
    "modus ponens, two premises": "modus ponens",
    "longer syllogism": "hypothetical syllogism",
    "chain forwards": "modus ponens (chain)",
    "chain backwards": "modus tollens (chain)",
    "three disjuncts": "disjunctive syllogism",
    "three cases": "proof by cases",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("compound", [False, True], ids=["literals", "compounds"])
def test_instances_of_a_form_follow_by_its_rule_however_worded(form: str, compound: bool) -> None:
    for number in range(30):
        rng = random.Random(f"{form} {number}")
        terms = [rng.choice([Atom(id), Not(Atom(id))]) for id in ("P", "Q", "R", "S")]
        if compound:
            at, kind = rng.randrange(4), rng.choice([And, Or])
            terms[at] = kind((terms[at], rng.choice([Atom("T"), Not(Atom("T"))])))
        map = step_of(rng, *FORMS[form](*terms), {}, hedges=0)
        decided = decide(map, STEP)
        assert decided is not None
        assert (decided.verdict, decided.rule) == ("follows", OTHER_NAMES.get(form, form)), shown(map)
