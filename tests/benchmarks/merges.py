"""False conflicts: how often git's own text merge conflicts where a merge by meaning must not."""

import random
import subprocess
from pathlib import Path

from tests.benchmarks.table import heading, row
from tests.git.oracle import conflict
from tests.git.random_files import three

CASES = 60
SIZES, EDITS = (5, 30, 300), (1, 3, 10)


def measure(folder: Path) -> None:
    """Print, in percent, what conflicts by the oracle and as text, and of what must not conflict, what does as text."""
    heading("random merges, percent", "conflict", "as text", "false", "missed")
    for size in SIZES:
        for edits in EDITS:
            by_meaning, as_text = zip(*(_both(folder, size, edits, seed) for seed in range(CASES)), strict=True)
            clean = [text for meaning, text in zip(by_meaning, as_text, strict=True) if not meaning]
            missed = [not text for meaning, text in zip(by_meaning, as_text, strict=True) if meaning]
            row(f"{size} statements, {edits} edits a side", *map(_percent, (by_meaning, as_text, clean, missed)))


def _both(folder: Path, size: int, edits: int, seed: int) -> tuple[bool, bool]:
    """Whether a random merge must conflict, and whether git's text merge does."""
    base, ours, theirs = three(random.Random(f"{seed} {size} {edits}"), size, edits)
    paths = [folder / name for name in ("ours", "base", "theirs")]
    for path, data in zip(paths, (ours, base, theirs), strict=True):
        path.write_bytes(data)
    ran = subprocess.run(["git", "merge-file", "-p", "--diff3", *paths], stdout=subprocess.DEVNULL, check=False)
    return bool(conflict(base, ours, theirs)), ran.returncode != 0


def _percent(found: "tuple[bool, ...] | list[bool]") -> float | None:
    return 100 * sum(found) / len(found) if found else None
