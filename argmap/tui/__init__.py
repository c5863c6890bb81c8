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
    from argmap.tui.open_map import OpenMap

    opened = OpenMap.open(path) if path is not None else None
    return ArgmapApp(opened, folder, settings).run(mouse=settings.mouse) or 0
