import random
from typing import Any

import pytest

from argmap.diagram.figure import Figure
from argmap.diagram.fonts import REGULAR, Fonts
from argmap.diagram.scenario_marks import marks_of
from argmap.diagram.weight_marks import weight_marks
from argmap.export import ExportOptions, export
from argmap.format import read
from argmap.git.figure import comparison
from argmap.logic import outcome, weight
from argmap.model import ArgumentMap, Reason, Statement
from tests.diagram import geometry, samples
from tests.diagram.figures import figure
from tests.diagram.test_figure import FORMS
from tests.edit.conftest import FERRY

ALL = {**FORMS, "numbered": {"form": "numbered"}, "numbered right": {"form": "numbered", "direction": "right"}}
MAP = read(FERRY.encode()).map


def legend(drawn: Figure) -> list[str]:
    return [" ".join(cell.words.lines) for cell in drawn.cells if cell.kind == "legend"]


def told(map: ArgumentMap, **options: Any) -> list[str]:
    return legend(figure(map, legend=True, **options))


def test_only_what_occurs_is_told() -> None:
    assert told(ArgumentMap(entries={"s": Statement(text="Alone.")}, main=("s",))) == ["main conclusion"]
    one = {"c": Statement(text="C."), "r": Reason(target="c"), "p": Statement(text="P.", stands_in=("r",))}
    assert told(ArgumentMap(entries=one)) == ["main conclusion", "premise", "supports"]
    assert told(samples.small()) == [
        "main conclusion",
        "conclusion",
        "premise",
        "conditional",
        "objection",
        "answered objection",
        "implicit",
        "shown elsewhere",
        "supports",
        "objects to",
        "support together",
        "objects to that step",
    ]
    assert told(samples.argued(random.Random(2), 40))[-1] == "section"
    sourced = told(samples.sourced())
    assert {"quotation", "interpretation of the text"} <= set(sourced)
    assert "quotation" not in told(samples.sourced(), form="numbered")


def test_without_being_asked_there_is_none() -> None:
    assert not legend(figure(samples.small()))


def test_samples_look_like_what_they_stand_for() -> None:
    for form in ("tree", "numbered"):
        drawn = {cell.name: cell for cell in figure(samples.small(), form, legend=True).cells}
        of = {
            "main conclusion": "C1",
            "conclusion": "C2",
            "implicit": "P3",
            "objection": "O1",
            "shown elsewhere": "P1 (2)",
        }
        for words, name in of.items():
            sample, shown = drawn[f"legend sample {words}"], drawn[name]
            look = (sample.pen, sample.stroke, sample.fill, sample.dash, sample.shape)
            assert look == (shown.pen, shown.stroke, shown.fill, shown.dash, shown.shape)


def test_marks_are_told_as_the_figure_means_them() -> None:
    marks = marks_of(MAP, outcome(MAP, {"loved": False, "used": True}), "What if?")
    for form in ALL.values():
        said = told(MAP, marks=marks, **form)
        assert "supposed, or changed by that" in said
        assert "falls, or supposed false" in said
    carried = weight_marks(MAP, "used", weight(MAP, "used", {}))
    assert "can't be lost" in told(MAP, marks=carried)
    assert "changed" not in told(MAP)
    entries = {id: entry for id, entry in MAP.entries.items() if id != "loved"}
    entries["new"] = Statement(text="Something new.", stands_in=("because-loved",))
    map, options = comparison(MAP, ArgumentMap(title=MAP.title, entries=entries))
    said = told(map, marks=options.marks)
    assert {"new", "removed"} <= set(said)
    assert "changed" not in said


@pytest.mark.parametrize("form", ALL)
def test_the_legend_stands_below_the_drawing_within_its_width(form: str) -> None:
    fonts = Fonts.of()
    for seed in range(4):
        map = samples.wild(random.Random(seed), 24)
        bare, drawn = figure(map, **ALL[form]), figure(map, legend=True, **ALL[form])
        assert drawn.width <= max(bare.width, 18 * drawn.size + 4) + 0.01
        lowest = max(cell.y + cell.height for cell in bare.cells)
        added = drawn.cells[len(bare.cells) :]
        assert drawn.cells[: len(bare.cells)] == bare.cells
        assert min(cell.y for cell in added) > lowest
        assert all(cell.x + cell.width <= drawn.width and cell.y + cell.height <= drawn.height for cell in added)
        assert not geometry.overlapping(drawn)
        for line in drawn.lines[len(bare.lines) :]:
            assert all(2 <= x <= drawn.width - 2 and lowest < y < drawn.height for x, y in line.points)
        texts = [cell for cell in added if cell.kind == "legend"]
        assert all(fonts.width(line, REGULAR) * drawn.size <= c.width + 0.01 for c in texts for line in c.words.lines)
        boxed = tuple(cell._replace(pen=1.0) for cell in added)
        assert not geometry.overlapping(Figure("", "", 1, 1, 9, fonts, boxed, ()))


def test_text_is_never_under_seven_points() -> None:
    drawn = figure(samples.small(), legend=True, size=7.0)
    assert min(cell.words.size for cell in drawn.cells if cell.words.lines) == 7.0


@pytest.mark.parametrize("form", ["tree", "outline", "numbered"])
def test_every_format_draws_it(form: Any) -> None:
    options = ExportOptions(form=form, legend=True)
    svg = export(samples.small(), "svg", options).decode()
    assert ">answered objection</text>" in svg
    assert "answered objection" in export(samples.small(), "dot", options).decode()
    assert len(export(samples.small(), "png", options)) > len(export(samples.small(), "png", ExportOptions(form=form)))
