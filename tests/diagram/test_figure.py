import random
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure
from argmap.diagram.fonts import BOLD, REGULAR, Fonts
from argmap.diagram.marks import Marks
from argmap.diagram.text import visible
from argmap.model import ArgumentMap, Objection, Reason, Statement, wording
from tests.diagram import geometry, samples
from tests.diagram.figures import figure

FORMS: Mapping[str, dict[str, Any]] = {
    "down": {},
    "right": {"direction": "right"},
    "outline": {"form": "outline"},
    "narrow": {"form": "outline", "wrap": 150.0, "size": 7.5},
    "labels": {"direction": "right", "labels": True, "size": 7.0},
}


def order(drawn: Figure, *names: str) -> list[str]:
    """The names by where their cells stand: top to bottom, then left to right."""
    places = {cell.name: (cell.y, cell.x) for cell in drawn.cells}
    return sorted(names, key=lambda name: places[name])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("size", [8, 24, 60])
def test_lines_keep_clear_of_boxes_and_of_each_other(form: str, size: int) -> None:
    for seed in range(12):
        drawn = figure(samples.wild(random.Random(seed * 1000 + size), size), **FORMS[form])
        assert not geometry.overlapping(drawn), seed
        assert not geometry.crossed(drawn), seed
        assert not geometry.shared(drawn), seed
        assert not geometry.crossings(drawn), seed


@pytest.mark.parametrize("form", FORMS)
def test_everything_lies_on_the_page(form: str) -> None:
    drawn = figure(samples.small(), **FORMS[form])
    xs = [x for line in drawn.lines for x, _ in line.points]
    ys = [y for line in drawn.lines for _, y in line.points]
    xs += [x for cell in drawn.cells for x in (cell.x, cell.x + cell.width)]
    ys += [y for cell in drawn.cells for y in (cell.y, cell.y + cell.height)]
    assert min(xs) >= 1
    assert min(ys) >= 1
    assert max(xs) <= drawn.width - 1
    assert max(ys) <= drawn.height - 1


@pytest.mark.parametrize("form", FORMS)
def test_text_stays_inside_its_cell(form: str) -> None:
    fonts = Fonts.of()
    for seed in range(5):
        drawn = figure(samples.wild(random.Random(seed), 20), **FORMS[form])
        for cell in drawn.cells:
            words = cell.words
            weight = BOLD if words.bold else REGULAR
            assert all(fonts.width(line, weight) * words.size <= cell.width - 4 for line in words.lines), cell
            assert len(words.lines) * words.size * 1.2 <= cell.height + 0.01, cell


def test_premises_of_one_reason_hang_from_one_bracket_with_one_arrow() -> None:
    drawn = figure(samples.small())
    linked = [line for line in drawn.lines if line.inference == "R1"]
    assert [line.head for line in linked] == ["arrow", "none"]
    bracket = linked[1].points
    feet = {cell.name: cell for cell in drawn.cells}
    assert bracket[0][1] == feet["C2"].y
    assert bracket[-1][1] == feet["P2"].y
    assert bracket[1][1] == bracket[2][1] == linked[0].points[-1][1]


def test_an_undercut_meets_the_line_of_the_reason_it_is_against() -> None:
    for options in FORMS.values():
        drawn = figure(samples.small(), **options)
        (x, y), *_ = next(line.points for line in drawn.lines if line.inference == "O1" and line.head == "tee")
        assert any(
            min(a[0], b[0]) - 0.01 <= x <= max(a[0], b[0]) + 0.01
            and min(a[1], b[1]) - 0.01 <= y <= max(a[1], b[1]) + 0.01
            for inference, a, b in geometry.segments(drawn)
            if inference == "R1"
        )


def test_an_objection_to_an_objection_of_one_member_is_against_its_box() -> None:
    entries = {
        "claim": Statement(text="Claim."),
        "but": Objection(target="claim"),
        "no": Statement(text="No.", stands_in=("but",)),
        "but-no": Objection(target="but"),
        "yes": Statement(text="Yes.", stands_in=("but-no",)),
    }
    drawn = figure(ArgumentMap(entries=entries))
    box = next(cell for cell in drawn.cells if cell.name == "O1")
    assert next(line for line in drawn.lines if line.inference == "O2").points[0][1] == box.y + box.height


def test_siblings_stand_in_the_authors_order_and_main_conclusions_first() -> None:
    entries = {
        "other": Statement(text="Another root."),
        "main": Statement(text="The main conclusion."),
        "for-other": Reason(target="other"),
        "p": Statement(text="P.", stands_in=("for-other",)),
        "r": Reason(target="main"),
        **{f"s{n}": Statement(text=f"Ground {n}.", stands_in=("r",)) for n in (3, 1, 2)},
    }
    drawn = figure(ArgumentMap(entries=entries, main=("main",)))
    named = {cell.words.lines[0]: cell.x for cell in drawn.cells}
    assert named["The main conclusion."] < named["Another root."]
    assert named["Ground 3."] < named["Ground 1."] < named["Ground 2."]
    assert order(figure(samples.small(), "outline"), "O2", "C1", "P3", "C2") == ["C1", "C2", "P3", "O2"]


def test_kinds_look_different_without_colour() -> None:
    cells = {cell.name: cell for cell in figure(samples.small()).cells}
    assert (cells["C1"].pen, cells["C2"].pen, cells["P2"].pen) == (1.6, 1.2, 0.8)
    assert cells["C1"].words.bold
    assert cells["P3"].dash == "dotted"
    assert cells["O1"].dash == "dashed"
    assert cells["P2 then tag"].words.lines == ("THEN", "likely")


def test_how_close_a_statement_keeps_to_its_text_shows_without_colour() -> None:
    cells = {cell.name: cell for cell in figure(samples.sourced()).cells}
    assert {name: cells[name].dash for name in ("C1", "C2", "P1", "P2", "P3", "P4", "P5", "O1a", "O1b")} == {
        "C1": "solid",
        "C2": "dashdot",
        "P1": "solid",
        "P2": "solid",
        "P3": "dotted",
        "P4": "dashdot",
        "P5": "solid",
        "O1a": "dashed",
        "O1b": "dashdot",
    }
    said = {name: " ".join(cell.words.lines) for name, cell in cells.items()}
    assert said["C1"] == "“The pier should be kept.”"
    assert said["P1"] == "“The ‘night trade’ pays.”"
    assert said["P2"] == "Ships come."
    assert (said["P5"], said["P5 then"]) == ("Trade is worth more than sleep", "the pier should be kept")
    assert all("quotation" in cells[name].kind for name in ("C1", "P1"))


def test_the_description_tells_what_the_lines_show() -> None:
    said = figure(samples.sourced()).description
    assert said.startswith("Argument map: 2 conclusions, 5 premises, 2 reasons, 1 objection. Drawn from a text: ")
    assert "3 quotations, 2 paraphrases, 3 interpretations, 1 implicit statement. Main conclusion: The pier" in said
    assert "Drawn" not in figure(samples.small()).description


def test_what_a_box_says_besides_its_sentence() -> None:
    cells = {cell.name: cell for cell in figure(samples.small()).cells}
    assert cells["O1 note 1"].words.lines == ("– A reader",)
    assert cells["O2 note 1"].words.lines == ("(answered)",)
    assert cells["P1 (2)"].words.lines[0].startswith("see P1: Nitrogen")
    assert cells["P1 label"].words.lines == ("P1",)
    assert min(cell.words.size for cell in cells.values()) >= 7


def test_loose_statements_and_propositions_are_not_drawn() -> None:
    small = samples.small()
    loose = {**small.entries, "loose": Statement(text="Nobody mentions this.")}
    assert len(figure(ArgumentMap(entries=loose)).cells) == len(figure(small).cells)


def test_a_map_without_statements() -> None:
    with pytest.raises(DiagramError, match="no statements yet"):
        figure(ArgumentMap())


@pytest.mark.parametrize("options", [{"size": 1.0}, {"size": 9.0, "wrap": 20.0}])
def test_sizes_that_cannot_be_drawn(options: dict[str, Any]) -> None:
    with pytest.raises(DiagramError, match="pt"):
        figure(samples.small(), **options)


@pytest.mark.parametrize("form", FORMS)
def test_deep_maps(form: str) -> None:
    drawn = figure(samples.deep(3000), **FORMS[form])
    assert sum("reference" not in cell.kind and cell.pen > 0 for cell in drawn.cells) >= 3000


def test_the_outline_never_leaves_less_than_a_few_words_of_width() -> None:
    drawn = figure(samples.deep(200), "outline", wrap=150.0)
    assert drawn.width <= 160


def test_many_reasons_each_have_a_port_of_their_own() -> None:
    entries: dict[str, Any] = {"claim": Statement(text="Claim.")}
    for number in range(40):
        entries[f"r{number}"] = Reason(target="claim")
        entries[f"p{number}"] = Statement(text="Ground.", stands_in=(f"r{number}",))
    for options in FORMS.values():
        drawn = figure(ArgumentMap(entries=entries), **options)
        heads = [line.points[0] for line in drawn.lines if line.head == "arrow"]
        assert len(heads) == 40
        apart = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(heads)]
        assert min(apart) > 7


def test_the_whole_title_of_a_caption_is_bold_however_many_lines_it_takes() -> None:
    marks = Marks(caption=("A title that takes more than one line above a drawing " * 2, "What is said below it."))
    lines = [
        cell.words for cell in figure(samples.small(), form="outline", marks=marks).cells if cell.kind == "caption"
    ]
    assert len(lines) > 2
    assert [words.bold for words in lines] == [*[True] * (len(lines) - 1), False]


def test_labels_and_tags_never_leave_text_too_little_room_for_its_words() -> None:
    map = samples.small()
    words = {word for id in ("close", "air", "limit") for word in visible(wording.sentence(map, id)).split()}
    drawn = figure(map, size=7.0, wrap=49.0, labels=True)
    assert words <= {word for cell in drawn.cells for line in cell.words.lines for word in line.split()}
    halves = [cell for cell in drawn.cells if cell.kind.endswith(("if", "then"))]
    assert min(cell.width for cell in halves) > 40
