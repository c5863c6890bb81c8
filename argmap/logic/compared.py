"""Scenarios side by side: what becomes of the main conclusions in each, and of all else that they make differ."""

from collections.abc import Mapping

from argmap.logic.scenarios import Outcome, scenarios
from argmap.logic.words import told_verdict
from argmap.model import ArgumentMap

AS_IT_IS = "as it is"


def scenario_title(map: ArgumentMap, id: str) -> str:
    """What a scenario is called; "" is the map as it is."""
    return (scenarios(map)[id].title or id) if id else AS_IT_IS


def differing(map: ArgumentMap, found: Mapping[str, Outcome]) -> list[str]:
    """The main conclusions, and what isn't in every outcome as it is without any suppositions, in file order."""
    changed = {id for outcome in found.values() for id in (*outcome.changed, *outcome.may_now, *outcome.suppositions)}
    others = [id for id, _ in map.sentences() if id in changed and id not in map.outline.mains]
    return [*map.outline.mains, *others]


def compared(map: ArgumentMap, found: Mapping[str, Outcome]) -> dict[str, list[str]]:
    """What became of each of these in every outcome, in words, by id."""
    return {id: [_verdict(map, outcome, id) for outcome in found.values()] for id in differing(map, found)}


def _verdict(map: ArgumentMap, outcome: Outcome, id: str) -> str:
    told = told_verdict(map, outcome, id)
    return f"{told}, contradictory" if outcome.entailed.conflict else told
