"""Missing premises: one that is needed is taken out of a valid step, and has to be suggested again."""

import random
from collections.abc import Iterator

import pytest

from argmap.logic import Implication, missing_premises
from argmap.model import ArgumentMap
from argmap.model.formula import And, Atom, Formula, Not, Or
from tests.logic.by_z3 import Judge, equivalent
from tests.logic.random_steps import FORMS, random_step, step_of
from tests.logic.reading import expand, implies, read_step
from tests.logic.small_maps import STEP, shown, step

TERMS = ["p0", "p1", "p2", "p3", "p4"]


def without(map: ArgumentMap, member: str) -> ArgumentMap:
    """The map with a member taken out of its step; it stays where it is mentioned."""
    entry = map.entries[member].model_copy(update={"stands_in": ()})
    return ArgumentMap(entries={**map.entries, member: entry})


def gaps(maps: Iterator[ArgumentMap], count: int, seed: str) -> Iterator[tuple[ArgumentMap, Formula]]:
    """Steps that follow but for one premise, and what that one says."""
    rng = random.Random(seed)
    while count:
        map = next(maps)
        full = read_step(map, STEP)
        judge = Judge(full)
        if full.weak or judge.verdict() != "follows":
            continue
        needed = [m for m in full.premises if not judge.follows(full.premises.keys() - {m})]
        needed = [m for m in needed if not equivalent(full.says[m], full.asked)]
        if needed and len(full.premises) > 1:
            count -= 1
            member = rng.choice(needed)
            yield without(map, member), full.says[member]


def standard_steps(seed: str) -> Iterator[ArgumentMap]:
    """Instances of the standard forms: terms renamed, negated, some of them compound."""
    rng = random.Random(seed)
    while True:
        terms = [Atom(id) for id in rng.sample(TERMS, 4)]
        instance: list[Formula] = [rng.choice([term, term, Not(term)]) for term in terms]
        if rng.random() < 0.4:
            at = rng.randrange(4)
            kind = rng.choice([And, Or])
            instance[at] = kind((instance[at], rng.choice([Atom("p5"), Not(Atom("p5"))])))
        premises, conclusion = rng.choice(list(FORMS.values()))(*instance)
        yield step_of(rng, premises, conclusion, {}, hedges=0)


def any_steps(seed: str) -> Iterator[ArgumentMap]:
    rng = random.Random(seed)
    while True:
        yield random_step(rng, rng.randint(3, 5))


def said(map: ArgumentMap, suggestion: Formula | Implication) -> Formula:
    if isinstance(suggestion, Implication):
        return expand(map, implies(suggestion.antecedent, suggestion.consequent))
    return expand(map, suggestion)


def sound(map: ArgumentMap) -> list[Formula]:
    """What is suggested for a step, checked: consistent with the premises, enough, and not just the conclusion."""
    read = read_step(map, STEP)
    judge = Judge(read)
    suggested = [said(map, each) for each in missing_premises(map, STEP)]
    for formula in suggested:
        message = f"{shown(map)}\n{formula}"
        assert judge.prove(read.premises, implies(formula, read.asked)), message
        assert not judge.prove(read.premises, Not(formula)), message
        assert not equivalent(formula, read.asked), message
    return suggested


@pytest.mark.parametrize("seed", ["one", "two"])
def test_what_was_taken_out_of_a_standard_form_is_suggested_again(seed: str) -> None:
    places = []
    for map, gone in gaps(standard_steps(seed), 100, seed):
        suggested = sound(map)
        places.append(next((at for at, formula in enumerate(suggested) if equivalent(formula, gone)), None))
        assert places[-1] is not None, f"{shown(map)}\n{gone}\n{suggested}"
    assert sum(place < 3 for place in places) >= 75, sorted(places)


def test_of_any_step_most_of_what_was_taken_out_is_suggested_again() -> None:
    found = 0
    for map, gone in gaps(any_steps("any"), 50, "any"):
        suggested = sound(map)
        assert suggested, shown(map)
        found += any(equivalent(formula, gone) for formula in suggested)
    assert found >= 40


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("P |- Q", "P -> Q"),
        ("P -> Q |- Q", "P"),
        ("P -> Q |- not P", "not Q"),
        ("P -> Q |- against P", "not Q"),
        ("P; Q -> R |- R", "P -> Q"),
        ("P or Q |- Q", "not P"),
        ("not P |- Q", "P or Q"),
        ("P -> R; Q -> R |- R", "P or Q"),
        ("P or Q; P -> R |- R", "Q -> R"),
        ("P -> R; Q -> R; S -> R |- R", "P or Q or S"),
        ("P -> Q |- P -> R", "Q -> R"),
        ("Q -> R |- P -> R", "P -> Q"),
        ("P -> Q; R -> S |- P -> S", "Q -> R"),
        ("P |- P and Q", "Q"),
        ("P; P and Q -> R |- R", "Q"),
        ("s = P or S; Q -> R |- R", "P or S -> Q"),
    ],
)
def test_the_missing_premise_of_a_simple_step_is_among_the_first_three(text: str, missing: str) -> None:
    map = step(text)
    asked = read_step(step(f"{missing} |- nothing"), STEP)
    (wanted,) = asked.says.values()
    assert any(equivalent(formula, wanted) for formula in sound(map)[:3]), missing_premises(map, STEP)


@pytest.mark.parametrize("text", ["P; P -> Q |- Q", "P; not P |- Q", "P |- P"])
def test_nothing_is_missing_where_it_follows_or_the_premises_are_inconsistent(text: str) -> None:
    assert missing_premises(step(text), STEP) == ()


@pytest.mark.parametrize("conclusion", ["Q", "not Q", "P0 -> P17", "Q and R"])
def test_of_steps_over_many_statements_what_is_suggested_is_sound_too(conclusion: str) -> None:
    chain = "; ".join(f"P{number} -> P{number + 1}" for number in range(16))
    sound(step(f"{chain} |- {conclusion}"))
    sound(step(f"{chain}; R; R -> not Q |- {conclusion}"))
