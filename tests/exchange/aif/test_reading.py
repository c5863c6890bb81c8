import json

import pytest

from argmap.exchange import Content, read_foreign
from argmap.format import ReadError
from argmap.model import Objection, Reason
from tests.exchange.aif.graphs import aif, read, shown

CARS = [("1", "I", "Close the town."), ("2", "I", "The air is foul."), ("3", "I", "Nobody needs a car.")]


def codes(imported) -> list[str]:
    return [problem.code for problem in imported.problems]


def told(imported) -> str:
    return "\n".join(problem.message for problem in imported.problems)


def refused(table, format=None) -> list[tuple[str, int, int, str]]:
    with pytest.raises(ReadError) as raised:
        read(table, format)
    return [(each.code, each.line, each.column, each.message) for each in raised.value.problems]


def test_all_premises_of_one_inference_are_linked_and_each_inference_is_a_reason_of_its_own():
    nodes = [*CARS, ("4", "RA"), ("5", "RA"), ("6", "I", "Trams run.")]
    imported = read(aif(nodes, ["2>4", "3>4", "4>1", "6>5", "5>1"]))
    assert (imported.format, imported.problems) == ("aif", ())
    assert shown(imported.map) == [
        "The air is foul. + Nobody needs a car. > Close the town.",
        "Trams run. > Close the town.",
    ]


def test_a_conflict_is_an_objection_to_the_statement_or_the_inference_that_it_leads_to():
    nodes = [*CARS, ("4", "CA"), ("5", "CA"), ("6", "I", "Ambulances."), ("7", "RA"), ("8", "CA"), ("9", "I", "Few.")]
    imported = read(aif(nodes, ["2>7", "7>1", "3>4", "4>7", "6>5", "5>4", "9>8", "8>1"]))
    assert not imported.problems
    reason = "The air is foul. > Close the town."
    undercut = f"Nobody needs a car. x ({reason})"
    assert set(shown(imported.map)) == {reason, undercut, f"Ambulances. x ({undercut})", "Few. x Close the town."}


def test_an_inference_with_several_conclusions_is_several_reasons_with_shared_premises_and_undercuts():
    nodes = [*CARS, ("4", "RA"), ("5", "CA"), ("6", "I", "Says who?")]
    imported = read(aif(nodes, ["2>4", "4>1", "4>3", "6>5", "5>4"]))
    assert not imported.problems
    one, other = "The air is foul. > Close the town.", "The air is foul. > Nobody needs a car."
    assert sorted(shown(imported.map)) == sorted([one, other, f"Says who? x ({one})", f"Says who? x ({other})"])


def test_a_premise_of_several_inferences_is_shared():
    imported = read(aif([*CARS, ("4", "RA"), ("5", "RA")], ["2>4", "4>1", "2>5", "5>3"]))
    shared = imported.map.entries["air-foul"]
    assert len(shared.stands_in) == 2
    assert len([row for row in imported.map.outline.rows if row.id == "air-foul"]) == 2


@pytest.mark.parametrize(
    "edges",
    [
        ["1>4", "4>2", "2>5", "5>1"],
        ["1>4", "4>1"],
        ["1>6", "6>7", "2>7", "7>6"],
        ["1>6", "6>7", "7>6", "6>2", "3>7"],
        ["1>6", "6>6", "2>7", "7>6"],
    ],
)
def test_circles_open(edges):
    imported = read(aif([*CARS, ("4", "RA"), ("5", "RA"), ("6", "CA"), ("7", "CA")], edges))
    used = {number for edge in edges for number in edge.split(">")} & {"4", "5", "6", "7"}
    assert len([1 for entry in imported.map.entries.values() if isinstance(entry, Reason | Objection)]) >= len(used)
    assert imported.map.outline.rows


def test_undercuts_that_multiply_at_every_step_are_told():
    nodes = [("0", "I", "S."), ("1", "I", "T.")]
    nodes += [(f"{side}{step}", "CA") for step in range(30) for side in "ab"]
    edges = ["a0>0", "a0>1", "b0>0", "b0>1"]
    edges += [f"{a}{step}>{b}{step - 1}" for step in range(1, 30) for a in "ab" for b in "ab"]
    assert [code for code, *_ in refused(aif(nodes, edges))] == ["I008"]


def test_a_scheme_that_argmap_knows_is_a_rule_another_is_a_note_and_a_default_says_nothing():
    nodes = [*CARS, ("4", "RA", "Modus Ponens"), ("5", "RA", "Default Inference"), ("6", "CA", "Conflict From Bias")]
    imported = read(
        aif(nodes, ["2>4", "4>1", "3>5", "5>1", "2>6", "6>3"], schemefulfillments=[{"nodeID": "5", "schemeID": "72"}])
    )
    reasons = [entry for entry in imported.map.entries.values() if isinstance(entry, Reason | Objection)]
    assert [(each.rule, each.note) for each in reasons] == [
        ("modus ponens", None),
        (None, None),
        (None, "Scheme: Conflict From Bias"),
    ]


def test_a_scheme_that_is_only_a_number_is_kept_as_one():
    table = aif([*CARS, ("4", "RA", "RA")], ["2>4", "4>1"], schemefulfillments=[{"nodeID": "4", "schemeID": 3}])
    assert read(table).map.entries["because-air-foul"].note == "Scheme: number 3 of AIFdb"


def test_what_a_map_has_no_place_for_is_told_with_its_line_and_number():
    nodes = [*CARS, ("4", "RA"), ("5", "RA"), ("6", "MA"), ("7", "PA"), ("8", "XY", "odd"), ("9", "RA")]
    table = aif(nodes, ["2>4", "4>1", "3>5", "5>4", "1>6", "6>2", "2>3", "9>1"], descriptorfulfillments=[{"a": 1}])
    table["nodes"][0]["colour of hope"] = "green"
    imported = read(table)
    lines = json.dumps(table, indent=1).splitlines()
    said = {problem.message: lines[problem.line - 1 : problem.line + 3] for problem in imported.problems}
    assert set(codes(imported)) == {"I101"}
    for word, place in (
        ("node 5 is a reason that bears on nothing in the map", '"5"'),
        ("node 5 supports the inference 4", '"5"'),
        ("node 6 (MA), a rephrasing (from 1 to 2), is left out", '"6"'),
        ("node 7 (PA), a preference (from nothing to nothing), is left out", '"7"'),
        ("of a type that argmap doesn't know, is left out: “odd”", '"8"'),
        ("the edge from 2 to 3 joins two statements", '"2"'),
        ('"colour of hope"', "green"),
        ("descriptorfulfillments", "descriptorfulfillments"),
    ):
        message = next(each for each in said if word in each)
        assert place in "".join(said[message]), message
    assert len(said) == 8


def test_what_else_a_file_holds_is_told():
    table = aif(CARS, [], heading="Cars", empty=[])
    assert [(each.code, each.message) for each in read(table).problems] == [
        ("I101", 'what stands under "heading" is left out')
    ]
    boxes = {"nodes": [{"nodeID": "1", "x": 3}], "url": "https://cars.example", "edges": []}
    assert told(read({"AIF": table, "OVA": boxes, "topic": "Cars", "dialog": True})).count("is left out") == 3


def test_a_scheme_or_a_comment_added_to_what_argmap_wrote_is_a_note_beside_its_own():
    table = aif([*CARS, ("4", "RA", "Default Inference")], ["2>4", "4>1"])
    table["nodes"][3] |= {"argmap": {"id": "r", "kind": "reason", "rule": "none", "note": "Hm."}, "comment": "Yes."}
    table["schemefulfillments"] = [{"nodeID": "4", "schemeID": "3"}]
    reason = read(table).map.entries["r"]
    assert (reason.rule, reason.note) == ("none", "Hm.\nScheme: number 3 of AIFdb\nYes.")


def test_each_fault_is_told_at_once_with_its_place():
    table = aif([*CARS, ("2", "I", "The air is good.")], ["2>77", "8>9"])
    table["nodes"] += ["five", {"type": "I"}, {"nodeID": "6", "text": "x"}, {"nodeID": 7, "type": "I", "text": []}]
    table["edges"] += [{"fromID": "1"}]
    found = refused(table)
    assert [code for code, *_ in found] == ["I006", *["I004"] * 4, *["I005"] * 3, "I004"]
    lines = json.dumps(table, indent=1).splitlines()
    assert [lines[line - 1][column - 1] for _, line, column, _ in found] == list('{"{{[{{{{')
    assert "line 8" in found[0][3]


def test_the_same_node_twice_is_one():
    imported = read(aif([*CARS, CARS[1], ("4", "RA")], ["2>4", "4>1", "2>4"]))
    assert not imported.problems
    assert shown(imported.map) == ["The air is foul. > Close the town."]


def test_numbers_of_nodes_may_be_numbers_or_texts():
    table = {
        "nodes": [
            {"nodeID": 0, "type": "I", "text": "A."},
            {"nodeID": "1", "type": "RA", "text": None},
            {"nodeID": 2, "type": "I", "text": "B."},
        ],
        "edges": [{"fromID": "2", "toID": 1}, {"fromID": 1, "toID": "0"}],
    }
    assert shown(read(table).map) == ["B. > A."]


def test_a_number_of_a_node_may_have_five_thousand_digits():
    digits = "9" * 5000
    node, edge = f'{{"nodeID": {digits}, "type": "I", "text": "A."}}', f'{{"fromID": 1, "toID": {digits}}}'
    text = f'{{"nodes": [{node}], "edges": [{edge}]}}'
    with pytest.raises(ReadError) as raised:
        read_foreign(Content(text.encode()))
    assert [each.message for each in raised.value.problems] == ["this edge leads from node 1, which is not in the file"]


def test_a_key_said_twice_is_told_where_the_second_differs():
    text = '{"nodes": [\n{"nodeID": 1, "type": "I", "text": "A.",\n "text": "B."}], "edges": [], "edges": []}'
    with pytest.raises(ReadError) as raised:
        read_foreign(Content(text.encode()), "aif")
    (problem,) = raised.value.problems
    assert (problem.code, problem.line, problem.column) == ("I006", 3, 2)
    assert "otherwise than in line 2" in problem.message


def test_half_a_character_is_told():
    text = '{"nodes": [{"nodeID": 1, "type": "I", "text": "A \\ud83d."}], "edges": []}'
    with pytest.raises(ReadError) as raised:
        read_foreign(Content(text.encode()), "aif")
    assert [(each.code, each.column) for each in raised.value.problems] == [("I002", 50)]


@pytest.mark.parametrize(
    "own",
    [
        {"id": "a", "kind": "statement", "implicit": "perhaps"},
        {"id": "a", "kind": "conditional", "if": "(b", "then": "c"},
        {"id": "a", "kind": "conditional", "if": "(" * 5000, "then": "c"},
        {"id": "a", "kind": "statement", "anchor": [{"source": 3}]},
    ],
)
def test_what_argmap_keeps_beside_a_node_is_checked(own):
    table = aif(CARS, [])
    table["nodes"][0]["argmap"] = own
    assert {code for code, *_ in refused(table)} == {"I004"}


def test_each_field_that_argmap_keeps_and_something_happened_to_is_told_at_its_place():
    table = aif(CARS, [])
    table["nodes"][0]["argmap"] = {"id": "a", "kind": "conditional", "if": "(b", "short": 3}
    line = json.dumps(table, indent=1).splitlines().index('   "argmap": {') + 1
    found = {message.partition(",")[0]: place for _, place, _, message in refused(table)}
    assert found == {'"if"': line + 3, '"then"': line, '"short"': line + 4}


def test_what_argmap_keeps_beside_the_whole_is_checked():
    assert [code for code, *_ in refused(aif(CARS, [], argmap={"tags": 3}))] == ["I004"]
    bad = {"entries": {"s": {"kind": "source", "day": "yesterday"}}}
    assert codes(read(aif(CARS, [], argmap=bad))) == ["I101"]
    assert codes(read(aif(CARS, [], argmap={"entries": {"x": 3}}))) == ["I101"]


def test_text_is_data():
    imported = read(aif([("1", "I", "<b>&amp; [red] $x$\x1b[31m")], []))
    assert [entry.text for _, entry in imported.map.sentences()] == ["<b>&amp; [red] $x$\x1b[31m"]


DIALOGUE = aif(
    [
        ("1", "I", "Close the town."),
        ("2", "I", "The air is foul."),
        ("3", "RA", "Default Inference"),
        ("4", "L", "Ann Lee : I say close it"),
        ("5", "YA", "Asserting"),
        ("6", "L", "Bob : the air is foul"),
        ("7", "YA", "Default Illocuting"),
        ("8", "TA", "Default Transition"),
        ("9", "YA", "Arguing"),
        ("10", "I", "Is it foul?"),
        ("11", "YA", "Pure Questioning"),
        ("12", "L", "Ann Lee : is it?"),
    ],
    ["2>3", "3>1", "4>5", "5>1", "6>7", "7>2", "4>8", "8>6", "8>9", "9>3", "12>11", "11>10"],
    participants=[{"participantID": 1, "firstname": "Ann", "surname": "Lee"}],
    locutions=[{"nodeID": "4", "personID": 1}, {"nodeID": "6", "personID": 2}, {"nodeID": "12", "personID": "1"}],
)


def test_who_asserts_a_statement_alone_among_several_speakers_claims_it():
    imported = read(DIALOGUE)
    assert [(entry.text, entry.by) for _, entry in imported.map.sentences()] == [
        ("Close the town.", "Ann Lee"),
        ("The air is foul.", "Bob"),
        ("Is it foul?", None),
    ]
    assert codes(imported) == ["I101"] * 8
    assert "node 12 (L), what is said in the dialogue, by Ann Lee, is left out: “Ann Lee : is it?”" in told(imported)


def test_where_one_speaks_alone_or_two_say_the_same_nobody_in_particular_claims_it():
    alone = {**DIALOGUE, "locutions": [DIALOGUE["locutions"][0]]}
    assert {entry.by for _, entry in read(alone).map.sentences()} == {None}
    bob = [{"participantID": 2, "firstname": "Bob", "surname": "None"}]
    both = {
        **DIALOGUE,
        "participants": DIALOGUE["participants"] + bob,
        "locutions": [*DIALOGUE["locutions"], {"nodeID": "4", "personID": 2}],
    }
    assert [entry.by for _, entry in read(both).map.sentences()] == [None, "Bob", None]


def test_a_locution_of_no_node_is_told():
    imported = read(aif(CARS, [], locutions=[{"nodeID": "99", "personID": 1}]))
    assert "node 99" in told(imported)


def test_xaif_is_the_graph_inside_it_and_its_text_is_told():
    text = {"txt": ' Ann <span class="highlighted" id="0">the air is foul.</span>.<br><br>'}
    imported = read({"AIF": DIALOGUE, "dialog": True, "ova": [], "text": text})
    assert imported.format == "xaif"
    assert imported.map == read(DIALOGUE).map
    assert "the text that was analysed (6 words) is left out" in told(imported)


def test_places_in_xaif_are_those_in_the_whole_file():
    found = refused({"text": "", "AIF": aif(CARS, ["1>9"])})
    assert [(code, column) for code, _, column, _ in found] == [("I005", 4)]


def test_version_3_of_ova_is_xaif_with_boxes():
    boxes = {"firstname": "", "nodes": [{"nodeID": "1", "visible": True, "x": 3, "y": 4}], "edges": []}
    imported = read({"AIF": aif([*CARS, ("4", "RA")], ["2>4", "4>1"]), "OVA": boxes, "text": "Enter your text here..."})
    assert (imported.format, imported.problems) == ("ova", ())
    assert shown(imported.map) == ["The air is foul. > Close the town."]


def test_version_2_of_ova_has_nodes_and_edges_as_objects():
    def node(id, kind, text, **more):
        looks = {"x": 1.5, "y": 2, "w": 3, "h": 4, "color": "b", "visible": True, "descriptors": {}, "cqdesc": {}}
        return {"id": id, "type": kind, "text": text, "scheme": "0", "participantID": "0", **looks, **more}

    nodes = [
        node(1, "I", "Close the town.", majorClaim=True),
        node(2, "I", "The air is\nfoul.", comment="from the survey"),
        node(3, "RA", "Argument from Expert Opinion", scheme="1"),
    ]
    edges = [{"from": nodes[1], "to": nodes[2], "visible": True}, {"from": {"id": 3}, "to": {"id": 1}}]
    analysis = {"txt": "<span id='node2'>The air is foul.</span>", "documentTitle": "Cars"}
    imported = read({"nodes": nodes, "edges": edges, "participants": [], "analysis": analysis})
    assert imported.format == "ova"
    assert codes(imported) == ["I101"]
    map = imported.map
    assert (map.title, map.main) == ("Cars", ("close-town",))
    assert map.entries["air-foul"].note == "from the survey"
    assert map.entries["because-air-foul"].note == "Scheme: Argument from Expert Opinion"
    assert shown(map) == ["The air is foul. > Close the town."]
