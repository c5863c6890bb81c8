import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check import check
from argmap.edit import EditRefused, Place, because, delete, move_down, rename, reword, set_fields, set_title
from argmap.edit.places import home
from argmap.format import read
from argmap.git.cells import cells_of
from argmap.git.merge import Merge, merge, new_problems
from argmap.git.three import ID, ORDER, WHOLE
from argmap.model import ArgumentMap, Conditional, Reason, Statement
from argmap.model.formula import Atom
from tests.edit.conftest import FERRY
from tests.random_maps import random_edit, random_map

BASE = read(FERRY.encode()).map


def put(map, **entries):
    return map.with_entries({**map.entries, **entries}, entries)


def edited(rng, map, edits):
    for _ in range(edits):
        try:
            map, _ = random_edit(rng, map)()
        except EditRefused:
            continue
    return map


@st.composite
def three(draw):
    """A base and what two sides made of it by edits."""
    rng = random.Random(draw(st.integers(0, 10**6)))
    base = random_map(rng, draw(st.integers(1, 14)))
    return base, *(edited(rng, base, draw(st.integers(0, 6))) for _ in range(2))


@st.composite
def anything(draw):
    """A base and two maps that share ids with it and have nothing to do with it otherwise."""
    return tuple(random_map(random.Random(draw(st.integers(0, 10**6))), draw(st.integers(1, 10))) for _ in range(3))


maps = three() | anything()


@settings(max_examples=300, deadline=None)
@given(maps)
def test_what_one_side_did_is_taken_as_it_is(sides):
    base, ours, _ = sides
    for merged in (merge(base, ours, ours), merge(base, base, ours), merge(base, ours, base)):
        assert merged.map == ours
        assert merged.conflicts == ()


@settings(max_examples=300, deadline=None)
@given(maps)
def test_conflicts_are_the_same_from_either_side(sides):
    base, ours, theirs = sides
    here, there = merge(base, ours, theirs), merge(base, theirs, ours)
    assert {(c.at, c.base, c.ours, c.theirs) for c in here.conflicts} == {
        (c.at, c.base, c.theirs, c.ours) for c in there.conflicts
    }
    assert here.map.entries.keys() == there.map.entries.keys() or any(c.key in (WHOLE, ID) for c in here.conflicts)


@settings(max_examples=300, deadline=None)
@given(maps, st.sampled_from(["ours", "theirs", "both"]))
def test_every_cell_comes_from_a_side(sides, choice):
    merging = Merge.of(*sides)
    ours, theirs = merging.three.ours, merging.three.theirs
    conflicts = merging.conflicts
    at = {at for c in conflicts for at in (c.at, *c.along)}
    merged = merging.unnamed(dict.fromkeys(at, choice))
    for id in (None, *merged.entries):
        cells = cells_of(merged, id)
        known = [cells_of(map, id) for map in (ours, theirs) if id is None or id in map.entries]
        for key, value in cells.items():
            joined = choice == "both" and ((id, key) in at or key == "note")
            if known and not joined:
                assert any(side.get(key) == value for side in known), (id, key, value)


@settings(max_examples=300, deadline=None)
@given(maps)
def test_keeping_both_loses_nothing(sides):
    """Whatever a side added or changed is in the merged map: its entry is there, and its words are."""
    merging = Merge.of(*sides)
    base, ours, theirs = merging.three.base, merging.three.ours, merging.three.theirs
    merged, names = merging.map({}), merging.settled_names({})
    words = "\n".join(f"{getattr(entry, 'text', '')} {entry.note}" for entry in merged.entries.values())
    for side in (ours, theirs):
        for id, entry in side.entries.items():
            if base.entries.get(id) != entry:
                assert names.get(id, id) in merged.entries
                text = getattr(entry, "text", None)
                if text is not None and getattr(base.entries.get(id), "text", None) != text:
                    assert text in words


@settings(max_examples=300, deadline=None)
@given(three())
def test_no_error_that_neither_side_had_goes_untold(sides):
    base, ours, theirs = sides
    merged = merge(base, ours, theirs)
    known = {(p.code, p.id) for side in (ours, theirs) for p in check(side)}
    new = [p for p in check(merged.map) if p.severity == "error" and (p.code, p.id) not in known]
    assert list(new_problems(merged.map, ours, theirs)) == new
    if not any(c.key == WHOLE for c in merged.conflicts):
        assert not [p for p in new if p.code == "M101"]


@settings(max_examples=300, deadline=None)
@given(maps, st.sampled_from(["ours", "theirs", "both"]))
def test_the_order_is_whole_and_links_are_true(sides, choice):
    base, ours, theirs = sides
    merged = merge(base, ours, theirs, {c.at: choice for c in merge(base, ours, theirs).conflicts}).map
    assert merged.links == ArgumentMap(entries=merged.entries).links
    if choice == "both":
        assert merged.entries.keys() >= ours.entries.keys() & theirs.entries.keys()


def test_both_sides_changes_of_different_keys_come_together():
    ours = reword(BASE, "used", "The ferry is used daily.")[0]
    theirs = set_fields(BASE, "used", {"note": "See the survey."})[0]
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert merged.map.entries["used"].text == "The ferry is used daily."
    assert merged.map.entries["used"].note == "See the survey."


def test_two_wordings_are_a_conflict_and_both_are_kept():
    ours = reword(BASE, "used", "Mine.")[0]
    theirs = reword(BASE, "used", "Theirs.")[0]
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.at, conflict.base) == (("used", "text"), "The ferry is used.")
    assert (conflict.ours, conflict.theirs) == ("Mine.", "Theirs.")
    assert merged.map.entries["used"].text == "Mine."
    assert merged.map.entries["used"].note == "[other text: “Theirs.”]"
    assert merge(BASE, ours, theirs, {conflict.at: "ours"}).map == ours
    assert merge(BASE, ours, theirs, {conflict.at: "theirs"}).map == theirs


def test_two_notes_are_joined():
    ours = set_fields(BASE, "used", {"note": "Mine."})[0]
    theirs = set_fields(BASE, "used", {"note": "Theirs."})[0]
    assert merge(BASE, ours, theirs).map.entries["used"].note == "Mine. [other note: “Theirs.”]"


def test_tags_of_both_sides_are_joined_and_what_one_took_out_is_out():
    base = set_fields(BASE, "used", {"tags": ("a", "b")})[0]
    ours = set_fields(base, "used", {"tags": ("b", "c")})[0]
    theirs = set_fields(base, "used", {"tags": ("a", "b", "d")})[0]
    assert merge(base, ours, theirs).map.entries["used"].tags == ("b", "c", "d")


def test_a_place_moved_to_twice_is_both_places():
    def put(where):
        entry = BASE.entries["spare"].model_copy(update={"stands_in": (where,)})
        return BASE.with_entries({**BASE.entries, "spare": entry}, {"spare"})

    merged = merge(BASE, put("because-used"), put("because-loved"))
    assert [c.at for c in merged.conflicts] == [("spare", "in")]
    assert merged.map.entries["spare"].stands_in == ("because-used", "because-loved")


def test_what_one_deleted_and_the_other_reworded_stays_with_what_it_stands_in():
    ours = delete(BASE, home(BASE, "loved"))[0]
    theirs = reword(BASE, "loved", "Everybody loves the ferry.")[0]
    assert "because-loved" not in ours.entries
    merged = merge(BASE, ours, theirs)
    assert [c.at for c in merged.conflicts] == [("loved", WHOLE)]
    assert merged.conflicts[0].ours is None
    assert merged.map == theirs
    assert merge(BASE, ours, theirs, {("loved", WHOLE): "ours"}).map == ours


def test_what_one_deleted_and_the_other_built_upon_stays():
    ours = delete(BASE, home(BASE, "loved"))[0]
    theirs = because(BASE, home(BASE, "loved"), "Songs praise it.")[0]
    merged = merge(BASE, ours, theirs)
    assert [c.at for c in merged.conflicts] == [("loved", WHOLE)]
    assert merged.map == theirs
    assert merge(BASE, ours, theirs, {("loved", WHOLE): "ours"}).map == ours


def test_what_was_added_to_a_deleted_reason_goes_when_the_deletion_is_chosen():
    ours = delete(BASE, Place("because-loved", "keep"))[0]
    new = {
        "songs": Statement(text="Songs praise it.", stands_in=("because-loved",)),
        "because-many": Reason(target="songs"),
        "many": Statement(text="There are many.", stands_in=("because-many",)),
    }
    theirs = BASE.with_entries({**BASE.entries, **new}, new)
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert conflict.at == ("because-loved", WHOLE)
    assert merge(BASE, ours, theirs, {conflict.at: "ours"}).map == ours
    assert merge(BASE, ours, theirs, {conflict.at: "theirs"}).map == merge(BASE, ours, theirs).map == theirs


def test_a_deletion_that_is_not_done_brings_the_whole_part_back():
    """One premise of a deleted reason was reworded: the reason comes back with all its premises."""
    base = put(BASE, second=Statement(text="Tourists come.", stands_in=("because-loved",)))
    ours = delete(base, Place("because-loved", "keep"))[0]
    theirs = reword(base, "loved", "Everybody loves the ferry.")[0]
    (conflict,) = merge(base, ours, theirs).conflicts
    assert merge(base, ours, theirs).map == theirs
    assert merge(base, ours, theirs, {conflict.at: "ours"}).map == ours


def test_new_entries_go_behind_their_predecessors():
    ours = because(BASE, home(BASE, "loved"), "Songs praise it.")[0]
    theirs = because(BASE, home(BASE, "counted"), "The counters were gauged.")[0]
    order = list(merge(BASE, ours, theirs).map.entries)
    for side in (ours, theirs):
        added = [id for id in side.entries if id not in BASE.entries]
        before = list(side.entries)[list(side.entries).index(added[0]) - 1]
        at = order.index(before)
        assert order[at + 1 : at + 3] == added


def test_additions_at_one_place_do_not_mix():
    def with_three(letter):
        new = {f"{letter}{n}": Statement(text=f"{letter} {n}.") for n in range(3)}
        return BASE.with_entries({**BASE.entries, **new}, new)

    assert list(merge(BASE, with_three("o"), with_three("t")).map.entries)[-6:] == ["o0", "o1", "o2", "t0", "t1", "t2"]


def test_what_one_side_adds_follows_what_the_other_moved():
    ours = move_down(BASE, Place("because-used", "keep"))[0]
    new = Statement(text="Ask anybody.", stands_in=("because-used",))
    at = list(BASE.entries).index("used") + 1
    items = list(BASE.entries.items())
    theirs = ArgumentMap(title=BASE.title, entries=dict([*items[:at], ("anybody", new), *items[at:]]))
    order = list(merge(BASE, ours, theirs).map.entries)
    assert order[order.index("used") + 1] == "anybody"
    assert order.index("because-used") > order.index("because-loved")


def test_one_entry_moved_to_two_places_is_one_conflict():
    items = dict(BASE.entries)

    def order(*ids):
        return ArgumentMap(title=BASE.title, entries={id: items[id] for id in ids})

    rest = [id for id in items if id != "spare"]
    ours, theirs = order("spare", *rest), order(*rest[:4], "spare", *rest[4:])
    merged = merge(BASE, ours, theirs)
    assert [(c.at, c.ours, c.theirs) for c in merged.conflicts] == [(("spare", ORDER), None, rest[3])]
    assert merged.map == ours
    assert merge(BASE, ours, theirs, {("spare", ORDER): "theirs"}).map == theirs


def test_two_entries_moved_behind_one_another():
    def order(ids):
        return ArgumentMap(entries={id: Statement(text=f"{id}.") for id in ids})

    merged = merge(order("xabcy"), order("abcyx"), order("xyabc"))
    assert merged.conflicts == ()
    assert sorted(merged.map.entries) == sorted("xabcy")
    assert [id for id in merged.map.entries if id in "abc"] == ["a", "b", "c"]


def test_one_id_for_two_kinds_of_entry_keeps_both():
    ours = BASE.with_entries({**BASE.entries, "x": Statement(text="Mine.")}, {"x"})
    new = Conditional(antecedent=Atom("used"), consequent=Atom("keep"))
    theirs = BASE.with_entries({**BASE.entries, "x": new}, {"x"})
    merged = merge(BASE, ours, theirs)
    assert [c.at for c in merged.conflicts] == [("x", WHOLE)]
    assert merged.map.entries["x"].text == "Mine."
    assert merged.map.entries["x-2"] == new


def test_two_titles():
    merged = merge(BASE, set_title(BASE, "Mine")[0], set_title(BASE, "Theirs")[0])
    assert [c.at for c in merged.conflicts] == [(None, "title")]
    assert (merged.map.title, merged.map.note) == ("Mine", "[other title: “Theirs”]")


def test_a_circle_that_only_merging_closes_is_told():
    base = ArgumentMap(
        entries={
            "a": Statement(text="A."),
            "r": Reason(target="a"),
            "b": Statement(text="B.", stands_in=("r",)),
            "s": Reason(target="b"),
            "c": Statement(text="C.", stands_in=("s",)),
            "loose": Statement(text="L."),
        }
    )
    new = {"t": Reason(target="c"), "loose": Statement(text="L.", stands_in=("t",))}
    ours = base.with_entries({**base.entries, **new}, new)
    new = {"u": Reason(target="loose"), "a": Statement(text="A.", stands_in=("u",))}
    theirs = base.with_entries({**base.entries, **new}, new)
    merged = merge(base, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.cause, conflict.problem.code) == ("problem", "M102")
    assert [p.code for p in new_problems(merged.map, ours, theirs)] == ["M102"]
    for choice, side in (("ours", ours), ("theirs", theirs), ("base", base)):
        assert merge(base, ours, theirs, {conflict.at: choice}).map == side


def test_a_reason_that_only_merging_empties_is_a_conflict():
    base = put(BASE, second=Statement(text="Tourists come.", stands_in=("because-loved",)))
    ours = put(base, loved=base.entries["loved"].model_copy(update={"stands_in": ("because-used",)}))
    theirs = delete(base, home(base, "second"))[0]
    (conflict,) = merge(base, ours, theirs).conflicts
    assert conflict.problem.code == "M104"
    assert merge(base, ours, theirs, {conflict.at: "ours"}).map == ours
    assert merge(base, ours, theirs, {conflict.at: "theirs"}).map == theirs


def test_what_both_renamed_differently_is_a_conflict():
    ours, theirs = rename(BASE, "used", "in-use")[0], rename(BASE, "used", "busy")[0]
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert (conflict.at, conflict.base, conflict.theirs) == (("used", ID), "used", "busy")
    for choice, side in (("ours", ours), ("theirs", theirs), ("both", ours), ("base", BASE)):
        assert merge(BASE, ours, theirs, {conflict.at: choice}).map == side


@pytest.mark.parametrize("swapped", [False, True])
def test_what_one_renamed_the_other_may_edit_and_build_upon(swapped):
    ours = rename(rename(BASE, "used", "in-use")[0], "because-used", "because-in-use")[0]
    theirs = because(reword(BASE, "used", "The ferry is used daily.")[0], home(BASE, "used"), "Ask anybody.")[0]
    merged = merge(BASE, *((theirs, ours) if swapped else (ours, theirs)))
    assert merged.conflicts == ()
    assert merged.map.entries["in-use"].text == "The ferry is used daily."
    assert merged.map.entries["in-use"].stands_in == ("because-in-use",)
    assert merged.map.entries["because-ask-anybody"].target == "in-use"


@pytest.mark.parametrize("side", [0, 1])
def test_a_renaming_on_one_side_is_taken(side):
    renamed = rename(BASE, "used", "in-use")[0]
    other = reword(BASE, "cost", "It costs a fortune.")[0]
    sides = (renamed, other) if side == 0 else (other, renamed)
    merged = merge(BASE, *sides)
    assert merged.conflicts == ()
    assert merged.map.entries["because-counted"].target == "in-use"
    assert merged.map.entries["cost"].text == "It costs a fortune."
