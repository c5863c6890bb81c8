"""Moving: up and down among siblings and across reasons, in and out. One table moves at most."""

from argmap.edit.change import Edited, EditRefused, Place
from argmap.edit.draft import Draft
from argmap.edit.ids import inference_id
from argmap.edit.places import (
    behind_reasons,
    behind_sibling,
    home,
    inference_of,
    last_of,
    sentence_at,
    siblings,
    supports,
)
from argmap.model import ArgumentMap, Inference, Objection, Reason, Sentence


def move_up(map: ArgumentMap, place: Place) -> Edited:
    """Before the sibling above; from the top of a reason to the end of the reason above."""
    return _step(map, place, -1)


def move_down(map: ArgumentMap, place: Place) -> Edited:
    """Behind the sibling below; from the end of a reason to the top of the reason below."""
    return _step(map, place, 1)


def move_in(map: ArgumentMap, place: Place) -> Edited:
    """Under the sibling above: a statement becomes a new reason for it; the first in the tray, for the last root.

    A reason comes to support the last statement of the inference above; an objection comes to
    undercut it.
    """
    among = _movable(map, place)
    at = among.index(place.id)
    roots = map.outline.roots
    if at:
        above = among[at - 1]
    elif place.parent is None and roots and place.id not in roots:
        above = max(roots, key=map.links.position.__getitem__)
    else:
        raise EditRefused("nothing stands above this that it could be a reason for")
    draft = Draft(map)
    entry = map.entries[place.id]
    if isinstance(entry, Inference):
        target = above
        if isinstance(entry, Reason):
            members = map.links.members.get(above, ())
            if not members:
                raise EditRefused(f"{map.outline.label(above)} has no statement that this could be a reason for")
            target = members[-1]
        no_cycle(map, place.id, target)
        draft.change(place.id, target=target)
        return draft.done("in", _moved(map, place.id, target), Place(place.id, target))
    no_cycle(map, place.id, above)
    reason = inference_id(map, "because", place.id)
    draft.add(reason, Reason(target=above), after=behind_reasons(map, above))
    stand(draft, place, reason)
    leave_main(draft, place.id)
    return draft.done("in", _moved(map, place.id, above), Place(place.id, reason))


def move_out(map: ArgumentMap, place: Place) -> Edited:
    """Out of this inference, to stand beside what it supports; from under a root to the top."""
    _movable(map, place)
    entry = map.entries[place.id]
    if isinstance(entry, Inference):
        return _inference_out(map, place, entry)
    inference = inference_of(map, place)
    bearing = map.inference(inference)
    if inference is None or bearing is None:
        raise EditRefused("this stands at the top already")
    target = bearing.target
    if isinstance(bearing, Objection) and map.links.members[inference] == (place.id,):
        return _inference_out(map, Place(inference, target), bearing)
    outer = target if map.inference(target) else home(map, target).parent if target in map.entries else None
    draft = Draft(map)
    if outer is None or map.inference(outer) is None:
        stand(draft, place, None)
        return draft.done("out", f"moved {map.outline.label(place.id)} out of its reason", Place(place.id, None))
    stand(draft, place, outer)
    members = map.links.members.get(outer, ())
    if target in members:
        after = members.index(target) + 1
        settle(draft, place.id, outer, before=members[after] if after < len(members) else None)
    else:
        settle(draft, place.id, outer)
    return draft.done("out", _moved(map, place.id, outer), Place(place.id, outer))


def _inference_out(map: ArgumentMap, place: Place, entry: Inference) -> Edited:
    draft = Draft(map)
    target = entry.target
    if map.inference(target):
        outer: str | None = map.inference(target).target  # type: ignore[union-attr]
    else:
        inference = home(map, target).parent if target in map.entries else None
        outer = map.inference(inference).target if map.inference(inference) else None  # type: ignore[union-attr]
    if outer is None or outer not in map.entries:
        raise EditRefused("this bears on a main conclusion already")
    if isinstance(entry, Reason) and map.sentence(outer) is None:
        raise EditRefused("a reason supports a statement; what stands further out is an inference")
    draft.change(place.id, target=outer)
    return draft.done("out", _moved(map, place.id, outer), Place(place.id, outer))


def _step(map: ArgumentMap, place: Place, step: int) -> Edited:
    among = _movable(map, place)
    at = among.index(place.id)
    if 0 <= at + step < len(among):
        draft = Draft(map)
        beyond = at + 2 if step > 0 else at - 1
        if beyond < len(among):
            draft.shift([place.id], before=among[beyond])
        else:
            draft.shift([place.id], after=last_of(map, among[-1]))
        return draft.done("up" if step < 0 else "down", f"moved {map.outline.label(place.id)}", place)
    return _across(map, place, step)


def _across(map: ArgumentMap, place: Place, step: int) -> Edited:
    inference = inference_of(map, place)
    entry = map.inference(inference)
    way = "above" if step < 0 else "below"
    if inference is None or entry is None:
        loose = place.id in map.entries and place.id not in map.outline.roots
        advice = ": this is loose; move it in to make it a reason, or cut it and paste it" if loose else ""
        raise EditRefused(f"nothing stands {way} this{advice}")
    among = [i for i in siblings(map, Place(inference, entry.target)) if type(map.entries[i]) is type(entry)]
    at = among.index(inference) + step
    if not 0 <= at < len(among):
        kind = "objection" if isinstance(entry, Objection) else "reason"
        raise EditRefused(f"there is no {kind} {way} this one to move into")
    into = among[at]
    draft = Draft(map)
    stand(draft, place, into)
    members = map.links.members.get(into, ())
    settle(draft, place.id, into, before=members[0] if step > 0 and members else None)
    return draft.done("up" if step < 0 else "down", _moved(map, place.id, into), Place(place.id, into))


def stand(draft: Draft, place: Place, inference: str | None, *, also: bool = False) -> None:
    """Let a sentence stand in another inference instead of (or `also`) the one it stands in here.

    An inference that loses its last member goes, unless somebody objects to it: then refuse.
    """
    map = draft.map
    sentence = sentence_at(map, place)
    if inference is not None and inference in sentence.stands_in:
        raise EditRefused(f"{map.outline.label(place.id)} stands in {map.outline.label(inference)} already")
    here = inference_of(map, place)
    if also or here is None:
        draft.change(place.id, stands_in=(*sentence.stands_in, *([inference] if inference else [])))
        return
    new = tuple(inference if i == here else i for i in sentence.stands_in)
    draft.change(place.id, stands_in=tuple(i for i in new if i is not None))
    if map.links.members.get(here) == (place.id,):
        if map.links.inferences.get(here):
            label = map.outline.label(here)
            raise EditRefused(f"{label} would be left empty, and somebody objects to it: move the objection first")
        draft.remove(here)
        target = map.inference(here).target  # type: ignore[union-attr]
        if target in map.outline.mains and map.links.inferences[target] == (here,) and not map.main:
            draft.set_main(main for main in map.outline.mains if main != place.id)


def settle(draft: Draft, id: str, inference: str, *, before: str | None = None) -> None:
    """Let a member's table stand where the author wants it among its new siblings.

    In front of the sibling `before`, or last; the table stays where it is if that is so already.
    """
    map = draft.map
    position = map.links.position
    among = [m for m in map.links.members.get(inference, ()) if m != id]
    if not among:
        return
    at = among.index(before) if before is not None else len(among)
    after_previous = at == 0 or position[id] > position[among[at - 1]]
    ahead_of_next = at == len(among) or position[id] < position[among[at]]
    if after_previous and ahead_of_next:
        return
    if before is not None:
        draft.shift([id], before=before)
        return
    draft.shift([id], after=behind_sibling(map, among[-1], tuple(among)))


def _movable(map: ArgumentMap, place: Place) -> tuple[str, ...]:
    if place.id not in map.entries:
        raise EditRefused(f'there is nothing called "{place.id}" in this map')
    if place.parent is not None and map.sentence(place.id) and map.sentence(place.parent):
        raise EditRefused("the parts of a conditional are changed by editing it (F2 on its row)")
    among = siblings(map, place)
    if place.id not in among:
        raise EditRefused("this can't be moved from here")
    return among


def no_cycle(map: ArgumentMap, moving: str, target: str) -> None:
    """Refuse a move by which something would come to stand, however deep, under itself."""
    if supports(map, target, moving):
        raise EditRefused(f"{map.outline.label(moving)} would come to support itself")


def leave_main(draft: Draft, id: str) -> None:
    """Take a statement that moved under another out of the named main conclusions."""
    if id in draft.map.main:
        draft.set_main(main for main in draft.map.main if main != id)


def _moved(map: ArgumentMap, id: str, where: str) -> str:
    entry = map.entries[where]
    preposition = "under" if isinstance(entry, Sentence) else "to"
    return f"moved {map.outline.label(id)} {preposition} {map.outline.label(where)}"
