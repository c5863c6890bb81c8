"""Figures of maps in one call."""

from typing import Any

from argmap.diagram.compose import Composition
from argmap.diagram.figure import Direction, Figure, Form, Layout
from argmap.model import ArgumentMap


def figure(
    map: ArgumentMap,
    form: Form = "tree",
    direction: Direction = "down",
    *,
    size: float = 9.0,
    wrap: float | None = None,
    **given: Any,
) -> Figure:
    """The figure of a map; what is `given` is the composition's."""
    return Composition(map, **given).figure(Layout(form, direction, size, wrap))
