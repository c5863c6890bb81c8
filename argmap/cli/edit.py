"""`argmap edit`: open a map in the app."""

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.console import Failure, naming, opened, print_problems, say_line
from argmap.format import ReadError
from argmap.workspace.config import PRESETS, THEMES, load_config
from argmap.workspace.files import SUFFIX, is_there, told
from argmap.workspace.folders import state_folder
from argmap.workspace.foreign import NO_ADDRESS, is_address
from argmap.workspace.maps import map_path
from argmap.workspace.recovery import left_behind

if TYPE_CHECKING:
    from argmap.tui.open_map import OpenMap

_NO_CURSOR = ("dumb", "unknown")


def run(
    file: Annotated[
        Path | None, typer.Argument(readable=False, help="The map to open; one that isn't there yet is begun.")
    ] = None,
    theme: Annotated[str | None, typer.Option(metavar="NAME", help=f"Colours: {', '.join(THEMES)}.")] = None,
    keymap: Annotated[str | None, typer.Option(metavar="NAME", help=f"Keys: {', '.join(PRESETS)}.")] = None,
    ascii: Annotated[bool | None, typer.Option("--ascii/--no-ascii", help="Marks and frames in ASCII.")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Write what happens to a log file.")] = False,
) -> int:
    """Open a map in the app; `argmap FILE` does the same.

    Without a file the app lists the maps below the current folder and offers a new one. What the options
    leave open is taken from the configuration; `argmap config` shows it.

    \b
    Examples:
      argmap edit bridge.argmap.toml
      argmap
      argmap --theme light bridge.argmap.toml
    """
    for name, value, allowed in (("theme", theme, THEMES), ("keymap", keymap, PRESETS)):
        if value is not None and value not in allowed:
            raise Failure(f"there is no {name} {value}; take {', '.join(allowed[:-1])} or {allowed[-1]}")
    file = file and _meant(file)
    if not has_terminal():
        if file is not None and is_there(file):
            opened(file)
        raise Failure("the app needs a terminal; `argmap show FILE` and the other commands work without one")
    if debug:
        _log_to(state_folder() / "debug.log")
    try:
        with naming(file or Path()):
            return in_app(file, theme, keymap, ascii)
    except ReadError as error:
        if file is None or not left_behind(file):
            raise
        print_problems(error)
        say_line(f"argmap: unsaved work on {file} is kept; `argmap recover {file}` tells of it", error=True)
        return 2


def _meant(file: Path) -> Path:
    """The map that a name stands for: with no ending, NAME.argmap.toml where there is no file of that name.

    Raises Failure for the name of another program's file or a web address, where no map is to be begun.
    """
    if is_there(file) or file.name.endswith(".toml"):
        return file
    if is_address(file):
        raise Failure(NO_ADDRESS)
    if file.suffix:
        raise Failure(f"{file} does not exist; the name of a new map ends in {SUFFIX}")
    return map_path(str(file))


def has_terminal() -> bool:
    """Whether there is a terminal for the app to run in."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def in_app(
    first: "OpenMap | Path | None", theme: str | None = None, keymap: str | None = None, ascii: bool | None = None
) -> int:
    """Run the app with a map, read already or to be read, or else with the list of maps; returns the exit code.

    Raises Failure where the terminal is none that the app can use, and WorkspaceError or ReadError where the map
    can't be opened.
    """
    if os.environ.get("TERM") in _NO_CURSOR:
        raise Failure(
            f"this terminal says that it can't move its cursor (TERM={os.environ['TERM']}); set TERM to what it is, "
            "such as xterm-256color, or use `argmap show FILE` and the other commands"
        )
    from argmap.tui import run as run_app
    from argmap.tui.settings import Flags, settled

    return run_app(first, Path.cwd(), settled(load_config(), Flags(theme, keymap, ascii)))


def _log_to(path: Path) -> None:
    """Log everything to a file from now on; raises WorkspaceError."""
    with told(path, "can't be written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        told_so = "%(asctime)s %(name)s %(levelname)s %(message)s"
        logging.basicConfig(filename=path, encoding="utf-8", level=logging.DEBUG, format=told_so)
