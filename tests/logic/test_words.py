from argmap.format import read
from argmap.logic import chain, decide, entailed, missing_premises, outcome, why
from argmap.logic.words import (
    entailed_word,
    listed,
    status_word,
    told_conflict,
    told_countermodel,
    told_decided,
    told_ground,
    told_inferred,
    told_missing,
)
from argmap.model import ArgumentMap, Objection, Statement

_WET = """argmap = 1
[statement.wet]
text = "The street is wet."
[reason.r]
for = "wet"
[statement.rain]
text = "It rains."
in = "r"
[conditional.if-rain-wet]
if = "rain"
then = "wet"
in = "r"
[objection.o]
against = "rain"
[statement.dry]
text = "Everybody's hat is dry."
in = "o"
[conditional.if-hats]
if = "hats"
then = "clear"
in = "o"
[statement.hats]
text = "They wear hats."
[statement.clear]
text = "The sky is clear."
"""


def _map(text: str) -> ArgumentMap:
    return read(text.encode()).map


def _fallacy() -> ArgumentMap:
    return _map(_WET.replace('if = "rain"\nthen = "wet"', 'if = "wet"\nthen = "rain"'))


def test_a_countermodel_reads_the_sentences_out() -> None:
    decided = decide(_fallacy(), "r")
    assert decided is not None
    told = told_countermodel(_fallacy(), decided)
    assert told == "It could be that it rains, while it is not the case that the street is wet."
    assert told_decided(_fallacy(), decided) == "C1 does not follow from P1 and P2: affirming the consequent."


def test_a_countermodel_to_an_objection_ends_with_what_stands_all_the_same() -> None:
    decided = decide(_map(_WET), "o")
    assert decided is not None
    told = told_countermodel(_map(_WET), decided)
    assert told == (
        "It could be that Everybody's hat is dry, while it is not the case that they wear hats, and yet it rains."
    )


def test_many_clauses_each_say_where_they_begin() -> None:
    map = _map(
        'argmap = 1\n[statement.z]\ntext = "So it is."\n[reason.r]\nfor = "z"\nrule = "modus ponens"\n'
        + "".join(f'[statement.{id}]\ntext = "That one, {id}."\nin = "r"\n' for id in ("x", "y", "v"))
    )
    decided = decide(map, "r")
    assert decided is not None
    assert told_countermodel(map, decided) == (
        "It could be that that one, x, that that one, y, and that that one, v, while it is not the case that So it is."
    )


def test_a_step_that_follows_has_its_rule_told_and_no_countermodel() -> None:
    decided = decide(_map(_WET), "r")
    assert decided is not None
    assert told_decided(_map(_WET), decided) == "C1 follows from P1 and P2 by modus ponens."
    assert told_countermodel(_map(_WET), decided) == ""


def test_a_missing_premise_is_a_sentence_that_can_be_inserted() -> None:
    map = _map(_WET.replace('then = "wet"\nin = "r"', 'then = "wet"'))
    assert told_missing(map, missing_premises(map, "r")[0]) == "If it rains, then the street is wet."


def test_why_something_stands_is_told_link_by_link() -> None:
    map = _map(_WET)
    told = [told_ground(map, ground) for ground in why(map, {"hats": True}, "wet")]
    assert told == [
        "O1a stands: it is asserted.",
        "O1b stands: it is asserted.",
        "Objection O1 is live, since O1a and O1b stand.",
        "P1 falls, since objection O1 is live.",
        "Reason R1 is out, since P1 falls.",
        "C1 falls, since reason R1 is out.",
    ]


def test_an_answered_objection_is_answered_whatever_becomes_of_what_it_says() -> None:
    entries = {
        "a": Statement(text="A."),
        "o": Objection(target="a", answered="Not so."),
        "b": Statement(text="B.", stands_in=("o",)),
    }
    map = ArgumentMap(entries=entries)
    assert told_ground(map, why(map, {}, "o")[-1]) == "Objection O1 is answered: what it says stands."
    assert told_ground(map, why(map, {"b": False}, "o")[-1]) == "Objection O1 is answered: what it says falls."


def test_an_objection_that_waits_for_its_if_says_so() -> None:
    map = _map(_WET)
    assert told_ground(map, why(map, {}, "o")[-1]) == (
        "Objection O1 is open, since the IF of a conditional in it isn't known to hold (Q1)."
    )


def test_suppositions_and_conditionals_are_told_as_grounds() -> None:
    map = _map(_WET)
    told = [told_ground(map, ground) for ground in why(map, {"hats": True}, "clear")]
    assert told[0] == "O1b stands: it is asserted."
    assert told[1:] == ["Q1 is supposed true.", "Q2 stands by O1b, since Q1 stands."]


def test_how_it_follows_is_told_link_by_link() -> None:
    map = _map(_WET)
    told = [told_inferred(map, link, {"rain": True}) for link in chain(map, {"rain": True}, "wet")]
    assert sorted(told[:-1]) == ["P1 is supposed true.", "P2 is true: a premise."]
    assert told[-1] == "C1 is true by P2, since P1 is true."


def test_what_contradicts_what_is_named_with_its_standing() -> None:
    map, supposed = _map(_WET), {"wet": False}
    told = told_conflict(map, entailed(map, supposed).conflict, supposed)
    assert told == (
        "C1 (supposed false), P1 (premise) and P2 (premise) contradict one another; nothing is concluded from them."
    )
    assert told_conflict(map, ()) == ""


def test_what_became_of_something_is_a_word_or_two() -> None:
    map = _map(_WET)
    found = outcome(map, {"hats": True})
    said = {id: status_word(map, found.standing, id) for id in ("wet", "rain", "r", "o", "clear")}
    assert said == {"wet": "falls", "rain": "falls", "r": "out", "o": "live", "clear": "stands"}
    assert entailed_word(found.entailed, "wet") == "entailed"
    assert entailed_word(found.entailed, "clear") is None


def test_hedged_conditionals_only_may_do_so() -> None:
    map = _map(_WET.replace('then = "clear"\n', 'then = "clear"\nqualifier = "might"\n'))
    assert status_word(map, outcome(map, {"hats": True}).standing, "clear") == "may stand"


def test_words_in_a_row() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_what_follows_from_what_suppositions_mean_is_not_told_of_its_own_meaning() -> None:
    map = read(b'argmap = 1\n[statement.p]\ntext = "P."\n[statement.w]\ntext = "W."\nmeans = "not p"\n').map
    assert told_ground(map, why(map, {"w": True}, "p")[-1]).endswith(" falls by what the suppositions mean.")
    assert told_ground(map, why(map, {"p": True}, "w")[-1]).endswith(" falls by what it means.")
