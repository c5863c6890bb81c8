"""Reading what OVA saves: version 3 is xAIF that says where boxes stand, version 2 has nodes and edges as objects."""

from typing import Any

from argmap.exchange.aif import xaif
from argmap.exchange.aif.reading import inside, is_graph, read_as, table_of
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported


def recognised(content: Content) -> bool:
    """Whether a file looks like one of OVA."""
    table = content.json
    if not isinstance(table, dict):
        return False
    if inside(table) is not None:
        return any(isinstance(table.get(name), dict) and table[name].get("nodes") for name in ("OVA", "ova"))
    return is_graph(table, "id") and "edges" in table and ("analysis" in table or _joins_objects(table["edges"]))


def read(content: Content) -> Imported:
    """Read a file as one of OVA; raises ReadError with every fault, each with its line and column."""
    table = table_of(content)
    if inside(table) is not None:
        return xaif.read(content, "ova")
    analysis = table.get("analysis")
    title = analysis.get("documentTitle") if isinstance(analysis, dict) else None
    return read_as("ova", content, (), ("analysis", "txt"), title if isinstance(title, str) else "")


def _joins_objects(edges: Any) -> bool:
    first = edges[0] if isinstance(edges, list) and edges else None
    return isinstance(first, dict) and isinstance(first.get("from"), dict)
