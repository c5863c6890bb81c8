"""`argmap merge`: merge two versions of a map with the one both began from; git's merge driver, too."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.console import Failure, put, say_line
from argmap.workspace.files import is_there, read_bytes, replace_file, resolved
from argmap.workspace.maps import map_path

if TYPE_CHECKING:
    from argmap.git.file_merge import MergedFile

_SECONDS = 100
_MOST = 20


def run(
    base: Annotated[Path, typer.Argument(readable=False, help="The version both sides began from.")],
    ours: Annotated[Path, typer.Argument(readable=False, help="Our version.")],
    theirs: Annotated[Path, typer.Argument(readable=False, help="Their version.")],
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="A new file for the merged map; else it is printed.")
    ] = None,
    driver: Annotated[
        bool, typer.Option("--driver", help="As git's merge driver: the merged map replaces OURS, whatever it takes.")
    ] = False,
    path: Annotated[str, typer.Option(help="What the file is called in messages.")] = "",
    marker_size: Annotated[int, typer.Option(help="How many signs a conflict marker has.", min=7, max=1000)] = 7,
) -> int:
    """Merge two versions of a map: by statement and key, not by line.

    What one side changed is taken; what both changed differently stands between conflict markers. Exits with 1 where
    there are conflicts: `argmap FILE` opens such a file and asks about each of them, `argmap resolve` lists them.
    `argmap git-setup` has git do this by itself.

    \b
    Example:
      argmap merge base.argmap.toml mine.argmap.toml yours.argmap.toml -o merged.argmap.toml
    """
    from argmap.git.file_merge import merge_files
    from argmap.git.map_file import NotMerged
    from argmap.git.markers import Labels

    if driver:
        return _drive(base, ours, theirs, path or str(ours), marker_size)
    labels = Labels(str(base), str(ours), str(theirs))
    data = [read_bytes(each) for each in (base, ours, theirs)]
    try:
        merged = merge_files(data[0], data[1], data[2], labels=labels, marker_size=marker_size)
    except NotMerged as error:
        raise Failure(f"not merged: {error}") from None
    told = path
    if output is None:
        put(merged.data)
    else:
        target = map_path(output)
        told = str(target)
        if is_there(target):
            raise Failure(f"{target} exists already; choose another name")
        replace_file(target, merged.data)
        say_line(f"wrote {target}")
    _tell(told, merged)
    return 1 if merged.conflicts else 0


def _drive(base: Path, ours: Path, theirs: Path, path: str, marker_size: int) -> int:
    """Merge for git; 2, the file untouched, where that can't be done: git then merges it as text."""
    from argmap.git.file_merge import merge_files
    from argmap.git.map_file import NotMerged

    with _within(_SECONDS):
        data = [read_bytes(each) for each in (base, ours, theirs)]
        try:
            merged = merge_files(data[0], data[1], data[2], marker_size=marker_size)
        except NotMerged as error:
            raise Failure(f"{path} is merged as text: {error}") from None
        except Exception as error:  # whatever fails here, git must get both sides' words
            raise Failure(f"{path} is merged as text: merging by meaning failed ({error!r})") from None
        replace_file(resolved(ours), merged.data)
    _tell(path, merged)
    return 1 if merged.conflicts else 0


@contextlib.contextmanager
def _within(seconds: float) -> Iterator[None]:
    """End the process with status 124 where something takes longer: git then merges as text."""
    watchdog = threading.Timer(seconds, os._exit, [124])
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()


def _tell(path: str, merged: "MergedFile") -> None:
    told = merged.told()
    if not told:
        return
    count = "1 conflict" if len(told) == 1 else f"{len(told)} conflicts"
    how = f"`argmap {path}` opens it and asks about each" if path else "they stand between markers"
    say_line(f"argmap: {path or 'merged'}: {count}; {how}", error=True)
    for words in told[:_MOST]:
        say_line(f"  {words}", error=True)
    if len(told) > _MOST:
        say_line(f"  … and {len(told) - _MOST} more", error=True)
