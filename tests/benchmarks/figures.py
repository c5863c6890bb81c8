"""Figures: what drawing costs beside the bare engine, and how steady drawings are from one edit to the next."""

import os
import random
import subprocess
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

from textual.geometry import Size

from argmap import edit
from argmap.diagram import boxes, structure
from argmap.diagram.figure import Direction
from argmap.diagram.layout import skeleton
from argmap.edit import Clip, Edited, EditRefused, Place
from argmap.export import ExportOptions, export
from argmap.export.registry import FORMATS
from argmap.model import ArgumentMap, RowKind
from argmap.tui.drawing import draw
from tests.benchmarks.maps import bushy, written
from tests.benchmarks.processes import own_cpu, python, whole_process
from tests.benchmarks.table import heading, line, median, row
from tests.diagram.figures import figure
from tests.diagram.samples import realistic

RUNS = 3
_BUDGETS = {("svg", 1_000): 0.8, ("svg", 10_000): 4.0}
_ADDED = "A new ground that nobody has thought of before."
_STEADY = 80

Box: TypeAlias = tuple[str, str | None]
"""A box whatever its label: the entry it shows, and the inference it stands in."""
Spot: TypeAlias = tuple[int, float]
"""Where a box stands: its rank, and its middle across the rank in points."""


def measure(folder: Path) -> None:
    """Print the costs of whole exports, of a preview after an edit, and the pairs of boxes that edits flip."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    for size in (1_000, 10_000):
        _exports(folder, size)
    _previews()
    _flips()


def _exports(folder: Path, size: int) -> None:
    """Whole processes, each beside the engine alone on the very text it was sent."""
    path = written(folder, size)
    engine = _engine_alone(folder, bushy(size))
    if engine:
        line(f"bare engine on the skeleton of {size:,} statements", engine)
    for form in ("tree", "outline"):
        for format in ("svg", "png", "pdf", "eps"):
            if format not in FORMATS:
                continue
            target = str(folder / f"x.{format}")
            command = (python(), "-m", "argmap", "export", str(path), "--form", form, "--dpi", "36", "-o", target)
            try:
                costs = [whole_process(*command) for _ in range(RUNS)]
            except RuntimeError:
                costs = []
            if not costs or not Path(target).exists():
                print(
                    f"{format}, {form}, {size:,} statements: not drawn, it is larger than such a file can be",
                    flush=True,
                )
                continue
            seconds, memory = median([cost.cpu for cost in costs]), max(cost.memory for cost in costs)
            beside = f", {seconds / engine:.1f}x the bare engine" if engine and form == "tree" else ""
            what = f"export {format}, {form}, {size:,} statements"
            budget = _BUDGETS.get((format, size)) if form == "tree" else None
            line(what, seconds, budget, f"{memory:.0f} MB, {Path(target).stat().st_size / 1e6:.1f} MB file{beside}")
            Path(target).unlink()


def _engine_alone(folder: Path, map: ArgumentMap) -> float | None:
    """CPU seconds of the engine's own process on what drawing the map sends it; None where it sends nothing."""
    sent: list[tuple[list[str], bytes]] = []
    real = subprocess.run

    def recorded(command: list[str], **given: object) -> object:
        if isinstance(data := given.get("input"), bytes):
            sent.append((command, data))
        return real(command, **given)  # type: ignore[call-overload]

    with patch.object(subprocess, "run", recorded):
        export(map, "svg")
    if not sent:
        return None
    total = 0.0
    for number, (command, data) in enumerate(sent):
        file = folder / f"skeleton-{number}.dot"
        file.write_bytes(data)
        total += median([whole_process(*command, str(file)).cpu for _ in range(RUNS)])
    return total


def _previews() -> None:
    """From an edit to its drawing, in a process that runs already; the edit is a new ground in the middle."""
    map = realistic(random.Random(50), 50)
    place = [Place.of(one) for one in map.outline.rows if one.kind is RowKind.SENTENCE][25]

    def edited() -> ArgumentMap:
        return edit.because(map, place, _ADDED)[0]

    line("an edit at 50 statements, with its outline", own_cpu(lambda: edited().outline))
    for level in (1, 2, 3, 4):
        seconds = own_cpu(lambda: draw(edited(), place.id, Size(58, 30), level))  # noqa: B023
        line(f"edit to the app's preview, 50 statements, zoom {level}", seconds, 0.05)
    line(
        "edit to the app's preview, 50 statements, fitted",
        own_cpu(lambda: draw(edited(), place.id, Size(58, 30), None)),
        0.05,
    )
    for form, options in (("tree", ExportOptions()), ("outline", ExportOptions(form="outline"))):
        before = os.times()
        for _ in range(10):
            export(edited(), "svg", options)
        after = os.times()
        seconds = sum(after[:4]) - sum(before[:4])
        line(f"edit to svg, {form}, 50 statements, engine included", seconds / 10, 0.05)


def _flips() -> None:
    """How many pairs of boxes of one rank that two drawings have in common stand the other way round."""
    map = realistic(random.Random(_STEADY), _STEADY)
    heading(f"an edit at each of {_STEADY} statements", "drawings", "pairs", "flipped")
    for direction in ("down", "right"):
        before = _spots(map, direction)
        for name, verb in _EDITS.items():
            drawings = pairs = flipped = 0
            for after in _edited(map, verb):
                drawings += 1
                found = list(_both(before, _spots(after, direction)))
                pairs += len(found)
                flipped += sum(not same for same in found)
            row(f"{direction}: {name}", drawings, pairs, flipped)


def _edited(map: ArgumentMap, verb: Callable[[ArgumentMap, Place], Edited]) -> Iterator[ArgumentMap]:
    for one in map.outline.rows:
        if one.kind is RowKind.SENTENCE:
            try:
                yield verb(map, Place.of(one))[0]
            except EditRefused:
                continue


def _shared(map: ArgumentMap, place: Place) -> Edited:
    """The map's last sentence as a further reason for this."""
    last = [Place.of(one) for one in map.outline.rows if one.kind is RowKind.SENTENCE][-1]
    return edit.paste_reason(map, Clip(last, False), place)


_EDITS: Mapping[str, Callable[[ArgumentMap, Place], Edited]] = {
    "a new ground": lambda map, place: edit.because(map, place, _ADDED),
    "a co-premise": lambda map, place: edit.beside(map, place, _ADDED),
    "an undercut": lambda map, place: edit.undercut(map, place, _ADDED),
    "an objection": lambda map, place: edit.but(map, place, _ADDED),
    "a shared premise": _shared,
}


def _spots(map: ArgumentMap, direction: Direction) -> dict[Box, Spot]:
    """Where every box of the drawn figure stands."""
    trees = structure.forest(map)
    names = {said.name: stand for stand, said in boxes.contents(map, trees).items()}
    ranks = {stand: number for number, rank in enumerate(skeleton.ranks(trees)) for stand in rank}
    drawn = figure(map, direction=direction)
    found: dict[Box, Spot] = {}
    for cell in drawn.cells:
        if (stand := names.get(cell.name)) is not None:
            middle = cell.x + cell.width / 2 if direction == "down" else cell.y + cell.height / 2
            found[stand.id, stand.within.id if stand.within else None] = (ranks[stand], middle)
    return found


def _both(before: Mapping[Box, Spot], after: Mapping[Box, Spot]) -> Iterator[bool]:
    """For each pair of one rank in both drawings, whether it stands in the same order."""
    for one, other in combinations([box for box in before if box in after], 2):
        if before[one][0] == before[other][0] and after[one][0] == after[other][0]:
            yield (before[one][1] < before[other][1]) == (after[one][1] < after[other][1])
