"""`argmap log`: how a statement came to say what it says."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.console import Failure, put, say, say_wrapped
from argmap.cli.parts import entry_named
from argmap.cli.versions import SHALLOW, commit_data, history_of
from argmap.git.accounts import account
from argmap.git.differences import Changed, Difference, Renamed
from argmap.git.history import Version
from argmap.git.report import plain
from argmap.git.tracing import Change, trace


class Format(StrEnum):
    """How a history is printed."""

    text = "text"
    json = "json"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    part: Annotated[str, typer.Argument(metavar="ID", help="An id, also a former one, or a label (C2).")],
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """Tell how a statement, or any other entry, came to say what it says: from git's history, newest first.

    Texts are compared word by word: [-removed-]{+added+}. What bears on the entry counts, too: reasons and
    objections that come and go, and what stands in a reason. Renamings of ids and of the file are followed,
    and so are merged branches.

    \b
    Examples:
      argmap log bridge.argmap.toml C2
      argmap log bridge.argmap.toml ferry-full --format json
    """
    with history_of(file) as history:
        id = entry_named(history.newest.map, part) or part
        blocks: list[dict[str, Any]] = []
        first, found = True, False
        for told in trace(history, [id]):
            if format is Format.json:
                blocks.append(_data(told))
            else:
                _say(told, first)
            first = False
            found = found or isinstance(told, Change)
        if not found:
            where = "this shallow clone" if history.cut else "its history"
            advice = f"`argmap show {file}` shows the labels"
            raise Failure(f'neither {file} nor anything in {where} is called "{part}"; {advice}')
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text(blocks, indent=2) + "\n").encode())
    return 0


def _say(told: Change | Version, first: bool) -> None:
    if not first:
        say("")
    version = told.version if isinstance(told, Change) else told
    commit = version.commit
    say_wrapped(
        f"{commit.short} {commit.date[:10]} {commit.author}: {commit.subject}" if commit.hash else commit.subject
    )
    for line in account(told) if isinstance(told, Change) else [f"could not be read: {version.unread}"]:
        say_wrapped(line, "    ")
    if commit.cut:
        say_wrapped(SHALLOW, "    ")


def _data(told: Change | Version) -> dict[str, Any]:
    version = told.version if isinstance(told, Change) else told
    data: dict[str, Any] = {**commit_data(version.commit), "file": version.name}
    if isinstance(told, Version):
        return {**data, "unreadable": told.unread}
    lines = zip(told.differences, account(told), strict=True)
    return {**data, "id": told.id, "changes": [{**_change_data(change), "words": line} for change, line in lines]}


def _change_data(change: Difference) -> dict[str, Any]:
    sort = type(change).__name__.lower()
    if isinstance(change, Renamed):
        return {"change": sort, "id": change.new, "old": change.old, "new": change.new}
    data = {"change": sort, "id": change.id}
    if isinstance(change, Changed):
        data |= {"key": change.key, "old": plain(change.old), "new": plain(change.new)}
    return data
