"""Steps, the verdict on a whole map, and what is decided again after an edit."""

from pathlib import Path

from argmap.check import check, check_part
from argmap.edit import Edited, change_if_then, reword
from argmap.logic import decide, entailed, entailed_live, missing_premises, standing, weight
from argmap.logic.entailment import judge
from argmap.logic.missing import missing
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

    def anew(verdict: "type[object]") -> None:
        theory.cache_clear()
        verdict(map, supposed)

    line(f"decide all {len(steps)} steps, 10,000 statements", own_cpu(all_steps), 0.2)
    line("missing premises of all steps", own_cpu(all_missing))
    line("standing under a supposition", own_cpu(lambda: standing(map, supposed)))
    line("entailed, step by step", own_cpu(lambda: anew(entailed_live)))
    line("entailed, the complete verdict", own_cpu(lambda: anew(entailed)), 1.0)
    line("the same again, another supposition", own_cpu(lambda: entailed(map, {})))
    line("what carries the weight of the main conclusion", own_cpu(lambda: weight(map, map.outline.mains[0])))
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
