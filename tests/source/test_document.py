import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source import Document, with_line_feeds

TEXTS = st.text(alphabet=" \n\r\t\x0cab—’.-[]1é\u0301\u202e\ufeff\u3000", max_size=80)


def split(text):
    document = Document.of(text)
    return [(p.number, document.text[p.start : p.end]) for p in document.paragraphs]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("\n\n \n\t\n", []),
        ("one", [(1, "one")]),
        ("one\ntwo", [(1, "one\ntwo")]),
        ("one\n\ntwo\n", [(1, "one"), (2, "two")]),
        ("\n\n one\n \t\n\n\ntwo", [(1, " one"), (2, "two")]),
        ("one\r\n\r\ntwo\r\nmore\r\n", [(1, "one"), (2, "two\nmore")]),
        ("one\r\rtwo", [(1, "one"), (2, "two")]),
        ("\ufeffone", [(1, "one")]),
        ("one\x0c\n\x0c\ntwo", [(1, "one\x0c"), (2, "two")]),
    ],
)
def test_paragraphs_are_the_blocks_between_blank_lines(text, paragraphs):
    assert split(text) == paragraphs


@given(TEXTS)
def test_paragraphs_hold_every_sign_that_is_not_a_space(text):
    document = Document.of(text)
    held = "".join(document.text[p.start : p.end] for p in document.paragraphs)
    assert "".join(held.split()) == "".join(document.text.split())
    assert [p.number for p in document.paragraphs] == [*range(1, len(document.paragraphs) + 1)]
    assert "\r" not in document.text
    assert with_line_feeds("x" + document.text) == "x" + document.text


def test_the_paragraph_of_an_offset():
    document = Document.of("\none\n\ntwo")
    assert document.paragraph_at(0) is None
    assert [document.paragraph_at(at).number for at in (1, 4, 6)] == [1, 1, 2]


def test_a_long_text_in_one_line_is_one_paragraph():
    document = Document.of("the cat sat " * 20_000)
    assert len(document.paragraphs) == 1
    assert len(document.words) == 60_000
    assert document.paragraph_at(100_000).number == 1
