from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.git.words import in_one_line, word_diff

WORDS = st.sampled_from(
    ["the", "ferry", "is", "it's", "3.5", " ", "  ", "\n", ".", ",", "京", "都", "e\u0301", "—", ""]
)
texts = st.text(max_size=30) | st.lists(WORDS, max_size=30).map("".join)


def said(old, new):
    return in_one_line(word_diff(old, new))


@given(texts, texts)
def test_both_texts_can_be_read_out_of_it(old, new):
    pieces = word_diff(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new


@given(texts, texts)
def test_pieces_are_whole_and_none_is_empty(old, new):
    pieces = word_diff(old, new)
    assert all(text for _, text in pieces)
    assert all(here[0] != there[0] for here, there in pairwise(pieces))


@given(texts)
def test_a_text_equals_itself(text):
    assert word_diff(text, text) == ((("equal", text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The ferry is used.", "The ferry is loved by all.", "The ferry is [-used-]{+loved by all+}."),
        ("Build a bridge.", "Build a new bridge.", "Build a{+ new+} bridge."),
        ("Build a new bridge.", "Build a bridge.", "Build a[- new-] bridge."),
        ("a b c", "x y z", "[-a b c-]{+x y z+}"),
        ("It's 3.5 km.", "It's 3.7 km.", "It's [-3.5-]{+3.7+} km."),
        ("one  two", "one two", "one [- -]two"),
        ("京都に行く。", "東都に行く。", "[-京-]{+東+}都に行く。"),
        ("", "New.", "{+New.+}"),
    ],
)
def test_whole_words_are_compared(old, new, expected):
    assert said(old, new) == expected
