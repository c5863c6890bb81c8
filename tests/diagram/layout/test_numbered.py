import random
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from argmap.diagram.figure import Cell, Figure
from argmap.diagram.fonts import BOLD, REGULAR, Fonts
from argmap.diagram.parts import Part, Root
from argmap.diagram.scenario_marks import marks_of
from argmap.export import ExportOptions, export
from argmap.format import read
from argmap.logic import outcome
from argmap.model import ArgumentMap, Conditional, Objection, Reason, Statement
from argmap.workspace.files import open_map
from tests.diagram import geometry, samples
from tests.diagram.figures import figure
from tests.edit.conftest import FERRY

MAPS = Path(__file__).resolve().parents[3] / "maps"
WAYS: Mapping[str, dict[str, Any]] = {
    "down": {},
    "right": {"direction": "right"},
    "narrow": {"size": 7.0, "wrap": 200.0},
    "wide": {"direction": "right", "wrap": 900.0},
}


def numbered(map: ArgumentMap, **options: Any) -> Figure:
    return figure(map, "numbered", **options)


def circles(drawn: Figure) -> list[Cell]:
    return [cell for cell in drawn.cells if cell.shape != "box"]


def keys(drawn: Figure) -> dict[str, str]:
    """What the key says of each label, notes included."""
    said: dict[str, str] = {}
    label = ""
    for cell in (cell for cell in drawn.cells if cell.kind == "key"):
        words = " ".join(cell.words.lines)
        if cell.name.endswith(" key"):
            assert words not in said
            label = words
            said[label] = ""
        else:
            said[label] += f" | {words}" if said[label] else words
    return said


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("size", [8, 40])
def test_shapes_and_lines_keep_the_rules_of_all_figures(way: str, size: int) -> None:
    for seed in range(6):
        drawn = numbered(samples.wild(random.Random(seed * 1000 + size), size), **WAYS[way])
        assert not geometry.overlapping(drawn), seed
        assert not geometry.shared(drawn), seed
        assert not geometry.crossings(drawn), seed
        assert not geometry.entered(drawn), seed


@pytest.mark.parametrize("way", WAYS)
def test_lines_end_on_the_borders_of_shapes(way: str) -> None:
    for seed in range(6):
        map = samples.wild(random.Random(seed), 24)
        drawn = numbered(map, **WAYS[way])
        borders = geometry.outlines(drawn)
        ends = [end for line in drawn.lines for end in (line.points[0], line.points[-1])]
        met = {name for name, border in borders.items() if any(geometry.distance(end, border) < 0.05 for end in ends)}
        roots = {cell.name for cell in circles(drawn) if cell.name not in {line.ends[1] for line in drawn.lines}}
        assert {line.ends[0] for line in drawn.lines} <= met | roots, seed
        assert {line.ends[1] for line in drawn.lines} <= met, seed
        cells = {cell.name: cell for cell in circles(drawn)}
        for end in ends:
            for name, cell in cells.items():
                across = cell.x - 0.01 <= end[0] <= cell.x + cell.width + 0.01
                if across and cell.y - 0.01 <= end[1] <= cell.y + cell.height + 0.01:
                    assert geometry.distance(end, borders[name]) < 0.05, (seed, name)


@pytest.mark.parametrize("size", [7.0, 9.0, 14.0])
def test_labels_keep_within_their_shapes(size: float) -> None:
    fonts = Fonts.of()
    for seed in range(4):
        drawn = numbered(samples.wild(random.Random(seed), 60), size=size)
        borders = geometry.outlines(drawn, inner=True)
        for cell in circles(drawn):
            words = cell.words
            wide = fonts.width(words.lines[0], BOLD if words.bold else REGULAR) * words.size / 2
            x, y = cell.x + cell.width / 2, cell.y + cell.height / 2
            for across in (-wide, wide):
                for along in (-0.37 * size, 0.37 * size):
                    assert geometry.inside((x + across, y + along), borders[cell.name]), cell


@pytest.mark.parametrize("way", WAYS)
def test_every_label_stands_in_the_key_once_and_means_what_the_map_says(way: str) -> None:
    for seed in range(6):
        map = samples.wild(random.Random(seed), 30)
        drawn = numbered(map, **WAYS[way])
        shown = {cell.words.lines[0] for cell in circles(drawn)}
        said = keys(drawn)
        assert shown == set(said)
        ids = {label: id for id, label in map.outline.labels.items()}
        for label, text in said.items():
            entry = map.sentence(ids.get(label, ""))
            if isinstance(entry, Statement):
                assert text.replace(" ", "").startswith(entry.text.replace(" ", "")), label


@pytest.mark.parametrize("way", WAYS)
def test_the_key_keeps_its_width_and_its_columns_apart(way: str) -> None:
    fonts = Fonts.of()
    for seed in range(4):
        drawn = numbered(samples.wild(random.Random(seed), 30), **WAYS[way])
        lowest = max(cell.y + cell.height for cell in circles(drawn))
        said = [cell for cell in drawn.cells if cell.kind == "key"]
        for cell in said:
            weight = BOLD if cell.words.bold else REGULAR
            assert all(fonts.width(line, weight) * cell.words.size <= cell.width + 0.01 for line in cell.words.lines)
            assert cell.y > lowest
            assert cell.x >= 2
            assert cell.x + cell.width <= drawn.width - 1.99
        assert not geometry.overlapping(
            Figure("", "", drawn.width, drawn.height, 9, fonts, tuple(cell._replace(pen=1.0) for cell in said), ())
        )


def test_the_key_has_columns_that_read_well_filled_one_after_the_other() -> None:
    def lefts(width: float) -> list[float]:
        drawn = numbered(samples.small(), wrap=width)
        return sorted({cell.x for cell in drawn.cells if cell.kind == "key" and cell.name.endswith(" key")})

    assert len(lefts(252)) == 1
    assert len(lefts(420)) == 1
    assert len(lefts(700)) == 2
    drawn = numbered(samples.small(), wrap=700)
    first, second = lefts(700)
    columns = [
        [cell.words.lines[0] for cell in drawn.cells if cell.name.endswith(" key") and cell.x == left]
        for left in (first, second)
    ]
    assert [label for column in columns for label in column] == ["C1", "C2", "P1", "P2", "P3", "O1", "O2"]
    heights = [
        max(cell.y + cell.height for cell in drawn.cells if cell.kind == "key" and (cell.x < second) is earlier)
        for earlier in (True, False)
    ]
    assert abs(heights[0] - heights[1]) < 60


def test_a_key_narrower_than_the_drawing_takes_its_width() -> None:
    drawn = numbered(samples.bushy(30), wrap=100)
    right = max(cell.x + cell.width for cell in circles(drawn))
    assert right > 300
    assert drawn.width == pytest.approx(right + 2)
    centred = numbered(samples.small(), wrap=500)
    xs = [x for cell in circles(centred) for x in (cell.x, cell.x + cell.width)]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(centred.width / 2)


def test_what_the_key_says() -> None:
    said = keys(numbered(samples.small()))
    assert said["C1"] == "The city should close the old town to private cars."
    assert said["P2"] == (
        "If Closing the old town would make its air safer, then (likely) the city should close the old town to private "
        "cars."
    )
    assert said["O1"] == "The wind carries the fumes away anyway. | – A reader"
    assert said["O2"] == "Residents would lose access. | (answered)"
    sourced = keys(numbered(samples.sourced()))
    assert sourced["P1"] == "“The ‘night trade’ pays.”"
    assert sourced["P2"] == "Ships come."


def test_kinds_are_told_by_shapes_and_borders() -> None:
    cells = {cell.name: cell for cell in numbered(samples.small()).cells}
    assert {name: cells[name].shape for name in ("C1", "C2", "P1", "P2", "O1")} == {
        "C1": "double circle",
        "C2": "circle",
        "P1": "circle",
        "P2": "hexagon",
        "O1": "octagon",
    }
    assert (cells["C1"].pen, cells["C2"].pen, cells["P1"].pen) == (1.6, 1.2, 0.6)
    assert (cells["P3"].dash, cells["O1"].dash) == ("dotted", "dashed")
    assert (cells["P1 (2)"].dash, cells["P1 (2)"].words.lines) == ("dotted", ("P1",))
    assert cells["P1 (2)"].stroke != cells["P1"].stroke


def test_a_conditional_that_objects_is_a_hexagon_drawn_as_an_objection() -> None:
    entries = {
        "claim": Statement(text="Claim."),
        "but": Objection(target="claim"),
        "if": Conditional(antecedent="claim", consequent="claim", stands_in=("but",)),
    }
    cell = next(cell for cell in numbered(ArgumentMap(entries=entries)).cells if cell.name == "O1")
    assert (cell.shape, cell.dash) == ("hexagon", "dashed")


def test_scenarios_are_black_and_grey_in_shapes_and_told_in_the_key() -> None:
    map = read(FERRY.encode()).map
    marks = marks_of(map, outcome(map, {"loved": False, "bridge": True, "used": True}), "What if?")
    drawn = numbered(map, marks=marks)
    label = map.outline.label("loved")
    fallen = next(cell for cell in circles(drawn) if cell.words.lines == (label,))
    assert (fallen.fill, fallen.words.colour) == ("#D4D4D4", "#595959")
    said = keys(drawn)
    assert said[label].endswith("| □ supposed false")
    changed = next(cell for cell in circles(drawn) if cell.fill == "#000000")
    assert changed.words.colour == "#FFFFFF"
    assert "supposed true" in said[changed.words.lines[0]]
    assert any("IF: " in text for text in said.values())


def test_signs_that_only_one_place_of_a_label_has_name_the_place() -> None:
    map = samples.small()
    marks = marks_of(map, outcome(map, {"air": False}), "What if?")
    signs = {sign for mark in marks.inferences.values() for sign in mark.signs}
    told = [text for text in keys(numbered(map, marks=marks)).values() for sign in signs if sign in text]
    assert told
    assert all("for C" in text or "objection" in text for text in told)


def test_what_no_sentence_stands_in_is_explained_too() -> None:
    entries = {
        "claim": Statement(text="Claim."),
        "empty": Reason(target="claim"),
        "lost": Reason(target="nowhere"),
        "s": Statement(text="Some words.", stands_in=("lost",)),
    }
    said = keys(numbered(ArgumentMap(entries=entries)))
    assert said["R1"] == "(nothing stands here yet)"
    assert said["nowhere"] == "(not in this map)"


@pytest.mark.parametrize("way", WAYS)
def test_long_text_and_ids_stay_on_the_page(way: str) -> None:
    id = "nowhere-" * 5 + "at-all"
    entries = {
        "claim": Statement(text="word " * 600),
        "r": Reason(target=id),
        "s": Statement(text="x" * 3000, stands_in=("r",)),
    }
    drawn = numbered(ArgumentMap(entries=entries), **WAYS[way])
    said = keys(drawn)
    assert "".join(said["P1"].split()) == "x" * 3000
    assert max(cell.x + cell.width for cell in drawn.cells) <= drawn.width
    assert not geometry.overlapping(drawn)


def test_hostile_text_comes_out_as_itself() -> None:
    text = "</text><script> &#9731; \\N \\input{x} a\\"
    map = ArgumentMap(entries={"s": Statement(text=text)})
    assert keys(numbered(map)) == {"P1": text} or keys(numbered(map)) == {"C1": text}
    svg = export(map, "svg", ExportOptions(form="numbered", legend=True)).decode()
    assert "&lt;/text&gt;&lt;script&gt; &amp;#9731; \\N \\input{x} a\\<" in svg
    dot = export(map, "dot", ExportOptions(form="numbered", legend=True)).decode()
    assert "a\\\\\\l" in dot


def test_labels_are_numbered_as_in_the_outline_and_sorted_as_people_look_for_them() -> None:
    labels = [cell.words.lines[0] for cell in numbered(samples.bushy(40)).cells if cell.name.endswith(" key")]
    assert labels == [f"C{n}" for n in range(1, 14)] + [f"P{n}" for n in range(1, 28)]
    assert max(Counter(labels).values()) == 1


@pytest.mark.parametrize("size", [7.0, 7.25, 7.5, 8.0, 8.5])
def test_the_engine_places_many_small_shapes(size: float) -> None:
    """Graphviz fails on this map where it is left to route lines, which nobody needs."""
    map = open_map(MAPS / "togo-2018.argmap.toml").map
    assert len(circles(numbered(map, direction="right", size=size))) > 100


def test_a_key_as_wide_as_a_page_of_a4_has_two_columns() -> None:
    drawn = numbered(samples.small(), size=9.0, wrap=480.0)
    assert len({cell.x for cell in drawn.cells if cell.kind == "key" and cell.name.endswith(" key")}) == 2


def test_notes_in_the_key_are_as_large_as_the_venue_wants_them() -> None:
    drawn = numbered(samples.small(), size=10.0, least=9.0)
    assert min(cell.words.size for cell in drawn.cells if cell.kind == "key") == 9.0


def test_the_key_of_a_part_says_what_its_circles_refer_to_in_full() -> None:
    map = samples.small()
    part = Part((Root(("close", None), first=1, last=2),))
    said = keys(numbered(map, part=part))
    assert said["P1"] == "Nitrogen dioxide exceeds the legal limit."


def test_the_key_tells_an_objection_before_what_supports_it_and_counts_on_after_nine() -> None:
    entries: dict[str, Any] = {"c": Statement(text="C."), "o": Objection(target="c")}
    entries |= {name: Statement(text=f"{name}.", stands_in=("o",)) for name in "xy"}
    entries["r"] = Reason(target="x")
    entries |= {f"p{n}": Statement(text=f"{n}.", stands_in=("r",)) for n in range(11)}
    said = list(keys(numbered(ArgumentMap(entries=entries))))
    assert said == ["C1", "O1a", "O1b", *(f"O1.{n}" for n in range(1, 12))]
