import random
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import pytest

from argmap.diagram.figure import Cell, Figure
from argmap.diagram.layout import contour, sections, skeleton
from argmap.diagram.structure import forest, stands
from argmap.export.txt import render
from argmap.model import ArgumentMap, Entry, Objection, Reason, Statement
from tests.diagram import geometry, samples
from tests.diagram.figures import figure

FORMS: dict[str, dict[str, Any]] = {
    "down": {},
    "right": {"direction": "right"},
    "outline": {"form": "outline"},
    "narrow": {"form": "outline", "wrap": 150.0, "size": 7.5},
    "labels": {"direction": "right", "labels": True, "size": 7.0, "wrap": 40.0},
    "small": {"direction": "down", "size": 7.0, "wrap": 40.0},
}


def closing() -> ArgumentMap:
    """Two sections bearing on the main conclusion, one of them in two reasons, one in a conclusion, one nested."""
    entries: dict[str, Entry] = {
        "close": Statement(text="Close it."),
        "air": Reason(target="close", section="Air"),
        "a1": Statement(text="The air is bad.", stands_in=("air",)),
        "air-too": Reason(target="close", section="Air"),
        "a2": Statement(text="It would be better.", stands_in=("air-too",)),
        "both": Reason(target="close"),
        "trade": Statement(text="Shops gain.", stands_in=("both",)),
        "quiet": Statement(text="Nights are quiet.", stands_in=("both",)),
        "for-trade": Reason(target="trade", section="Trade"),
        "t1": Statement(text="Footfall rose.", stands_in=("for-trade",)),
        "for-t1": Reason(target="t1", section="Counts"),
        "t2": Statement(text="They counted.", stands_in=("for-t1",)),
        "but-t1": Objection(target="t1"),
        "t3": Statement(text="Only once.", stands_in=("but-t1",)),
    }
    return ArgumentMap(entries=entries)


def wild(seed: int, size: int) -> ArgumentMap:
    """Anything that parses, with sections on some of its reasons."""
    rng = random.Random(seed * 1000 + size)
    map = samples.wild(rng, size)
    names = [None, None, "Air & <b>", "Trade", "A section whose title is long enough to be wrapped, whatever the form"]
    changed = {
        id: entry.model_copy(update={"section": rng.choice(names)}) if isinstance(entry, Reason) else entry
        for id, entry in map.entries.items()
    }
    return map.model_copy(update={"entries": changed})


@cache
def maps() -> list[ArgumentMap]:
    argued = [samples.argued(random.Random(seed), size) for seed in range(3) for size in (8, 25, 80)]
    return [*argued, *(wild(seed, size) for seed in range(4) for size in (12, 30, 60))]


def inside(cell: Cell, other: Cell, slack: float = 0.01) -> bool:
    return (
        other.x - slack <= cell.x
        and cell.x + cell.width <= other.x + other.width + slack
        and other.y - slack <= cell.y
        and cell.y + cell.height <= other.y + other.height + slack
    )


def apart(cell: Cell, other: Cell) -> bool:
    return (
        cell.x + cell.width <= other.x + 0.01
        or other.x + other.width <= cell.x + 0.01
        or cell.y + cell.height <= other.y + 0.01
        or other.y + other.height <= cell.y + 0.01
    )


def of_kind(drawn: Figure, kind: str) -> list[Cell]:
    return [cell for cell in drawn.cells if cell.kind == kind]


def boxes(drawn: Figure) -> list[Cell]:
    return [cell for cell in drawn.cells if cell.pen]


def holding(drawn: Figure) -> dict[str, set[str]]:
    """The sections by title, with the names of the boxes in their areas."""
    found = {}
    for area, title in zip(of_kind(drawn, "section"), of_kind(drawn, "section title"), strict=True):
        found[" ".join(title.words.lines)] = {cell.name for cell in boxes(drawn) if inside(cell, area)}
    return found


@pytest.mark.parametrize("form", ["down", "right", "outline"])
def test_an_area_holds_a_section_and_what_it_alone_supports(form: str) -> None:
    drawn = figure(closing(), **FORMS[form])
    assert holding(drawn) == {
        "1 Air": {"P1", "P2"},
        "2 Trade": {"C2", "C3", "P3", "O1"},
        "3 Counts": {"C3", "P3", "O1"},
    }


@pytest.mark.parametrize("form", FORMS)
def test_areas_lie_in_each_other_or_apart_and_boxes_in_them_or_apart(form: str) -> None:
    for number, map in enumerate(maps()):
        drawn = figure(map, **FORMS[form])
        areas = of_kind(drawn, "section")
        for first, second in combinations(areas, 2):
            assert apart(first, second) or inside(second, first) or inside(first, second), number
        for area in areas:
            assert all(inside(cell, area) or apart(cell, area) for cell in boxes(drawn)), number
        assert not geometry.overlapping(drawn), number


@pytest.mark.parametrize("form", ["down", "right"])
def test_areas_hold_all_that_stands_in_them_and_nothing_else(form: str) -> None:
    for number, map in enumerate(maps()):
        trees = forest(map)
        order = {stand: place for place, stand in enumerate(s for root in trees for s in stands(root))}
        drawn = figure(map, **FORMS[form])
        drawn_boxes = [c for c in boxes(drawn) if c.kind not in ("label", "tag") and not c.name.endswith(" then")]
        assert len(drawn_boxes) == len(order), number
        found, _ = sections.areas(trees)
        cells = of_kind(drawn, "section")
        for area, cell in zip(found, cells, strict=True):
            below = {order[stand] for top in area.tops for stand in stands(top)}
            assert {place for place, box in enumerate(drawn_boxes) if inside(box, cell)} == below, number


@pytest.mark.parametrize("form", FORMS)
def test_titles_are_whole_and_nothing_crosses_them(form: str) -> None:
    for number, map in enumerate(maps()):
        drawn = figure(map, **FORMS[form])
        titles = of_kind(drawn, "section title")
        for area, title in zip(of_kind(drawn, "section"), titles, strict=True):
            assert inside(title, area), number
            assert all(apart(title, cell) for cell in boxes(drawn)), number
            assert all(apart(title, other) for other in titles if other is not title), number
            left, top, right, bottom = title.x, title.y, title.x + title.width, title.y + title.height
            for _, (x, y), (to_x, to_y) in geometry.segments(drawn):
                assert max(x, to_x) < left or min(x, to_x) > right or max(y, to_y) < top or min(y, to_y) > bottom, (
                    number
                )


def test_a_conclusion_lies_outside_the_area_of_some_of_its_reasons_and_so_does_a_main_one() -> None:
    map = closing()
    other = Reason(target="t1"), Statement(text="So it seems.", stands_in=("other",))
    mixed = map.model_copy(update={"entries": {**map.entries, "other": other[0], "seems": other[1]}})
    assert holding(figure(mixed))["3 Counts"] == {"P3"}
    entries = {id: map.entries[id] for id in ("close", "air", "a1")}
    assert holding(figure(ArgumentMap(entries=entries))) == {"1 Air": {"P1"}}


@pytest.mark.parametrize("form", ["down", "right"])
def test_lines_enter_areas_straight(form: str) -> None:
    for number, map in enumerate(maps()):
        drawn = figure(map, **FORMS[form])
        assert not geometry.crossed(drawn), number
        assert not geometry.shared(drawn), number
        assert not geometry.crossings(drawn), number
        cells = {cell.name: cell for cell in drawn.cells}
        for cell in of_kind(drawn, "section"):
            held = {name for name, box in cells.items() if inside(box, cell)}
            low, high = (cell.x, cell.x + cell.width) if form == "down" else (cell.y, cell.y + cell.height)
            start, end = (cell.y, cell.y + cell.height) if form == "down" else (cell.x, cell.x + cell.width)
            for line in drawn.lines:
                points = line.points if form == "down" else tuple((y, x) for x, y in line.points)
                for (x, y), (to_x, to_y) in pairwise(points):
                    if y == to_y and start - 2 < y < end + 2 and max(x, to_x) > low and min(x, to_x) < high:
                        assert line.ends[0] in held, (number, line)
                        assert low < min(x, to_x) <= max(x, to_x) < high, (number, line)


@pytest.mark.parametrize("form", FORMS)
def test_everything_lies_on_the_page(form: str) -> None:
    for number, map in enumerate(maps()):
        drawn = figure(map, **FORMS[form])
        assert all(
            cell.x >= 0 and cell.y >= 0 and cell.x + cell.width <= drawn.width and cell.y + cell.height <= drawn.height
            for cell in drawn.cells
        ), number
        if "outline" in FORMS[form].values() and "wrap" in FORMS[form] and number < 9:
            assert drawn.width <= FORMS[form]["wrap"] + 4


@pytest.mark.parametrize("direction", ["down", "right"])
def test_siblings_keep_the_authors_order(direction: str) -> None:
    for map in maps():
        trees = forest(map)
        found, _ = sections.areas(trees)
        breadth = {stand: 20.0 + 7 * (number % 5) for number, stand in enumerate(s for r in trees for s in stands(r))}
        centre, *_ = contour.centres(trees, found, breadth, 10.0, lambda area, room: (20.0, 5.0))
        for level in skeleton.ranks(trees):
            for a, b in pairwise(level):
                assert centre[b] - centre[a] >= (breadth[a] + breadth[b]) / 2 + 10 - 0.001


def test_one_name_has_one_number_and_sections_are_numbered_in_reading_order() -> None:
    map = closing()
    again = map.entries["for-t1"].model_copy(update={"section": "Air"})
    same = map.model_copy(update={"entries": {**map.entries, "for-t1": again}})
    names = [cell.name for cell in figure(same).cells if cell.kind == "section"]
    assert names == ["section 1", "section 2", "section 1 (2)"]


def test_a_section_within_itself_adds_nothing() -> None:
    map = closing()
    again = map.entries["for-t1"].model_copy(update={"section": "Trade"})
    drawn = figure(map.model_copy(update={"entries": {**map.entries, "for-t1": again}}))
    assert [cell.name for cell in of_kind(drawn, "section")] == ["section 1", "section 2"]


def test_neighbouring_and_nested_areas_differ_in_colour() -> None:
    for map in maps():
        found, _ = sections.areas(forest(map))
        numbers = list(dict.fromkeys(area.section.number for area in found))
        assert numbers == sorted(numbers)
        for area in found:
            assert area.outer is None or area.fill != area.outer.fill
        for outer in (None, *found):
            assert all(a.fill != b.fill for a, b in pairwise([area for area in found if area.outer is outer]))


def test_areas_are_painted_before_all_else() -> None:
    kinds = [cell.kind.startswith("section") for cell in figure(closing()).cells]
    assert kinds == sorted(kinds, reverse=True)


def test_a_tree_that_goes_on_elsewhere_is_still_in_its_section() -> None:
    entries: dict[str, Entry] = {"s0": Statement(text="The first of many.")}
    for number in range(1, 40):
        entries[f"r{number}"] = Reason(target=f"s{number - 1}", section="Deep" if number == 1 else None)
        entries[f"s{number}"] = Statement(text=f"Ground number {number}.", stands_in=(f"r{number}",))
    map = ArgumentMap(entries=entries)
    drawn = figure(map, "outline", wrap=150.0)
    titles = [" ".join(cell.words.lines) for cell in of_kind(drawn, "section title")]
    assert titles[0] == "1 Deep"
    assert len(titles) > 1
    assert set(titles[1:]) == {"1 Deep (continued)"}
    assert "── 1 Deep (continued) ──" in "\n".join(render(map, 40).lines)


@pytest.mark.parametrize("form", ["down", "right", "outline", "narrow"])
def test_sections_deep_in_sections(form: str) -> None:
    deep = samples.deep(1200)
    entries = {
        id: entry.model_copy(update={"section": f"Number {id}"}) if isinstance(entry, Reason) else entry
        for id, entry in deep.entries.items()
    }
    drawn = figure(ArgumentMap(entries=entries), **FORMS[form])
    assert len(of_kind(drawn, "section")) >= 1199
    assert all(title.width > 0 for title in of_kind(drawn, "section title"))


def test_the_text_form_names_sections_above_their_first_box() -> None:
    map = closing()
    more = Reason(target="t1"), Statement(text="So it seems.", stands_in=("other",))
    lines = render(map.model_copy(update={"entries": {**map.entries, "other": more[0], "seems": more[1]}}), 40).lines
    named = [line.strip(" │▲┊✗") for line in lines if "──" in line and "┌" not in line and "└" not in line]
    assert [line for line in named if line.startswith("── ")] == [
        "── 1 Air ──",
        "── 2 Trade ──",
        "── 3 Counts ──",
        "── end of 3 ──",
        "── end of 2 ──",
    ]
    at = {
        text: number for number, line in enumerate(lines) for text in ("1 Air", "2 Trade", "Shops gain") if text in line
    }
    assert "The air is bad" in lines[at["1 Air"] + 2]
    assert at["Shops gain"] == at["2 Trade"] + 2


@pytest.mark.parametrize("width", [30, 44, 76])
@pytest.mark.parametrize("detail", ["full", "short", "labels"])
def test_titles_keep_within_the_width_of_text(width: int, detail: Any) -> None:
    for number, map in enumerate(maps()):
        drawn = render(map, width, detail=detail)
        assert all(len(line) <= width for line in drawn.lines), number
        plain = map.model_copy(
            update={
                "entries": {
                    id: entry.model_copy(update={"section": None}) if isinstance(entry, Reason) else entry
                    for id, entry in map.entries.items()
                }
            }
        )
        assert [id for id in drawn.ids if id] == [id for id in render(plain, width, detail=detail).ids if id], number
