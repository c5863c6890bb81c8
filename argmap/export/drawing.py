"""The figures that the options ask for, which every drawn format writes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from argmap.diagram.compose import Composition
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure, Layout
from argmap.diagram.fitting.fit import tiers
from argmap.diagram.fitting.split import continued
from argmap.diagram.fitting.venues import Page
from argmap.diagram.parts import Part
from argmap.diagram.themes import themed
from argmap.export.advice import advice, no_parts
from argmap.export.fitting import composition, directions, divisions, page_of, search
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

_SIZE = 9.0


def laid_out(map: ArgumentMap, options: ExportOptions) -> Figure:
    """The figure that the options ask for, measured and laid out, in the colours of its theme.

    Raises DiagramError where it can't be drawn, and where it doesn't fit: its message says what would.
    """
    drawing, page = composition(map, options), page_of(options)
    if page is None:
        layout = Layout(options.form or "tree", options.direction or "down", options.size or _SIZE, options.wrap)
        return _finished(drawing, drawing.drawn(layout), options)
    found = search(drawing, options, page).best()
    if found is None:
        raise DiagramError(advice(drawing, options, page))
    return _finished(drawing, found, options)


def parts(map: ArgumentMap, options: ExportOptions) -> list[Figure]:
    """The figure that the options ask for, in as few numbered parts as fit, all in one form with text of one size.

    One figure where the whole fits. Raises DiagramError where no page is asked for, and where a single inference with
    its members doesn't fit.
    """
    drawing, page = composition(map, options), page_of(options)
    if page is None:
        raise DiagramError("a figure is split to fit a width; give --width or --venue, too")
    if (whole := search(drawing, options, page).best()) is not None:
        return [_finished(drawing, whole, options)]
    for form, found in divisions(drawing, options, page):
        if drawn := _in_parts(drawing, replace(options, form=form), page, found):
            return [_finished(part, figure, options) for part, figure in drawn]
    raise DiagramError(no_parts(options, page))


def _in_parts(
    drawing: Composition, options: ExportOptions, page: Page, found: Sequence[Part]
) -> list[tuple[Composition, Figure]]:
    """These parts with text of one size, growing in one direction where they can; none where they don't fit."""
    marked = [
        drawing.of_part(part, marks)
        for part, marks in zip(found, continued(drawing.map, found, drawing.marks), strict=True)
    ]
    for sizes, direction in product(tiers(page.sizes) if marked else (), directions(options)):
        own = replace(options, direction=direction)
        for size in sizes:
            searches = [search(part, own, page._replace(sizes=(size,))) for part in marked]
            if all(each.fits() for each in searches):
                drawn = (each.best() for each in searches)
                return [(part, figure) for part, figure in zip(marked, drawn, strict=True) if figure is not None]
    return []


def _finished(drawing: Composition, figure: Figure, options: ExportOptions) -> Figure:
    return themed(drawing.told(figure), options.theme)
