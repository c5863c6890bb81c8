"""Writing AIF: the JSON of AIFdb, with what AIF has no place for beside each node, so that it comes back.

Other programs read the nodes and edges and pass over the key "argmap".
"""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.exchange.aif.graph import OWN
from argmap.exchange.aif.own import ROOT, fields_of
from argmap.exchange.aif.schemes import DEFAULTS, written_scheme
from argmap.exchange.refusals import loss
from argmap.model import ArgumentMap, Conditional, Entry, Inference, Objection, Problem, Scenario, Sentence, Source
from argmap.model.visible import json_text
from argmap.model.wording import sentence


def write(map: ArgumentMap, options: object = None) -> bytes:
    """The map as AIF: a line a node, a line an edge; nodes in the order of the map's file, numbered from 1."""
    ids = [id for id, entry in map.entries.items() if isinstance(entry, Sentence | Inference)]
    numbers = {id: str(number) for number, id in enumerate(ids, 1)}
    pairs = [(source, target) for id in ids for source, target in _edges(map, id)]
    edges = [
        {"edgeID": str(number), "fromID": numbers[source], "toID": numbers[target]}
        for number, (source, target) in enumerate(pairs, 1)
    ]
    schemes = [
        {"nodeID": numbers[id], "schemeID": DEFAULTS[entry.kind][2]}
        for id in ids
        if isinstance(entry := map.entries[id], Inference) and written_scheme(entry) == DEFAULTS[entry.kind][1]
    ]
    lists = {"nodes": [_node(map, id, numbers[id]) for id in ids], "edges": edges, "schemefulfillments": schemes}
    parts = [f'"{name}": {_lines(each)}' for name, each in lists.items()]
    parts += ['"participants": []', '"locutions": []', f'"{OWN}": {json_text(_whole(map))}']
    return ("{" + ",\n".join(parts) + "}\n").encode()


def left_out(map: ArgumentMap) -> tuple[Problem, ...]:
    """What comes back otherwise than it was: the entry without an id, if there is one."""
    said = "the empty id can't be kept; another is made when the file is read"
    return tuple(loss("I103", said, id=id) for id in map.entries if not id)


def _lines(each: Iterable[Mapping[str, Any]]) -> str:
    lines = ",\n  ".join(map(json_text, each))
    return f"[\n  {lines}\n]" if lines else "[]"


def _edges(map: ArgumentMap, id: str) -> list[tuple[str, str]]:
    """The edges that go out from an entry's node."""
    entry = map.entries[id]
    if isinstance(entry, Sentence):
        return [(id, inference) for inference in _drawn(map, entry)]
    return [(id, entry.target)] if isinstance(entry, Inference) and _aimed(map, entry) else []


def _drawn(map: ArgumentMap, entry: Sentence) -> list[str]:
    """The inferences that a sentence stands in, each once, without what is none."""
    return [id for id in dict.fromkeys(entry.stands_in) if isinstance(map.entries.get(id), Inference)]


def _aimed(map: ArgumentMap, entry: Inference) -> bool:
    """Whether an inference bears on what one of its kind can bear on."""
    kinds: tuple[type[Entry], ...] = (Sentence, Inference) if isinstance(entry, Objection) else (Sentence,)
    return isinstance(map.entries.get(entry.target), kinds)


def _node(map: ArgumentMap, id: str, number: str) -> dict[str, Any]:
    entry = map.entries[id]
    own: dict[str, Any] = {"id": id, "kind": entry.kind}
    if isinstance(entry, Inference):
        if not _aimed(map, entry):
            own["against" if isinstance(entry, Objection) else "for"] = entry.target
        own |= fields_of(entry, "target")
        return {"nodeID": number, "text": written_scheme(entry), "type": DEFAULTS[entry.kind][0], OWN: own}
    text = sentence(map, id)
    if isinstance(entry, Sentence) and list(entry.stands_in) != (drawn := _drawn(map, entry)):
        own |= {"in": list(entry.stands_in), "drawn": drawn}
    if isinstance(entry, Conditional):
        own |= {"written": text, **fields_of(entry, "stands_in")}
    else:
        own |= fields_of(entry, "stands_in", "text")
    return {"nodeID": number, "text": text, "type": "I", OWN: own}


def _whole(map: ArgumentMap) -> dict[str, Any]:
    kept = map.model_dump(mode="json", include=set(ROOT), exclude_defaults=True)
    entries = {
        id: {"kind": entry.kind, **fields_of(entry)}
        for id, entry in map.entries.items()
        if isinstance(entry, Source | Scenario)
    }
    return {"version": map.version, **kept, "order": list(map.entries), **({"entries": entries} if entries else {})}
