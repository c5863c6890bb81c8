"""Adding statements: beside, because, but, undercut, therefore."""

from argmap.edit.change import Edited, EditRefused, Place
from argmap.edit.draft import Draft
from argmap.edit.ids import inference_id, new_id
from argmap.edit.places import (
    behind_reasons,
    behind_sibling,
    inference_of,
    last_in_inference,
    last_of,
    sentence_at,
    siblings,
)
from argmap.model import ArgumentMap, Inference, Objection, Reason, Statement


def beside(map: ArgumentMap, place: Place | None, text: str) -> Edited:
    """A co-premise in the same reason; on a root a new main conclusion; in an empty map the first.

    On a reason or objection it adds a member to it; on a loose statement another loose one.
    """
    draft = Draft(map)
    text = worded(text)
    id = new_id(map, text)
    if place is None or place.id not in map.entries:
        draft.add(id, Statement(text=text))
        return draft.done("beside", "added a statement", Place(id, None))
    inference = place.id if map.inference(place.id) else inference_of(map, place)
    if inference is not None:
        on_row = inference == place.id
        after = (
            last_in_inference(map, inference) if on_row else behind_sibling(map, place.id, map.links.members[inference])
        )
        draft.add(id, Statement(text=text, stands_in=(inference,)), after=after)
        what = "a co-premise in" if isinstance(map.entries[inference], Reason) else "a statement in"
        return draft.done("beside", f"added {what} {map.outline.label(inference)}", Place(id, inference))
    if place.parent is not None:
        raise EditRefused("edit the conditional (F2 on its row) to add to its IF or THEN")
    draft.add(id, Statement(text=text), after=behind_sibling(map, place.id, siblings(map, place)))
    if place.id not in map.outline.roots:
        return draft.done("beside", "added a loose statement", Place(id, None))
    mains = list(map.outline.mains)
    at = mains.index(place.id) + 1 if place.id in mains else len(mains)
    draft.set_main([*mains[:at], id, *mains[at:]])
    return draft.done("beside", "added a main conclusion", Place(id, None))


def because(map: ArgumentMap, place: Place, text: str) -> Edited:
    """A new reason for a statement, with its first premise; on a reason, another for the same."""
    target = place.id
    entry = map.entries.get(target)
    if isinstance(entry, Objection):
        raise EditRefused("choose the objection's statement to give a reason for it, or press Enter to add to it")
    if isinstance(entry, Reason):
        target = entry.target
    sentence_at(map, Place(target, None))
    return _inference(map, target, text, Reason)


def but(map: ArgumentMap, place: Place, text: str) -> Edited:
    """A new objection to a statement, a reason (an undercut) or another objection."""
    if map.sentence(place.id) is None and map.inference(place.id) is None:
        raise EditRefused("choose a statement, a reason or an objection to object to")
    return _inference(map, place.id, text, Objection)


def undercut(map: ArgumentMap, place: Place, text: str) -> Edited:
    """A new objection to the inference that a statement stands in."""
    inference = place.id if map.inference(place.id) else inference_of(map, place)
    if inference is None:
        raise EditRefused("this stands in no reason that could be objected to; b objects to the statement itself")
    return _inference(map, inference, text, Objection)


def _inference(map: ArgumentMap, target: str, text: str, kind: type[Reason] | type[Objection]) -> Edited:
    draft = Draft(map)
    text = worded(text)
    member = new_id(map, text)
    prefix, after = ("because", behind_reasons(map, target)) if kind is Reason else ("but", last_of(map, target))
    id = inference_id(map, prefix, member, {member})
    draft.add(id, kind(target=target), after=after)
    draft.add(member, Statement(text=text, stands_in=(id,)), after=id)
    what = "a reason for" if kind is Reason else "an objection to"
    return draft.done(prefix, f"added {what} {map.outline.label(target)}", Place(member, id))


def therefore(map: ArgumentMap, place: Place, text: str) -> Edited:
    """A conclusion between this and what it supports; on a root or a loose statement, above it.

    On a reason, the whole reason comes to support the new conclusion.
    """
    draft = Draft(map)
    text = worded(text)
    id = new_id(map, text)
    entry = map.entries.get(place.id)
    if isinstance(entry, Objection):
        raise EditRefused("choose a statement or a reason to draw a conclusion from")
    if isinstance(entry, Inference):
        above = inference_id(map, "because", id, {id})
        draft.add(id, Statement(text=text, stands_in=(above,)), before=place.id)
        draft.add(above, Reason(target=entry.target), before=id)
        draft.change(place.id, target=id)
        return draft.done("therefore", f"drew a conclusion from {map.outline.label(place.id)}", Place(id, above))
    sentence = sentence_at(map, place)
    inference = inference_of(map, place)
    if inference is None and place.parent is not None:
        raise EditRefused("a proposition is not asserted here, so nothing follows from it")
    reason = inference_id(map, "because", place.id, {id})
    draft.add(id, Statement(text=text, stands_in=(inference,) if inference else ()), before=place.id)
    draft.add(reason, Reason(target=id), after=id)
    if inference is None:
        draft.change(place.id, stands_in=(*sentence.stands_in, reason))
    else:
        draft.change(place.id, stands_in=tuple(reason if i == inference else i for i in sentence.stands_in))
    if place.id in map.main:
        draft.set_main(id if main == place.id else main for main in map.main)
    return draft.done("therefore", f"drew a conclusion from {map.outline.label(place.id)}", Place(id, inference))


def worded(text: str) -> str:
    """A text as one line; refuses an empty one."""
    line = " ".join(text.split())
    if not line:
        raise EditRefused("a statement needs a sentence")
    return line
