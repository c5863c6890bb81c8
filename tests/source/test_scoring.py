"""Offers are held against what people marked; texts that are marked beside this file are."""

from pathlib import Path

import pytest

from tests.source.scoring import main, score, scores, shared, total

MARKED = Path(__file__).with_name("marked")


def marking(para, antecedent, consequent, **more):
    lines = [f"para = {para}", f'if = "{antecedent}"', f'then = "{consequent}"']
    lines += [
        f"{key} = {str(value).lower() if isinstance(value, bool) else repr(value)}" for key, value in more.items()
    ]
    return "\n".join(["[[conditional]]", *lines, ""])


def scored(tmp_path, text, *markings):
    (tmp_path / "one.txt").write_text(text, "utf-8")
    (tmp_path / "one.toml").write_text("\n".join(markings), "utf-8")
    return score(tmp_path / "one.txt")


TEXT = "If the roof leaks, the branch might close.\n\nNobody stays unless the roof is mended.\n"


def test_what_is_offered_and_marked_is_a_hit(tmp_path):
    found = scored(
        tmp_path,
        TEXT,
        marking(1, "the roof leaks", "the branch might close", qualifier="might"),
        marking(2, "the roof is mended", "Nobody stays", negated=True, qualifier="likely"),
    )
    assert (len(found.hits), found.missed, found.wrong, found.qualified) == (2, [], [], 1)
    assert (found.precision, found.recall) == (1, 1)


@pytest.mark.parametrize(
    "other",
    [
        marking(1, "the roof is mended", "Nobody stays", negated=True),
        marking(2, "the roof is mended", "Nobody stays"),
        marking(2, "the roof is mended and nobody sings any more", "Nobody stays", negated=True),
        marking(2, "the roof is mended", "the cat", negated=True),
    ],
)
def test_another_place_other_words_or_another_sign_are_a_miss_and_a_wrong_offer(tmp_path, other):
    found = scored(tmp_path, TEXT, marking(1, "the roof leaks", "the branch might close"), other)
    assert (len(found.hits), len(found.missed), len(found.wrong)) == (1, 1, 1)
    assert (found.precision, found.recall) == (0.5, 0.5)


def test_a_borderline_one_counts_neither_way(tmp_path):
    second = marking(2, "the roof is mended", "Nobody stays", negated=True, borderline=True)
    third = marking(2, "the moon", "the cat", borderline=True)
    found = scored(tmp_path, TEXT, marking(1, "the roof leaks", "the branch might close"), second, third)
    assert (len(found.hits), found.missed, found.wrong, found.neither) == (1, [], [], 1)


def test_a_marking_is_hit_once(tmp_path):
    text = "If it rains, we stay. If it rains, we stay.\n"
    found = scored(tmp_path, text, marking(1, "it rains", "we stay"))
    assert (len(found.hits), len(found.wrong)) == (1, 1)


def test_shared_words():
    assert shared("the roof leaks", "The roof leaks!") == 1
    assert shared("the roof leaks", "the roof") == pytest.approx(0.8)
    assert shared("the roof", "a cat") == 0
    assert shared("", "a cat") == 0


def test_the_scores_are_printed(tmp_path, capsys):
    scored(tmp_path, TEXT, marking(1, "the roof leaks", "the branch closes for good"))
    (tmp_path / "unmarked.txt").write_text(TEXT, "utf-8")
    main(str(tmp_path), "-v")
    told = capsys.readouterr().out
    assert "one " in told
    assert "unmarked" not in told
    assert "precision 0.000  recall 0.000  hits 0  missed 1  wrong 2" in told
    assert "missed 1: [the roof leaks] -> [the branch closes for good]" in told
    assert "not [the roof is mended] -> [Nobody stays]" in told


def test_texts_the_detector_was_developed_on():
    found = total(list(scores(MARKED / "developed")))
    assert len(found.hits) >= 150
    assert found.precision >= 0.85
    assert found.recall >= 0.9


def test_texts_nobody_developed_on():
    """What is reached there so far; 0.85 and 0.9 are aimed at. Rules are never to be made from these texts."""
    found = total(list(scores(MARKED / "unseen")))
    assert found.precision >= 0.75
    assert found.recall >= 0.7
