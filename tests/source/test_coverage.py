from hypothesis import given
from hypothesis import strategies as st

from argmap.source import Document, Passage
from argmap.source.coverage import coverage, pointing_to

TEXT = "A heading\n\nOne is here. Two is there.\nThree is far.\n\nFour is nowhere.\n"


def at(words, text=TEXT):
    return Passage(text.index(words), text.index(words) + len(words))


def told(text, *passages):
    document = Document.of(text)
    return [
        [(document.text[slice(*covered.sentence)], covered.ids) for covered in paragraph.sentences]
        for paragraph in coverage(document, passages)
    ]


def test_each_sentence_has_the_ids_that_point_to_it_or_a_part_of_it():
    passages = [("b", at("here. Two")), ("a", at("Two is there.")), ("a", at("there")), ("c", at("far.\n\nFour"))]
    assert told(TEXT, *passages) == [
        [("A heading", ())],
        [("One is here.", ("b",)), ("Two is there.", ("b", "a")), ("Three is far.", ("c",))],
        [("Four is nowhere.", ("c",))],
    ]
    found = coverage(Document.of(TEXT), passages)
    assert [(c.paragraph.number, c.mapped, len(c.sentences), c.ids) for c in found] == [
        (1, 0, 1, ()),
        (2, 3, 3, ("b", "a", "c")),
        (3, 1, 1, ("c",)),
    ]


def test_a_passage_that_only_touches_a_sentence_does_not_cover_it():
    assert told("One. Two.", ("a", Passage(0, 4)), ("b", Passage(4, 5)), ("c", Passage(5, 5))) == [
        [("One.", ("a",)), ("Two.", ())]
    ]


def test_a_text_without_words():
    assert coverage(Document.of(""), [("a", Passage(0, 9))]) == []


@given(
    st.text(alphabet="ab.\n ", max_size=60),
    st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 60), st.integers(1, 30)), max_size=8),
)
def test_every_sentence_is_told_once_with_all_that_overlap_it(text, parts):
    document = Document.of(text)
    passages = [(id, Passage(start, start + length)) for id, start, length in parts]
    found = coverage(document, passages)
    assert [c.paragraph for c in found] == list(document.paragraphs)
    sentences = [covered for c in found for covered in c.sentences]
    assert [covered.sentence for covered in sentences] == list(document.sentences)
    for covered in sentences:
        characters = set(range(*covered.sentence))
        overlapping = [id for id, passage in passages if characters & set(range(*passage))]
        assert list(covered.ids) == list(dict.fromkeys(overlapping))
        assert pointing_to(passages, covered.sentence) == list(dict.fromkeys(overlapping))
