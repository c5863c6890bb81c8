"""What formats that are no drawings refuse: marks, which they can't show, and maps that have nothing to write."""

from argmap.diagram.error import DiagramError
from argmap.export.options import ExportOptions
from argmap.export.standard import StandardForm, standard_form
from argmap.model import ArgumentMap


def standard_unmarked(map: ArgumentMap, options: ExportOptions) -> StandardForm:
    """A map's standard form; raises DiagramError for an empty map, and for marks, which it can't show."""
    refuse_marks(options, "the standard form")
    form = standard_form(map)
    if not form.groups:
        raise DiagramError("the map has no statements yet: there is nothing to write")
    return form


def refuse_marks(options: ExportOptions, what: str) -> None:
    """Raise DiagramError where there are marks, which `what` is written can't show."""
    if options.marks is not None:
        raise DiagramError(f"{what} shows no scenario and no weight; take svg, pdf or txt for these")


def refuse_empty(map: ArgumentMap) -> None:
    """Raise DiagramError for a map without statements and conditionals."""
    if next(map.sentences(), None) is None:
        raise DiagramError("the map has no statements yet: there is nothing to write")
