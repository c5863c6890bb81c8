"""What the readers of AIF and its relatives share."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from argmap.exchange.aif.graph import read_graph, tell_rest
from argmap.exchange.aif.meaning import map_of
from argmap.exchange.aif.noted import Noted
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.exchange.json_text import Path
from argmap.exchange.refusals import refusal

_TAG = re.compile(r"<[^<>]*>")


def table_of(content: Content) -> dict[str, Any]:
    """The object that a JSON file holds; raises ReadError where it holds none."""
    if content.broken is not None:
        raise content.broken
    if not isinstance(content.json, dict):
        raise refusal("I004", "expected a JSON object with nodes and edges", 1, 1)
    return content.json


def is_graph(table: Any, *names: str) -> bool:
    """Whether something is an object with a list of nodes, the first of which, if any, has one of the keys."""
    nodes = table.get("nodes") if isinstance(table, dict) else None
    if not isinstance(nodes, list):
        return False
    return not nodes or (isinstance(nodes[0], dict) and any(name in nodes[0] for name in names))


def inside(table: Mapping[str, Any]) -> str | None:
    """The key under which an object holds a graph of AIF."""
    return next((name for name in ("AIF", "aif") if isinstance(table.get(name), dict)), None)


def read_as(format: str, content: Content, at: Path = (), text_at: Path = (), title: str = "") -> Imported:
    """Read the graph that stands at a place in a file, and say that the text at another is left out.

    Raises ReadError with every fault.
    """
    table: Any = table_of(content)
    noted = Noted(content.text)
    if text_at and (text := _text(_at(table, text_at))):
        said = f"the text that was analysed ({len(text.split())} words) is left out"
        noted.loss("I101", said, text_at, "save it as a file, name it as a source and anchor statements in it")
    if at:
        tell_rest(table, (*at, *text_at, "dialog", "OVA", "ova"), (), noted)
    for name in ("OVA", "ova", "analysis", "text"):
        if isinstance(table.get(name), dict):
            tell_rest(table[name], ("nodes", "edges", "txt", "documentTitle"), (name,), noted)
    graph = read_graph(_at(table, at), at, noted, () if at else text_at)
    return Imported(format, map_of(graph, at, noted, title), noted.losses())


def _at(table: Any, path: Path) -> Any:
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def _text(value: Any) -> str:
    """The words of a text with mark-up; nothing where there are none, or where only OVA speaks."""
    plain = unescape(_TAG.sub(" ", value)).strip() if isinstance(value, str) else ""
    return "" if plain.casefold().startswith("enter your text here") else plain
