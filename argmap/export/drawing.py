"""The figures that the options ask for, which every drawn format writes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile
from math import inf

from argmap.diagram import styles
from argmap.diagram.compose import figure
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure, Layout
from argmap.diagram.fitting.fit import READABLE, WAYS, Search, Way
from argmap.diagram.fitting.lengths import UNITS
from argmap.diagram.fitting.lengths import told as length
from argmap.diagram.fitting.split import Part, continued, split, tentative
from argmap.diagram.fitting.venues import SIZES, VENUES, Page
from argmap.diagram.marks import NO_MARKS, Marks
from argmap.diagram.structure import forest
from argmap.diagram.themes import themed
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

_MORE_ROOM = "give it more room, or write `short` texts for the longest statements and take --short"
_WIDER = (89, 122, 140, 174, 183, 190.5, 257)
"""Widths of columns and pages in millimetres that are tried where a figure doesn't fit."""


def laid_out(map: ArgumentMap, options: ExportOptions) -> Figure:
    """The figure that the options ask for, measured and laid out.

    Raises DiagramError where it can't be drawn, and where it doesn't fit: its message says what would.
    """
    if (page := page_of(options)) is None:
        chosen = Layout(options.form or "tree", options.direction or "down", options.size or 9.0, options.wrap)
        return _drawer(map, options, styles.SMALLEST)(chosen)
    found = _search(map, options, page).best()
    if found is None:
        raise DiagramError(_advice(map, options, page))
    return found


def parts(map: ArgumentMap, options: ExportOptions) -> list[Figure]:
    """The figure that the options ask for, in as few numbered parts as fit, all in one form with text of one size.

    One figure where the whole fits. Raises DiagramError where no page is asked for, and where even a conclusion and
    its own premises don't fit.
    """
    page = page_of(options)
    if page is None:
        raise DiagramError("a figure is split to fit a width; give --width or --venue, too")
    if (whole := _search(map, options, page).best()) is not None:
        return [whole]
    for form in dict.fromkeys(form for form, _ in _ways(options)):
        own = replace(options, form=form)
        if (found := _split(map, own, page)) is not None:
            marks = continued(map, found, options.marks or NO_MARKS)
            for size in page.sizes:
                at_size = page._replace(sizes=(size,))
                searches = (_search(map, own, at_size, *each) for each in zip(found, marks, strict=True))
                drawn = list(takewhile(lambda figure: figure is not None, (search.best() for search in searches)))
                if len(drawn) == len(found):
                    return [figure for figure in drawn if figure is not None]
    raise DiagramError(f"{_misfit(options, page)}, not even in parts; {_MORE_ROOM}")


def told(figure: Figure) -> str:
    """What a figure is, in a few words: its form, its size, the size of its text."""
    return f"{_form(figure)}, {length(figure.width)} × {length(figure.height)}"


def page_of(options: ExportOptions) -> Page | None:
    """The page to fit; None where the figure is as large as it comes.

    Raises DiagramError for an unknown venue.
    """
    if options.venue is None and options.width is None and options.height is None:
        return None
    if options.venue is not None and options.venue not in VENUES:
        raise DiagramError(f'there is no venue "{options.venue}"; there are {", ".join(VENUES)}')
    page = VENUES[options.venue] if options.venue is not None else Page(inf, inf, SIZES)
    return Page(
        options.width or page.width, options.height or page.height, (options.size,) if options.size else page.sizes
    )


def _ways(options: ExportOptions) -> list[Way]:
    found = [way for way in WAYS if options.form in (None, way[0])]
    return [way for way in found if options.direction in (None, way[1]) or ("tree", options.direction) not in found]


def _search(
    map: ArgumentMap, options: ExportOptions, page: Page, part: Part | None = None, marks: Marks | None = None
) -> Search:
    least = min(page.least, styles.SMALLEST) if options.venue is None else page.least
    return Search(_drawer(map, options, least, part, marks), page, _ways(options), options.wrap)


def _drawer(
    map: ArgumentMap, options: ExportOptions, least: float, part: Part | None = None, marks: Marks | None = None
) -> Callable[[Layout], Figure]:
    def draw(layout: Layout) -> Figure:
        drawn = figure(
            map,
            layout.form,
            layout.direction,
            size=layout.size,
            wrap=layout.wrap,
            least=least,
            labels=options.labels or part is not None,
            short=options.short,
            legend=options.legend,
            font=options.font,
            fonts=options.fonts,
            engine=options.engine,
            marks=marks or options.marks or NO_MARKS,
            part=part,
        )
        return themed(drawn, options.theme)

    return draw


def _split(map: ArgumentMap, options: ExportOptions, page: Page) -> list[Part] | None:
    """The parts that fit with the smallest text that is readable, or else that the page allows."""
    readable = [size for size in page.sizes if size >= READABLE]
    for least in dict.fromkeys((*readable[-1:], page.least)):
        tight = page._replace(sizes=(least,))

        def fits(part: Part, tight: Page = tight) -> bool:
            said = tentative(map, part, options.marks or NO_MARKS)
            return _search(map, options, tight, part, said).best() is not None

        if (found := split(map, forest(map), fits)) is not None:
            return found
    return None


def _misfit(options: ExportOptions, page: Page) -> str:
    form = f"the {options.form} form doesn't fit" if options.form else "no form fits"
    return f"{form} {_room(page)} with text of {page.least:g} pt or more"


def _room(page: Page) -> str:
    if page.height == inf:
        return length(page.width)
    return f"{length(page.width)} × {length(page.height)}" if page.width < inf else f"a height of {length(page.height)}"


def _advice(map: ArgumentMap, options: ExportOptions, page: Page) -> str:
    """What doesn't fit, and everything that would."""
    fitting = list(_fitting(map, options, page))
    would = f"what would fit: {'; '.join(fitting)}" if fitting else _MORE_ROOM
    return f"{_misfit(options, page)}; {would}"


def _fitting(map: ArgumentMap, options: ExportOptions, page: Page) -> Iterator[str]:
    free = replace(options, form=None, direction=None, wrap=None)
    if (options.form or options.direction or options.wrap) and (found := _search(map, free, page).best()):
        yield _form(found)
    has_short = any(sentence.short for _, sentence in map.sentences())
    if has_short and not options.short and (found := _search(map, replace(free, short=True), page).best()):
        yield f"--short texts ({_form(found)})"
    wider = (page._replace(width=width * UNITS["mm"]) for width in _WIDER if width * UNITS["mm"] > page.width)
    for each in wider:
        if (found := _search(map, options, each).best()) is not None:
            yield f"--width {each.width / UNITS['mm']:g}mm ({_form(found)})"
            break
    forms = dict.fromkeys(form for form, _ in _ways(options))
    divided = (_split(map, replace(options, form=form), page) for form in forms)
    if (found_parts := next((each for each in divided if each is not None), None)) is not None:
        yield f"--split into {len(found_parts)} part-figures"


def _form(figure: Figure) -> str:
    layout = figure.layout
    way = f" growing {layout.direction}" if layout.form == "tree" else ""
    return f"{layout.form} form{way}, text of {layout.size:g} pt"
