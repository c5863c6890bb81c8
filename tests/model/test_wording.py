from argmap.model import ArgumentMap, Conditional, Statement
from argmap.model.formula import parse
from argmap.model.visible import visible
from argmap.model.wording import halves, sentence, short


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


def test_a_conditional_is_composed_from_its_parts_which_keep_their_case():
    map = conditional()
    assert sentence(map, "if") == ("If The tide is high and it is not the case that The ferry waits, then NATO acts.")


def test_worded_halves_and_qualifier_come_first():
    map = conditional(if_text="the tide is high", qualifier="might")
    assert halves(map, map.entries["if"]) == ("the tide is high", "NATO acts")
    assert sentence(map, "if") == "If the tide is high, then (might) NATO acts."


def test_the_authors_own_sentence_wins():
    assert sentence(conditional(text="High tide means action."), "if") == "High tide means action."


def test_a_conditional_that_mentions_itself_can_be_read():
    map = ArgumentMap(entries={"x": Conditional(antecedent=parse("x"), consequent=parse("ghost"))})
    assert sentence(map, "x").startswith("If If If")
    assert "ghost" in sentence(map, "x")


def test_short_falls_back_to_the_sentence():
    map = conditional()
    assert short(map, "b") == "It waits."
    assert short(map, "c") == "NATO acts."


def test_control_and_direction_characters_are_shown_not_obeyed():
    assert visible("a\x1b[31mb\x07\u202ec\r\nd\x9b") == "a␛[31mb␇‹U+202E›c␍\nd‹U+009B›"
    assert visible("a\nb", line_ends=False) == "a␊b"
    assert visible("\ud800") == "‹U+D800›"
