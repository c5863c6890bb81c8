"""What if: suppositions, and what becomes of a map under them."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.logic.consequences import Entailed, entailed, entailed_live
from argmap.logic.standing import Standing, Status, standing
from argmap.model import ArgumentMap, Scenario
from argmap.model.scenarios import denies, supposed_id


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a map under suppositions.

    `changed` tells, for every sentence, reason and objection that is otherwise than without them, what it was;
    `may_now` names the open ones that may stand or fall now and could not before.
    """

    suppositions: Mapping[str, bool]
    standing: Standing
    entailed: Entailed
    changed: Mapping[str, Status]
    may_now: tuple[str, ...] = ()


def outcome(map: ArgumentMap, suppositions: Mapping[str, bool], complete: bool = True) -> Outcome:
    """What stands and is entailed under suppositions; where not `complete`, without proofs by cases."""
    now, before = standing(map, suppositions), standing(map)
    changed = {id: was for id, was in before.values.items() if now.values[id] != was}
    may_now = tuple(id for id, may in now.may.items() if before.may.get(id) != may)
    found = (entailed if complete else entailed_live)(map, suppositions)
    return Outcome(dict(suppositions), now, found, changed, may_now)


def suppositions_of(scenario: Scenario) -> dict[str, bool]:
    """The suppositions of a scenario by id; of two that deny one another the first."""
    found: dict[str, bool] = {}
    for written in scenario.suppose:
        found.setdefault(supposed_id(written), not denies(written))
    return found


def written(suppositions: Mapping[str, bool]) -> tuple[str, ...]:
    """Suppositions as a scenario holds them."""
    return tuple(id if true else f"not {id}" for id, true in suppositions.items())


def denying(scenario: Scenario) -> tuple[str, ...]:
    """The ids that a scenario supposes both true and false."""
    said = {(supposed_id(each), denies(each)) for each in scenario.suppose}
    return tuple(dict.fromkeys(id for id in map(supposed_id, scenario.suppose) if {(id, True), (id, False)} <= said))


def scenarios(map: ArgumentMap) -> dict[str, Scenario]:
    """The scenarios of a map by id, in file order."""
    return {id: entry for id, entry in map.entries.items() if isinstance(entry, Scenario)}


def table(map: ArgumentMap) -> dict[str, Outcome]:
    """The outcomes of all scenarios, and first under "" that without suppositions."""
    return {"": outcome(map, {})} | {id: outcome(map, suppositions_of(each)) for id, each in scenarios(map).items()}
