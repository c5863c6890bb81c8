"""Which reasons and objections the inference nodes of a graph are: one for each thing they bear on."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.exchange.aif.graph import Graph, Node
from argmap.exchange.aif.noted import Noted

INFERENCES = frozenset(("RA", "CA"))
_MOST_PER_EDGE = 10


@dataclass(frozen=True)
class Neighbours:
    """The nodes that edges lead to from each node, and from which they come; each once, in the order of the file."""

    ahead: Mapping[str, tuple[str, ...]]
    behind: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, graph: Graph) -> "Neighbours":
        """Read a graph's edges both ways."""
        ahead: dict[str, dict[str, None]] = {id: {} for id in graph.nodes}
        behind: dict[str, dict[str, None]] = {id: {} for id in graph.nodes}
        for edge in graph.edges:
            ahead[edge.source][edge.target] = None
            behind[edge.target][edge.source] = None
        return cls({id: tuple(to) for id, to in ahead.items()}, {id: tuple(to) for id, to in behind.items()})


def placed(
    graph: Graph, near: Neighbours, names: Mapping[str, str], elsewhere: Mapping[str, str], noted: Noted
) -> dict[str, dict[str, str]]:
    """The inferences that each inference node stands for: their names, each with the name of its target.

    A node that bears on several statements stands for several inferences, and what undercuts it for as many.
    `elsewhere` are targets of nodes that the graph leaves without one. What has no target is not in the answer.
    """
    nodes, made = graph.nodes, dict[str, dict[str, str]]()
    waiting: deque[tuple[str, str]] = deque()
    for id, node in nodes.items():
        if node.kind in INFERENCES:
            targets = [names[to] for to in near.ahead[id] if nodes[to].kind == "I"]
            waiting += [(id, target) for target in targets]
            if not targets and id in elsewhere and not _undercuts(node, nodes, near):
                waiting.append((id, elsewhere[id]))
    left = _MOST_PER_EDGE * (len(graph.edges) + len(nodes) + 100)
    bears_on: dict[str, tuple[str, str]] = {}
    while waiting:
        id, target = waiting.popleft()
        again = id in made and _bears_on(bears_on, target, id)
        name = _add(made, id, names, target)
        bears_on[name] = id, target
        if not again:
            waiting += [(by, name) for by in near.behind[id] if nodes[by].kind == "CA"]
        left -= 1 + len(near.behind[id])
        if left < 0:
            said = "inferences bear on several others each, and those again, so often that they can't be told apart"
            noted.fault("I008", said, nodes[id].at)
            return made
    circle = _circling(nodes, near, made)
    for id in circle:
        for to in near.ahead[id]:
            if to in circle:
                _add(made, id, names, names[to])
    return made


def _add(made: dict[str, dict[str, str]], id: str, names: Mapping[str, str], target: str) -> str:
    own = made.setdefault(id, {})
    name = names[id] if not own else f"{names[id]} ({len(own) + 1})"
    own[name] = target
    return name


def _bears_on(bears_on: Mapping[str, tuple[str, str]], name: str, node: str) -> bool:
    """Whether an inference is one of the node's, or bears on one of them, be it through others."""
    while name in bears_on:
        id, name = bears_on[name]
        if id == node:
            return True
    return False


def _undercuts(node: Node, nodes: Mapping[str, Node], near: Neighbours) -> bool:
    return node.kind == "CA" and any(nodes[to].kind in INFERENCES for to in near.ahead[node.id])


def _circling(nodes: Mapping[str, Node], near: Neighbours, made: Mapping[str, dict[str, str]]) -> dict[str, None]:
    """The objections that bear on nothing but objections in a circle, or on what does."""
    left = {id: None for id, node in nodes.items() if node.kind == "CA" and id not in made}
    ahead = {id: sum(to in left for to in near.ahead[id]) for id in left}
    waiting = [id for id, count in ahead.items() if not count]
    while waiting:
        gone = waiting.pop()
        del left[gone]
        for id in near.behind[gone]:
            if id in left:
                ahead[id] -= 1
                if not ahead[id]:
                    waiting.append(id)
    return left
