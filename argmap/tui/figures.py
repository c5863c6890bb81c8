"""Writing a figure from the app."""

from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from argmap.model import ArgumentMap
from argmap.workspace import WorkspaceError, replace_file

FORMATS = ("svg", "png", "dot", "txt")
FORMS: tuple["Form", ...] = ("tree", "outline")
Form: TypeAlias = Literal["tree", "outline"]


class Asked(NamedTuple):
    """Which figure is asked for, and where it goes."""

    format: str
    form: Form
    target: Path


class ExportFailed(Exception):
    """No figure was written; the message says why and what to do."""


def write_figure(map: ArgumentMap, asked: Asked) -> str:
    """Draw a map and write the file; returns what to tell people. Raises ExportFailed."""
    from argmap.diagram.error import DiagramError
    from argmap.export import ExportOptions, export

    form: Form = "outline" if asked.format == "txt" else asked.form
    try:
        data = export(map, asked.format, ExportOptions(form=form))
        replace_file(asked.target, data)
    except DiagramError as error:
        raise ExportFailed(str(error)) from None
    except WorkspaceError as error:
        raise ExportFailed(str(error)) from None
    return f"wrote {asked.target}"
