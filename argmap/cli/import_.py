"""`argmap import`: take in a map of another program."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.console import Failure, naming, place_and_message, put, say_line
from argmap.cli.given import given, shown
from argmap.exchange import READERS, read_foreign
from argmap.exchange.telling import losses, summary
from argmap.format import write
from argmap.workspace.files import ChangedOnDisk, save_map
from argmap.workspace.foreign import map_beside
from argmap.workspace.maps import map_path

if TYPE_CHECKING:
    from argmap.exchange import Imported
    from argmap.model import Problem


def run(
    file: Annotated[str, typer.Argument(help="The other program's file; - reads standard input.")],
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="MAP", help="Write the map there; - is standard output.")
    ] = None,
    format: Annotated[
        str | None, typer.Option(metavar="NAME", help=f"Read it as this, whatever it looks like: {', '.join(READERS)}.")
    ] = None,
    titles_as_texts: Annotated[
        bool,
        typer.Option("--titles-as-texts", help="Argdown: a title that has no text is its own text, as in a sketch."),
    ] = False,
    report: Annotated[
        bool, typer.Option("--report", help="List what could not be taken along as it was; without -o, only that.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take nothing unless all of it can be taken along.")] = False,
) -> int:
    """Take in another program's map: Argdown, AIF, Kialo and others.

    What a file holds says which format it is in. Without -o the map opens in the app, not yet saved; where there is no
    terminal it is printed. A map that exists is never replaced. Exits with 1 where --strict took nothing, and with 2
    where the file can't be read.

    \b
    Examples:
      argmap import bridge.argdown
      argmap import bridge.argdown -o bridge.argmap.toml
      argmap import sketch.argdown --titles-as-texts
      argmap import discussion.txt --report
      argmap import nodes.json --format aif -o bridge --strict
    """
    if format is not None and format not in READERS:
        raise Failure(f'there is no format "{format}" to be read; there are {", ".join(READERS)}')
    name = shown(file)
    content = given(file)
    with naming(Path(name)):
        imported = read_foreign(content, format, titles_as_texts=titles_as_texts)
    told, problems = f"{name}: {summary(imported)}", imported.problems
    listed = "--report lists it" if len(problems) == 1 else "--report lists them"
    if strict and problems:
        _list(problems, name, error=True)
        say_line(f"argmap: {name}: {losses(len(problems))}; nothing was written", error=True)
        return 1
    if report and output is None:
        _list(problems, name)
        say_line(told)
        say_line(losses(len(problems)) if problems else "everything could be taken along")
        return 0
    to_app = output is None and _has_terminal()
    if to_app:
        return _open(imported, file, told)
    printed = output is None or output == "-"
    if printed:
        put(write(imported.map).encode())
    else:
        _save(imported, map_path(output or ""))
    say_line(told, error=printed)
    if report:
        _list(problems, name, error=printed)
    if problems:
        say_line(f"{losses(len(problems))}{'' if report else f'; {listed}'}", error=printed)
    if not printed:
        path = map_path(output or "")
        say_line(f"wrote {path}; `argmap {path}` opens it")
    return 0


def _list(problems: "Iterable[Problem]", name: str, *, error: bool = False) -> None:
    for problem in problems:
        say_line(place_and_message(problem, name), error=error)


def _save(imported: "Imported", path: Path) -> None:
    try:
        save_map(path, write(imported.map), imported.map, None)
    except ChangedOnDisk:
        raise ChangedOnDisk(f"{path} exists already; name another file, nothing was written") from None


def _has_terminal() -> bool:
    from argmap.cli.edit import has_terminal

    return has_terminal()


def _open(imported: "Imported", file: str, told: str) -> int:
    from argmap.cli.edit import in_app
    from argmap.tui.open_map import OpenMap

    return in_app(OpenMap.imported(map_beside(Path(file)), imported, Path(file).name, told))
