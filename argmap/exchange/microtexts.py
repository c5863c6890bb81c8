"""Reading the argument graphs of the arg-microtexts corpus and of whatever else follows its scheme.

Segments (edu) make up units (adu) of the proponent or the opponent; edges support a unit (sup, exa), rebut it (reb),
undercut another edge (und), or add a premise to one (add). Source: Peldszus and Stede 2013, From argument diagrams to
argumentation mining in texts; the DTD that comes with the corpus.
"""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from argmap.exchange.assembly import Assembly
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.exchange.refusals import by_place, fault, loss, refusal
from argmap.exchange.xml_text import Xml
from argmap.format import ReadError
from argmap.model import Objection, Problem, Reason, Statement

_INFERRING = frozenset(("sup", "exa", "reb", "und"))
_OPPONENT = "opponent"
_EXAMPLE = "example"
_ATTRIBUTES = {
    "arggraph": ("id", "topic_id", "stance"),
    "edu": ("id",),
    "joint": ("id",),
    "adu": ("id", "type"),
    "edge": ("id", "type", "src", "trg"),
}
"""The attributes that each element has."""


def recognised(content: Content) -> bool:
    """Whether a file looks like a graph of this scheme."""
    return content.xml is not None and content.xml.root.tag == "arggraph"


def read(content: Content) -> Imported:
    """Read a graph; raises ReadError with every fault, each with its line and column."""
    if content.broken is not None:
        raise content.broken
    if content.xml is None or content.xml.root.tag != "arggraph":
        raise refusal("I004", "expected an <arggraph> as the outermost element", 1, 1)
    graph = _Graph(content.xml)
    graph.settle()
    assembly = graph.assembly()
    graph.settle()
    return Imported("microtexts", assembly.finished(), tuple(sorted(graph.losses, key=by_place)))


class _Edge(NamedTuple):
    element: Element
    kind: str
    source: str
    target: str


class _Graph:
    """What stands in a file, by id, and what was noticed in it."""

    def __init__(self, xml: Xml) -> None:
        self.xml = xml
        self.faults: list[Problem] = []
        self.losses: list[Problem] = []
        self.elements: dict[str, Element] = {}
        self.edges: dict[str, _Edge] = {}
        self.tell_more(xml.root, "".join((xml.root.text or "", *(element.tail or "" for element in xml.root))))
        for element in xml.root:
            self.take(element)
        for id, edge in self.edges.items():
            self.check(id, edge)

    def settle(self) -> None:
        """Raise every fault found so far."""
        if self.faults:
            raise ReadError(sorted(self.faults, key=by_place))

    def fault(self, code: str, message: str, element: Element, advice: str | None = None) -> None:
        self.faults.append(fault(code, message, *self.xml.place(element), advice=advice))

    def loss(self, code: str, message: str, element: Element) -> None:
        self.losses.append(loss(code, message, *self.xml.place(element)))

    def take(self, element: Element) -> None:
        if element.tag not in ("edu", "joint", "adu", "edge"):
            words = _words(element)
            said = f": “{words}”" if words else ""
            self.loss("I101", f"<{element.tag}> is no part of a graph that argmap knows; left out{said}", element)
            return
        id = element.get("id")
        if not id:
            self.fault("I004", f"this <{element.tag}> has no id", element)
            return
        if id in self.elements:
            line = self.xml.place(self.elements[id])[0]
            self.fault("I006", f'the id "{id}" stands in line {line} already', element, "give one of them another id")
            return
        self.elements[id] = element
        self.tell_more(element, "" if element.tag in ("edu", "joint") else "".join(element.itertext()))
        if element.tag == "edge":
            kind, source, target = (element.get(name) or "" for name in ("type", "src", "trg"))
            self.edges[id] = _Edge(element, kind, source, target)
            for name, value in (("type", kind), ("src", source), ("trg", target)):
                if not value:
                    self.fault("I004", f'the edge "{id}" has no "{name}"', element)

    def tell_more(self, element: Element, text: str) -> None:
        """Note the attributes that no such element has, and text where none is expected."""
        for name, value in element.attrib.items():
            if name not in _ATTRIBUTES[element.tag]:
                self.loss("I101", f"“{name}” of this <{element.tag}> is left out: “{value}”", element)
        if words := " ".join(text.split()):
            self.loss("I101", f"no text is expected in <{element.tag}>; left out: “{words}”", element)

    def check(self, id: str, edge: _Edge) -> None:
        """Note an edge whose ends are missing, or are what an edge of its type can't join."""
        for end, word in ((edge.source, "from"), (edge.target, "to")):
            if end and end not in self.elements:
                self.fault("I005", f'the edge "{id}" leads {word} "{end}", which is not in the file', edge.element)
        if not {edge.source, edge.target} <= self.elements.keys():
            return
        ends = self.elements[edge.source].tag, self.elements[edge.target].tag
        if edge.kind == "seg":
            fits = ends in (("edu", "adu"), ("edu", "joint"), ("joint", "adu"))
        elif edge.kind in ("und", "add"):
            fits = ends == ("adu", "edge") and self.edges[edge.target].kind in ("add", *_INFERRING)
        else:
            fits = ends == ("adu", "adu") or edge.kind not in _INFERRING
        if not fits:
            said = f'the edge "{id}" ({edge.kind}) can\'t lead from "{edge.source}" to "{edge.target}"'
            self.fault("I004", said, edge.element)

    def assembly(self) -> Assembly:
        """Everything that the graph says, under its own ids."""
        root = self.xml.root
        topic = (root.get("topic_id") or "").replace("_", " ").strip()
        named = (("id", "graph"), ("topic_id", "topic"), ("stance", "stance"))
        told = [f"{word}: {value}" for name, word in named if (value := root.get(name))]
        made = Assembly(title=topic[:1].upper() + topic[1:] or root.get("id") or "", note="; ".join(told) or None)
        stands_in: dict[str, list[str]] = {}
        bases = self.bases()
        for id, edge in self.edges.items():
            if id in bases:
                stands_in.setdefault(edge.source, []).append(bases[id])
            elif edge.kind == "add":
                self.fault("I004", f'the edge "{id}" adds a premise to itself', edge.element)
        segments = self.segments()
        for id, element in self.elements.items():
            if element.tag == "adu":
                made.add(id, self.statement(id, element, segments.get(id, ""), stands_in.get(id, [])))
            elif id in self.edges:
                self.inference(made, id, self.edges[id], bases)
        return made

    def bases(self) -> dict[str, str]:
        """The inference that each edge between units belongs to: an edge that adds a premise to that of its target.

        Edges that add to each other in a circle belong to none.
        """
        found = {id: id for id, edge in self.edges.items() if edge.kind in _INFERRING}
        waiting = list(found)
        adding: dict[str, list[str]] = {}
        for id, edge in self.edges.items():
            if edge.kind == "add":
                adding.setdefault(edge.target, []).append(id)
        while waiting:
            at = waiting.pop()
            for id in adding.get(at, ()):
                found[id] = found[at]
                waiting.append(id)
        return found

    def segments(self) -> dict[str, str]:
        """The words of each unit, and a note of what is said more than once or belongs to none."""
        parts: dict[str, dict[str, None]] = {}
        position = {id: number for number, id in enumerate(self.elements)}
        for edge in self.edges.values():
            if edge.kind == "seg":
                parts.setdefault(edge.target, {})[edge.source] = None
        used = {id for sources in parts.values() for id in sources}
        for id, element in self.elements.items():
            if element.tag in ("edu", "joint") and id not in used:
                words = _words(element)
                what = "this segment belongs" if element.tag == "edu" else "these joined segments belong"
                self.loss("I101", f"{what} to no unit; left out{f': “{words}”' if words else ''}", element)
        found: dict[str, str] = {}
        for id, sources in parts.items():
            element = self.elements[id]
            if element.tag != "adu":
                continue
            if len(sources) > 1:
                said = f'the unit "{id}" is said in {len(sources)} places; they are joined into one statement'
                self.loss("I102", said, element)
            segments = [each for source in sources for each in parts.get(source, {source: None})]
            ordered = sorted(dict.fromkeys(segments), key=position.__getitem__)
            found[id] = " ".join(words for each in ordered if (words := _words(self.elements[each])))
        return found

    def statement(self, id: str, element: Element, text: str, stands_in: list[str]) -> Statement:
        by = element.get("type")
        if not text:
            self.fault("I004", f'the unit "{id}" has no words: no segment belongs to it', element)
        if by not in ("pro", "opp"):
            self.loss("I101", f'the unit "{id}" is neither pro nor opp; whose it is, is left out', element)
        return Statement(text=text, stands_in=tuple(dict.fromkeys(stands_in)), by=_OPPONENT if by == "opp" else None)

    def inference(self, made: Assembly, id: str, edge: _Edge, bases: dict[str, str]) -> None:
        match edge.kind:
            case "sup" | "exa":
                made.add(id, Reason(target=edge.target, tags=(_EXAMPLE,) if edge.kind == "exa" else ()))
            case "reb":
                made.add(id, Objection(target=edge.target))
            case "und":
                target = bases.get(edge.target, edge.target)
                made.add(id, Objection(target=target))
                if target != edge.target:
                    said = f'"{id}" undercuts an added premise; here it is against the whole inference "{target}"'
                    self.loss("I102", said, edge.element)
            case "seg" | "add":
                pass
            case _:
                said = f'the edge "{id}" from "{edge.source}" to "{edge.target}" is of a type that argmap doesn\'t know'
                self.loss("I101", f"{said} ({edge.kind}); left out", edge.element)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
