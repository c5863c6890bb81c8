"""The formats a figure can be written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap


@dataclass(frozen=True)
class Format:
    """A file format: its name, which is also its files' suffix and its module's, and what it holds."""

    name: str
    about: str

    def write(self, map: ArgumentMap, options: ExportOptions) -> bytes:
        """The map's figure in this format; raises DiagramError where it can't be drawn."""
        written: bytes = import_module(f"argmap.export.{self.name}").write(map, options)
        return written


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format.name: format
        for format in (
            Format("svg", "a drawing with live text"),
            Format("png", "an image"),
            Format("dot", "Graphviz' language, with positions"),
            Format("txt", "the outline form in box characters"),
            Format("md", "the standard form in Markdown"),
            Format("tex", "the standard form in LaTeX"),
            Format("typ", "the standard form in Typst"),
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
        from argmap.diagram.error import DiagramError

        raise DiagramError(f"there is no format {format!r}; the formats are {', '.join(FORMATS)}")
    return FORMATS[format].write(map, options or ExportOptions())
