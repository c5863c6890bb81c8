"""The figures that the options ask for, which every drawn format writes."""

from dataclasses import replace
from itertools import takewhile

from argmap.diagram.compose import Composition
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure, Layout
from argmap.diagram.fitting.split import continued
from argmap.diagram.themes import themed
from argmap.export.advice import advice, no_parts
from argmap.export.fitting import composition, divisions, page_of, search
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
        own = replace(options, form=form)
        marked = [
            drawing.of_part(part, marks)
            for part, marks in zip(found, continued(map, found, drawing.marks), strict=True)
        ]
        for size in page.sizes:
            at_size = page._replace(sizes=(size,))
            tried = (search(each, own, at_size).best() for each in marked)
            drawn = [figure for figure in takewhile(lambda figure: figure is not None, tried) if figure is not None]
            if len(drawn) == len(marked):
                return [_finished(*each, options) for each in zip(marked, drawn, strict=True)]
    raise DiagramError(no_parts(options, page))


def _finished(drawing: Composition, figure: Figure, options: ExportOptions) -> Figure:
    return themed(drawing.told(figure), options.theme)
