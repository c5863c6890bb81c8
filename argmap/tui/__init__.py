"""The terminal app. It alone imports textual."""

import contextlib
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.tui.open_map import OpenMap
    from argmap.tui.settings import Settings

__all__ = ["run"]


def run(first: "OpenMap | Path | None", folder: Path, settings: "Settings") -> int:
    """Edit a map, read already or to be read, or choose one below `folder`, with the settings in force.

    Returns the exit code. Raises WorkspaceError or ReadError where the map can't be opened.
    """
    from argmap.tui.app import ArgmapApp

    app = ArgmapApp(first, folder, settings)
    gc.enable()
    code = app.run(mouse=settings.mouse) or app.return_code or 0
    if app.failure is not None:
        raise app.failure
    if app.return_code:
        why = f"was ended ({app.ended_by.name})" if app.ended_by is not None else "failed"
        with contextlib.suppress(OSError):
            print(f"argmap {why}. Unsaved work is kept; `argmap recover` lists it.", file=sys.stderr)
    return code
