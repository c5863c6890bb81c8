"""What can be done about a problem: edits to choose from, and which are safe without asking."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from argmap import edit
from argmap.check.wording_fixes import fix as reworded
from argmap.edit import Edited, EditRefused
from argmap.logic import decide, missing_premises
from argmap.logic.words import told_missing
from argmap.model import ArgumentMap, Problem

_MOST = 9


@dataclass(frozen=True)
class Fix:
    """One thing that can be done: `told` says what, `make` does it; `safe` where nobody has to judge it."""

    told: str
    make: Callable[[], Edited]
    safe: bool = False


def fixes(map: ArgumentMap, problem: Problem) -> tuple[Fix, ...]:
    """What can be done about a problem, the likeliest first; nothing where only a person can."""
    rule = _RULES.get(problem.code)
    return () if rule is None or problem.id not in map.entries else tuple(rule(map, problem))


def _missing(map: ArgumentMap, problem: Problem) -> Iterator[Fix]:
    id, found = problem.id or "", 0
    for missing in missing_premises(map, id):
        make = partial(edit.supply, map, id, missing)
        try:
            make()
        except EditRefused:
            continue
        found += 1
        yield Fix(f"insert: {told_missing(map, missing)}", make)
        if found == _MOST:
            return


def _rule(map: ArgumentMap, problem: Problem) -> Iterator[Fix]:
    id = problem.id or ""
    decided = decide(map, id)
    if decided is not None and decided.rule is not None:
        rule = decided.rule.removesuffix(" (chain)")
        yield Fix(f"name the rule {rule}", partial(edit.set_fields, map, id, {"rule": rule}))
    yield Fix("name no rule", partial(edit.set_fields, map, id, {"rule": None}))


def _wording(map: ArgumentMap, problem: Problem) -> Iterator[Fix]:
    edited = reworded(map, problem)
    if edited is not None:
        yield Fix(edited[1].summary, lambda: edited)


_RULES: Mapping[str, Callable[[ArgumentMap, Problem], Iterator[Fix]]] = {
    "L101": _missing,
    "L102": _missing,
    "L103": _missing,
    "L104": _rule,
    "W103": _wording,
    "W104": _wording,
}
