"""A paragraph is split where its sentences end, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source.sentences import sentences

TEXTS = st.text(alphabet=" \n.!?…”)]'\"“[1aBé#->*=。", max_size=120)


def split(paragraph):
    return [paragraph[start:end] for start, end in sentences(paragraph)]


@pytest.mark.parametrize(
    "parts",
    [
        ["One day it rained.", "It stopped."],
        ["Did it rain?", "It did!", "Then it stopped…", "So it was."],
        ["The U.S. and the U.K. agreed.", "Nobody knew."],
        ["The U.S.-Japan alliance held.", "So did the U.S. Senate."],
        ["It was signed in the U.S.", "The Senate knew nothing."],
        ["Dr. Amsel met Mr. J. R. Brock and Mrs. Dunn.", "They spoke for an hour."],
        ["See J. J. Amsel, “On Bridges,” vol. 3, no. 4, pp. 12-15, ed. M. Brock.", "It is long."],
        ["Some goods, e.g. timber, i.e. trunks and boards, are taxed.", "Others, cf. p. 4, are not."],
        ["He came at 5 p.m. and left.", "She came at 5 p.m.", "They met."],
        ["Amsel et al. found nothing.", "Smith v. Jones decided it."],
        ["It grew by 3.5 per cent.", "That was in Sept. 2019."],
        ["It is No. 5 on the list.", "The answer is no.", "It is not on it."],
        ["“Why now?” she asked.", "Nobody knew."],
        ["“It rains.”", "“It does.”"],
        ["She said it “works.”", "It doesn’t."],
        ["(It rained.)", "It stopped."],
        ["The bank closed.[1]", "It opened again.[2][13]", "It rained.¹", "It stopped.[^4]", "Go."],
        ["He waited ... and waited.", "Nobody came...", "He left."],
        ["Well… perhaps.", "Perhaps not."],
        ["It is **over.**", "It is _done._", "Go."],
        ["Apples, pears, etc. are sold.", "We sold apples, etc.", "The rest was lost."],
        ["See http://example.org/a.b.c?d=e for more.", "It is long."],
        ["Version 2.0 is out.", "The file is map.toml."],
        ["It was Acme Inc. of Brockton.", "It was Acme Inc.", "It paid."],
        ["So do I.", "Nobody else does."],
        ["That was in 1984.", "It was a long year."],
    ],
)
def test_sentences_in_one_line(parts):
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("It rained\nall day. It\nstopped.", ["It rained\nall day.", "It\nstopped."]),
        ("# The rain\nIt rained. It stopped.", ["The rain", "It rained.", "It stopped."]),
        ("The rain\n========\nIt rained.", ["The rain", "It rained."]),
        ("Three things:\n- the rain\n- the wind. Both\n  are cold.\n* the snow", [
            "Three things:", "the rain", "the wind.", "Both\n  are cold.", "the snow",
        ]),
        ("1. First it rains.\n2. Then it stops.\n10) Then it rains again", [
            "First it rains.", "Then it stops.", "Then it rains again",
        ]),
        ("It happened in\n1914. The war began.", ["It happened in\n1914.", "The war began."]),
        ("> It rained.\n> It\n> stopped.", ["It rained.", "It\n> stopped."]),
        ("1. The rain", ["The rain"]),
        ("雨が降った。平日。", ["雨が降った。", "平日。"]),
        ("", []),
        (" \n ", []),
        ("...", ["..."]),
    ],
)  # fmt: skip
def test_headings_list_items_and_lines(paragraph, parts):
    assert split(paragraph) == parts


@given(TEXTS)
def test_sentences_stand_in_order_and_hold_every_letter(paragraph):
    last = 0
    held = ""
    for start, end in sentences(paragraph):
        assert last <= start < end <= len(paragraph)
        assert not paragraph[start].isspace()
        assert not paragraph[end - 1].isspace()
        held += paragraph[start:end]
        last = end
    assert [sign for sign in held if sign.isalpha()] == [sign for sign in paragraph if sign.isalpha()]
