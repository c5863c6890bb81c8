"""An order is told by what stands elsewhere in it."""

import random

from argmap.exchange.order import displaced, replaced


def test_any_order_comes_back_from_any_other() -> None:
    rng = random.Random(8)
    for size in range(40):
        wanted = [str(number) for number in range(size)]
        given = rng.sample(wanted, size)
        assert replaced(given, displaced(wanted, given)) == wanted


def test_one_that_moved_is_all_that_is_told() -> None:
    assert displaced(list("abcdef"), list("abdefc")) == {"c": "b"}
    assert displaced(list("abc"), list("bca")) == {"a": ""}
    assert displaced(list("abc"), list("abc")) == {}


def test_nothing_is_lost_where_what_is_told_makes_no_sense() -> None:
    assert sorted(replaced(list("abc"), {"a": "b", "b": "a", "c": "gone", "d": "a"})) == list("abc")
