"""DOT with positions, which any Graphviz draws as it is."""

from argmap.diagram.draw import dot
from argmap.diagram.figure import Figure
from argmap.export.options import ExportOptions


def write(figure: Figure, options: ExportOptions) -> bytes:
    """The figure as DOT, UTF-8."""
    return dot(figure).encode()
