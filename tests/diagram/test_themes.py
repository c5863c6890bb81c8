import random
import re
from itertools import combinations
from typing import Any

import pytest

from argmap.diagram import painting
from argmap.diagram.figure import Cell, Figure
from argmap.diagram.scenario_marks import marks_of
from argmap.diagram.themes import Theme, themed
from argmap.export import ExportOptions, export
from argmap.format import read
from argmap.git.figure import comparison
from argmap.logic import outcome
from argmap.model import ArgumentMap
from tests.diagram import samples
from tests.diagram.figures import figure
from tests.edit.conftest import FERRY

MAP = read(FERRY.encode()).map
THEMES: tuple[Theme, ...] = ("light", "grey", "print")
PLAIN: tuple[Theme, ...] = ("grey", "print")


def drawings(theme: Theme) -> list[Figure]:
    """Figures of all forms with every kind of box, line and mark that there is, and a legend."""
    marks = marks_of(MAP, outcome(MAP, {"loved": False, "used": True}), "What if?")
    changed, options = comparison(MAP, samples.small())
    found: list[tuple[ArgumentMap, Any]] = [(MAP, marks), (changed, options.marks)]
    for seed in range(3):
        map = samples.wild(random.Random(seed), 24)
        ids = [id for id, _ in map.sentences()]
        found.append((map, marks_of(map, outcome(map, {ids[3]: True, ids[5]: False}), "What if?")))
    forms: list[dict[str, Any]] = [{}, {"form": "outline"}, {"form": "numbered"}]
    plain = [(map, None) for map in (samples.small(), samples.sourced(), samples.argued(random.Random(1), 30))]
    return [
        themed(figure(map, legend=True, labels=True, **({"marks": said} if said else {}), **form), theme)
        for map, said in [*found, *plain]
        for form in forms
    ]


def luminance(colour: str) -> float:
    assert re.fullmatch("#[0-9A-F]{6}", colour)
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ground(drawn: Figure, cell: Cell) -> str:
    """The colour that a cell's text stands on."""
    x, y = cell.x + cell.width / 2, cell.y + cell.height / 2
    below = [
        each.fill
        for each in drawn.cells[: drawn.cells.index(cell) + 1]
        if each.fill and each.x <= x <= each.x + each.width and each.y <= y <= each.y + each.height
    ]
    return below[-1] if below else "#FFFFFF"


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_what_it_stands_on(theme: Theme) -> None:
    for drawn in drawings(theme):
        for cell in drawn.cells:
            if cell.words.lines:
                assert contrast(cell.words.colour, ground(drawn, cell)) >= 4.5, cell


@pytest.mark.parametrize("theme", PLAIN)
def test_nothing_has_a_colour(theme: Theme) -> None:
    for drawn in drawings(theme):
        for item in painting.painted(drawn):
            used = [colour for path in item.paths for colour in (path.fill, path.stroke) if colour]
            used += [text.colour for text in item.texts]
            assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in used), item
    svg = export(samples.small(), "svg", ExportOptions(theme=theme, legend=True)).decode()
    assert all(a == b == c for a, b, c in re.findall('"#(..)(..)(..)"', svg))


def test_prints_are_black_on_white_without_large_fills() -> None:
    for drawn in drawings("print"):
        for cell in drawn.cells:
            assert cell.stroke == "#000000" or "section" in cell.kind.split()
            if cell.fill not in (None, "#FFFFFF"):
                assert {"tag", "signs", "legend"} & set(cell.kind.split(" ")) or cell.shape != "box", cell
        assert {line.stroke for line in drawn.lines} <= {"#000000"}


def test_prints_have_no_finer_line_than_three_fifths_of_a_point() -> None:
    for drawn in drawings("print"):
        pens = [path.pen for item in painting.painted(drawn) for path in item.paths if path.stroke]
        assert min(pens) >= 0.6


@pytest.mark.parametrize("form", ["tree", "numbered"])
@pytest.mark.parametrize("theme", THEMES)
def test_no_two_kinds_look_the_same_to_who_sees_no_colour(theme: Theme, form: Any) -> None:
    for map in (samples.small(), samples.sourced()):
        drawn = themed(figure(map, form, legend=True), theme)
        looks = {
            cell.name: (cell.pen, cell.dash, cell.shape, cell.words.bold, cell.words.lines, "tag" in cell.kind)
            for cell in drawn.cells
            if cell.name.startswith("legend sample")
        }
        alike = [(a, b) for a, b in combinations(looks, 2) if looks[a] == looks[b]]
        fills = {cell.name: luminance(cell.fill or "#FFFFFF") for cell in drawn.cells}
        strokes = {cell.name: luminance(cell.stroke) for cell in drawn.cells}
        assert all(abs(fills[a] - fills[b]) + abs(strokes[a] - strokes[b]) > 0.2 for a, b in alike), alike


@pytest.mark.parametrize("theme", THEMES)
def test_what_falls_is_told_from_what_stands_in_every_theme(theme: Theme) -> None:
    marks = marks_of(MAP, outcome(MAP, {"loved": False, "used": True}), "What if?")
    drawn = themed(figure(MAP, "numbered", marks=marks), theme)
    looks = {
        face: {
            (cell.words.struck, luminance(cell.fill or "#FFFFFF") < 0.7)
            for cell in drawn.cells
            if cell.shape != "box" and face in cell.kind and "conditional" not in cell.kind
        }
        for face in ("fallen", "changed")
    }
    assert looks["fallen"] == {(theme == "print", True)}
    assert looks["changed"] == {(False, True)}
    fills = {cell.fill for cell in drawn.cells if "fallen" in cell.kind} | {"#000000"}
    assert len(fills) == 2


def test_places_and_text_are_those_of_the_light_theme() -> None:
    light = figure(samples.small(), legend=True)
    assert themed(light, "light") is light
    for theme in PLAIN:
        other = themed(light, theme)
        assert [cell[2:6] for cell in other.cells] == [cell[2:6] for cell in light.cells]
        assert [cell.words.lines for cell in other.cells] == [cell.words.lines for cell in light.cells]
        assert [line.points for line in other.lines] == [line.points for line in light.lines]
