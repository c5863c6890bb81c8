"""Printing for people: text is data, so control characters are shown as visible signs."""

import contextlib
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from argmap.format import ReadError
from argmap.model import Problem
from argmap.model.visible import visible
from argmap.workspace.files import Opened, WorkspaceError, is_folder, open_map
from argmap.workspace.maps import find_maps


class Failure(Exception):
    """A command that can't do what was asked; the message tells people why and what to do."""


def say(text: str, *, error: bool = False) -> None:
    """Print text, its line feeds kept; characters the terminal can't write are escaped, never raised over."""
    printed = visible(text) + "\n"
    if not error:
        _write(_output(), printed)
    elif sys.stderr is not None:
        with contextlib.suppress(OSError):
            _write(sys.stderr, printed)


def say_line(text: str, *, error: bool = False) -> None:
    """Print text as exactly one line: line feeds in it are shown as signs."""
    say(one_line(text), error=error)


def say_wrapped(text: str, indent: str = "") -> None:
    """Print text as one line; on a terminal as lines that fit it, indented, all but the first a little more."""
    from argmap.tui.wrap import wrap

    columns, deeper = terminal_width(), f"{indent}  "
    lines = (one_line(text),) if columns is None else wrap(one_line(text), max(20, columns - len(deeper)))
    for at, line in enumerate(lines):
        say(f"{deeper if at else indent}{line}")


def terminal_width() -> int | None:
    """The columns of the terminal that is printed to; None where it is none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns


def put(data: bytes) -> None:
    """Write bytes for other programs to standard output."""
    stream = _output()
    stream.flush()
    stream.buffer.write(data)
    stream.flush()


def _output() -> TextIO:
    if sys.stdout is None:
        raise Failure("there is nowhere to print to: standard output is closed")
    return sys.stdout


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:
        stream.write(text.encode(stream.encoding or "ascii", "backslashreplace").decode(stream.encoding or "ascii"))


def one_line(text: str) -> str:
    """Text with line feeds and control characters as signs."""
    return visible(text).replace("\n", "␊")


@contextlib.contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let a map that can't be read name its file."""
    try:
        yield
    except ReadError as error:
        error.file = str(path)
        raise


def opened(path: Path) -> Opened:
    """Open a map for a command; one that can't be read names its file."""
    with naming(path):
        return open_map(path)


def described(problem: Problem, file: str) -> str:
    """A problem as one line: place, severity, code, sentence, advice."""
    place = ":".join(str(part) for part in (file, problem.line, problem.column) if part not in (None, ""))
    advice = f" ({problem.advice})" if problem.advice else ""
    return one_line(f"{place}: {problem.severity} {problem.code}: {problem.message}{advice}")


def place_and_message(problem: Problem, file: str) -> str:
    """A problem as one line: where it is (the place in the file, or the id that it is about), and its sentence."""
    if problem.line is None and problem.id is not None:
        return one_line(f"{problem.id}: {problem.message}")
    place = ":".join(str(part) for part in (file, problem.line, problem.column) if part not in (None, ""))
    return one_line(f"{place}: {problem.message}")


def print_problems(error: ReadError) -> None:
    """Print what kept a file from being read."""
    for problem in error.problems:
        say(described(problem, error.file), error=True)


def map_files(paths: Iterable[Path]) -> list[Path]:
    """The map files that paths name, folders searched; raises where there is none."""
    found: list[Path] = []
    for path in paths:
        if is_folder(path):
            below = find_maps(path)
            if not below:
                raise WorkspaceError(f"there is no map (*.argmap.toml) in {path}")
            found += below
        else:
            found.append(path)
    return list(dict.fromkeys(found))
