"""Who says what in a graph with dialogue: locutions (L), and what is done by them (YA)."""

import re

from argmap.exchange.aif.graph import Graph, Node
from argmap.exchange.aif.inferences import Neighbours
from argmap.exchange.aif.noted import Noted

_ASSERTING = frozenset(("ya", "asserting", "defaultillocuting", "assertion"))
_SPEAKER = re.compile(r"\s*([^:\s](?:[^:\n]{0,38}[^:\s])?)\s*:\s")
_LEFT = {
    "L": "what is said in the dialogue",
    "YA": "what is done by saying something",
    "TA": "a step of the dialogue",
    "MA": "a rephrasing",
    "PA": "a preference",
}
_SHOWN = 60


def speakers(graph: Graph, near: Neighbours) -> dict[str, str]:
    """Who claims each statement that is asserted by one speaker alone; nothing where only one speaks at all."""
    names = _names(graph)
    if len({person for persons in graph.persons.values() for person in persons}) < 2:
        return {}
    found: dict[str, set[str]] = {}
    for id, node in graph.nodes.items():
        if node.kind == "YA" and re.sub(r"[\W_]", "", node.text.casefold()) in _ASSERTING:
            saying = {person for by in near.behind[id] for person in graph.persons.get(by, ("",))}
            for to in near.ahead[id]:
                if graph.nodes[to].kind == "I":
                    found.setdefault(to, set()).update(saying)
    return {
        id: names[next(iter(persons))] for id, persons in found.items() if len(persons) == 1 and persons <= names.keys()
    }


def _names(graph: Graph) -> dict[str, str]:
    """The names of those who speak: as the file gives them, else as each of their locutions begins."""
    openings: dict[str, set[str]] = {}
    for id, persons in graph.persons.items():
        if id in graph.nodes and graph.nodes[id].kind == "L":
            opening = _SPEAKER.match(graph.nodes[id].text)
            for person in persons:
                openings.setdefault(person, set()).add(opening[1] if opening else "")
    names = {person: next(iter(said)) for person, said in openings.items() if len(said) == 1}
    found = {person: graph.names.get(person) or names.get(person, "") for person in openings}
    return {person: name for person, name in found.items() if name}


def tell_left_out(graph: Graph, near: Neighbours, noted: Noted) -> None:
    """Note every node that is neither a statement nor an inference; a map has no place for it."""
    names = _names(graph)
    for node in graph.nodes.values():
        if node.kind in ("I", "RA", "CA"):
            continue
        said = " ".join(node.text.split())
        said = said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
        by = ", ".join(names.get(person, person) for person in graph.persons.get(node.id, ()))
        what = _LEFT.get(node.kind, "of a type that argmap doesn't know")
        what += f", by {by}" if by else _ends(node, graph, near) if node.kind in ("MA", "PA") else ""
        words = f": “{said}”" if said else ""
        noted.loss("I101", f"node {node.id} ({node.kind}), {what}, is left out{words}", node.at)


def _ends(node: Node, graph: Graph, near: Neighbours) -> str:
    of, to = (
        ", ".join(id for id in side[node.id] if graph.nodes[id].kind == "I") for side in (near.behind, near.ahead)
    )
    return f" (from {of or 'nothing'} to {to or 'nothing'})"
