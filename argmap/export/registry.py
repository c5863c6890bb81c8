"""The formats a figure can be written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap, Problem


class Exported(NamedTuple):
    """A file's bytes, what they show in a few words (form, millimetres, size of text), and what they can't say.

    `problems` are of code I103, each with the id that it is about.
    """

    data: bytes
    told: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Format:
    """A file format: its name, what it holds, the `ending` of its files, and the module that writes it.

    Ending and module are the name's own where nothing else is said. What is `drawn` is a figure laid out in
    points, which can be fitted to a page and split; the module's `write` gets the figure, else the map and the
    options. A format that is `lossy` has a function `left_out(map)` beside it, which gives what it can't say; one that
    is `telling` has a function `told(map, data)`, which gives in words what to know of the bytes written, or "".
    """

    name: str
    about: str
    drawn: bool = True
    ending: str = ""
    module: str = ""
    lossy: bool = False
    telling: bool = False

    @property
    def suffix(self) -> str:
        """What its files' names end with, the dot included."""
        return f".{self.ending or self.name}"

    def write(self, map: ArgumentMap, options: ExportOptions, *, split: bool = False) -> list[Exported]:
        """The map in this format, in several figures where one doesn't fit and it may be `split`.

        Raises DiagramError where it can't be drawn.
        """
        module = import_module(self.module or f"argmap.export.{self.name}")
        if not self.drawn:
            if self.lossy:
                from argmap.export.unmarked import refuse_marks

                refuse_marks(options, self.name)
            data = module.write(map, options)
            told = module.told(map, data) if self.telling else _left_out(map) if self.name == "txt" else ""
            return [Exported(data, told, module.left_out(map) if self.lossy else ())]
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
            Format(
                "argdown",
                "Argdown, that `argmap import` brings back as it was",
                drawn=False,
                module="argmap.exchange.argdown.writing",
                lossy=True,
            ),
            Format(
                "aif",
                "AIF, the JSON of AIFdb, that `argmap import` brings back as it was",
                drawn=False,
                ending="aif.json",
                module="argmap.exchange.aif.writing",
                lossy=True,
            ),
            Format("mermaid", "a flowchart that hosting sites draw", drawn=False, ending="mmd", telling=True),
            Format(
                "report", "figure, standard form, scenarios, problems", drawn=False, ending="report.md", telling=True
            ),
            Format("graphml", "a graph of all tables and pointers", drawn=False),
            Format("csv", "a table of the statements", drawn=False, telling=True),
            Format("json", "the outline as nested JSON", drawn=False, module="argmap.export.nested_json"),
            Format(
                "html",
                "a page for the web: figure, passages, standard form, scenarios",
                drawn=False,
                module="argmap.export.page",
            ),
        )
    }
)
"""Every format by name."""


def format_of(name: str) -> Format | None:
    """The format that a file's name says, by the longest ending that fits."""
    fitting = [format for format in FORMATS.values() if name.lower().endswith(format.suffix)]
    return max(fitting, key=lambda format: len(format.suffix), default=None)


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
    from argmap.diagram.error import DiagramError

    if format not in FORMATS:
        raise DiagramError(f"there is no format {format!r}; the formats are {', '.join(FORMATS)}")
    if not FORMATS[format].drawn and next(map.sentences(), None) is None:
        raise DiagramError("the map has no statements yet: there is nothing to write")
    return FORMATS[format].write(map, options or ExportOptions(), split=split)
