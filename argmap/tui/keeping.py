"""Unsaved work is kept for a crash, soon after each edit, and let go of when it is saved."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from argmap.edit import State
from argmap.tui.arriving import arrive
from argmap.tui.mishap import mishap
from argmap.workspace.files import WorkspaceError
from argmap.workspace.presence import Presence
from argmap.workspace.recovery import Recovery

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_SHORTEST_PAUSE = 0.02


class Keeping:
    """Keeps an edit screen's unsaved work in a recovery file, in a thread, and tells others that the map is open.

    Before each writing it pauses for as long as the last one took (seconds), so that a large map costs
    the keys little. What is kept goes when the work is saved or given up, and never by a crash.
    """

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self._presence: Presence | None = None
        self._recovery: Recovery | None = None
        self._turn = asyncio.Lock()
        self._pause = _SHORTEST_PAUSE
        self._due = False
        self._kept: State | None = None
        self._told = False

    def begin(self) -> None:
        """Begin to keep; then tell people of other runs with this map and of what ended ones left."""
        self._run(self._begin())

    def map_changed(self) -> None:
        """Keep the map as it is now, soon."""
        if not self._due:
            self._due = True
            self._run(self._soon())

    async def now(self) -> bool:
        """Keep the unsaved map as it is now, or drop what was kept where nothing is unsaved; whether that was done."""
        async with self._turn:
            self._due = False
            opened, recovery = self.screen.opened, self._recovery
            state, based = opened.history.present if opened.unsaved else None, opened.digest
            if recovery is None or state is self._kept:
                return recovery is not None
            begun = time.monotonic()
            done = await self._try(lambda: _put(recovery, state, based))
            self._kept = state if done else None
            self._pause = max(_SHORTEST_PAUSE, time.monotonic() - begun)
            return done

    async def moved(self) -> None:
        """Follow the map to the other file to which it has just been saved."""
        async with self._turn:
            self.end()
            await self._enter()
        await self.now()

    def end(self) -> None:
        """Keep nothing any more: people close the map."""
        if self._recovery is not None:
            self._recovery.close()
        self.leave()

    def leave(self) -> None:
        """Keep nothing more, but let what is kept stand: the map is closed, for whatever reason."""
        if self._presence is not None:
            self._presence.leave()
        self._presence = self._recovery = self._kept = None

    async def _begin(self) -> None:
        async with self._turn:
            await self._enter()
        await arrive(self.screen, self._presence)

    async def _soon(self) -> None:
        await asyncio.sleep(self._pause)
        await self.now()

    async def _enter(self) -> None:
        path = self.screen.opened.path

        def enter() -> None:
            self._presence = Presence(path)
            self._recovery = Recovery(self._presence)

        await self._try(enter)

    async def _try(self, work: Callable[[], None]) -> bool:
        """Work in a thread; a failure is told, once, and hinders nothing else."""
        try:
            await asyncio.to_thread(work)
        except Exception as error:
            if not self._told:
                self._told = True
                why = str(error) if isinstance(error, WorkspaceError) else mishap(error)
                self.screen.say(f"Unsaved work isn't kept for a crash: {why}. Save often.", grave=True)
            return False
        return True

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self.screen.run_worker(work, group="keep", exit_on_error=False)


def _put(recovery: Recovery, state: State | None, based: str | None) -> None:
    if state is None:
        recovery.drop()
    else:
        recovery.keep(state.document.encode(), based)
