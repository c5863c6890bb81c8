"""Comparing the map with a revision in git: marks at the rows, stepping from change to change, taking one back."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.edit import EditRefused
from argmap.format import ReadError, read
from argmap.git.differences import Added, Changed, Difference, Moved, Removed, Renamed, differences
from argmap.git.report import SIGNS, change_told
from argmap.git.repository import GitError, Repository
from argmap.model import ArgumentMap, RowKind
from argmap.tui.mishap import saying
from argmap.tui.screens.prompt import Prompt
from argmap.tui.visible import visible

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_WORDS = {Added: "added", Changed: "changed", Moved: "moved", Renamed: "renamed", Removed: "removed here"}


class Comparing:
    """Shows an edit screen's map beside an older version of it; edits made meanwhile are compared, too."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self.revision = ""
        self.changes: Sequence[Difference] = ()
        self.marks: dict[str, str] = {}
        self._old: ArgumentMap | None = None
        self._at: Difference | None = None
        self._announced_at: str | None = None

    @property
    def title(self) -> str:
        """What is compared, for the outline's title; nothing where nothing is."""
        return "" if self._old is None else f" since {visible(self.revision)} ({len(self.changes)})"

    def toggle(self) -> None:
        """Compare with the last commit; or, where something is compared already, no longer."""
        if self._old is None:
            self._begin("HEAD")
            return
        self._old, self._at, self.changes, self.revision = None, None, (), ""
        self._mark()
        self.screen.say("The map is compared no longer.")

    def ask(self) -> None:
        """Ask for a revision to compare with."""

        def attempt(revision: str) -> str | None:
            if not revision:
                return "Type a revision: a branch, a tag, a commit, HEAD~3."
            self._begin(revision)
            return None

        self.screen.app.push_screen(Prompt("Compare with which revision?", self.revision or "HEAD", attempt))

    def map_changed(self) -> None:
        """Compare anew, soon."""
        if self._old is not None:
            self._run(self._compare())

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) change, round the end if need be."""
        if self._old is None:
            self.screen.say(f"Nothing is compared: {self._key('compare')} compares with the last commit.")
            return
        if not self.changes:
            self.screen.say(f"Nothing has changed since {self.revision}.")
            return
        at = self.changes.index(self._at) + by if self._at in self.changes else 0 if by > 0 else -1
        self._at = self.changes[at % len(self.changes)]
        self._show(self._at)

    def take_back(self) -> None:
        """Take back the change that was stepped to, or else the first one at the cursor's row."""
        old, map, row = self._old, self.screen.opened.map, self.screen.pane.state.current
        if old is None:
            self.step(1)
            return
        id = row.id if row is not None else None
        here = [change for change in self.changes if id is not None and self._place(change) == id]
        announced = self._at in self.changes and id == self._announced_at
        change = self._at if announced else next(iter(here), None)
        if change is None:
            self.screen.say(f"Nothing has changed here; {self._key('next-change')} goes to the next change.")
            return
        from argmap.git.taking_back import taken_back

        following = self.changes[(self.changes.index(change) + 1) % len(self.changes)]
        try:
            edited = taken_back(old, map, change)
        except EditRefused as refusal:
            self.screen.say(f"That can't be taken back: {refusal}", grave=True)
            return
        self._at = following if following is not change else None
        self.screen.take(edited, self.screen.pane.state.view)

    def _begin(self, revision: str) -> None:
        self._run(self._read(revision))

    def _run(self, work: object) -> None:
        async def told() -> None:
            with saying(self.screen.app, self.screen.say_failure):
                await work  # type: ignore[misc]

        self.screen.run_worker(told(), group="compare", exclusive=True, exit_on_error=False)

    async def _read(self, revision: str) -> None:
        path = self.screen.opened.path

        def work() -> ArgumentMap:
            repository = Repository.of(path)
            return read(repository.read(revision, repository.name_of(path))).map

        try:
            self._old = await asyncio.to_thread(work)
        except GitError as error:
            self.screen.say(f"{error}.", grave=True)
        except ReadError as error:
            self.screen.say(f"The map in {revision} can't be read: {error.problems[0].message}.", grave=True)
        else:
            self.revision, self._at = revision, None
            await self._compare()
            self._tell()

    async def _compare(self) -> None:
        old, map = self._old, self.screen.opened.map
        if old is None:
            return
        changes = await asyncio.to_thread(differences, old, map)
        if old is self._old and map is self.screen.opened.map:
            self.changes = changes
            self._mark()

    def _tell(self) -> None:
        if not self.changes:
            self.screen.say(f"Nothing has changed since {self.revision}.")
            return
        count = "1 change" if len(self.changes) == 1 else f"{len(self.changes)} changes"
        self.screen.say(
            f"{count} since {self.revision}: {self._key('next-change')} goes to the next, "
            f"{self._key('take-back')} takes one back, {self._key('compare')} ends it."
        )

    def _key(self, id: str) -> str:
        return self.screen.keymap.shown(id)

    def _mark(self) -> None:
        marks: dict[str, dict[str, None]] = {}
        for change in self.changes:
            id = self._place(change)
            if id is not None:
                marks.setdefault(id, {})[f"{SIGNS[type(change)]} {_WORDS[type(change)]}"] = None
        self.marks = {id: "  ".join(words) for id, words in marks.items()}
        self.screen.following.mark_rows()
        self.screen.panes.title()

    def _place(self, change: Difference) -> str | None:
        """The entry at whose row a change is shown: of what was removed, the nearest that it stood under."""
        map = self.screen.opened.map
        if isinstance(change, Renamed):
            return change.new
        id = change.id
        if not isinstance(change, Removed) or self._old is None:
            return id
        from argmap.git.conflicts import parent

        above: str | None = id
        seen: set[str] = set()
        while above is not None and above not in map.entries and above in self._old.entries and above not in seen:
            seen.add(above)
            above = parent(self._old.entries[above])
        return above if above in map.entries else None

    def _show(self, change: Difference) -> None:
        assert self._old is not None
        id, map = self._place(change), self.screen.opened.map
        shown = (RowKind.SENTENCE, RowKind.INFERENCE)
        rows = self.screen.pane.state.rows
        at = next((at for at, row in enumerate(rows) if row.id == id and row.kind in shown), None)
        if at is not None:
            self.screen.pane.reveal(at)
        row = self.screen.pane.state.current
        self._announced_at = row.id if row is not None else None
        number = self.changes.index(change) + 1
        words = change_told(change, self._old, map)
        keys = f"{self._key('take-back')} takes it back, {self._key('next-change')} the next."
        self.screen.say(f"{number} of {len(self.changes)}: {SIGNS[type(change)]} {words}; {keys}")
