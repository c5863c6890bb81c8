"""`python -m tests.benchmarks`: the budgets that exist so far, as CPU time and ratios."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from argmap import edit
from argmap.edit import History, Place
from argmap.export.txt import render
from argmap.format import read, write
from argmap.workspace import open_map, save_map
from tests.benchmarks.maps import bushy
from tests.benchmarks.processes import Terminal, python, whole_process

RUNS = 5
EMPTY_APP = (
    "from textual.app import App\nclass Empty(App):\n    TITLE = 'bare'\n"
    "    def compose(self):\n        from textual.widgets import Header\n        yield Header()\nEmpty().run()\n"
)


def cpu(run: Callable[[], object], runs: int = RUNS) -> float:
    """The median CPU time of a call in this process, in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def line(what: str, seconds: float, budget: float | None = None, remark: str = "") -> None:
    ratio = f"{seconds / budget:5.2f} of {budget * 1000:7.0f} ms" if budget else " " * 19
    print(f"{what:<52} {seconds * 1000:9.1f} ms   {ratio}  {remark}", flush=True)


def commands(folder: Path) -> None:
    """Whole processes, started cold."""
    files = {}
    for size in (100, 1_000, 10_000):
        files[size] = folder / f"{size}.argmap.toml"
        files[size].write_bytes(write(bushy(size)).encode())
    bare = statistics.median(whole_process(python(), "-c", "pass").cpu for _ in range(RUNS))
    line("python that does nothing", bare)

    def run(*arguments: str, runs: int = RUNS) -> tuple[float, float]:
        costs = [whole_process(python(), "-m", "argmap", *arguments) for _ in range(runs)]
        return statistics.median(c.cpu for c in costs), max(c.memory for c in costs)

    line("argmap --version", run("--version")[0], remark=f"{run('--version')[0] / bare:.1f}x bare python")
    line("argmap check, 100 statements", run("check", str(files[100]))[0], 0.3)
    for size, budget in ((1_000, 0.8), (10_000, 4.0)):
        seconds, memory = run("export", str(files[size]), "-o", str(folder / "x.svg"), runs=3)
        line(f"argmap export svg, {size:,} statements", seconds, budget, f"{memory:.0f} MB")


def files(folder: Path) -> None:
    """Reading and saving in a process that runs already."""
    path = folder / "10000.argmap.toml"
    data = path.read_bytes()
    line("read 10,000 statements", cpu(lambda: read(data)), 0.5)
    opened = open_map(path)

    def saved() -> None:
        history = History(opened.map, opened.document)
        history.apply(edit.reword(history.map, "s5000", "Another sentence."))
        save_map(path, history.document, history.map, "")

    line("edit and save 10,000 statements (re-read included)", cpu(saved, 3), 1.0)


def edits() -> None:
    """Edits and what the app derives from them, without any screen."""
    map = bushy(10_000)
    map.outline  # noqa: B018
    place = Place("s9000", map.entries["s9000"].stands_in[0])  # type: ignore[attr-defined]
    line("reword and outline, 10,000 statements", cpu(lambda: edit.reword(map, "s9000", "New.")[0].outline))
    line("add a co-premise and outline, 10,000 statements", cpu(lambda: edit.beside(map, place, "New.")[0].outline))
    small = bushy(50)
    line("preview of 50 statements, 60 columns", cpu(lambda: render(small, 60)), 0.05)


def app(folder: Path) -> None:
    """The app on a real pseudo-terminal, 120x40: CPU of its main thread."""
    path = str(folder / "10000.argmap.toml")
    empties, frames, rows = [], [], []
    for _ in range(3):
        with Terminal(python(), "-c", EMPTY_APP) as empty:
            empties.append(empty.until(b"bare"))
        with Terminal(python(), "-m", "argmap", path) as terminal:
            frames.append(terminal.until(b"argmap"))
            rows.append(terminal.until(b"C2"))
    bare = statistics.median(empties)
    line("empty Textual app to its first frame", bare)
    line("app with 10,000 statements: first frame", statistics.median(frames), bare * 1.5)
    line("app with 10,000 statements: first rows", statistics.median(rows), bare * 3)
    with Terminal(python(), "-m", "argmap", path) as terminal:
        terminal.until(b"C2")
        terminal.quiet(1.5)

        def pressed(*keys: bytes) -> float:
            cost = terminal.key(keys[-1]) if len(keys) == 1 else 0.0
            for key in keys[:-1]:
                terminal.key(key)
            cost = cost or terminal.key(keys[-1])
            terminal.quiet(0.6)
            return cost

        for name, turns in {
            "down": [(b"\x1b[B",)],
            "fold": [(b" ",)],
            "edit a text (its Enter)": [(b"e", b"x", b"\r")],
            "add a co-premise (its Enter)": [(b"o", b"z", b"\r")],
            "move up, move down": [(b"\x1b[1;2A",), (b"\x1b[1;2B",)],
            "undo": [(b"u",)],
        }.items():
            costs = sorted(pressed(*turns[turn % len(turns)]) for turn in range(10))
            remark = f"90th percentile {costs[-2] * 1000:.1f} ms"
            line(f"  {name}, to the painted frame", statistics.median(costs), 0.016, remark)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands(folder)
        files(folder)
        edits()
        app(folder)


if __name__ == "__main__":
    main()
