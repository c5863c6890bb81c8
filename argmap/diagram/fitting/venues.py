"""What journals and other places ask of a figure.

Sources: studies/diagrams.md, from the publishers' guides for authors; lengths and sizes of text in points.
"""

from math import inf
from typing import NamedTuple

from argmap.diagram.fitting.lengths import UNITS

_MM, _INCH = UNITS["mm"], UNITS["in"]


class Page(NamedTuple):
    """The room that a figure has: exactly `width` points, at most `height`, and text in one of `sizes`, best first.

    The last size is the smallest that any text may have, tags and notes included.
    """

    width: float
    height: float
    sizes: tuple[float, ...]

    @property
    def least(self) -> float:
        return min(self.sizes)


SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
"""The sizes of text where no venue says otherwise."""
_LARGER = (10.0, 9.5, 9.0, 8.5, 8.0)
_SLIDE = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)

TALLEST = 230 * _MM
"""The height of a figure that is given only a width: that of a printed page's text."""

VENUES = {
    "nature": Page(89 * _MM, 170 * _MM, (7.0, 6.5, 6.0, 5.5, 5.0)),
    "nature-wide": Page(183 * _MM, 170 * _MM, (7.0, 6.5, 6.0, 5.5, 5.0)),
    "ieee": Page(3.5 * _INCH, 8.8 * _INCH, (10.0, 9.5, 9.0)),
    "ieee-wide": Page(7.16 * _INCH, 8.8 * _INCH, (10.0, 9.5, 9.0)),
    "elsevier": Page(90 * _MM, 240 * _MM, SIZES),
    "elsevier-middle": Page(140 * _MM, 240 * _MM, SIZES),
    "elsevier-wide": Page(190 * _MM, 240 * _MM, SIZES),
    "springer": Page(84 * _MM, 234 * _MM, _LARGER),
    "springer-wide": Page(174 * _MM, 234 * _MM, _LARGER),
    "lncs": Page(122 * _MM, 193 * _MM, _LARGER),
    "plos": Page(132 * _MM, 222 * _MM, _LARGER),
    "plos-wide": Page(190.5 * _MM, 222 * _MM, _LARGER),
    "slide": Page(254 * _MM, 142.8 * _MM, _SLIDE),
    "a4": Page(170 * _MM, 257 * _MM, (10.0, *SIZES)),
}
"""By name; those ending in -wide span all columns of a page."""


def page(width: float | None, height: float | None) -> Page:
    """The page of a figure that is given a width, a height, or both, in points.

    With a width alone it may be as high as a printed page, or on larger paper as high as a sheet of that width.
    """
    most = height or max(TALLEST, (width or 0.0) * 2**0.5)
    return Page(width or inf, most, SIZES)
