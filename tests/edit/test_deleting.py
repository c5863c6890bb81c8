import pytest

from argmap.edit import Clip, EditRefused, Place, delete, paste_reason


def test_the_subtree_goes_along(ferry):
    map, change = delete(ferry, Place("loved", "because-loved"))
    assert {"loved", "because-loved"}.isdisjoint(map.entries)
    assert change.focus is not None


def test_a_statement_still_mentioned_stays_as_a_proposition(ferry):
    map, _ = delete(ferry, Place("used", "because-used"))
    assert map.outline.roles["used"] == "proposition"
    assert "counted" not in map.entries


def test_a_proposition_nobody_mentions_goes_with_its_conditional(ferry):
    map, _ = delete(ferry, Place("if-used-keep", "because-used"))
    assert "bridge" not in map.entries


def test_one_held_elsewhere_only_leaves_this_place(ferry):
    shared, _ = paste_reason(ferry, Clip(Place("loved", "because-loved"), False), Place("used", "because-used"))
    map, _ = delete(shared, Place("loved", "because-loved"))
    assert map.entries["loved"].stands_in == ("because-loved-2",)
    assert "because-loved" not in map.entries


def test_an_undercut_goes_with_its_reason(ferry):
    from argmap.edit import undercut

    map, change = undercut(ferry, Place("loved", "because-loved"), "Love is blind.")
    map, _ = delete(map, Place("because-loved", "keep"))
    assert change.focus.id not in map.entries


def test_deleting_the_root_empties_its_tree(ferry):
    map, _ = delete(ferry, Place("keep", None))
    assert list(map.entries) == ["spare"]


def test_part_of_a_conditional_is_refused(ferry):
    with pytest.raises(EditRefused, match="part of P"):
        delete(ferry, Place("bridge", "if-used-keep"))


def test_a_supposed_statement_is_kept(ferry):
    from argmap.model import Scenario

    entries = {**ferry.entries, "what-if": Scenario(suppose=("not loved",))}
    map, _ = delete(ferry.with_entries(entries, ["what-if"]), Place("loved", "because-loved"))
    assert "loved" in map.entries


def test_the_summary_tells_the_reason_that_goes_too_from_what_stood_below(ferry):
    assert delete(ferry, Place("loved", "because-loved"))[1].summary == "deleted P3 with its reason"
    assert delete(ferry, Place("cost", "but-cost"))[1].summary == "deleted O1 with its objection"
    assert delete(ferry, Place("because-used", "keep"))[1].summary.startswith("deleted R1 and ")
