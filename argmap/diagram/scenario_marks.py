"""What a figure says of a scenario: what is supposed, and what stands, falls and is entailed then."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from argmap.diagram.marks import NO_MARK, At, Face, Mark, Marks
from argmap.diagram.words.describe import description
from argmap.logic import Outcome, Standing, Status, standing
from argmap.logic.words import (
    WAS,
    entailed_word,
    listed,
    status_word,
    supposed_word,
    told_liveness,
    told_verdict,
    was_word,
)
from argmap.model import ArgumentMap, Conditional, Inference, Objection, Sentence
from argmap.model.formula import And, Atom, Formula, Not, Or, atoms
from argmap.model.row import Half
from argmap.model.wording import sentence

SIGNS: Mapping[Status, str] = {"stands": "●", "falls": "×", "open": "○"}
_SUPPOSED = {True: "■", False: "□"}
_ORDER: tuple[Status, ...] = ("falls", "open", "stands")
_MOST_TOLD = 5
_FACES: Mapping[Face, str] = {"changed": "supposed, or changed by that", "fallen": "falls, or supposed false"}
_LEGEND = (
    (("supposed",), "black: supposed, or changed by that; grey: falls, or supposed false"),
    (("● stands",), "● stands"),
    (("× falls",), "× falls"),
    (("○ open",), "○ open"),
    (("may",), "may: by a hedged conditional only"),
    (("objection",), "an objection is live (●) or out (×): answered ones are out"),
    (("entailed", "refuted"), "entailed, refuted: true, false in every case that premises and suppositions allow"),
)
"""What a legend says where signs have one of these words in them."""


def marks_of(map: ArgumentMap, outcome: Outcome, title: str) -> Marks:
    """The marks of a map's figure under suppositions: signs with words, readable in grey.

    Signed are suppositions, conclusions, objections, premises that don't stand, and all that the suppositions reach;
    of a conditional the halves that mention something so reached. Where suppositions and premises contradict one
    another the caption says which, and nothing is signed as entailed.
    """
    marking = _Marking(map, outcome)
    boxes: dict[At, Mark] = {}
    inferences: dict[str, Mark] = {}
    for id, entry in map.entries.items():
        mark = NO_MARK
        if isinstance(entry, Sentence):
            mark = marking.sentence(id, entry)
            boxes |= {(id, place): mark for place in (entry.stands_in or (None,)) if mark != NO_MARK}
        elif isinstance(entry, Inference):
            mark = marking.inference(id, entry)
            inferences |= {id: mark} if mark != NO_MARK else {}
    said = (*_supposed(map, outcome), *_conflict(map, outcome))
    named = f"{map.title}: {title}" if map.title else title
    legend = _legend([*boxes.values(), *inferences.values()])
    about = " ".join((description(map), f"{title}:", *said, _mains(map, outcome)))
    return Marks(boxes, inferences, (named, *said, *legend), about, named, _FACES)


class _Marking:
    """The marks of single sentences and inferences."""

    def __init__(self, map: ArgumentMap, outcome: Outcome) -> None:
        self.map, self.outcome, self.supposed = map, outcome, outcome.suppositions
        self.now, self.before = outcome.standing, standing(map)

    def reached(self, id: str) -> bool:
        """Whether something is supposed, or is otherwise than without the suppositions."""
        changed = id in self.outcome.changed or self.now.may.get(id) != self.before.may.get(id)
        return changed or id in self.supposed

    def sentence(self, id: str, entry: Sentence) -> Mark:
        mark = self.own(id)
        if isinstance(entry, Conditional):
            halves: tuple[tuple[Half, Formula], ...] = (("if", entry.antecedent), ("then", entry.consequent))
            found = {half: self.half(formula) for half, formula in halves}
            told = {half: each for half, each in found.items() if each != NO_MARK}
            mark = replace(mark, halves=told) if told else mark
        return mark

    def own(self, id: str) -> Mark:
        """What is said of a sentence itself."""
        if id in self.supposed:
            return _supposition(self.supposed[id])
        status, role, reached = self.now.values.get(id, "open"), self.map.outline.roles.get(id), self.reached(id)
        if not (reached or role == "conclusion" or (role == "premise" and status != "stands")):
            return NO_MARK
        return Mark(tuple(self.signs(id)), face=_face(status, reached))

    def signs(self, id: str) -> Iterable[str]:
        status = self.now.values.get(id, "open")
        was = was_word(self.map, self.outcome, id)
        yield f"{SIGNS[status]} {status_word(self.map, self.now, id)}" + (f" ({was})" if was else "")
        if (strict := entailed_word(self.outcome.entailed, id)) is not None:
            yield strict

    def half(self, formula: Formula) -> Mark:
        """What is said of the IF or THEN of a conditional: nothing where the suppositions don't reach it."""
        ids = atoms(formula)
        if not any(self.reached(id) for id in ids):
            return NO_MARK
        if isinstance(formula, Atom):
            return self.own(formula.id)
        supposed = [id for id in ids if id in self.supposed]
        if isinstance(formula, Not) and isinstance(formula.operand, Atom) and supposed:
            return _supposition(not self.supposed[supposed[0]])
        status, before = _status(formula, self.now), _status(formula, self.before)
        remarks = [f"{len(supposed)} of {len(ids)} supposed"] if supposed else []
        remarks += [WAS[before]] if status != before else []
        told = f" ({', '.join(remarks)})" if remarks else ""
        return Mark((f"{SIGNS[status]} {status}{told}",), face=_face(status, True))

    def inference(self, id: str, entry: Inference) -> Mark:
        """What is said of a reason or an objection; of a reason only what its premises don't say already."""
        status, reached = self.now.values[id], self.reached(id)
        face: Face = "fallen" if status == "falls" else "changed" if reached and status == "stands" else "plain"
        members = self.map.links.members.get(id, ())
        alike = status == min((self.now.values[member] for member in members), key=_ORDER.index, default="falls")
        answered = isinstance(entry, Objection) and entry.answered is not None
        if (answered and not reached) if isinstance(entry, Objection) else alike:
            return Mark(face=face) if face != "plain" else NO_MARK
        kind = f"answered {entry.kind}" if answered else entry.kind
        return Mark((f"{SIGNS[status]} {kind} {told_liveness(self.outcome, id)}",), face=face)


def _supposition(true: bool) -> Mark:
    return Mark((f"{_SUPPOSED[true]} {supposed_word(true)}",), face="changed" if true else "fallen")


def _face(status: Status, reached: bool) -> Face:
    return "fallen" if status == "falls" else "changed" if reached else "plain"


def _status(formula: Formula, found: Standing, true: bool = True) -> Status:
    """What became of a formula, or of its denial."""
    match formula:
        case Atom(id):
            status = found.values.get(id, "open")
            if true:
                return status
            return "stands" if id in found.rejected else "falls" if status == "stands" else "open"
        case Not(operand):
            return _status(operand, found, not true)
        case And(operands) | Or(operands):
            choose = min if isinstance(formula, And) is true else max
            return choose((_status(operand, found, true) for operand in operands), key=_ORDER.index)


def _supposed(map: ArgumentMap, outcome: Outcome) -> Iterable[str]:
    for true in (True, False):
        told = [f"“{_words(map, id)}”" for id, each in outcome.suppositions.items() if each is true]
        if told:
            yield f"{supposed_word(true).capitalize()}: {listed(told)}."


def _conflict(map: ArgumentMap, outcome: Outcome) -> Iterable[str]:
    told = [
        f"“{_words(map, id)}” ({supposed_word(outcome.suppositions[id]) if id in outcome.suppositions else 'premise'})"
        for id in outcome.entailed.conflict
    ]
    if told:
        yield f"Contradictory, so that nothing is entailed: {listed(told)}."


def _words(map: ArgumentMap, id: str) -> str:
    return sentence(map, id).removesuffix(".") if map.sentence(id) is not None else f"unknown: {id}"


def _legend(marks: Iterable[Mark]) -> Iterable[str]:
    used = " ".join(sign for mark in marks for each in (mark, *mark.halves.values()) for sign in each.signs)
    told = [meaning for words, meaning in _LEGEND if any(word in used for word in words)]
    if told:
        legend = "; ".join(told)
        yield f"{legend[0].upper()}{legend[1:]}."


def _mains(map: ArgumentMap, outcome: Outcome) -> str:
    """What becomes of the main conclusions, and how many other things change."""
    mains = map.outline.mains
    told = [
        f"{map.outline.label(id)} {told_verdict(map, outcome, id)}: {sentence(map, id)}" for id in mains[:_MOST_TOLD]
    ]
    others = len([id for id in outcome.changed if id not in mains])
    return " ".join([*told, f"Besides these {others} {'changes' if others == 1 else 'change'}." if others else ""])
