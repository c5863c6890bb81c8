"""`python -m tests.walk 20000 [seed]`: random keys over every action, dialog and pane, in terminals of every size.

`python -m tests.walk --soak MINUTES [seed]` makes edits without end instead, and prints what memory they take.

While keys are pressed the terminal changes its size and others change or remove the file. After every few keys:

- nothing has failed: no exception, in the app or in its background work, and no error of argmap's own told;
- every map on disk reads, and what would be saved now reads back as the map;
- the outline shown is the one that this map has when it is read anew.

Nothing outside of a temporary folder is written, and no clipboard program is called. Raises Failed where that
does not hold; seed, step and the last keys are in it.
"""

import asyncio
import contextlib
import os
import random
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import Worker

import argmap.tui.app
from argmap import edit
from argmap.edit import EditRefused
from argmap.format import read, write
from argmap.model import ArgumentMap
from argmap.tui.actions import ACTIONS
from argmap.tui.mishap import mishap
from argmap.tui.open_map import OpenMap
from argmap.tui.screens.edit import EditScreen
from argmap.workspace.clipboard import ClipboardError
from argmap.workspace.files import resolved
from tests.random_maps import decorated, random_edit, random_map, sentence

SIZES = ((40, 10), (200, 60))
"""The smallest and the largest terminal, in cells."""

TEXTS = (
    "The ferry should run all night.",
    "[bold]no[/x] [link=a] {y} $x \\n [/]",
    "\x1b[31mred\x07 \x00\x7f\x9b1m",
    "e\u0301\u0323 👩‍👩‍👧 🇨🇿 \u202eevil\u202c \u200b",
    "旧市街を自家用車に対して閉鎖すべきだ",
    "long " * 300,
    "One.\n  because Two.\n    but Three.\r\nFour.\n\n",
    "a and not b",
    "\u2028\u2029\x85\r",
    "'''\"\"\"\\",
    "../../elsewhere",
    "other",
    "x" * 300,
)
_OTHER_KEYS = ("enter", "escape", "tab", "up", "down", "left", "right", "space", "y", "c", "d", "o", "r", "s", "m")
_CHECKED_EVERY = 25


class Failed(AssertionError):
    """A walk came upon something that must not be."""


class Walker:
    """One walk: the maps in a folder, the app on them, and what has been done to it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.rng = random.Random(seed)
        self.folder = folder
        self.step = 0
        self.last: deque[str] = deque(maxlen=80)
        self.faults: list[BaseException | str] = []
        self.path = self._new_map()

    async def walk(self, keys: int) -> None:
        """Press so many keys; when the app is left, it is started again."""
        while self.step < keys:
            app = argmap.tui.app.ArgmapApp(self._opened(), self.folder)
            self.last.append(f"<opened {self.path.name}>")
            left: list[object] = []
            app.exit = lambda *result, left=left, **_: left.append(result)  # type: ignore[method-assign]
            try:
                async with app.run_test(size=self._size()) as pilot:
                    while self.step < keys and not left:
                        await self._do(pilot)
                        if app._exception is not None:
                            raise app._exception
                        if self.faults or self.step % _CHECKED_EVERY == 0 or left:
                            await pilot.pause()
                            self._check(app)
            except Exception as error:
                raise Failed(self.told(repr(error))) from error
            self._check(app)

    def told(self, what: str) -> str:
        """What failed, and how to see it again."""
        return f"{what}\nseed {self.seed}, step {self.step}, last: {' '.join(self.last)}"

    def _opened(self) -> OpenMap | None:
        if self.rng.random() < 0.1:
            return None
        if self.rng.random() < 0.4:
            self.path = self._new_map()
        return OpenMap.open(self.path)

    def _new_map(self) -> Path:
        path = self.folder / f"map{self.rng.randrange(10)}.argmap.toml"
        map = random_map(self.rng, self.rng.choice([0, 1, 3, 12, 40])) if self.rng.random() < 0.9 else None
        if map is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(decorated(self.rng, write(map).text).encode())
        return path

    def _size(self) -> tuple[int, int]:
        (least, low), (most, high) = SIZES
        corner = self.rng.random()
        if corner < 0.15:
            return least, low
        return self.rng.randint(least, most), self.rng.randint(low, high)

    async def _do(self, pilot: Pilot[int]) -> None:
        rng, roll = self.rng, self.rng.random()
        self.step += 1
        if roll < 0.66:
            action = rng.choice(ACTIONS)
            if action.id in ("quit", "maps-quit") and rng.random() < 0.7:
                return
            await self._press(pilot, rng.choice(action.keys or ("escape",)))
        elif roll < 0.82:
            await self._press(pilot, rng.choice(_OTHER_KEYS))
        elif roll < 0.88:
            for character in rng.choice((*TEXTS, sentence(rng)))[: rng.randint(1, 6)]:
                if character.isprintable():
                    await self._press(pilot, character if character != " " else "space")
        elif roll < 0.92:
            text = rng.choice(TEXTS)
            self.last.append(f"<paste {text[:20]!r}>")
            pilot.app.post_message(Paste(text))
            await pilot.pause()
        elif roll < 0.95:
            width, height = pilot.app.size
            spot = rng.randrange(width), rng.randrange(height)
            times = rng.choice([1, 1, 2])
            self.last.append(f"<click {spot} {times}>")
            await pilot.click(offset=spot, times=times)
        elif roll < 0.97:
            size = self._size()
            self.last.append(f"<resize {size}>")
            await pilot.resize_terminal(*size)
        elif roll < 0.98:
            self._elsewhere(pilot)
        else:
            await self._palette(pilot)

    async def _press(self, pilot: Pilot[int], key: str) -> None:
        """Press a key; the next one mostly comes before all that this one set off has ended."""
        self.last.append(key)
        if self.rng.random() < 0.05:
            await pilot.press(key)
            return
        assert pilot.app._driver is not None
        name = _character_to_key(key) if len(key) == 1 else key
        event = Key(name, key if len(key) == 1 else " " if key == "space" else None)
        event.set_sender(pilot.app)
        pilot.app._driver.send_message(event)
        await asyncio.sleep(0.004)

    async def _palette(self, pilot: Pilot[int]) -> None:
        await self._press(pilot, "escape")
        await self._press(pilot, "ctrl+p")
        for character in self.rng.choice(ACTIONS).verb[:12]:
            await self._press(pilot, character if character != " " else "space")
        await pilot.pause(0.05)
        await self._press(pilot, self.rng.choice(["enter", "enter", "escape"]))

    def _elsewhere(self, pilot: Pilot[int]) -> None:
        """Somebody else changes the file, or takes it away."""
        path = next((s.opened.path for s in pilot.app.screen_stack if isinstance(s, EditScreen)), self.path)
        if not path.is_file():
            return
        if self.rng.random() < 0.15:
            self.last.append("<removed>")
            path.unlink()
            return
        self.last.append("<changed on disk>")
        map = read(path.read_bytes()).map
        with contextlib.suppress(EditRefused):
            map, _ = random_edit(self.rng, map)()
        path.write_bytes(decorated(self.rng, write(map).text).encode())
        for screen in pilot.app.screen_stack:
            if isinstance(screen, EditScreen):
                screen.disk.glance()

    def _check(self, app: "argmap.tui.app.ArgmapApp") -> None:
        if self.faults:
            raise Failed(self.told(f"failed in the background: {self.faults!r}")) from next(
                (f for f in self.faults if isinstance(f, BaseException)), None
            )
        for path in self.folder.rglob("*.toml"):
            read(path.read_bytes())
        for screen in app.screen_stack:
            if isinstance(screen, EditScreen) and screen.is_mounted:
                map = screen.opened.map
                again = read(screen.opened.history.document.encode()).map
                assert again == map, f"the file does not read back as the map: {_different(again, map)}"
                assert again.outline == map.outline, "the outline is not the map's"
                if not screen.pane.writing:
                    assert tuple(screen.pane.state.rows) == (*map.outline.rows, *map.outline.tray), "rows"


def _different(one: ArgumentMap, other: ArgumentMap) -> list[object]:
    ids = {**one.entries, **other.entries}
    pairs = [(id, one.entries.get(id), other.entries.get(id)) for id in ids]
    return [(one.title, other.title), *(pair for pair in pairs if pair[1] != pair[2])]


@contextlib.contextmanager
def enclosed(folder: Path, faults: list[BaseException | str], rng: random.Random) -> Iterator[None]:
    """No file outside of a folder is written, no clipboard program called, and what goes wrong is kept in `faults`."""
    inside, closed = str(resolved(folder)), [True]

    def guard(event: str, args: tuple[Any, ...]) -> None:
        if not closed[0]:
            return
        if event == "open":
            path, _, flags = args
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            targets = (path,) if writes and isinstance(path, str | bytes) else ()
        elif event in ("os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"):
            targets = tuple(a for a in args if isinstance(a, str | bytes))
        else:
            return
        for target in targets:
            path = os.path.realpath(os.fsdecode(target))
            if path != os.devnull and not path.startswith(inside):
                raise PermissionError(13, "outside of the walk", path)

    def failing(error: BaseException) -> str:
        faults.append(error)
        return mishap(error)

    async def run(worker: Any, app: Any) -> None:
        await plain(worker, app)
        if isinstance(worker.error, Exception):
            faults.append(worker.error)

    def paste() -> str:
        if rng.random() < 0.2:
            raise ClipboardError("nothing at hand")
        return rng.choice(TEXTS)

    plain = Worker._run
    with contextlib.ExitStack() as stack:
        for module in list(sys.modules.values()):
            if module.__name__.startswith("argmap.tui.") and getattr(module, "mishap", None) is mishap:
                stack.enter_context(_replaced(module, "mishap", failing))
        import argmap.tui.clipboard

        stack.enter_context(_replaced(argmap.tui.clipboard, "copy_text", lambda text: None))
        stack.enter_context(_replaced(argmap.tui.clipboard, "pasted_text", paste))
        stack.enter_context(_replaced(Worker, "_run", run))
        stack.enter_context(contextlib.chdir(folder))
        sys.addaudithook(guard)
        try:
            yield
        finally:
            closed[0] = False


@contextlib.contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


def walk(keys: int, seed: int, folder: Path) -> None:
    """Press so many random keys on maps in a folder; what the app remembers goes there too. Raises Failed."""
    _at_home(folder)
    maps = folder / "maps"
    maps.mkdir()
    walker = Walker(seed, maps)
    with enclosed(folder, walker.faults, random.Random(seed)):
        asyncio.run(walker.walk(keys))


def _at_home(folder: Path) -> None:
    for name in ("STATE", "CONFIG", "DATA", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())


async def soak(minutes: float, seed: int, folder: Path) -> None:
    """Edit, undo and save for so long, in a map that stays about as large; prints edits and memory."""
    _at_home(folder)
    rng, path = random.Random(seed), folder / "soak.argmap.toml"
    path.write_text(write(random_map(rng, 60)).text, encoding="utf-8")
    app = argmap.tui.app.ArgmapApp(OpenMap.open(path), folder)
    edits, began, told = 0, time.monotonic(), 0.0
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = next(s for s in app.screen_stack if isinstance(s, EditScreen))
        while (passed := time.monotonic() - began) < minutes * 60:
            map = screen.opened.map
            made = random_edit(rng, map)
            with contextlib.suppress(EditRefused):
                edited = made()
                if 30 < len(edited[0].entries) < 200 or len(map.entries) < len(edited[0].entries) < 200:
                    screen.take(edited, screen.pane.state.view)
                    edits += 1
                elif len(map.entries) >= 199:
                    screen.take(edit.delete(map, rng.choice(list(_places(map)))), screen.pane.state.view)
                    edits += 1
            if rng.random() < 0.1:
                await pilot.press(rng.choice(["ctrl+z", "ctrl+z", "ctrl+y", "ctrl+s", "down", "pagedown", "-", "+"]))
            await pilot.pause(0.03 if edits % 20 == 0 else 0)
            if passed >= told:
                told += 15
                kept = len(screen.opened.history._states)
                told_so = f"{edits:7} edits  {kept:6} states  {len(map.entries):4} entries"
                print(f"{passed:6.0f} s  {told_so}  {resident() / 2**20:7.1f} MiB", flush=True)


def _places(map: Any) -> Iterator[edit.Place]:
    return (edit.Place.of(row) for row in map.outline.rows)


def resident() -> int:
    """The memory that this process holds, in bytes (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main(arguments: list[str]) -> None:
    """Walk or soak, as asked."""
    soaking = arguments[:1] == ["--soak"]
    amount, *rest = arguments[1:] if soaking else arguments
    seed = int(rest[0]) if rest else random.SystemRandom().randrange(10**6)
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        if soaking:
            asyncio.run(soak(float(amount), seed, Path(name)))
        else:
            walk(int(amount), seed, Path(name))
            print(f"{amount} keys, nothing failed")


if __name__ == "__main__":
    main(sys.argv[1:])
