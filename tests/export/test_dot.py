import json
import random
import shutil
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from argmap.diagram import engine
from argmap.diagram.draw import dot
from argmap.diagram.engine import Engine
from argmap.diagram.figure import Cell, Figure, Layout, Shape, Words
from argmap.diagram.fonts import Fonts
from argmap.export import ExportOptions, export
from argmap.export.drawing import laid_out
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("ellipse", "path", "polygon")
HOSTILE = [
    "&#9731; &amp; & x",
    "<html>",
    "</B><IMG/>",
    "a \\n b \\l c \\N \\G \\\\ \\",
    'q "x" \\" \'',
    "{a|b} -> ;",
    "“Ж” — é",
]
engines = pytest.mark.parametrize(
    "program",
    ["bundled", pytest.param("system", marks=pytest.mark.skipif(not shutil.which("dot"), reason="no system Graphviz"))],
)


def drawn_by(program: Engine, text: str) -> ET.Element:
    """What a plain `dot -Tsvg` makes of a DOT text."""
    return ET.fromstring(engine.run(text, "dot", "svg", program))


def texts(root: ET.Element) -> list[str]:
    return [(element.text or "").replace("\xa0", " ") for element in root.iter(f"{SVG}text")]


def one_cell(**given: Any) -> Figure:
    cell = Cell("one", "premise", 10, 10, 120, 40, Words(("One line", "and another"), 9), pen=1.0)
    return Figure("", "", 140, 60, Layout(), Fonts.of(), (cell._replace(**given),), ())


@engines
@pytest.mark.parametrize("text", HOSTILE)
def test_another_program_reads_the_text_as_it_is(text: str, program: Engine) -> None:
    written = export(ArgumentMap(entries={"s": Statement(text=text)}), "dot", ExportOptions(wrap=600)).decode()
    assert texts(drawn_by(program, written)) == [text]


@engines
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("looks", [{}, {"bold": True}, {"struck": True}, {"bold": True, "struck": True}])
@pytest.mark.parametrize("centred", [True, False])
def test_no_look_of_text_reads_what_it_says(text: str, looks: dict[str, bool], centred: bool, program: Engine) -> None:
    for lines in ((text,), (text, "second")):
        root = drawn_by(program, dot(one_cell(words=Words(lines, 9, centred=centred, **looks))))
        assert texts(root) == [*lines]
    weights = {element.get("font-weight") for element in root.iter(f"{SVG}text")}
    assert weights == {"bold" if looks.get("bold") else None}
    assert {element.get("font-size") for element in root.iter(f"{SVG}text")} == {"9.00"}


@engines
@pytest.mark.parametrize("options", [{}, {"direction": "right"}, {"form": "outline"}])
def test_plain_dot_draws_every_box_and_line_where_it_was_laid_out(options: dict[str, Any], program: Engine) -> None:
    for number in range(3):
        figure = laid_out(samples.wild(random.Random(number), 25), ExportOptions(**options, labels=True))
        drawn = json.loads(engine.run(dot(figure), "dot", "json", program))
        (left, top), *_ = corners = [points(each["pos"])[0] for each in drawn["objects"][:2]]
        assert corners[1] == pytest.approx((left + figure.width, top - figure.height), abs=0.1)
        boxes = [(points(each["pos"])[0], float(each["width"]) * 72) for each in drawn["objects"][2:]]
        for ((x, y), width), cell in zip(boxes, figure.cells, strict=True):
            assert x - left == pytest.approx(cell.x + cell.width / 2, abs=0.1)
            assert top - y == pytest.approx(cell.y + cell.height / 2, abs=0.1)
            assert width == pytest.approx(cell.width, abs=1)
        edges = {each["id"]: each for each in drawn["edges"]}
        for index, line in enumerate(figure.lines):
            places = points(edges[f"line{index}"]["pos"])
            assert (places[0][0] - left, top - places[0][1]) == pytest.approx(line.points[0], abs=0.1)
            assert (places[-1][0] - left, top - places[-1][1]) == pytest.approx(line.points[-1], abs=0.1)


def points(pos: str) -> list[tuple[float, float]]:
    pairs = (part.removeprefix("s,").split(",") for part in pos.split(" "))
    return [(float(x), float(y)) for x, y in pairs]


@engines
@pytest.mark.parametrize(
    ("shape", "width", "drawn"),
    [
        ("circle", 20, ["ellipse"]),
        ("circle", 40, ["path"]),
        ("double circle", 20, ["ellipse", "ellipse"]),
        ("hexagon", 24, ["polygon"]),
        ("octagon", 24, ["polygon"]),
        ("box", 24, ["polygon"]),
    ],
)
def test_shapes(shape: Shape, width: float, drawn: list[str], program: Engine) -> None:
    words = Words(("C1",), 9)
    root = drawn_by(program, dot(one_cell(shape=shape, width=width, height=20, words=words)))
    nodes = [each for each in root.iter(f"{SVG}g") if "premise" in each.get("class", "")]
    tags = [each.tag.removeprefix(SVG) for node in nodes for each in node.iter()]
    assert [tag for tag in tags if tag in SHAPES] == drawn


@engines
def test_text_at_the_left_edge_stays_there(program: Engine) -> None:
    for looks in ({}, {"bold": True}):
        words = Words(("One line", "and another of more words"), 9, centred=False, **looks)
        root = drawn_by(program, dot(one_cell(words=words)))
        xs = [float(element.attrib["x"]) for element in root.iter(f"{SVG}text")]
        assert xs == pytest.approx([10, 10], abs=1)


def test_postscript_needs_a_font_of_one_name() -> None:
    assert "fontname=Arial " in dot(one_cell())


def test_every_box_has_its_place_and_its_label_for_a_name() -> None:
    written = export(samples.small(), "dot").decode()
    assert written.startswith("digraph argmap {")
    assert "\tC1 [" in written
    assert "\tC1 -> P2 [" in written
    assert all("pos=" in row for row in written.splitlines()[4:-1])
