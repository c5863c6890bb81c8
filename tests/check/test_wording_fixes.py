import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check import check
from argmap.check.wording_fixes import fix
from argmap.edit import History, set_fields
from argmap.format import read
from argmap.model import ArgumentMap, Reason, Source, Statement
from argmap.source import Document, Passage, anchor_to
from argmap.source.english.lexicon import listed
from tests.check.conftest import anchored

BASE = """argmap = 1
[statement.c]
text = "The town should have trams."
[reason.r]
for = "c"
[statement.p]
text = "TEXT"
in = "r"
note = "A note."
by = "Ann"
[statement.q]
text = "Rails are cheap."
in = "r"
"""


def mended(text, more="", base=BASE):
    map = read((base.replace("TEXT", text) + more).encode()).map
    problems = [p for p in check(map) if p.code in ("W103", "W104") and p.id == "p"]
    assert len(problems) == 1, text
    return map, fix(map, problems[0])


def members(map, id):
    return [map.entries[one].text for one in map.links.members[id]]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Trams are full; buses are empty.", "Trams are full.", "Buses are empty."),
        ("Trams are full. Buses are empty.", "Trams are full.", "Buses are empty."),
        ("Trams are full and buses are empty.", "Trams are full.", "Buses are empty."),
        ("Trams are full, and Abe does not like buses.", "Trams are full.", "Abe does not like buses."),
    ],
)
def test_two_full_claims_become_two_premises_side_by_side(text, first, second):
    map, edited = mended(text)
    now, change = edited
    assert members(now, "r") == [first, second, "Rails are cheap."]
    assert now.entries["p"] == map.entries["p"].model_copy(update={"text": first})
    (new,) = change.touched - {"p"}
    assert (now.entries[new].by, now.entries[new].note) == ("Ann", None)
    assert change.summary == "divided P1"
    assert [p for p in check(now) if p.code == "W104"] == []


@pytest.mark.parametrize(
    ("text", "conclusion", "premise"),
    [
        ("Fares should rise because trams are full.", "Fares should rise.", "Trams are full."),
        ("Because trams are full, fares should rise.", "Fares should rise.", "Trams are full."),
        ("Since trams are full, fares should not fall.", "Fares should not fall.", "Trams are full."),
        ("Trams are full; therefore fares should rise.", "Fares should rise.", "Trams are full."),
    ],
)
def test_reasoning_inside_becomes_a_reason(text, conclusion, premise):
    map, edited = mended(text)
    now, change = edited
    assert members(now, "r") == [conclusion, "Rails are cheap."]
    assert now.entries["p"].note == "A note."
    (reason,) = now.links.inferences["p"]
    assert isinstance(now.entries[reason], Reason)
    assert members(now, reason) == [premise]
    assert change.touched == {"p", reason, *now.links.members[reason]}
    assert map.entries.keys() < now.entries.keys()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Therefore, trams are good.", "Trams are good."),
        ("Trams are therefore good.", "Trams are good."),
        ("Trams, therefore, are good.", "Trams are good."),
        ("That's why trams are good.", "Trams are good."),
    ],
)
def test_a_word_that_draws_a_conclusion_is_left_out(text, left):
    map, (now, change) = mended(text)
    assert now.entries == {**map.entries, "p": map.entries["p"].model_copy(update={"text": left})}
    assert change.touched == {"p"}


@pytest.mark.parametrize(
    "text",
    [
        "Trams are full and they are late.",
        "Trams are full, but buses are empty.",
        "In summer trams are full and buses are empty.",
        "Some trams are old, and some are new.",
        "Trams are full and buses are empty; taxis are late.",
        "Trams are full and buses are empty when schools end.",
        "Trams are full, and buses are empty too.",
        "Trams are full because they are cheap.",
        "Trams are not full because fares are high.",
        "The bridge fell because the bolts were loose.",
        "People walk because trams are full.",
        "Lawyers do; philosophers are tempted to.",
        "Abe met Xi and Putin met Trump.",
        "Trams are full because fares are low and because petrol is dear.",
        "Only trams are full because fares are low.",
        "People leave; therefore they should pay, since trams are full.",
    ],
)
def test_what_only_a_person_can_mend_is_left(text):
    assert mended(text)[1] is None


TWO = "Trams are full; buses are empty."


@pytest.mark.parametrize(
    "more",
    [
        '[reason.x]\nfor = "p"\n[statement.y]\ntext = "Fares fell."\nin = "x"\n',
        '[objection.x]\nagainst = "p"\n[statement.y]\ntext = "Fares fell."\nin = "x"\n',
        '[conditional.x]\nif = "p"\nthen = "c"\nin = "r"\n',
        '[scenario.x]\nsuppose = ["not p"]\n',
    ],
)
def test_what_hangs_on_the_whole_of_a_statement_keeps_it_whole(more):
    assert mended(TWO)[1] is not None
    assert mended(TWO, more)[1] is None
    assert mended("Fares should rise because trams are full.", more)[1] is None


def test_a_shared_statement_and_one_with_a_wording_for_figures_stay_whole():
    shared = BASE.replace('text = "TEXT"\nin = "r"', 'text = "TEXT"\nin = ["r", "r2"]') + '[reason.r2]\nfor = "c"\n'
    assert mended(TWO, base=shared)[1] is None
    assert mended(TWO, base=BASE.replace('by = "Ann"', 'short = "Full or empty"'))[1] is None
    assert mended(TWO, base=BASE.replace('\nin = "r"\nnote', "\nnote"))[1] is None


def test_both_parts_point_to_the_passage(drawn):
    anchor = anchored("The town has money.")
    map, _ = set_fields(drawn.map, "money", {"text": "Therefore the town has money.", "anchor": (anchor,)})
    (problem,) = [p for p in check(map) if p.code == "W103"]
    assert fix(map, problem)[0].entries["money"].text == "The town has money."
    map, _ = set_fields(drawn.map, "money", {"text": "Money is there; rails are cheap.", "anchor": (anchor,)})
    (problem,) = [p for p in check(map) if p.code == "W104"]
    now, change = fix(map, problem)
    assert {now.entries[id].anchor for id in change.touched} == {(anchor,)}


def test_a_quotation_is_left_as_it_stands():
    document = Document.of(TWO)
    anchor = anchor_to(document, "s", Passage(0, len(TWO)))
    entries = read(BASE.replace("TEXT", TWO).encode()).map.entries
    map = ArgumentMap(entries={"s": Source(), **entries})
    (problem,) = [p for p in check(map) if p.code == "W104"]
    assert fix(map, problem) is not None
    quoting, _ = set_fields(map, "p", {"anchor": (anchor,)})
    assert fix(quoting, problem) is None


def test_one_undo_takes_all_of_it_back():
    opened = read(BASE.replace("TEXT", "Fares should rise because trams are full.").encode())
    (problem,) = [p for p in check(opened.map) if p.code == "W103"]
    history = History(opened.map, opened.document)
    history.apply(fix(opened.map, problem))
    assert history.map != opened.map
    history.undo()
    assert history.map == opened.map


def test_other_problems_have_no_fix_here():
    map = ArgumentMap(entries={"s": Statement(text="Is this wrong?")})
    assert [fix(map, problem) for problem in check(map)] == [None] * len(check(map))


_WORDS = listed("trams buses are is full because since therefore so and but ; , . ( “ it not Therefore, may fares")


@given(st.lists(st.sampled_from(sorted(_WORDS)), min_size=1, max_size=12).map(" ".join))
def test_a_fix_loses_and_adds_no_word_but_those_that_join(text):
    map = read(BASE.replace("TEXT", text.replace('"', "")).encode()).map
    for problem in check(map):
        if problem.id == "p" and (edited := fix(map, problem)) is not None:
            now, change = edited
            texts = [now.entries[id].text for id in change.touched if isinstance(now.entries[id], Statement)]
            kept = sorted(word for one in texts for word in one.lower().replace(",", " ").strip(". ").split())
            assert {word for word in kept if word.isalpha()} <= set(
                text.lower().replace(",", " ").replace(".", " ").split()
            )
