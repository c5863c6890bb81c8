"""Random steps, against z3 and an evaluator of our own."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from argmap.logic import decide
from argmap.model import ArgumentMap, Statement
from argmap.model.formula import And, Formula, Not
from tests.logic.by_z3 import Judge
from tests.logic.random_steps import large_step, random_step
from tests.logic.reading import Step, expand, implies, read_step, truth
from tests.logic.small_maps import STEP, shown


def some_steps(count: int, seed: str) -> Iterator[ArgumentMap]:
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        yield random_step(rng, rng.randint(2, 7))


@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_verdicts_agree_with_z3(seed: str) -> None:
    seen: Counter[str] = Counter()
    for map in some_steps(500, seed):
        agreed(map, seen)
    assert seen["follows"] > 175
    assert seen["does not follow"] > 150
    assert seen["inconsistent"] > 25
    assert seen["may follow"] > 10


def test_verdicts_on_many_atoms_agree_with_z3() -> None:
    seen: Counter[str] = Counter()
    for number in range(300):
        agreed(large_step(random.Random(f"large {number}")), seen)
    assert seen["follows"] > 90
    assert seen["does not follow"] > 90


def agreed(map: ArgumentMap, seen: Counter[str]) -> None:
    step, decided = read_step(map, STEP), decide(map, STEP)
    assert decided is not None
    judge = Judge(step)
    verdict = judge.verdict()
    assert decided.verdict == verdict, shown(map)
    seen[verdict] += 1
    if verdict == "does not follow":
        refuted_by(map, step, decided.countermodel)
    else:
        assert decided.countermodel is None
        assert decided.fallacy is None
    if verdict in ("follows", "may follow"):
        kept = step.premises.keys() - set(decided.spare)
        if verdict == "follows":
            kept -= step.weak
        assert judge.follows(kept), shown(map)
        if decided.circular is None:
            for_nothing = [id for id in sorted(kept)[:12] if judge.follows(kept - {id})]
            assert not for_nothing, shown(map)
            assert not any(step.says[id] == step.asked for id in kept), shown(map)
        else:
            assert judge.prove([], same(step.says[decided.circular], step.asked)), shown(map)
    if verdict == "follows" and step.halves is not None:
        assert decided.vacuous in vacuous(judge, step), shown(map)


def same(one: Formula, other: Formula) -> Formula:
    return And((implies(one, other), implies(other, one)))


def refuted_by(map: ArgumentMap, step: Step, countermodel: Mapping[str, bool] | None) -> None:
    """The countermodel makes all premises true and what is asked false, whatever the atoms it leaves out."""
    assert countermodel is not None
    for rest in (True, False):
        valuation = dict.fromkeys(step.atoms, rest) | dict(countermodel)
        for formula in (*step.premises.values(), *step.given, Not(step.asked)):
            assert truth(formula, valuation), (shown(map), countermodel, formula)
        for id, entry in map.sentences():
            if id in countermodel and isinstance(entry, Statement) and entry.means is not None:
                assert valuation[id] == truth(expand(map, entry.means), valuation), (shown(map), countermodel, id)


def vacuous(judge: Judge, step: Step) -> list[str | None]:
    """Why a conditional may be called vacuous: any of the reasons there are, or none."""
    assert step.halves is not None
    kept = step.premises.keys() - step.weak
    antecedent, consequent = step.halves
    found: list[str | None] = []
    if judge.prove(kept, Not(antecedent)):
        found.append("antecedent")
    if judge.prove(kept, consequent):
        found.append("consequent")
    return found or [None]
