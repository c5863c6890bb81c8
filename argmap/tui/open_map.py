"""One map under edit: its file, its history, and whether it may be saved. No screen."""

from dataclasses import dataclass
from pathlib import Path

from argmap.edit import History
from argmap.model import ArgumentMap, Problem
from argmap.workspace import EMPTY, from_template, is_there, open_map, save_map


@dataclass
class OpenMap:
    """A map with its path and history.

    `digest` is the file's as read or saved, None while there is no file; `read_only` says why the
    file can't be written; `reader_problems` are those of the file as it was read.
    """

    path: Path
    history: History
    digest: str | None = None
    read_only: str | None = None
    reader_problems: tuple[Problem, ...] = ()

    @classmethod
    def open(cls, path: Path) -> "OpenMap":
        """Read a map, or begin a new one where there is no file; raises WorkspaceError or ReadError."""
        if not is_there(path):
            return cls.new(path, "")
        opened = open_map(path)
        return cls(
            path,
            History(opened.map, opened.document),
            opened.digest,
            opened.read_only,
            tuple(opened.problems),
        )

    @classmethod
    def new(cls, path: Path, title: str, template: str = EMPTY) -> "OpenMap":
        """A map begun with a template, to be written to a path; raises WorkspaceError or ReadError."""
        return cls(path, History(*from_template(template, title)))

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.history.map

    @property
    def unsaved(self) -> bool:
        """Whether closing now would lose something."""
        return self.history.dirty

    def save(self, *, over: bool = False) -> None:
        """Write the file; `over` replaces whatever is there. Raises WorkspaceError, ChangedOnDisk."""
        expected = "" if over else self.digest
        self.digest = save_map(self.path, self.history.document, self.map, expected)
        self.history.mark_saved()

    def save_as(self, path: Path, *, over: bool = False) -> None:
        """Write to another file and go on with that one. Raises WorkspaceError, ChangedOnDisk."""
        digest = save_map(path, self.history.document, self.map, "" if over else None)
        self.path, self.digest, self.read_only = path, digest, None
        self.history.mark_saved()
