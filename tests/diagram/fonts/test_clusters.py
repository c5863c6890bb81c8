import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.fonts.clusters import bound, clusters


@pytest.mark.parametrize(
    "parts",
    [
        ["a", "b", " ", "c"],
        ["e\u0301", "a\u0302\u0323", "x"],
        ["👩‍🔬", "👨‍👩‍👧‍👦", "x"],
        ["🇩🇪", "🇫🇷", "🇯"],
        ["👍🏽", "👍"],
        ["1️⃣", "2"],
        ["❤️‍🔥", "☃️"],
        ["🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "a"],
        ["กำ", "เก็", "บ"],
        ["क्ष", "त्रि", "य"],
        ["ᄒ\u1161\u11ab", "ᄀ\u1173\u11af"],
        ["한", "글"],
        ["か\u3099", "か"],
        ["葛\U000e0100", "城"],
        ["مُ", "حَ", "مَّ", "د"],
        ["\u200d", "a"],
    ],
)
def test_a_sign_is_never_cut(parts: list[str]) -> None:
    assert clusters("".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [["a", "b"], ["ا", "لمستشفيا", "ت"], ["بَتَ", " ", "د", "ر"], ["بـب", "١", "٢"], ["न", "म", "स्ते"]],
)
def test_arabic_letters_that_join_are_bound(parts: list[str]) -> None:
    assert bound("".join(parts)) == parts


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(clusters(text)) == text == "".join(bound(text))
