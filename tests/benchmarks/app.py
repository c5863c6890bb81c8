"""The app on a real pseudo-terminal, 120x40, beside an empty Textual app and Textual's own tree."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.maps import places, written
from tests.benchmarks.processes import Terminal, python
from tests.benchmarks.scenes import ARGMAP, STOCK_TREE, Going, Scene, Step, search
from tests.benchmarks.table import heading, median, ms, ninetieth, over, row

SIZES = (100, 1_000, 10_000, 50_000)
_PRESSES = {50_000: 1}  # at each place; elsewhere:
_OFTEN = 4
_STARTS = 3
_BUDGET = 0.016
_FIRST_FRAME, _FIRST_ROWS = 1.5, 3.0
_FEW = 2_000  # up to here the side panes follow within a tenth of a second
_EMPTY = (
    "from textual.app import App\nclass Empty(App):\n    TITLE = 'bare'\n"
    "    def compose(self):\n        from textual.widgets import Header\n        yield Header()\nEmpty().run()\n"
)


@dataclass
class Presses:
    """Seconds of CPU: of the main thread until the frame was painted, and of all threads from then on."""

    painted: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)


def measure(folder: Path, sizes: Sequence[int] = SIZES) -> None:
    """Print what starting costs, and each key, at each size."""
    empty = median([_empty_start() for _ in range(_STARTS)])
    nothing = _empty_key()
    heading("start (ms of CPU, all threads)", "median", "x empty", "budget x", "tree", "x tree")
    row("empty Textual app, first frame", ms(empty))
    for size in sizes:
        _start(written(folder, size), size, empty)
    for size in sizes:
        path = written(folder, size)
        often = _PRESSES.get(size, _OFTEN)
        rest = 0.2 if size <= _FEW else 0.8
        spots = places(size)
        with Terminal(python(), "-m", "argmap", str(path)) as terminal:
            mine = _pressed(terminal, (*ARGMAP, ()), search, spots, often, rest)
        with Terminal(python(), "-m", "tests.benchmarks.stock_tree", str(path)) as terminal:
            stock = _pressed(terminal, STOCK_TREE, _digit, range(3), often, 0.2)
        _tell(size, mine, stock, nothing)


def _start(path: Path, size: int, empty: float) -> None:
    frames, rows, stock = [], [], []
    for _ in range(_STARTS):
        with Terminal(python(), "-m", "argmap", str(path)) as terminal:
            frames.append(terminal.until("argmap"))
            rows.append(terminal.until("Statement number"))
        with Terminal(python(), "-m", "tests.benchmarks.stock_tree", str(path)) as terminal:
            stock.append(terminal.until("Statement number"))
    frame, first, tree = median(frames), median(rows), median(stock)
    row(f"{size:,} statements: first frame", ms(frame), over(frame, empty), _FIRST_FRAME)
    row(f"{size:,} statements: first rows", ms(first), over(first, empty), _FIRST_ROWS, ms(tree), over(first, tree))


def _empty_start() -> float:
    with Terminal(python(), "-c", _EMPTY) as terminal:
        return terminal.until("bare")


def _empty_key() -> float:
    with Terminal(python(), "-c", _EMPTY) as terminal:
        terminal.until("bare")
        terminal.rest(0.3)
        return median([terminal.key(b"x", None, limit=0.1) for _ in range(10)])


def _pressed(
    terminal: Terminal, scenes: Sequence[Scene], go: Going, spots: Sequence[int], often: int, rest: float
) -> Mapping[str, Presses]:
    """Play every scene at every place; an empty one is the going itself."""
    found: defaultdict[str, Presses] = defaultdict(Presses)
    terminal.until("Statement number")
    terminal.rest(rest)
    for scene in scenes:
        for spot in spots:
            for step in go(spot) if scene else ():
                _press(terminal, step, found, rest)
            terminal.rest(rest)
            for _ in range(often):
                for step in scene or search(spot, "search (its Enter)"):
                    _press(terminal, step, found, rest)
                if scene and scene[-1].name is None:
                    terminal.rest(rest)
    return found


def _press(terminal: Terminal, step: Step, found: Mapping[str, Presses], rest: float) -> None:
    painted = terminal.key(step.key, step.shows)
    if step.name is not None:
        found[step.name].painted.append(painted)
        found[step.name].after.append(terminal.rest(rest))


def _digit(spot: int) -> Scene:
    return (Step(str(spot).encode(), ""),)


def _tell(size: int, mine: Mapping[str, Presses], stock: Mapping[str, Presses], nothing: float) -> None:
    heading(f"{size:,} statements (ms of CPU)", "median", "90th", "of 16 ms", "after", "tree", "x tree", "x empty")
    row("empty app, a key without effect", ms(nothing))
    for name, presses in mine.items():
        middle = median(presses.painted)
        tree = median(stock[name].painted) if name in stock else None
        row(
            name,
            ms(middle),
            ms(ninetieth(presses.painted)),
            middle / _BUDGET,
            ms(median(presses.after)),
            ms(tree),
            over(middle, tree),
            over(middle, nothing),
        )
