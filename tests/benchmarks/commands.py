"""Whole processes, started cold."""

import os
from pathlib import Path

from tests.benchmarks.maps import written
from tests.benchmarks.processes import python, whole_process
from tests.benchmarks.table import line, median

RUNS = 5


def measure(folder: Path) -> None:
    """Print what commands cost once they are installed, with their bytecode at hand."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    files = {size: written(folder, size) for size in (100, 1_000, 10_000)}
    bare = median([whole_process(python(), "-c", "pass").cpu for _ in range(RUNS)])
    line("python that does nothing", bare)

    def run(*arguments: str, runs: int = RUNS) -> tuple[float, float]:
        costs = [whole_process(python(), "-m", "argmap", *arguments) for _ in range(runs)]
        return median([cost.cpu for cost in costs]), max(cost.memory for cost in costs)

    version = run("--version")[0]
    line("argmap --version", version, remark=f"{version / bare:.1f}x bare python")
    line("argmap check, 100 statements", run("check", str(files[100]))[0], 0.3)
    for size, budget in ((1_000, 0.8), (10_000, 4.0)):
        seconds, memory = run("export", str(files[size]), "-o", str(folder / "x.svg"), runs=3)
        line(f"argmap export svg, {size:,} statements", seconds, budget, f"{memory:.0f} MB")
    for size, budgets in ((300, (0.3, 0.4)), (10_000, (5.0, 5.0))):
        base, ours, theirs = (str(path) for path in _three(folder, size))
        runs = RUNS if size < 1_000 else 3
        line(f"argmap diff, {size:,} statements", run("diff", base, ours, runs=runs)[0], budgets[0])
        line(
            f"argmap merge, {size:,} statements, one conflict",
            run("merge", base, ours, theirs, runs=runs)[0],
            budgets[1],
        )


def _three(folder: Path, size: int) -> tuple[Path, Path, Path]:
    """A map of so many statements, and two in which every twentieth is reworded, one of them by both."""
    base = written(folder, size)
    lines = base.read_text(encoding="utf-8").split("\n")
    texts = [at for at, text in enumerate(lines) if text.startswith("text = ")]
    sides = []
    for name, first in (("ours", 3), ("theirs", 13)):
        changed = list(lines)
        for at in (texts[1], *texts[first::20]):
            changed[at] = changed[at].replace('text = "', f'text = "By {name}: ')
        side = folder / f"{name}-{size}.argmap.toml"
        side.write_text("\n".join(changed), encoding="utf-8")
        sides.append(side)
    return base, sides[0], sides[1]
