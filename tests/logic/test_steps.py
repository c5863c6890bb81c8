"""Steps as a logic book has them: what follows by which rule, which fallacies don't, and near misses."""

from collections.abc import Iterator

import pytest

from argmap.logic import decide
from argmap.model import ArgumentMap, Objection
from tests.logic.reading import read_step, truth
from tests.logic.small_maps import STEP, name_of, step

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
    ("text", "vacuous"),
    [
        ("not P |- P -> Q", "antecedent"),
        ("not P and R |- P -> Q", "antecedent"),
        ("R -> not P; R |- P -> Q", "antecedent"),
        ("P -> R; P -> not R |- P -> Q", "antecedent"),
        ("Q |- P -> Q", "consequent"),
        ("R; R -> Q |- P -> Q", "consequent"),
        ("R -> Q; S -> Q; R or S |- P -> Q", "consequent"),
        ("P -> R; R -> Q |- P -> Q", None),
        ("R; P and R -> Q |- P -> Q", None),
        ("P -> Q |- P and R -> Q", None),
    ],
)
def test_a_conditional_conclusion_may_follow_vacuously(text: str, vacuous: str | None) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.vacuous) == ("follows", vacuous)


@pytest.mark.parametrize(
    "text",
    ["R; P and R -> Q |- P -> Q", "P and R -> Q; R |- P -> Q", "P -> Q; P -> R |- P -> Q and R"],
)
def test_assuming_the_antecedent_is_a_conditional_proof(text: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.rule) == ("follows", "conditional proof")


@pytest.mark.parametrize(
    "text",
    [
        "P; not P |- Q",
        "P and not P |- P",
        "P; not P |- P",
        "P; P -> Q; not Q |- R",
        "P or Q; not P; not Q |- R",
        "P; not P |- against Q",
        "c = P -> Q; P; not Q; R |- R",
        "P; not c; c = P -> Q |- R",
    ],
)
def test_premises_that_contradict_one_another_are_told_first(text: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert (decided.verdict, decided.rule, decided.fallacy) == ("inconsistent", None, None)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("s = P |- P", "s"),
        ("not not P |- P", "not not P"),
        ("R; Q and P |- P and Q", "Q and P"),
        ("c = P -> Q |- P -> Q", "c"),
        ("c = not not P -> Q; R |- P -> Q", "c"),
        ("not P |- against P", "not P"),
        ("not P or not Q |- against P and Q", "not P or not Q"),
        ("P -> Q |- not Q -> not P", None),
        ("P; P -> Q |- Q", None),
        ("P and Q |- P", None),
        ("P; c = P -> Q |- P and c", None),
    ],
)
def test_a_premise_that_says_the_same_as_the_conclusion_makes_it_circular(text: str, same: str | None) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert decided.verdict == "follows"
    assert decided.circular == (None if same is None else name_of(same))


@pytest.mark.parametrize(
    ("text", "spare"),
    [
        ("P; P -> Q |- Q", []),
        ("P; P -> Q; R |- Q", ["R"]),
        ("R; P; S -> Q; P -> Q |- Q", ["R", "S -> Q"]),
        ("P -> R; P -> Q; Q -> S |- P -> S", ["P -> R"]),
        ("P or Q; P -> R; Q -> R; R -> S |- R", ["R -> S"]),
        ("P; P -> Q; Q -> R |- R", []),
        ("P; c = P -> Q; c -> R |- R", ["P"]),
    ],
)
def test_a_premise_that_is_not_needed_is_spare(text: str, spare: list[str]) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert decided.verdict == "follows"
    assert sorted(decided.spare) == sorted(map(name_of, spare))


def test_of_two_ways_to_the_conclusion_one_is_kept() -> None:
    decided = decide(step("P; P -> Q; R; R -> Q |- Q"), STEP)
    assert decided is not None
    assert set(decided.spare) in ({"P", "P-to-Q"}, {"R", "R-to-Q"})


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("not c |- P where c = P -> Q", "does not follow"),
        ("not c |- not Q where c = P -> Q", "does not follow"),
        ("not c |- against Q where c = P -> Q", "does not follow"),
        ("not P; not c |- R where c = P -> Q", "does not follow"),
        ("R |- not c -> P where c = P -> Q", "does not follow"),
        ("c -> R; not R |- P where c = P -> Q", "does not follow"),
        ("P; not Q |- not c where c = P -> Q", "follows"),
        ("P; not Q |- against P -> Q", "follows"),
        ("P; Q -> R; not R |- against P -> Q", "follows"),
        ("P; P -> not Q |- against P -> Q", "follows"),
        ("P and not Q |- against P -> Q", "follows"),
        ("P |- against P -> Q", "does not follow"),
        ("not Q |- against P -> Q", "does not follow"),
        ("P -> not Q |- against P -> Q", "does not follow"),
        ("P -> R; not R |- against P -> Q", "does not follow"),
    ],
)
def test_a_conditional_is_denied_one_way(text: str, verdict: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert decided.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("c = P -> Q; c -> R |- R", "follows"),
        ("c = P -> Q; c and S -> R; S |- R", "follows"),
        ("P -> c; P; c = R -> R |- c", "follows"),
        ("d or S; not S; d -> R; d = P -> Q |- R", "follows"),
        ("c or R; not R; P; c = P -> Q |- Q", "follows"),
        ("c and R; P |- Q where c = P -> Q", "follows"),
        ("c or Q; P |- Q where c = P -> Q", "follows"),
        ("d; d -> R |- R where c = P -> Q; d = c and S", "follows"),
        ("d; P |- Q where c = P -> Q; d = c and S", "follows"),
        ("R -> c; R; P |- Q where c = P -> d; d = Q and S", "follows"),
        ("P -> Q |- c or R where c = P -> Q", "follows"),
        ("not P |- R -> c where c = P -> Q", "follows"),
        ("P -> Q |- against not c where c = P -> Q", "follows"),
        ("R -> c; P |- Q where c = P -> Q", "does not follow"),
        ("P -> Q; c -> R |- R where c = P -> Q", "does not follow"),
    ],
)
def test_conditionals_are_mentioned_by_others(text: str, verdict: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert decided.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("P; likely: P -> Q |- Q", "may follow"),
        ("P; might: P -> Q |- Q", "may follow"),
        ("P; unlikely: P -> Q |- not Q", "may follow"),
        ("P; unlikely: P -> Q |- against Q", "may follow"),
        ("P; unlikely: P -> Q |- Q", "does not follow"),
        ("not Q; likely: P -> Q |- not P", "may follow"),
        ("P; P -> Q; likely: Q -> R |- R", "may follow"),
        ("P; P -> Q; likely: P -> Q |- Q", "follows"),
        ("P; P -> Q; likely: P -> not Q |- Q", "follows"),
        ("P; likely: Q -> P |- Q", "does not follow"),
        ("P -> Q; Q -> R |- likely: P -> R", "follows"),
        ("P -> Q; likely: Q -> R |- likely: P -> R", "follows"),
        ("P -> Q; likely: Q -> R |- might: P -> R", "follows"),
        ("P -> Q; likely: Q -> R |- P -> R", "may follow"),
        ("P -> Q; might: Q -> R |- likely: P -> R", "may follow"),
        ("P -> Q; unlikely: Q -> R |- unlikely: P -> R", "follows"),
        ("P -> Q; unlikely: Q -> R |- likely: P -> R", "does not follow"),
        ("P -> Q; likely: Q -> not R |- unlikely: P -> R", "follows"),
        ("unlikely: P -> not Q |- likely: P -> Q", "follows"),
        ("P; not P; likely: P -> Q |- Q", "inconsistent"),
    ],
)
def test_hedges_weaken_what_follows(text: str, verdict: str) -> None:
    decided = decide(step(text), STEP)
    assert decided is not None
    assert decided.verdict == verdict


@pytest.mark.parametrize(
    ("text", "rule", "asked", "claimed"),
    [
        ("P |- Q", None, False, False),
        ("P |- Q", "modus ponens", True, True),
        ("P |- Q", "none", False, False),
        ("P; R -> Q |- Q", None, True, True),
        ("P; R -> Q and S |- Q", None, True, True),
        ("P; R -> Q |- S", None, True, False),
        ("P; Q -> R |- Q", None, True, False),
        ("P; Q -> R |- not Q", None, True, True),
        ("P; Q -> R |- against Q", None, True, True),
        ("P; R -> not Q |- against Q", None, True, True),
        ("P; R -> Q |- against Q", None, True, False),
        ("P; R -> Q or S |- Q", None, True, False),
    ],
)
def test_a_step_claims_to_be_deductive_by_its_rule_or_by_a_conditional_that_leads_to_it(
    text: str, rule: str | None, asked: bool, claimed: bool
) -> None:
    map = step(text, rule)
    decided = decide(map, STEP)
    assert decided is not None
    assert (decided.asked, decided.claimed) == (asked, claimed)


def test_a_step_that_says_that_it_is_not_deductive_is_not_asked() -> None:
    decided = decide(step("P; P -> Q |- Q", "none"), STEP)
    assert decided is not None
    assert not decided.asked


def test_undercuts_and_steps_without_target_or_premises_are_asked_for_nothing() -> None:
    map = step("P; P -> Q |- Q")
    premise = map.entries["P"]
    entries = {
        **map.entries,
        "but": Objection(target=STEP),
        "P": premise.model_copy(update={"stands_in": (STEP, "but", "astray")}),
        "empty": Objection(target="Q"),
        "astray": Objection(target="nowhere"),
    }
    map = ArgumentMap(entries=entries)
    assert decide(map, STEP) is not None
    assert decide(map, "but") is None
    assert decide(map, "empty") is None
    assert decide(map, "astray") is None
    assert decide(map, "P") is None
    assert decide(map, "nowhere") is None


def test_a_definition_that_goes_round_in_a_circle_is_taken_as_it_is() -> None:
    decided = decide(step("s = not s or P; s -> Q |- Q"), STEP)
    assert decided is not None
    assert decided.verdict == "follows"
