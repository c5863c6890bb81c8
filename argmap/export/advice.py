"""What to tell people whose figure doesn't fit: what would."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.diagram.compose import Composition
from argmap.diagram.figure import Figure
from argmap.diagram.fitting.lengths import UNITS, told
from argmap.diagram.fitting.venues import Page
from argmap.export.fitting import divided, forms, room, search
from argmap.export.options import ExportOptions

_WIDER = (89, 122, 140, 174, 183, 190.5, 257)
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
    if options != free and (found := search(drawing, free, page).best()) is not None:
        yield _form(found)
    if not drawing.short and any(sentence.short for _, sentence in drawing.map.sentences()):
        found = search(replace(drawing, short=True), options, page).best()
        found = found or search(replace(drawing, short=True), free, page).best()
        yield from [f"--short texts ({_form(found)})"] if found is not None else []
    for width in (width for width in _WIDER if width * UNITS["mm"] > page.width):
        if (found := search(drawing, options, page._replace(width=width * UNITS["mm"])).best()) is not None:
            yield f"--width {width:g}mm ({_form(found)})"
            break
    parts = (divided(drawing, replace(options, form=form), page) for form in forms(options))
    if counts := [len(each) for each in parts if each is not None]:
        yield f"--split into {min(counts)} part-figures"


def _form(figure: Figure) -> str:
    layout = figure.layout
    way = f" growing {layout.direction}" if layout.form == "tree" else ""
    return f"{layout.form} form{way}, text of {layout.size:g} pt"
