"""`argmap fmt`: settle the layout of map files."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import map_files, opened, say
from argmap.format.fmt import settled
from argmap.workspace import save_map

NAME = "fmt"


def run(
    paths: Annotated[list[Path], typer.Argument(help="Maps, or folders with maps in them.")],
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 where something would be.")
    ] = False,
) -> int:
    """Settle key order within tables, spacing, and blank lines between tables; nothing is re-sorted.

    \b
    Examples:
      argmap fmt maps/
      argmap fmt --check maps/
    """
    changed = 0
    for path in map_files(paths):
        current = opened(path)
        document = settled(current.document)
        if document.encode() == current.document.encode():
            continue
        changed += 1
        if check:
            say(f"{path} is not settled; `argmap fmt {path}` settles it")
        else:
            save_map(path, document, current.map, current.digest)
            say(f"settled {path}")
    return 1 if check and changed else 0
