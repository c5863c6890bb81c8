"""The formats a figure can be written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.diagram.error import DiagramError
from argmap.export import dot, png, svg, txt
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap


@dataclass(frozen=True)
class Format:
    """A file format: its name, which is also its files' suffix, and what it holds."""

    name: str
    about: str
    write: Callable[[ArgumentMap, ExportOptions], bytes]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format.name: format
        for format in (
            Format("svg", "a drawing with live text", svg.write),
            Format("png", "an image", png.write),
            Format("dot", "Graphviz' language, with positions", dot.write),
            Format("txt", "the outline form in box characters", txt.write),
        )
    }
)
"""Every format by name."""


def export(map: ArgumentMap, format: str, options: ExportOptions | None = None) -> bytes:
    """The map's figure in a format of FORMATS; same input, same bytes.

    Raises DiagramError, its message for people, for an unknown format and for whatever keeps the
    figure from being drawn.
    """
    if format not in FORMATS:
        raise DiagramError(f"there is no format {format!r}; the formats are {', '.join(FORMATS)}")
    return FORMATS[format].write(map, options or ExportOptions())
