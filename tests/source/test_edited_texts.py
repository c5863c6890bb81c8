"""Anchors into texts that are then edited: at the very words, or proposed, or lost. See `judging` for what is right."""

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.source.judging import Tally, judged, pointed, runs
from tests.source.sample_texts import commentary, echoes, prose, repetitive
from tests.source.text_edits import EDITS, LAYOUT, WORDING, one_after_another

TEXTS = prose() | repetitive()
ANCHORS = 100
OF_THE_COMMENTARY = 300
needs_the_commentary = pytest.mark.skipif(not commentary(), reason="the commentary isn't beside this checkout")


@cache
def measured(group: str, alone: bool) -> dict[tuple[str, str], Tally]:
    texts = {"prose": prose, "repetitive": repetitive, "commentary": commentary}[group]()
    count = OF_THE_COMMENTARY if group == "commentary" else ANCHORS
    return {(name, what): tally for name, what, tally in runs(texts, EDITS, count, alone=alone)}


def total(group, edits=EDITS, alone=False):
    tallies = [tally for (_, what), tally in measured(group, alone).items() if what in edits]
    return sum(tallies, Tally())


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4), st.integers(0))
def test_words_that_stand_are_found_and_nothing_else_is_said_to_be_them(text, edits, seed):
    points = pointed(TEXTS[text], 25, Random(seed))
    tally = judged(TEXTS[text], points, one_after_another(*(EDITS[edit] for edit in edits)), Random(seed))
    assert not [wrong for wrong in tally.wrong if wrong.startswith("same") or "other words" in wrong]
    assert sum(tally.counts.values()) == len(points)


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("group", ["prose", "repetitive", pytest.param("commentary", marks=needs_the_commentary)])
def test_however_a_text_repeats_itself_words_that_stand_are_found(group, alone):
    tally = total(group, alone=alone)
    assert tally.right("same") == 1
    assert not [wrong for wrong in tally.wrong if "other words" in wrong]


def test_there_are_many_anchors_and_every_kind_of_passage():
    assert sum(len(pointed(text, ANCHORS, Random(name))) for name, text in TEXTS.items()) >= 500
    tally = total("prose") + total("repetitive")
    assert all(tally.of(kind) >= 50 for kind in ("same", "changed", "short", "gone", "remnant"))


@pytest.mark.parametrize("group", ["prose", pytest.param("commentary", marks=needs_the_commentary)])
@pytest.mark.parametrize("edit", [edit for edit in WORDING if edit.endswith(("words", "sentences"))])
def test_changed_passages_are_proposed_right(group, edit):
    assert total(group, [edit]).right("changed") >= 0.95


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("group", ["prose", pytest.param("commentary", marks=needs_the_commentary)])
def test_deleted_passages_are_lost(group, alone):
    tally = total(group, WORDING, alone)
    assert tally.of("gone") >= 30
    assert tally.right("gone") >= 0.95


def test_an_anchor_by_itself_is_found_nearly_as_well():
    assert total("prose", WORDING, alone=True).right("changed") >= 0.95


def test_near_duplicates_are_rarely_taken_for_one_another():
    points = pointed(echoes(), ANCHORS, Random(1))
    tally = sum((judged(echoes(), points, edit, Random(2)) for edit in WORDING.values()), Tally())
    assert tally.right("changed") >= 0.9
    assert tally.counts["changed", "changed, but elsewhere"] <= 0.05 * tally.of("changed")


def test_where_passages_cannot_be_told_apart_they_are_rather_lost_than_guessed():
    tally = total("repetitive", WORDING)
    assert tally.counts["changed", "changed, but elsewhere"] <= 0.05 * tally.of("changed")
    assert tally.right("gone") >= 0.8


@pytest.mark.parametrize("edit", LAYOUT)
def test_an_edit_of_the_layout_leaves_nearly_all_words_together(edit):
    tally = total("prose", [edit])
    assert tally.of("same") >= 0.85 * sum(tally.counts.values())
