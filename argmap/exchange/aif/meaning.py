"""The argument map that a graph of AIF says: statements, what supports them, what speaks against them."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from pydantic import ValidationError

from argmap.exchange.aif.dialogue import speakers, tell_left_out
from argmap.exchange.aif.graph import OWN, Edge, Graph, Node
from argmap.exchange.aif.inferences import INFERENCES, Neighbours, placed
from argmap.exchange.aif.noted import Noted
from argmap.exchange.aif.own import ROOT, entry_of, kind_of, own_id, strings
from argmap.exchange.aif.schemes import read_scheme, written_scheme
from argmap.exchange.assembly import Assembly
from argmap.exchange.json_text import Path
from argmap.model import KINDS, ArgumentMap, Entry, Inference, Objection, Reason, Sentence, Statement

_Made: TypeAlias = tuple[type[Entry], dict[str, Any]]
"""The model of an entry, and the fields that the graph gives it."""
_ASSERTED = frozenset((("I", "RA"), ("I", "CA"), ("RA", "I"), ("CA", "I"), ("CA", "RA"), ("CA", "CA")))
"""The types of node that an edge leads from and to where it says something for which a map has a place."""


def map_of(graph: Graph, at: Path, noted: Noted, title: str = "") -> ArgumentMap:
    """The map of a graph that stands at a place in its file; what it can't say is noted.

    Raises ReadError with every fault noted.
    """
    noted.settle()
    return _Meaning(graph, at, noted).map(title)


class _Meaning:
    def __init__(self, graph: Graph, at: Path, noted: Noted) -> None:
        self.graph = graph
        self.at = at
        self.noted = noted
        self.near = Neighbours.of(graph)
        self.names = _names(graph)
        elsewhere = {
            id: target
            for id, node in graph.nodes.items()
            if node.own is not None and isinstance(target := node.own.get("for", node.own.get("against")), str)
        }
        self.inferences = placed(graph, self.near, self.names, elsewhere, noted)

    def map(self, title: str) -> ArgumentMap:
        by = speakers(self.graph, self.near)
        assembly = Assembly(title=title)
        main = [self.names[id] for id, node in self.graph.nodes.items() if node.main and node.kind == "I"]
        order, version = self.root(assembly, tuple(main))
        for id, node in self.graph.nodes.items():
            wanted = own_id(node.own) if self.names[id] == own_id(node.own) else ""
            if node.kind == "I":
                self.add(assembly, node, self.names[id], wanted, self.sentence(node, by.get(id)))
            for name, target in self.inferences.get(id, {}).items():
                self.add(assembly, node, name, wanted, self.inference(node, target))
        self.tell_lost()
        tell_left_out(self.graph, self.near, self.noted)
        self.noted.settle()
        map = assembly.finished(order)
        return map if version is None else map.model_copy(update={"version": version})

    def add(self, assembly: Assembly, node: Node, name: str, id: str, made: _Made) -> None:
        model, fixed = made
        self.entry(assembly, name, id, model, node.own or {}, fixed, (*node.at, OWN))

    def entry(
        self,
        assembly: Assembly,
        name: str,
        id: str,
        model: type[Entry],
        own: Mapping[str, Any],
        fixed: dict[str, Any],
        at: Path,
    ) -> None:
        try:
            entry, other = entry_of(model, own, **fixed)
        except ValidationError as error:
            self.tell_invalid(error, at)
            return
        for key in other:
            self.noted.loss("I101", f'"{key}" is left out; a {entry.kind} has no such field', (*at, key))
        assembly.add(name, entry, id, verbatim=True)

    def tell_invalid(self, error: ValidationError, at: Path) -> None:
        """Note the fields of what is kept beside a node, or beside the whole, that don't hold what they should."""
        for detail in error.errors(include_url=False, include_input=False):
            key = ".".join(map(str, detail["loc"])) or OWN
            said = detail["msg"].removeprefix("Value error, ").removeprefix("Input ")
            here = f'"{key}", which argmap keeps here, is not as it writes it: {said[:1].lower()}{said[1:]}'
            self.noted.fault(
                "I004", here, (*at, *detail["loc"]), "write the file anew, or take out what stands under “argmap”"
            )

    def sentence(self, node: Node, by: str | None) -> _Made:
        own = node.own or {}
        stands_in = [name for to in self.near.ahead[node.id] for name in self.inferences.get(to, ())]
        if "drawn" in own and list(strings(own["drawn"])) == stands_in:
            stands_in = list(strings(own.get("in")))
        fixed: dict[str, Any] = {"in": stands_in}
        if by is not None and "by" not in own:
            fixed["by"] = by
        fixed |= _note(own, node.note)
        model = kind_of(own, Sentence) or Statement
        if model is Statement:
            fixed["text"] = node.text if own else " ".join(node.text.split())
            if not fixed["text"] and not own:
                self.noted.loss("I102", f"node {node.id} has no words; it is an empty statement here", node.at)
        elif node.text != own.get("written"):
            fixed["text"] = node.text
            said = "the words of this conditional were changed elsewhere; what its IF and THEN are is as it was"
            self.noted.loss("I102", said, (*node.at, "text"), "see whether the new words still say that")
        return model, fixed

    def inference(self, node: Node, target: str) -> _Made:
        own = node.own or {}
        model: type[Inference] = Reason if node.kind == "RA" else Objection
        fixed: dict[str, Any] = {"for" if model is Reason else "against": target}
        rule = own.get("rule")
        assumed = model(target=target, rule=rule if isinstance(rule, str) else None)
        kept = kind_of(own, Inference) is not None and node.text == written_scheme(assumed)
        named, note = read_scheme(node.kind, node.schemes if kept else (node.text, *node.schemes))
        if named is not None or not kept:
            fixed["rule"] = named
        return model, fixed | _note(own, note, node.note)

    def root(self, assembly: Assembly, main: tuple[str, ...]) -> tuple[tuple[str, ...] | None, int | None]:
        """Take over what is kept beside the whole graph; the order of ids and the version that were written."""
        own, at = self.graph.own, (*self.at, OWN)
        assembly.main = main
        if not own:
            return None, None
        try:
            checked = ArgumentMap.model_validate({name: own[name] for name in ROOT if name in own})
        except ValidationError as error:
            self.tell_invalid(error, at)
            return None, None
        assembly.title = checked.title or assembly.title
        assembly.main = checked.main or main
        assembly.tags, assembly.note, assembly.ignore = checked.tags, checked.note, checked.ignore
        entries, taken = own.get("entries"), set(self.names.values())
        for id, fields in entries.items() if isinstance(entries, dict) else ():
            here = (*at, "entries", id)
            kind = fields.get("kind") if isinstance(fields, dict) else None
            if kind in ("source", "scenario") and id not in taken:
                self.entry(assembly, id, id, KINDS[kind], fields, {}, here)
            else:
                self.noted.loss("I101", f'"{id}" is left out; it is neither a source nor a scenario', here)
        version = own.get("version")
        plain = isinstance(version, int) and not isinstance(version, bool)
        return strings(own.get("order")) or None, version if plain else None

    def tell_lost(self) -> None:
        """Note the inferences that bear on nothing, and the edges that a map can't say."""
        nodes = self.graph.nodes
        for id, node in nodes.items():
            if node.kind in INFERENCES and id not in self.inferences:
                premises = [before for before in self.near.behind[id] if nodes[before].kind == "I"]
                loose = f"; what stands in it ({', '.join(premises)}) stands there no longer" if premises else ""
                what = "a reason" if node.kind == "RA" else "an objection"
                said = f"node {id} is {what} that bears on nothing in the map"
                self.noted.loss("I101", f"{said}, so it is left out{loose}", node.at)
        for edge in self.graph.edges:
            self.tell_edge(edge, nodes[edge.source], nodes[edge.target])

    def tell_edge(self, edge: Edge, source: Node, target: Node) -> None:
        kinds = source.kind, target.kind
        if kinds in _ASSERTED or not {source.kind, target.kind} <= {"I", *INFERENCES}:
            return
        if kinds == ("I", "I"):
            said = f"the edge from {source.id} to {target.id} joins two statements and doesn't say how"
        else:
            said = f"node {source.id} supports the inference {target.id}; a map has no support of inferences"
        self.noted.loss("I101", f"{said}; left out", edge.at)


def _note(own: Mapping[str, Any], *more: str | None) -> dict[str, str]:
    """The field for a note that says more than the one that was written, if it does."""
    said = own.get("note")
    told = [note for note in more if note and note != said]
    return {"note": "\n".join([said, *told] if isinstance(said, str) else told)} if told else {}


def _names(graph: Graph) -> dict[str, str]:
    """A name for each node: the id that argmap wrote beside it, or its number if that is missing or taken."""
    found: dict[str, str] = {}
    taken = set()
    for id, node in graph.nodes.items():
        own = own_id(node.own)
        found[id] = own if own and own not in taken else f"node {id}"
        taken.add(found[id])
    return found
