"""Kialo's text export: what each claim becomes, and what is told of those that can't be read."""

import pytest

from argmap.exchange import Content, Imported, read_foreign
from argmap.format import ReadError
from argmap.model import Objection, Reason

BRIDGE = r"""Discussion Title: Should the town build a bridge?

1. The town should build a bridge.
1.1. Pro: The ferry is full \(every morning\), [as counted](https://ferry.example/a\_b).
1.1.1. Con: It was counted on
one day only.
1.2. Con: A bridge costs too much.
1.2.1. Pro: -> See 1.1.1.
1.2.1.1. Con: That day was an ordinary one.
1.2.2. Con: 1.5 million is little.
"""


def taken(text: str) -> Imported:
    return read_foreign(Content(text.encode(), "bridge.txt"))


def told(imported: Imported) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in imported.problems]


def test_a_pro_is_a_reason_and_a_con_an_objection_to_the_claim_above():
    map = taken(BRIDGE).map
    texts = {entry.text: id for id, entry in map.sentences()}
    assert map.title == "Should the town build a bridge?"
    full = texts["The ferry is full (every morning), as counted."]
    assert map.entries[full].note == "as counted: https://ferry.example/a_b"
    (reason,) = map.entries[full].stands_in
    assert isinstance(map.entries[reason], Reason)
    assert map.entries[reason].target == texts["The town should build a bridge."]
    (objection,) = map.entries[texts["1.5 million is little."]].stands_in
    assert isinstance(map.entries[objection], Objection)
    assert map.entries[objection].target == texts["A bridge costs too much."]


def test_a_link_lets_one_claim_stand_in_two_places_and_what_answers_it_there_answers_it():
    map = taken(BRIDGE).map
    texts = {entry.text: id for id, entry in map.sentences()}
    day = texts["It was counted on one day only."]
    steps = [map.entries[id] for id in map.entries[day].stands_in]
    assert [step.kind for step in steps] == ["objection", "reason"]
    assert steps[1].target == texts["A bridge costs too much."]
    (objection,) = map.entries[texts["That day was an ordinary one."]].stands_in
    assert map.entries[objection].target == day


def test_what_comes_in_another_shape_is_told():
    assert told(taken(BRIDGE)) == [
        "4:1 its link's address stands in the statement's note",
        "5:1 the 2 lines of claim 1.1.1. are one here",
    ]


def test_several_theses_below_a_question_are_main_conclusions():
    head = "Discussion Name: Home\n\nBy the club.\n\n1. What now?\n 1.1. Thesis:\n   Go home."
    rest = "  1.1.1. Pro:\n   It is late [1].\n 1.2. Stay.\n\nSources:\n[1] http://clock.example\n"
    imported = taken(f"{head}\n{rest}")
    map = imported.map
    assert [entry.text for _, entry in map.sentences()] == ["Go home.", "It is late [1].", "Stay."]
    assert map.main == ("go-home", "stay")
    assert map.note == "What now?\nBy the club.\nSources:\n[1] http://clock.example"
    assert [line.partition(" ")[0] for line in told(imported)] == ["3:1", "5:1", "6:2", "10:2", "12:1", "13:1"]


def test_a_list_within_a_claim_stays_in_it():
    map = taken("1. A.\n1.1. Pro: It is so:\n1. by day\n2. by night\n").map
    assert [entry.text for _, entry in map.sentences()] == ["A.", "It is so: 1. by day 2. by night"]


def test_a_number_without_its_stop_is_a_claim_all_the_same_and_a_date_is_none():
    map = taken("1. A.\n1.1. Pro: Since\n1.1.2020 it is so.\n1.2 million people say so.\n").map
    assert [entry.text for _, entry in map.sentences()] == ["A.", "Since 1.1.2020 it is so. 1.2 million people say so."]
    with pytest.raises(ReadError) as error:
        taken("1. A.\n1.1. Pro: B.\n1.1.1. Con: C.\n1.1.2 D.\n")
    (problem,) = error.value.problems
    assert (problem.line, problem.message) == (4, "claim 1.1.2. says neither Pro nor Con")


def test_every_fault_is_told_with_its_place():
    lines = [
        "1. Build it.",
        "1.1. Pro: It helps.",
        "1.1. Con: It costs.",
        "1.3.1. Pro: It is short.",
        "  1.4. Con: -> See 1.9.",
        "1.5. Pro:",
        "1.5.2. It is far.",
        "1.7. Pro: -> See 1.8.",
        "1.8. Pro: -> See 1.7.",
        "2. Con: No.",
    ]
    with pytest.raises(ReadError) as error:
        taken("\n".join(lines))
    assert [(p.code, p.line, p.column) for p in error.value.problems] == [
        ("I006", 3, 1),
        ("I005", 4, 1),
        ("I005", 5, 3),
        ("I004", 6, 1),
        ("I004", 7, 1),
        ("I005", 8, 1),
        ("I004", 10, 1),
    ]
    assert error.value.problems[2].message == "claim 1.4. points to 1.9., which is nowhere"


def test_a_deep_discussion_is_no_problem():
    numbers = [".".join(["1"] * depth) for depth in range(1, 1500)]
    lines = ["1. A0.", *(f"{number}. Pro: A{at}." for at, number in enumerate(numbers[1:], 1))]
    assert len(list(taken("\n".join(lines)).map.sentences())) == 1499
