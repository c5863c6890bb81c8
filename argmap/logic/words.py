"""What logic found, in words: the sentences in which commands, checks, figures and the app tell it.

Entries are named by their labels; what they say is read out inside the sentence. Text is data and isn't escaped here.
"""

from collections.abc import Mapping, Sequence

from argmap.logic.consequences import Entailed, Inferred
from argmap.logic.entailment import Decided, decide, decisive
from argmap.logic.grounds import Ground
from argmap.logic.missing import Implication, Missing
from argmap.logic.scenarios import Outcome
from argmap.logic.standing import Standing, Status
from argmap.logic.weight import Weight
from argmap.model import ArgumentMap, Conditional, Objection, Statement
from argmap.model.formula import Atom, atoms
from argmap.model.wording import in_words, sentence

_OF_INFERENCES: Mapping[Status, str] = {"stands": "live", "falls": "out", "open": "open"}
_MAY: Mapping[Status, str] = {"stands": "may stand", "falls": "may fall", "open": "open"}
_MAY_BE: Mapping[Status, str] = {"stands": "may be live", "falls": "may be out", "open": "open"}
WAS: Mapping[Status, str] = {"stands": "stood", "falls": "fell", "open": "was open"}
_INFERENCE_WAS: Mapping[Status, str] = {"stands": "was live", "falls": "was out", "open": "was open"}
_MOST_CLAUSES = 12
_NOTHING: Mapping[str, bool] = {}


def status_word(map: ArgumentMap, standing: Standing, id: str) -> str:
    """What became of a sentence (stands, falls, open, may stand, may fall) or an inference (live, out, answered …)."""
    status, may, inference = standing.values.get(id, "open"), standing.may.get(id), map.inference(id)
    if isinstance(inference, Objection) and inference.answered is not None:
        return "answered"
    if inference is not None:
        return _OF_INFERENCES[status] if may is None else _MAY_BE[may]
    return status if may is None else _MAY[may]


def entailed_word(entailed: Entailed, id: str) -> str | None:
    """The strict verdict on a sentence: entailed, refuted, or None for neither."""
    true = entailed.values.get(id)
    return None if true is None else "entailed" if true else "refuted"


def was_word(map: ArgumentMap, outcome: Outcome, id: str) -> str | None:
    """What something was without the suppositions (stood, fell, was open, was live, was out); None where it is that."""
    was = outcome.changed.get(id)
    return None if was is None else (WAS if map.inference(id) is None else _INFERENCE_WAS)[was]


def told_verdict(map: ArgumentMap, outcome: Outcome, id: str) -> str:
    """All that became of something, in one line: "stands (was open), entailed", "supposed true".

    What falls only for want of support, and isn't said to be false, is told apart. That a premise is entailed goes
    without saying.
    """
    if id in outcome.suppositions:
        return supposed_word(outcome.suppositions[id])
    status, inference = outcome.standing.values.get(id, "open"), map.inference(id)
    told = status_word(map, outcome.standing, id)
    if told == "answered":
        return told
    bare = status == "falls" and inference is None and id not in outcome.standing.rejected
    remarks = [*(["unsupported"] if bare else []), *filter(None, [was_word(map, outcome, id)])]
    told += f" ({', '.join(remarks)})" if remarks else ""
    strict = entailed_word(outcome.entailed, id)
    if strict is None or (strict == "entailed" and map.outline.roles.get(id) == "premise"):
        return told
    agreed = status == ("stands" if strict == "entailed" else "falls")
    return f"{told}, {strict}" if agreed else f"{told}, though {strict}"


def told_liveness(outcome: Outcome, id: str) -> str:
    """Whether an inference is live, and whether it was: "live (was open)"; also of an objection that is answered."""
    was = outcome.changed.get(id)
    return _OF_INFERENCES[outcome.standing.values[id]] + (f" ({_INFERENCE_WAS[was]})" if was is not None else "")


def supposed_word(true: bool) -> str:
    """How a supposition is told: supposed true, supposed false."""
    return f"supposed {_truth(true)}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words in a row: a; a and b; a, b and c."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def told_decided(map: ArgumentMap, decided: Decided) -> str:
    """The verdict on a step: whether what is asked follows from its members, and by what rule or fallacy."""
    members = [map.outline.label(id) for id in decided.step.members]
    if decided.verdict == "inconsistent":
        one = f"{members[0]} contradicts itself"
        return f"{one if len(members) == 1 else f'{listed(members)} contradict one another'}: anything would follow."
    inference = map.inference(decided.step.id)
    if decided.verdict == "undecided":
        return f"It would take too long to tell whether it follows from {listed(members)}."
    asked = "" if inference is None else map.outline.label(inference.target)
    asked = f"The denial of {asked}" if isinstance(inference, Objection) else asked
    told = f"{asked} {decided.verdict} from {listed(members)}"
    if decided.circular is not None:
        return f"{told}, since {map.outline.label(decided.circular)} says the same."
    if decided.fallacy is not None:
        return f"{told}: {decided.fallacy}."
    return f"{told} by {decided.rule}." if decided.rule is not None else f"{told}."


def told_countermodel(map: ArgumentMap, decided: Decided) -> str:
    """A case in which the premises of a step are true and what is asked isn't; "" where there is none.

    It tells no more than it takes.
    """
    model = decisive(decided)
    if not model:
        return ""
    asked = _asked(map, decided)
    ids = [id for id in model if id not in asked] + [id for id in asked if id in model]
    true = [id for id in ids if model[id]]
    false = [in_words(map, Atom(id)) for id in ids if not model[id]]
    first = [id for id in true if id not in asked] or true
    yet = [in_words(map, Atom(id)) for id in true if id not in first]
    if not first:
        few = 1 < len(false) <= _MOST_CLAUSES
        said = f"neither {' nor '.join(false)}" if few else f"it is not the case that {_clauses(false, 'nor')}"
        return f"It could be that {said}."
    told = f"It could be that {_clauses([in_words(map, Atom(id)) for id in first], 'and')}"
    told += f", while it is not the case that {_clauses(false, 'nor')}" if false else ""
    return f"{told}, and yet {_clauses(yet, 'and')}." if yet else f"{told}."


def told_spare(map: ArgumentMap, decided: Decided) -> str:
    """Which premises a step follows without; "" where it needs all."""
    spare = [map.outline.label(id) for id in decided.spare]
    return f"It follows without {listed(spare, 'or')}." if spare else ""


def told_emptiness(map: ArgumentMap, decided: Decided) -> str:
    """Why a conditional conclusion follows emptily; "" where it doesn't."""
    match decided.vacuous:
        case "antecedent":
            return "It follows emptily: by these premises the IF of the conclusion can't be true."
        case "consequent":
            return "It follows emptily: by these premises the THEN of the conclusion is true anyway."
    return ""


def told_missing(map: ArgumentMap, missing: Missing) -> str:
    """A missing premise as the sentence that would be inserted."""
    if isinstance(missing, Implication):
        return f"If {in_words(map, missing.antecedent)}, then {in_words(map, missing.consequent)}."
    if isinstance(missing, Atom):
        return sentence(map, missing.id)
    words = in_words(map, missing)
    return f"{words[:1].upper()}{words[1:]}."


def told_ground(map: ArgumentMap, ground: Ground) -> str:
    """One link of why something stands, falls or is open."""
    name, how, by = map.outline.label(ground.id), ground.how, ground.by
    inference = map.inference(ground.id)
    if how == "supposed":
        return f"{name} is {supposed_word(ground.status == 'stands')}."
    state = ground.status if inference is None else _OF_INFERENCES[ground.status]
    state = f"is {state}" if inference is not None or state == "open" else state
    if isinstance(inference, Objection) and inference.answered is not None:
        said = "is open" if ground.status == "open" else ground.status
        return f"Objection {name} is answered: what it says {said}."
    if inference is not None:
        name = f"{'Objection' if isinstance(inference, Objection) else 'Reason'} {name}"
    return f"{name} {state}{_since(map, ground, by)}."


def told_may(map: ArgumentMap, id: str) -> str:
    """Why something only may stand or fall: by which hedged conditional, where one is about it."""
    hedged = (
        f"{map.outline.label(holder)}, which says “{entry.qualifier}”"
        for holder in map.links.mentions.get(id, ())
        if isinstance(entry := map.entries[holder], Conditional) and entry.qualifier and id in atoms(entry.consequent)
    )
    return f"That rests on {next(hedged, 'what only may be so')}."


def told_inferred(map: ArgumentMap, link: Inferred, suppositions: Mapping[str, bool] = _NOTHING) -> str:
    """One link of how it follows that a sentence is true, or false."""
    label = map.outline.label
    if link.by is None:
        if link.id in suppositions:
            return f"{label(link.id)} is {supposed_word(link.true)}."
        return f"{label(link.id)} is {_truth(link.true)}: a premise."

    def since(links: Sequence[tuple[str, bool]]) -> str:
        return f", since {listed([f'{label(id)} is {_truth(true)}' for id, true in links])}" if links else ""

    if link.by == link.id:
        by = "by what it says" if isinstance(map.entries.get(link.id), Conditional) else "in every case"
        return f"{label(link.id)} is {_truth(link.true)} {by}{since(link.since)}."
    by = label(link.by)
    by = f"what {by} means" if isinstance(map.entries.get(link.by), Statement) else by
    given = [(id, true) for id, true in link.since if id != link.by]
    return f"{label(link.id)} is {_truth(link.true)} by {by}{since(given)}."


def told_conflict(map: ArgumentMap, conflict: Sequence[str], suppositions: Mapping[str, bool] = _NOTHING) -> str:
    """What contradicts what, where premises and suppositions do; "" where they don't."""
    if not conflict:
        return ""
    told = [
        f"{map.outline.label(id)} ({supposed_word(suppositions[id]) if id in suppositions else 'premise'})"
        for id in conflict
    ]
    end = "contradict one another" if len(told) > 1 else "contradicts itself"
    return f"{listed(told)} {end}; nothing is concluded from them."


def told_weight(map: ArgumentMap, conclusion: str, weight: Weight) -> tuple[str, ...]:
    """What carries a conclusion: its sets of premises, and those that it can't lose; a sentence each."""
    label = map.outline.label
    name, count = label(conclusion), len(weight.sets)
    idle = [label(id) for id in weight.idle]
    beside = (f"{listed(idle)} {'count' if len(idle) > 1 else 'counts'} for nothing: not live.",) if idle else ()
    if not count:
        return (f"Nothing that stands supports {name}.", *beside)
    if weight.sets == ((conclusion,),):
        return (f"{name} rests on nothing else: it is a premise.",)
    sets = [listed([label(id) for id in ids]) for ids in weight.sets]
    lost = f"It can't lose {listed([label(id) for id in weight.critical], 'or')}."
    if count == 1 and not weight.more:
        return (f"{name} rests on {sets[0]}.", lost, *beside)
    numbered = (f"Set {number}: {each}." for number, each in enumerate(sets, 1))
    many = f"{'more than ' if weight.more else ''}{count} sets of premises, each enough by itself"
    spared = lost if weight.critical else "It can lose any single premise."
    return (f"{name} rests on {many}.", *numbered, spared, *beside)


def _truth(true: bool) -> str:
    return "true" if true else "false"


def _clauses(clauses: Sequence[str], last: str) -> str:
    """Whole clauses in a row, each after the first with its own "that", so that it is seen where one begins.

    Of very many only the first are read out, and how many more there are.
    """
    first, *rest = clauses
    if len(clauses) > _MOST_CLAUSES:
        shown = [first, *(f"that {each}" for each in rest[: _MOST_CLAUSES - 1])]
        return f"{', '.join(shown)}, {last} {len(clauses) - len(shown)} more"
    *middle, end = [first, *(f"that {each}" for each in rest)]
    return ", ".join([*middle, f"{last} {end}"]) if len(middle) > 1 else listed([*middle, end], last)


def _asked(map: ArgumentMap, decided: Decided) -> tuple[str, ...]:
    """The atoms of what a step is to show, which are told last; of a conditional those of its THEN."""
    inference = map.inference(decided.step.id)
    target = None if inference is None else map.sentence(inference.target)
    if inference is None or target is None:
        return ()
    if isinstance(target, Conditional):
        return (inference.target, *atoms(target.consequent))
    means = target.means if isinstance(target, Statement) else None
    return (inference.target,) if means is None else (inference.target, *atoms(means))


def _means_something(map: ArgumentMap, id: str) -> bool:
    entry = map.entries.get(id)
    return isinstance(entry, Statement) and entry.means is not None


def _since(map: ArgumentMap, ground: Ground, by: str | None) -> str:
    """What a ground rests on, from its colon or comma on."""
    label, members = map.outline.label, map.links.members.get(ground.id, ())
    others = [label(id) for id in ground.since if id not in (by, ground.id)]
    standing = f"{listed(others)} {'stand' if len(others) > 1 else 'stands'}"
    match ground.how:
        case "asserted":
            return ": it is asserted"
        case "reason":
            step = decide(map, by or "")
            doubt = f" (though {label(by or '')} doesn't follow)" if step and step.asked and not step.follows else ""
            return f" by reason {label(by or '')}, since {standing}{doubt}"
        case "conditional":
            return f" by {label(by or '')}, since {standing if others else 'its IF holds'}"
        case "meaning" if by is None and not _means_something(map, ground.id):
            return " by what the suppositions mean"
        case "meaning":
            return f" by what {'it' if by in (None, ground.id) else label(by or '')} means"
        case "objection":
            state = {"falls": "is live", "open": "is open", "stands": "is out"}[ground.status]
            return f", since objection {label(by or '')} {state}"
        case "unsupported":
            return f", since reason {label(by or '')} is out"
        case "undecided":
            return f", since reason {label(by or '')} is open" if by else ": nothing settles it"
        case "members" if not ground.since:
            return ": nothing stands in it" if not members else ""
        case "members" if not set(ground.since) <= set(members):
            return f", since the IF of a conditional in it isn't known to hold ({listed(others)})"
        case "members":
            verb = {"stands": "stand", "falls": "fall", "open": "are open"}[ground.status]
            one = {"stands": "stands", "falls": "falls", "open": "is open"}[ground.status]
            said = listed(others) if others != [label(ground.id)] else "what it says"
            return f", since {said} {verb if len(others) > 1 else one}"
    return ""
