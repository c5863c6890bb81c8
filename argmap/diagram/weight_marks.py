"""What a figure says of a conclusion's weight: which premises it rests on, and which it can't lose."""

from argmap.diagram.marks import NO_MARK, At, Mark, Marks
from argmap.diagram.words.describe import description
from argmap.logic import Weight
from argmap.logic.words import listed, told_weight
from argmap.model import ArgumentMap, Conditional
from argmap.model.formula import Atom
from argmap.model.row import Half
from argmap.model.wording import sentence

_MOST_NUMBERS = 4


def weight_marks(map: ArgumentMap, conclusion: str, weight: Weight) -> Marks:
    """The marks of a map's figure that tell what carries a conclusion, readable in grey.

    Black are the premises that it can't lose; the others that carry it say in which of the minimal sets they are.
    A proposition that is supposed is signed where it is a conditional's IF or THEN.
    """
    signed = {id: _mark(weight, id) for ids in weight.sets for id in ids}
    signed |= {id: _mark(weight, id) for id in weight.critical}
    signed = {conclusion: Mark(("▼ weighed here",))} | signed
    boxes: dict[At, Mark] = {}
    for id, entry in map.sentences():
        mark = signed.get(id, NO_MARK)
        if isinstance(entry, Conditional):
            parts: tuple[tuple[Half, object], ...] = (("if", entry.antecedent), ("then", entry.consequent))
            unboxed = {half: part.id for half, part in parts if isinstance(part, Atom) and _is_unboxed(map, part.id)}
            halves = {half: signed[each] for half, each in unboxed.items() if each in signed}
            mark = mark.and_(Mark(halves=halves)) if halves else mark
        if mark != NO_MARK:
            boxes |= {(id, place): mark for place in entry.stands_in or (None,)}
    said = f"“{sentence(map, conclusion).removesuffix('.')}”"
    named = f"{map.title}: what carries {said}" if map.title else f"What carries {said}"
    about = f"{description(map)} {' '.join(told_weight(map, conclusion, weight))}"
    return Marks(boxes, {}, (named, _caption(weight)), about, named, {"changed": "can't be lost"})


def _is_unboxed(map: ArgumentMap, id: str) -> bool:
    return map.outline.roles.get(id) == "proposition"


def _mark(weight: Weight, id: str) -> Mark:
    if id in weight.critical:
        return Mark(("■ can't be lost",), face="changed")
    numbers = [str(number) for number, ids in enumerate(weight.sets, 1) if id in ids]
    if len(numbers) > _MOST_NUMBERS:
        return Mark((f"□ carries: {len(numbers)} of {len(weight.sets)} sets",))
    return Mark((f"□ carries: {'set' if len(numbers) == 1 else 'sets'} {listed(numbers)}",))


def _caption(weight: Weight) -> str:
    count = len(weight.sets)
    if not count:
        return "Nothing that stands supports it."
    if count == 1 and not weight.more:
        return "Black: the premises that carry it; it can't lose any of them."
    sets = f"{'More than ' if weight.more else ''}{count} sets of premises"
    critical = "Black: what is in all of them, so that it can't be lost." if weight.critical else ""
    return f"{sets} carry it, each by itself. {critical or 'No single premise is in all of them.'}"
