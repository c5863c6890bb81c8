"""`argmap fmt`: settle the layout of map files."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import map_files, opened, print_problems, say_line
from argmap.format import ReadError
from argmap.format.fmt import settled
from argmap.workspace.files import WorkspaceError, save_map


def run(
    paths: Annotated[list[Path], typer.Argument(readable=False, help="Maps, or folders with maps in them.")],
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 where something would be.")
    ] = False,
) -> int:
    """Settle key order within tables, spacing, and blank lines between tables; nothing is re-sorted.

    Exits with 2 when a map could not be read or written; the others are settled all the same.

    \b
    Examples:
      argmap fmt maps/
      argmap fmt --check maps/
    """
    changed = failed = False
    for path in map_files(paths):
        try:
            changed |= _settle(path, check)
        except ReadError as error:
            print_problems(error)
            failed = True
        except WorkspaceError as error:
            say_line(f"argmap: {error}", error=True)
            failed = True
    if failed:
        return 2
    return 1 if check and changed else 0


def _settle(path: Path, check: bool) -> bool:
    """Settle a map, or (`check`) only tell that it isn't; whether it was not settled before."""
    current = opened(path)
    if current.newer:
        raise WorkspaceError(f"{path} was left as it is: {current.read_only}")
    document = settled(current.document)
    if document.encode() == current.document.encode():
        return False
    if check:
        say_line(f"{path} is not settled; `argmap fmt {path}` settles it")
    else:
        save_map(path, document, current.map, current.digest)
        say_line(f"settled {path}")
    return True
