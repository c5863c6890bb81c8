"""Writing a figure from the app."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from argmap.model import ArgumentMap
from argmap.tui.drawing import Remarks
from argmap.workspace.figures import check_figure_target, save_figure
from argmap.workspace.files import WorkspaceError

FORMATS = ("svg", "png", "pdf", "eps", "dot", "txt")
FORMS: tuple["Form", ...] = ("tree", "outline", "numbered")
Form: TypeAlias = Literal["tree", "outline", "numbered"]


class Asked(NamedTuple):
    """Which figure is asked for, where it goes, and the map's file, which it must never replace."""

    format: str
    form: Form
    target: Path
    source: Path


class ExportFailed(Exception):
    """No figure was written; the message says why and what to do."""


def write_figure(map: ArgumentMap, asked: Asked, remarks: Remarks, given_up: Callable[[], bool]) -> str:
    """Draw a map with remarks and write the file, unless it is given up by then; returns what to tell people.

    Raises ExportFailed.
    """
    from argmap.diagram.error import DiagramError
    from argmap.export import ExportOptions, export

    form: Form = "outline" if asked.format == "txt" else asked.form
    try:
        check_figure_target(asked.target, asked.source)
        data = export(map, asked.format, ExportOptions(form=form, marks=remarks.marks(map)))
        if given_up():
            raise ExportFailed(f"{asked.target.name} was given up: nothing is written.")
        save_figure(asked.target, data, asked.source)
    except (DiagramError, WorkspaceError) as error:
        raise ExportFailed(str(error)) from None
    return f"wrote {asked.target}"
