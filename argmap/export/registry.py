"""The formats a figure can be written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap


class Exported(NamedTuple):
    """A file's bytes, and what they show, in a few words: form, size in millimetres, size of text."""

    data: bytes
    told: str = ""


@dataclass(frozen=True)
class Format:
    """A file format: its name, which is also its files' suffix and its module's, and what it holds.

    What is `drawn` is a figure laid out in points, which can be fitted to a page and split.
    """

    name: str
    about: str
    drawn: bool = True

    def write(self, map: ArgumentMap, options: ExportOptions, *, split: bool = False) -> list[Exported]:
        """The map in this format, in several figures where one doesn't fit and it may be `split`.

        Raises DiagramError where it can't be drawn.
        """
        module = import_module(f"argmap.export.{self.name}")
        if not self.drawn:
            return [Exported(module.write(map, options), _left_out(map) if self.name == "txt" else "")]
        from argmap.export.advice import told_figure
        from argmap.export.drawing import laid_out, parts

        figures = parts(map, options) if split else [laid_out(map, options)]
        left = f"; {loose}" if (loose := _left_out(map)) else ""
        return [Exported(module.write(figure, options), told_figure(figure) + left) for figure in figures]


def _left_out(map: ArgumentMap) -> str:
    """Which sentences a figure leaves out since they stand nowhere, in words; nothing where none are."""
    loose = [row.id for row in map.outline.tray if not row.depth]
    if not loose:
        return ""
    named = ", ".join(loose[:3]) + (f" and {len(loose) - 3} more" if len(loose) > 3 else "")
    return f"not in it, since {'it stands' if len(loose) == 1 else 'they stand'} nowhere: {named}"


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format.name: format
        for format in (
            Format("svg", "a drawing with live text"),
            Format("png", "an image"),
            Format("pdf", "a tagged page with live text, its fonts embedded"),
            Format("eps", "a PostScript drawing, its text outlined"),
            Format("dot", "Graphviz' language, with positions"),
            Format("txt", "the outline form in box characters", drawn=False),
            Format("md", "the standard form in Markdown", drawn=False),
            Format("tex", "the standard form in LaTeX", drawn=False),
            Format("typ", "the standard form in Typst", drawn=False),
        )
    }
)
"""Every format by name."""


def export(map: ArgumentMap, format: str, options: ExportOptions | None = None) -> bytes:
    """The map's figure in a format of FORMATS; same input, same bytes.

    Raises DiagramError, its message for people, for an unknown format and for whatever keeps the
    figure from being drawn.
    """
    return exported(map, format, options)[0].data


def exported(
    map: ArgumentMap, format: str, options: ExportOptions | None = None, *, split: bool = False
) -> list[Exported]:
    """The map in a format of FORMATS: one file, or where it doesn't fit its page and may be `split`, several.

    Raises DiagramError, its message for people, for an unknown format and for whatever keeps the
    figure from being drawn.
    """
    if format not in FORMATS:
        from argmap.diagram.error import DiagramError

        raise DiagramError(f"there is no format {format!r}; the formats are {', '.join(FORMATS)}")
    return FORMATS[format].write(map, options or ExportOptions(), split=split)
