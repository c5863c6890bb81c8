"""What stands, by example: each map is as short as what it shows allows."""

from collections.abc import Mapping

from argmap.logic import Standing, standing
from tests.logic.small_maps import small_map


def outcome(text: str, suppositions: Mapping[str, bool] | None = None) -> Standing:
    return standing(small_map(text), suppositions or {})


WITNESS = """
    because-seen for guilty: seen-there
"""


def test_a_premise_stands_and_so_does_what_it_supports() -> None:
    values = outcome(WITNESS).values
    assert values["seen-there"] == values["because-seen"] == values["guilty"] == "stands"


def test_all_premises_of_a_reason_have_to_stand_but_one_reason_is_enough() -> None:
    joint = "because for guilty: seen-there; had-a-motive"
    assert outcome(joint, {"seen-there": False}).values["guilty"] == "falls"
    apart = "because-seen for guilty: seen-there\nbecause-motive for guilty: had-a-motive"
    assert outcome(apart, {"seen-there": False}).values["guilty"] == "stands"


def test_what_nothing_speaks_for_is_open() -> None:
    found = outcome("because for tax: revenue; revenue and fair -> tax")
    assert found.values["fair"] == "open"
    assert found.values["tax"] == "stands"  # the reason is live; the conditional alone would leave it open


def test_an_objection_against_a_premise_takes_down_what_rests_on_it() -> None:
    found = outcome(WITNESS + "but-dark against seen-there: it-was-dark")
    assert found.values["but-dark"] == "stands"
    assert found.values["seen-there"] == found.values["because-seen"] == found.values["guilty"] == "falls"
    assert found.rejected == {"seen-there"}  # guilty lost its reason; nobody showed it false


def test_reinstatement_an_objection_to_the_objection_brings_it_back() -> None:
    found = outcome(
        WITNESS
        + """
        but-dark against seen-there: it-was-dark
        but-lamp against it-was-dark: the-lamp-was-lit
        """
    )
    assert found.values["it-was-dark"] == found.values["but-dark"] == "falls"
    assert found.values["seen-there"] == found.values["guilty"] == "stands"


def test_an_undercut_takes_the_reason_out_and_leaves_its_premises() -> None:
    found = outcome(WITNESS + "but-twin against because-seen: has-a-twin")
    assert found.values["seen-there"] == "stands"
    assert found.values["because-seen"] == found.values["guilty"] == "falls"
    assert found.rejected == set()


def test_an_undercut_of_the_undercut_brings_the_reason_back() -> None:
    found = outcome(
        WITNESS
        + """
        but-twin against because-seen: has-a-twin
        but-abroad against but-twin: twin-was-abroad
        """
    )
    assert found.values["has-a-twin"] == "stands"
    assert found.values["but-twin"] == "falls"
    assert found.values["guilty"] == "stands"


def test_of_a_chain_of_objections_every_other_one_is_live() -> None:
    chain = """
        o1 against claim: p1
        o2 against o1: p2
        o3 against o2: p3
        o4 against o3: p4
    """
    values = outcome("because for claim: p0\n" + chain).values
    assert [values[each] for each in ("o4", "o3", "o2", "o1", "claim")] == [
        "stands",
        "falls",
        "stands",
        "falls",
        "stands",
    ]


def test_an_answered_objection_is_live_but_does_not_count() -> None:
    found = outcome(WITNESS + "but-dark against seen-there (answered): it-was-dark")
    assert found.values["but-dark"] == "stands"
    assert found.values["seen-there"] == found.values["guilty"] == "stands"


def test_an_answered_undercut_of_an_objection_leaves_the_objection_live() -> None:
    found = outcome(
        WITNESS
        + """
        but-dark against seen-there: it-was-dark
        but-lamp against but-dark (answered): the-lamp-was-lit
        """
    )
    assert found.values["but-lamp"] == found.values["but-dark"] == "stands"
    assert found.values["guilty"] == "falls"


def test_two_sentences_that_defeat_each_other_stay_open() -> None:
    found = outcome(
        """
        because-a for a: pa
        because-b for b: pb
        o1 against a: b
        o2 against b: a
        """
    )
    assert found.values["a"] == found.values["b"] == found.values["o1"] == found.values["o2"] == "open"


def test_a_circle_of_support_holds_nothing_up() -> None:
    found = outcome("r1 for a: b\nr2 for b: a")
    assert found.values["a"] == found.values["b"] == "open"


TRAMS = """
    because-air for close: air-unsafe
    but-trams against close: if-full = trams-full -> stranded
"""


def test_an_objection_with_a_conditional_is_open_until_its_antecedent_stands() -> None:
    assert outcome(TRAMS).values["but-trams"] == outcome(TRAMS).values["close"] == "open"
    full = outcome(TRAMS, {"trams-full": True}).values
    assert (full["but-trams"], full["stranded"], full["close"]) == ("stands", "stands", "falls")
    empty = outcome(TRAMS, {"trams-full": False}).values
    assert (empty["but-trams"], empty["stranded"], empty["close"]) == ("falls", "open", "stands")


def test_a_reason_does_not_wait_for_the_antecedent_of_its_conditional() -> None:
    found = outcome("because for close: air-unsafe; air-unsafe and not trams-full -> close")
    assert found.values["because"] == found.values["close"] == "stands"


def test_a_supposition_replaces_assertion_and_support() -> None:
    assert outcome(WITNESS, {"seen-there": False}).values["guilty"] == "falls"
    assert outcome(WITNESS, {"seen-there": False}).rejected == {"seen-there"}
    supposed = outcome(WITNESS + "but-dark against seen-there: it-was-dark", {"seen-there": True})
    assert supposed.values["but-dark"] == "stands"
    assert supposed.values["seen-there"] == supposed.values["guilty"] == "stands"
    assert supposed.rejected == set()


def test_a_conclusion_supposed_false_is_rejected_though_its_reason_is_live() -> None:
    found = outcome(WITNESS, {"guilty": False})
    assert found.values["because-seen"] == "stands"
    assert found.values["guilty"] == "falls"
    assert found.rejected == {"guilty"}


def test_supposing_settles_what_statements_mean() -> None:
    text = """
        because for claim: innocent = not guilty
        because-else for other: either = guilty or insane
    """
    found = outcome(text, {"guilty": True})
    assert (found.values["innocent"], found.values["either"]) == ("falls", "stands")
    assert outcome(text, {"innocent": True}).values["guilty"] == "falls"
    both = outcome(text, {"either": False}).values
    assert (both["guilty"], both["insane"], both["innocent"]) == ("falls", "falls", "stands")
    assert outcome(text, {"either": True, "guilty": False}).values["insane"] == "stands"


CASES = """
    because for accident: ice-or-speed = ice or speed
"""


def test_a_disjunction_leaves_both_disjuncts_open() -> None:
    values = outcome(CASES).values
    assert (values["ice"], values["speed"]) == ("open", "open")


def test_of_a_disjunction_with_one_disjunct_denied_the_other_stands() -> None:
    denied = CASES + "but-summer against ice: it-was-summer"
    values = outcome(denied).values
    assert (values["ice"], values["speed"]) == ("falls", "stands")


def test_a_conditional_with_a_disjunctive_consequent_waits_for_one_to_be_denied() -> None:
    text = "because for claim: skid; skid -> ice or speed"
    assert outcome(text).values["speed"] == "open"
    assert outcome(text, {"ice": False}).values["speed"] == "stands"
    assert outcome(text, {"ice": True}).values["speed"] == "open"
    assert outcome(text + "\nbut against ice: summer").values["speed"] == "stands"


def test_losing_its_reason_denies_no_disjunct() -> None:
    text = "because for claim: skid; skid -> ice or speed\nbecause-cold for ice: cold\nbut against because-cold: salted"
    found = outcome(text)
    assert found.values["ice"] == "open"  # held up by the conditional as far as speed is open
    assert found.values["speed"] == "open"


def test_a_negated_consequent_brings_a_proposition_down_but_no_premise() -> None:
    proposition = outcome("because for claim: rain; rain -> not dry")
    assert proposition.values["dry"] == "falls"
    assert proposition.rejected == {"dry"}
    premise = outcome("because for claim: rain; rain -> not dry\nbecause-too for claim: dry")
    assert premise.values["dry"] == "stands"


def test_a_hedged_conditional_lets_its_consequent_stand_only_perhaps() -> None:
    found = outcome("because for claim: clouds; likely: clouds -> rain")
    assert found.values["rain"] == "open"
    assert found.may == {"rain": "stands"}


def test_what_is_unlikely_may_fall() -> None:
    found = outcome("because for claim: clear-sky; unlikely: clear-sky -> rain")
    assert found.values["rain"] == "open"
    assert found.may == {"rain": "falls"}


def test_what_may_stand_may_bring_an_objection_to_bear() -> None:
    text = "because for picnic: free-day; likely: clouds -> rain\nbut-rain against picnic: wet = rain -> mud"
    found = outcome(text, {"clouds": True})
    assert found.values["picnic"] == "open"
    assert found.may["rain"] == "stands"
    assert found.may["picnic"] == "falls"


DEDUCTIVE_OBJECTION = """
but-storm against sail{answered}: storm; storm -> not sail
"""


def test_an_objection_that_is_undercut_or_answered_does_not_refute_by_its_conditional_either() -> None:
    assert outcome(DEDUCTIVE_OBJECTION.format(answered="")).values["sail"] == "falls"
    assert outcome(DEDUCTIVE_OBJECTION.format(answered=" (answered)")).values["sail"] == "open"
    undercut = DEDUCTIVE_OBJECTION.format(answered="") + "\nbut-calm against but-storm: calm"
    assert outcome(undercut).values["sail"] == "open"
    assert outcome(undercut, {"calm": False}).values["sail"] == "falls"


def test_a_disjunct_that_is_said_twice_is_one() -> None:
    assert outcome(WITNESS + "because for guilty: seen-there -> fled or fled").values["fled"] == "stands"


def test_a_formula_that_names_a_reason_says_nothing_of_it() -> None:
    assert outcome(WITNESS + "because for charged: because-seen -> fined").values["fined"] == "open"
