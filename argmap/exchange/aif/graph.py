"""The graph in a JSON file of AIFdb, xAIF or OVA, in whichever of their spellings."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from argmap.exchange.aif.noted import Noted
from argmap.exchange.json_text import Path

OWN = "argmap"
"""The key under which a node, and the whole, hold what AIF has no place for."""
_SEEN = frozenset(
    (
        *("nodeID", "id", "text", "type", "scheme", "schemeID", "participantID", "comment", "majorClaim", OWN),
        *("timestamp", "x", "y", "w", "h", "color", "visible"),
    )
)
"""The keys of a node that are read, and those that say how it looks or when it was made."""


class Node(NamedTuple):
    """A node: `kind` is its type (I, RA, CA, MA ...), `schemes` are the ids of its schemes, `at` its place."""

    id: str
    kind: str
    text: str
    at: Path
    schemes: tuple[str, ...] = ()
    note: str | None = None
    main: bool = False
    own: Mapping[str, Any] | None = None


class Edge(NamedTuple):
    """An edge between two nodes, named by their ids."""

    source: str
    target: str
    at: Path


@dataclass
class Graph:
    """Nodes by id and edges, both in the order of the file; who speaks each locution; what argmap wrote for itself."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    persons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    own: Mapping[str, Any] = field(default_factory=dict)


_SEEN_OF_EDGES = frozenset(
    ("edgeID", "id", "fromID", "toID", "from", "to", "formEdgeID", "visible", "date", "timestamp")
)
_LISTS = frozenset(("nodes", "edges", "locutions", "participants", "schemefulfillments", OWN))
_NOT_OURS = f'what stands under "{OWN}" isn\'t what argmap writes there; left out'
_ROLES = ("descriptorfulfillments", "cqdescriptorfulfillments")


def read_graph(table: Mapping[str, Any], at: Path, noted: Noted, beside: Collection[str | int] = ()) -> Graph:
    """The graph in an object with nodes and edges; faults are noted, not raised.

    What else the object holds is noted as left out, but for what is known to stand `beside`.
    """
    graph = Graph()
    persons: dict[str, dict[str, None]] = {}
    schemes = _schemes(table, at, noted)
    left: dict[tuple[str, str], list[Path]] = {}
    for node, here in _tables(table, "nodes", at, noted, needed=True):
        read = _node(node, here, schemes, noted)
        if read is None:
            continue
        for name in node.keys() - _SEEN:
            if _says(node[name]):
                left.setdefault((name, "node"), []).append((*here, name))
        first = graph.nodes.setdefault(read.id, read)
        if (first.kind, first.text) != (read.kind, read.text):
            said = f"two different nodes have the number {read.id}; the first stands in line {noted.place(first.at)[0]}"
            noted.fault("I006", said, here, "give one of them another number")
        elif first != read._replace(at=first.at):
            noted.loss("I101", f"node {read.id} stands here again, and what it holds otherwise is left out", here)
        if read.kind == "L" and (person := _id(node, "participantID")) is not None:
            persons.setdefault(read.id, {})[person] = None
    for edge, here in _tables(table, "edges", at, noted):
        graph.edges += _edge(edge, here, graph.nodes, noted)
        for name in edge.keys() - _SEEN_OF_EDGES:
            if _says(edge[name]):
                left.setdefault((name, "edge"), []).append((*here, name))
    for locution, here in _tables(table, "locutions", at, noted):
        node_id, person = _id(locution, "nodeID"), _id(locution, "personID", "participantID")
        if node_id is not None and node_id not in graph.nodes:
            noted.loss("I101", f"this locution is said to be node {node_id}, which is not in the file; left out", here)
        elif node_id is not None and person is not None:
            persons.setdefault(node_id, {})[person] = None
    for participant, _ in _tables(table, "participants", at, noted):
        person = _id(participant, "participantID", "id")
        names = (_string(participant.get(part)) for part in ("firstname", "surname"))
        if person is not None and (name := " ".join(part for part in names if part not in ("", "None"))):
            graph.names.setdefault(person, name)
    for (name, what), paths in sorted(left.items()):
        where = f"{len(paths)} {what}s" if len(paths) > 1 else f"{'an' if what == 'edge' else 'a'} {what}"
        noted.loss("I101", f'what {where} held under "{name}" is left out', paths[0])
    for name in _ROLES:
        if table.get(name):
            noted.loss("I101", f"the roles of statements in their schemes ({name}) are left out", (*at, name))
    tell_rest(table, {*_LISTS, *_ROLES, *beside}, at, noted)
    graph.persons = {id: tuple(speaking) for id, speaking in persons.items()}
    own = table.get(OWN)
    if isinstance(own, dict):
        graph.own = own
    elif own is not None:
        noted.loss("I101", _NOT_OURS, (*at, OWN))
    return graph


def tell_rest(table: Mapping[str, Any], known: Collection[str | int], at: Path, noted: Noted) -> None:
    """Note what an object holds under other keys than those known."""
    for name in table:
        if name not in known and _says(table[name]):
            noted.loss("I101", f'what stands under "{name}" is left out', (*at, name))


def _says(value: Any) -> bool:
    """Whether a value may say something."""
    return value not in (None, "", [], {}, False)


def _node(node: Mapping[str, Any], at: Path, schemes: Mapping[str, tuple[str, ...]], noted: Noted) -> Node | None:
    id, kind, text = _id(node, "nodeID", "id"), node.get("type"), node.get("text")
    if id is None:
        noted.fault("I004", "this node has no number (nodeID), or one that is neither text nor number", at)
        return None
    if not isinstance(kind, str) or not kind.strip():
        noted.fault("I004", f"node {id} doesn't say its type (I, RA, CA ...)", at)
        return None
    if not isinstance(text, str | int | float | None) or isinstance(text, bool):
        noted.fault("I004", f"the text of node {id} is no text", (*at, "text"))
        return None
    if not isinstance(main := node.get("majorClaim", False), bool | None):
        noted.loss(
            "I101", f"whether node {id} is a main claim isn't said by true or false; left out", (*at, "majorClaim")
        )
    named = [_string(node.get(key)) for key in ("scheme", "schemeID")]
    own = node.get(OWN)
    if not isinstance(own, dict | None):
        noted.loss("I101", _NOT_OURS, (*at, OWN))
    return Node(
        id,
        kind.strip().upper(),
        "" if text is None else str(text),
        at,
        tuple(dict.fromkeys(scheme for scheme in (*named, *schemes.get(id, ())) if scheme)),
        _string(node.get("comment")) or None,
        main is True,
        own if isinstance(own, dict) else None,
    )


def _edge(edge: Mapping[str, Any], at: Path, nodes: Mapping[str, Node], noted: Noted) -> Iterator[Edge]:
    ends = _id(edge, "fromID", "from"), _id(edge, "toID", "to")
    for end, word in zip(ends, ("from", "to"), strict=True):
        if end is None:
            noted.fault("I004", f"this edge doesn't say which node it leads {word}", at)
        elif end not in nodes:
            noted.fault("I005", f"this edge leads {word} node {end}, which is not in the file", at)
    source, target = ends
    if source in nodes and target in nodes:
        yield Edge(str(source), str(target), at)


def _schemes(table: Mapping[str, Any], at: Path, noted: Noted) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for fulfilled, _ in _tables(table, "schemefulfillments", at, noted):
        node, scheme = _id(fulfilled, "nodeID"), _string(fulfilled.get("schemeID"))
        if node is not None and scheme:
            found.setdefault(node, {})[scheme] = None
    return {node: tuple(schemes) for node, schemes in found.items()}


def _tables(
    table: Mapping[str, Any], name: str, at: Path, noted: Noted, needed: bool = False
) -> Iterator[tuple[dict[str, Any], Path]]:
    """The objects of a list, each with its place."""
    held = table.get(name)
    if held is None and not needed:
        return
    if not isinstance(held, list):
        noted.fault("I004", f'expected a list of objects under "{name}"', (*at, name))
        return
    for number, each in enumerate(held):
        if isinstance(each, dict):
            yield each, (*at, name, number)
        else:
            noted.fault("I004", f'expected an object in "{name}"', (*at, name, number))


def _id(table: Mapping[str, Any], *names: str) -> str | None:
    """What names a node or a person, as text: a text, a number, or an object that has one."""
    held = next((table[name] for name in names if name in table), None)
    if isinstance(held, dict):
        held = next((held[name] for name in ("nodeID", "id") if name in held), None)
    return _string(held) or None


def _string(value: Any) -> str:
    """A text or a number as text; nothing for what is neither."""
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
