import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.fonts import Fonts, runs_leftwards
from argmap.diagram.fonts.direction import in_visual_order, levels

SMALL_HEBREW = str.maketrans("ABCDEFGHIJ", "אבגדהוזחטי")
"""Capitals stand for Hebrew letters, so that the cases can be read."""


def drawn(line: str, leftwards: bool) -> str:
    """The characters of a line as they stand from left to right, brackets turned as they are drawn."""
    line = line.translate(SMALL_HEBREW)
    height = levels(line, leftwards)
    turned = str.maketrans("()[]<>«»", ")(][><»«")
    order = in_visual_order(range(len(line)), lambda at: height[at])
    back = {value: chr(key) for key, value in SMALL_HEBREW.items()}
    shown = (line[at].translate(turned) if height[at] % 2 else line[at] for at in order)
    return "".join(back.get(ord(char), char) for char in shown)


@pytest.mark.parametrize(
    ("line", "leftwards", "seen"),
    [
        ("plain words", False, "plain words"),
        ("ABC", True, "CBA"),
        ("ABC.", True, ".CBA"),
        ("ABC.", False, "CBA."),
        ("the ABC DEF word", False, "the FED CBA word"),
        ("ABC the word DEF", True, "FED the word CBA"),
        ("ABC 12.5 DEF", True, "FED 12.5 CBA"),
        ("ABC 10-20", True, "10-20 CBA"),
        ("ABC 75% DEF", True, "FED 75% CBA"),
        ("ABC (12)", True, "(12) CBA"),
        ("ABC (word) DEF", True, "FED (word) CBA"),
        ("ABC (DEF) GHI", False, "IHG (FED) CBA"),
        ("a (ABC) b", False, "a (CBA) b"),
        ("ABC (a DEF) GHI", True, "IHG (FED a) CBA"),
        ("say [ABC] (DEF)!", False, "say [CBA] (FED)!"),
        ("ABC «word» DEF", True, "FED «word» CBA"),
        ("ABC, word!", True, "!word ,CBA"),
        ("1. ABC", True, "CBA .1"),
        ("word", True, "word"),
        ("word?", True, "?word"),
        ("", True, ""),
    ],
)
def test_lines_are_ordered_as_readers_of_both_scripts_expect(line: str, leftwards: bool, seen: str) -> None:
    assert drawn(line, leftwards) == seen


def test_numbers_after_arabic_letters_are_kept_apart_at_a_minus() -> None:
    assert levels("اب 10-20", True) == [1, 1, 1, 2, 2, 1, 2, 2]
    assert levels("אב 10-20", True) == [1, 1, 1, 2, 2, 2, 2, 2]
    assert levels("اب 1,000", True) == [1, 1, 1, 2, 2, 2, 2, 2]


def test_marks_run_with_their_letters_and_brackets() -> None:
    assert levels("a שָׁ b", False) == [0, 0, 1, 1, 1, 0, 0]
    assert levels("א(b)\u0301", True) == [1, 1, 2, 1, 1]
    assert levels("א\u200dב", False) == [1, 1, 1]


def test_both_signs_for_an_angle_bracket_make_a_pair() -> None:
    assert levels("א \u2329b\u3009 ג", False)[3:6] == [0, 0, 0]
    assert levels("a \u2329ב\u3009 ג", True)[2:5] == [1, 1, 1]


def test_too_many_open_brackets_are_let_be() -> None:
    line = "(" * 5000 + "א" + ")" * 5000
    assert len(levels(line, True)) == len(line)


def test_the_first_letter_decides() -> None:
    assert runs_leftwards("12 (א) abc")
    assert not runs_leftwards("12 (a) אבג")
    assert not runs_leftwards("12 — 东")


@given(st.text("ab א ב ج 12٣+,.()[]«» \u0301\u064b東☃", max_size=30), st.booleans())
def test_runs_hold_every_character_once(line: str, leftwards: bool) -> None:
    runs = Fonts.of().runs(line, leftwards)
    assert "".join(run.text for run in sorted(runs, key=lambda run: run.start)) == line
    height = levels(line, leftwards)
    assert all(height[run.start] % 2 == run.leftwards for run in runs if line)


def test_runs_stand_in_visual_order() -> None:
    runs = Fonts.of().runs("לפי Smith שלום", True)
    assert [(run.text, run.leftwards) for run in runs] == [(" שלום", True), ("Smith", False), ("לפי ", True)]
    assert [run.start for run in runs] == [9, 4, 0]
