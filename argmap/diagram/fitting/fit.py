"""Fitting a figure into a page: the form, the size of text and the wrap are searched for; nothing is scaled.

Source of the order of the search: studies/diagrams.md, "Fitting a column".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from typing import TypeAlias

from argmap.diagram.compose import LEAST_TEXT, LEAST_WRAP, MARGIN, WRAP
from argmap.diagram.figure import Direction, Figure, Form, Layout
from argmap.diagram.fitting.venues import Page

READABLE = 7.0
"""Text under this size, in points, is taken only where no form fits with text of this size or over."""
_MOST_WRAP = 24.0
"""The widest text of a tree's boxes, in ems: about 50 characters."""
_SPREAD = 1.5
"""How much wider than usual a tree's boxes may be to fill a page, as a part of the usual."""
_HALVINGS = 5
_SLACK = 0.01

Draw: TypeAlias = Callable[[Layout], Figure]
Way: TypeAlias = tuple[Form, Direction]

WAYS: tuple[Way, ...] = (
    ("tree", "down"),
    ("tree", "right"),
    ("outline", "down"),
    ("numbered", "down"),
    ("numbered", "right"),
)
"""The forms and their directions, the form that shows most first."""


@dataclass(frozen=True)
class Search:
    """A search for the layout of what `draw` draws, among `ways`; `wrap`, in points, is searched for unless given.

    No layout takes less than the `area`, in square ems: what can't fit isn't drawn.
    """

    draw: Draw
    page: Page
    ways: Sequence[Way] = WAYS
    wrap: float | None = None
    area: float = 0.0

    def best(self) -> Figure | None:
        """The figure that fits the page, made as wide as it; None where none does.

        Forms go in the order of the ways, each with the largest text that fits; but no text under 7 points is taken
        while another form fits with larger. Of a form's directions the one with the larger text is taken, then the
        first.
        """
        for sizes in tiers(self.page.sizes):
            for _, ways in groupby(self.ways, key=lambda way: way[0]):
                if (found := self._of_form(tuple(ways), sizes)) is not None:
                    return self._spread(found).on_page(self.page.width) if self.page.width < inf else found
        return None

    def fits(self) -> bool:
        """Whether there is a figure that fits, found in fewer steps than the best."""
        tries = ((way, size) for size in self.page.sizes[::-1] for way in self.ways)
        return any(self._at(*each, any_wrap=True) is not None for each in tries)

    def _spread(self, found: Figure) -> Figure:
        """A tree lower by a line or more in wider boxes where the page has the width for them, else what was found."""
        form, direction, size, wrap = found.layout
        usual = size * WRAP[direction]
        if self.wrap is not None or form != "tree" or wrap is None or wrap < usual:
            return found

        def narrow(wrap: float) -> bool:
            return self.draw(found.layout._replace(wrap=wrap)).width <= self.page.width + _SLACK

        wide = _last(narrow, wrap, max(wrap, _SPREAD * usual))
        spread = self.draw(found.layout._replace(wrap=wide))
        return spread if spread.height < found.height - size else found

    def _of_form(self, ways: Sequence[Way], sizes: Sequence[float]) -> Figure | None:
        smallest = {way: found for way in ways if (found := self._at(way, sizes[-1])) is not None}
        for size in sizes[:-1]:
            for way in smallest:
                if (found := self._at(way, size)) is not None:
                    return found
        return next(iter(smallest.values()), None)

    def _at(self, way: Way, size: float, *, any_wrap: bool = False) -> Figure | None:
        """A form with text of `size` points, wrapped so that it fits; as wide as fits, unless any wrap will do."""
        if self.area * size**2 > self.page.width * self.page.height:
            return None
        form, direction = way
        drawn: dict[float | None, Figure] = {}

        def at(wrap: float | None) -> Figure:
            if wrap not in drawn:
                drawn[wrap] = self.draw(Layout(form, direction, size, wrap))
            return drawn[wrap]

        def narrow(wrap: float | None) -> bool:
            return at(wrap).width <= self.page.width + _SLACK

        def low(wrap: float | None) -> bool:
            return at(wrap).height <= self.page.height + _SLACK

        wrap = self.wrap
        if wrap is None and form != "tree":
            wrap = self.page.width - 2 * MARGIN if self.page.width < inf else None
            if wrap is not None and wrap < size * LEAST_WRAP:
                return None
        elif wrap is None:
            wrap = usual = size * WRAP[direction]
            if not narrow(usual):
                least = size * LEAST_TEXT
                if not low(usual) or not narrow(least):
                    return None
                wrap = least if any_wrap and low(least) else _last(narrow, least, usual)
            elif not low(usual):
                wrap = _last(narrow, usual, size * _MOST_WRAP)
        return at(wrap) if narrow(wrap) and low(wrap) else None


def tiers(sizes: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """The sizes of text that are readable, then the others, in their order; nothing for none."""
    found = (tuple(size for size in sizes if size >= READABLE), tuple(size for size in sizes if size < READABLE))
    return (tier for tier in found if tier)


def _last(holds: Callable[[float], bool], low: float, high: float) -> float:
    """About the largest number up to `high` for which something holds, which holds for `low` and fails from some on."""
    if holds(high):
        return high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low
