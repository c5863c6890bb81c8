"""Whole processes, started cold."""

from pathlib import Path

from tests.benchmarks.maps import written
from tests.benchmarks.processes import python, whole_process
from tests.benchmarks.table import line, median

RUNS = 5


def measure(folder: Path) -> None:
    """Print what commands cost."""
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
