import random
import re

import pytest

from argmap.diagram.marks import Mark, Marks
from argmap.diagram.words.describe import alt, spoken
from argmap.diagram.words.prose import prose
from argmap.export import ExportOptions
from argmap.export.drawing import parts
from argmap.model import ArgumentMap, Conditional, Objection, Reason, Statement
from tests.diagram import samples
from tests.diagram.figures import figure


def test_the_whole_structure_is_told_in_reading_order() -> None:
    assert prose(samples.small()) == (
        "C1, the main conclusion: The city should close the old town to private cars. It is supported by R1, from C2 "
        "and P2 together; and by R3, from P1 and P3 together. Against it stands O2.",
        "Against R1 itself stands O1.",
        "C2, a conclusion in R1: Closing the old town would make its air safer. It is supported by R2, from P1.",
        "P1, a premise in R2 and R3: Nitrogen dioxide exceeds the legal limit.",
        "P2, a conditional premise in R1: If Closing the old town would make its air safer, then (likely) the city "
        "should close the old town to private cars.",
        "O1, an objection to R1, claimed by A reader: The wind carries the fumes away anyway.",
        "P3, a premise in R3, implicit: Shops would gain.",
        "O2, an objection to C1: Residents would lose access. It is answered: There are permits.",
    )


def test_rules_sections_quotations_and_objections_of_several_statements_are_told() -> None:
    map = ArgumentMap(
        entries={
            "c": Statement(text="Go"),
            "r": Reason(target="c", rule="modus ponens", section="Why"),
            "p": Statement(text="It rains!", stands_in=("r",)),
            "o": Objection(target="r", rule="none", answered="No"),
            "a": Statement(text="A?", stands_in=("o",)),
            "b": Conditional(antecedent="a", consequent="q", stands_in=("o",)),
            "q": Statement(text="Q"),
        }
    )
    told = prose(map)
    assert told[0] == "C1, the main conclusion: Go. It is supported by R1 by modus ponens (section “Why”), from P1."
    assert "Against R1 itself stands O1, from O1a and O1b together." in told
    assert "O1 is answered: No." in told
    assert told[-1] == "Q1, mentioned, not asserted: Q."
    assert "C1, the main conclusion: “The pier should be kept.”" in " ".join(prose(samples.sourced()))


def test_what_the_marks_say_is_told_in_brackets_without_their_signs() -> None:
    marks = Marks(
        {("close", None): Mark(("× falls (stood)", "refuted"))}, {"but-access": Mark(("● objection live (was out)",))}
    )
    told = prose(samples.small(), marks)[0]
    assert told.startswith("C1, the main conclusion (falls, stood, refuted): The city")
    assert told.endswith("Against it stands O2 (objection live, was out).")
    assert "main conclusion (falls, stood, refuted): “The city" in alt(samples.small(), marks)
    assert spoken(()) == ""


@pytest.mark.parametrize("seed", range(60))
def test_of_any_map_every_label_is_told(seed: int) -> None:
    map = samples.wild(random.Random(seed), 25)
    told = "\n".join(prose(map))
    loose = {row.id for row in map.outline.tray}
    for id, label in map.outline.labels.items():
        assert id in loose or re.search(rf"\b{re.escape(label)}\b", told), label
    assert "  " not in told


def test_undercuts_of_undercuts_have_no_limit_of_depth() -> None:
    entries: dict[str, Statement | Reason | Objection] = {"s": Statement(text="S."), "r": Reason(target="s")}
    entries |= {f"o{n}": Objection(target=f"o{n - 1}" if n else "r") for n in range(3000)}
    assert len(prose(ArgumentMap(entries=entries))) == 3001


def test_a_thousand_statements_are_told() -> None:
    map = samples.bushy(1000)
    assert len(map.outline.rows) > 1000
    assert len(prose(map)) >= 1000


@pytest.mark.parametrize("seed", range(40))
def test_the_alternative_text_is_one_short_sentence(seed: int) -> None:
    map = samples.wild(random.Random(seed), 25).model_copy(update={"title": "A long title " * seed})
    said = alt(map, Marks({(id, None): Mark(("● stands " * seed,)) for id in map.outline.mains}))
    assert len(said) < 250
    assert said.startswith("Argument map")
    assert said.endswith(".")
    assert "\n" not in said


def test_words_without_blanks_are_cut_too() -> None:
    entry = Statement(text="x" * 3000)
    said = alt(ArgumentMap(title="t" * 3000, entries={"s": entry}), Marks({("s", None): Mark(("m" * 99,))}))
    assert 200 < len(said) < 250


def test_a_figure_has_both() -> None:
    drawn = figure(samples.small())
    assert drawn.alt == (
        "Argument map “Closing the old town”: 2 conclusions, 3 premises, 3 reasons and 2 objections; "
        "main conclusion: “The city should close the old town to private cars”."
    )
    assert drawn.description.startswith("Argument map: 2 conclusions, ")
    assert drawn.description.endswith(prose(samples.small())[-1])


def test_a_part_tells_only_what_it_shows() -> None:
    map = samples.bushy(60)
    drawn = parts(map, ExportOptions(venue="lncs"))
    for each in drawn:
        shown = {cell.words.lines[0] for cell in each.cells if cell.kind == "label"}
        told = set(re.findall(r"([CPO]\d+), (?:the main|a) ", each.description))
        assert told == shown
