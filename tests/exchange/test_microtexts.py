from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check import check
from argmap.exchange import Content, Imported, read_foreign
from argmap.export import export
from argmap.format import ReadError
from argmap.model import Inference, Objection, Reason, Statement
from tests import microtexts
from tests.exchange.mutated import is_told, mutated, mutations

GRAPH = """<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="cars" topic_id="close_the_town" stance="pro">
  <edu id="e1"><![CDATA[The air is foul,]]></edu>
  <edu id="e2"><![CDATA[so close the town.]]></edu>
  <edu id="e3"><![CDATA[But ambulances]]></edu>
  <edu id="e4"><![CDATA[need the streets.]]></edu>
  <edu id="e5"><![CDATA[They are few.]]></edu>
  <edu id="e6"><![CDATA[It is like fog & soot.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="opp"/>
  <adu id="a5" type="pro"/>
  <adu id="a6" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/>
  <edge id="s2" src="e2" trg="a2" type="seg"/>
  <edge id="s4" src="e4" trg="j1" type="seg"/>
  <edge id="s3" src="e3" trg="j1" type="seg"/>
  <edge id="s5" src="j1" trg="a3" type="seg"/>
  <edge id="s6" src="e5" trg="a5" type="seg"/>
  <edge id="s7" src="e6" trg="a6" type="seg"/>
  <edge id="c1" src="a1" trg="a2" type="sup"/>
  <edge id="c2" src="a3" trg="c1" type="und"/>
  <edge id="c3" src="a5" trg="c2" type="add"/>
  <edge id="c4" src="a6" trg="a1" type="exa"/>
</arggraph>
"""
PIECES = [
    b"<edu",
    b"/>",
    b"<!-- -->",
    b'id="a1"',
    b'id="c1"',
    b"&x;",
    b'type="add"',
    b'trg="c1"',
    b'src="a1"',
    b"<",
    b'"',
]


def read(text: str, format: str | None = None) -> Imported:
    return read_foreign(Content(text.encode(), "cars.xml"), format)


def refused(text: str, format: str | None = None) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(ReadError) as raised:
        read(text, format)
    return [(problem.code, problem.line, problem.column) for problem in raised.value.problems]


@microtexts.needed
def test_the_whole_corpus_is_read_with_its_counts_and_comes_back_from_aif_and_argdown():
    counts = Counter[str]()
    for file in microtexts.FILES:
        imported = read_foreign(Content(file.read_bytes(), file.name))
        map = imported.map
        assert (imported.format, imported.problems) == ("microtexts", ())
        assert len(map.outline.roots) == len(map.outline.mains) == 1
        assert not map.outline.tray
        assert {row.kind.value for row in map.outline.rows} == {"sentence", "inference"}
        assert not [problem for problem in check(map) if problem.code.startswith("M") and problem.severity == "error"]
        for format in ("aif", "argdown"):
            back = read_foreign(Content(export(map, format)))
            assert (back.format, back.map, back.problems) == (format, map, ())
        for id, entry in map.entries.items():
            counts["units"] += isinstance(entry, Statement)
            if isinstance(entry, Inference):
                members = len(map.links.members[id])
                counts["relations"] += 1
                counts["linked"] += members > 1
                counts["undercuts"] += isinstance(map.entries[entry.target], Inference)
            counts["units of opponents"] += isinstance(entry, Statement) and entry.by == "opponent"
            counts["examples"] += isinstance(entry, Reason) and entry.tags == ("example",)
    assert len(microtexts.FILES) == 112
    assert counts == {
        "units": 576,
        "relations": 443,
        "undercuts": 63,
        "linked": 20,
        "units of opponents": counts["units of opponents"],
        "examples": 9,
    }
    written = sum(file.read_text().count('type="opp"') for file in microtexts.FILES)
    assert counts["units of opponents"] == written > 100


def test_segments_are_joined_premises_linked_and_inferences_undercut():
    imported = read(GRAPH)
    map = imported.map
    assert not imported.problems
    assert (map.title, map.note) == ("Close the town", "graph: cars; topic: close_the_town; stance: pro")
    texts = {entry.text: (id, entry.by) for id, entry in map.sentences()}
    assert texts["But ambulances need the streets."][1] == "opponent"
    assert texts["The air is foul,"][1] is None
    (root,) = map.outline.roots
    (reason,) = map.links.inferences[root]
    assert map.links.members[reason] == (texts["The air is foul,"][0],)
    (undercut,) = map.links.inferences[reason]
    assert isinstance(map.entries[undercut], Objection)
    assert map.links.members[undercut] == (texts["But ambulances need the streets."][0], texts["They are few."][0])
    (example,) = map.links.inferences[texts["The air is foul,"][0]]
    assert map.entries[example] == Reason(target=texts["The air is foul,"][0], tags=("example",))


def test_what_is_said_twice_or_left_out_is_told():
    text = GRAPH.replace("</arggraph>", "  <edu id='e7'>By the way.</edu>\n  <odd>Hm</odd>\n</arggraph>")
    text = text.replace('<edge id="s7"', '<edge id="s8" src="e5" trg="a2" type="seg"/>\n  <edge id="s7"')
    text = text.replace('<edge id="c4"', '<edge id="c5" src="a6" trg="a1" type="like"/>\n  <edge id="c4"')
    imported = read(text)
    assert [(problem.code, problem.line) for problem in imported.problems] == [
        ("I102", 11),
        ("I101", 26),
        ("I101", 28),
        ("I101", 29),
    ]
    assert "so close the town. They are few." in {entry.text for _, entry in imported.map.sentences()}
    assert "“By the way.”" in imported.problems[2].message


def test_an_undercut_of_an_added_premise_is_one_of_the_whole_and_told():
    imported = read(GRAPH.replace('src="a6" trg="a1" type="exa"', 'src="a6" trg="c3" type="und"'))
    (problem,) = imported.problems
    assert (problem.code, problem.line) == ("I102", 25)


def test_each_fault_is_told_at_once_with_its_place():
    text = GRAPH.replace('<adu id="a2" type="pro"/>', '<adu type="pro"/>').replace('trg="c2" type="add"', 'type="add"')
    text = text.replace('id="e2"', 'id="e1"').replace('trg="a1" type="exa"', 'trg="c1" type="exa"')
    assert refused(text) == [
        ("I006", 4, 3),
        ("I004", 11, 3),
        ("I005", 16, 3),
        ("I005", 16, 3),
        ("I005", 22, 3),
        ("I004", 24, 3),
        ("I004", 25, 3),
    ]
    assert refused(GRAPH.replace('trg="c2" type="add"', 'trg="c3" type="add"')) == [("I004", 24, 3)]
    assert refused(GRAPH.replace('<edge id="s1" src="e1" trg="a1" type="seg"/>', "")) == [("I004", 10, 3)]


def test_xml_that_breaks_off_is_told_with_its_place():
    assert refused(GRAPH[:-13]) == [("I002", 25, 47)]
    assert refused(GRAPH.replace('type="opp"/>', 'type="opp">')) == [("I002", 26, 3)]


@pytest.mark.parametrize("format", ["microtexts", None])
def test_entities_and_files_elsewhere_are_not_followed(format):
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">\n' for n in range(1, 10))
    for inside in (
        f'<!ENTITY l0 "lol">{lol}',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "x.dtd">%p;',
    ):
        (problem,) = refused(
            f"<?xml version='1.0'?>\n<!DOCTYPE arggraph [{inside}]>\n<arggraph>&l9;</arggraph>", format
        )
        assert problem[:2] == ("I008", 2)
    assert read(GRAPH.replace("<arggraph", '<!DOCTYPE arggraph SYSTEM "arggraph.dtd">\n<arggraph'), format).map.entries


def test_a_hundred_thousand_levels_are_told():
    (problem,) = refused("<arggraph>" + "<a>" * 100_000 + "</a>" * 100_000 + "</arggraph>")
    assert problem[:2] == ("I008", 1)


@settings(max_examples=60, deadline=None)
@given(mutations(PIECES), st.sampled_from(["microtexts", None]))
def test_a_file_that_something_happened_to_is_read_or_told(cuts, format):
    assert is_told(mutated(GRAPH.encode(), cuts), format)
