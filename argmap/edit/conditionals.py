"""If-then: conditionals over statements and new propositions."""

from collections.abc import Mapping

from argmap.edit.adding import worded
from argmap.edit.change import Edited, EditRefused, Place
from argmap.edit.deleting import drop_orphans
from argmap.edit.draft import Draft
from argmap.edit.ids import conditional_id, inference_id, is_id
from argmap.edit.places import (
    behind_reasons,
    inference_of,
    last_in_inference,
    last_of,
    mentions_itself,
    require_sentences,
    sentence_at,
)
from argmap.model import ArgumentMap, Conditional, Reason, Statement
from argmap.model.formula import Formula, atoms
from argmap.model.links import mentioned_by


def if_then(
    map: ArgumentMap,
    place: Place | None,
    antecedent: Formula,
    consequent: Formula,
    propositions: Mapping[str, str],
    *,
    apart: bool = False,
) -> Edited:
    """A conditional in this reason; on a conclusion in its last reason (with `apart` never), or in a new one.

    `propositions` maps the ids of propositions that aren't in the map yet to their sentences. In an
    empty map or the tray the conditional is loose.
    """
    draft = Draft(map)
    _known(map, antecedent, consequent, propositions)
    first = atoms(antecedent)[0], atoms(consequent)[0]
    id = conditional_id(map, *first, taken=propositions)
    inference = _inference_for(map, place, apart)
    after: str | None = None
    if inference is not None:
        after = last_in_inference(map, inference)
    elif place is not None and (place.id in map.outline.roots or place.id in map.links.inferences):
        inference = inference_id(map, "because", id, {id, *propositions})
        after = behind_reasons(map, place.id)
        draft.add(inference, Reason(target=place.id), after=after)
        after = inference
    elif place is not None and place.id in map.entries:
        after = last_of(map, place.id)
    conditional = Conditional(antecedent=antecedent, consequent=consequent, stands_in=(inference,) if inference else ())
    draft.add(id, conditional, after=after)
    _add_propositions(draft, propositions, id)
    where = f" to {map.outline.label(inference)}" if inference and inference in map.entries else ""
    return draft.done("if-then", f"added a conditional{where}", Place(id, inference))


def change_if_then(
    map: ArgumentMap, id: str, antecedent: Formula, consequent: Formula, propositions: Mapping[str, str]
) -> Edited:
    """Other formulas for a conditional; propositions nobody mentions any more go."""
    entry = map.entries.get(id)
    if not isinstance(entry, Conditional):
        raise EditRefused("choose a conditional")
    _known(map, antecedent, consequent, propositions)
    draft = Draft(map)
    fields: dict[str, object] = {"antecedent": antecedent, "consequent": consequent}
    if antecedent != entry.antecedent:
        fields["if_text"] = None
    if consequent != entry.consequent:
        fields["then_text"] = None
    draft.change(id, **fields)
    if mentions_itself(draft.entries, id):
        raise EditRefused(f"{map.outline.label(id)} would mention itself")
    _add_propositions(draft, propositions, id)
    drop_orphans(draft, mentioned_by(entry))
    parent = next((i for i in entry.stands_in if map.inference(i)), None)
    return draft.done("if-then", f"changed {map.outline.label(id)}", Place(id, parent))


def _inference_for(map: ArgumentMap, place: Place | None, apart: bool) -> str | None:
    if place is None or place.id not in map.entries:
        return None
    if map.inference(place.id) is not None:
        return place.id
    sentence_at(map, place)
    reasons = [i for i in map.links.inferences.get(place.id, ()) if isinstance(map.entries[i], Reason)]
    if reasons:
        return None if apart else reasons[-1]
    if place.parent is not None and map.sentence(place.parent) is not None:
        raise EditRefused("choose the reason or statement that the new conditional is to stand beside")
    return inference_of(map, place)


def _known(map: ArgumentMap, one: Formula, other: Formula, propositions: Mapping[str, str]) -> None:
    for written in (one, other):
        require_sentences(map, written, propositions)
    for id in propositions:
        if id in map.entries or not is_id(id):
            raise EditRefused(f'"{id}" can\'t be the id of a new proposition')


def _add_propositions(draft: Draft, propositions: Mapping[str, str], after: str) -> None:
    for id, text in propositions.items():
        draft.add(id, Statement(text=worded(text)), after=after)
        after = id
