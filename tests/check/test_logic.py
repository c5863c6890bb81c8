"""Family L: each code where it should be, told in words; near misses and prose left alone."""

import pytest

from argmap.check import CODES, check
from argmap.check.logic import fits, to_answer
from argmap.format import read
from argmap.logic.rules import RULES

HEAD = 'argmap = 1\n[statement.wet]\ntext = "The street is wet."\n[reason.r]\nfor = "wet"\n'
RAIN = '[statement.rain]\ntext = "It rains."\nin = "r"\n'
CLOUDS = '[statement.clouds]\ntext = "There are clouds."\n'
BASE = HEAD + RAIN


def conditional(antecedent, consequent, id="if", where="r", more=""):
    return f'[conditional.{id}]\nif = "{antecedent}"\nthen = "{consequent}"\nin = "{where}"\n{more}'


def ruled(text, rule):
    return text.replace('[reason.r]\nfor = "wet"\n', f'[reason.r]\nfor = "wet"\nrule = "{rule}"\n')


def against(text):
    return text.replace('[reason.r]\nfor = "wet"', '[objection.r]\nagainst = "wet"\nanswered = "Yes."')


def found(text):
    return [problem for problem in check(read(text.encode()).map) if problem.code[0] == "L"]


def codes(text):
    return [(problem.code, problem.id) for problem in found(text)]


PONENS = BASE + conditional("rain", "wet")
GAP = BASE + conditional("clouds", "wet") + CLOUDS

CASES = {
    "names a rule": ("L101", "r", ruled(BASE, "modus ponens"), "R1 (r) does not follow: It could be that it rains, "
        "while it is not the case that the street is wet.", "missing: If it rains, then the street is wet."),
    "conditional leads": ("L101", "r", GAP, "R1 (r) does not follow: It could be that it rains, while it is not the "
        "case that there are clouds nor that the street is wet.", "missing: If it rains, then there are clouds."),
    "conditional leads, negated": ("L101", "r", against(BASE + conditional("wet", "clouds") + CLOUDS),
        "O1 (r) does not follow: It could be that it rains and that there are clouds, and yet the street is wet.",
        "missing: If it rains, then it is not the case that there are clouds."),
    "leads elsewhere": ("L102", "r", BASE + conditional("rain", "clouds") + CLOUDS, "R1 (r) does not follow as it "
        "stands: It could be that it rains and that there are clouds, while it is not the case that the street is "
        "wet.", "missing: If there are clouds, then the street is wet."),
    "fallacy": ("L103", "r", BASE + conditional("wet", "rain"), "R1 (r) has the form of affirming the consequent: "
        "It could be that it rains, while it is not the case that the street is wet.",
        "missing: If it rains, then the street is wet."),
    "named and a fallacy": ("L101", "r", ruled(BASE + conditional("wet", "rain"), "modus ponens"), "R1 (r) does not "
        "follow (affirming the consequent): It could be that it rains, while it is not the case that the street is "
        "wet.", "missing: If it rains, then the street is wet."),
    "other rule": ("L104", "r", ruled(PONENS, "modus tollens"), "R1 (r) names modus tollens; it follows by modus "
        "ponens", "name the rule it goes by, or none"),
    "unknown rule": ("L104", "r", ruled(PONENS, "a priori"), "R1 (r) names “a priori”, which is no rule that argmap "
        "knows; it follows by modus ponens", "name the rule it goes by, or none"),
    "spare": ("L105", "late", PONENS + '[statement.late]\ntext = "It is late."\nin = "r"\n', "P3 (late) is not needed "
        "in R1", "give it a reason of its own, or put it under the premise that it supports"),
    "inconsistent": ("L106", "r", BASE + conditional("rain", "not rain"), "R1 (r): its premises contradict one "
        "another", "take one out, or mend it"),
    "begged": ("L107", "r", ruled(BASE, "modus ponens").replace('rains."', 'rains."\nmeans = "wet"'),
        "R1 (r): P1 says the same as what it is to show", "give a reason that doesn't presuppose it"),
    "unused conditional": ("L109", "other", PONENS + conditional("clouds", "rain", "other") + CLOUDS, "P3 (other) is "
        "not used in R1, which follows without it", None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_is_found_and_told_in_words(case):
    code, id, text, message, advice = CASES[case]
    problems = [problem for problem in found(text) if problem.code == code]
    assert [(p.id, p.message, p.advice, p.severity) for p in problems] == [(id, message, advice, CODES[code].severity)]


VACUOUS = """argmap = 1
[statement.dry]
text = "It is dry."
[statement.rain]
text = "It rains."
[statement.wet]
text = "It is wet."
[conditional.asked]
if = "rain"
then = "wet"
[reason.r]
for = "asked"
rule = "conditional proof"
[statement.p]
text = "P."
means = "MEANS"
in = "r"
"""


@pytest.mark.parametrize(
    ("means", "why"),
    [("not rain", "its IF can't be true then"), ("wet and dry", "its THEN holds anyway")],
)
def test_a_conditional_that_holds_vacuously(means, why):
    (problem,) = [each for each in found(VACUOUS.replace("MEANS", means)) if each.code == "L108"]
    assert problem.id == "r"
    assert problem.message.endswith(f" holds vacuously, since {why}")
    assert [each.code for each in found(VACUOUS.replace("MEANS", "rain and dry")) if each.code == "L108"] == []


@pytest.mark.parametrize(
    "text",
    [
        BASE,
        BASE + CLOUDS.replace(".clouds]", ".clouds]\nin = 'r'"),
        against(BASE),
        PONENS,
        ruled(PONENS, "modus ponens"),
        ruled(PONENS, "  Modus   Ponens "),
        ruled(BASE.replace("rains.", "rains.") + conditional("rain", "clouds") + CLOUDS
              + conditional("clouds", "wet", "if2"), "modus ponens"),
        against(BASE.replace("It rains.", "It is dry.")
                + conditional("wet", "not rain")),
        PONENS.replace('then = "wet"', 'then = "wet"\nqualifier = "likely"'),
        BASE + conditional("rain", "wet and clouds") + CLOUDS,
    ],
)  # fmt: skip
def test_prose_and_sound_steps_are_left_alone(text):
    assert codes(text) == []


@pytest.mark.parametrize("case", CASES)
def test_a_step_that_says_it_is_not_deductive_is_told_nothing(case):
    text = CASES[case][2]
    lines = [line for line in text.splitlines() if not line.startswith("rule = ")]
    at = next(number for number, line in enumerate(lines) if line.startswith(("for = ", "against = ")))
    left = codes("\n".join([*lines[: at + 1], 'rule = "none"', *lines[at + 1 :]]))
    assert left == ([("L203", "rain")] if case == "inconsistent" else [])


@pytest.mark.parametrize("case", CASES)
def test_what_an_entry_or_the_map_ignores_is_not_told(case):
    code, id, text, *_ = CASES[case]
    assert code in [problem.code for problem in found(text)]
    by_map = text.replace("argmap = 1\n", f'argmap = 1\nignore = ["{code}"]\n')
    header = next(line for line in text.splitlines() if line.endswith(f".{id}]"))
    by_entry = text.replace(f"{header}\n", f'{header}\nignore = ["{code}"]\n')
    for ignoring in (by_map, by_entry):
        assert code not in [problem.code for problem in found(ignoring)]


def test_premises_that_contradict_one_another_in_one_step_are_told_once():
    assert codes(CASES["inconsistent"][2]) == [("L106", "r")]


def test_undercuts_are_asked_for_nothing():
    text = BASE + '[objection.o]\nagainst = "r"\nanswered = "No."\n' + conditional("rain", "wet", "k", "o") + CLOUDS
    assert codes(text) == []


def test_a_step_with_an_unknown_id_waits_until_that_is_mended():
    assert codes(BASE + conditional("ghost", "wet")) == []
    assert codes(GAP) == [("L101", "r")]


OBJECTED = BASE + '[objection.o]\nagainst = "wet"\n[statement.dry]\ntext = "My hat is dry."\nin = "o"\n'


def test_an_objection_that_nobody_answered():
    (problem,) = found(OBJECTED)
    assert (problem.code, problem.id, problem.severity) == ("L201", "o", "hint")
    assert problem.message == "O1 (o): this objection to C1 is not answered"


@pytest.mark.parametrize(
    "text",
    [
        OBJECTED.replace('against = "wet"', 'against = "wet"\nanswered = "It was under a roof."'),
        OBJECTED + '[objection.o2]\nagainst = "o"\n[statement.roof]\ntext = "You are indoors."\nin = "o2"\n',
        OBJECTED.split("[statement.dry]")[0],
    ],
)
def test_objections_that_are_answered_out_or_empty_are_not_to_answer(text):
    map = read(text.encode()).map
    assert to_answer(map) == []
    assert codes(text) == []


def test_an_objection_to_an_objection_is_the_authors_own():
    text = OBJECTED + '[objection.o2]\nagainst = "dry"\n[statement.roof]\ntext = "You are indoors."\nin = "o2"\n'
    assert codes(text) == []
    more = text + '[objection.o3]\nagainst = "roof"\n[statement.out]\ntext = "I am outdoors."\nin = "o3"\n'
    assert codes(more) == [("L201", "o"), ("L201", "o3")]


def test_scenarios_that_contradict_themselves():
    (problem,) = found(BASE + '[scenario.s]\nsuppose = ["wet", "not wet"]\n')[:1]
    assert (problem.code, problem.id) == ("L202", "s")
    assert problem.message == "scenario s supposes C1 both true and false"
    (problem,) = found(PONENS + '[scenario.s]\nsuppose = ["not wet"]\n')
    assert problem.code == "L202"
    assert problem.message == (
        "scenario s: C1 (supposed false), P1 (premise) and P2 (premise) contradict one another; "
        "nothing is concluded from them."
    )
    assert found(PONENS + '[scenario.s]\nsuppose = ["not wet", "not rain"]\n') == []
    assert codes(PONENS + '[scenario.s]\nsuppose = ["not ghost"]\n[scenario.e]\nsuppose = []\n') == []


def test_premises_that_contradict_one_another_across_the_map():
    text = BASE + '[reason.r2]\nfor = "wet"\n[statement.dry]\ntext = "It is dry."\nmeans = "not rain"\nin = "r2"\n'
    problems = found(text + '[scenario.s]\nsuppose = ["wet"]\n')
    assert [(p.code, p.id) for p in problems] == [("L203", "rain")]
    assert problems[0].message.startswith("P1 (premise) and P2 (premise) contradict one another")
    theirs = text.replace('[reason.r2]\nfor = "wet"', '[objection.r2]\nagainst = "wet"\nanswered = "No."')
    assert codes(theirs) == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_fits_itself_in_whatever_case(rule):
    assert fits(rule, rule)
    assert fits(f" {rule.upper()} ", rule)


def test_a_chain_fits_its_link_and_not_the_other_way_round():
    assert fits("modus ponens", "modus ponens (chain)")
    assert not fits("modus ponens (chain)", "modus ponens")
    assert not fits("modus ponens", "modus tollens")
    assert not fits("modus ponens", None)
