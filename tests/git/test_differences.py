import random

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.edit import Place, because, but, delete, move_down, rename, reword, set_fields, set_title
from argmap.edit.places import home
from argmap.format import read
from argmap.git.differences import Added, Changed, Moved, Removed, Renamed, differences, touched
from argmap.git.told import counted, told
from argmap.model import ArgumentMap, Conditional, Scenario, Source, Statement
from argmap.model.formula import Atom, Not
from tests.edit.conftest import FERRY
from tests.git.test_merge import three

BASE = read(FERRY.encode()).map


def put(map, **entries):
    return map.with_entries({**map.entries, **entries}, entries)


def said(old, new):
    return [told(difference, old, new) for difference in differences(old, new)]


def test_the_same_map_has_no_differences():
    assert differences(BASE, read(FERRY.replace("\n\n", "\n\n# why\n\n").encode()).map) == ()


def test_a_rewording():
    new = reword(BASE, "used", "It is used.")[0]
    assert differences(BASE, new) == (Changed("used", "text", "The ferry is used.", "It is used."),)
    assert said(BASE, new) == ["C2 reworded: “The ferry is used.” → “It is used.”"]


def test_a_reason_and_an_objection_added():
    new = because(BASE, home(BASE, "cost"), "Fuel is dear.")[0]
    assert [type(d) for d in differences(BASE, new)] == [Added, Added]
    assert said(BASE, new) == ["added R4 for O1", "added O1.1 “Fuel is dear.” to R4"]
    assert said(BASE, but(BASE, home(BASE, "loved"), "Not all do.")[0])[0] == "added O1 against P3"


def test_what_was_deleted_has_its_old_label():
    new = delete(BASE, home(BASE, "loved"))[0]
    assert set(differences(BASE, new)) == {Removed("loved"), Removed("because-loved")}
    assert said(BASE, new) == ["removed R3", "removed P3 “People love the ferry.”"]


def test_another_place():
    entry = BASE.entries["counted"].model_copy(update={"stands_in": ("because-loved",)})
    new = put(BASE, counted=entry)
    assert said(BASE, new) == ["P2 “Passengers were counted.” moved from R2 to R3"]
    assert said(new, put(new, counted=entry.model_copy(update={"stands_in": ()})))[0].endswith("taken out of R3")
    assert said(BASE, put(BASE, spare=BASE.entries["spare"].model_copy(update={"stands_in": ("but-cost",)}))) == [
        "O1b “The harbour is deep.” placed in O1"
    ]


def test_another_place_among_siblings_is_told_once_for_all_below():
    new = move_down(BASE, Place("because-used", "keep"))[0]
    assert differences(BASE, new) == (Moved("because-used"),)
    assert said(BASE, new) == ["R2 moved behind R1"]


def test_an_order_that_nobody_sees_is_told_as_that():
    ids = ["spare", *(id for id in BASE.entries if id != "spare")]
    new = ArgumentMap(title=BASE.title, entries={id: BASE.entries[id] for id in ids})
    assert said(BASE, new) == ["C1 “The harbour is deep.” moved in the file"]


def test_a_renaming_is_no_deletion():
    new = rename(BASE, "used", "in-use")[0]
    assert differences(BASE, new) == (Renamed("used", "in-use"),)
    assert said(BASE, new) == ["C2 “The ferry is used.” renamed: used → in-use"]
    new = reword(new, "cost", "It costs.")[0]
    assert differences(BASE, new)[0] == Renamed("used", "in-use")
    assert len(differences(BASE, new)) == 2


def test_a_text_that_stands_twice_is_no_renaming():
    old = put(BASE, one=Statement(text="Same."), two=Statement(text="Same."))
    new = put(BASE, three=Statement(text="Same."))
    assert set(differences(old, new)) == {Removed("one"), Removed("two"), Added("three")}


def test_another_kind_of_entry_is_another_entry():
    new = put(BASE, spare=Conditional(antecedent=Atom("used"), consequent=Not(Atom("keep"))))
    assert set(differences(BASE, new)) == {Removed("spare"), Added("spare")}


def test_other_keys_in_words():
    new = set_fields(BASE, "used", {"note": "Look.", "implicit": True, "tags": ("a", "b")})[0]
    assert said(BASE, new) == [
        "C2 “The ferry is used.” is now implicit",
        "C2 “The ferry is used.”: tags added: “a”, “b”",
        "C2 “The ferry is used.”: note added: “Look.”",
    ]
    assert said(new, BASE)[-1] == "C2 “The ferry is used.”: note removed (was “Look.”)"
    changed = put(
        BASE, **{"if-used-keep": BASE.entries["if-used-keep"].model_copy(update={"antecedent": Atom("used")})}
    )
    assert said(BASE, changed)[0].endswith(": IF used and not bridge → used")


def test_the_head_and_what_has_no_label():
    new = put(set_title(BASE, "Boats")[0], council=Source(title="Report"), maybe=Scenario(suppose=("used",)))
    assert said(BASE, new) == ["the map's title: “Ferry” → “Boats”", "added source council", "added scenario maybe"]


def test_counting():
    new = because(reword(BASE, "used", "It is used.")[0], home(BASE, "cost"), "Fuel is dear.")[0]
    new = set_fields(new, "used", {"note": "Look."})[0]
    assert counted(differences(BASE, new)) == "2 added, 1 changed"


@settings(max_examples=200, deadline=None)
@given(three())
def test_whatever_differs_is_told(sides):
    _, old, new = sides
    found = differences(old, new)
    assert bool(found) == (old != new)
    assert all(told(difference, old, new) for difference in found)
    ids = old.entries.keys() | new.entries.keys()
    assert touched(old, new) >= {id for id in ids if old.entries.get(id) != new.entries.get(id)}
    assert not any(isinstance(d, Changed) and d.old == d.new for d in found)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6))
def test_unrelated_maps_can_be_compared(seed):
    from tests.random_maps import random_map

    rng = random.Random(seed)
    old, new = random_map(rng), random_map(rng)
    assert all(told(difference, old, new) for difference in differences(old, new))
