"""`argmap recover`: unsaved work that a crash left."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, put, say_line
from argmap.format import ReadError, read
from argmap.workspace.files import ChangedOnDisk, WorkspaceError, is_there, replace_file
from argmap.workspace.maps import map_path
from argmap.workspace.recovery import Left, Spoiled, discard, left_behind

_STANDING = {"saved": "it is saved", "newer": "the file is as it was", "changed": "the file has changed since"}


def run(
    file: Annotated[
        Path | None,
        typer.Argument(readable=False, help="The map, or a recovery file that the list names; without it, all maps."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="A new map file for the work. - is standard output.")
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Remove what was left of this map for good.")] = False,
) -> int:
    """List unsaved work that a crash left, write it out as a map, or drop it.

    The app offers it, too, when it opens the map. Of several, the newest is written.

    \b
    Examples:
      argmap recover
      argmap recover bridge.argmap.toml -o rescued.argmap.toml
      argmap recover bridge.argmap.toml --drop
    """
    if file is None and (output is not None or drop):
        raise Failure("name the map whose work is meant; `argmap recover` lists them")
    found = _found(file)
    if output is not None:
        _write(file, found, output)
    if drop:
        for left in found:
            discard(left)
            say_line(f"dropped {left.file}")
    elif output is None:
        for left in found:
            say_line(_described(left))
        if not found:
            say_line("no unsaved work was left" + (f" of {file}" if file is not None else ""))
    return 0


def _found(file: Path | None) -> list[Left | Spoiled]:
    if file is None:
        return left_behind()
    return left_behind(file) or [left for left in left_behind() if left.file == file.absolute()]


def _write(file: Path | None, found: list[Left | Spoiled], output: str) -> None:
    newest = next((left for left in found if isinstance(left, Left)), None)
    if newest is None:
        raise Failure(f"no unsaved work that can be read was left of {file}; `argmap recover` lists what there is")
    if output == "-":
        put(newest.data)
        return
    target = map_path(output)
    if is_there(target):
        raise ChangedOnDisk(f"{target} exists already; choose another name")
    replace_file(target, newest.data)
    say_line(f"wrote {target}; `argmap {target}` opens it, and what was left is kept")


def _described(left: Left | Spoiled) -> str:
    when = f"{left.time:%Y-%m-%d %H:%M}"
    if isinstance(left, Spoiled):
        return f"{when}: {left.wrong}"
    try:
        standing = _STANDING[left.standing] if is_there(left.path) else "there is no such file"
        read(left.data)
    except WorkspaceError as error:
        standing = str(error)
    except ReadError as error:
        standing = f"damaged: {error.problems[0].message}"
    running = "" if left.sure else f"; {left.owner} may still be running"
    return f"{left.path}  {when} ({standing}{running})  in {left.file}"
