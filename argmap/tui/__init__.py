"""The terminal app. It alone imports textual."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.tui.settings import Settings

__all__ = ["run"]


def run(path: Path | None, folder: Path, settings: "Settings") -> int:
    """Edit the map at `path`, or choose one below `folder`, with the settings in force; returns the exit code.

    Raises WorkspaceError or ReadError where the map can't be opened.
    """
    from argmap.tui.app import ArgmapApp

    app = ArgmapApp(path, folder, settings)
    code = app.run(mouse=settings.mouse) or 0
    if app.failure is not None:
        raise app.failure
    return code
