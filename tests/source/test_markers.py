"""Markers of premises, conclusions and contrasts are found; the same words used otherwise are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source import Document
from argmap.source.english.lexicon import listed
from argmap.source.markers import markers

WORDS = listed("because since as for so thus but however though yet still while it is given that a not late 1990")
PARTS = [*sorted(WORDS), ",", ".", "“", "”", "(", ")", ";", "—", "\n\n"]
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(PARTS), max_size=30).map(" ".join)


def marked(text):
    document = Document.of(text)
    return [(document.text[slice(*one.passage)], one.kind) for one in markers(document)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("It rains because the wind turned.", "because", "premise"),
        ("The road is closed because of the rain.", "because of", "premise"),
        ("Since the road is closed, we walk.", "Since", "premise"),
        ("We walk, since the road is closed.", "since", "premise"),
        ("The road is closed, as it is wet.", "as", "premise"),
        ("The road must be mended, for nobody can use it.", "for", "premise"),
        ("Given that it rains, we stay.", "Given that", "premise"),
        ("It is late, after all.", "after all", "premise"),
        ("The road is closed. We therefore walk.", "therefore", "conclusion"),
        ("Thus the road stays closed.", "Thus", "conclusion"),
        ("It rains, so the road is closed.", "so", "conclusion"),
        ("So the road is closed.", "So", "conclusion"),
        ("It follows that the road is closed.", "It follows that", "conclusion"),
        ("That’s why the road is closed.", "That’s why", "conclusion"),
        ("It rains, which is why we stay.", "which is why", "conclusion"),
        ("It rains, but we walk.", "but", "contrast"),
        ("But we walk.", "But", "contrast"),
        ("We, however, walk.", "however", "contrast"),
        ("However, we walk.", "However", "contrast"),
        ("Although it rains, we walk.", "Although", "contrast"),
        ("We walk, though it rains.", "though", "contrast"),
        ("It rains, yet we walk.", "yet", "contrast"),
        ("Still, we walk.", "Still", "contrast"),
        ("While the town is poor, its people are kind.", "While", "contrast"),
        ("On the other hand, it rains.", "On the other hand", "contrast"),
        ("Instead, it rains.", "Instead", "contrast"),
        ("“It rains,” she said, “but we walk.”", "but", "contrast"),
        ("It rains (because the wind turned).", "because", "premise"),
    ],
)
def test_a_marker(text, words, kind):
    assert marked(text) == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "It has rained since Monday.",
        "It has rained since we left.",
        "Since 1990 it has rained.",
        "Since then it has rained.",
        "Since the war nobody has walked.",
        "She works as a teacher.",
        "It is as late as it was.",
        "He waits for the bus.",
        "For years nobody walked.",
        "It is so late.",
        "So far nobody has come.",
        "He ran so that he would be on time.",
        "I think so.",
        "Nothing but rain fell.",
        "All but one left.",
        "It did not only rain but also hail.",
        "However hard it rains, we walk.",
        "She spoke as though it rained.",
        "It does not rain yet.",
        "It has yet to rain.",
        "It is still raining.",
        "For a while it rained.",
        "She sang while walking.",
        "He would rather walk.",
        "We took the bus instead.",
    ],
)
def test_the_same_words_used_otherwise(text):
    assert marked(text) == []


@given(TEXTS)
def test_markers_stand_in_order_within_sentences(text):
    document = Document.of(text)
    last = 0
    for passage, kind in markers(document):
        assert last <= passage.start < passage.end
        assert kind in ("premise", "conclusion", "contrast")
        assert any(s.start <= passage.start and passage.end <= s.end for s in document.sentences)
        last = passage.end
