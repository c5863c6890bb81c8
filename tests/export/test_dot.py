import xml.etree.ElementTree as ET

import pytest

from argmap.diagram import engine
from argmap.export import ExportOptions, export
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    "text",
    ["&#9731; &amp; & x", "<html>", "a \\n b \\l c \\N \\G \\\\ \\", 'q "x" \\" \'', "{a|b} -> ;", "“Ж” — é"],
)
def test_another_program_reads_the_text_as_it_is(text: str) -> None:
    dot = export(ArgumentMap(entries={"s": Statement(text=text)}), "dot", ExportOptions(wrap=600)).decode()
    root = ET.fromstring(engine.run(dot, "neato", "svg", "bundled"))
    assert [element.text for element in root.iter(f"{SVG}text")] == [text]


def test_every_box_has_its_place_and_its_label_for_a_name() -> None:
    dot = export(samples.small(), "dot").decode()
    assert dot.startswith("digraph argmap {")
    assert "\tC1 [" in dot
    assert "\tC1 -> P2 [" in dot
    assert all("pos=" in row for row in dot.splitlines()[4:-1])
