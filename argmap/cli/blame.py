"""`argmap blame`: which commit last changed each row of a map."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.cells import cell_len

from argmap.cli.console import Failure, one_line, put, say_line, terminal_width
from argmap.cli.parts import outlined
from argmap.cli.versions import SHALLOW, commit_data, history_of
from argmap.git.history import Commit, Version
from argmap.git.tracing import Change, trace
from argmap.model import ArgumentMap, Row, RowKind
from argmap.model.wording import sentence
from argmap.tui.wrap import clip, pad

_AUTHOR = 14


class Format(StrEnum):
    """How it is printed."""

    text = "text"
    json = "json"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    part: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only what stands at this id or label (C2), and below it.")
    ] = None,
    revision: Annotated[
        str | None, typer.Option("--revision", metavar="REV", help="The map in this commit, branch or tag of git.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """Tell which commit last changed each row of the outline: its own text, place and so on.

    Spacing, comments and other labels don't count; dots stand for what isn't committed yet.
    `argmap log` tells what was changed.

    \b
    Examples:
      argmap blame bridge.argmap.toml
      argmap blame bridge.argmap.toml C2
      argmap blame bridge.argmap.toml --revision HEAD~3
    """
    with history_of(file, revision) as history:
        map = _map(history.newest, file, revision)
        root = outlined(map, file, part) if part is not None else None
        rows = list(_once(map, root))
        told = list(trace(history, [row.id for row in rows], newest=True))
    commits = {change.asked: change.version.commit for change in told if isinstance(change, Change)}
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text([_data(map, row, commits[row.id]) for row in rows], indent=2) + "\n").encode())
    else:
        _print(map, rows, commits)
    for version in told:
        if isinstance(version, Version):
            commit = version.commit
            say_line(f"{commit.short} {commit.date[:10]} was passed over: {version.unread}", error=True)
    if any(commit.cut for commit in commits.values()):
        say_line(f"^ {SHALLOW}", error=True)
    return 0


def _map(version: Version, file: Path, revision: str | None) -> ArgumentMap:
    where = f"{file} in revision {revision}" if revision is not None else str(file)
    if version.unread:
        raise Failure(f"{where} could not be read: {version.unread}")
    if version.data is None:
        raise Failure(f"{where} is not there any more; --revision names a commit that has it, such as HEAD~1")
    return version.map


def _once(map: ArgumentMap, root: str | None) -> Iterator[Row]:
    """The rows with every entry once: where it is unfolded, or first mentioned if it is a proposition."""
    from argmap.export.outline_text import rows_below

    rows = (*map.outline.rows, *map.outline.tray) if root is None else rows_below(map, root)
    shown: set[str] = set()
    for row in rows:
        unfolded = row.kind in (RowKind.SENTENCE, RowKind.INFERENCE)
        if row.id not in shown and (unfolded or map.outline.roles.get(row.id) == "proposition"):
            shown.add(row.id)
            yield row


def _print(map: ArgumentMap, rows: Sequence[Row], commits: Mapping[str, Commit]) -> None:
    """Print the rows behind their commits, cut at a terminal's width."""
    from argmap.export.outline_text import indent

    credits = [_credit(commits[row.id]) for row in rows]
    widest = max((cell_len(credit) for credit in credits), default=0)
    terminal = terminal_width()
    for row, credit in zip(rows, credits, strict=True):
        line = f"{pad(credit, widest)} {indent(row.depth - rows[0].depth)}{one_line(_words(map, row))}"
        say_line(line if terminal is None else clip(line, terminal))


def _credit(commit: Commit) -> str:
    if not commit.hash:
        return "....... not committed yet"
    return f"{'^' if commit.cut else ''}{commit.short} {commit.date[:10]} {clip(one_line(commit.author), _AUTHOR)}"


def _words(map: ArgumentMap, row: Row) -> str:
    from argmap.export.outline_text import row_text

    if row.kind is RowKind.MENTION:
        return f"{map.outline.label(row.id)} {sentence(map, row.id)}"
    return row_text(map, row)


def _data(map: ArgumentMap, row: Row, commit: Commit) -> dict[str, object]:
    return {
        **commit_data(commit),
        "id": row.id,
        "kind": map.entries[row.id].kind,
        "label": map.outline.label(row.id),
        "sentence": None if map.inference(row.id) else sentence(map, row.id),
    }
