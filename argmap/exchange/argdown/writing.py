"""A map as Argdown (https://argdown.org/syntax): a tree of statements, linked premises as numbered arguments.

What Argdown has no words for stands in data, so that reading the file gives the same map.
"""

from collections.abc import Mapping
from typing import Any

from argmap.exchange.argdown.body import Body
from argmap.exchange.argdown.fields import data_of
from argmap.exchange.argdown.flow import LONGEST_KEY, flow, key
from argmap.exchange.argdown.shapes import set_aside
from argmap.exchange.assembly import reading_order
from argmap.exchange.refusals import loss
from argmap.format.emit import root_cells
from argmap.model import FORMAT_VERSION, ArgumentMap, Problem

_TABLES = {"sources": "source", "scenarios": "scenario", "reasons": "reason", "objections": "objection"}


def write(map: ArgumentMap, options: object = None) -> bytes:
    """The map as Argdown, UTF-8; whatever can be chosen about figures has no say in it."""
    body = Body(map)
    blocks = [_front_matter(map, body), *body.blocks]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def left_out(map: ArgumentMap) -> tuple[Problem, ...]:
    """The reasons and objections that stand nowhere but in the front matter, where only argmap looks for them."""
    return tuple(
        loss("I103", f"Argdown has no place for this, since {why}; only argmap reads it from the front matter", id=id)
        for id, why in set_aside(map).items()
    )


def _front_matter(map: ArgumentMap, body: Body) -> str:
    head = root_cells(map)
    title = [f"title: {flow(map.title)}"] if head.pop("title", None) else []
    version = head.pop("argmap", 0)
    lines = [f"  version: {flow(version)}"] if version != FORMAT_VERSION else []
    lines += [f"  {name}: {flow(content)}" for name, content in head.items()]
    for name, kind in _TABLES.items():
        tables = {
            id: data_of(entry, whole=True)
            for id, entry in map.entries.items()
            if entry.kind == kind and (id in body.aside or name in ("sources", "scenarios"))
        }
        lines += _tables(name, tables) if tables else []
    if body.aside or _read_order(map, body) != list(map.entries):
        lines.append(f"  order: {flow(list(map.entries))}")
    if not title and not lines:
        return ""
    return "\n".join(["===", *title, *(["argmap:", *lines] if lines else []), "==="])


def _tables(name: str, tables: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Tables by id, a key a line."""
    if any(len(id) > LONGEST_KEY for id in tables):
        return [f"  {name}: {flow(tables)}"]
    lines = [f"  {name}:"]
    for id, table in tables.items():
        lines.append(f"    {key(id)}:" if table else f"    {key(id)}: {{}}")
        lines += [f"      {key(field)}: {flow(content)}" for field, content in table.items()]
    return lines


def _read_order(map: ArgumentMap, body: Body) -> list[str]:
    """The order in which reading the file puts the entries."""
    others = {id: entry for id, entry in map.entries.items() if entry.kind in ("source", "scenario")}
    entries = others | {id: map.entries[id] for id in body.met}
    return list(dict.fromkeys(reading_order(map.with_entries(entries, entries.keys()))))
