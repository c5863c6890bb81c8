import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.tui.pane_sizes import LEAST_LINES, LEAST_WIDTH, SIDE_PANES, PaneSizes

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*SIDE_PANES, "side"]), inner),
    max_leaves=8,
)


@given(JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(("side", "tab", "heights", "problems"), JSON)))
def test_whatever_was_kept_gives_sizes_that_can_be_used(kept):
    sizes = PaneSizes.of(kept)
    assert 0 < sizes.side < 1
    assert 0 < sizes.tab < 1
    assert set(sizes.heights) == set(SIDE_PANES)
    assert all(height > 0 for height in sizes.heights.values())
    assert sizes.problems is None or sizes.problems >= LEAST_LINES
    assert PaneSizes.of(json.loads(json.dumps(sizes.as_json()))) == sizes


@given(st.lists(st.integers(-50, 50), max_size=20), st.integers(1, 250))
def test_neither_side_is_ever_squeezed_away(steps, width):
    sizes = PaneSizes()
    now = width // 2
    for cells in steps:
        if sizes.widen_side(cells, now, width):
            now = round(sizes.side * width)
            assert LEAST_WIDTH <= now <= width - LEAST_WIDTH


@pytest.mark.parametrize(("lines", "heights"), [(2, (12, 10)), (-2, (8, 14)), (99, (19, 3)), (-99, (3, 19))])
def test_two_panes_trade_lines(lines, heights):
    sizes = PaneSizes()
    assert sizes.heighten("source", "diagram", lines, {"source": 10, "diagram": 12, "details": 8})
    assert (sizes.heights["source"], sizes.heights["diagram"], sizes.heights["details"]) == (*heights, 8)


def test_a_pane_that_is_not_seen_keeps_its_part():
    sizes = PaneSizes(heights={"source": 5.0, "diagram": 6.0, "details": 3.0})
    assert sizes.heighten("diagram", "details", 2, {"diagram": 20, "details": 10})
    assert sizes.heights == {"source": 5 * 30 / 9, "diagram": 22, "details": 8}


def test_what_cannot_be_changed_is_told():
    sizes = PaneSizes()
    assert not sizes.heighten("source", "diagram", -1, {"source": 3, "diagram": 20})
    assert not sizes.widen_side(4, 10, 2 * LEAST_WIDTH - 1)
    assert not sizes.heighten_tab(-1, LEAST_LINES, 20)
    assert sizes == PaneSizes()
