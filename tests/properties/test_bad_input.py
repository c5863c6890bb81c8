"""Whatever bytes a file holds, reading it gives a map or problems with a place, never a traceback."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check import check
from argmap.format import ReadError, read, write
from tests.random_maps import random_map


def read_or_placed(data: bytes) -> None:
    try:
        reading = read(data)
    except ReadError as error:
        problems = error.problems
    else:
        assert reading.document.encode() == data
        check(reading.map)
        return
    assert problems
    for problem in problems:
        assert problem.message
        assert problem.line is not None
        assert 1 <= problem.line <= data.count(b"\n") + 2


@given(st.binary(max_size=300))
def test_random_bytes(data):
    read_or_placed(data)


@settings(max_examples=300)
@given(st.randoms(use_true_random=False), st.data())
def test_truncated_and_mangled_maps(rng, data):
    whole = write(random_map(rng, 8)).encode()
    cut = data.draw(st.integers(0, len(whole)))
    read_or_placed(whole[:cut])
    at = data.draw(st.integers(0, len(whole)))
    read_or_placed(whole[:at] + data.draw(st.binary(max_size=6)) + whole[at:])
    lines = whole.split(b"\n")
    rng.shuffle(lines)
    read_or_placed(b"\n".join(lines))


WRONG = ["7", "true", "[]", "[1]", "{}", '""', "1979-05-27", "nan", '["a", "a"]', "{ x = 1 }", '"not"', "[[]]"]


@pytest.mark.parametrize("seed", range(60))
def test_wrong_types_anywhere(seed):
    rng = random.Random(seed)
    lines = write(random_map(rng, 8)).text.splitlines()
    keyed = [n for n, line in enumerate(lines) if " = " in line and line[-1] != "["]
    for n in rng.sample(keyed, min(4, len(keyed))):
        lines[n] = lines[n].partition(" = ")[0] + " = " + rng.choice(WRONG)
    read_or_placed("\n".join(lines).encode())
