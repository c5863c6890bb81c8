"""Standing, against stable models and a naive iteration."""

import random
from collections import Counter
from contextlib import suppress
from typing import TypeAlias

from argmap.logic import standing
from argmap.model import ArgumentMap
from tests.logic.equations import FALLS, OPEN, STANDS, Contradiction, Equations, Expression
from tests.logic.random_arguments import random_argument, random_suppositions
from tests.logic.small_maps import shown
from tests.logic.stable_models import evaluate, least_fixpoint, rests_on_itself, stable_model

Values: TypeAlias = dict[Expression, int]
WORDS = {FALLS: "falls", OPEN: "open", STANDS: "stands"}


def some_arguments(seed: str, circles: bool) -> list[tuple[ArgumentMap, dict[str, bool]]]:
    """500 random maps under suppositions that don't contradict one another, with circles of support or without."""
    found = []
    number = 0
    while len(found) < 500:
        rng = random.Random(f"{seed} {number}")
        number += 1
        map = random_argument(rng, rng.randint(3, 15), circles)
        suppositions = random_suppositions(rng, map)
        with suppress(Contradiction):
            if rests_on_itself(Equations(map, suppositions, plain=True)) is circles:
                found.append((map, suppositions))
    return found


def agrees(map: ArgumentMap, suppositions: dict[str, bool], values: Values, plain: Values) -> None:
    """What the logic says is what the values of the equations say; `plain` is with hedges taken off."""
    found = standing(map, suppositions)
    message = f"{shown(map)}\n{suppositions}"
    ids = [id for id in map.entries if id in values]
    assert {id: found.values[id] for id in ids} == {id: WORDS[values[id]] for id in ids}, message
    assert found.rejected == {id for id, _ in map.sentences() if values["defeat", id] == STANDS}, message
    sentences = [id for id, _ in map.sentences()]
    may = {id: WORDS[plain[id]] for id in sentences if values[id] == OPEN and plain[id] != OPEN}
    assert {id: status for id, status in found.may.items() if id in sentences} == may, message


def test_without_circles_standing_is_the_one_stable_model() -> None:
    seen: Counter[str] = Counter()
    for map, suppositions in some_arguments("stable", circles=False):
        values = stable_model(Equations(map, suppositions))
        agrees(map, suppositions, values, stable_model(Equations(map, suppositions, plain=True)))
        seen.update(WORDS[values[id]] for id in map.entries)
    assert min(seen.values()) > 300, seen


def test_with_circles_standing_is_what_iterating_the_equations_comes_to() -> None:
    """The values satisfy every equation, and nothing is decided that iterating from "all open" leaves open."""
    seen: Counter[str] = Counter()
    for map, suppositions in some_arguments("circles", circles=True):
        equations = Equations(map, suppositions)
        values = least_fixpoint(equations)
        assert all(evaluate(expression, values) == values[variable] for variable, expression in equations.of.items())
        agrees(map, suppositions, values, least_fixpoint(Equations(map, suppositions, plain=True)))
        seen.update(WORDS[values[id]] for id in map.entries)
    assert min(seen.values()) > 300, seen
