import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange import Content, read_foreign
from argmap.export import export
from argmap.format import ReadError
from tests.exchange.aif.test_reading import DIALOGUE
from tests.exchange.mutated import is_told, mutated, mutations
from tests.random_maps import random_map

FORMATS = ["aif", "xaif", "ova", None]
FILES = [
    export(random_map(random.Random(4), 9), "aif"),
    json.dumps(DIALOGUE).encode(),
    json.dumps({"AIF": DIALOGUE, "OVA": {"nodes": [{"nodeID": 1}]}, "text": {"txt": "Foul."}}, indent=1).encode(),
]
PIECES = [
    b'"RA"',
    b'"CA"',
    b'"I"',
    b"null",
    b"[]",
    b"{}",
    b'"1"',
    b'"nodeID": "3",',
    b"[[",
    b"1e999",
    b"NaN",
    b"\\ud800",
]
PIECES += [b'"argmap": {"id": "s1", "kind": "conditional"},', b'"in": ["i1"],', b"}", b"]", b",", b'"', b"9" * 5000]
_keys = st.sampled_from(
    [
        *("nodes", "edges", "nodeID", "id", "text", "type", "fromID", "toID", "from", "to", "scheme", "argmap"),
        *("AIF", "OVA", "locutions", "personID", "participants"),
    ]
)
_leaves = st.none() | st.booleans() | st.integers(0, 4) | st.sampled_from(["I", "RA", "CA", "L", "YA", "1", "2", ""])
_values = st.recursive(
    _leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=5), max_leaves=20
)
_nodes = st.lists(
    st.fixed_dictionaries(
        {"nodeID": st.integers(1, 7), "type": st.sampled_from(["I", "I", "RA", "CA", "CA", "MA", "YA", "L"])},
        optional={"text": _leaves, "argmap": _values, "scheme": _leaves},
    ),
    max_size=8,
    unique_by=lambda node: node["nodeID"],
)
_edges = st.lists(st.fixed_dictionaries({"fromID": st.integers(1, 7), "toID": st.integers(1, 7)}), max_size=14)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES), mutations(PIECES), st.sampled_from(FORMATS))
def test_a_file_that_something_happened_to_is_read_or_told(file, cuts, format):
    assert is_told(mutated(file, cuts), format)


@settings(max_examples=60, deadline=None)
@given(_values, st.sampled_from(FORMATS))
def test_any_json_is_read_or_told(value, format):
    assert is_told(json.dumps(value).encode(), format)


@settings(max_examples=60, deadline=None)
@given(_nodes, _edges)
def test_any_graph_is_read_or_told(nodes, edges):
    known = {node["nodeID"] for node in nodes}
    edges = [edge for edge in edges if {edge["fromID"], edge["toID"]} <= known]
    assert is_told(json.dumps({"nodes": nodes, "edges": edges}).encode(), "aif")


@settings(max_examples=60, deadline=None)
@given(_nodes, _edges)
def test_every_number_of_a_node_that_is_no_statement_is_in_the_map_or_told(nodes, edges):
    nodes = [{**node, "text": f"Words of {node['nodeID']}.", "argmap": None} for node in nodes]
    known = {node["nodeID"]: node for node in nodes}
    edges = [edge for edge in edges if {edge["fromID"], edge["toID"]} <= known.keys()]
    if not any(node["type"] == "I" for node in nodes):
        return
    imported = read_foreign(Content(json.dumps({"nodes": nodes, "edges": edges}).encode()), "aif")
    words = " ".join(entry.model_dump_json() for entry in imported.map.entries.values())
    messages = " ".join(problem.message for problem in imported.problems)
    for number in known:
        assert f"Words of {number}." in words or f"node {number} " in messages


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("begin", ['{"nodes": ', "[", '{"AIF": {"nodes": ['])
def test_a_hundred_thousand_levels_are_told(begin, format):
    with pytest.raises(ReadError) as raised:
        read_foreign(Content((begin + "[" * 100_000 + "]" * 100_000).encode()), format)
    (problem,) = raised.value.problems
    assert (problem.code, problem.line) == ("I008", 1)
    assert 400 < (problem.column or 0) < 600


@pytest.mark.parametrize("format", FORMATS)
def test_json_that_breaks_off_is_told_with_its_place(format):
    with pytest.raises(ReadError) as raised:
        read_foreign(Content(b'{"nodes": [\n {"nodeID": 1,, "type": "I"}\n], "edges": []}'), format)
    (problem,) = raised.value.problems
    assert (problem.code, problem.line, problem.column) == ("I002", 2, 15)


def test_a_graph_without_statements_is_no_map():
    with pytest.raises(ReadError, match="holds no statement"):
        read_foreign(Content(b'{"nodes": [], "edges": []}'))
