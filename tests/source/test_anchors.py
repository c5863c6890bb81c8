import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.sources import Anchor
from argmap.source import Document, Passage, anchor_to, digest, verify

TEXT = """\
A bus for the small hours

The town should run a night bus on Fridays. It would cost less than people think,[1] and it’s late already.

Nobody walks home by the river. The road there is narrow and unlit, and five people were hurt on it last year.

The depot has no drivers. Nobody walks home by the river.

Until the council asks them, nobody can know whether drivers would come forward.
"""
PARAGRAPHS = TEXT.strip().split("\n\n")


def to(words, text=TEXT):
    """The anchor to these words of a text."""
    start = text.index(words)
    anchor = anchor_to(Document.of(text), "s", Passage(start, start + len(words)))
    assert anchor is not None
    return anchor


def told(text, *anchors):
    """What is said of anchors into a text: the status and the words."""
    document = Document.of(text)
    found = verify(document, anchors)
    return [(one.status, one.passage and document.text[slice(*one.passage)]) for one in found]


def by_hand(head, tail=None, para=2, **more):
    return Anchor(source="s", para=para, head=head, tail=tail, **more)


def test_an_anchor_has_a_few_words_their_number_and_their_hash():
    assert to("It would cost less than people think,[1] and it’s late already") == Anchor(
        source="s",
        para=2,
        head="It would cost less",
        tail="it’s late already",
        words=11,
        hash=digest(["it", "would", "cost", "less", "than", "people", "think", "and", "it's", "late", "already"]),
    )
    assert to("no drivers").model_dump(exclude={"hash"}) == {
        "source": "s",
        "para": 4,
        "head": "no drivers",
        "tail": None,
        "words": 2,
    }
    assert (to("a night bus on Fridays").head, to("a night bus on Fridays").tail) == ("a night bus on", "Fridays")
    assert anchor_to(Document.of(TEXT), "s", Passage(25, 27)) is None


@given(st.lists(st.sampled_from(["a", "b", "The", "it’s", ". ", "[1]", " ", " ", "\n\n", "—"]), max_size=40), st.data())
def test_an_anchor_just_made_is_exact(parts, data):
    document = Document.of("".join(parts))
    start = data.draw(st.integers(0, len(document.text)))
    passage = Passage(start, data.draw(st.integers(start, len(document.text))))
    words = [word.text for word in document.words_of(passage)]
    anchor = anchor_to(document, "s", passage)
    assert (anchor is None) == (not words)
    if anchor is not None:
        (found,) = verify(document, [anchor])
        assert (found.status, found.anchor) == ("exact", anchor)
        assert [word.text for word in document.words_of(found.passage)] == words


def test_the_same_words_are_exact_in_their_paragraph_and_moved_elsewhere():
    anchor = to("The road there is narrow and unlit")
    wrapped = TEXT.replace("narrow and", "“narrow”\n  and[7]")
    assert told(wrapped, anchor) == [("exact", "The road there is “narrow”\n  and[7] unlit")]
    later = "\n\n".join([PARAGRAPHS[0], "Something new.", *PARAGRAPHS[1:]])
    assert told(later, anchor) == [("moved", "The road there is narrow and unlit")]
    (found,) = verify(Document.of(later), [anchor])
    assert found.anchor == anchor.model_copy(update={"para": 4})


def test_of_the_same_words_those_of_the_own_paragraph_come_first():
    for para in (3, 4):
        anchor = to("Nobody walks home by the river").model_copy(update={"para": para})
        (found,) = verify(Document.of(TEXT), [anchor])
        assert found.status == "exact"
        assert Document.of(TEXT).paragraph_at(found.passage.start).number == para


def test_of_the_same_words_elsewhere_those_between_the_neighbours_come_first():
    refrain = "The bell rang and nobody came."
    text = "\n\n".join(f"{number} and more of it. {refrain}" for number in ("One", "Two", "Three", "Four", "Five"))
    anchors = [to(f"{number} and more of it", text) for number in ("Two", "Three", "Four")]
    anchor = to(refrain, text).model_copy(update={"para": 3})
    paragraphs = text.split("\n\n")
    moved = "\n\n".join(["New."] * 4 + [f"{n}.\n\n{p}" for n, p in enumerate(paragraphs)])
    found = verify(Document.of(moved), [*anchors, anchor])
    number = Document.of(moved).paragraph_at(found[-1].passage.start).number
    assert found[-1].status == "moved"
    assert number == found[1].anchor.para == 10
    assert found[-1].anchor.para == number


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("run a night bus on Fridays", "run a late bus on most Fridays"),
        ("The town should run", "Kelderby ought to run"),
        ("night bus on Fridays", "bus at weekends"),
        ("The town should run a night bus on Fridays", "The town should surely run a good night bus on Fridays"),
    ],
)
def test_changed_words_are_proposed_where_they_stood(old, new):
    anchor = to("The town should run a night bus on Fridays")
    edited = TEXT.replace(old, new)
    document = Document.of(edited)
    (found,) = verify(document, [anchor])
    words = edited.split("\n\n")[1].split(". It")[0]
    assert told(edited, anchor) == [("changed", words)]
    assert found.anchor == to(words, edited)


@pytest.mark.parametrize("gone", ["The road there is narrow and unlit, and five people were hurt on it last year."])
def test_what_was_deleted_is_lost_and_nothing_is_proposed_for_it(gone):
    anchor = to(gone)
    assert told(TEXT.replace(gone, ""), anchor) == [("lost", None)]
    assert told(TEXT.replace(gone, ""), anchor, to("Nobody walks home by the river")) == [
        ("lost", None),
        ("exact", "Nobody walks home by the river"),
    ]
    assert told("", anchor) == [("lost", None)]


def test_a_passage_that_another_anchor_is_still_right_about_is_not_proposed():
    first, second = (f"If the drivers {verb}, the council should pay for the buses." for verb in ("agree", "refuse"))
    anchors = [to(words, f"{first} {second}") for words in (first, second)]
    assert told(second, anchors[0]) == [("changed", second[:-1])]
    assert told(second, *anchors) == [("lost", None), ("exact", second[:-1])]


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        (by_hand("THE TOWN", "on Fridays"), "The town should run a night bus on Fridays"),
        (by_hand("it's late"), "it’s late"),
        (by_hand("a night bus on", "bus on Fridays"), "a night bus on Fridays"),
        (by_hand("think, and", "it's"), "think,[1] and it’s"),
        (by_hand("the depot", "the river", para=3), "The depot has no drivers. Nobody walks home by the river"),
        (by_hand("on it last year", "no drivers", para=3), "on it last year.\n\nThe depot has no drivers"),
        (by_hand("The town", words=8), "The town should run a night bus on"),
        (by_hand("a night", "bus", words=3), "a night bus"),
    ],
)
def test_an_anchor_without_a_hash_is_filled_in(anchor, words):
    (found,) = verify(Document.of(TEXT), [anchor])
    assert told(TEXT, anchor) == [("unverified", words)]
    whole = to(words)
    update = {"para": whole.para, "words": whole.words, "hash": whole.hash}
    assert found.anchor == anchor.model_copy(update=update)
    assert told(TEXT, found.anchor) == [("exact", words)]


def test_head_and_tail_words_with_other_words_between_them_than_their_number_says_are_a_proposal():
    assert told(TEXT, by_hand("the town", "on Fridays", words=11)) == [
        ("changed", "The town should run a night bus on Fridays")
    ]


def test_head_and_tail_words_far_apart_are_a_proposal():
    long = "\n\n".join(["The town is old.", *(f"Paragraph {n} says little." for n in range(9)), "It is late."])
    assert [status for status, _ in told(long, by_hand("the town", "late", para=1))] == ["changed"]


@pytest.mark.parametrize("words", ["it’s late already", "It would cost less than people think", "bus"])
@pytest.mark.parametrize("change", [{"words": None}, {"words": 999_999}, {"tail": None}, {"words": None, "tail": None}])
def test_the_hash_finds_a_passage_whatever_else_is_missing(words, change):
    anchor = to(words)
    (found,) = verify(Document.of(TEXT), [anchor.model_copy(update=change)])
    assert (found.status, found.anchor) == ("exact", anchor.model_copy(update={**change, "words": anchor.words}))


@pytest.mark.parametrize("head", ["…", "—", "“It wuold cost less"])
def test_a_head_that_is_not_right_is_made_up_for_by_the_hash(head):
    anchor = to("It would cost less than people think").model_copy(update={"head": head})
    assert told(TEXT, anchor) == [("exact", "It would cost less than people think")]


def test_a_hash_of_other_words_is_not_exact():
    anchor = to("The depot has no drivers").model_copy(update={"hash": "00000000"})
    assert told(TEXT, anchor) == [("changed", "The depot has no drivers")]


def test_a_mistyped_anchor_without_a_hash_is_proposed_or_lost():
    assert told(TEXT, by_hand("Until the counsel asks", "would come forward", para=5)) == [
        ("changed", PARAGRAPHS[4][:-1])
    ]
    assert told(TEXT, by_hand("Taxis are", "too dear")) == [("lost", None)]


def test_looking_up_can_be_given_up():
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 3

    anchors = [to("no drivers")] * 9
    assert verify(Document.of(TEXT), anchors, cancelled) == []
    assert len(asked) == 4
    assert len(verify(Document.of(TEXT), anchors)) == 9


HOSTILE = {
    "empty": "",
    "no words": "… — [1]\n\n!\n" * 1_000,
    "one line": "the cat sat on a mat, and so did " * 3_000,
    "equal words": "the " * 200_000,
    "two words": "the cat " * 100_000,
    "a word a paragraph": "the\n\n" * 50_000,
    "one long word": "the" * 50_000,
}
ODD = [
    by_hand("the"),
    by_hand("the", "the"),
    by_hand("the " * 200, "the " * 200),
    by_hand("the cat the cat", "the cat", para=10**12, words=10**15, hash="00000000"),
    by_hand("the the the the", "the the the", words=50, hash="00000000"),
    by_hand("the the the the", "the the the", words=100_000, hash="00000000"),
    by_hand("the the the the", "the the the", hash="00000000"),
    by_hand("the", words=1, hash="00000000"),
    by_hand("the", hash="00000000"),
    by_hand("sat on", "the cat", words=10**9),
    by_hand("", "", hash="00000000", words=1),
    by_hand("…", "[1]", words=7),
    by_hand("—", "the", words=10**6, hash="00000000"),
    by_hand("\x00\x1b[31m\u202e the", "\ufeff the", words=3, hash="00000000"),
]


@pytest.mark.parametrize("name", HOSTILE)
def test_odd_anchors_into_odd_texts_are_no_error_and_no_long_wait(name):
    document = Document.of(HOSTILE[name])
    found = verify(document, ODD * 5)
    assert len(found) == len(ODD) * 5
    for one in found:
        assert (one.passage is None) == (one.anchor is None) == (one.status == "lost")
        assert one.status not in ("exact", "moved")
        if one.passage is not None:
            assert 0 <= one.passage.start < one.passage.end <= len(document.text)
            assert verify(document, [one.anchor])[0].status in ("exact", "moved")
