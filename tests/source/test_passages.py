import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.sources import Anchor
from argmap.source import Document, locate

TEXT = """\
A title

The town should run a bus. It is late — the “town” should run a bus on Fridays and Saturdays.

Nobody walks. The town should run a tram
on Sundays.

Then the town’s bus stops, and

nobody walks home.
"""


def found(para, head, tail=None, text=TEXT, **more):
    document = Document.of(text)
    passage = locate(document, Anchor(source="s", para=para, head=head, tail=tail, **more))
    return None if passage is None else document.text[passage.start : passage.end]


@pytest.mark.parametrize(
    ("para", "head", "tail", "passage"),
    [
        (1, "a title", None, "A title"),
        (2, "The town should run", "a bus", "The town should run a bus"),
        (2, 'LATE – the "town"', "and saturdays", "late — the “town” should run a bus on Fridays and Saturdays"),
        (2, "is late – the", "town", "is late — the “town"),
        (3, "The town should run", "on Sundays", "The town should run a tram\non Sundays"),
        (2, "Nobody walks", None, "Nobody walks"),
        (5, "nobody walks", None, "nobody walks"),
        (4, "The town's bus", "nobody walks home.", "the town’s bus stops, and\n\nnobody walks home"),
        (99, "nobody walks", "home", "nobody walks home"),
    ],
)
def test_the_own_paragraph_comes_first_then_the_nearest(para, head, tail, passage):
    assert found(para, head, tail) == passage


@pytest.mark.parametrize(("head", "tail"), [("the tram", None), ("a bus", "a title"), ("…", None), ("", "bus")])
def test_words_that_are_not_there_are_not_found(head, tail):
    assert found(2, head, tail) is None


def test_the_number_of_words_decides_between_passages():
    text = "a b c d\n\na b d c d e"
    assert found(1, "a b", "d", text) == "a b c d"
    assert found(2, "a b", "d", text) == "a b d"
    assert found(2, "a b", "d", text, words=5) == "a b d c d"
    assert found(2, "a b", "d", text, words=9) == "a b d"


@pytest.mark.parametrize("text", ["", "\n\n", "[1]", "—"])
def test_a_text_without_words_has_no_passage(text):
    assert found(1, "a", "b", text) is None


@given(st.lists(st.sampled_from(["a", "b", "c", "\n\n"]), max_size=30), st.integers(1, 4), st.integers(1, 9))
def test_what_is_found_begins_and_ends_with_its_words(parts, para, count):
    passage = found(para, "a b", "b c", " ".join(parts), words=count)
    if passage is not None:
        assert passage.split()[:2] == ["a", "b"]
        assert passage.split()[-2:] == ["b", "c"]
    else:
        words = [part for part in parts if part != "\n\n"]
        text = "".join(words)
        assert "ab" not in text or "bc" not in text[text.index("ab") + 2 :]


def test_many_repeated_words_take_no_long_time():
    document = Document.of("the the the " * 20_000)
    passage = locate(document, Anchor(source="s", para=1, head="the", tail="the", words=50))
    assert passage == (0, 50 * 4 - 1)
