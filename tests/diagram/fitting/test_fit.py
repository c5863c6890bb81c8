import random
from dataclasses import replace
from math import inf

import pytest

from argmap.diagram.compose import Composition
from argmap.diagram.figure import Figure, Form, Layout
from argmap.diagram.fitting.fit import WAYS, Search
from argmap.diagram.fitting.venues import VENUES, Page
from tests.diagram import samples
from tests.diagram.figures import figure

PAGE = Page(300, 200, (9.0, 8.0, 7.0))


def blank(layout: Layout, width: float, height: float) -> Figure:
    return Figure("", "", width, height, layout, figure(samples.small()).fonts, (), ())


def search(sizes: dict[str, tuple[float, float]], page: Page = PAGE) -> Figure | None:
    """Search among figures whose widths and heights, in ems, are given for every form and direction."""

    def draw(layout: Layout) -> Figure:
        width, height = sizes[f"{layout.form} {layout.direction}"]
        return blank(layout, width * layout.size, height * layout.size)

    return Search(draw, page).best()


HUGE = (999.0, 999.0)


def test_the_first_form_that_fits_is_taken_with_the_largest_text_that_fits() -> None:
    found = search({"tree down": (40, 20), "tree right": HUGE, "outline down": (10, 10), **NUMBERED})
    assert found is not None
    assert found.layout[:3] == ("tree", "down", 7.0)


def test_of_two_directions_the_one_with_larger_text_is_taken() -> None:
    found = search({"tree down": (40, 20), "tree right": (30, 20), "outline down": (10, 10), **NUMBERED})
    assert found is not None
    assert found.layout[:3] == ("tree", "right", 9.0)


def test_another_form_is_taken_before_text_that_is_hard_to_read() -> None:
    page = Page(300, 200, (7.0, 6.0, 5.0))
    ways = {"tree down": (50.0, 20.0), "tree right": HUGE, "outline down": (10.0, 28.0), **NUMBERED}
    found = search(ways, page)
    assert found is not None
    assert found.layout[:3] == ("outline", "down", 7.0)
    found = search(ways | {"outline down": HUGE}, page)
    assert found is not None
    assert found.layout[:3] == ("tree", "down", 6.0)


def test_nothing_fits() -> None:
    assert search(dict.fromkeys((f"{form} {direction}" for form, direction in WAYS), HUGE)) is None


def test_what_has_more_text_than_the_page_has_room_is_not_drawn() -> None:
    def draw(layout: Layout) -> Figure:
        raise AssertionError("drawn in vain")

    assert Search(draw, PAGE, area=1 + 300 * 200 / 7**2).best() is None
    assert not Search(draw, PAGE, area=1 + 300 * 200 / 7**2).fits()


@pytest.mark.parametrize("form", ["tree", "outline", "numbered"])
def test_the_least_area_is_less_than_any_layout_takes(form: Form) -> None:
    for map in (samples.small(), samples.bushy(40), samples.wild(random.Random(3), 60)):
        drawing = Composition(map)
        assert drawing.least_area() > 0
        for wrap in (70.0, 300.0):
            figure = drawing.drawn(Layout(form, "down", 9.0, wrap))
            assert drawing.least_area() * 9.0**2 < figure.width * figure.height


def test_a_page_too_narrow_for_text_fits_nothing() -> None:
    assert Search(Composition(samples.small()).drawn, Page(21.0, inf, (9.0, 7.0))).best() is None


@pytest.mark.parametrize("size", [8, 25, 60])
def test_something_fits_just_where_there_is_a_best(size: int) -> None:
    drawing = Composition(samples.bushy(size))
    for venue in ("nature", "ieee", "a4"):
        for way in WAYS:
            found = Search(drawing.drawn, VENUES[venue], (way,))
            assert found.fits() == (found.best() is not None)


NUMBERED = {f"{form} {direction}": HUGE for form, direction in WAYS if form not in ("tree", "outline")}


@pytest.mark.parametrize("venue", VENUES)
@pytest.mark.parametrize("size", [8, 25])
def test_a_figure_is_exactly_as_wide_as_the_page_and_no_text_is_too_small(venue: str, size: int) -> None:
    page = VENUES[venue]
    map = samples.bushy(size)

    def draw(layout: Layout) -> Figure:
        form, direction, size, wrap = layout
        return figure(map, form, direction, size=size, wrap=wrap, least=page.least, labels=True)

    found = Search(draw, page).best()
    if found is None:
        pytest.skip("nothing fits")
    assert found.width == page.width
    assert found.height <= page.height + 0.01
    assert all(cell.x >= 0 and cell.x + cell.width <= found.width for cell in found.cells)
    assert min(cell.words.size for cell in found.cells) >= page.least
    assert min(cell.pen for cell in found.cells if cell.pen) >= 0.3


def test_boxes_are_made_narrower_to_fit_a_width_and_wider_to_fit_a_height() -> None:
    map = samples.bushy(10)

    def draw(layout: Layout) -> Figure:
        return figure(map, layout.form, layout.direction, size=layout.size, wrap=layout.wrap)

    usual = draw(Layout("tree", "right", 9.0, 135.0))
    narrow = Search(draw, Page(usual.width - 40, inf, (9.0,)), [("tree", "right")]).best()
    low = Search(draw, Page(inf, usual.height - 20, (9.0,)), [("tree", "right")]).best()
    assert narrow is not None
    assert narrow.width == usual.width - 40
    assert low is not None
    assert low.height <= usual.height - 20


def test_boxes_are_made_wider_where_that_fills_the_page_and_lowers_the_figure() -> None:
    map = samples.argued(random.Random(1), 8)

    def draw(layout: Layout) -> Figure:
        return figure(map, layout.form, layout.direction, size=layout.size, wrap=layout.wrap)

    usual = draw(Layout("tree", "right", 9.0, 135.0))
    search = Search(draw, Page(500.0, inf, (9.0,)), [("tree", "right")])
    wide = search.best()
    assert wide is not None
    assert wide.width == 500.0
    assert wide.height < usual.height - 20
    exact = replace(search, page=Page(usual.width, inf, (9.0,))).best()
    assert exact is not None
    assert exact.height == pytest.approx(usual.height, abs=9.0)
