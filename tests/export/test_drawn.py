"""The exported SVG itself, of hundreds of random maps, by rules that know nothing of how it was laid out."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from argmap.diagram import compose, outline_figure, routes, setter, skeleton, styles, tree
from argmap.diagram.fonts import Fonts
from argmap.export import ExportOptions, export
from argmap.model import ArgumentMap
from tests.diagram import samples
from tests.export.drawn import extent, read
from tests.export.drawn_rules import Reading, faults

FORMS: Mapping[str, tuple[ExportOptions, Reading]] = {
    "down": (ExportOptions(), "across"),
    "down, labels, wide boxes": (ExportOptions(labels=True, wrap=160, size=8), "across"),
    "right": (ExportOptions(direction="right"), "down"),
    "right, labels, small": (ExportOptions(direction="right", labels=True, size=7), "down"),
    "outline": (ExportOptions(form="outline"), "down"),
    "outline, labels, narrow": (ExportOptions(form="outline", labels=True, wrap=170, size=7.5), "down"),
    "down, large": (ExportOptions(size=14, wrap=110, labels=True), "across"),
}
"""Every form and what reads it: where the next sibling stands."""
KINDS: Sequence[Callable[[random.Random, int], ArgumentMap]] = (samples.wild, samples.realistic)
MAPS, BATCHES = 300, 6


def drawn_faults(map: ArgumentMap, form: str) -> list[str]:
    options, reading = FORMS[form]
    return faults(map, read(export(map, "svg", options)), reading)


def sample(number: int) -> ArgumentMap:
    rng = random.Random(number)
    return KINDS[number % len(KINDS)](rng, rng.randint(3, 60))


@pytest.mark.parametrize("batch", range(BATCHES))
@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_wrong_with_what_is_drawn(form: str, batch: int) -> None:
    every = len(FORMS) * BATCHES
    for number in range(list(FORMS).index(form) * BATCHES + batch, MAPS, every):
        assert drawn_faults(sample(number), form) == [], f"map {number}"


@pytest.mark.parametrize("form", FORMS)
def test_a_map_of_everything(form: str) -> None:
    assert drawn_faults(samples.small(), form) == []
