"""The outline as nested JSON, for other programs."""

import json
from typing import Any

from argmap.model import ArgumentMap, Conditional, Inference, Row, RowKind
from argmap.model.visible import signed
from argmap.model.wording import halves, sentence
from argmap.source import fidelity


def nested_json(map: ArgumentMap) -> str:
    """The outline as JSON: every node has id, kind, label, its own keys, and `below`.

    Written row by row, so that depth has no limit.
    """
    out = ["{", f'"argmap": {map.version}, "title": {json_text(map.title)},']
    out.append(f'"main": {json_text(list(map.outline.mains))},')
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
        skip = {"antecedent", "consequent", "stands_in"} | ({"target"} if isinstance(entry, Inference) else set())
        fields |= entry.model_dump(mode="json", by_alias=True, exclude=skip, exclude_defaults=True)
    return fields


def json_text(value: Any, indent: int | None = None) -> str:
    """A value as JSON; characters that steer terminals or text direction are escaped in its strings."""
    return signed(json.dumps(value, ensure_ascii=False, indent=indent), lambda code: json.dumps(chr(code))[1:-1])
