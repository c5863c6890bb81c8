"""Supplying the premise that a step lacks: put in as the reader's own."""

from argmap.edit.change import Edited, EditRefused, Place
from argmap.edit.draft import Draft
from argmap.edit.ids import conditional_id, new_id
from argmap.edit.places import last_in_inference, supports
from argmap.logic.missing import Implication, Missing
from argmap.logic.words import told_missing
from argmap.model import ArgumentMap, Conditional, Inference, Statement
from argmap.model.formula import Atom, atoms


def supply(map: ArgumentMap, inference: str, missing: Missing) -> Edited:
    """Put a missing premise into a reason or objection.

    What the map says already is put there, too; else a new statement or conditional is added, marked as implicit.
    Refuses what would make something support itself.
    """
    entry = map.entries.get(inference)
    if not isinstance(entry, Inference):
        raise EditRefused("choose the reason or objection that lacks a premise")
    draft = Draft(map)
    label = map.outline.label(inference)
    if (own := _said_by(map, missing)) is not None:
        return _share(draft, inference, own, label)
    after = last_in_inference(map, inference)
    if isinstance(missing, Implication):
        id = conditional_id(map, atoms(missing.antecedent)[0], atoms(missing.consequent)[0])
        added: Conditional | Statement = Conditional(
            antecedent=missing.antecedent, consequent=missing.consequent, stands_in=(inference,), implicit=True
        )
    else:
        text = told_missing(map, missing)
        id = new_id(map, text)
        added = Statement(text=text, means=missing, stands_in=(inference,), implicit=True)
    draft.add(id, added, after=after)
    return draft.done("supply", f"supplied a premise of {label}", Place(id, inference))


def _said_by(map: ArgumentMap, missing: Missing) -> str | None:
    """The sentence of the map that says just that, if any."""
    if isinstance(missing, Atom):
        return missing.id
    for id, entry in map.sentences():
        if isinstance(missing, Implication):
            if isinstance(entry, Conditional) and (entry.antecedent, entry.consequent, entry.qualifier) == (
                missing.antecedent,
                missing.consequent,
                None,
            ):
                return id
        elif isinstance(entry, Statement) and entry.means == missing:
            return id
    return None


def _share(draft: Draft, inference: str, id: str, label: str) -> Edited:
    map = draft.map
    entry = map.sentence(id)
    if entry is None:
        raise EditRefused(f'there is no statement "{id}" in this map')
    if inference in entry.stands_in:
        raise EditRefused(f"{map.outline.label(id)} stands in {label} already")
    if supports(map, inference, id):
        raise EditRefused(f"{map.outline.label(id)} can't be a premise of {label}: it would support itself")
    mentioned_only = map.outline.roles.get(id) in ("proposition", "loose")
    implicit = entry.implicit or (mentioned_only and not entry.anchor)
    draft.change(id, stands_in=(*entry.stands_in, inference), implicit=implicit)
    own = map.outline.label(id)
    told = f"made {own} a premise of {label}" if mentioned_only else f"put {own} into {label}, too"
    return draft.done("supply", told, Place(id, inference))
