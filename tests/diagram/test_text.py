import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.cells import cells
from argmap.diagram.text import visible, wrapped


def test_lines_break_at_spaces_and_after_dashes() -> None:
    assert wrapped("the long–distance ferry", 10, len) == ["the long–", "distance", "ferry"]


def test_even_lines_take_no_more_lines() -> None:
    text = "removing them makes the air of the old town safer"
    assert wrapped(text, 30, len) == ["removing them makes the air of", "the old town safer"]
    assert wrapped(text, 30, len, even=True) == ["removing them makes the", "air of the old town safer"]


def test_a_word_too_long_is_broken() -> None:
    assert wrapped("an incomprehensible x", 6, len) == ["an", "incomp", "rehens", "ible x"]


def test_ideographs_break_anywhere_but_before_punctuation() -> None:
    assert wrapped("東京は、雨。", 6, cells) == ["東京", "は、雨。"] or wrapped("東京は、雨。", 6, cells) == [
        "東京",
        "は、",
        "雨。",
    ]


@given(st.text(), st.integers(1, 40), st.booleans())
def test_wrapping_keeps_every_character_and_the_limit(text: str, limit: int, even: bool) -> None:
    shown = visible(text)
    lines = wrapped(shown, limit, len, even=even)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
    assert all(len(line) <= limit for line in lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc", "a b c"),
        ("\x1b[31mred", "[U+001B][31mred"),
        ("a\u202eb\u2066c", "a[U+202E]b[U+2066]c"),
        ("nul\x00, del\x7f, nel\x85x", "nul[U+0000], del[U+007F], nel x"),
        ("lone \ud800 half", "lone [U+D800] half"),
        ("&#9731; <b> \\n", "&#9731; <b> \\n"),
    ],
)
def test_controls_become_visible_signs(text: str, shown: str) -> None:
    assert visible(text) == shown
