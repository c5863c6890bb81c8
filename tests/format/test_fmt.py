import random

import pytest

from argmap.format import read, write
from argmap.format.fmt import settled
from tests.random_maps import decorated, random_map

UNSETTLED = """title="Ferry"
argmap = 1


# touches
[statement.keep]
in    =   "r" # why

# about the text
text="Keep it."
colour = 'red'
[reason.r]{spaces}
for = "keep"
""".replace("{spaces}", "   ")

SETTLED = """argmap = 1
title = "Ferry"

# touches
[statement.keep]
# about the text
text = "Keep it."
in = "r"  # why
colour = 'red'

[reason.r]
for = "keep"
"""


def test_keys_spacing_and_blank_lines_are_settled():
    assert settled(read(UNSETTLED.encode()).document).text == SETTLED


@pytest.mark.parametrize("seed", range(80))
def test_settling_twice_is_settling_once_and_changes_no_meaning(seed):
    rng = random.Random(seed)
    reading = read(decorated(rng, write(random_map(rng)).text).encode())
    once = read(settled(reading.document).encode())
    assert once.map == reading.map
    assert settled(once.document).encode() == once.document.encode()
    assert once.document.text.count("#") == reading.document.text.count("#")


def test_what_argmap_writes_is_settled():
    for seed in range(30):
        document = write(random_map(random.Random(seed)))
        assert settled(document).text == document.text
