from hypothesis import given
from hypothesis import strategies as st

from argmap.source.neighbours import Claims, Neighbours

STRETCHES = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))))


def reaches(moves, paragraph, paragraphs=30):
    return [tuple(reach) for reach in Neighbours.of(moves, paragraphs).reaches(paragraph)]


def test_a_paragraph_is_expected_between_its_neighbours_and_where_it_was():
    assert reaches([], 4) == [(4, 4)]
    assert reaches([], 40) == [(30, 30), (40, 40)]
    assert reaches([(2, 2), (6, 6)], 4) == [(4, 4)]
    assert reaches([(2, 4), (6, 8)], 4) == [(6, 6), (4, 4)]
    assert reaches([(2, 2), (6, 9)], 4) == [(4, 7)]
    assert reaches([(2, 4)], 3) == [(5, 5), (3, 3)]
    assert reaches([(6, 5)], 4) == [(3, 3), (4, 4)]
    assert reaches([(3, 10), (5, 10)], 4) == [(10, 10), (4, 4)]


def test_a_paragraph_is_expected_where_others_of_its_passages_are():
    assert reaches([(4, 9)], 4) == [(9, 9), (4, 4)]
    assert reaches([(4, 6), (4, 7), (4, 7)], 4) == [(6, 7), (4, 4)]


def test_what_left_the_order_counts_for_its_own_paragraph_only():
    moves = [(1, 1), (2, 2), (3, 3), (4, 20), (5, 4), (6, 5), (7, 6)]
    assert reaches(moves, 4) == [(3, 4), (20, 20)]
    assert reaches(moves, 5) == [(4, 4), (5, 5)]
    assert reaches(moves, 9) == [(8, 8), (9, 9)]


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12))), st.integers(1, 15))
def test_what_is_expected_is_in_the_text_or_where_it_was(moves, paragraph):
    first, *others = Neighbours.of(moves, 12).reaches(paragraph)
    assert 1 <= first.first <= first.last <= 12
    assert all(one.first == one.last for one in others)
    assert min(one.away(paragraph) for one in (first, *others)) == 0
    assert all(min(one.away(new) for one in (first, *others)) == 0 for old, new in moves if old == paragraph)


@given(STRETCHES, STRETCHES)
def test_a_claim_holds_what_lies_within_one_stretch(stretches, asked):
    claims = Claims.of(stretches)
    for start, end in asked:
        assert claims.hold(start, end) == any(first <= start and end <= last for first, last in stretches)
