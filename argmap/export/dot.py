"""DOT with positions: any Graphviz draws it as it is with `neato -n2`."""

from argmap.diagram.compose import figure
from argmap.diagram.draw import dot
from argmap.diagram.figure import Figure
from argmap.diagram.marks import NO_MARKS
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The map's figure as DOT, UTF-8."""
    return dot(laid_out(map, options)).encode()


def laid_out(map: ArgumentMap, options: ExportOptions) -> Figure:
    """The figure that the options ask for, measured and laid out."""
    return figure(
        map,
        options.form or "tree",
        options.direction,
        size=options.size,
        wrap=options.wrap,
        labels=options.labels,
        fonts=options.fonts,
        engine=options.engine,
        marks=options.marks or NO_MARKS,
    )
