import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check import check
from argmap.check.wording import LONGEST
from argmap.edit import set_fields
from argmap.format import read
from argmap.model import ArgumentMap, Conditional, Statement
from argmap.model.formula import Atom
from argmap.source.english.lexicon import listed
from tests.check.conftest import MONEY, RAILS, anchored


def found(map):
    return [(p.code, p.id) for p in check(map) if p.code.startswith("W")]


def codes(text):
    return [code for code, _ in found(ArgumentMap(entries={"s": Statement(text=text)}))]


def said(text):
    (problem,) = [p for p in check(ArgumentMap(entries={"s": Statement(text=text)})) if p.code.startswith("W")]
    return problem.message


QUESTION, FRAGMENT, REASONING, TWO, POINTING, LONG = (f"W{number}" for number in range(101, 107))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Should the town have trams?", QUESTION),
        ("What is the use of trams (and buses)?", QUESTION),
        ("“Who pays for trams?”", QUESTION),
        ("The closing of the old town to private cars.", FRAGMENT),
        ("The cost of trams in the town.", FRAGMENT),
        ("No parking in the old town", FRAGMENT),
        ("Because trams are cheap.", FRAGMENT),
        ("Although the trams in the old town are cheap.", FRAGMENT),
        ("Trams are safe because they run on rails.", REASONING),
        ("Fares should rise, since trams are full.", REASONING),
        ("Since trams are full, fares should rise.", REASONING),
        ("Given that trams are full, fares should rise.", REASONING),
        ("The tram is full, for it is cheap.", REASONING),
        ("The tram is full, so people walk.", REASONING),
        ("The tram is full and therefore people walk.", REASONING),
        ("Trams are cheap, which is why people ride them.", REASONING),
        ("Therefore, trams are the better choice.", REASONING),
        ("Trams are therefore the better choice.", REASONING),
        ("Trams, therefore, are the better choice.", REASONING),
        ("That is why people ride trams.", REASONING),
        ("It follows that trams are full.", REASONING),
        ("Trams are full; buses are empty.", TWO),
        ("Trams are full. Buses are empty.", TWO),
        ("Trams are full and buses are empty.", TWO),
        ("Trams cost money, but they save time.", TWO),
        ("Abe met Xi and Putin met Trump.", TWO),
        ("There is a tram and there is a bus.", TWO),
        ("Some trams are old, and some are new.", TWO),
        ("This is wrong.", POINTING),
        ("That would cost too much.", POINTING),
        ("These are full.", POINTING),
        ("It costs too much.", POINTING),
        ("However, it’s too expensive.", POINTING),
        ("They often arrive late.", POINTING),
        ("He was ill.", POINTING),
        ("So they will.", POINTING),
    ],
)
def test_what_is_not_one_plain_claim_is_told(text, code):
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody asked “who pays?”, so to speak.",
        "The question is whether trams are full.",
        "Bells chime.",
        "Bells chime at noon.",
        "The moon orbits the earth.",
        "Moths flutter around the lamp.",
        "Children and the elderly slip on it.",
        "God exists.",
        "People love the ferry.",
        "The poor pay more.",
        "The public balks at it.",
        "A toddler half passes it.",
        "Fares are too high, as the survey has shown.",
        "A member may join in stages, and keeps the others’ preference until the day on which it is opened.",
        "A death is no more use to the victims and their relatives than if the felon is jailed.",
        "Pensions cost too much, as people live long, and few children are born.",
        "A charge on large paved and drained areas would bear the cost.",
        "Taxes!",
        "C.",
        "The trams swerve in the rain.",
        "If it rains the match is off.",
        "To err is human.",
        "Der Bus des Ortes heute voll.",
        "Le prix des trams.",
        "The tram has carried more people since 2012.",
        "Since the war the town has grown.",
        "The town has grown since the war ended.",
        "Trams are safe because of their rails.",
        "The road was closed not because it was old but because of its noise.",
        "Just because trams are full, fares need not rise.",
        "Critics say that trams are bad because they are slow.",
        "Fares should rise if trams are full because they are cheap.",
        "The town closed the road so that children could play.",
        "So many people ride the tram that it is full.",
        "The tram is so full that people walk.",
        "Fares rose as the trams filled.",
        "For years the trams were full.",
        "Thus far trams have been full.",
        "The city lies on a river, hence its name.",
        "Trams and buses are full.",
        "Trams cut noise and save money.",
        "Trams are fast, cheap and clean.",
        "The line runs between the station and the harbour.",
        "The gap between what people say and what they do is wide.",
        "The council knows that trams are full and buses are empty.",
        "Either trams are full or buses are empty.",
        "If trams are full and buses are empty, fares should rise.",
        "Trams pollute less than cars and buses do.",
        "The deal covers islands Japan and Russia have claimed for years.",
        "Security tension with China has brought Japan and the United States much closer.",
        "Abe's policies may well bring Japanese and American interests into conflict.",
        "The law is strict but fair.",
        "Dr. Smith met Mr. Jones.",
        "Prices rose by 3.5 per cent.",
        "This plan is wrong.",
        "This year trams are full.",
        "That trams are full is clear.",
        "That cost is too high.",
        "Those who walk are healthy.",
        "These demands outweigh the rest.",
        "It is clear that trams are full.",
        "It is better to walk.",
        "It was Abe who met Xi.",
        "It takes courage.",
        "It is raining.",
        "Its walls are thick.",
    ],
)
def test_a_plain_claim_is_no_problem(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    "text", ["市は旧市街を閉鎖すべきか？", "Должен ли город закрыть центр?", "为什么？因为城市没有电车 and so on."]
)
def test_a_text_in_another_script_is_left_alone(text):
    assert codes(text) == []
    assert codes(text * 40) == []


def test_a_long_statement_is_told_its_length():
    text = "The town is " + "very " * 60 + "old."
    assert f"C1 (s): has {len(text)} characters, more than {LONGEST}" in said(text)
    assert codes("The town is old" + "!" * (LONGEST - 15)) == []


def test_messages_name_the_words():
    assert "“since” puts a reason" in said("Fares should rise, since trams are full.")
    assert "“and” joins two claims, the second is “Buses are empty.”" in said("Trams are full and buses are empty.")
    assert "“That” points to" in said("That would cost too much.")


def test_all_are_hints_and_can_be_ignored():
    text = "This is old and buses are slow because they are full?"
    map = ArgumentMap(entries={"s": Statement(text=text)})
    hints = [p for p in check(map) if p.code.startswith("W")]
    assert {p.severity for p in hints} == {"hint"}
    assert len(hints) > 1
    for one in {p.code for p in hints}:
        ignored, _ = set_fields(map, "s", {"ignore": (one,)})
        assert found(ignored) == [(p.code, "s") for p in hints if p.code != one]
        assert found(map.model_copy(update={"ignore": (one,)})) == [(p.code, "s") for p in hints if p.code != one]


def test_the_words_of_a_conditional_are_checked_each_by_itself():
    halves = {"antecedent": Atom("a"), "consequent": Atom("a")}
    parts = {"if_text": "the cost of trams in the town", "then_text": "buses are empty and it is late"}
    conditional = Conditional(text="If trams are full, then buses are empty.", **parts, **halves)
    map = ArgumentMap(entries={"a": Statement(text="Trams are full."), "c": conditional})
    (problem,) = [p for p in check(map) if p.code.startswith("W")]
    assert (problem.code, problem.id) == (FRAGMENT, "c")
    assert "its IF is no whole sentence" in problem.message
    asking = conditional.model_copy(update={"text": "If trams are full, who takes the bus?", "if_text": None})
    assert found(map.with_entries({**map.entries, "c": asking}, {"c"})) == [(QUESTION, "c")]


def test_a_compound_that_says_what_it_means_is_one_claim():
    map = read(
        b'argmap = 1\n[statement.s]\ntext = "A tram is full and a bus is empty."\nmeans = "a and b"\n'
        b'[statement.a]\ntext = "A tram is full."\n[statement.b]\ntext = "A bus is empty."\n'
    ).map
    assert found(map) == []
    assert found(set_fields(map, "s", {"means": None})[0]) == [(TWO, "s")]


def test_an_authors_own_words_may_be_two_claims_but_point_to_nothing(drawn):
    quoting, _ = set_fields(drawn.map, "rails", {"text": RAILS, "anchor": (anchored(RAILS),)})
    assert found(quoting) == [(POINTING, "rails")]
    two = "The town has money. It may have more next year."
    quoting, _ = set_fields(drawn.map, "money", {"text": two, "anchor": (anchored(two),)})
    assert found(quoting) == []
    assert found(set_fields(quoting, "money", {"anchor": (anchored(MONEY),)})[0]) == [(TWO, "money")]


@given(st.text(max_size=200) | st.text("aAit is'’\"“”.,;:?!()[]-–—\n", max_size=80))
def test_no_text_is_too_odd(text):
    map = ArgumentMap(entries={"s": Statement(text=text), "c": Conditional(text=text, if_text=text, **HALVES)})
    assert {p.id for p in check(map)} <= {"s", "c", None}


_WORDS = listed(
    "the a trams it they this are is was because since therefore so and but ; , . ? that who if not for as which "
    "( ) “ ” runs town because of thus may full"
)
HALVES = {"antecedent": Atom("s"), "consequent": Atom("s")}


@given(st.lists(st.sampled_from(sorted(_WORDS)), max_size=14).map(" ".join))
def test_no_order_of_telling_words_is_too_odd(text):
    assert all(p.advice for p in check(ArgumentMap(entries={"s": Statement(text=text)})) if p.code.startswith("W"))
