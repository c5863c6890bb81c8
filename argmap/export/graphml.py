"""GraphML: the map as a graph, for programs that draw, count and compare graphs.

Source: the GraphML Primer, graphml.graphdrawing.org/primer/graphml-primer.html.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from argmap.export.options import ExportOptions
from argmap.export.unmarked import refuse_empty, refuse_marks
from argmap.model import ArgumentMap, Entry, Inference, Reason, Scenario, Sentence, Source, formula
from argmap.model.links import formulas_of
from argmap.model.scenarios import denies, supposed_id
from argmap.model.visible import visible
from argmap.model.wording import sentence

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_POINTERS = ("in", "for", "against", "anchor", "suppose")
"""Keys of tables that are edges here."""
_NAME = re.compile(r"(?!n:)[\w.:-]+")
_TYPES: Mapping[type, str] = {bool: "boolean", int: "int", str: "string"}


class _Edge(NamedTuple):
    """From an entry to another, with what is said of that."""

    start: str
    end: str
    data: Mapping[str, str | int | bool]


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """A map as GraphML, UTF-8: every table is a node, every pointer an edge, whose `kind`s tell them apart.

    | edge | from | to | says |
    |-|-|-|-|
    | in | statement, conditional | the reason or objection it stands in | |
    | for, against | reason, objection | what it bears on | |
    | if, then, means | conditional, statement | what the formula mentions | `sign` - where that is denied in it |
    | anchor | statement | source | `para`, `from`, `to`, `words`, `hash` |
    | suppose | scenario | what it supposes | `sign` - where false |

    Nodes have `id`, `label`, `role`, `text` (of a conditional the composed sentence, where it has none of its own) and
    the keys of their tables; tags stand a line each, formulas as in the file. A node's name is its id, or where XML
    can't have it as a name, a number after "n:"; what is pointed to and isn't there is a node of the kind unknown.
    Characters that XML can't hold, or that steer terminals or text direction, are shown as signs. Raises DiagramError
    for a map without statements, and for marks, which it can't show.
    """
    refuse_marks(options, "graphml")
    refuse_empty(map)
    edges = [edge for id, entry in map.entries.items() for edge in _edges(id, entry)]
    unknown = dict.fromkeys(edge.end for edge in edges if edge.end not in map.entries)
    nodes = {id: _node(map, id, entry) for id, entry in map.entries.items()}
    nodes |= {id: {"kind": "unknown", "id": id} for id in unknown}
    names = {id: id if _NAME.fullmatch(id) else f"n:{number}" for number, id in enumerate(nodes)}
    graph = {"title": map.title, "main": "\n".join(map.main), "tags": "\n".join(map.tags), "note": map.note or ""}
    out = [_HEAD]
    keys: dict[tuple[str, str], tuple[str, str]] = {}
    body = [_data(keys, "graph", {name: value for name, value in graph.items() if value})]
    for id, data in nodes.items():
        body.append(f"<node id={_quoted(names[id])}>{_data(keys, 'node', data)}</node>")
    for edge in edges:
        ends = f"source={_quoted(names[edge.start])} target={_quoted(names[edge.end])}"
        body.append(f"<edge {ends}>{_data(keys, 'edge', edge.data)}</edge>")
    for (domain, name), (key, kind) in keys.items():
        out.append(f'<key id="{key}" for="{domain}" attr.name={_quoted(name)} attr.type="{kind}"/>\n')
    out += ['<graph edgedefault="directed">\n', *(f"{line}\n" for line in body if line), "</graph>\n</graphml>\n"]
    return "".join(out).encode()


def _node(map: ArgumentMap, id: str, entry: Entry) -> dict[str, str | int | bool]:
    """What is said of an entry, in the order of its keys in the file."""
    found: dict[str, str | int | bool] = {"kind": entry.kind, "id": id}
    if label := map.outline.labels.get(id):
        found["label"] = label
    if isinstance(entry, Sentence):
        found |= {"role": map.outline.roles[id], "text": sentence(map, id), "implicit": entry.implicit}
        found |= {"composed": True} if not getattr(entry, "text", None) else {}
    own: dict[str, Any] = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for name, value in own.items():
        if name not in _POINTERS and name not in found:
            found[name] = "\n".join(value) if isinstance(value, list) else value
    return found


def _edges(id: str, entry: Entry) -> Iterator[_Edge]:
    """Every pointer of an entry, one edge each."""
    if isinstance(entry, Sentence):
        yield from (_Edge(id, place, {"kind": "in"}) for place in dict.fromkeys(entry.stands_in))
        halves = ("if", "then") if len(formulas_of(entry)) > 1 else ("means",)
        for half, written in zip(halves, formulas_of(entry), strict=False):
            yield from (_Edge(id, atom, {"kind": half, "sign": sign}) for atom, sign in _signed(written))
    elif isinstance(entry, Inference):
        yield _Edge(id, entry.target, {"kind": "for" if isinstance(entry, Reason) else "against"})
    elif isinstance(entry, Scenario):
        for each in entry.suppose:
            yield _Edge(id, supposed_id(each), {"kind": "suppose", "sign": "-" if denies(each) else "+"})
    if isinstance(entry, Sentence | Source | Scenario):
        for anchor in entry.anchor:
            found = anchor.model_dump(by_alias=True, exclude={"source"}, exclude_none=True)
            yield _Edge(id, anchor.source, {"kind": "anchor", **found})


def _signed(written: formula.Formula) -> dict[tuple[str, str], None]:
    """The ids that a formula mentions, each with - where that is denied in it, else +; each such pair once."""
    found: dict[tuple[str, str], None] = {}
    waiting = [(written, "+")]
    while waiting:
        each, sign = waiting.pop()
        match each:
            case formula.Atom(id):
                found[id, sign] = None
            case formula.Not(operand):
                waiting.append((operand, "-" if sign == "+" else "+"))
            case formula.And(operands) | formula.Or(operands):
                waiting += [(operand, sign) for operand in reversed(operands)]
    return found


def _data(keys: dict[tuple[str, str], tuple[str, str]], domain: str, data: Mapping[str, str | int | bool]) -> str:
    """The data of a graph, node or edge; declares in `keys` what wasn't yet."""
    out = []
    for name, value in data.items():
        key, _ = keys.setdefault((domain, name), (f"d{len(keys)}", _TYPES[type(value)]))
        said = str(value).lower() if isinstance(value, bool) else escape(visible(str(value)))
        out.append(f'<data key="{key}">{said}</data>')
    return "".join(out)


def _quoted(text: str) -> str:
    return quoteattr(visible(text))
