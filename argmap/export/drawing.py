"""The figure that the options ask for, which every drawn format writes."""

from argmap.diagram.compose import figure
from argmap.diagram.figure import Figure
from argmap.diagram.marks import NO_MARKS
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap


def laid_out(map: ArgumentMap, options: ExportOptions) -> Figure:
    """The figure that the options ask for, measured and laid out."""
    return figure(
        map,
        options.form or "tree",
        options.direction,
        size=options.size,
        wrap=options.wrap,
        labels=options.labels,
        font=options.font,
        fonts=options.fonts,
        engine=options.engine,
        marks=options.marks or NO_MARKS,
    )
