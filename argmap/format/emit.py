"""Entries as TOML text: one statement, one line; text is never wrapped."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from argmap.format.keys import ANCHOR_ORDER, KEY_ORDER
from argmap.model import Anchor, ArgumentMap, Entry
from argmap.model.formula import And, Atom, Not, Or
from argmap.model.formula import write as write_formula

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_UNSAFE = re.compile(r'["\\\x00-\x1f\x7f]')
_ONE_A_LINE = frozenset({"in", "suppose", "main", "anchor"})


def quoted(text: str) -> str:
    """A TOML basic string; only what must be escaped is."""
    return '"' + _UNSAFE.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04X}"), text) + '"'


def key(name: str) -> str:
    """A key, bare where it can be."""
    return name if _BARE.match(name) else quoted(name)


def header(kind: str, id: str) -> str:
    """The header line of an entry's table, without a line end."""
    return f"[{kind}.{key(id)}]"


def cells(entry: Entry) -> dict[str, Any]:
    """What an entry's table holds: file keys in the order they are written, defaults left out."""
    by_key = {field.alias or name: getattr(entry, name) for name, field in type(entry).model_fields.items()}
    return {
        name: by_key[name]
        for name in KEY_ORDER[entry.kind]
        if by_key[name] is not None and by_key[name] != () and by_key[name] is not False
    }


def root_cells(map: ArgumentMap) -> dict[str, Any]:
    """What the head of a map's file holds: file keys in the order they are written, defaults left out."""
    held = {
        "argmap": map.version or None,
        "title": map.title or None,
        "main": map.main,
        "tags": map.tags,
        "note": map.note,
        "ignore": map.ignore,
    }
    return {name: content for name, content in held.items() if content is not None and content != ()}


def value(name: str, content: Any, newline: str = "\n") -> str:
    """The TOML text of the value of the key `name`."""
    if isinstance(content, str):
        return quoted(content)
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, int):
        return str(content)
    if isinstance(content, datetime.date):
        return content.isoformat()
    if isinstance(content, Atom | Not | And | Or):
        return quoted(write_formula(content))
    if isinstance(content, Anchor):
        return _inline(content)
    return _array(name, content, newline)


def table(id: str, entry: Entry, newline: str = "\n") -> str:
    """An entry's whole table, ending with a line end."""
    lines = [header(entry.kind, id)]
    lines += [f"{name} = {value(name, content, newline)}" for name, content in cells(entry).items()]
    return newline.join(lines) + newline


def _array(name: str, content: Sequence[Any], newline: str) -> str:
    if len(content) == 1 and name in ("in", "anchor"):
        return value(name, content[0], newline)
    items = [value(name, item, newline) for item in content]
    if len(items) > 1 and name in _ONE_A_LINE:
        return "[" + newline + "".join(f"  {item},{newline}" for item in items) + "]"
    return "[" + ", ".join(items) + "]"


def _inline(anchor: Anchor) -> str:
    fields: Mapping[str, Any] = {
        field.alias or name: getattr(anchor, name) for name, field in Anchor.model_fields.items()
    }
    parts = [f"{name} = {value(name, fields[name])}" for name in ANCHOR_ORDER if fields[name] is not None]
    return "{ " + ", ".join(parts) + " }"


def raw(content: Any) -> str:
    """Any TOML value, as `tomllib` reads it, written on one line: for what argmap only keeps."""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, float):
        return str(content)
    if isinstance(content, datetime.datetime | datetime.date | datetime.time):
        return content.isoformat()
    if isinstance(content, list):
        return "[" + ", ".join(raw(item) for item in content) + "]"
    if isinstance(content, dict):
        return "{ " + ", ".join(f"{key(name)} = {raw(item)}" for name, item in content.items()) + " }"
    return quoted(content) if isinstance(content, str) else str(content)
