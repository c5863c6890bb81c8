"""Edits and what the app derives from them, without any screen."""

from pathlib import Path

from argmap import edit
from argmap.edit import Place
from argmap.export.txt import render
from tests.benchmarks.maps import bushy
from tests.benchmarks.processes import own_cpu
from tests.benchmarks.table import line


def measure(folder: Path) -> None:
    """Print what edits cost."""
    map = bushy(10_000)
    map.outline  # noqa: B018
    place = Place("s9000", map.entries["s9000"].stands_in[0])  # type: ignore[attr-defined]
    line("reword and outline, 10,000 statements", own_cpu(lambda: edit.reword(map, "s9000", "New.")[0].outline))
    line("add a co-premise and outline, 10,000 statements", own_cpu(lambda: edit.beside(map, place, "New.")[0].outline))
    small = bushy(50)
    line("preview of 50 statements, 60 columns", own_cpu(lambda: render(small, 60)), 0.05)
