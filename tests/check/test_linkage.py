import pytest

from argmap.check import check
from argmap.format import read


def found(text):
    return [(p.code, p.id) for p in check(read(text.encode()).map) if p.code in ("W107", "W108")]


def syllogism(conclusion, *premises, rule='rule = "hypothetical syllogism"', more=""):
    tables = [f'argmap = 1\n[statement.c]\ntext = "{conclusion}"\n[reason.r]\nfor = "c"\n{rule}\n']
    tables += [f'[statement.p{n}]\ntext = "{text}"\nin = "r"\n' for n, text in enumerate(premises)]
    return "".join(tables) + more


@pytest.mark.parametrize(
    ("conclusion", "premises", "codes"),
    [
        ("Socrates is mortal.", ["All humans are mortal.", "Socrates is a human."], []),
        ("Socrates is mortal.", ["All humans die.", "Socrates is a human."], ["W107", "W108"]),
        ("Trams are safe.", ["What runs on rails is safe.", "Trams run on rails and bells."], ["W108"]),
        ("Trams pollute little.", ["Rails mean little pollution.", "A tram has its rail."], []),
        ("The safety of trams is high.", ["Trams on rails are safe.", "The trams of the town have rails."], ["W108"]),
    ],
)
def test_terms_are_linked_by_their_stems(conclusion, premises, codes):
    assert found(syllogism(conclusion, *premises)) == [(code, "r") for code in codes]


def test_only_steps_that_claim_to_be_deductive_are_asked():
    odd = ("Socrates is mortal.", "All humans die.", "The sky is blue.")
    assert found(syllogism(*odd)) == [("W107", "r"), ("W108", "r")]
    assert found(syllogism(*odd, rule="")) == []
    assert found(syllogism(*odd, rule='rule = "none"')) == []
    assert found(syllogism(*odd[:2])) == []
    assert found(syllogism(*odd).replace('rule = "hyp', 'ignore = ["W107"]\nrule = "hyp')) == [("W108", "r")]


CONDITIONAL = '[conditional.i]\nif = "p0"\nthen = "c"\nin = "r"\n'


def test_what_a_formula_links_is_linked():
    linked = syllogism("The town should close.", "The air is bad.", rule="", more=CONDITIONAL)
    assert found(linked) == []
    stray = syllogism("The town should close.", "The air is bad.", "Buses are slow.", rule="", more=CONDITIONAL)
    assert found(stray) == [("W108", "r")]
    meant = '[statement.n]\ntext = "Nobody can breathe."\nmeans = "not p0"\n'
    negated = CONDITIONAL.replace('"p0"', '"not n"')
    assert found(syllogism("The town should close.", "The air is bad.", rule="", more=negated + meant)) == []


def test_the_terms_are_named_with_who_speaks_of_them():
    map = read(syllogism("Socrates is mortal.", "All humans die.", "Socrates is a human.").encode()).map
    rabbit, loose = (p.message for p in check(map) if p.code in ("W107", "W108"))
    assert rabbit == "R1 (r): C1 speaks of “mortal”, no premise does"
    assert loose == "R1 (r): P1 of “die”: nothing else in this step speaks of that"


def test_other_languages_are_left_alone():
    assert found(syllogism("Sokrates ist sterblich.", "Alle Menschen sterben.", "Der Himmel ist blau.")) == []
    assert found(syllogism("ソクラテスは死ぬ。", "人間は死ぬ。", "空は青い。")) == []


def test_a_step_with_thousands_of_premises_is_read_in_linear_time_or_not_at_all():
    count = 3_000
    lines = ["argmap = 1", '[statement.c]\ntext = "The street is wet."', '[reason.r]\nfor = "c"\nrule = "modus ponens"']
    plain = [f'[statement.m{n}]\ntext = "Trams are late on day {n}."\nin = "r"' for n in range(count)]
    told = [p.code for p in check(read("\n".join([*lines, *plain]).encode()).map)]
    assert "W107" in told
    circle = [f'{text}\nmeans = "not m{(n + 1) % count}"' for n, text in enumerate(plain)]
    told = [p.code for p in check(read("\n".join([*lines, *circle]).encode()).map)]
    assert not {"W107", "W108"} & set(told)
