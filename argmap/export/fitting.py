"""What the options say of the page that a figure is to fit, and the search for what fits it."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from argmap.diagram import styles
from argmap.diagram.compose import Composition
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Direction, Form
from argmap.diagram.fitting.fit import READABLE, WAYS, Search, Way
from argmap.diagram.fitting.lengths import told
from argmap.diagram.fitting.split import split, tentative
from argmap.diagram.fitting.venues import VENUES, Page
from argmap.diagram.fitting.venues import page as page_of_size
from argmap.diagram.marks import NO_MARKS
from argmap.diagram.parts import Part
from argmap.diagram.structure import forest
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

_FAR = 1.5
"""How many times as many parts as the fewest a form may take that shows more."""


def composition(map: ArgumentMap, options: ExportOptions) -> Composition:
    """The map as the options would have it drawn, but for its layout."""
    page = page_of(options)
    least = styles.SMALLEST if page is None or options.venue is None else page.least
    return Composition(
        map,
        options.marks or NO_MARKS,
        least=least,
        labels=options.labels,
        short=options.short,
        legend=options.legend,
        font=options.font,
        fonts=options.fonts,
        engine=options.engine,
    )


def page_of(options: ExportOptions) -> Page | None:
    """The page to fit; None where the figure is as large as it comes.

    Raises DiagramError for an unknown venue, and for text smaller than the venue takes.
    """
    if options.venue is None and options.width is None and options.height is None:
        return None
    if options.venue is not None and options.venue not in VENUES:
        raise DiagramError(f'there is no venue "{options.venue}"; there are {", ".join(VENUES)}')
    page = VENUES[options.venue] if options.venue is not None else page_of_size(options.width, options.height)
    if options.venue is not None and options.size is not None and options.size < page.least:
        raise DiagramError(
            f"{options.venue} takes no text under {page.least:g} pt, and {options.size:g} pt is asked for"
        )
    sizes = (options.size,) if options.size else page.sizes
    return Page(options.width or page.width, options.height or page.height, sizes)


def directions(options: ExportOptions) -> list[Direction | None]:
    """What parts in one form can be held to: each direction that the options allow by itself, then any."""
    return [*dict.fromkeys(direction for _, direction in _ways(options)), options.direction]


def _ways(options: ExportOptions) -> list[Way]:
    found = [way for way in WAYS if options.form in (None, way[0])]
    wanted = [way for way in found if way[1] == options.direction]
    return wanted or found


def search(drawing: Composition, options: ExportOptions, page: Page) -> Search:
    """The search for the layout of a drawing that the options allow and that fits the page."""
    area = drawing.least_area() if page.width < inf and page.height < inf else 0.0
    return Search(drawing.drawn, page, _ways(options), options.wrap, area)


def divisions(drawing: Composition, options: ExportOptions, page: Page) -> list[tuple[Form, list[Part]]]:
    """The ways to divide a drawing into parts that fit, each in one form, the best first.

    That is the form that shows most, unless another makes do with far fewer parts.
    """
    forms = dict.fromkeys(form for form, _ in _ways(options))
    found = [(form, _divided(drawing, replace(options, form=form), page)) for form in forms]
    divided = [(form, parts) for form, parts in found if parts is not None]
    fewest = min((len(parts) for _, parts in divided), default=0)
    return sorted(divided, key=lambda each: len(each[1]) > _FAR * fewest)


def _divided(drawing: Composition, options: ExportOptions, page: Page) -> list[Part] | None:
    """The parts that fit with the smallest text that is readable, or else that the page allows; None where none do."""
    for least in _smallest(page):
        tight = page._replace(sizes=(least,))

        def fits(part: Part, tight: Page = tight) -> bool:
            marked = drawing.of_part(part, tentative(drawing.map, part, drawing.marks))
            return search(marked, options, tight).fits()

        if (found := split(drawing.map, forest(drawing.map), fits)) is not None:
            return found
    return None


def _smallest(page: Page) -> Iterator[float]:
    readable = [size for size in page.sizes if size >= READABLE]
    yield from dict.fromkeys((*readable[-1:], page.least))


def room(page: Page) -> str:
    """A page's size, in words."""
    if page.height == inf:
        return told(page.width)
    return f"{told(page.width)} × {told(page.height)}" if page.width < inf else f"a height of {told(page.height)}"
