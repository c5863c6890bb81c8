"""Supplying what a step lacks: it follows then, nothing supports itself, and one undo takes it back."""

import random

import pytest

from argmap.check import check
from argmap.edit import EditRefused, History, supply
from argmap.format import read, write
from argmap.logic import Implication, decide, missing_premises
from argmap.model import ArgumentMap, Conditional, Inference, Links, Statement
from argmap.model.formula import Atom, Not, Or
from tests.logic.random_steps import random_step
from tests.logic.small_maps import STEP, shown, small_map, step
from tests.random_maps import random_map


def errors(map):
    return [p for p in check(map) if p.severity == "error"]


@pytest.mark.parametrize("seed", range(80))
def test_a_step_follows_once_what_it_lacks_is_supplied(seed):
    map = random_step(random.Random(seed), 4)
    before = decide(map, STEP)
    for missing in missing_premises(map, STEP)[:12]:
        try:
            now, change = supply(map, STEP, missing)
        except EditRefused:
            continue
        after = decide(now, STEP)
        assert after.verdict == "follows", shown(now)
        assert len(after.step.members) == len(before.step.members) + 1
        (new,) = set(after.step.members) - set(before.step.members)
        assert new in change.touched
        assert change.focus == (new, STEP)
        assert now.links == Links.of(now.entries)
        assert read(write(now).text.encode()).map == now


@pytest.mark.parametrize("seed", range(60))
def test_in_any_map_it_brings_no_error_and_can_be_undone(seed):
    map = random_map(random.Random(seed), 16)
    document = write(map)
    for id, entry in map.entries.items():
        if not isinstance(entry, Inference):
            continue
        for missing in missing_premises(map, id)[:6]:
            try:
                edited = supply(map, id, missing)
            except EditRefused:
                continue
            assert len(errors(edited[0])) == len(errors(map))
            assert not [p for p in check(edited[0]) if p.code in ("M102", "M108", "M110")]
            history = History(map, document)
            assert history.apply(edited)
            assert read(history.document.encode()).map == edited[0]
            history.undo()
            assert history.document.text == document.text


def test_a_conditional_and_a_compound_are_added_as_the_readers_own():
    map = step("P |- Q")
    now, change = supply(map, STEP, Implication(Atom("P"), Atom("Q")))
    (new,) = change.touched
    assert now.entries[new] == Conditional(antecedent=Atom("P"), consequent=Atom("Q"), stands_in=(STEP,), implicit=True)
    assert change.summary == "supplied a premise of R1"
    now, change = supply(map, STEP, Or((Not(Atom("P")), Atom("Q"))))
    (new,) = change.touched
    entry = now.entries[new]
    assert isinstance(entry, Statement)
    assert (entry.means, entry.implicit, entry.stands_in) == (Or((Not(Atom("P")), Atom("Q"))), True, (STEP,))
    assert entry.text.startswith("It is not the case that ")


def test_what_the_map_says_already_is_shared():
    map = small_map("""
        R1 for Q: P; P and S -> Q
        R2 for S: T
    """)
    now, change = supply(map, "R1", Atom("S"))
    assert change.touched == {"S"}
    assert now.entries["S"].stands_in == ("R1",)
    assert not now.entries["S"].implicit
    held = small_map("""
        R1 for Q: P
        R2 for U: c = P -> Q
    """)
    now, change = supply(held, "R1", Implication(Atom("P"), Atom("Q")))
    assert change.touched == {"c"}
    assert now.entries["c"].stands_in == ("R2", "R1")
    assert len(now.entries) == len(held.entries)


def test_a_hedged_conditional_is_not_what_is_missing():
    held = small_map("""
        R1 for Q: P
        R2 for U: might: P -> Q
    """)
    now, _ = supply(held, "R1", Implication(Atom("P"), Atom("Q")))
    assert len(now.entries) == len(held.entries) + 1


def test_a_proposition_that_is_asserted_now_is_the_readers_own():
    map = step("P -> Q |- Q")
    now, _ = supply(map, STEP, Atom("P"))
    assert (now.entries["P"].stands_in, now.entries["P"].implicit) == ((STEP,), True)


def test_what_would_support_itself_is_refused():
    map = small_map("""
        R1 for Q: P; S -> Q
        R2 for S: T
        R3 for T: Q
    """)
    with pytest.raises(EditRefused, match="would support itself"):
        supply(map, "R1", Atom("S"))
    with pytest.raises(EditRefused, match="stands in R1 already"):
        supply(step("P |- Q"), STEP, Atom("P"))


@pytest.mark.parametrize("id", ["P", "ghost", ""])
def test_only_reasons_and_objections_lack_a_premise(id):
    with pytest.raises(EditRefused, match="choose the reason or objection"):
        supply(step("P |- Q"), id, Atom("P"))


def test_an_unknown_statement_is_refused():
    with pytest.raises(EditRefused, match='no statement "ghost"'):
        supply(step("P |- Q"), STEP, Atom("ghost"))


def test_an_objection_is_supplied_with_what_it_lacks():
    map = step("P |- against Q")
    missing = missing_premises(map, STEP)[0]
    now, _ = supply(map, STEP, missing)
    assert decide(now, STEP).verdict == "follows"


def test_it_goes_behind_the_last_premise_of_its_step_and_what_is_under_that():
    text = write(small_map("R1 for Q: P\nR2 for P: T\nR3 for Q: U")).text
    map = read(text.encode()).map
    now, change = supply(map, "R1", Implication(Atom("P"), Atom("Q")))
    order = list(now.entries)
    assert order.index(change.focus.id) > order.index("P")
    assert now.links.members["R1"] == ("P", change.focus.id)


def test_a_map_is_never_changed():
    map = step("P |- Q")
    entries = dict(map.entries)
    supply(map, STEP, Implication(Atom("P"), Atom("Q")))
    assert map == ArgumentMap(entries=entries)
