"""`argmap edit`: open a map in the app."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, naming, opened
from argmap.workspace import is_there

NAME = "edit"


def run(
    file: Annotated[Path | None, typer.Argument(help="The map to open; one that isn't there yet is begun.")] = None,
) -> int:
    """Open a map in the app; `argmap FILE` does the same.

    Without a file the app lists the maps below the current folder and offers a new one.

    \b
    Examples:
      argmap edit bridge.argmap.toml
      argmap
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        if file is not None and is_there(file):
            opened(file)
        raise Failure("the app needs a terminal; `argmap show FILE` and the other commands work without one")
    from argmap.tui import run as run_app

    with naming(file or Path()):
        return run_app(file, Path.cwd())
