"""`python -m tests.git.rates 300`: how often random merges conflict, by the oracle and by git's own text merge."""

import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.git.oracle import conflict
from tests.git.random_files import three

SIZES, COUNTS = (5, 30), (1, 3, 10)


def main(cases: int) -> None:
    """Print both rates, and those of the text merges that conflict or merge against the oracle, in percent."""
    sorts = Counter[str]()
    print("statements  edits  conflict  text conflicts  of clean, text conflicts  of conflicts, text merges")
    for size in SIZES:
        for count in COUNTS:
            seen = Counter[tuple[bool, bool]]()
            for reasons, text in merges(size, count, cases):
                sorts.update({" ".join(reason.split()[: 1 + reason.startswith("union")]) for reason in reasons})
                seen[bool(reasons), text] += 1
            clean, clashing = ([seen[must, text] for text in (False, True)] for must in (False, True))
            rates = (
                _percent(sum(clashing), cases),
                _percent(clean[True] + clashing[True], cases),
                _percent(clean[True], sum(clean)),
                _percent(clashing[False], sum(clashing)),
            )
            print(f"{size:10}{count:7}{rates[0]:>10}{rates[1]:>16}{rates[2]:>26}{rates[3]:>28}")
    print(dict(sorts.most_common()))


def merges(size: int, count: int, cases: int) -> Iterator[tuple[frozenset[str], bool]]:
    """Of random merges: the oracle's reasons, and whether git's text merge conflicts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for seed in range(cases):
            base, ours, theirs = three(random.Random(f"{seed} {size} {count}"), size, count)
            for path, data in zip(paths, (ours, base, theirs), strict=True):
                path.write_bytes(data)
            ran = subprocess.run(["git", "merge-file", "-p", "--diff3", *paths], stdout=subprocess.DEVNULL, check=False)
            yield conflict(base, ours, theirs), ran.returncode != 0


def _percent(some: int, of: int) -> str:
    return f"{100 * some / of:.0f} %" if of else "-"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
