"""One edit made at several places, as one step of the history."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from argmap.edit.change import Change, Edited, EditRefused, Place
from argmap.edit.moving import move_down, move_out
from argmap.edit.places import stands_at
from argmap.model import ArgumentMap, Objection, Reason

Verb: TypeAlias = Callable[[ArgumentMap, Place], Edited]
"""An edit at a place."""

_BACKWARDS: frozenset[Verb] = frozenset({move_down, move_out})


def several(map: ArgumentMap, places: Iterable[Place], verb: Verb, *, backwards: bool = False) -> Edited:
    """One edit that is made at each of the places, in the order of the outline.

    Moves down and out go from the last to the first, so that rows keep their order; `backwards` asks
    that of other verbs. What stands under another of the places goes with it, and so does what an
    edit before has taken along. Refuses everything when one place is refused.
    """
    chosen = outermost(map, places)
    if not chosen:
        raise EditRefused("nothing is selected")
    if len(chosen) == 1:
        now, change = verb(map, chosen[0])
        return now, replace(change, went=_went(now, [_follow(change, chosen[0])]))
    edits: list[Edited] = []
    now, went = map, []
    for place in reversed(chosen) if backwards or verb in _BACKWARDS else chosen:
        if edits and not stands_at(now, place):
            continue
        try:
            edits.append(verb(now, place))
        except EditRefused as refusal:
            raise EditRefused(f"{map.outline.label(place.id)}: {refusal}; nothing is changed") from None
        now, change = edits[-1]
        went.append(_follow(change, place))
    done = "deleted" if change.verb == "delete" else change.summary.partition(" ")[0]
    now, change = joined(edits, f"{done} {_counted(map, chosen)}")
    return now, replace(change, went=_went(now, went))


def _follow(change: Change, place: Place) -> Place:
    return change.focus if change.focus is not None and change.focus.id == place.id else place


def _went(map: ArgumentMap, places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(place for place in places if place.id in map.entries and stands_at(map, place))


def also(edited: Edited, further: Edited) -> Edited:
    """An edit and a further one made upon it, as one step that is told like the first."""
    map, change = further
    return map, replace(edited[1], touched=edited[1].touched | change.touched)


def joined(edits: list[Edited], summary: str | None = None) -> Edited:
    """Edits made one after the other, as one with the last one's summary or another; the last one only may rename."""
    map, change = edits[-1]
    touched = frozenset().union(*(c.touched for _, c in edits))
    return map, replace(change, touched=touched, summary=change.summary if summary is None else summary)


def outermost(map: ArgumentMap, places: Iterable[Place]) -> list[Place]:
    """The places in the order of the outline, each once, without those that stand under another of them."""
    wanted = set(places)
    if len(wanted) == 1:
        return [place for place in wanted if place.id in map.entries and stands_at(map, place)]
    heads = map.outline.rows_among({place.id for place in wanted})
    rows = map.outline.rows + map.outline.tray
    found: dict[Place, None] = {}
    end = 0
    for at in heads:
        if at >= end and (place := Place.of(rows[at])) in wanted:
            found[place] = None
            end = map.outline.end_of(at)
    return list(found)


def _counted(map: ArgumentMap, places: list[Place]) -> str:
    kinds = {type(entry) if isinstance(entry := map.entries.get(p.id), Reason | Objection) else None for p in places}
    word = {Reason: "reasons", Objection: "objections", None: "statements"}[kinds.pop()] if len(kinds) == 1 else "rows"
    return f"{len(places)} {word}"
