"""The exported SVG itself, of hundreds of random maps, by rules that know nothing of how it was laid out."""

import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from argmap.diagram import compose, setter, shapes, styles
from argmap.diagram.figure import Form
from argmap.diagram.fitting.venues import VENUES
from argmap.diagram.fonts import Fonts
from argmap.diagram.layout import grounds, key, numbered, outline_figure, routes, skeleton, tree
from argmap.export import ExportOptions, export, exported
from argmap.model import ArgumentMap
from tests.diagram import samples
from tests.export import programs
from tests.export.drawn import extent, read
from tests.export.drawn_rules import (
    LEAST_PEN,
    Reading,
    faults,
    lines_apart,
    lines_clear,
    overlaps,
    texts_in_boxes,
)

FORMS: Mapping[str, tuple[ExportOptions, Reading]] = {
    "down": (ExportOptions(), "across"),
    "down, labels, wide boxes": (ExportOptions(labels=True, wrap=160, size=8), "across"),
    "right": (ExportOptions(direction="right"), "down"),
    "right, labels, small": (ExportOptions(direction="right", labels=True, size=7), "down"),
    "outline": (ExportOptions(form="outline"), "down"),
    "outline, labels, narrow": (ExportOptions(form="outline", labels=True, wrap=170, size=7.5), "down"),
    "down, large": (ExportOptions(size=14, wrap=110, labels=True), "across"),
    "numbered": (ExportOptions(form="numbered"), "across"),
    "numbered, right, small": (ExportOptions(form="numbered", direction="right", size=7), "down"),
    "numbered, two columns": (ExportOptions(form="numbered", size=8, wrap=600), "across"),
}
"""Every form and what reads it: where the next sibling stands."""
KINDS: Sequence[Callable[[random.Random, int], ArgumentMap]] = (samples.wild, samples.realistic, samples.argued)
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


@pytest.mark.parametrize("form", ["tree", "outline", "numbered"])
@pytest.mark.parametrize("venue", VENUES)
def test_every_venue_gets_its_width_its_height_its_text_and_its_lines(venue: str, form: Form) -> None:
    page = VENUES[venue]
    options = ExportOptions(venue=venue, form=form, legend=True)
    for map in (samples.small(), samples.argued(random.Random(1), 8)):
        for file in exported(map, "svg", options, split=True):
            root = ET.fromstring(file.data)
            assert millimetres(root.attrib["width"]) == pytest.approx(page.width / 72 * 25.4, abs=0.1)
            assert millimetres(root.attrib["height"]) <= page.height / 72 * 25.4 + 0.1
            drawn = read(file.data)
            assert min(text.size for text in drawn.texts) >= page.least
            assert min(drawn.pens) >= LEAST_PEN
            assert not [*overlaps(drawn), *texts_in_boxes(drawn), *lines_clear(drawn), *lines_apart(drawn)]
            assert all(text.at.within(drawn.page) for text in drawn.texts)


ARIMO_HEIGHT = 0.905 + 0.212
"""From the top of Arimo's lines to their bottom, in ems."""


def millimetres(length: str) -> float:
    assert length.endswith("pt")
    return float(length.removesuffix("pt")) / 72 * 25.4


@pytest.mark.parametrize("venue", VENUES)
def test_every_venue_gets_a_pdf_of_its_width_and_with_its_text(venue: str, tmp_path: Path) -> None:
    page = VENUES[venue]
    path = tmp_path / "figure.pdf"
    path.write_bytes(export(samples.small(), "pdf", ExportOptions(venue=venue, legend=True)))
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", programs.run("pdfinfo", path))
    assert size is not None
    assert float(size[1]) == pytest.approx(page.width, abs=0.28)
    assert float(size[2]) <= page.height + 0.28
    words = re.findall(r'yMin="([\d.]+)" .*yMax="([\d.]+)"', programs.run("pdftotext", "-bbox", path, "-"))
    assert min(float(bottom) - float(top) for top, bottom in words) >= page.least * ARIMO_HEIGHT - 0.01


def narrow_boxes(patch: pytest.MonkeyPatch) -> None:
    real = setter.Setter._width
    patch.setattr(setter.Setter, "_width", lambda self, words: 0.7 * real(self, words))


def squeezed_lines(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(styles, "LINE_HEIGHT", 0.7)


def reversed_siblings(patch: pytest.MonkeyPatch) -> None:
    real = skeleton.centres
    patch.setattr(skeleton, "centres", lambda *given: {stand: -centre for stand, centre in real(*given).items()})


def lines_moved(patch: pytest.MonkeyPatch) -> None:
    real = routes.paths
    patch.setattr(
        routes,
        "paths",
        lambda *given: [[(across + 30, along) for across, along in path] for path in real(*given)],
    )


def brackets_cut(patch: pytest.MonkeyPatch) -> None:
    real = routes.paths
    patch.setattr(routes, "paths", lambda *given: real(*given)[:1])


def lanes_of_one_level(patch: pytest.MonkeyPatch) -> None:
    real = routes._order

    def order(lanes: list[routes.Lane]) -> None:
        real(lanes)
        undercut = {lane.onto for lane in lanes}
        for lane in lanes:
            if lane.onto is None and lane not in undercut:
                lane.level = 0

    patch.setattr(routes, "_order", order)


def ports_in_the_middle(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(routes, "_ports", lambda stand, spans: [spans[stand].centre] * len(stand.bonds))


def look(name: str, **given: Any) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(styles, name, replace(getattr(styles, name), **given))


def number(module: Any, name: str, value: Any) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(module, name, value)


def no_gaps(patch: pytest.MonkeyPatch) -> None:
    real = outline_figure.spacing
    patch.setattr(outline_figure, "spacing", lambda size: replace(real(size), gap=0))


def flat_circles(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shapes, "depth", lambda *given: 0.0)


def one_rail(patch: pytest.MonkeyPatch) -> None:
    real = outline_figure.spacing
    patch.setattr(outline_figure, "spacing", lambda size: replace(real(size), step=0.5))


BROKEN: Mapping[str, tuple[Callable[[pytest.MonkeyPatch], None], str, str]] = {
    "lanes of one level": (lanes_of_one_level, "down", "runs into one of"),
    "lanes of one level, to the right": (lanes_of_one_level, "right", "runs into one of"),
    "ports in the middle": (ports_in_the_middle, "down", "runs into one of"),
    "ports nearly in one": (number(routes, "PORT_GAP", 0.5), "down, large", "runs into one of"),
    "lanes on the boxes below": (number(routes, "NEAR", 0.0), "down", "0.00 pt from"),
    "lanes near the boxes below": (number(routes, "NEAR", 1.0), "right", "1.00 pt from"),
    "lanes too close": (number(routes, "LANE_GAP", 1.0), "down", "runs into one of"),
    "channels too shallow": (number(routes, "CLEARANCE", -16.0), "down", "pt from"),
    "lanes that end close to each other": (number(routes, "APART", 1.0), "right", "runs into one of"),
    "lines moved": (lines_moved, "down", "hangs from"),
    "brackets cut": (brackets_cut, "down", "hangs from"),
    "no gaps": (number(tree, "BOX_GAP", 0.0), "down", "are 0.00 pt apart"),
    "overlaps": (number(tree, "BOX_GAP", -20.0), "right", "pt apart"),
    "no gaps in the outline": (no_gaps, "outline", "are 0.00 pt apart"),
    "rails in one": (one_rail, "outline", "runs into one of"),
    "reversed": (reversed_siblings, "down", "stand as"),
    "reversed, to the right": (reversed_siblings, "right", "stands before"),
    "narrow boxes": (narrow_boxes, "down", "pt of air"),
    "no padding": (number(styles, "PADDING", (0.5, 4.0)), "outline", "pt of air"),
    "squeezed lines": (squeezed_lines, "right", "texts lie over each other"),
    "circles without a curve": (flat_circles, "numbered", "hangs from"),
    "labels out of their circles": (number(numbered, "_CLEAR", -3.0), "numbered", "pt of air"),
    "columns of the key in one": (number(key, "_COLUMN_GAP", -8.0), "numbered, two columns", "texts lie over"),
    "nothing round a section": (number(grounds, "PAD", -3.0), "down", "lies across the edge of"),
    "off the page": (number(compose, "MARGIN", 0.5), "down", "is not on the page"),
    "thin lines": (look("SUPPORT", pen=0.2), "down", "a line of 0.2 pt"),
    "no heads": (look("SUPPORT", head="none"), "down", "has 0 heads"),
    "a light main conclusion": (look("MAIN", bold=False), "down", "is not bold"),
    "a thin main conclusion": (look("MAIN", pen=1.2), "outline", "which others have too"),
}
"""What is broken on purpose, the form it is drawn in, and what must be said of it."""


@lru_cache
def sound(form: str) -> bool:
    return not any(drawn_faults(sample(number), form) for number in range(8))


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_broken_on_purpose_is_noticed(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking, form, said = BROKEN[broken]
    maps = [sample(number) for number in range(8)]
    assert sound(form)
    breaking(monkeypatch)
    assert any(said in fault for map in maps for fault in drawn_faults(map, form))


def test_texts_are_measured_as_argmap_measures_them() -> None:
    for bold, weight in ((False, 400), (True, 700)):
        for line in ("AVAVA fi ffl To Ty", "“Прага” – Ωμέγα"):
            assert extent(line, bold)[0] == pytest.approx(Fonts.of().width(line, weight), abs=1e-4)
