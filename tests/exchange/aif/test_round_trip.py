import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange import Content, read_foreign
from argmap.exchange.aif.writing import left_out
from argmap.export import FORMATS, export
from argmap.export.registry import exported, format_of
from argmap.format import read as read_map
from argmap.model import ArgumentMap, Conditional, Objection, Reason, Statement
from argmap.model.formula import Atom
from tests.exchange.aif.graphs import shown
from tests.exchange.unsound_maps import maps
from tests.random_maps import random_map

SMALL = read_map(
    b"""argmap = 1
title = "Cars"

[source.report]
file = "report.md"
date = 2025-03-04

[statement.close]
text = "The town should close to cars."

[reason.air]
for = "close"
rule = "modus ponens"
section = "Health"

[statement.unsafe]
text = "The air is unsafe."
in = "air"
anchor = { source = "report", para = 2, from = "the air" }

[conditional.if-unsafe]
if = "unsafe"
then = "close"
in = "air"

[objection.but]
against = "air"
answered = "It is measured daily."

[statement.measured]
text = "Nobody measures."
in = "but"
by = "the council"
"""
).map


def back(data: bytes) -> ArgumentMap:
    read = read_foreign(Content(data))
    assert (read.format, read.problems) == ("aif", ())
    return read.map


def changed(map: ArgumentMap, change) -> tuple[ArgumentMap, list[str]]:
    """The map and the codes of the problems that come back when another program has changed the file."""
    table = json.loads(export(map, "aif"))
    change(table)
    read = read_foreign(Content(json.dumps(table, indent=1).encode()))
    return read.map, [problem.code for problem in read.problems]


def number(table, id: str) -> str:
    return next(node["nodeID"] for node in table["nodes"] if node["argmap"]["id"] == id)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_any_map_comes_back_the_same_and_in_the_same_order(map):
    assert not left_out(map)
    assert back(export(map, "aif")) == map


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 30))
def test_a_sound_map_comes_back_the_same(seed, size):
    map = random_map(random.Random(seed), size)
    assert back(export(map, "aif")) == map


def test_other_programs_find_statements_inferences_and_edges_in_the_order_of_the_file():
    table = json.loads(export(SMALL, "aif"))
    assert [(node["nodeID"], node["type"], node["text"]) for node in table["nodes"]] == [
        ("1", "I", "The town should close to cars."),
        ("2", "RA", "modus ponens"),
        ("3", "I", "The air is unsafe."),
        ("4", "I", "If the air is unsafe, then the town should close to cars."),
        ("5", "CA", "Default Conflict"),
        ("6", "I", "Nobody measures."),
    ]
    assert [(edge["fromID"], edge["toID"]) for edge in table["edges"]] == [
        ("2", "1"),
        ("3", "2"),
        ("4", "2"),
        ("5", "2"),
        ("6", "5"),
    ]
    assert table["schemefulfillments"] == [{"nodeID": "5", "schemeID": "71"}]


def test_the_format_is_chosen_by_its_ending():
    assert format_of("cars.aif.json") is FORMATS["aif"]
    assert FORMATS["aif"].suffix == ".aif.json"


def test_without_what_argmap_keeps_for_itself_the_graph_still_says_the_argument():
    def strip(table):
        del table["argmap"]
        for node in table["nodes"]:
            del node["argmap"]

    map, codes = changed(SMALL, strip)
    assert not codes
    conditional = "If the air is unsafe, then the town should close to cars."
    reason = f"The air is unsafe. + {conditional} > The town should close to cars."
    assert shown(map) == [reason, f"Nobody measures. x ({reason})"]
    assert map.inference("because-air-unsafe").rule == "modus ponens"


def test_a_node_removed_elsewhere_is_removed_and_the_rest_keeps_its_fields():
    def remove(table):
        gone = number(table, "unsafe")
        table["nodes"] = [node for node in table["nodes"] if node["nodeID"] != gone]
        table["edges"] = [edge for edge in table["edges"] if gone not in (edge["fromID"], edge["toID"])]

    map, codes = changed(SMALL, remove)
    assert not codes
    assert map.entries == {id: entry for id, entry in SMALL.entries.items() if id != "unsafe"}


def test_an_inference_removed_elsewhere_leaves_its_statements_loose():
    def remove(table):
        gone = {number(table, "air"), number(table, "but")}
        table["nodes"] = [node for node in table["nodes"] if node["nodeID"] not in gone]
        table["edges"] = [edge for edge in table["edges"] if not gone & {edge["fromID"], edge["toID"]}]

    map, _ = changed(SMALL, remove)
    assert shown(map) == []
    assert map.entries["unsafe"] == SMALL.entries["unsafe"].model_copy(update={"stands_in": ()})


def test_edges_and_nodes_added_elsewhere_are_added():
    def add(table):
        table["nodes"].append({"nodeID": "new", "type": "I", "text": "Trams run."})
        table["edges"].append({"edgeID": "x", "fromID": "new", "toID": number(table, "air")})
        table["edges"].append({"edgeID": "y", "fromID": number(table, "measured"), "toID": number(table, "air")})

    map, codes = changed(SMALL, add)
    assert not codes
    assert map.entries["trams-run"] == Statement(text="Trams run.", stands_in=("air",))
    assert map.entries["measured"].stands_in == ("but", "air")
    assert map.entries["measured"].by == "the council"


def test_texts_changed_elsewhere_are_changed_and_a_conditional_asks_to_be_looked_at():
    def reword(table):
        for node in table["nodes"]:
            if node["argmap"]["id"] in ("unsafe", "if-unsafe"):
                node["text"] = node["text"].replace("unsafe", "foul")

    map, codes = changed(SMALL, reword)
    assert codes == ["I102"]
    assert map.entries["unsafe"] == SMALL.entries["unsafe"].model_copy(update={"text": "The air is foul."})
    conditional = map.entries["if-unsafe"]
    assert isinstance(conditional, Conditional)
    assert (conditional.text, conditional.antecedent) == (
        "If the air is foul, then the town should close to cars.",
        Atom("unsafe"),
    )


def test_support_that_was_made_an_attack_elsewhere_is_one_and_what_an_attack_has_no_field_for_is_told():
    def attack(table):
        node = table["nodes"][1]
        node |= {"type": "CA", "text": "Default Conflict"}

    map, codes = changed(SMALL, attack)
    assert codes == ["I101"]
    assert map.entries["air"] == Objection(target="close")


def test_a_second_conclusion_drawn_elsewhere_is_a_second_reason_with_the_same_premises():
    def conclude(table):
        table["edges"].append({"edgeID": "x", "fromID": number(table, "air"), "toID": number(table, "measured")})

    map, _ = changed(SMALL, conclude)
    second = next(id for id, entry in map.entries.items() if isinstance(entry, Reason) and id != "air")
    assert map.entries["air"] == SMALL.entries["air"]
    assert map.entries[second].target == "measured"
    assert map.links.members[second] == map.links.members["air"] == ("unsafe", "if-unsafe")


def test_where_edges_changed_elsewhere_pointers_to_nothing_give_way_to_them():
    entries = {
        "s": Statement(text="S."),
        "r": Reason(target="nothing"),
        "p": Statement(text="P.", stands_in=("r", "nowhere", "r")),
    }
    map = ArgumentMap(entries=entries)
    assert back(export(map, "aif")) == map

    def join(table):
        table["edges"] = [{"edgeID": "x", "fromID": number(table, "r"), "toID": number(table, "s")}]

    joined, _ = changed(map, join)
    assert joined.entries["r"] == Reason(target="s")
    assert joined.entries["p"].stands_in == ()
    assert len(joined.entries) == 3


def test_a_node_copied_elsewhere_gets_an_id_of_its_own():
    def copy(table):
        table["nodes"].append({**table["nodes"][2], "nodeID": "copy", "text": "The air is damp."})

    map, _ = changed(SMALL, copy)
    assert map.entries["unsafe"] == SMALL.entries["unsafe"]
    assert map.entries["air-damp"].anchor == SMALL.entries["unsafe"].anchor


def test_an_empty_id_is_told_and_any_other_is_kept():
    map = ArgumentMap(entries={"": Statement(text="A."), "a b": Statement(text="B.")})
    (file,) = exported(map, "aif")
    assert [(problem.code, problem.id) for problem in file.problems] == [("I103", "")]
    assert list(back(file.data).entries) == ["a b", "a"]


def test_a_thousand_statements_come_back():
    map = random_map(random.Random(1), 1000)
    assert back(export(map, "aif")) == map


def test_objections_to_objections_ten_thousand_deep_come_back():
    entries = {"s": Statement(text="S."), "o0": Objection(target="s")}
    entries |= {f"o{n}": Objection(target=f"o{n - 1}") for n in range(1, 10_000)}
    map = ArgumentMap(entries={**entries, "m": Statement(text="M.", stands_in=("o9999",))})
    assert back(export(map, "aif")) == map
