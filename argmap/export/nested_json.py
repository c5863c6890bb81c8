"""The outline as nested JSON, for other programs."""

from typing import Any

from argmap.export.options import ExportOptions
from argmap.export.unmarked import refuse_empty, refuse_marks
from argmap.model import ArgumentMap, Conditional, Row, RowKind, Scenario, Source
from argmap.model.visible import json_text
from argmap.model.wording import halves, sentence
from argmap.source import fidelity

FORMULAS = frozenset({"antecedent", "consequent"})
"""Fields of a conditional that nodes of their own spell; its `if` and `then` are in words."""


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The nested JSON, UTF-8; raises DiagramError for a map without statements, and for marks, which it can't show."""
    refuse_marks(options, "json")
    refuse_empty(map)
    return nested_json(map).encode()


def nested_json(map: ArgumentMap) -> str:
    """A map as JSON: its own keys, sources and scenarios, and the outline, of which `nested_schema` is the schema.

    Every node of the outline has id, kind, label, its own keys, and `below`. Written row by row, so that depth has no
    limit.
    """
    out = ["{", f'"argmap": {map.version}, "title": {json_text(map.title)},']
    out.append(f'"main": {json_text(list(map.outline.mains))},')
    own = map.model_dump(mode="json", include={"tags", "note", "ignore"}, exclude_defaults=True)
    out += [f'"{name}": {json_text(value)},' for name, value in own.items()]
    for name, kind in (("sources", Source), ("scenarios", Scenario)):
        lines = [
            json_text({"id": id, **entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)})
            for id, entry in map.entries.items()
            if type(entry) is kind
        ]
        out.append(f'"{name}": [' + ("\n" + ",\n".join(lines) + "\n" if lines else "") + "],")
    for name, rows in (("outline", map.outline.rows), ("tray", map.outline.tray)):
        out.append(f'"{name}": [')
        out += _nodes(map, rows)
        out.append("]," if name == "outline" else "]")
    return "\n".join(out) + "\n}\n"


def _nodes(map: ArgumentMap, rows: tuple[Row, ...]) -> list[str]:
    out: list[str] = []
    open_depths: list[int] = []
    for row in rows:
        closed = 0
        while open_depths and open_depths[-1] >= row.depth:
            open_depths.pop()
            closed += 1
        if closed:
            out[-1] += "]}" * closed
            out[-1] += ","
        head = json_text(_fields(map, row))
        out.append(f'{head[:-1]}, "below": [')
        open_depths.append(row.depth)
    if out:
        out[-1] += "]}" * len(open_depths)
    return out


def _fields(map: ArgumentMap, row: Row) -> dict[str, Any]:
    entry = map.entries.get(row.id)
    fields: dict[str, Any] = {
        "id": row.id,
        "kind": entry.kind if entry is not None else None,
        "label": map.outline.labels.get(row.id),
    }
    if row.kind is RowKind.MENTION and row.mention is not None:
        return fields | {"mention": row.half, "before": row.mention.before, "after": row.mention.after}
    if row.kind is RowKind.REFERENCE:
        return fields | {"reference": True}
    if row.kind is RowKind.SENTENCE:
        fields |= {"role": map.outline.roles.get(row.id), "sentence": sentence(map, row.id)}
        if (drawn := fidelity(map, row.id)) is not None:
            fields["fidelity"] = drawn
    if isinstance(entry, Conditional):
        fields["if"], fields["then"] = halves(map, entry)
    if entry is not None:
        fields |= entry.model_dump(mode="json", by_alias=True, exclude=set(FORMULAS), exclude_defaults=True)
    return fields
