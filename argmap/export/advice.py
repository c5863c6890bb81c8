"""What to tell people whose figure doesn't fit: what would."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.diagram.compose import Composition
from argmap.diagram.figure import Figure
from argmap.diagram.fitting.lengths import UNITS, told
from argmap.diagram.fitting.venues import VENUES, Page
from argmap.export.fitting import divisions, room, search
from argmap.export.options import ExportOptions

_WIDTHS = (40, 60, 89, 122, 140, 174, 183, 190.5, 257)
"""Widths of columns and pages in millimetres that are tried where a figure doesn't fit."""
_MORE_ROOM = "give it more room, or write `short` texts for the longest statements and take --short"


def advice(drawing: Composition, options: ExportOptions, page: Page) -> str:
    """What doesn't fit, and everything that would: another form, short texts, a wider page, parts."""
    fitting = list(_fitting(drawing, options, page))
    would = f"what would fit: {'; '.join(fitting)}" if fitting else _MORE_ROOM
    return f"{_misfit(options, page)}; {would}"


def no_parts(options: ExportOptions, page: Page) -> str:
    """That not even parts fit, and what to do."""
    return f"{_misfit(options, page)}, not even in parts; {_MORE_ROOM}"


def told_figure(figure: Figure) -> str:
    """What a figure is, in a few words: its form, the size of its text, its size."""
    return f"{_form(figure)}, {told(figure.width)} × {told(figure.height)}"


def _misfit(options: ExportOptions, page: Page) -> str:
    form = f"the {options.form} form doesn't fit" if options.form else "no form fits"
    return f"{form} {room(page)} with text of {page.least:g} pt or more"


def _fitting(drawing: Composition, options: ExportOptions, page: Page) -> Iterator[str]:
    free = replace(options, form=None, direction=None, wrap=None)
    other = search(drawing, free, page).best() if options != free else None
    if other is not None:
        yield _form(other)
    if drawing.legend and (found := search(replace(drawing, legend=False), options, page).best()) is not None:
        yield f"no --legend ({_form(found)})"
    if not drawing.short and any(sentence.short for _, sentence in drawing.map.sentences()):
        short = replace(drawing, short=True)
        tried = (options,) if other is not None else (options, free)
        found = next((fit for each in tried if (fit := search(short, each, page).best()) is not None), None)
        yield from [f"--short texts ({_form(found)})"] if found is not None else []
    for option, wider in _wider(options, page):
        if (found := search(drawing, options, wider).best()) is not None:
            yield f"{option} ({_form(found)})"
            break
    if drawing.least_area() * page.least**2 > page.width * page.height:
        # to count so many parts would take as long as to draw them
        yield "perhaps --split, into many part-figures"
    elif divided := divisions(drawing, options, page):
        form, parts = divided[0]
        yield f"--split into {len(parts)} part-figures ({form} form)"


def _wider(options: ExportOptions, page: Page) -> Iterator[tuple[str, Page]]:
    """Wider pages, with the option that asks for each: of a venue its own, else widths of usual columns and pages."""
    if options.venue is not None and options.width is None:
        own = options.venue.partition("-")[0]
        for name, other in VENUES.items():
            if name.startswith(f"{own}-") and other.width > page.width:
                yield f"--venue {name}", other
        return
    for width in (width for width in _WIDTHS if width * UNITS["mm"] > page.width):
        yield f"--width {width:g}mm", page._replace(width=width * UNITS["mm"])


def _form(figure: Figure) -> str:
    layout = figure.layout
    way = f" growing {layout.direction}" if layout.form == "tree" else ""
    return f"{layout.form} form{way}, text of {layout.size:g} pt"
