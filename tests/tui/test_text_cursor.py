"""Selecting in a text: by word, sentence and paragraph, larger and smaller."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.source import Document, Passage
from argmap.tui.text_cursor import TextCursor

TEXT = """\
A title

Trams run. They “run on rails”, and
people ride! Nobody walks [1].

The end came late.
"""
DOCUMENT = Document.of(TEXT)


def at(words, unit="sentence"):
    return TextCursor.at(DOCUMENT, DOCUMENT.text.index(words), unit)


def test_a_sentence_is_selected_with_its_punctuation_and_words_without():
    assert at("rails").text == "They “run on rails”, and people ride!"
    assert at("rails", "word").text == "rails"
    assert at("rails", "paragraph").text == "Trams run. They “run on rails”, and people ride! Nobody walks [1]."
    assert at("rails").end_by(-1).text == "They “run on rails”, and people"
    assert at("rails").begin_by(1).text == "run on rails”, and people ride!"
    assert at("rails").begin_by(1).begin_by(-1).text == at("rails").text


def test_steps_go_from_sentence_to_sentence_over_paragraphs_and_stop_at_the_ends():
    here, seen = at("A title"), []
    for _ in range(6):
        seen.append(here.text)
        here = here.step(1, "sentence")
    assert seen == [
        "A title",
        "Trams run.",
        "They “run on rails”, and people ride!",
        "Nobody walks [1].",
        "The end came late.",
        "The end came late.",
    ]
    assert here.step(-1, "sentence").text == "Nobody walks [1]."
    assert at("A title").step(-1, "sentence") == at("A title")


def test_a_step_by_paragraph_selects_its_first_sentence():
    assert at("A title").step(1, "paragraph").text == "Trams run."
    assert at("rails").step(1, "paragraph").text == "The end came late."
    assert at("The end").step(-1, "paragraph").text == "Trams run."
    assert at("rails").step(-1, "paragraph").text == "A title"


def test_a_step_by_word_goes_into_a_longer_selection_first():
    assert at("rails").step(1, "word").text == "They"
    assert at("rails").step(-1, "word").text == "ride!"
    assert at("They", "word").step(1, "word").text == "run"
    assert at("They", "word").step(-1, "word").text == "run."


def test_extending_takes_sentences_in_and_gives_them_back():
    one = at("rails")
    more = one.extend(1)
    assert more.text == "They “run on rails”, and people ride! Nobody walks [1]."
    assert more.extend(-1).text == one.text
    above = more.extend(-1).extend(-1)
    assert above.text == "Trams run. They “run on rails”, and people ride!"
    assert above.extend(1).text == one.text
    assert one.extend(1).extend(1).text.endswith("The end came late.")


def test_growing_and_shrinking_go_through_the_units():
    word = at("rails", "word")
    assert word.grow().text == at("rails").text
    assert word.grow().grow().text == at("rails", "paragraph").text
    assert word.grow().grow().grow() == word.grow().grow()
    paragraph = at("rails", "paragraph")
    assert paragraph.shrink().text == "Trams run."
    assert paragraph.shrink().shrink().text == "Trams"
    assert paragraph.shrink().shrink().shrink() == paragraph.shrink().shrink()
    assert paragraph.extend(1).shrink().text == paragraph.text


def test_dragging_goes_from_the_first_word_either_way():
    start = at("rails", "word")
    assert start.to(DOCUMENT.text.index("ride")).text == "rails”, and people ride!"
    assert start.to(DOCUMENT.text.index("They")).text == "They “run on rails"


def test_a_passage_is_selected_by_its_words():
    start = DOCUMENT.text.index("run on")
    assert TextCursor.over(DOCUMENT, Passage(start, start + 12)).text == "run on rails"
    assert TextCursor.over(DOCUMENT, Passage(start + 3, start + 4)) is None
    assert TextCursor.at(Document.of("— …\n\n"), 0) is None


@given(
    st.text(alphabet="ab .!?\n“”[1]", max_size=80),
    st.integers(0, 80),
    st.lists(
        st.sampled_from(["down", "up", "word", "more", "less", "later", "earlier", "grow", "shrink"]), max_size=12
    ),
)
def test_whatever_is_done_some_words_stay_selected(text, offset, steps):
    cursor = TextCursor.at(Document.of(text), offset)
    if cursor is None:
        assert not Document.of(text).words
        return
    doing = {
        "down": lambda c: c.step(1, "sentence"),
        "up": lambda c: c.step(-1, "paragraph"),
        "word": lambda c: c.step(1, "word"),
        "more": lambda c: c.extend(1),
        "less": lambda c: c.extend(-1),
        "later": lambda c: c.end_by(1),
        "earlier": lambda c: c.begin_by(-1),
        "grow": TextCursor.grow,
        "shrink": TextCursor.shrink,
    }
    for step in steps:
        cursor = doing[step](cursor)
        words = cursor.document.words
        assert 0 <= cursor.first <= cursor.last < len(words)
        start, end = cursor.passage
        assert start <= words[cursor.first].start
        assert words[cursor.last].end <= end
        inside = cursor.document.words_of(cursor.passage)
        assert list(inside) == list(words[cursor.first : cursor.last + 1])
