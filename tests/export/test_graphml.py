"""GraphML as networkx loads it: the same tables, pointers and texts as the map's."""

import io
import random
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.marks import Marks
from argmap.export import ExportOptions, export, graphml
from argmap.model import (
    Anchor,
    ArgumentMap,
    Conditional,
    Inference,
    Objection,
    Reason,
    Scenario,
    Sentence,
    Source,
    Statement,
)
from argmap.model.links import mentioned_by
from argmap.model.visible import visible
from argmap.model.wording import sentence
from argmap.workspace.files import open_map
from tests.diagram import samples
from tests.export.hostile import TEXTS
from tests.random_maps import random_map

MAPS = Path(__file__).parents[2] / "maps"


def loaded(map: ArgumentMap) -> "networkx.DiGraph":
    return networkx.read_graphml(io.BytesIO(export(map, "graphml")))


def kinds(graph: "networkx.DiGraph") -> Counter[str]:
    return Counter(data["kind"] for _, _, data in graph.edges(data=True))


@pytest.mark.parametrize("seed", range(6))
def test_networkx_finds_every_table_pointer_and_text(seed: int) -> None:
    rng = random.Random(seed)
    files = sorted(MAPS.glob("*.toml"))
    map = open_map(files[seed]).map if seed < len(files) else random_map(rng, 40) if seed % 2 else samples.wild(rng, 40)
    graph = loaded(map)
    known = {id: data for id, data in graph.nodes(data=True) if data["kind"] != "unknown"}
    assert list(known) == list(map.entries)
    for id, entry in map.entries.items():
        assert known[id]["kind"] == entry.kind
        if isinstance(entry, Sentence):
            assert known[id]["text"] == sentence(map, id)
            assert known[id]["role"] == map.outline.roles[id]
            assert known[id]["implicit"] is entry.implicit
            assert known[id].get("by") == entry.by
        assert known[id].get("label") == map.outline.labels.get(id)
        assert known[id].get("note") == entry.note
    found = kinds(graph)
    assert found["in"] == sum(len(set(entry.stands_in)) for _, entry in map.sentences())
    inferences = [entry for entry in map.entries.values() if isinstance(entry, Inference)]
    assert found["for"] + found["against"] == len(inferences)
    ends = {(a, b) for a, b, data in graph.edges(data=True) if data["kind"] in ("if", "then", "means")}
    assert ends == {(id, atom) for id, entry in map.sentences() for atom in mentioned_by(entry)}


def test_edges_say_what_they_are() -> None:
    map = ArgumentMap(
        title="T",
        note="About it.",
        main=("a",),
        entries={
            "s": Source(title="A source"),
            "a": Statement(text="A.", anchor=(Anchor(source="s", para=3, head="the first", tail="the last", words=9),)),
            "r": Reason(target="a", rule="modus ponens"),
            "c": Conditional(antecedent="b and not (q or not b)", consequent="a", stands_in=("r",)),
            "b": Statement(text="B.", stands_in=("r",), tags=("x", "y z"), implicit=True),
            "q": Statement(text="Q."),
            "o": Objection(target="r", answered="Why not."),
            "w": Scenario(title="What if", suppose=("q", "not b")),
        },
    )
    graph = loaded(map)
    assert graph.graph["title"] == "T"
    assert graph.nodes["c"]["if"] == "b and not (q or not b)"
    assert graph.nodes["c"]["composed"] is True
    assert graph.nodes["b"]["tags"] == "x\ny z"
    assert graph.nodes["o"]["answered"] == "Why not."
    assert graph.edges["a", "s"] == {
        "kind": "anchor", "para": 3, "from": "the first", "to": "the last", "words": 9,
    }  # fmt: skip
    assert graph.edges["c", "q"] == {"kind": "if", "sign": "-"}
    assert graph.edges["c", "b"]["sign"] == "+"
    assert graph.edges["c", "a"] == {"kind": "then", "sign": "+"}
    assert graph.edges["r", "a"] == {"kind": "for"}
    assert graph.edges["o", "r"] == {"kind": "against"}
    assert graph.edges["w", "b"] == {"kind": "suppose", "sign": "-"}


def test_a_shared_premise_is_one_node_with_two_edges() -> None:
    graph = loaded(samples.small())
    assert sorted(graph.successors("limit")) == ["because-limit", "because-shops"]


def test_a_formula_may_mention_the_same_twice() -> None:
    map = ArgumentMap(entries={"c": Conditional(antecedent="a or not a", consequent="a"), "a": Statement(text="A.")})
    assert sorted((data["kind"], data["sign"]) for _, _, data in loaded(map).edges(data=True)) == [
        ("if", "+"), ("if", "-"), ("then", "+"),
    ]  # fmt: skip


def test_texts_come_back_as_themselves_and_what_xml_cannot_hold_as_signs() -> None:
    texts = [*TEXTS, "a\nb", "]]>", "<!DOCTYPE x>", "nul \x00 esc \x1b", "\ud800 \ufffe", "\u202e", "\r", "京都 🚌"]
    graph = loaded(ArgumentMap(entries={f"s{at}": Statement(text=text) for at, text in enumerate(texts)}))
    assert [graph.nodes[f"s{at}"]["text"] for at in range(len(texts))] == [visible(text) for text in texts]
    assert visible("\x00") == "␀"


def test_any_id_has_a_node_and_says_itself() -> None:
    ids = ["a b", "<x>", 'q"', "ok-1", "é", "\x1b", "n:1"]
    graph = loaded(ArgumentMap(entries={id: Statement(text=id) for id in ids}))
    assert [data["id"] for _, data in graph.nodes(data=True)] == [visible(id) for id in ids]


def test_what_is_not_there_is_a_node_that_says_so() -> None:
    graph = loaded(ArgumentMap(entries={"a": Statement(text="A.", stands_in=("nowhere",))}))
    assert graph.nodes["nowhere"] == {"kind": "unknown", "id": "nowhere"}


def test_every_key_is_declared_once_with_its_type() -> None:
    root = ElementTree.fromstring(export(open_map(MAPS / "night-bus.argmap.toml").map, "graphml"))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    declared = {key.get("id"): (key.get("for"), key.get("attr.name"), key.get("attr.type")) for key in root}
    del declared[None]
    assert len(set(declared.values())) == len(declared)
    assert ("node", "implicit", "boolean") in declared.values()
    assert ("edge", "para", "int") in declared.values()
    assert {data.get("key") for data in root.iter(f"{space}data")} == set(declared)


def test_it_shows_no_scenario_and_depth_has_no_limit() -> None:
    with pytest.raises(DiagramError, match="no scenario"):
        export(samples.small(), "graphml", ExportOptions(marks=Marks()))
    assert graphml.write(samples.deep(5000), ExportOptions()).count(b"<node ") == 9999
