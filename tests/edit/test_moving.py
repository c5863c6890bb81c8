import pytest

from argmap.edit import EditRefused, Place, but, delete, move_down, move_in, move_out, move_up
from argmap.model import Objection


def members(map, inference):
    return map.links.members.get(inference, ())


def test_up_and_down_among_siblings(ferry):
    down, _ = move_down(ferry, Place("used", "because-used"))
    assert members(down, "because-used") == ("if-used-keep", "used")
    up, _ = move_up(down, Place("used", "because-used"))
    assert members(up, "because-used") == ("used", "if-used-keep")


def test_down_from_the_end_crosses_to_the_top_of_the_next_reason(ferry):
    map, change = move_down(ferry, Place("if-used-keep", "because-used"))
    assert members(map, "because-loved") == ("if-used-keep", "loved")
    assert change.focus == Place("if-used-keep", "because-loved")


def test_up_from_the_top_crosses_to_the_end_of_the_reason_above_and_an_emptied_reason_goes(ferry):
    map, _ = move_up(ferry, Place("loved", "because-loved"))
    assert members(map, "because-used") == ("used", "if-used-keep", "loved")
    assert "because-loved" not in map.entries


def test_an_emptied_reason_that_somebody_objects_to_is_not_lost(ferry):
    from argmap.edit import undercut

    map, _ = undercut(ferry, Place("loved", "because-loved"), "Love is blind.")
    with pytest.raises(EditRefused, match="move the objection first"):
        move_up(map, Place("loved", "because-loved"))


def test_no_crossing_from_reasons_to_objections(ferry):
    with pytest.raises(EditRefused, match="no reason below"):
        move_down(ferry, Place("loved", "because-loved"))


def test_reasons_move_among_reasons(ferry):
    map, _ = move_up(ferry, Place("because-loved", "keep"))
    assert map.links.inferences["keep"] == ("because-loved", "because-used", "but-cost")


def test_in_makes_a_reason_for_the_one_above(ferry):
    map, change = move_in(ferry, Place("if-used-keep", "because-used"))
    assert map.entries[change.focus.parent].target == "used"
    assert members(map, "because-used") == ("used",)


def test_in_for_inferences(ferry):
    objection, _ = move_in(ferry, Place("but-cost", "keep"))
    assert objection.entries["but-cost"].target == "because-loved"
    reason, _ = move_in(ferry, Place("because-loved", "keep"))
    assert reason.entries["because-loved"].target == "if-used-keep"


def test_out_stands_beside_what_it_supported(ferry):
    map, _ = move_out(ferry, Place("counted", "because-counted"))
    assert members(map, "because-used") == ("used", "counted", "if-used-keep")
    assert "because-counted" not in map.entries


def test_out_from_under_a_root_goes_to_the_top(ferry):
    map, _ = move_out(ferry, Place("used", "because-used"))
    assert "used" in map.outline.roots


def test_out_for_inferences(ferry):
    map, _ = move_out(ferry, Place("because-counted", "used"))
    assert map.entries["because-counted"].target == "keep"
    with pytest.raises(EditRefused, match="main conclusion"):
        move_out(ferry, Place("because-used", "keep"))


def test_parts_of_a_conditional_are_not_moved(ferry):
    with pytest.raises(EditRefused, match="F2"):
        move_up(ferry, Place("bridge", "if-used-keep"))


def test_the_only_statement_of_an_objection_takes_the_objection_along(ferry):
    map, change = but(ferry, Place("used", "because-used"), "Nobody counted.")
    map, change = move_out(map, change.focus)
    assert isinstance(map.entries[change.focus.id], Objection)
    assert map.entries[change.focus.id].target == "keep"


def test_a_main_conclusion_that_loses_its_only_reason_stays_one(ferry):
    for place in (Place("but-cost", "keep"), Place("because-loved", "keep"), Place("used", "because-used")):
        ferry, _ = delete(ferry, place)
    assert members(ferry, "because-used") == ("if-used-keep",)
    map, _ = move_out(ferry, Place("if-used-keep", "because-used"))
    assert map.outline.labels["keep"] == "C1"
    assert "keep" in map.outline.mains


def test_the_summary_says_the_new_label(ferry):
    _, change = move_out(ferry, Place("counted", "because-counted"))
    assert change.summary == "moved P1 to R1, now P2"


def test_a_loose_statement_is_moved_in_as_a_reason_for_the_last_root(ferry):
    map, change = move_in(ferry, Place("spare", None))
    assert map.entries[change.focus.parent].target == "keep"
    with pytest.raises(EditRefused, match="loose"):
        move_up(ferry, Place("spare", None))
