import random
from collections import Counter

import pytest

from argmap.diagram.fitting.split import continued, split
from argmap.diagram.marks import NO_MARKS, At, Marks, place
from argmap.diagram.parts import Part
from argmap.diagram.structure import Shows, forest, stands
from argmap.model import ArgumentMap, Reason, Statement
from tests.diagram import samples
from tests.diagram.figures import figure


def boxes(map: ArgumentMap, part: Part) -> list[At]:
    return [place(stand) for tree in part.of(forest(map)) for stand in stands(tree)]


def divided(map: ArgumentMap, most: int) -> list[Part] | None:
    return split(map, forest(map), lambda part: len(boxes(map, part)) <= most)


@pytest.mark.parametrize("most", [6, 12, 30])
def test_every_box_stands_in_a_part_and_every_end_begins_another(most: int) -> None:
    for seed in range(40):
        map = samples.wild(random.Random(seed), 50)
        parts = divided(map, most)
        if parts is None:
            continue
        shown = Counter(at for part in parts for at in boxes(map, part))
        every = {place(stand) for tree in forest(map) for stand in stands(tree)}
        assert set(shown) == every
        assert all(len(boxes(map, part)) <= most for part in parts)
        ends = {end for part in parts for end in part.ends}
        begins = {root.at for part in parts for root in part.roots}
        assert ends <= begins
        repeated = {at for at, count in shown.items() if count > 1}
        assert repeated <= ends | begins


@pytest.mark.parametrize("most", [6, 12, 30])
def test_every_inference_stands_in_one_part(most: int) -> None:
    for seed in range(40):
        map = samples.wild(random.Random(seed), 50)
        parts = divided(map, most) or []
        trees = [tree for part in parts for tree in part.of(forest(map))]
        found = Counter(bond.id for tree in trees for stand in stands(tree) for bond in stand.bonds)
        every = [bond.id for tree in forest(map) for stand in stands(tree) for bond in stand.bonds]
        if parts:
            assert found == Counter(every)


def test_one_inference_with_too_many_members_cannot_be_split() -> None:
    entries = {"c": Statement(text="C."), "r": Reason(target="c")}
    entries |= {f"p{n}": Statement(text="P.", stands_in=("r",)) for n in range(9)}
    assert divided(ArgumentMap(entries=entries), 8) is None


def test_a_conclusion_with_many_reasons_is_repeated() -> None:
    entries: dict[str, Statement | Reason] = {"c": Statement(text="C.")}
    for n in range(7):
        entries[f"r{n}"] = Reason(target="c")
        entries[f"p{n}"] = Statement(text="P.", stands_in=(f"r{n}",))
    map = ArgumentMap(entries=entries)
    parts = divided(map, 4)
    assert parts is not None
    assert [len(boxes(map, part)) for part in parts] == [4, 4, 2]
    notes = [marks.boxes["c", None].notes for marks in continued(map, parts, NO_MARKS)]
    assert notes == [("→ part 2",), ("← part 1", "→ part 3"), ("← part 2",)]


def test_a_section_is_cut_off_before_a_larger_part() -> None:
    entries: dict[str, Statement | Reason] = {"c": Statement(text="C."), "r": Reason(target="c")}
    for name, size, section in (("large", 5, None), ("apart", 3, "A section")):
        entries[name] = Statement(text=name, stands_in=("r",))
        entries[f"for-{name}"] = Reason(target=name, section=section)
        entries |= {f"{name}{n}": Statement(text="P.", stands_in=(f"for-{name}",)) for n in range(size)}
    parts = divided(ArgumentMap(entries=entries), 8)
    assert parts is not None
    assert [root.at for root in parts[1].roots] == [("apart", "r")]


def test_parts_say_where_they_go_on_and_show_the_cut_statement_in_both() -> None:
    map = samples.bushy(40)
    parts = divided(map, 14)
    assert parts is not None
    marks = continued(map, parts, NO_MARKS)
    first, second = (
        figure(map, labels=True, marks=said, part=part) for part, said in zip(parts[:2], marks[:2], strict=True)
    )
    assert first.title == f"Bushy, part 1 of {len(parts)}"
    onwards = [cell for cell in first.cells if cell.words.lines == ("→ part 2",)]
    assert len(onwards) == 1
    assert any(cell.words.lines == ("← part 1",) for cell in second.cells)
    cut = onwards[0].name.split(" ")[0]
    shown = {cell.name: cell.words.lines for cell in (*first.cells, *second.cells) if cell.kind == "text"}
    assert f"{cut} text" in shown


def test_a_caption_that_says_the_title_says_it_once_with_the_number_of_the_part() -> None:
    map = samples.bushy(40)
    parts = divided(map, 14) or []
    asked = Marks(caption=("Bushy: what if?", "Supposed true."), title="Bushy: what if?")
    said = continued(map, parts, asked)[0]
    assert said.caption == (f"Bushy: what if? (part 1 of {len(parts)})", "Supposed true.")
    assert said.title == said.caption[0]


def test_references_and_targets_survive() -> None:
    map = samples.small()
    shows = [stand.shows for part in divided(map, 4) or [] for tree in part.of(forest(map)) for stand in stands(tree)]
    assert Shows.REFERENCE in shows


def test_a_reference_says_in_which_part_its_statement_stands() -> None:
    map = samples.small()
    parts = divided(map, 4) or []
    told = continued(map, parts, NO_MARKS)
    holding = next(n for n, part in enumerate(parts, 1) if ("limit", "because-limit") in boxes(map, part))
    referring = next(n for n, part in enumerate(parts, 1) if ("limit", "because-shops") in boxes(map, part))
    assert holding != referring
    drawn = figure(map, labels=True, marks=told[referring - 1], part=parts[referring - 1])
    said = [" ".join(cell.words.lines) for cell in drawn.cells if cell.kind.startswith("reference")]
    assert [words for words in said if words.startswith(f"see P1 in part {holding}: ")]
