"""The JSON Schema of the nested JSON, made from the models and from what the outline adds to them."""

from typing import Any, get_args

from argmap.export.nested_json import FORMULAS
from argmap.format.schema import DIALECT
from argmap.model import KINDS, ArgumentMap, Conditional, Entry, Role, Scenario, Sentence, Source
from argmap.model.row import Half
from argmap.source import Fidelity

_TEXT: dict[str, Any] = {"type": "string"}
_LABEL = {"type": ["string", "null"], "description": "C1, P2 and so on; null where it has none"}
_BELOW = {"type": "array", "items": {"$ref": "#/$defs/node"}}
_NOTHING = {"type": "array", "maxItems": 0}


def nested_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) of what `argmap show --format json` prints; it allows nothing else."""
    defs: dict[str, Any] = {}
    tables = {kind: _table(model, defs) for kind, model in KINDS.items()}
    defs |= {kind: _object({"id": _TEXT}, tables[kind]) for kind in (Source.kind, Scenario.kind)}
    defs |= {kind: _node(kind, model, tables[kind]) for kind, model in KINDS.items() if kind not in defs}
    nodes = [kind for kind in KINDS if kind not in (Source.kind, Scenario.kind)]
    defs["reference"] = _object(_head({"enum": [k for k in nodes if issubclass(KINDS[k], Sentence)]}) | _REFERENCE)
    defs["mention"] = _object(_head({"enum": [*KINDS, None]}) | _MENTION)
    told_apart: dict[str, dict[str, Any]] = {name: {"required": [name]} for name in ("mention", "reference")}
    told_apart |= {kind: {"properties": {"kind": {"const": kind}}} for kind in nodes}
    defs["node"] = _one_of(told_apart)
    own = _table(ArgumentMap, defs)["properties"]
    optional = {name: own[name] for name in ("tags", "note", "ignore")}
    root = _object(_ROOT, {"properties": optional, "required": []})
    return {"$schema": DIALECT, "title": "argmap nested outline", **root, "$defs": defs}


_ROOT: dict[str, Any] = {
    "argmap": {"type": "integer", "minimum": 1, "description": "the number of the file format"},
    "title": _TEXT,
    "main": {"type": "array", "items": _TEXT, "description": "the ids of the main conclusions"},
    "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
    "scenarios": {"type": "array", "items": {"$ref": "#/$defs/scenario"}},
    "outline": {**_BELOW, "description": "main conclusions, and what else stands at the top"},
    "tray": {**_BELOW, "description": "what stands nowhere yet"},
}
_REFERENCE: dict[str, Any] = {
    "reference": {"const": True, "description": "it is unfolded elsewhere in the outline, under the same id"},
    "below": _NOTHING,
}
_MENTION: dict[str, Any] = {
    "mention": {"enum": list(get_args(Half)), "description": "the formula of the node above that it is an operand of"},
    "before": {**_TEXT, "description": "the words and opening brackets before it in the formula"},
    "after": {**_TEXT, "description": "the closing brackets behind it"},
    "below": _NOTHING,
}


def _head(kind: dict[str, Any]) -> dict[str, Any]:
    return {"id": _TEXT, "kind": kind, "label": _LABEL}


def _node(kind: str, model: type[Entry], table: dict[str, Any]) -> dict[str, Any]:
    """A statement, conditional, reason or objection where it is unfolded."""
    own = _head({"const": kind})
    optional: dict[str, Any] = {}
    if issubclass(model, Sentence):
        own |= {"role": {"enum": list(get_args(Role))}, "sentence": {**_TEXT, "description": "as it is read out"}}
        optional["fidelity"] = {"enum": list(get_args(Fidelity)), "description": "how close it keeps to its text"}
    if issubclass(model, Conditional):
        own |= {half: {**_TEXT, "description": f"its {half.upper()} in words"} for half in ("if", "then")}
    return _object(own | {"below": _BELOW}, {**table, "properties": table["properties"] | optional})


def _one_of(told_apart: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The definition whose mark a node has, and no other: tried in turn, so that whoever validates goes down once."""
    found: dict[str, Any] = {"not": {}}
    for name, mark in reversed(told_apart.items()):
        found = {"if": mark, "then": {"$ref": f"#/$defs/{name}"}, "else": found}
    return found


def _object(own: dict[str, Any], table: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with all of its `own` keys, and those of a table."""
    table = table or {"properties": {}, "required": []}
    return {
        "type": "object",
        "properties": {**table["properties"], **own},
        "required": [*own, *(name for name in table["required"] if name not in own)],
        "additionalProperties": False,
    }


def _table(model: type[Entry] | type[ArgumentMap], defs: dict[str, Any]) -> dict[str, Any]:
    """The keys of a model as it is dumped, without what nodes spell; the definition of anchors goes to `defs`."""
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    defs |= {name: found for name, found in schema.get("$defs", {}).items() if name == "Anchor"}
    skipped = {model.model_fields[name].alias or name for name in FORMULAS if name in model.model_fields}
    return {
        "properties": {name: found for name, found in schema["properties"].items() if name not in skipped},
        "required": [name for name in schema.get("required", ()) if name not in skipped],
    }
