import random
import re
import tomllib
from functools import cache
from itertools import chain

import pytest

from tests.git.oracle import conflict, merged
from tests.git.plain_map import errors, read
from tests.git.random_files import three


@cache
def drawn(size, count, cases):
    return [three(random.Random(seed), size, count) for seed in range(cases)]


DRAWN = [(5, 2, 300), (15, 4, 200), (40, 8, 60), (300, 10, 3)]
each_drawn = pytest.mark.parametrize(("size", "count", "cases"), DRAWN)


@each_drawn
def test_random_files_are_sound(size, count, cases):
    for file in chain(*drawn(size, count, cases)):
        assert len(tomllib.loads(file.decode("utf-8-sig"))["statement"]) <= size + 2 * count
        assert not errors(read(file))


@each_drawn
def test_what_only_one_side_changed_or_both_alike_never_conflicts(size, count, cases):
    for base, ours, theirs in drawn(size, count, cases):
        for side in (ours, theirs):
            assert not conflict(base, side, side) | conflict(base, base, side) | conflict(base, side, base)
            assert merged(base, side, base) == merged(base, side, side) == read(side)


@each_drawn
def test_either_side_may_come_first(size, count, cases):
    for base, ours, theirs in drawn(size, count, cases):
        assert bool(conflict(base, ours, theirs)) == bool(conflict(base, theirs, ours))


def test_random_sides_collide_in_every_way():
    reasons = [conflict(*files) for size, count, cases in DRAWN[:3] for files in drawn(size, count, cases)]
    rate = sum(map(bool, reasons)) / len(reasons)
    print(f"{rate:.0%} of {len(reasons)} merges must conflict")
    assert rate > 0.1
    assert {said.split()[0] for said in chain(*reasons)} == {"id", "cell", "kind", "deletion", "order", "union"}
    assert {said.split()[1] for said in chain(*reasons) if said.startswith("union")} == {
        "empty",
        "self",
        "circle",
        "mention",
    }


def test_the_same_seed_draws_the_same_files():
    assert three(random.Random(7), 20, 5) == three(random.Random(7), 20, 5)


def test_an_edit_leaves_other_tables_as_they_were():
    kept = blocks = 0
    for seed in range(60):
        base, ours, _ = three(random.Random(seed), 40, 1)
        before = base.split(b"\n[")
        blocks += len(before)
        kept += len(set(before) & set(ours.split(b"\n[")))
    assert kept / blocks > 0.9


@pytest.mark.parametrize(
    "habit",
    [
        rb"\r\n",
        rb"\A\xef\xbb\xbf",
        rb"[^\n]\Z",
        rb"\n#[^\n]*\n\[\w+\.",
        rb"\n\n#[^\n]*\n\n\[\w+\.",
        rb"\n\n\n\[",
        rb'"\n\[\w+\.',
        rb"\]  #",
        rb'"  ?#',
        rb'"\n#[^\n]*\n\w+ *= ',
        rb"\n  [^\n]*, #",
        rb'\nin = \[\n  "[^\n]*",\n  "',
        rb"\nmain = ",
        rb'\n"odd key" = ',
        rb"\n\[statement\.ghost\]\n",
        rb"= '",
        rb'\[statement\."',
    ],
)
def test_random_files_have_a_hand_s_habits(habit):
    assert any(re.search(habit, file) for size, count, cases in DRAWN[:3] for file in chain(*drawn(size, count, cases)))
