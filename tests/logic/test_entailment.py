"""What whole maps entail, against every case there is."""

import random

import pytest

from argmap.logic import entailed, entailed_live
from tests.logic.brute_force import Cases
from tests.logic.random_arguments import random_argument, random_suppositions
from tests.logic.small_maps import shown


@pytest.mark.parametrize("seed", range(5))
def test_what_is_entailed_agrees_with_looking_at_every_case(seed: int) -> None:
    conflicts = concluded = found_live = 0
    for number in range(100):
        rng = random.Random(f"entailed {seed} {number}")
        map = random_argument(rng, rng.randint(4, 12), circles=rng.random() < 0.3)
        suppositions = random_suppositions(rng, map)
        cases = Cases(map)
        true = cases.entailed(suppositions)
        complete, live = entailed(map, suppositions), entailed_live(map, suppositions)
        message = f"{shown(map)}\n{suppositions}"
        if true is None:
            assert not complete.values, message
            contradictory(cases, suppositions, complete.conflict, message)
            conflicts += 1
        else:
            assert complete.conflict == (), message
            assert {id: complete.values[id] for id in cases.sentences if id in complete.values} == true, message
            assert live.conflict == (), message
            assert live.values.items() <= complete.values.items(), message
            concluded += len(true.keys() - cases.facts(suppositions).keys())
            found_live += len(live.values.keys() - cases.facts(suppositions).keys())
        if live.conflict:
            assert not live.values, message
            contradictory(cases, suppositions, live.conflict, message)
    assert 5 <= conflicts <= 50
    assert concluded > 100
    assert 0.6 < found_live / concluded < 1


def contradictory(cases: Cases, suppositions: dict[str, bool], named: tuple[str, ...], message: str) -> None:
    """What is named contradicts itself, given the clauses, and nothing of it could be left out."""
    facts = cases.facts(suppositions)
    assert set(named) <= facts.keys(), message
    assert len(set(named)) == len(named), message
    assert not cases.allowed(facts, named), (named, message)
    for id in named:
        assert cases.allowed(facts, [other for other in named if other != id]), (named, message)
