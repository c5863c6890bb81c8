import random

import pytest

from argmap.check import CODES, check
from argmap.check.fixes import _MAY_BE_SAFE, fixes, mended
from argmap.edit import EditRefused, History, set_fields
from argmap.format import read
from argmap.logic import decide
from argmap.source import Texts
from tests.check.conftest import anchored
from tests.random_maps import random_edit, random_map

BASE = """argmap = 1
[statement.wet]
text = "The street is wet."
[reason.r]
for = "wet"
[statement.rain]
text = "It rains."
in = "r"
"""
IF = '[conditional.if]\nif = "{}"\nthen = "{}"\nin = "r"\n'
LEADS = BASE + IF.format("clouds", "wet") + '[statement.clouds]\ntext = "There are clouds."\n'


def offered(text, code, texts=None):
    map = read(text.encode()).map
    problems = [each for each in check(map, texts) if each.code == code]
    assert problems, code
    found = fixes(map, problems[0], texts)
    return map, tuple(fix for fix in found if "(ignore)" not in fix.told and "rule = none" not in fix.told)


def test_what_a_step_lacks_is_offered_and_makes_it_follow():
    _, found = offered(LEADS, "L101")
    assert [fix.told for fix in found][:2] == [
        "insert: If it rains, then there are clouds.",
        "insert: There are clouds.",
    ]
    assert 2 <= len(found) <= 9
    assert not any(fix.safe for fix in found)
    for fix in found:
        now, _ = fix.make()
        decided = decide(now, "r")
        assert decided.verdict == "follows"
        assert [p for p in check(now) if p.code == "L101"] == []
        assert set(decided.spare) != {"rain", "if"}, fix.told


def test_what_would_make_the_conclusion_support_itself_is_not_offered():
    text = LEADS + '[reason.r2]\nfor = "rain"\n[statement.x]\ntext = "X."\nin = "r2"\n'
    assert any(fix.told == "insert: There are clouds." for fix in offered(text, "L101")[1])
    circle = text + '[reason.r3]\nfor = "clouds"\n'
    circle = circle.replace('text = "The street is wet."', 'text = "The street is wet."\nin = "r3"')
    told = [fix.told for fix in offered(circle, "L101")[1]]
    assert told
    assert "insert: There are clouds." not in told


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (IF.format("wet", "rain"), "L103"),
        (IF.format("rain", "snow") + '[statement.snow]\ntext = "It snows."\n', "L102"),
    ],
)
def test_hints_about_steps_offer_what_is_missing_too(more, code):
    assert any("insert: If" in fix.told for fix in offered(BASE + more, code)[1])


def test_the_rule_that_was_found_is_offered():
    text = BASE.replace('for = "wet"', 'for = "wet"\nrule = "modus tollens"') + IF.format("rain", "wet")
    _, (fix,) = offered(text, "L104")
    assert (fix.told, fix.safe) == ("name the rule that it goes by: modus ponens", False)
    assert fix.make()[0].entries["r"].rule == "modus ponens"
    assert [p.code for p in check(fix.make()[0]) if p.code[0] == "L"] == []


SPARE = (
    LEADS.replace('"clouds"', '"rain"')
    .replace("[statement.clouds]", "[statement.late]")
    .replace('text = "There are clouds."', 'text = "It is late."\nin = "r"')
)


def test_a_premise_not_needed_is_deleted_or_taken_out():
    _, (fix,) = offered(SPARE, "L105")
    assert (fix.told, fix.safe) == ("delete P3", False)
    assert "late" not in fix.make()[0].entries
    shared = SPARE.replace('late."\nin = "r"', 'late."\nin = ["r", "r2"]') + '[reason.r2]\nfor = "rain"\n'
    _, (fix,) = offered(shared, "L105")
    assert fix.told == "take P1 out of R1"
    assert fix.make()[0].entries["late"].stands_in == ("r2",)


def test_a_premise_with_reasons_of_its_own_is_left():
    reasoned = SPARE + '[reason.r2]\nfor = "late"\n[statement.clock]\ntext = "The clock struck."\nin = "r2"\n'
    assert offered(reasoned, "L105")[1] == ()


def test_a_conditional_that_is_not_used_goes_with_what_only_it_mentions():
    unused = IF.replace("conditional.if", "conditional.other").format("snow", "ice")
    more = '[statement.snow]\ntext = "It snows."\n[statement.ice]\ntext = "There is ice."\n'
    _, (fix,) = offered(BASE + IF.format("rain", "wet") + unused + more, "L109")
    assert fix.told == "delete P3"
    assert fix.make()[0].entries.keys() == {"wet", "r", "rain", "if"}


def test_an_empty_reason_is_deleted():
    _, (fix,) = offered(BASE + '[reason.x]\nfor = "rain"\n', "M104")
    assert (fix.told, fix.safe) == ("delete this empty reason", True)
    assert fix.make()[0] == read(BASE.encode()).map


@pytest.mark.parametrize(
    "more",
    [
        '[reason.x]\nfor = "rain"\nnote = "Think."\n',
        '[objection.x]\nagainst = "rain"\nanswered = "It did."\n',
        '[reason.x]\nfor = "rain"\n[objection.y]\nagainst = "x"\n[statement.z]\ntext = "Not so."\nin = "y"\n',
    ],
)
def test_an_empty_reason_of_which_something_is_said_is_not_deleted_unasked(more):
    map, (fix,) = offered(BASE + more, "M104")
    assert not fix.safe
    assert mended(map, Texts()) == (None, [])


def test_unknown_main_conclusions_are_taken_out_and_others_when_asked():
    text = BASE.replace("argmap = 1", 'argmap = 1\nmain = ["wet", "ghost", "rain"]')
    map, (fix,) = offered(text, "M101")
    assert (fix.told, fix.safe, fix.make()[0].main) == ('take "ghost" out of main', True, ("wet", "rain"))
    map, (fix,) = offered(text, "M106")
    assert (fix.safe, fix.make()[0].main) == (False, ("wet", "ghost"))
    assert mended(map, Texts())[0][0].main == ("wet", "rain")
    assert offered(BASE.replace('in = "r"', 'in = "ghost"'), "M101")[1] == ()


def test_dropping_a_word_is_safe_and_dividing_is_not():
    _, (fix,) = offered(BASE.replace("It rains.", "Therefore, it rains."), "W103")
    assert (fix.told, fix.safe) == ("reword: It rains.", True)
    _, (fix,) = offered(BASE.replace("It rains.", "Trams are full; buses are empty."), "W104")
    assert (fix.told, fix.safe) == ("divide: Trams are full. / Buses are empty.", False)


def test_anchors_and_digests_are_mended_where_the_texts_are_at_hand(drawn):
    moved = anchored("The town has money.").model_copy(update={"para": 1})
    map, _ = set_fields(drawn.map, "money", {"anchor": (moved,)})
    texts = drawn.texts
    (problem,) = [p for p in check(map, texts) if p.code == "S101"]
    (fix,) = fixes(map, problem, texts)
    assert fix.safe
    assert fix.make()[0] == drawn.map
    assert fixes(map, problem) == ()
    bare, _ = set_fields(map, "report", {"sha256": None})
    (problem,) = [p for p in check(bare, texts) if p.code == "S111"]
    fix = fixes(bare, problem, texts)[0]
    assert fix.make()[0].entries["report"] == drawn.map.entries["report"]
    now, change = mended(bare, texts)[0]
    assert now == drawn.map
    assert change.touched == {"money", "report"}


def test_what_is_ignored_is_not_mended(drawn):
    moved = anchored("The town has money.").model_copy(update={"para": 1})
    map, _ = set_fields(drawn.map, "money", {"anchor": (moved,), "ignore": ("S101",)})
    assert mended(map, drawn.texts) == (None, [])
    map = read((BASE + '[reason.x]\nfor = "rain"\nignore = ["M104"]\n').encode()).map
    assert mended(map, Texts()) == (None, [])


def test_safe_fixes_are_made_until_none_is_left():
    text = (
        BASE.replace("It rains.", "Therefore, it rains.") + '[reason.x]\nfor = "rain"\n[objection.y]\nagainst = "x"\n'
    )
    map = read(text.encode()).map
    (now, change), done = mended(map, Texts())
    assert now == read(BASE.encode()).map
    assert change.touched == {"rain", "x", "y"}
    assert done == ["C2: reword: It rains.", "O1: delete this empty objection", "R2: delete this empty reason"]
    assert mended(now, Texts()) == (None, [])


def test_what_is_spared_is_not_deleted_but_may_be_reworded():
    text = BASE.replace("It rains.", "Therefore, it rains.") + '[reason.x]\nfor = "wet"\n'
    map = read(text.encode()).map
    (now, _), done = mended(map, Texts(), spared={"x", "rain"})
    assert done == ["P1: reword: It rains."]
    assert "x" in now.entries


@pytest.mark.parametrize("seed", range(40))
def test_every_fix_of_a_random_map_can_be_made_and_undone(seed):
    rng = random.Random(seed)
    map = random_map(rng, 14)
    for _ in range(12):
        try:
            map = random_edit(rng, map)()[0]
        except EditRefused:
            continue
    errors = sum(p.severity == "error" for p in check(map))
    for problem in check(map):
        for fix in fixes(map, problem):
            edited = fix.make()
            assert not fix.safe or problem.code in _MAY_BE_SAFE
            history = History(map, read(b"argmap = 1\n").document)
            assert history.apply(edited)
            assert problem not in check(edited[0]), fix.told
            assert sum(p.severity == "error" for p in check(edited[0])) <= errors
            history.undo()
            assert history.map is map


def test_every_code_that_has_fixes_is_known():
    from argmap.check.fixes import _FIXES

    assert _FIXES.keys() <= CODES.keys()
    assert _FIXES.keys() >= _MAY_BE_SAFE


def test_a_step_may_be_said_not_to_be_deductive_and_that_is_first_of_a_fallacy():
    for text, code, first in ((LEADS, "L101", False), (FALLACY, "L103", True)):
        map = read(text.encode()).map
        problem = next(p for p in check(map) if p.code == code)
        told = [fix.told for fix in fixes(map, problem)]
        meant = "say that it isn't meant to be deductive (rule = none)"
        assert (told[0] == meant) is first
        fix = next(fix for fix in fixes(map, problem) if fix.told == meant)
        assert not fix.safe
        assert all(p.code != code for p in check(fix.make()[0]))


def test_every_hint_may_be_said_nothing_of_where_it_stands():
    map = read(FALLACY.encode()).map
    problem = next(p for p in check(map) if p.severity == "hint")
    last = fixes(map, problem)[-1]
    assert last.told == f"say nothing of {problem.code} here (ignore)"
    assert not last.safe
    assert problem not in check(last.make()[0])


FALLACY = """argmap = 1
[statement.rain]
text = "It rained."
[reason.r]
for = "rain"
[statement.wet]
text = "The street is wet."
in = "r"
[conditional.if]
if = "rain"
then = "wet"
in = "r"
"""
