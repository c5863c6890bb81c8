"""Steps, the verdict on a whole map, and what is decided again after an edit."""

from collections.abc import Callable
from pathlib import Path

from argmap.check import check, check_part
from argmap.edit import Edited, change_if_then, reword
from argmap.logic import decide, entailed, entailed_live, missing_premises, outcome, standing, weight
from argmap.logic.consequences import _propagated
from argmap.logic.entailment import judge
from argmap.logic.missing import missing
from argmap.logic.standing import _fixpoint
from argmap.logic.theory import theory
from argmap.model import ArgumentMap, Conditional, Inference
from argmap.model.formula import Not
from tests.benchmarks.maps import deductive
from tests.benchmarks.processes import own_cpu
from tests.benchmarks.table import line


def measure(folder: Path) -> None:
    """Print what the logic costs at 10,000 statements."""
    map = deductive(10_000)
    map.outline  # noqa: B018
    steps = [id for id, entry in map.entries.items() if isinstance(entry, Inference)]
    supposed = {next(id for id, role in map.outline.roles.items() if role == "proposition"): True}

    def all_steps() -> None:
        judge.cache_clear()
        for id in steps:
            decide(map, id)

    def all_missing() -> None:
        missing.cache_clear()
        for id in steps:
            missing_premises(map, id)

    def anew(verdict: Callable[[], object]) -> float:
        """What it costs with nothing kept from before."""

        def forgetful() -> None:
            for kept in (theory, _propagated, _fixpoint):
                kept.cache_clear()
            verdict()

        return own_cpu(forgetful)

    line(f"decide all {len(steps)} steps, 10,000 statements", own_cpu(all_steps), 0.2)
    line("missing premises of all steps", own_cpu(all_missing))
    line("standing under a supposition", anew(lambda: standing(map, supposed)))
    line("entailed, step by step", anew(lambda: entailed_live(map, supposed)))
    line("entailed, the complete verdict", anew(lambda: entailed(map, supposed)), 1.0)
    line("outcome of a supposition, all of it", anew(lambda: outcome(map, supposed)))
    line("what carries the weight of the main conclusion", anew(lambda: weight(map, map.outline.mains[0])))
    before = check(map)
    for edit, edited in _edits(map).items():
        now, change = edited
        now.outline  # noqa: B018
        seconds = own_cpu(lambda now=now, change=change: check_part(now, change.touched, before, map))  # type: ignore[misc]
        line(f"re-check after one edit ({edit}), 10,000 statements", seconds, 0.1, f"{len(before):,} problems")


def _edits(map: ArgumentMap) -> dict[str, Edited]:
    """A statement reworded, and a conditional changed."""
    middle = [id for id, role in map.outline.roles.items() if role == "conclusion"][1_000]
    id, entry = next((id, each) for id, each in map.entries.items() if isinstance(each, Conditional))
    changed = change_if_then(map, id, Not(entry.antecedent), entry.consequent, {})
    return {"reword": reword(map, middle, "Therefore, ferries are late."), "if-then": changed}
