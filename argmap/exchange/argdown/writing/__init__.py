"""A map as Argdown (https://argdown.org/syntax): a tree of statements, linked premises as numbered arguments.

What Argdown has no words for stands in data, so that reading the file gives the same map.
"""

from collections.abc import Mapping
from typing import Any

from argmap.edit.mentions import renamed_mentions
from argmap.exchange.argdown.fields import data_of
from argmap.exchange.argdown.writing.body import Body
from argmap.exchange.argdown.writing.flow import LONGEST_KEY, flow, key
from argmap.exchange.argdown.writing.shapes import set_aside
from argmap.exchange.argdown.writing.titles import FreeTitles, spoken_of
from argmap.exchange.assembly import reading_order
from argmap.exchange.order import displaced
from argmap.exchange.refusals import loss
from argmap.format.emit import root_cells
from argmap.model import FORMAT_VERSION, ArgumentMap, Inference, Kind, Problem

_TABLES: Mapping[str, Kind] = {
    "sources": "source",
    "scenarios": "scenario",
    "reasons": "reason",
    "objections": "objection",
}


def write(map: ArgumentMap, options: object = None) -> bytes:
    """The map as Argdown, UTF-8; whatever can be chosen about figures has no say in it."""
    map = _without_empty_id(map)
    body = Body(map)
    blocks = [_front_matter(map, body), *body.blocks]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def left_out(map: ArgumentMap) -> tuple[Problem, ...]:
    """The empty id; the reasons and objections that stand only in the front matter, where only argmap looks."""
    said = "the empty id can't be kept; another is given in its place"
    empty = [loss("I103", said, id="")] if "" in map.entries else []
    return (
        *empty,
        *(
            loss(
                "I103", f"Argdown has no place for this, since {why}; only argmap reads it from the front matter", id=id
            )
            for id, why in set_aside(map).items()
        ),
    )


def _without_empty_id(map: ArgumentMap) -> ArgumentMap:
    """The map with a word for the empty id, which no title or data can be."""
    if "" not in map.entries:
        return map
    free = FreeTitles(spoken_of(map)).take("unnamed")

    def name(id: str) -> str:
        return id or free

    entries = {name(id): e.model_copy(update=renamed_mentions(e, name)) for id, e in map.entries.items()}
    return map.with_entries(entries, map.entries.keys() | {free}, main=tuple(name(id) for id in map.main))


def _front_matter(map: ArgumentMap, body: Body) -> str:
    head = root_cells(map)
    title = [f"title: {flow(map.title)}"] if head.pop("title", None) else []
    version = head.pop("argmap", 0)
    lines = [f"  version: {flow(version)}"] if version != FORMAT_VERSION else []
    lines += [f"  {name}: {flow(content)}" for name, content in head.items()]
    apart = {name: _apart(map, kind, body.aside) for name, kind in _TABLES.items()}
    for name, tables in apart.items():
        lines += _tables(name, tables) if tables else []
    taken_up = [*(id for tables in apart.values() for id in tables), *body.taken_up()]
    read = reading_order(map.with_entries({id: map.entries[id] for id in taken_up}, taken_up))
    if after := displaced(list(map.entries), read):
        lines.append(f"  after: {flow(after)}")
    if not title and not lines:
        return ""
    return "\n".join(["===", *title, *(["argmap:", *lines] if lines else []), "==="])


def _apart(map: ArgumentMap, kind: Kind, aside: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The tables of one kind that don't stand in the text."""
    entries = ((id, entry) for id, entry in map.entries.items() if entry.kind == kind)
    return {id: data_of(e, whole=True) for id, e in entries if id in aside or not isinstance(e, Inference)}


def _tables(name: str, tables: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Tables by id, a key a line."""
    if any(len(id) > LONGEST_KEY for id in tables):
        return [f"  {name}: {flow(tables)}"]
    lines = [f"  {name}:"]
    for id, table in tables.items():
        lines.append(f"    {key(id)}:" if table else f"    {key(id)}: {{}}")
        lines += [f"      {key(field)}: {flow(content)}" for field, content in table.items()]
    return lines
