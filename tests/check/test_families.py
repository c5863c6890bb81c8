"""What is checked again after an edit agrees with checking the whole map, as far as it goes."""

import random

import pytest
from hypothesis import given, settings

from argmap.check import CODES, affected, check, check_part, errors
from argmap.check.families import _LOCAL
from argmap.edit import Clip, EditRefused, Place, paste_beside, reword, set_fields
from argmap.format import read
from argmap.model import ArgumentMap, Reason, Statement
from tests.exchange.unsound_maps import maps
from tests.random_maps import random_edit, random_map


def local(problems, ids):
    """The problems that entries have by themselves or with those near them, of these ids."""
    return {(p.code, p.id, p.message, p.advice) for p in problems if p.code in _LOCAL and p.id in ids}


def without_labels(problems):
    """The same without messages, which name others by labels that an edit elsewhere may change."""
    return {(code, id) for code, id, *_ in problems}


def edits(seed, count):
    """Maps before and after random edits, one after the other."""
    rng = random.Random(seed)
    map = random_map(rng, rng.randint(4, 20))
    for _ in range(count):
        try:
            now, change = random_edit(rng, map)()
        except EditRefused:
            continue
        yield map, now, change
        map = now


@pytest.mark.parametrize("seed", range(60))
def test_what_an_edit_reached_is_told_as_for_the_whole_map(seed):
    for before, now, change in edits(seed, 20):
        found = check_part(now, change.touched, check(before))
        ids = affected(now, change.touched)
        assert local(found, ids) == local(check(now), ids)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_that_an_edit_did_not_reach_has_other_local_problems(seed):
    for before, now, change in edits(seed, 20):
        if change.renamed is None:
            found = check_part(now, change.touched, check(before), before)
            assert without_labels(local(found, now.entries)) == without_labels(local(check(now), now.entries)), change


def test_a_reason_that_a_premise_was_moved_out_of_is_checked_anew():
    text = """argmap = 1
[statement.wet]
text = "The street is wet."
[reason.r]
for = "wet"
[statement.rain]
text = "It rains."
in = "r"
[conditional.k]
if = "rain"
then = "wet"
in = "r"
[reason.r2]
for = "wet"
[statement.hose]
text = "Somebody waters the street."
in = "r2"
"""
    map = read(text.encode()).map
    before = check(map)
    assert before == []
    now, change = paste_beside(map, Clip(Place("rain", "r"), True), Place("hose", "r2"))
    assert change.touched == {"rain"}
    assert [(p.code, p.id) for p in check_part(now, change.touched, before, map)] == [("L101", "r")]


@pytest.mark.parametrize("seed", range(40))
def test_checked_part_by_part_from_the_start_it_keeps_in_order_and_once(seed):
    told = None
    for before, now, change in edits(seed, 15):
        told = check_part(now, change.touched, check(before) if told is None else told)
        assert len(set(told)) == len(told)
        places = [now.links.position.get(each.id or "", -1) for each in told]
        assert places == sorted(places)
        assert all(each.id is None or each.id in now.entries for each in told if each.code in _LOCAL)


def test_an_edit_reaches_the_steps_that_a_statement_is_in_and_what_mentions_it():
    text = """argmap = 1
[statement.c]
text = "C."
[reason.r]
for = "c"
[statement.p]
text = "P."
in = "r"
[conditional.k]
if = "q"
then = "c"
in = "r"
[statement.q]
text = "Q."
[reason.far]
for = "p"
[statement.f]
text = "F."
in = "far"
[reason.further]
for = "f"
[statement.g]
text = "G."
in = "further"
"""
    map = read(text.encode()).map
    assert {"q", "k", "r"} <= affected(map, ["q"]).keys()
    assert not {"f", "g", "further"} & affected(map, ["q"]).keys()
    assert affected(map, ["gone"]) == {}


def test_what_was_mended_goes_and_what_only_the_whole_map_shows_stays():
    text = """argmap = 1
[statement.c]
text = "Is this a question?"
[reason.r]
for = "c"
[statement.p]
text = "It rains."
in = "r"
[statement.loose]
text = "It snows."
"""
    map = read(text.encode()).map
    before = check(map)
    assert [p.code for p in before] == ["W101", "M103"]
    now, change = reword(map, "c", "The street is wet.")
    assert [p.code for p in check_part(now, change.touched, before)] == ["M103"]
    now, change = set_fields(map, "c", {"ignore": ("W101",)})
    assert [p.code for p in check_part(now, change.touched, before)] == ["M103"]


def test_local_codes_are_known():
    assert set(CODES) >= _LOCAL


def test_an_edit_of_a_map_without_problems_or_entries():
    assert check_part(ArgumentMap(), ["x"], []) == []
    map = ArgumentMap(entries={"c": Statement(text="It rains."), "r": Reason(target="c")})
    assert [p.code for p in check_part(map, ["r"], [])] == ["M104"]


@settings(max_examples=60)
@given(maps())
def test_errors_are_those_that_all_checks_together_find(map):
    assert errors(map) == [problem for problem in check(map) if problem.severity == "error"]
