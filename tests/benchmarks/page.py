"""A page for the web: what exporting it costs, and what opening, panning and folding it costs in a browser."""

import json
import os
from pathlib import Path

import pytest

from tests.benchmarks.maps import written
from tests.benchmarks.processes import python, whole_process
from tests.benchmarks.table import line, median, ninetieth
from tests.node import node

RUNS = 3


def measure(folder: Path) -> None:
    """Print CPU time of exports; of the browser, whose processes share the work, time as its reader waits for it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    for size, budget in ((100, None), (1_000, 1.0)):
        target = folder / f"{size}.html"
        command = (python(), "-m", "argmap", "export", str(written(folder, size)), "-o", str(target))
        costs = [whole_process(*command) for _ in range(RUNS)]
        remark = f"{max(cost.memory for cost in costs):.0f} MB, {target.stat().st_size / 1e3:.0f} kB file"
        line(f"export html, {size:,} statements", median([cost.cpu for cost in costs]), budget, remark)
        try:
            found = json.loads(node("page_timed.mjs", target, browser=True))
        except pytest.skip.Exception as reason:
            print(f"the page in a browser: {reason}", flush=True)
            return
        line(f"page opens, {size:,} statements (waited)", found["open"] / 1000, 2.0)
        for name, what in (("near", "panned, legible"), ("whole", "panned, all in sight")):
            frames = [each / 1000 for each in found[name]]
            remark = f"nine of ten frames within {ninetieth(frames) * 1000:.0f} ms"
            line(f"page {what}: a frame, {size:,} statements", median(frames), remark=remark)
        line(f"page: a branch folded, {size:,} statements", found["fold"] / 1000)
