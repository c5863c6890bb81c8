import random

from argmap.diagram.marks import Marks
from argmap.diagram.words.captions import caption
from argmap.diagram.words.kinds import KINDS, kinds_in
from argmap.export import ExportOptions
from argmap.export.drawing import parts
from argmap.model import ArgumentMap, Reason, Statement
from tests.diagram import samples
from tests.diagram.figures import figure


def bare() -> ArgumentMap:
    return ArgumentMap(
        entries={"c": Statement(text="C."), "r": Reason(target="c"), "p": Statement(text="P.", stands_in=("r",))}
    )


def test_a_caption_explains_just_what_occurs() -> None:
    assert (
        caption(bare(), figure(bare()))
        == "Argument map. Arrows: premises support conclusions; bold: the main conclusion."
    )
    said = caption(samples.small(), figure(samples.small()))
    assert said == (
        "Argument map of “Closing the old town”. Arrows: premises support conclusions, those joined by one line "
        "together; bold: the main conclusion; thick boxes: intermediate conclusions; IF and THEN: conditionals; dashed "
        "with a bar: objections; a bar on a line: objections to that inference; dotted boxes: implicit statements; "
        "grey and dotted: stands elsewhere in the figure, under the same label."
    )


def test_fidelity_is_explained_where_it_is_drawn() -> None:
    said = caption(samples.sourced(), figure(samples.sourced()))
    assert (
        "dash-dotted boxes: interpretations, which no passage says; in quotation marks: the text’s own words." in said
    )


def test_labels_are_explained_where_they_are_shown() -> None:
    said = caption(samples.small(), figure(samples.small(), labels=True))
    assert said.endswith("; labels: C conclusions, P premises, O objections.")


def test_small_shapes_are_explained_as_they_are_drawn() -> None:
    said = caption(samples.small(), figure(samples.small(), "numbered"))
    assert "; double circle: the main conclusion; thick circles: intermediate conclusions; hexagons: " in said
    assert "; dotted outlines: implicit statements;" in said
    assert said.endswith("; the key has the statements by label.")


def test_marks_are_named_and_explained() -> None:
    marks = Marks(caption=("T: What if?", "Supposed: “x”.", "Grey: falls."), title="T: What if?")
    said = caption(bare(), figure(bare(), marks=marks), marks)
    assert said.startswith("Argument map of “T: What if?”. ")
    assert said.endswith(" Supposed: “x”. Grey: falls.")


def test_kinds_are_found_once_in_their_order() -> None:
    found = kinds_in(figure(samples.small()))
    assert list(found) == [kind for kind in KINDS if kind in found]
    assert [kind.word for kind in kinds_in(figure(bare()))] == ["reason", "main conclusion"]


def test_sections_are_explained_and_parts_named() -> None:
    map = samples.argued(random.Random(2), 60)
    assert "areas with a title: sections" in caption(map, figure(map))
    drawn = parts(map, ExportOptions(venue="lncs"))
    assert caption(map, drawn[1]).startswith(f"Argument map of “60 statements, part 2 of {len(drawn)}”. ")
