import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source import words
from argmap.source.markdown import plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("# A *bold* claim", "A bold claim"),
        ("- **every single day**, see [the minutes](https://example.org/min).", "every single day, see the minutes."),
        ("1. First[^1] and `code`", "First and code"),
        ("> quoted\n> twice", "quoted\ntwice"),
        ("5 * 3 is 15 and snake_case stays", "5 * 3 is 15 and snake_case stays"),
        ("***both*** and ~~gone~~", "both and gone"),
        ("a [1] b", "a [1] b"),
    ],
)
def test_marks_go_and_words_stay(written, read):
    assert plain(written) == read


@given(st.text(alphabet="ab *_`~#>-1.\n", max_size=40))
def test_no_word_is_ever_lost(text):
    before, after = ("".join(word.text for word in words(each)) for each in (text, plain(text)))
    assert [before.count(letter) for letter in "ab"] == [after.count(letter) for letter in "ab"]
