"""DOT with positions, which any Graphviz draws as it is."""

from argmap.diagram.draw import dot
from argmap.export.drawing import laid_out
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The map's figure as DOT, UTF-8."""
    return dot(laid_out(map, options)).encode()
