import pytest

from argmap.edit import EditRefused, Place, because, beside, but, therefore, undercut
from argmap.model import ArgumentMap, Objection, Reason


def order(map):
    return list(map.entries)


def test_beside_in_an_empty_map_is_the_first_statement():
    map, change = beside(ArgumentMap(), None, "  The ferry\nshould stay. ")
    assert map.entries["ferry-stay"].text == "The ferry should stay."
    assert change.focus == Place("ferry-stay", None)
    assert map.outline.labels["ferry-stay"] == "C1"


def test_beside_a_premise_is_a_co_premise_behind_its_subtree(ferry):
    map, change = beside(ferry, Place("used", "because-used"), "It runs daily.")
    new = change.focus.id
    assert map.links.members["because-used"] == ("used", new, "if-used-keep")
    assert order(map)[order(map).index(new) - 1] == "counted"


def test_beside_a_root_is_a_new_main_conclusion(ferry):
    map, change = beside(ferry, Place("keep", None), "The quay should be mended.")
    assert map.outline.mains == ("keep", change.focus.id)
    assert map.outline.labels[change.focus.id] == "C3"


def test_beside_a_loose_statement_is_another(ferry):
    map, change = beside(ferry, Place("spare", None), "The tide is strong.")
    assert [row.id for row in map.outline.tray] == ["spare", change.focus.id]


def test_beside_a_reason_adds_a_last_premise(ferry):
    map, change = beside(ferry, Place("because-used", "keep"), "It runs daily.")
    assert map.links.members["because-used"][-1] == change.focus.id


def test_because_adds_a_reason_before_the_objections(ferry):
    map, change = because(ferry, Place("keep", None), "It is cheap.")
    assert isinstance(map.entries[change.focus.parent], Reason)
    assert map.links.inferences["keep"] == ("because-used", "because-loved", change.focus.parent, "but-cost")
    assert change.summary == "added a reason for C1"


def test_because_on_a_reason_is_another_reason_for_the_same(ferry):
    map, change = because(ferry, Place("because-used", "keep"), "It is cheap.")
    assert map.entries[change.focus.parent].target == "keep"


def test_because_on_an_objection_is_refused_with_what_to_do(ferry):
    with pytest.raises(EditRefused, match="Enter"):
        because(ferry, Place("but-cost", "keep"), "No.")


@pytest.mark.parametrize("target", ["keep", "because-used", "but-cost", "if-used-keep"])
def test_but_objects_to_statements_reasons_and_objections(ferry, target):
    map, change = but(ferry, Place(target, None), "Not so fast.")
    objection = map.entries[change.focus.parent]
    assert isinstance(objection, Objection)
    assert objection.target == target


def test_undercut_objects_to_the_reason_a_premise_stands_in(ferry):
    map, change = undercut(ferry, Place("used", "because-used"), "Use proves little.")
    assert map.entries[change.focus.parent].target == "because-used"
    with pytest.raises(EditRefused, match="no reason"):
        undercut(ferry, Place("keep", None), "No.")


def test_therefore_puts_a_conclusion_between(ferry):
    map, change = therefore(ferry, Place("used", "because-used"), "The ferry matters.")
    new = change.focus.id
    assert map.links.members["because-used"] == (new, "if-used-keep")
    (reason,) = map.links.inferences[new]
    assert map.links.members[reason] == ("used",)


def test_therefore_on_a_root_stands_above_it(ferry):
    map, change = therefore(ferry, Place("keep", None), "The council must pay.")
    assert map.outline.roots == (change.focus.id,)
    assert order(map)[0] == change.focus.id


def test_therefore_on_a_reason_takes_the_whole_reason_along(ferry):
    map, change = therefore(ferry, Place("because-used", "keep"), "The ferry matters.")
    assert map.entries["because-used"].target == change.focus.id
    assert map.entries[change.focus.parent].target == "keep"


def test_an_empty_sentence_is_refused(ferry):
    with pytest.raises(EditRefused, match="sentence"):
        because(ferry, Place("keep", None), " \n ")
