import pytest

from argmap.edit import Clip, EditRefused, Place, linked, paste_beside, paste_linked, paste_reason

USED = Place("used", "because-used")
LOVED = Place("loved", "because-loved")


def test_cut_and_paste_as_a_reason_moves(ferry):
    map, change = paste_reason(ferry, Clip(USED, True), LOVED)
    assert map.entries["used"].stands_in == (change.focus.parent,)
    assert map.entries[change.focus.parent].target == "loved"


def test_copy_and_paste_shares_the_premise(ferry):
    map, change = paste_reason(ferry, Clip(USED, False), LOVED)
    assert map.entries["used"].stands_in == ("because-used", change.focus.parent)


def test_paste_on_a_reason_adds_a_last_member(ferry):
    map, _ = paste_reason(ferry, Clip(Place("spare", None), True), Place("because-used", "keep"))
    assert map.links.members["because-used"][-1] == "spare"


def test_paste_beside_is_the_next_sibling(ferry):
    map, _ = paste_beside(ferry, Clip(LOVED, True), USED)
    assert map.links.members["because-used"] == ("used", "loved", "if-used-keep")
    assert "because-loved" not in map.entries


def test_an_inference_is_pasted_to_bear_on_this(ferry):
    map, _ = paste_reason(ferry, Clip(Place("but-cost", "keep"), True), USED)
    assert map.entries["but-cost"].target == "used"
    copied, change = paste_reason(ferry, Clip(Place("because-loved", "keep"), False), USED)
    assert copied.links.members[change.focus.id] == ("loved",)


def test_nothing_comes_to_support_itself(ferry):
    with pytest.raises(EditRefused, match="itself"):
        paste_reason(ferry, Clip(USED, True), Place("counted", "because-counted"))


def test_what_is_gone_cannot_be_pasted(ferry):
    with pytest.raises(EditRefused, match="no longer"):
        paste_reason(ferry, Clip(Place("ghost", None), True), USED)


def test_sharing_a_premise_leaves_its_table_where_it_is(ferry):
    map, _ = paste_beside(ferry, Clip(USED, False), LOVED)
    assert list(map.entries) == list(ferry.entries)
    assert map.entries["used"].stands_in == ("because-used", "because-loved")


def test_the_only_statement_of_an_objection_is_pasted_as_an_objection(ferry):
    map, _ = paste_reason(ferry, Clip(Place("cost", "but-cost"), True), USED)
    assert map.entries["but-cost"].target == "used"


def test_a_premise_that_is_pasted_beside_a_root_stays_asserted(ferry):
    mentioned, _ = paste_beside(ferry, Clip(USED, True), Place("keep", None))
    assert mentioned.outline.mains == ("keep", "used")
    map, change = paste_beside(ferry, Clip(LOVED, True), Place("keep", None))
    assert map.outline.mains == ("keep", "loved")
    assert map.outline.roles["loved"] == "conclusion"
    assert change.summary == "moved P3 beside C1, now C3"


def test_a_part_of_a_conditional_is_not_cut_where_it_is_only_mentioned(ferry):
    with pytest.raises(EditRefused, match="only mentioned here"):
        paste_reason(ferry, Clip(Place("used", "if-used-keep"), True), LOVED)
    map, _ = paste_reason(ferry, Clip(Place("bridge", "if-used-keep"), True), LOVED)
    assert map.outline.roles["bridge"] == "premise"


def test_a_reason_is_not_copied_to_what_it_bears_on_already(ferry):
    with pytest.raises(EditRefused, match="already"):
        paste_reason(ferry, Clip(Place("because-loved", "keep"), False), Place("keep", None))


@pytest.mark.parametrize("cut", [True, False])
def test_linked_premises_are_pasted_as_one_reason(ferry, cut):
    places = [USED, Place("if-used-keep", "because-used")]
    assert linked(ferry, places)
    assert not linked(ferry, [USED, LOVED])
    map, change = paste_linked(ferry, [Clip(place, cut) for place in places], LOVED)
    reason = change.focus.parent
    assert map.entries[reason].target == "loved"
    assert map.links.members[reason] == ("used", "if-used-keep")
    assert ("because-used" in map.entries) is not cut
    assert change.went == tuple(Place(place.id, reason) for place in places)
