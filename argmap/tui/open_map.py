"""One map under edit: its file, its history, and whether it may be saved. No screen."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.edit import Change, History, State
from argmap.format import CONFLICT, BlockDocument, ReadError, write
from argmap.model import ArgumentMap, Problem
from argmap.workspace.files import Opened, is_there, open_conflicted, open_map, save_map
from argmap.workspace.templates import EMPTY, from_template

if TYPE_CHECKING:
    from argmap.exchange import Imported
    from argmap.git.conflicted import Conflicted


@dataclass
class OpenMap:
    """A map with its path and history.

    `digest` is the file's as read or saved, None while there is no file; `read_only` says why the
    file can't be written; `reader_problems` are those of the file as it was read; `astray` says, in a
    few words, how the file on disk is no longer what was read or saved ("" where it is). `conflicted` is the
    file where a merge left conflicts in it; the map is then ours. `origin` says what another program's map was read
    from, and `reader_problems` then what came otherwise than it was.
    """

    path: Path
    history: History
    digest: str | None = None
    read_only: str | None = None
    reader_problems: tuple[Problem, ...] = ()
    astray: str = ""
    conflicted: "Conflicted | None" = None
    origin: str = ""
    _settling: State | None = None

    @classmethod
    def open(cls, path: Path) -> "OpenMap":
        """Read a map, or begin a new one where there is no file; raises WorkspaceError or ReadError.

        One in which a merge left conflicts is opened as it is by ours.
        """
        if not is_there(path):
            return cls.new(path, "")
        try:
            opened = open_map(path)
        except ReadError as error:
            found = cls._of_merge(path) if error.problems[0].code == CONFLICT else None
            if found is None:
                raise
            return found
        return cls(
            path,
            History(opened.map, opened.document),
            opened.digest,
            opened.read_only,
            tuple(opened.problems),
        )

    @classmethod
    def _of_merge(cls, path: Path) -> "OpenMap | None":
        opened = open_conflicted(path)
        if opened is None:
            return None
        ours = opened.conflicted.merge.files["ours"]
        return cls(
            path, History(ours.map, ours.document), opened.digest, opened.read_only, conflicted=opened.conflicted
        )

    @classmethod
    def new(cls, path: Path, title: str, template: str = EMPTY) -> "OpenMap":
        """A map begun with a template, to be written to a path; raises WorkspaceError or ReadError."""
        return cls(path, History(*from_template(template, title)))

    @classmethod
    def taken_in(cls, path: Path) -> "OpenMap":
        """The map in another program's file, to be written beside it.

        Raises WorkspaceError where the file can't be read, and ReadError with every fault in it.
        """
        from argmap.exchange import Content, read_foreign
        from argmap.exchange.telling import summary
        from argmap.workspace.foreign import check_size, map_beside, read_given

        data = read_given(path)
        check_size(data)
        imported = read_foreign(Content(data, path.name))
        return cls.imported(map_beside(path), imported, path.name, f"{path.name}: {summary(imported)}")

    @classmethod
    def imported(cls, path: Path, imported: "Imported", name: str, origin: str) -> "OpenMap":
        """A map taken from another program's file called `name`, to be written to a path, and unsaved until then."""
        history = History(imported.map, write(imported.map))
        history.rebase(*from_template(EMPTY, ""))
        problems = (_placed(problem, name) for problem in imported.problems)
        return cls(path, history, reader_problems=tuple(problems), origin=origin)

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.history.map

    @property
    def unsettled(self) -> bool:
        """Whether conflicts of a merge are still to be settled; undo brings them back."""
        return self.conflicted is not None and (self._settling is None or not self.history.reached(self._settling))

    @property
    def unsaved(self) -> bool:
        """Whether closing now would lose something."""
        return self.history.dirty or bool(self.astray) or self.unsettled

    @property
    def file(self) -> str:
        """The file's name, and what has become of it."""
        how = "merge conflict" if self.unsettled else self.astray
        return f"{self.path.name} ({how})" if how else self.path.name

    def settle(self, map: ArgumentMap, document: BlockDocument, change: Change, view: Any) -> Change:
        """Go on with a map in which the conflicts of the merge are settled."""
        self.history.adopt(map, document, change, view)
        self._settling = self.history.present
        return change

    def take(self, disk: Opened, map: ArgumentMap, document: BlockDocument, change: Change, view: Any) -> Change:
        """Go on with a map and document that hold what is on disk, or more; what was can be had by undo."""
        self.history.adopt(map, document, change, view)
        if map == disk.map:
            self.history.mark_saved()
        else:
            self.history.rebase(disk.map, disk.document)
        self.digest, self.read_only, self.reader_problems = disk.digest, disk.read_only, disk.problems
        self.astray = ""
        return change

    async def save(self, *, path: Path | None = None, over: bool = False) -> None:
        """Write the map as it is now, in a thread; what is edited meanwhile stays unsaved.

        To another `path` only where there is no file yet, and work goes on with that one; `over` replaces
        whatever is there. Raises WorkspaceError, ChangedOnDisk.
        """
        state, target = self.history.present, path or self.path
        expected = "" if over else self.digest if path is None else None
        digest = await asyncio.to_thread(lambda: save_map(target, state.document, state.map, expected))
        self.path, self.digest, self.astray = target, digest, ""
        if path is not None:
            self.read_only = self.conflicted = None
        self.history.mark_saved(state)


def _placed(problem: Problem, name: str) -> Problem:
    """A problem of another program's file that tells its place there."""
    place = ":".join(str(part) for part in (name, problem.line, problem.column) if part is not None)
    return replace(problem, message=f"{place}: {problem.message}", line=None, column=None)
