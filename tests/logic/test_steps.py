"""Single steps: vacuous, inconsistent, circular, spare, denied, hedged, claimed."""

import pytest

from argmap.logic import decide
from argmap.model import ArgumentMap, Objection
from tests.logic.small_maps import STEP, name_of, step


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
