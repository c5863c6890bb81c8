"""Writing figures: never over a map, and never over what isn't a regular file."""

import os
from pathlib import Path

from argmap.workspace.files import SUFFIX, WorkspaceError, is_there, replace_file, resolved, told


def check_figure_target(target: Path, source: Path) -> None:
    """Raise WorkspaceError where a figure of the map `source` can't go to `target`."""
    leads_to = resolved(target)
    if any(path.name.endswith(SUFFIX) for path in (target, leads_to)):
        raise WorkspaceError(f"{target} is a map; a figure goes to a file of its own, such as {_figure_name(source)}")
    if not is_there(leads_to):
        return
    with told(target, "can't be looked up"):
        if leads_to.is_dir():
            raise WorkspaceError(f"{target} is a folder; name a file in it")
        if not leads_to.is_file():
            raise WorkspaceError(f"{target} is not a regular file; name another for the figure")
        if source.exists() and os.path.samefile(leads_to, source):
            raise WorkspaceError(
                f"{target} is the map itself; a figure goes to a file of its own, such as {_figure_name(source)}"
            )


def save_figure(target: Path, data: bytes, source: Path) -> None:
    """Write a figure of the map `source`, through links; raises WorkspaceError."""
    check_figure_target(target, source)
    replace_file(resolved(target), data)


def numbered(target: Path, count: int) -> list[Path]:
    """The files of a figure in so many parts: NAME-1, NAME-2 and so on, beside the target."""
    return [target.with_name(f"{target.stem}-{number}{target.suffix}") for number in range(1, count + 1)]


def _figure_name(source: Path) -> str:
    return source.name.removesuffix(".toml").removesuffix(".argmap") + ".svg"
