"""The file beneath an open map: noticing that somebody else changed it, and going on from there."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from argmap.edit import Change
from argmap.format import ReadError
from argmap.git.map_file import MapFile
from argmap.tui.mishap import saying
from argmap.workspace.files import WorkspaceError
from argmap.workspace.on_disk import UNSEEN, OnDisk, Stamp, look

if TYPE_CHECKING:
    from argmap.git.merge import Choice
    from argmap.tui.screens.edit import EditScreen
    from argmap.tui.screens.sides import Choices
    from argmap.tui.sides import Answer, Sides

_EVERY = 3.0


class Disk:
    """Looks at an edit screen's file: every few seconds, when the terminal gets the keys again, and when asked.

    Looking and comparing is done in threads; nothing is asked or changed while something is being written.
    """

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self._stamp: Stamp = UNSEEN

    def watch(self) -> None:
        """Begin to look."""
        self.screen.set_interval(_EVERY, self.glance)
        self.screen.watch(self.screen.app, "app_focus", self.glance, init=False)

    def glance(self) -> None:
        """Look whether the file is another; reload it if nothing here is unsaved, else say so. So for the source."""
        if self._idle:
            self._run(self._glance(), "glance")
            self.screen.reader.glance()

    def reload(self) -> None:
        """Take in what is on disk; changes on both sides are compared first."""
        self._run(self._take_in(), "ask")

    def settle(self, then: Callable[[], None]) -> None:
        """Ask how to save over a file that has changed; `then` is done once it is saved."""
        self._run(self._settle(then), "ask")

    def settle_conflicts(self, then: Callable[[], None] | None = None) -> None:
        """Ask about the conflicts that a merge left in the file; `then` is done once it is saved."""
        self._run(self._settle_conflicts(then), "ask")

    @property
    def _idle(self) -> bool:
        screen = self.screen
        return screen.is_active and not screen.writing and not screen.files.saving

    def _key(self, id: str) -> str:
        return self.screen.keymap.shown(id)

    def _run(self, work: Coroutine[Any, Any, None], group: str) -> None:
        async def told() -> None:
            with saying(self.screen.app, self.screen.say_failure):
                await work

        self.screen.run_worker(told(), group=f"disk-{group}", exclusive=True, exit_on_error=False)

    async def _look(self, known: Stamp) -> OnDisk | None:
        opened = self.screen.opened
        return await asyncio.to_thread(look, opened.path, known, opened.digest)

    async def _glance(self) -> None:
        opened = self.screen.opened
        before = opened.path, opened.digest
        found = await self._look(self._stamp if opened.history.dirty or not opened.astray else UNSEEN)
        if found is None or not self._idle or before != (opened.path, opened.digest):
            return
        if self._agreed(found):
            await self._reload(found)
        elif found.stamp != self._stamp or not opened.astray:
            self._tell(found)

    def _agreed(self, found: OnDisk) -> bool:
        """Whether there is another map on disk, and nothing here that it lacks."""
        opened = self.screen.opened
        return found.opened is not None and (not opened.history.dirty or found.opened.map == opened.map)

    def _tell(self, found: OnDisk) -> None:
        """Say what has become of the file, where the map here is to stay as it is."""
        opened, name = self.screen.opened, self.screen.opened.path.name
        self._stamp = found.stamp
        if found.gone:
            if opened.digest is not None:
                self._astray(
                    "not on disk",
                    f"{name} is gone from disk. The map is kept here; {self._key('save')} writes it anew.",
                )
        elif found.failed is not None:
            why = reason(found.failed)
            self._astray("broken on disk", f"{name} changed on disk and can't be read: {why}. The map stays.")
        elif found.opened is not None and found.opened.newer:
            self._astray("newer on disk", f"On disk, {found.opened.read_only}. Save what is here under another name.")
        elif found.opened is not None:
            both = f"{name} changed on disk, and here: {self._key('save')} shows both sides and merges them."
            self._astray("changed on disk", both)
        elif opened.astray:
            self._astray("", f"{name} is on disk again as it was read.")

    def _astray(self, how: str, message: str) -> None:
        self.screen.opened.astray = how
        self.screen.refresh_header()
        self.screen.say(message, grave=bool(how))

    async def _reload(self, found: OnDisk) -> None:
        from argmap.git.differences import differences, touched
        from argmap.git.told import counted

        opened, here, disk = self.screen.opened, self.screen.opened.map, found.opened
        assert disk is not None
        changes, ids = await asyncio.to_thread(lambda: (differences(here, disk.map), touched(here, disk.map)))
        if not self._idle or here is not opened.map or not self._agreed(found):
            return
        what = counted(changes) or ("only the title and the like" if changes else "only comments and layout")
        self._show(lambda view: opened.take(disk, disk.map, disk.document, Change("reload", ids, "the reload"), view))
        self._stamp = found.stamp
        locked = f" It is read-only: {disk.read_only}." if disk.read_only else ""
        self.screen.say(
            f"{opened.path.name} changed on disk; reloaded ({what}); {self._key('undo')} takes it back.{locked}"
        )

    async def _take_in(self) -> None:
        opened = self.screen.opened
        found = await self._look(UNSEEN)
        if found is None:
            return
        if self._agreed(found):
            await self._reload(found)
        elif found.opened is not None and not found.opened.newer:
            await self._compare(found, None)
        else:
            self._tell(found)
            if not opened.astray:
                there = (
                    "has not changed on disk"
                    if opened.digest is not None
                    else f"is not on disk yet; {self._key('save')} writes it"
                )
                self.screen.say(f"{opened.path.name} {there}.")

    async def _settle(self, then: Callable[[], None]) -> None:
        opened, files = self.screen.opened, self.screen.files
        found = await self._look(UNSEEN)
        if found is None:
            return
        if found.gone:
            files.choose(f"{opened.path} has been removed since it was read.", then, "write it anew", gone=True)
        elif found.failed is not None:
            files.choose(f"What is on disk can't be read: {reason(found.failed)}.", then, "overwrite what is on disk")
        elif found.opened is None:
            files.save(then)
        elif found.opened.newer:
            files.choose(f"{opened.path.name} can't be saved: {found.opened.read_only}.", then)
        else:
            await self._compare(found, then)

    async def _compare(self, found: OnDisk, then: Callable[[], None] | None) -> None:
        opened = self.screen.opened
        disk = found.opened
        assert disk is not None
        base, here = opened.history.saved, opened.history.present

        def compare() -> "Sides":
            from argmap.tui.sides import Sides

            before, mine = (MapFile(state.map, state.document) for state in (base, here))
            return Sides.of(before, mine, MapFile(disk.map, disk.document))

        sides = await asyncio.to_thread(compare)
        if here is opened.history.present and self.screen.is_active:
            self._ask(sides, lambda answer, choices: self._answer(sides, found, answer, choices, then))

    def _ask(self, sides: "Sides", answered: "Callable[[Answer, Choices], None]") -> None:
        from argmap.tui.screens.sides import SidesScreen
        from argmap.tui.sides import MERGING

        def chosen(answer: "tuple[Answer, Choices] | None") -> None:
            if answer is None and sides.telling is MERGING:
                self.screen.say(f"The conflicts stand; {self._key('save')} asks about them again.", grave=True)
            if answer is not None:
                with saying(self.screen.app, self.screen.say_failure):
                    answered(*answer)

        self.screen.app.push_screen(SidesScreen(self.screen.opened.path.name, sides), chosen)

    async def _settle_conflicts(self, then: Callable[[], None] | None) -> None:
        opened = self.screen.opened
        if opened.conflicted is None:
            return
        versions, here = opened.conflicted.merge.files, opened.history.present

        def compare() -> "Sides":
            from argmap.tui.sides import MERGING, Sides

            return Sides.of(versions["base"], MapFile(here.map, here.document), versions["theirs"], MERGING)

        sides = await asyncio.to_thread(compare)
        if here is opened.history.present and self.screen.is_active:
            self._ask(sides, lambda answer, choices: self._answer_conflicts(sides, answer, choices, then))

    def _answer_conflicts(
        self, sides: "Sides", answer: "Answer", choices: "Choices", then: Callable[[], None] | None
    ) -> None:
        from argmap.git.differences import touched

        side: Choice | None = {"o": "ours", "t": "theirs"}.get(answer)  # type: ignore[assignment]
        merged = sides.merged(sides.merge.all(side) if side is not None else choices)
        change = Change("merge", touched(self.screen.opened.map, merged.map), "settling the conflicts")
        self._show(lambda view: self.screen.opened.settle(merged.map, merged.document, change, view))
        save, undo = self._key("save"), self._key("undo")
        self.screen.say(f"All conflicts are settled; {save} saves it, {undo} brings them back.")
        if then is not None:
            self.screen.files.save(then)

    def _answer(
        self, sides: "Sides", found: OnDisk, answer: "Answer", choices: "Choices", then: Callable[[], None] | None
    ) -> None:
        files, name = self.screen.files, self.screen.opened.path.name
        done = then or _nothing
        if answer == "o":
            files.overwrite(done)
        elif answer == "a":
            files.save_as(done)
        elif answer == "t":
            assert found.opened is not None
            disk = MapFile(found.opened.map, found.opened.document)
            self._adopt(found, disk, "the other side's map")
            self.screen.say(f"{name} is here as it is on disk; {self._key('undo')} takes it back.")
            done()
        else:
            self._adopt(found, sides.merged(choices), "the merge")
            save, undo = self._key("save"), self._key("undo")
            self.screen.say(f"Both sides of {name} are merged here; {save} saves it, {undo} takes it back.")
            if then is not None:
                files.save(lambda: self._merged_and_saved(name, done))

    def _merged_and_saved(self, name: str, then: Callable[[], None]) -> None:
        self.screen.say(f"{name}: both sides are merged and saved; {self._key('undo')} takes the merge back.")
        then()

    def _adopt(self, found: OnDisk, version: MapFile, summary: str) -> None:
        opened, disk = self.screen.opened, found.opened
        assert disk is not None
        from argmap.git.differences import touched

        change = Change("merge", touched(opened.map, version.map), summary)
        self._show(lambda view: opened.take(disk, version.map, version.document, change, view))
        self._stamp = found.stamp

    def _show(self, take: Callable[[Any], Change]) -> None:
        """Take another map, and show it with cursor and folds as they were."""
        pane = self.screen.pane
        view = pane.state.view
        change = take(view)
        pane.show(self.screen.opened.map, change.touched, None, view)
        self.screen.changed()


def reason(error: WorkspaceError | ReadError) -> str:
    """Why a file can't be read, and where, on one line."""
    if isinstance(error, WorkspaceError):
        return str(error)
    first = error.problems[0]
    return f"line {first.line}: {first.message}" if first.line else first.message


def _nothing() -> None:
    return
