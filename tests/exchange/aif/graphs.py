"""Graphs of AIF, short to write, and what reading them gives."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from argmap.exchange import Content, Imported, read_foreign
from argmap.model import ArgumentMap, Inference, Sentence

Node = tuple[str, str] | tuple[str, str, str]


def aif(nodes: Iterable[Node], edges: Iterable[str], **more: Any) -> dict[str, Any]:
    """A graph of nodes (number, type, text) and edges such as "1>2"."""
    return {
        "nodes": [dict(zip(("nodeID", "type", "text"), (*node, "")[:3], strict=True)) for node in nodes],
        "edges": [
            {"edgeID": str(number), "fromID": source, "toID": target}
            for number, (source, _, target) in enumerate((edge.partition(">") for edge in edges), 1)
        ],
        **more,
    }


def read(table: Mapping[str, Any], format: str | None = None) -> Imported:
    """What a JSON file with this in it is read as, a line a list's item."""
    return read_foreign(Content(json.dumps(table, indent=1).encode(), "debate.json"), format)


def shown(map: ArgumentMap) -> list[str]:
    """Each inference as "premises > target", "premises x target"; statements by their texts, undercut ones nested."""

    def name(id: str) -> str:
        entry = map.entries[id]
        if isinstance(entry, Inference):
            members = " + ".join(name(member) for member in map.links.members.get(id, ()))
            return f"({members} {'>' if entry.kind == 'reason' else 'x'} {name(entry.target)})"
        return str(getattr(entry, "text", id)) if isinstance(entry, Sentence) else id

    return [name(id)[1:-1] for id, entry in map.entries.items() if isinstance(entry, Inference)]
