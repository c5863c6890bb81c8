import pytest

from argmap.edit import EditRefused, Place, change_if_then, if_then
from argmap.model import ArgumentMap
from argmap.model.formula import parse


def test_a_conditional_joins_the_reason_of_a_premise(ferry):
    edited = if_then(
        ferry, Place("loved", "because-loved"), parse("loved"), parse("keep and fund"), {"fund": "The town pays."}
    )
    map, change = edited
    assert change.focus == Place("if-loved-keep", "because-loved")
    assert map.entries["fund"].text == "The town pays."
    assert list(map.entries).index("fund") == list(map.entries).index("if-loved-keep") + 1
    assert map.outline.roles["fund"] == "proposition"


def test_on_a_conclusion_it_joins_its_last_reason(ferry):
    _, change = if_then(ferry, Place("keep", None), parse("loved"), parse("keep"), {})
    assert change.focus.parent == "because-loved"


def test_on_a_root_without_reasons_it_makes_one():
    from argmap.edit import beside

    map, _ = beside(ArgumentMap(), None, "Close it.")
    map, change = if_then(map, Place("close", None), parse("unsafe"), parse("close"), {"unsafe": "It is unsafe."})
    assert map.entries[change.focus.parent].target == "close"
    assert change.focus.id == "if-unsafe-close"


def test_unknown_ids_are_refused(ferry):
    with pytest.raises(EditRefused, match="ghost"):
        if_then(ferry, Place("keep", None), parse("ghost"), parse("keep"), {})


def test_changing_formulas_drops_propositions_nobody_mentions(ferry):
    map, _ = change_if_then(ferry, "if-used-keep", parse("used"), parse("keep"), {})
    assert "bridge" not in map.entries


def test_a_conditional_cannot_mention_itself(ferry):
    with pytest.raises(EditRefused, match="itself"):
        change_if_then(ferry, "if-used-keep", parse("if-used-keep"), parse("keep"), {})
