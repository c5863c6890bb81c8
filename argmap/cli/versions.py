"""A map file and its history in git, for the commands that tell it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from argmap.cli.console import naming
from argmap.format import read
from argmap.git.history import UNCOMMITTED, Commit, History, Version
from argmap.git.repository import Repository
from argmap.model import ArgumentMap
from argmap.workspace.files import is_there, read_bytes, resolved

SHALLOW = "a shallow clone knows nothing older: `git fetch --unshallow` gets the rest"


@contextlib.contextmanager
def history_of(file: Path, revision: str | None = None) -> Iterator[History]:
    """The history of a map file as it is on disk, or in a revision.

    A file that is gone from the disk has one, too. Raises GitError, ReadError or WorkspaceError.
    """
    path = resolved(file)
    repository = Repository.of(path)
    name = repository.name_of(path)
    disk = None
    if revision is None and is_there(path):
        data = read_bytes(file)
        with naming(file):
            disk = Version(UNCOMMITTED, name, data, read(data).map)
    elif revision is None:
        disk = Version(UNCOMMITTED, name, None, ArgumentMap())
    with History.of(repository, name, revision or "HEAD", disk) as history:
        yield history


def commit_data(commit: Commit) -> dict[str, object]:
    """A commit for other programs, null for what isn't committed yet; `shallow` where a shallow clone begins."""
    told = {"commit": commit.hash, "date": commit.date, "author": commit.author, "subject": commit.subject}
    return {**{name: value if commit.hash else None for name, value in told.items()}, "shallow": commit.cut}
