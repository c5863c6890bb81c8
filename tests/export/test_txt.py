import random

import pytest

from argmap.diagram import DiagramError
from argmap.diagram.cells import cells
from argmap.export import ExportOptions, export
from argmap.export.txt import LEAST_WIDTH, Detail, render
from argmap.model import ArgumentMap, Objection, Statement
from tests.diagram import samples

SMALL = """\
╔═════════════════════════════════════════════════════╗
║ The city should close the old town to private cars. ║
╚═════════════════════════════════════════════════════╝
  ✗ ▲   ▲ ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
  ┊ │ ╭✗├─┃ Closing the old town would make its air safer. ┃
  ┊ │ ┊ │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
  ┊ │ ┊ │   ▲ ┌───────────────────────────────────────┐
  ┊ │ ┊ │   ╰─│ P1 Nitrogen dioxide exceeds the legal │
  ┊ │ ┊ │     │ limit.                                │
  ┊ │ ┊ │     └───────────────────────────────────────┘
  ┊ │ ┊ │ ┌──────────────────────────────────────────────┐
  ┊ │ ┊ ╰─│ IF   Closing the old town would make its air │
  ┊ │ ┊   │      safer                                   │
  ┊ │ ┊   │ THEN (likely) the city should close the old  │
  ┊ │ ┊   │      town to private cars                    │
  ┊ │ ┊   └──────────────────────────────────────────────┘
  ┊ │ ┊   ┌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐
  ┊ │ ╰┄┄┄╎ ✗ The wind carries the fumes away anyway. ╎
  ┊ │     ╎ – A reader                                ╎
  ┊ │     └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘
  ┊ │     ╭┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╮
  ┊ ├─────┊ see P1: Nitrogen dioxide exceeds the legal … ┊
  ┊ │     ╰┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╯
  ┊ │     ┌┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┐
  ┊ ╰─────┊ Shops would gain. ┊
  ┊       └┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┘
  ┊       ┌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐
  ╰┄┄┄┄┄┄┄╎ ✗ Residents would lose access. ╎
          ╎ (answered)                     ╎
          └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘
"""

LABELS = """\
║ C1     ║
  ✗ ▲   ▲
  ┊ │ ╭✗├─┃ C2 ┃
  ┊ │ ┊ │   ▲
  ┊ │ ┊ │   ╰─│ P1 │
  ┊ │ ┊ ╰─│ P2 │
  ┊ │ ╰┄┄┄╎ ✗ O1 ╎
  ┊ ├─────┊ see P1 ┊
  ┊ ╰─────┊ P3 ┊
  ╰┄┄┄┄┄┄┄╎ ✗ O2 ╎"""


def test_the_small_map() -> None:
    assert export(samples.small(), "txt", ExportOptions(columns=60)).decode() == SMALL


@pytest.mark.parametrize("width", [LEAST_WIDTH, 44, 76, 200])
@pytest.mark.parametrize("labels", [False, True])
def test_no_line_is_wider_than_asked(width: int, labels: bool) -> None:
    for seed in range(40):
        figure = render(samples.wild(random.Random(seed), 30), width, labels=labels)
        assert max(map(cells, figure.lines)) <= width, seed
    assert max(map(cells, render(samples.deep(300), width).lines)) <= width


def test_lines_and_boxes_name_the_entries_they_show() -> None:
    figure = render(samples.small(), 60)
    assert len(figure.ids) == len(figure.lines)
    assert figure.ids[0] == "close"
    for box in figure.boxes:
        assert set(figure.ids[box.top : box.top + box.height]) == {box.id}
        assert figure.lines[box.top][box.left] in "╔┏┌╭"
        assert figure.lines[box.top + box.height - 1][box.left] in "╚┗└╰"
    assert [box.id for box in figure.boxes if box.reference] == ["limit"]


@pytest.mark.parametrize(("detail", "tall"), [("short", 3), ("labels", 1)])
def test_less_detail_takes_fewer_lines_and_the_same_boxes(detail: Detail, tall: int) -> None:
    for seed in range(40):
        map = samples.wild(random.Random(seed), 30)
        figure = render(map, 60, labels=True, detail=detail)
        assert max(map_cells := [cells(line) for line in figure.lines]) <= 60, map_cells
        assert {box.height for box in figure.boxes} == {tall}
        assert {box.id for box in figure.boxes} == {box.id for box in render(map, 60, labels=True).boxes}


def test_labels_only() -> None:
    assert "\n".join(render(samples.small(), 60, detail="labels").lines) == LABELS


def test_wide_and_combining_characters_keep_the_borders_straight() -> None:
    figure = render(ArgumentMap(entries={"s": Statement(text="東京の平日 e\u0301 é は危険である。" * 3)}), 40)
    assert len({cells(line) for line in figure.lines}) == 1


def test_quotations_stand_in_quotation_marks_and_interpretations_in_dashes() -> None:
    map = samples.sourced()
    lines = render(map).lines
    assert lines[1] == "║ “The pier should be kept.” ║"
    assert any("┇ Trade is worth more than sleep. ┇" in line for line in lines)
    assert any("│ “The ‘night trade’ pays.” │" in line for line in lines)
    assert any("┊ Who pays matters more. ┊" in line for line in lines)
    assert any("┆ IF   Ships come" in line for line in lines)
    assert any("│ IF   Trade is worth more than sleep │" in line for line in lines)
    assert render(map, detail="short").lines[1] == lines[1]
    kept = map.sentence("keep")
    assert kept is not None
    short = map.with_entries({**map.entries, "keep": kept.model_copy(update={"short": "Keep it."})}, {"keep"})
    assert render(short, detail="short").lines[1].strip("║ ") == "Keep it."
    assert render(short).lines[1] == lines[1]


def test_controls_are_shown() -> None:
    figure = render(ArgumentMap(entries={"s": Statement(text="a\x1b[31mb\u202ec")}))
    assert "a[U+001B][31mb[U+202E]c" in figure.lines[1]


def test_many_undercuts_of_one_reason_each_have_a_rail() -> None:
    entries = dict(samples.small().entries)
    for number in range(4):
        entries[f"o{number}"] = Objection(target="because-air")
        entries[f"u{number}"] = Statement(text=f"Undercut {number}.", stands_in=(f"o{number}",))
    figure = render(ArgumentMap(entries=entries), 76)
    assert sum(line.count("✗├") + line.count("✗│") for line in figure.lines) == 5


def test_what_txt_cannot_do_is_said() -> None:
    with pytest.raises(DiagramError, match="outline form only"):
        export(samples.small(), "txt", ExportOptions(form="tree"))
    with pytest.raises(DiagramError, match="too narrow"):
        render(samples.small(), 10)
    with pytest.raises(DiagramError, match="no statements"):
        render(ArgumentMap())
