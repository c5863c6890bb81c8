"""What a whole map entails, by example."""

from argmap.logic import entailed, entailed_live
from argmap.model import ArgumentMap, Statement
from argmap.model.formula import Atom, Not
from tests.logic.small_maps import small_map

CASES = """
    because for wet: rain-or-snow = rain or snow; rain -> wet; snow -> wet
"""


def test_premises_are_taken_to_be_true_and_so_is_what_follows_from_them() -> None:
    found = entailed(small_map("because for wet: rain; rain -> wet"), {})
    assert found.values == {"rain": True, "rain-to-wet": True, "wet": True}


def test_a_reason_without_a_conditional_entails_nothing() -> None:
    assert "guilty" not in entailed(small_map("because for guilty: seen-there"), {}).values


def test_only_the_complete_pass_tells_cases_apart() -> None:
    map = small_map(CASES)
    assert entailed(map, {}).values["wet"] is True
    assert "wet" not in entailed_live(map, {}).values
    assert entailed_live(map, {"rain": False}).values["wet"] is True


def test_what_opponents_assert_is_no_premise() -> None:
    text = "because for close: unsafe\nbut against close: stranded; stranded -> not close"
    found = entailed(small_map(text), {})
    assert found.values == {"unsafe": True}
    answer = "\nreply against stranded: trams; trams -> not stranded"
    assert entailed(small_map(text + answer), {}).values["stranded"] is False


def test_a_sentence_that_author_and_opponent_share_is_a_premise() -> None:
    found = entailed(small_map("because for close: unsafe\nbut against close: unsafe; costly"), {})
    assert found.values == {"unsafe": True}


def test_a_supposition_replaces_the_assertion() -> None:
    found = entailed(small_map("because for wet: rain; rain -> wet"), {"rain": False})
    assert found.values == {"rain": False, "rain-to-wet": True}


def test_contradictory_suppositions_are_named_and_nothing_is_concluded() -> None:
    map = small_map(CASES + "because-cold for wet: cold")
    for found in (entailed(map, {"wet": False, "rain": True}), entailed_live(map, {"wet": False, "rain": True})):
        assert found.values == {}
        assert set(found.conflict) == {"wet", "rain", "rain-to-wet"}
    found = entailed(map, {"wet": False})
    assert set(found.conflict) == {"wet", "rain-or-snow", "rain-to-wet", "snow-to-wet"}


def test_a_conditional_holds_where_what_it_says_does() -> None:
    chained = small_map("because for P-to-R = P -> R: P -> Q; Q -> R")
    assert entailed(chained, {}).values["P-to-R"] is True


def test_a_conditional_supposed_false_is_false_and_says_nothing_of_its_halves() -> None:
    map = small_map("because for claim: c = P -> Q; R")
    assert entailed(map, {"c": False}).values == {"c": False, "R": True}
    asserted = small_map("because for claim: c = P -> Q; Q")
    assert entailed(asserted, {"c": False}).values == {"c": False, "Q": True}
    assert entailed_live(asserted, {"c": False}).values == {"c": False, "Q": True}


def test_hedged_conditionals_entail_nothing() -> None:
    found = entailed(small_map("because for wet: rain; likely: rain -> wet"), {})
    assert found.values == {"rain": True, "likely-rain-to-wet": True}


def test_what_a_statement_means_is_entailed_both_ways() -> None:
    map = small_map("because for claim: dry = not rain; snow or rain")
    assert entailed(map, {}).values == {"dry": True, "rain": False, "snow-or-rain": True, "snow": True}
    assert entailed(map, {"rain": True}).conflict == ("rain", "dry")


def test_meanings_that_contradict_themselves_whatever_is_given_are_named() -> None:
    liar = Statement(text="This is not so.", means=Not(Atom("liar")))
    pair = {"one": Statement(text="One.", means=Not(Atom("two"))), "two": Statement(text="Two.", means=Atom("one"))}
    premise = {"p": Statement(text="It rains.")}
    assert entailed(ArgumentMap(entries={"liar": liar})).conflict == ("liar",)
    assert entailed(ArgumentMap(entries=premise | pair)).conflict == ("one", "two")
