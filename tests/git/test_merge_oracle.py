"""2,000 random merges of map files, beside an oracle that knows nothing of the package."""

import random
from collections import Counter

import pytest

from argmap.format import read
from argmap.format.blocks import comments, scan
from argmap.git.conflicted import Conflicted
from argmap.git.file_merge import FileMerge, merge_files
from argmap.git.map_file import MapFile
from argmap.git.merge import new_problems
from tests.git import plain_map
from tests.git.oracle import conflict, merged
from tests.git.random_files import three

SIZES = (5, 6, 8, 10, 12, 15, 20, 25, 30, 40)
LARGE = (150, 300)
CASES, AT_ONCE = 2000, 50


def drawn(number):
    """Case by case: 1 to 10 edits a side, 5 to 300 statements, few of them large."""
    for seed in range(number * AT_ONCE, (number + 1) * AT_ONCE):
        rng = random.Random(f"merge {seed}")
        size = rng.choice(LARGE if seed % AT_ONCE == 0 else SIZES)
        yield seed, three(rng, size, rng.randint(1, 10))


def text(data):
    return data.decode("utf-8-sig")


def file(data):
    reading = read(data)
    return MapFile(reading.map, reading.document)


def tables(data):
    return {block.id: block.text.rstrip() for block in scan(text(data)).blocks if block.id is not None}


@pytest.mark.parametrize("number", range(CASES // AT_ONCE))
def test_merges_are_as_the_oracle_says(number):
    for seed, (base, ours, theirs) in drawn(number):
        result = merge_files(base, ours, theirs)
        wanted = conflict(base, ours, theirs)
        assert bool(result.conflicts) == bool(wanted), (seed, wanted, [c.at for c in result.conflicts])
        if result.merge is not None:
            swapped = FileMerge.of(*(file(data) for data in (base, theirs, ours)))
            assert {c.at for c in result.conflicts} == {c.at for c in swapped.conflicts}, seed
        before, after = Counter(comments(text(base))), Counter(comments(text(result.data)))
        for side in (ours, theirs):
            assert not Counter(comments(text(side))) - before - after, seed
            assert merge_files(base, side, side).data == side == merge_files(base, base, side).data, seed
        if result.conflicts:
            check_conflicted(seed, result)
        else:
            check_clean(seed, base, ours, theirs, result.data)


def check_conflicted(seed, result):
    """The markers can be taken apart again, and every side between them is a map."""
    found = Conflicted.of(result.data)
    assert found is not None, seed
    places = [
        {at for c in merge.conflicts if c.cause != "order" for at in (c.at, *c.along)}
        for merge in (result.merge, found.merge)
    ]
    assert places[0] <= places[1], seed


def check_clean(seed, base, ours, theirs, data):
    """The map is what the oracle makes of the cells, nothing is newly wrong, untouched tables are as they were."""
    plain, expected = plain_map.read(data), merged(base, ours, theirs)
    assert (plain.head, plain.entries) == (expected.head, expected.entries), seed
    assert not new_problems(read(data).map, read(ours).map, read(theirs).map), seed
    three_tables, result = [tables(side) for side in (base, ours, theirs)], tables(data)
    for id, table in three_tables[0].items():
        if all(side.get(id) == table for side in three_tables):
            assert result[id] == table, (seed, id)
