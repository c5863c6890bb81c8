import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.cells import cells
from argmap.diagram.fonts.clusters import clusters
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


def test_narrow_punctuation_stays_with_ideographs_too() -> None:
    assert wrapped("東京, (東京) «東京»!", 3, len) == ["東京,", "(東", "京)", "«東", "京»!"]


@given(st.text(), st.integers(1, 40), st.booleans())
def test_wrapping_keeps_every_character_and_the_limit(text: str, limit: int, even: bool) -> None:
    shown = visible(text)
    lines = wrapped(shown, limit, len, even=even)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
    assert all(len(line) <= limit or len(clusters(line)) == 1 for line in lines)


@pytest.mark.parametrize(
    ("word", "limit", "lines"),
    [
        ("👩‍🔬👨‍👩‍👧‍👦🇩🇪🇫🇷👍🏽", 2, ["👩‍🔬👨‍👩‍👧‍👦", "🇩🇪🇫🇷", "👍🏽"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("か\u3099き\u3099く\u3099", 1, ["か\u3099", "き\u3099", "く\u3099"]),
        ("葛\U000e0100城", 1, ["葛\U000e0100", "城"]),
        ("กำเก็บ", 2, ["กำเก็", "บ"]),
        ("المستشفيات", 9, ["المستشفيا", "ت"]),
        ("المستشفيات", 8, ["ا", "لمستشفيا", "ت"]),
        ("بببببب", 4, ["بببب", "بب"]),
    ],
)
def test_a_sign_is_never_cut(word: str, limit: int, lines: list[str]) -> None:
    assert wrapped(word, limit, lambda text: len(clusters(text))) == lines


def test_a_very_long_word_is_measured_in_short_parts() -> None:
    measured: list[int] = []

    def width(text: str) -> float:
        measured.append(len(text))
        return len(text)

    assert len(wrapped("ж" * 3000, 10, width)) == 300
    assert sum(length > 40 for length in measured) == 1


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


def test_a_word_of_usual_length_is_not_broken_but_widens_its_lines() -> None:
    text = "It is ultimately a responsibility"
    assert wrapped(text, 6, cells, whole=20) == ["It is", "ultimately a", "responsibility"]
    assert max(map(cells, wrapped(text, 6, cells, whole=10))) <= 10
    assert max(map(cells, wrapped(text, 6, cells))) <= 6
