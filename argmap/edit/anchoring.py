"""Anchoring: pointing statements to passages, and naming the sources they stand in."""

from collections.abc import Mapping, Sequence

from argmap.edit.change import Edited, EditRefused
from argmap.edit.draft import Draft
from argmap.edit.ids import new_id
from argmap.edit.places import home
from argmap.edit.several import also
from argmap.model import Anchor, ArgumentMap, Scenario, Sentence, Source


def anchor(map: ArgumentMap, id: str, anchor: Anchor) -> Edited:
    """Let a statement or conditional point to one more passage; refuses where it does so already."""
    sentence = map.sentence(id)
    if sentence is None:
        raise EditRefused("only statements and conditionals point to a passage: choose one of them")
    if anchor in sentence.anchor:
        raise EditRefused(f"{map.outline.label(id)} points to this passage already")
    words = f"“{anchor.head}{' …' if anchor.tail else ''}” (¶{anchor.para})"
    summary = f"anchored {map.outline.label(id)} to {words}"
    return _anchored(map, {id: (*sentence.anchor, anchor)}, "anchor", summary)


def reanchor(map: ArgumentMap, anchors: Mapping[str, Sequence[Anchor]], summary: str | None = None) -> Edited:
    """Let entries point to other passages than before; `anchors` holds all that each is to have.

    `summary` says so to people; without it, whose anchors are mended.
    """
    unknown = next((id for id in anchors if not isinstance(map.entries.get(id), Sentence | Source | Scenario)), None)
    if unknown is not None:
        raise EditRefused(f'there is nothing called "{unknown}" in this map that could be anchored')
    named = [map.outline.label(id) for id in anchors]
    whose = named[0] if len(named) == 1 else f"{len(named)} statements"
    return _anchored(map, anchors, "reanchor", summary or f"mended the anchors of {whose}")


def also_anchored(edited: Edited, id: str, anchor: Anchor) -> Edited:
    """An edit that made or changed a sentence, and lets it point to a passage at the same step."""
    sentence = edited[0].sentence(id)
    kept = sentence.anchor if sentence is not None else ()
    return also(edited, _anchored(edited[0], {id: (*kept, anchor)}, "anchor", edited[1].summary))


def add_source(map: ArgumentMap, source: Source) -> tuple[Edited, str]:
    """Name another source, in front of all statements and behind other sources; also gives its id."""
    id = new_id(map, source.title or source.file or "source")
    draft = Draft(map)
    if map.sources:
        draft.add(id, source, after=map.sources[-1])
    else:
        draft.add(id, source, before=next(iter(map.entries), None))
    return draft.done("source", f"added the source {source.title or id}", None), id


def _anchored(map: ArgumentMap, anchors: Mapping[str, Sequence[Anchor]], verb: str, summary: str) -> Edited:
    draft = Draft(map)
    for id, now in anchors.items():
        if tuple(now) != map.entries[id].anchor:  # type: ignore[attr-defined]
            draft.change(id, anchor=tuple(now))
    only = next(iter(anchors)) if len(anchors) == 1 else None
    focus = home(map, only) if only is not None and map.sentence(only) is not None else None
    return draft.done(verb, summary, focus)
