"""`python -m tests.benchmarks [PART...] [SIZE...]`: budgets, as CPU time and ratios; sizes are of the part app."""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks import anchors, app, commands, edits, exchange, figures, files, logic, merges, page, reading

_PARTS = {
    "commands": commands.measure,
    "files": files.measure,
    "edits": edits.measure,
    "figures": figures.measure,
    "exchange": exchange.measure,
    "merges": merges.measure,
    "anchors": anchors.measure,
    "logic": logic.measure,
    "reading": reading.measure,
    "page": page.measure,
    "app": app.measure,
}


def main(arguments: list[str]) -> None:
    """Run the parts named, or all; numbers are the app's sizes."""
    sizes = [int(argument) for argument in arguments if argument.isdecimal()]
    parts = [argument for argument in arguments if not argument.isdecimal()]
    unknown = [part for part in parts if part not in _PARTS]
    if unknown:
        raise SystemExit(f"no part {', '.join(unknown)}: there are {', '.join(_PARTS)}")
    with tempfile.TemporaryDirectory() as name:
        for part in parts or _PARTS:
            if part == "app":
                app.measure(Path(name), sizes or app.SIZES)
            else:
                _PARTS[part](Path(name))


if __name__ == "__main__":
    main(sys.argv[1:])
