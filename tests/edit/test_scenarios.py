"""Scenarios that are kept: read back the same, changed by their title, dropped, undone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.edit import EditRefused, History, drop_scenario, keep_scenario
from argmap.format import read, write
from argmap.logic import outcome, scenarios, suppositions_of
from argmap.model import ArgumentMap, Scenario
from tests.random_maps import decorated, random_map


@pytest.mark.parametrize("seed", range(80))
def test_what_was_supposed_is_read_back_from_the_file_and_undone_to_the_byte(seed):
    rng = random.Random(seed)
    reading = read(decorated(rng, write(random_map(rng, 12)).text).encode())
    map = reading.map
    ids = [id for id, _ in map.sentences()]
    supposed = {id: rng.random() < 0.5 for id in rng.sample(ids, min(len(ids), rng.randint(1, 4)))}
    edited = keep_scenario(map, "Kept for “tomorrow”", supposed)
    history = History(map, reading.document)
    assert history.apply(edited)
    again = read(history.document.encode())
    assert not [p for p in again.problems if p not in reading.problems]
    assert again.map == edited[0]
    (id,) = edited[1].touched
    kept = again.map.entries[id]
    assert suppositions_of(kept) == supposed
    assert list(suppositions_of(kept)) == list(supposed)
    assert outcome(again.map, suppositions_of(kept)).standing == outcome(map, supposed).standing
    history.undo()
    assert history.document.encode() == reading.document.encode()


@given(title=st.text(min_size=1, max_size=30))
def test_any_title_makes_an_id_that_stands_in_the_file(title):
    map = read(b'argmap = 1\n[statement.c]\ntext = "C."\n').map
    try:
        now, change = keep_scenario(map, title, {"c": False})
    except EditRefused:
        assert not title.split()
        return
    (id,) = change.touched
    assert now.entries[id].title == " ".join(title.split())
    try:
        text = write(now).text.encode()
    except UnicodeEncodeError:
        return
    assert read(text).map.entries[id].suppose == ("not c",)


def test_one_of_the_same_title_is_changed_in_its_place(ferry):
    map, change = keep_scenario(ferry, "What if", {"used": False})
    (id,) = change.touched
    assert change.summary == "kept the scenario “What if”"
    map = map.with_entries({**map.entries, id: map.entries[id].model_copy(update={"note": "Why."})}, {id})
    now, change = keep_scenario(map, " What  if ", {"cost": True, "keep": False})
    assert (change.touched, change.summary) == ({id}, "changed the scenario “What if”")
    assert now.entries[id] == Scenario(title="What if", suppose=("cost", "not keep"), note="Why.")
    assert list(now.entries) == list(map.entries)


def test_another_title_is_another_scenario(ferry):
    map, _ = keep_scenario(ferry, "One", {"used": False})
    map, _ = keep_scenario(map, "Two", {"used": True})
    assert [each.title for each in scenarios(map).values()] == ["One", "Two"]
    map, _ = keep_scenario(map, "???", {"used": True})
    map, _ = keep_scenario(map, "!!!", {"used": True})
    assert len(scenarios(map)) == 4


def test_an_id_in_use_is_not_taken(ferry):
    map, change = keep_scenario(ferry, "Used", {"used": False})
    (id,) = change.touched
    assert id not in ferry.entries
    assert map.entries["used"] == ferry.entries["used"]


@pytest.mark.parametrize(
    ("title", "supposed", "why"),
    [("", {"used": True}, "needs a title"), (" \t", {"used": True}, "needs a title"), ("A", {}, "nothing is supposed")],
)
def test_without_title_or_suppositions_none_is_kept(ferry, title, supposed, why):
    with pytest.raises(EditRefused, match=why):
        keep_scenario(ferry, title, supposed)


def test_a_scenario_is_dropped(ferry):
    map, change = keep_scenario(ferry, "What if", {"used": False})
    (id,) = change.touched
    now, change = drop_scenario(map, id)
    assert now == ferry
    assert (change.touched, change.summary) == ({id}, "dropped the scenario “What if”")
    for other in ("used", "ghost", ""):
        with pytest.raises(EditRefused, match="there is no scenario"):
            drop_scenario(map, other)


def test_a_scenario_may_suppose_what_the_map_does_not_have():
    map = ArgumentMap(entries={"s": Scenario(suppose=("ghost", "not ghost", "not "))})
    assert suppositions_of(map.entries["s"]) == {"ghost": True, "": False}
    assert outcome(map, suppositions_of(map.entries["s"])).standing.values == {}
