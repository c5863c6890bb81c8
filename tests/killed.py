"""`python -m tests.killed 500`: argmap killed at random, and what is left then (Linux).

Nine of ten kills hit a process that does nothing but keep and save its work; each tenth hits the app on
a pseudo-terminal while edits are typed. The promise, checked after every kill:

- the map's file is whole, and is the old one or the new one;
- file and recovery file together hold every edit whose keeping had returned; on the screen, every edit
  that was shown more than a second before;
- what is left is offered, and brings back all of that and nothing of an edit in progress.

Raises AssertionError where that does not hold, and prints the seed.
"""

import contextlib
import os
import random
import re
import signal
import struct
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from argmap import edit
from argmap.edit import History
from argmap.format import read, write
from argmap.workspace.files import open_map, replace_file, save_map
from argmap.workspace.presence import Presence, others
from argmap.workspace.recovery import Left, Recovery, left_behind
from tests.benchmarks.maps import bushy
from tests.benchmarks.processes import Terminal, python

_SURE = 1.0
_EDIT = re.compile(rb"Edit (\d+)\.")
_ROOT = b'argmap = 1\n\n[statement.root]\ntext = "The root."\n'


def main(kills: int, seed: int) -> None:
    """Kill so often, and print what was seen."""
    rng, seen = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = f"{name}/state"
        for number in range(1, kills + 1):
            folder = Path(name) / str(number)
            folder.mkdir()
            try:
                (kill_app if number % 10 == 0 else kill_saver)(folder, rng, seen)
            except BaseException:
                print(f"failed at kill {number} with seed {seed}", file=sys.stderr)
                raise
    for what, times in sorted(seen.items()):
        print(f"{times:6}  {what}")


def kill_saver(folder: Path, rng: random.Random, seen: Counter[str]) -> None:
    """Kill a process that edits, keeps, saves, and tells through a pipe what has returned."""
    path = folder / "map.argmap.toml"
    base = write(bushy(rng.choice([5, 100, 400]))).text
    contents = [base.replace("Statement number 0 says", f"Edit {number}. It says").encode() for number in range(2000)]
    path.write_bytes(contents[0])
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _save_on_and_on(path, writing)
        finally:
            os._exit(1)
    os.close(writing)
    told = os.read(reading, 8)
    time.sleep(rng.random() * 0.06)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 1 << 16):
        told += more
    os.close(reading)
    steps = list(struct.iter_unpack("=ii", told))
    kept = max(number for number, saved in steps if not saved)
    saved = max((number for number, saved in steps if saved), default=0)

    data = path.read_bytes()
    on_disk = _number(data)
    assert data == contents[on_disk]
    assert on_disk in (saved, saved + 1), (on_disk, saved)
    assert others(path) == []
    left = left_behind(path)
    assert all(isinstance(one, Left) for one in left)
    works = [_number(one.data) for one in left if isinstance(one, Left)]
    assert all(one.data == contents[_number(one.data)] for one in left if isinstance(one, Left))
    assert max(on_disk, *works, 0) >= kept, (on_disk, works, kept)
    seen["saver killed"] += 1
    seen["saver: the file was " + ("new already" if on_disk > saved else "the last one told")] += 1
    seen[f"saver: {len(left)} recovery file(s) left"] += 1
    _clear_up(path, seen)


def _save_on_and_on(path: Path, told: int) -> None:
    opened = open_map(path)
    history, known = History(opened.map, opened.document), opened.digest
    presence = Presence(path)
    recovery = Recovery(presence)
    for number in range(1, 2000):
        text = opened.map.entries["s0"].text.replace("Edit 0.", f"Edit {number}.")  # type: ignore[union-attr]
        history.apply(edit.reword(history.map, "s0", text))
        recovery.keep(history.document.encode(), known)
        os.write(told, struct.pack("=ii", number, 0))
        known = save_map(path, history.document, history.map, known)
        os.write(told, struct.pack("=ii", number, 1))
        recovery.drop()


def _clear_up(path: Path, seen: Counter[str]) -> None:
    """The next save takes away what a killed one left beside the map, once it is old."""
    temporary = [file for file in path.parent.iterdir() if file != path]
    assert len(temporary) <= 1, temporary
    seen[f"{len(temporary)} temporary file(s) left beside the map"] += 1
    for file in temporary:
        os.utime(file, (time.time() - 100, time.time() - 100))
    replace_file(path, path.read_bytes())
    assert list(path.parent.iterdir()) == [path]


def kill_app(folder: Path, rng: random.Random, seen: Counter[str]) -> None:
    """Kill the app while edits are typed and saved; then open the map again and recover."""
    path = folder / "map.argmap.toml"
    path.write_bytes(_ROOT)
    shown_at: list[float] = []
    with Terminal(python(), "-m", "argmap", str(path), own_folders=True) as terminal:
        terminal.until("The root.")
        for number in range(1, rng.randint(2, 7)):
            _type(terminal, b"a" + f"Edit {number}.".encode() + b"\r", b"takes it back", b" saved ")
            shown_at.append(time.monotonic())
            if rng.random() < 0.3:
                _type(terminal, b"\x13", *([b" saved "] if rng.random() < 0.5 else []))
        if rng.random() < 0.5:
            _type(terminal, b"b" + b"Edit 999. Half a sente"[: rng.randint(1, 22)])
        time.sleep(rng.choice([0.0, 0.02, 0.1, 0.4, 1.1]) * rng.uniform(0.9, 1.3))
        finished = len(shown_at)
        sure = sum(time.monotonic() - moment > _SURE for moment in shown_at)
        late = time.monotonic() - shown_at[-1]

    on_disk = _edits(path.read_bytes())
    left = [one for one in left_behind(path) if isinstance(one, Left) and one.standing != "saved"]
    assert len(left) <= 1
    best = _edits(left[0].data) if left else on_disk
    assert on_disk == list(range(1, len(on_disk) + 1))
    assert best == list(range(1, len(best) + 1))
    assert len(best) >= max(sure, len(on_disk)), (best, sure, on_disk)
    seen["app killed"] += 1
    when = next((limit for limit in (20, 50, 100, 200, 1000) if late * 1000 < limit), 10_000)
    lost = finished - len(best)
    seen[f"app: killed under {when:5} ms after its last edit was shown: {lost} edit(s) lost"] += 1
    seen["app: " + ("work to recover" if left else "all was saved")] += 1
    if left:
        with Terminal(python(), "-m", "argmap", str(path), own_folders=True) as terminal:
            terminal.until("left unsaved work")
            _type(terminal, b"r", b"recovered unsaved work")
            _type(terminal, b"\x13", b" saved ")
            assert _edits(path.read_bytes()) == best
            os.write(terminal.fd, b"q")
            with contextlib.suppress(OSError):
                terminal.until("no terminal any more", 20)
        assert left_behind(path) == []
    _clear_up(path, seen)


def _type(terminal: Terminal, keys: bytes, *shown: bytes) -> None:
    """Type, and wait until one of these is shown; a save under way may say its word over that of an edit."""
    terminal.seen = b""
    for key in keys:
        os.write(terminal.fd, bytes([key]))
    end = time.monotonic() + 20
    while shown and not any(text in terminal.seen for text in shown):
        terminal._read(0.002)
        assert time.monotonic() < end, (keys, terminal.seen[-3000:])


def _number(data: bytes) -> int:
    read(data)
    (found,) = _EDIT.findall(data)
    return int(found)


def _edits(data: bytes) -> list[int]:
    read(data)
    return sorted(int(found) for found in _EDIT.findall(data))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 30))
