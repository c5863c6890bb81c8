"""`argmap new`: start a map."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, say_line
from argmap.edit import beside
from argmap.format import write
from argmap.workspace import ChangedOnDisk, map_path, new_map, save_map

NAME = "new"


def run(
    file: Annotated[
        str, typer.Argument(help="Where the map is to be; .argmap.toml is added unless it ends with .toml.")
    ],
    title: Annotated[str, typer.Option(help="The map's title.")] = "",
    conclusion: Annotated[str, typer.Option(help="The main conclusion, one sentence.")] = "",
) -> int:
    """Start a new map file.

    \b
    Examples:
      argmap new bridge
      argmap new bridge --title "A new bridge" --conclusion "The town should build a bridge."
    """
    path: Path = map_path(file)
    for name, text in (("title", title), ("conclusion", conclusion)):
        if not _is_text(text):
            raise Failure(f"the {name} holds bytes that are no UTF-8 text; type it anew")
    map, document = new_map(title)
    if conclusion.strip():
        map, _ = beside(map, None, conclusion)
        document = write(map)
    try:
        save_map(path, document, map, None)
    except ChangedOnDisk:
        raise ChangedOnDisk(f"{path} exists already; `argmap {path}` opens it") from None
    say_line(f"started {path}; `argmap {path}` opens it")
    return 0


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
