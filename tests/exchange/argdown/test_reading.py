"""Maps read from Argdown."""

from pathlib import Path

import pytest

from argmap.exchange import READERS, recognised
from argmap.exchange.argdown.reading import read
from argmap.exchange.content import Content
from argmap.model import Anchor, ArgumentMap, Conditional, Objection, Problem, Reason, Sentence, Statement
from argmap.model.formula import Atom, Not

SOUND = Path(__file__).parent / "sound"


def _read(text: str) -> tuple[ArgumentMap, tuple[Problem, ...]]:
    imported = read(Content(text.encode()))
    return imported.map, imported.problems


def _map(text: str) -> ArgumentMap:
    return _read(text)[0]


def _statement(map: ArgumentMap, id: str) -> Statement:
    entry = map.entries[id]
    assert isinstance(entry, Statement)
    return entry


def _told(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, int | None]]:
    return [(p.code, p.line, p.column) for p in problems]


def test_a_tree_of_supports_and_attacks_becomes_reasons_and_objections_in_reading_order() -> None:
    map = _map("[a]: One.\n  + [b]: Two.\n    - [c]: Three.\n  + [d]: Four.\n  - [e]: Five.\n")
    assert list(map.entries.items()) == [
        ("a", Statement(text="One.")),
        ("because-b", Reason(target="a")),
        ("b", Statement(text="Two.", stands_in=("because-b",))),
        ("but-c", Objection(target="b")),
        ("c", Statement(text="Three.", stands_in=("but-c",))),
        ("because-d", Reason(target="a")),
        ("d", Statement(text="Four.", stands_in=("because-d",))),
        ("but-e", Objection(target="a")),
        ("e", Statement(text="Five.", stands_in=("but-e",))),
    ]


def test_a_title_that_can_be_an_id_is_the_id_and_another_becomes_the_short_wording() -> None:
    map = _map("[Air is bad]: Nitrogen dioxide exceeds the limit.\n\n[R2D2]: A robot.\n\nNo title at all.\n")
    assert map.entries == {
        "air-is-bad": Statement(text="Nitrogen dioxide exceeds the limit.", short="Air is bad"),
        "R2D2": Statement(text="A robot."),
        "no-title-all": Statement(text="No title at all."),
    }


def test_data_gives_fields_and_formulas_may_name_titles() -> None:
    map = _map(
        "[Full trams]: The trams are full. {id: full, by: council, implicit: true}\n\n"
        "If they aren't, close it. {if: not full, then: close, qualifier: likely}\n\n"
        "[close]: Close it. {anchor: {source: s, para: 2, from: we close}}\n"
    )
    assert map.entries["full"] == Statement(text="The trams are full.", short="Full trams", by="council", implicit=True)
    conditional = map.entries["if-full-close"]
    assert isinstance(conditional, Conditional)
    assert (conditional.text, conditional.qualifier) == ("If they aren't, close it.", "likely")
    assert conditional.antecedent == Not(Atom("full"))
    assert _statement(map, "close").anchor == (Anchor(source="s", para=2, head="we close"),)


def test_a_premise_conclusion_structure_is_linked_premises_with_a_rule() -> None:
    map = _map((SOUND / "structure.argdown").read_text())
    assert map.entries["Sleep"] == Reason(target="school", rule="modus ponens")
    assert map.links.members["Sleep"] == ("start", "rule")
    assert map.links.members[map.links.inferences["start"][0]] == ("tired", "rise")
    assert isinstance(map.entries["but-money"], Objection)
    assert map.entries["Buses"] == Reason(
        target="stuck", rule="generalisation, common sense", note="The buses could not follow."
    )


def test_without_uses_a_step_takes_the_premises_since_the_last_one_and_its_conclusion() -> None:
    map = _map("(1) [a]: A.\n----\n(2) [b]: B.\n(3) [c]: C.\n----\n(4) [d]: D.\n")
    steps = {entry.target: map.links.members[id] for id, entry in map.entries.items() if isinstance(entry, Reason)}
    assert steps == {"b": ("a",), "d": ("b", "c")}


def test_an_argument_whose_conclusion_only_negates_is_an_objection_with_linked_premises() -> None:
    map = _map(
        "[t]: It is so.\n  - <No>\n\n<No>\n\n(1) [a]: A.\n(2) [b]: B.\n----\n"
        "(3) [n]: It isn't so. {negates: t}\n  -> [t]\n"
    )
    assert map.entries["No"] == Objection(target="t")
    assert map.links.members["No"] == ("a", "b")
    assert set(map.entries) == {"t", "No", "a", "b"}


def test_an_argument_without_premises_is_one_and_what_bears_on_it_bears_on_that() -> None:
    map = _map((SOUND / "arguments.argdown").read_text())
    (premise,) = map.links.members["Upkeep"]
    assert map.entries["Tax"] == Objection(target=premise)
    assert map.entries["Elsewhere"] == Objection(target="Upkeep")


def test_an_attack_on_an_argument_of_several_premises_is_an_objection_to_the_step_and_told() -> None:
    map, problems = _read(
        "<A>\n\n(1) [p]: P.\n(2) [q]: Q.\n----\n(3) [c]: C.\n\n[x]: X.\n  -> <A>\n\n[y]: Y.\n  +> <A>\n"
    )
    assert map.entries["but-x"] == Objection(target="A")
    assert _statement(map, "y").stands_in == ()
    assert _told(problems) == [("I102", 9, 3), ("I101", 12, 3)]


def test_an_undercut_of_a_premise_is_an_objection_to_the_step_it_stands_in() -> None:
    map, problems = _read("[a]: A.\n  + [b]: B.\n    _ [c]: C.\n\n[b]\n  <_ [d]: D.\n\n[a]\n  <_ [e]: E.\n")
    assert map.entries["but-c"] == map.entries["but-d"] == Objection(target="because-b")
    assert _statement(map, "e").stands_in == ()
    assert _told(problems) == [("I102", 6, 3), ("I101", 9, 3)]


def test_an_argument_may_undercut_and_attack_itself() -> None:
    map = _map("[a]: A.\n  + <B>: B.\n    _ <B>\n    - <B>\n")
    targets = [entry.target for entry in map.entries.values() if isinstance(entry, Reason | Objection)]
    assert sorted(targets) == ["B", "a", "b", "but-b"]


def test_a_contradiction_that_is_an_attack_elsewhere_is_one_objection() -> None:
    map, problems = _read("[A]: One.\n  >< [B]: Other.\n\n[B]\n  -> [A]\n")
    assert [entry.kind for entry in map.entries.values()] == ["statement", "objection", "statement"]
    assert _statement(map, "B").means == Not(Atom("A"))
    assert problems == ()


def test_a_contradiction_is_an_objection_that_means_the_negation() -> None:
    map = _map((SOUND / "contradiction.argdown").read_text())
    assert map.entries["but-closed"] == Objection(target="open")
    assert _statement(map, "closed").means == Not(Atom("open"))
    assert [id for id, entry in map.entries.items() if isinstance(entry, Objection)] == ["but-closed"]


def test_strict_mode_adds_the_conditional_that_it_implies_and_says_so() -> None:
    map, problems = _read((SOUND / "strict.argdown").read_text())
    added = {id: entry for id, entry in map.entries.items() if isinstance(entry, Conditional)}
    assert {id: (entry.antecedent, entry.consequent) for id, entry in added.items()} == {
        "if-both-bachelor": (Atom("both"), Atom("bachelor")),
        "if-married-bachelor": (Atom("married"), Not(Atom("bachelor"))),
    }
    assert all(entry.implicit for entry in added.values())
    assert _told(problems) == [("I102", 8, 3), ("I102", 9, 3)]


def test_a_statement_in_several_arguments_stays_one() -> None:
    map = _map((SOUND / "references.argdown").read_text())
    assert _statement(map, "flood").stands_in == ("because-flood", "but-flood")
    assert _statement(map, "fish").stands_in == ("because-fish", "because-fish-2")


def test_a_relation_that_is_said_twice_is_one() -> None:
    map = _map("[a]: A.\n  + [b]: B.\n  + [b]\n\n[b]\n  +> [a]\n")
    assert list(map.entries) == ["a", "because-b", "b"]


def test_comments_are_notes_of_what_they_follow_and_the_first_of_the_map() -> None:
    map = _map((SOUND / "comments.argdown").read_text())
    assert map.note == "What was said at the meeting."
    notes = {id: entry.note for id, entry in map.entries.items() if entry.note}
    assert notes == {
        "well": "as in the minutes said twice",
        "dry": "see the table from the neighbour",
        "last": "a comment of two lines",
    }


def test_headings_are_sections_of_reasons_and_the_first_is_the_title() -> None:
    map, problems = _read((SOUND / "headings.argdown").read_text())
    sections = {id: entry.section for id, entry in map.entries.items() if isinstance(entry, Reason)}
    assert (map.title, sections) == ("The old pier", {"because-rotten": "Safety", "because-loved": "Memory"})
    assert _told(problems) == [("I101", 8, 1)]


def test_text_is_plain_words_and_what_is_taken_off_is_told_once() -> None:
    map, problems = _read((SOUND / "words.argdown").read_text())
    said = "The old law, as second says, holds that 3 < 5, [sic], and ends #here with 2 * 3 and a page (page.html)."
    assert _statement(map, "claim").text == said
    assert _statement(map, "second").tags == ("tag",)
    assert _told(problems) == [("I102", 1, 1), ("I102", 2, 3)]


def test_marks_that_are_no_pair_stay_as_they_are() -> None:
    text = "snake_case and 5*3 and a < b and x } and (1) :-) ... are fine."
    assert next(iter(_map(f"[a]: {text}\n").sentences()))[1] == Statement(text=text)


def test_front_matter_says_what_the_map_file_says_and_the_rest_is_told() -> None:
    map, problems = _read(
        "===\ntitle: T\nauthor: N. N.\ncolor: {a: red}\nargmap:\n  main: [b]\n  tags: x\n"
        "  sources:\n    s: {title: S, date: 2025-03-04}\n"
        "  scenarios:\n    w: {suppose: [not a]}\n===\n\n[a]: A.\n\n[b]: B.\n"
    )
    assert (map.title, map.main, map.tags) == ("T", ("b",), ("x",))
    assert map.entries["s"].model_dump(exclude_defaults=True)["date"].year == 2025
    assert map.entries["w"].model_dump()["suppose"] == ("not a",)
    assert map.note == "author: N. N."
    assert _told(problems) == [("I102", 3, 9), ("I101", 4, 8)]


def test_a_heading_that_repeats_the_title_is_no_section() -> None:
    map, problems = _read("===\ntitle: T\n===\n\n# T\n\n[a]: A.\n  + [b]: B.\n")
    assert (map.title, map.entries["because-b"].section, problems) == ("T", None, ())


def test_nothing_of_the_rest_is_left_out_silently() -> None:
    map, problems = _read(
        "# Only objections here {isGroup: true}\n\n[a]: A. {colour: red}\n  - [b]: B.\n\n"
        "<Idle>: An argument for nothing. {rule: none}\n\n* An item.\n"
    )
    assert _told(problems) == [
        ("I101", 1, 34),
        ("I101", 3, 18),
        ("I102", 6, 1),
        ("I101", 6, 41),
        ("I102", 8, 1),
    ]
    assert {entry.text for _, entry in map.sentences()} == {"A.", "B.", "An argument for nothing.", "An item."}
    assert map.title == "Only objections here"


def test_a_remark_above_the_claims_is_no_main_conclusion() -> None:
    map = _map("A remark.\n\n[A]: Claim.\n  + [B]: Because.\n\nAnother.\n")
    assert [entry.text for _, entry in map.sentences()] == ["Claim.", "Because.", "A remark.", "Another."]
    assert [map.entries[id].text for id in map.outline.roots] == ["Claim."]
    assert [entry.text for _, entry in _map("One.\n\n[A]: Two.\n").sentences()] == ["One.", "Two."]


def test_a_sketch_of_titles_alone_is_read_where_that_is_asked_for() -> None:
    map = read(Content(b"[One]\n  + [Two is it]\n    - <Three>\n"), titles_as_texts=True).map
    assert [entry.text for _, entry in map.sentences()] == ["One", "Two is it", "Three"]
    assert not any(entry.short for _, entry in map.sentences())


def test_thousands_of_levels_are_read() -> None:
    deep = "[s0]: First.\n" + "".join(f"{' ' * level}+ [s{level}]: Claim.\n" for level in range(1, 4000))
    assert isinstance(_map(deep).entries["s3999"], Sentence)


def test_a_chain_of_a_thousand_references_is_read_from_its_end() -> None:
    chain = "".join(f"[t{n}]: Claim {n}.\n  +> [t{n - 1}]\n\n" for n in range(1000, 0, -1)) + "[t0]: End.\n"
    map = _map(chain)
    assert map.outline.rows[-1].id == "t1000"
    assert map.outline.rows[-1].depth == 2000


@pytest.mark.parametrize("path", sorted(SOUND.glob("*.argdown")), ids=lambda path: path.stem)
def test_argdown_is_recognised(path: Path) -> None:
    found = recognised(Content(path.read_bytes()))
    assert found is READERS["argdown"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Notes\n\n## More\n\nSome text.\n",
        "- one\n- two\n  - three\n\n* four\n",
        "See [this](page.html) and [that].\n\n[1]: https://example.org/\n[ref]: /page\n",
        "- [ ] to do\n- [x] done\n  - [link](a.html)\n",
        '{"nodes": [], "edges": []}',
        '<?xml version="1.0"?>\n<arggraph id="x">\n  <edu id="e1">text</edu>\n</arggraph>\n',
        "<graph>\n  <node>\n    <x>: y</x>\n  </node>\n</graph>\n",
        "<!DOCTYPE html>\n<p>\n",
        "[statement.a]\ntext = 'x'\n",
        "(1) First point.\n(2) Second point.\n\nAn essay -- with dashes -- goes on.\n",
    ],
)
def test_headings_lists_and_other_formats_are_not_taken_for_argdown(text: str) -> None:
    assert not READERS["argdown"].recognised(Content(text.encode()))
