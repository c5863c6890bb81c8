"""Family L: whether what is said to follow does, what contradicts what, and which objections are to be answered.

Prose that doesn't claim to be deductive is never told anything. Source: section 5 of the design, studies/logic.md.
"""

from collections.abc import Collection, Iterator

from argmap.check.finding import name, problem
from argmap.logic import decide, entailed, missing_premises, scenarios, standing, suppositions_of
from argmap.logic.entailment import Decided
from argmap.logic.rules import RULES, fits
from argmap.logic.scenarios import denying
from argmap.logic.sides import unanswered
from argmap.logic.words import told_conflict, told_countermodel, told_missing
from argmap.model import ArgumentMap, Conditional, Inference, Problem


def steps(map: ArgumentMap, ids: Collection[str]) -> Iterator[Problem]:
    """The problems of those of these ids that are reasons or objections, each as a step.

    What mentions an id that the map doesn't have isn't decided before that is mended.
    """
    for id in ids:
        decided = decide(map, id) if isinstance(map.entries.get(id), Inference) else None
        if decided is not None and decided.asked and all(each in map.entries for each in decided.step.ids):
            yield from _of_step(map, id, decided)


def whole(map: ArgumentMap) -> Iterator[Problem]:
    """The problems that only the whole map shows: objections not answered, and contradictions."""
    yield from _unanswered(map)
    yield from _contradictions(map)


def _of_step(map: ArgumentMap, id: str, decided: Decided) -> Iterator[Problem]:
    if decided.verdict == "inconsistent":
        advice = "take one out, or mend it"
        yield problem("L106", id, f"{name(map, id)}: its premises contradict one another", advice)
    elif decided.verdict == "undecided":
        yield problem("L110", id, f"{name(map, id)}: it would take too long to tell whether it follows", "divide it")
    elif not decided.follows:
        yield _unproved(map, id, decided)
    else:
        yield from _proved(map, id, decided)


def _unproved(map: ArgumentMap, id: str, decided: Decided) -> Problem:
    case = told_countermodel(map, decided)
    first = next(iter(missing_premises(map, id)), None)
    advice = f"missing: {told_missing(map, first)}" if first is not None else None
    if decided.claimed:
        why = f" ({decided.fallacy})" if decided.fallacy else ""
        return problem("L101", id, f"{name(map, id)} does not follow{why}: {case}", advice)
    if decided.fallacy:
        return problem("L103", id, f"{name(map, id)} has the form of {decided.fallacy}: {case}", advice)
    return problem("L102", id, f"{name(map, id)} does not follow as it stands: {case}", advice)


def _proved(map: ArgumentMap, id: str, decided: Decided) -> Iterator[Problem]:
    label = map.outline.label
    rule = map.entries[id].rule  # type: ignore[attr-defined]
    if decided.circular is not None:
        message = f"{name(map, id)}: {label(decided.circular)} says the same as what it is to show"
        yield problem("L107", id, message, "give a reason that doesn't presuppose it")
        return
    if rule is not None and not fits(rule, decided.rule):
        by = f"follows by {decided.rule}" if decided.rule is not None else "follows, but by no rule that has a name"
        known = f"names {rule}" if rule in RULES else f"names “{rule}”, which is no rule that argmap knows"
        yield problem("L104", id, f"{name(map, id)} {known}; it {by}", "name the rule it goes by, or none")
    if decided.vacuous is not None:
        target = label(map.entries[id].target)  # type: ignore[attr-defined]
        why = "its IF can't be true then" if decided.vacuous == "antecedent" else "its THEN holds anyway"
        yield problem("L108", id, f"{name(map, id)}: {target} holds vacuously, since {why}")
    for member in decided.spare if decided.claimed else ():
        if isinstance(map.entries[member], Conditional):
            yield problem("L109", member, f"{name(map, member)} is not used in {label(id)}, which follows without it")
        else:
            advice = "give it a reason of its own, or put it under the premise that it supports"
            yield problem("L105", member, f"{name(map, member)} is not needed in {label(id)}", advice)


def to_answer(map: ArgumentMap) -> list[str]:
    """The objections to what the author says that nobody has answered and that aren't out: what is left to do."""
    objections = [id for id in unanswered(map) if map.links.members.get(id)]
    values = standing(map).values if objections else {}
    return [id for id in objections if values[id] != "falls"]


def _unanswered(map: ArgumentMap) -> Iterator[Problem]:
    for id in to_answer(map):
        target = map.outline.label(map.entries[id].target)  # type: ignore[attr-defined]
        advice = "object to it in turn (b), or say why it is settled (answered, F4)"
        yield problem("L201", id, f"{name(map, id)}: this objection to {target} is not answered", advice)


def _told_of_a_step(map: ArgumentMap, conflict: Collection[str]) -> bool:
    """Whether what contradicts one another stands in one step, of which that is told already."""
    places = [set(entry.stands_in) for id in conflict if (entry := map.sentence(id)) is not None]
    together = (decide(map, id) for id in sorted(set.intersection(*places)))
    return any(each is not None and each.asked and each.verdict == "inconsistent" for each in together)


def _contradictions(map: ArgumentMap) -> Iterator[Problem]:
    own = entailed(map).conflict
    if own and not _told_of_a_step(map, own):
        yield problem("L203", own[0], told_conflict(map, own), "drop one of them, or mend it")
    for id, scenario in scenarios(map).items():
        supposed = suppositions_of(scenario)
        for twice in denying(scenario):
            message = f"scenario {id} supposes {map.outline.label(twice)} both true and false"
            yield problem("L202", id, message, "take one of the two out")
        conflict = () if own else entailed(map, supposed).conflict
        if conflict:
            yield problem("L202", id, f"scenario {id}: {told_conflict(map, conflict, supposed)}")
