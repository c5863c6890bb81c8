"""What argmap keeps beside a node, or beside the whole graph, of what AIF has no place for."""

import datetime
from collections.abc import Mapping
from typing import Any

from argmap.model import KINDS, Entry, Source

PLACED = frozenset({"id", "kind", "written", "in", "drawn", "for", "against"})
"""The keys beside a node that say what it is and where it stands; all others are fields of its entry."""
ROOT = ("title", "main", "tags", "note", "ignore")
"""The fields of a map that are kept beside the whole graph."""


def fields_of(entry: Entry, *left: str) -> dict[str, Any]:
    """The fields of an entry that differ from their defaults, as JSON has them; `left` names those to leave out."""
    fields = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(left))
    if isinstance(entry, Source) and isinstance(entry.date, datetime.date):
        fields["day"] = fields.pop("date")
    return fields


def kind_of(own: Mapping[str, Any] | None, among: type[Entry]) -> type[Entry] | None:
    """The model of the kind that was written, if it is one of the models `among` which a node may stand for."""
    kind = own.get("kind") if own is not None else None
    model = KINDS.get(kind) if isinstance(kind, str) else None  # type: ignore[call-overload]
    return model if model is not None and issubclass(model, among) else None


def entry_of(model: type[Entry], own: Mapping[str, Any], **fixed: Any) -> tuple[Entry, list[str]]:
    """An entry with the fields that were written, and with the `fixed` ones; and the keys it has no field for.

    Raises pydantic's ValidationError where a field doesn't hold what it should.
    """
    names = {field.alias or name for name, field in model.model_fields.items()} - PLACED
    fields = {name: value for name, value in own.items() if name in names}
    other = [name for name in own if name not in names | PLACED]
    if model is Source and isinstance(day := own.get("day"), str) and (date := _date(day)) is not None:
        fields["date"] = date
        other.remove("day")
    return model.model_validate({**fields, **fixed}), other


def _date(day: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(day)
    except ValueError:
        return None


def own_id(own: Mapping[str, Any] | None) -> str:
    """The id that was written, or nothing."""
    id = own.get("id") if own is not None else None
    return id if isinstance(id, str) else ""


def strings(value: Any) -> tuple[str, ...]:
    """The texts of a list; nothing where there is no list."""
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
