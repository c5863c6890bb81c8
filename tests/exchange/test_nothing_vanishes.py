"""What is easily overlooked in files of other programs: each word of it is in the map, told, or refused."""

import json
from typing import Any

import pytest

from argmap.exchange import Content, Imported, read_foreign
from argmap.format import ReadError
from argmap.model import Inference


def _aif(kind: str, name: str, edge: dict[str, Any], *more: dict[str, Any]) -> Imported:
    nodes = [
        {"nodeID": "1", "type": "I", "text": "One."},
        {"nodeID": "2", "type": "I", "text": "Two."},
        {"nodeID": "3", "type": kind, "text": name},
        *more,
    ]
    edges = [{"fromID": "1", "toID": "3"} | edge, {"fromID": "3", "toID": "2"}]
    return read_foreign(Content(json.dumps({"nodes": nodes, "edges": edges}).encode()), "aif")


def _told(imported: Imported) -> list[str]:
    return [problem.message for problem in imported.problems]


def test_a_scheme_that_says_otherwise_than_its_node_is_kept():
    for kind, name in (("CA", "Support"), ("RA", "Default Conflict")):
        (inference,) = (entry for entry in _aif(kind, name, {}).map.entries.values() if isinstance(entry, Inference))
        assert inference.note == f"Scheme: {name}"


def test_what_edges_and_repeated_nodes_hold_besides_is_told():
    again = {"nodeID": "1", "type": "I", "text": "One.", "comment": "Other."}
    assert _told(_aif("RA", "", {"role": "minor"}, again)) == [
        "node 1 stands here again, and what it holds otherwise is left out",
        'what an edge held under "role" is left out',
    ]


def test_what_is_not_as_argmap_writes_it_is_told():
    odd = {"nodeID": "4", "type": "I", "text": "Four.", "argmap": "?", "majorClaim": "yes"}
    assert [message[:40] for message in _told(_aif("RA", "", {}, odd))] == [
        'what stands under "argmap" isn\'t what ar',
        "whether node 4 is a main claim isn't sai",
    ]


@pytest.mark.parametrize(
    "line", ["1.2. pro: B.", "1.2.Con: B.", "1.2. Con : B.", "1.2. Con\uff1a B.", "1.2.\u00a0Con: B."]
)
def test_a_stance_that_is_written_otherwise_is_refused_not_taken_for_text(line: str):
    with pytest.raises(ReadError) as raised:
        read_foreign(Content(f"1. Thesis.\n1.1. Pro: A.\n{line}\n".encode()), "kialo")
    assert [(problem.code, problem.line) for problem in raised.value.problems] == [("I004", 3)]


def test_a_carriage_return_alone_ends_a_line_of_kialos():
    map = read_foreign(Content(b"1. Thesis.\r1.1. Con: A.\r"), "kialo").map
    assert [entry.kind for entry in map.entries.values()] == ["statement", "objection", "statement"]


def test_attributes_and_text_that_no_graph_of_the_microtexts_has_are_told():
    text = (
        '<arggraph id="x" by="me"><edu id="e" implicit="true">One.</edu> stray '
        '<adu id="a" type="pro">inner</adu><edge id="s" src="e" trg="a" type="seg"/></arggraph>'
    )
    assert _told(read_foreign(Content(text.encode()), "microtexts")) == [
        "“by” of this <arggraph> is left out: “me”",
        "no text is expected in <arggraph>; left out: “stray”",
        "“implicit” of this <edu> is left out: “true”",
        "no text is expected in <adu>; left out: “inner”",
    ]
