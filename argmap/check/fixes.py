"""What a problem can be mended by: fixes that a person chooses from, and those that are safe without asking."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from argmap.check import logic
from argmap.check.families import check
from argmap.check.repairs import digests, repaired, with_digests
from argmap.edit import Edited, EditRefused, Place, also, delete, joined, reanchor, set_fields, set_main, supply
from argmap.edit.places import home
from argmap.logic import Missing, decide, missing_premises
from argmap.logic.words import told_missing
from argmap.model import ArgumentMap, Inference, Problem
from argmap.model.wording import sentence
from argmap.source import Texts

_MOST_MISSING = 9
_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a problem: `told` says to people what it would do, `make` does it.

    A `safe` one changes nothing that anybody meant, so that nobody has to be asked. `make` may refuse (EditRefused).
    """

    told: str
    make: Callable[[], Edited]
    safe: bool = False


def fixes(map: ArgumentMap, problem: Problem, texts: Texts | None = None) -> tuple[Fix, ...]:
    """What a problem of a map can be mended by, the best first; without the texts nothing is done about anchors."""
    ways = _FIXES.get(problem.code)
    found = () if ways is None else tuple(ways(map, problem, texts or Texts()))
    entry = map.entries.get(problem.id or "")
    if entry is None or problem.severity != "hint":
        return found
    ignoring = partial(set_fields, map, problem.id or "", {"ignore": (*entry.ignore, problem.code)})
    return (*found, Fix(f"say nothing of {problem.code} here (ignore)", ignoring))


def mended(map: ArgumentMap, texts: Texts, spared: Collection[str] = ()) -> tuple[Edited | None, list[str]]:
    """The map with every safe fix made until none is left, as one edit, and what was done; None where there is none.

    What is `spared` is not deleted.
    """
    edits: list[Edited] = []
    done: list[str] = []
    if (sourced := _sourced(map, texts)) is not None:
        edits.append(sourced)
        done.append(sourced[1].summary)
    for _ in range(_MOST_ROUNDS):
        now = edits[-1][0] if edits else map
        made = [*_made_safely(now, spared)]
        if not made:
            break
        edits += [edited for *_, edited in made]
        done += [told if id is None else f"{map.outline.label(id)}: {told}" for id, told, _ in made]
    return (joined(edits) if edits else None), done


def _sourced(map: ArgumentMap, texts: Texts) -> Edited | None:
    """What is told of anchors and texts mended at once, since each look at them costs as much as all."""
    told = {problem.id for problem in check(map, texts) if _FIXES.get(problem.code) in (_anchors, _digest)}
    anew = {id: anchors for id, anchors in repaired(map, texts).items() if id in told}
    edited = reanchor(map, anew) if anew else None
    now = map if edited is None else edited[0]
    for id, sha256 in digests(now, texts).items():
        if id in told:
            noted = set_fields(now, id, {"sha256": sha256})
            edited = noted if edited is None else also(edited, noted)
            now = noted[0]
    return edited


def _made_safely(map: ArgumentMap, spared: Collection[str]) -> Iterator[tuple[str | None, str, Edited]]:
    """One round: a safe fix of each problem, made one upon the other, but none near what another has touched."""
    touched: set[str] = set()
    for problem in check(map):
        if problem.id in touched or problem.code not in _MAY_BE_SAFE:
            continue
        for fix in (each for each in fixes(map, problem) if each.safe):
            try:
                now, change = fix.make()
            except EditRefused:
                continue
            if touched & change.touched or any(id not in now.entries for id in change.touched.intersection(spared)):
                continue
            yield problem.id, fix.told, (now, change)
            map = now
            touched |= change.touched
            break


_Ways: TypeAlias = Callable[[ArgumentMap, Problem, Texts], Iterator[Fix]]


def _missing(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    """What the step lacks, but nothing that would do without its premises; or that it isn't meant to be deductive.

    That comes first where it has the form of a fallacy: the converse of what its author said isn't the likeliest
    thing to have been left out.
    """
    found = 0
    meant = Fix("say that it isn't meant to be deductive (rule = none)", partial(_not_deductive, map, problem.id or ""))
    if problem.code == "L103":
        yield meant
    for missing in missing_premises(map, problem.id or ""):
        edited = _supplied(map, problem.id or "", missing)
        if edited is not None and found < _MOST_MISSING:
            found += 1
            yield Fix(f"insert: {told_missing(map, missing)}", partial(_given, edited))
    if problem.code != "L103":
        yield meant


def _not_deductive(map: ArgumentMap, id: str) -> Edited:
    return set_fields(map, id, {"rule": "none"})


def _given(edited: Edited) -> Edited:
    return edited


def _supplied(map: ArgumentMap, id: str, missing: Missing) -> Edited | None:
    try:
        edited = supply(map, id, missing)
    except EditRefused:
        return None
    decided = decide(edited[0], id)
    if decided is None or not decided.follows or decided.circular is not None:
        return None
    members = decided.step.members
    return None if len(members) > 1 and len(decided.spare) == len(members) - 1 else edited


def _rule(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    id = problem.id or ""
    decided = decide(map, id)
    if decided is not None and decided.rule is not None:
        rule = decided.rule.removesuffix(" (chain)")
        yield Fix(f"name the rule that it goes by: {rule}", partial(set_fields, map, id, {"rule": rule}))


def _not_needed(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    """Out of the step, if nothing that bears on it goes along."""
    id = problem.id or ""
    entry = map.sentence(id)
    for inference in entry.stands_in if entry is not None else ():
        if not any(each.message == problem.message for each in logic.steps(map, [inference])):
            continue
        taking = partial(delete, map, Place(id, inference))
        now = taking()[0].entries
        if not any(isinstance(map.entries[gone], Inference) for gone in map.entries.keys() - now.keys()):
            label = map.outline.label(id)
            yield Fix(f"take {label} out of {map.outline.label(inference)}" if id in now else f"delete {label}", taking)


def _empty(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    """The empty reason goes; by itself only where nothing is said of it, and nothing goes along."""
    entry = map.inference(problem.id)
    if entry is not None and problem.id is not None:
        deleting = partial(delete, map, home(map, problem.id))
        alone = entry == type(entry)(target=entry.target) and problem.id not in map.links.inferences
        yield Fix(f"delete this empty {entry.kind}", deleting, safe=alone)


def _unknown_main(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    for named in map.main if problem.id is None else ():
        if named not in map.entries and problem.message.startswith(f'main names "{named}", '):
            yield _out_of_main(map, named, safe=True)


def _no_root(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    if problem.id in map.main:
        yield _out_of_main(map, problem.id)


def _out_of_main(map: ArgumentMap, id: str, safe: bool = False) -> Fix:
    main = [each for each in map.main if each != id]
    return Fix(f'take "{id}" out of main', partial(set_main, map, main), safe)


def _reworded(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    """Another wording, or the statement divided; only where nothing but a word goes is that safe."""
    from argmap.check import wording_fixes

    edited = wording_fixes.fix(map, problem)
    if edited is not None:
        now, change = edited
        new = [id for id in map.entries if id in change.touched] + [id for id in now.entries if id not in map.entries]
        parts = " / ".join(sentence(now, id) for id in new if now.sentence(id) is not None)
        alone = change.touched == {problem.id}
        yield Fix(f"reword: {parts}" if alone else f"divide: {parts}", partial(_given, edited), safe=alone)


def _anchors(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    id = problem.id or ""
    anchors = repaired(map, texts).get(id)
    if anchors is not None:
        moved = problem.code == "S101"
        told = "note where its passage stands now" if moved else "fill in the words and hash of its anchor"
        yield Fix(told, partial(reanchor, map, {id: anchors}), safe=True)


def _digest(map: ArgumentMap, problem: Problem, texts: Texts) -> Iterator[Fix]:
    edited = with_digests(map, texts, None)
    if edited is not None and problem.id in edited[1].touched:
        yield Fix("note which text the map is drawn from", partial(_given, edited), safe=True)


_FIXES: Mapping[str, _Ways] = {
    "L101": _missing,
    "L102": _missing,
    "L103": _missing,
    "L104": _rule,
    "L105": _not_needed,
    "L109": _not_needed,
    "M101": _unknown_main,
    "M104": _empty,
    "M106": _no_root,
    "S101": _anchors,
    "S104": _anchors,
    "S105": _digest,
    "S111": _digest,
    "W103": _reworded,
    "W104": _reworded,
}
"""What mends which problems."""
_MAY_BE_SAFE = frozenset(("M101", "M104", "W103"))
"""The codes, besides those of sources, that some fix is safe for: of the others none need be worked out."""
