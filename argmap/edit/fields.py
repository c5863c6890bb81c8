"""Rewording, setting fields, renaming."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from argmap.edit.adding import worded
from argmap.edit.change import Edited, EditRefused
from argmap.edit.deleting import drop_orphans
from argmap.edit.draft import Draft
from argmap.edit.ids import is_id
from argmap.edit.mentions import renamed_mentions
from argmap.edit.places import home, mentions_itself, require_sentences
from argmap.model import ArgumentMap, Conditional, Entry, Statement
from argmap.model.links import mentioned_by

_STRUCTURE = {"stands_in", "target", "antecedent", "consequent"}


def reword(map: ArgumentMap, id: str, text: str) -> Edited:
    """Another sentence for a statement, or for a conditional (empty: composed again)."""
    entry = map.entries.get(id)
    if not isinstance(entry, Statement | Conditional):
        raise EditRefused("only statements and conditionals have a text to edit")
    line: str | None = " ".join(text.split())
    if isinstance(entry, Statement):
        line = worded(text)
    draft = Draft(map)
    if (line or None) != entry.text:
        draft.change(id, text=line or None)
    return draft.done("reword", f"reworded {map.outline.label(id)}", home(map, id))


def set_fields(map: ArgumentMap, id: str, fields: Mapping[str, Any]) -> Edited:
    """Set fields of an entry by their model names; None or an empty value takes one out.

    `means` may be given as text. Refuses unknown fields, values of the wrong sort, and fields that
    say where something stands (those are moves).
    """
    entry = map.entries.get(id)
    if entry is None:
        raise EditRefused(f'there is nothing called "{id}" in this map')
    model = type(entry)
    for name in fields:
        if name not in model.model_fields or name in _STRUCTURE:
            raise EditRefused(f"{entry.kind} has no field {name} that can be set here")
    if isinstance(entry, Statement) and "text" in fields:
        fields = {**fields, "text": worded(str(fields["text"] or ""))}
    values = {name: getattr(entry, name) for name in model.model_fields}
    values |= {n: _or_default(model, n, value) for n, value in fields.items()}
    try:
        new = model.model_validate(values)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        where = detail["loc"][0] if detail["loc"] else "value"
        raise EditRefused(f"{where}: {detail['msg'].removeprefix('Value error, ')}") from None
    draft = Draft(map)
    changed = {name: getattr(new, name) for name in fields if getattr(new, name) != getattr(entry, name)}
    if changed.get("means") is not None:
        require_sentences(map, changed["means"])
    if changed:
        draft.change(id, **changed)
        if mentions_itself(draft.entries, id):
            raise EditRefused(f"{map.outline.label(id)} would mention itself")
        drop_orphans(draft, set(mentioned_by(entry)) - set(mentioned_by(new)))
    return draft.done("fields", f"changed {map.outline.label(id)}", home(map, id))


def _or_default(model: type[Entry], name: str, value: Any) -> Any:
    if value is None or value == "" or value == ():
        return model.model_fields[name].get_default() if not model.model_fields[name].is_required() else value
    return value


def rename(map: ArgumentMap, old: str, new: str) -> Edited:
    """Another id for an entry; every mention of it is rewritten."""
    if old not in map.entries:
        raise EditRefused(f'there is nothing called "{old}" in this map')
    if not is_id(new):
        raise EditRefused(f'"{new}" can\'t be an id: use letters, digits and hyphens; and, or, not are taken')
    if new == old:
        return Draft(map).done("rename", "the id stays", home(map, old))
    if new in map.entries:
        raise EditRefused(f'the id "{new}" is taken already')
    draft = Draft(map)
    for id, entry in map.entries.items():
        if fields := renamed_mentions(entry, lambda id: new if id == old else id):
            draft.change(id, **fields)
    draft.entries = {new if id == old else id: entry for id, entry in draft.entries.items()}
    draft.touched |= {old, new}
    if old in map.main:
        draft.set_main(new if id == old else id for id in map.main)
    focus = home(map, old)._replace(id=new)
    return draft.done("rename", f"renamed {old} to {new}", focus, (old, new))


def set_title(map: ArgumentMap, title: str) -> Edited:
    """Another title for the map."""
    draft = Draft(map)
    draft.root["title"] = " ".join(title.split())
    return draft.done("title", "changed the title", None)


def set_main(map: ArgumentMap, main: Iterable[str]) -> Edited:
    """Other main conclusions; with none named, the roots are."""
    draft = Draft(map)
    draft.set_main(main)
    return draft.done("main", "changed the main conclusions", None)
