"""`argmap check`: what is wrong with maps, and where."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.check import check, located
from argmap.cli.console import Failure, described, map_files, put, say, say_line
from argmap.format import ReadError
from argmap.model import Problem
from argmap.workspace.files import WorkspaceError, open_map
from argmap.workspace.sources import texts


class Format(StrEnum):
    """How problems are printed."""

    text = "text"
    json = "json"
    github = "github"


def run(
    paths: Annotated[list[Path], typer.Argument(readable=False, help="Maps, or folders with maps in them.")],
    fix: Annotated[
        bool, typer.Option("--fix", help="First mend what is safe to mend without asking, and say so.")
    ] = False,
    format: Annotated[Format, typer.Option("--format", help="text, json, or github annotations.")] = Format.text,
) -> int:
    """Check maps; exits with 1 when an error or a warning stands.

    `argmap explain CODE` tells what a code means. --fix deletes empty reasons and objections, takes unknown ids out
    of main, drops words such as “therefore” from statements, and mends anchors that can only be meant one way; all
    else is left to people.

    \b
    Examples:
      argmap check bridge.argmap.toml
      argmap check bridge.argmap.toml --fix
      argmap check maps/ --format json
    """
    if fix and format is not Format.text:
        raise Failure("--fix goes with --format text")
    files = map_files(paths)
    unsaved = [path for path in files if fix and not _fixed(path)]
    found = [(path, problem) for path in files for problem in _problems(path)]
    grave = sum(1 for _, problem in found if problem.severity != "hint")
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text([_as_json(path, problem) for path, problem in found], indent=2) + "\n").encode())
    elif format is Format.github:
        for path, problem in found:
            say_line(_annotation(path, problem))
    else:
        for path, problem in found:
            say_line(described(problem, str(path)))
        maps = "1 map" if len(files) == 1 else f"{len(files)} maps"
        hints = len(found) - grave
        say(
            f"{maps} checked: {grave} problem{'' if grave == 1 else 's'}"
            + (f", {hints} hint{'' if hints == 1 else 's'}" if hints else "")
        )
    return 2 if unsaved else 1 if grave else 0


def _fixed(path: Path) -> bool:
    """Mend what is safe in one map, if anything, and say so; False, and why, where it couldn't be saved.

    What has a comment isn't deleted. One that can't be read is told of when it is checked.
    """
    from argmap.check.fixes import mended
    from argmap.cli.source.parts import save

    try:
        opened = open_map(path)
    except (ReadError, WorkspaceError):
        return True
    try:
        commented = [block.id for block in opened.document.blocks if block.id is not None and "#" in block.text]
        edited, done = mended(opened.map, texts(path, opened.map), commented)
        if edited is not None:
            save(opened, edited)
            say_line(f"{path}: fixed: {'; '.join(done)}")
    except WorkspaceError as error:
        say_line(f"argmap: {error}", error=True)
        return False
    return True


def _problems(path: Path) -> Iterator[Problem]:
    try:
        opened = open_map(path)
    except ReadError as error:
        yield from error.problems
        return
    except WorkspaceError as error:
        yield Problem("F001", "error", str(error).removeprefix(f"{path} "))
        return
    yield from opened.problems
    yield from located(check(opened.map, texts(path, opened.map)), opened.document.lines_by_id())


def _as_json(path: Path, problem: Problem) -> dict[str, object]:
    return {
        "file": str(path),
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "id": problem.id,
        "message": problem.message,
        "advice": problem.advice,
    }


_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


def _annotation(path: Path, problem: Problem) -> str:
    """A workflow command as GitHub reads it; data is percent-escaped as it asks."""

    def escaped(text: str, more: str = "") -> str:
        for char in "%\r\n" + more:
            text = text.replace(char, f"%{ord(char):02X}")
        return text

    place = f"file={escaped(str(path), ':,')},line={problem.line or 1},col={problem.column or 1}"
    return f"::{_LEVELS[problem.severity]} {place},title={problem.code}::{escaped(problem.message)}"
