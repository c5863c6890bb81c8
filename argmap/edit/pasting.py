"""Cutting, copying and pasting within a map.

Cutting only marks: nothing leaves the map before it is pasted. A copied statement that is pasted is
the same statement standing in a second place, a shared premise.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from argmap.edit.change import Edited, EditRefused, Place
from argmap.edit.draft import Draft
from argmap.edit.ids import inference_id
from argmap.edit.moving import leave_main, no_cycle, settle, stand
from argmap.edit.places import (
    behind_reasons,
    behind_sibling,
    inference_of,
    last_of,
    sentence_at,
    siblings,
)
from argmap.edit.several import joined
from argmap.model import ArgumentMap, Inference, Objection, Reason


class Clip(NamedTuple):
    """What was cut or copied: the place it stands at, and which of the two."""

    place: Place
    cut: bool


def paste_reason(map: ArgumentMap, clip: Clip, place: Place) -> Edited:
    """Paste as a new reason for this; on a reason or objection, as its last member.

    A reason or objection is pasted to bear on this, and so is an objection whose only statement was
    cut: it stays an objection.
    """
    _still_there(map, clip)
    target = place.id
    entry = map.entries[clip.place.id]
    if isinstance(entry, Inference):
        return _paste_inference(map, clip, entry, target)
    if map.inference(target) is not None:
        return _paste_member(map, clip, target, None)
    sentence_at(map, place)
    parent = clip.place.parent or ""
    objection = map.inference(parent)
    if clip.cut and isinstance(objection, Objection) and map.links.members.get(parent) == (clip.place.id,):
        return _paste_inference(map, Clip(Place(parent, objection.target), True), objection, target)
    no_cycle(map, clip.place.id, target)
    draft = Draft(map)
    reason = inference_id(map, "because", clip.place.id)
    draft.add(reason, Reason(target=target), after=behind_reasons(map, target))
    stand(draft, _source(map, clip), reason, also=not clip.cut)
    leave_main(draft, clip.place.id)
    return draft.done("paste", _pasted(map, clip, target), Place(clip.place.id, reason))


def paste_beside(map: ArgumentMap, clip: Clip, place: Place) -> Edited:
    """Paste beside this, as its next sibling; at the top, as a root or a loose statement."""
    _still_there(map, clip)
    entry = map.entries[clip.place.id]
    if isinstance(entry, Inference):
        if map.inference(place.id) is None:
            raise EditRefused("a reason is pasted onto a statement (v), or beside another reason")
        return _paste_inference(map, clip, entry, map.inference(place.id).target)  # type: ignore[union-attr]
    if map.inference(place.id) is not None:
        return _paste_member(map, clip, place.id, None)
    inference = inference_of(map, place)
    if inference is not None:
        members = map.links.members[inference]
        at = members.index(place.id) + 1
        return _paste_member(map, clip, inference, members[at] if at < len(members) else None)
    if place.parent is not None:
        raise EditRefused("edit the conditional (F2 on its row) to add to its IF or THEN")
    if not clip.cut:
        raise EditRefused("this stands at the top: a copy there would stand nowhere; paste it as a reason (v)")
    if clip.place.id == place.id:
        raise EditRefused("this stands there already")
    draft = Draft(map)
    stand(draft, _source(map, clip), None)
    draft.shift([clip.place.id], after=behind_sibling(map, place.id, siblings(map, place)))
    if place.id in map.outline.roots:
        mains = [main for main in map.outline.mains if main != clip.place.id]
        at = mains.index(place.id) + 1 if place.id in mains else len(mains)
        draft.set_main([*mains[:at], clip.place.id, *mains[at:]])
    return draft.done("paste", _pasted(map, clip, place.id, "beside"), Place(clip.place.id, None))


def paste_linked(map: ArgumentMap, clips: Sequence[Clip], place: Place) -> Edited:
    """Paste statements that stood in one inference together: as one new reason for this, linked as they were."""
    first, *rest = clips
    edits = [paste_reason(map, first, place)]
    focus = edits[0][1].focus
    assert focus is not None
    reason = focus.parent if map.inference(place.id) is None else place.id
    for clip in rest:
        edits.append(_paste_member(edits[-1][0], clip, reason or "", None))
    verb = "moved" if first.cut else "copied"
    what = f"{len(clips)} statements to {map.outline.label(place.id)}"
    now, change = joined(edits, f"{verb} {what} as one reason" if map.inference(place.id) is None else f"{verb} {what}")
    went = tuple(Place(clip.place.id, reason) for clip in clips)
    return now, replace(change, focus=focus, went=went)


def linked(map: ArgumentMap, places: Sequence[Place]) -> bool:
    """Whether several places are statements that stand in one and the same inference."""
    parents = {place.parent for place in places}
    return (
        len(places) > 1
        and len(parents) == 1
        and map.inference(next(iter(parents))) is not None
        and all(map.sentence(place.id) is not None for place in places)
    )


def _paste_member(map: ArgumentMap, clip: Clip, inference: str, before: str | None) -> Edited:
    id = clip.place.id
    source = _source(map, clip)
    target = map.inference(inference).target  # type: ignore[union-attr]
    draft = Draft(map)
    if clip.cut and source.parent == inference:
        if before == id:
            raise EditRefused("this stands there already")
        draft.touched.add(id)
    else:
        no_cycle(map, id, inference)
        no_cycle(map, id, target)
        stand(draft, source, inference, also=not clip.cut)
    if clip.cut:
        settle(draft, id, inference, before=before)
    leave_main(draft, clip.place.id)
    return draft.done("paste", _pasted(map, clip, inference), Place(id, inference))


def _paste_inference(map: ArgumentMap, clip: Clip, entry: Inference, target: str) -> Edited:
    id = clip.place.id
    if isinstance(entry, Reason) and map.sentence(target) is None:
        raise EditRefused("a reason supports a statement; choose one")
    if target not in map.entries:
        raise EditRefused("choose a statement, a reason or an objection to paste this onto")
    no_cycle(map, id, target)
    if entry.target == target:
        raise EditRefused(f"{map.outline.label(id)} bears on {map.outline.label(target)} already")
    draft = Draft(map)
    if clip.cut:
        draft.change(id, target=target)
        return draft.done("paste", _pasted(map, clip, target), Place(id, target))
    members = map.links.members.get(id, ())
    if not members:
        raise EditRefused("an empty reason can't be copied")
    kind, prefix = (Objection, "but") if isinstance(entry, Objection) else (Reason, "because")
    copy = inference_id(map, prefix, members[0])
    after = behind_reasons(map, target) if kind is Reason else last_of(map, target)
    draft.add(copy, kind(target=target), after=after)
    for member in members:
        sentence = sentence_at(map, Place(member, None))
        draft.change(member, stands_in=(*sentence.stands_in, copy))
    return draft.done("paste", _pasted(map, clip, target), Place(copy, target))


def _still_there(map: ArgumentMap, clip: Clip) -> None:
    if clip.place.id not in map.entries:
        raise EditRefused("what was cut or copied is no longer in the map")


def _source(map: ArgumentMap, clip: Clip) -> Place:
    """The clip's place as it is now; a place it has left since counts as standing nowhere."""
    sentence = sentence_at(map, clip.place)
    if clip.cut and map.sentence(clip.place.parent or "") is not None and sentence.stands_in:
        raise EditRefused(
            f"{map.outline.label(clip.place.id)} is only mentioned here: cut it where it stands, or copy it"
        )
    parent = clip.place.parent if clip.place.parent in sentence.stands_in else None
    return Place(clip.place.id, parent)


def _pasted(map: ArgumentMap, clip: Clip, where: str, how: str = "to") -> str:
    verb = "moved" if clip.cut else "copied"
    return f"{verb} {map.outline.label(clip.place.id)} {how} {map.outline.label(where)}"
