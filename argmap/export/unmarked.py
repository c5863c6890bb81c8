"""The standard form for a file of its own."""

from argmap.diagram.error import DiagramError
from argmap.export.options import ExportOptions
from argmap.export.standard import StandardForm, standard_form
from argmap.model import ArgumentMap


def standard_unmarked(map: ArgumentMap, options: ExportOptions) -> StandardForm:
    """A map's standard form; raises DiagramError for an empty map, and for marks, which it can't show."""
    if options.marks is not None:
        raise DiagramError("the standard form shows no scenario and no weight; take svg, pdf or txt for these")
    form = standard_form(map)
    if not form.groups:
        raise DiagramError("the map has no statements yet: there is nothing to write")
    return form
