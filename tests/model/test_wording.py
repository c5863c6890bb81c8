import pytest
from hypothesis import given

from argmap.model import ArgumentMap, Conditional, Statement, formula
from argmap.model.formula import parse
from argmap.model.visible import visible
from argmap.model.wording import halves, in_words, sentence, short
from tests.model.test_formula import formulas


def conditional(**fields):
    base = {"antecedent": parse("a and not b"), "consequent": parse("c")}
    return ArgumentMap(
        entries={
            "a": Statement(text="The tide is high."),
            "b": Statement(text="The ferry waits.", short="It waits."),
            "c": Statement(text="NATO acts."),
            "if": Conditional(**(base | fields)),
        }
    )


def test_a_conditional_is_composed_from_its_parts_and_only_articles_lose_their_capital():
    map = conditional()
    assert sentence(map, "if") == ("If the tide is high and it is not the case that the ferry waits, then NATO acts.")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("not a and b", "it is not the case that the tide is high, and the ferry waits"),
        ("not (a and b)", "it is not the case that both the tide is high and the ferry waits"),
        ("not (a or b)", "it is not the case that either the tide is high or the ferry waits"),
        ("a and b or c", "both the tide is high and the ferry waits, or NATO acts"),
        ("a and (b or c)", "the tide is high and either the ferry waits or NATO acts"),
        ("a and b and c", "the tide is high and the ferry waits and NATO acts"),
    ],
)
def test_formulas_are_read_out_so_that_brackets_are_heard(written, read):
    assert in_words(conditional(), parse(written)) == read


@given(formulas, formulas)
def test_different_formulas_are_read_out_differently(one, other):
    letters = ArgumentMap(entries={id: Statement(text=id.upper()) for id in ("a", "b-c", "d1", "e_f")})
    if formula.write(one) != formula.write(other):
        assert in_words(letters, one) != in_words(letters, other)


def test_worded_halves_and_qualifier_come_first():
    map = conditional(if_text="the tide is high", qualifier="might")
    assert halves(map, map.entries["if"]) == ("the tide is high", "NATO acts")
    assert sentence(map, "if") == "If the tide is high, then (might) NATO acts."


def test_the_authors_own_sentence_wins():
    assert sentence(conditional(text="High tide means action."), "if") == "High tide means action."


def test_a_conditional_that_mentions_itself_can_be_read():
    map = ArgumentMap(entries={"x": Conditional(antecedent=parse("x"), consequent=parse("ghost"))})
    assert sentence(map, "x").startswith("If if x")
    assert "ghost" in sentence(map, "x")


def test_short_falls_back_to_the_sentence():
    map = conditional()
    assert short(map, "b") == "It waits."
    assert short(map, "c") == "NATO acts."


def test_control_and_direction_characters_are_shown_not_obeyed():
    assert visible("a\x1b[31mb\x07\u202ec\r\nd\x9b") == "a␛[31mb␇‹U+202E›c␍\nd‹U+009B›"
    assert visible("\ud800") == "‹U+D800›"
