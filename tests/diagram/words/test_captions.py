from argmap.diagram.marks import Marks
from argmap.diagram.words.captions import caption
from argmap.diagram.words.kinds import KINDS, kinds_in
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
        == "Argument map. Arrows: premises support conclusions. Bold: the main conclusion."
    )
    said = caption(samples.small(), figure(samples.small()))
    assert said == (
        "Argument map of “Closing the old town”. Arrows: premises support conclusions; premises joined by one line do "
        "so together. Bold: the main conclusion. Thick boxes: intermediate conclusions. IF and THEN: conditionals. "
        "Dashed with a bar: objections. Dotted boxes: implicit. Grey and dotted: stands elsewhere in the figure, under "
        "the same label."
    )


def test_fidelity_is_explained_where_it_is_drawn() -> None:
    said = caption(samples.sourced(), figure(samples.sourced()))
    assert (
        "Dash-dotted boxes: interpretations, which no passage says. In quotation marks: the text’s own words." in said
    )


def test_labels_are_explained_where_they_are_shown() -> None:
    said = caption(samples.small(), figure(samples.small(), labels=True))
    assert said.endswith("Labels: C conclusions, P premises, O objections.")


def test_small_shapes_are_explained_as_they_are_drawn() -> None:
    said = caption(samples.small(), figure(samples.small(), "numbered"))
    assert "Double circle: the main conclusion. Thick circles: intermediate conclusions. Hexagons: " in said
    assert "Dotted outlines: implicit." in said
    assert said.endswith("The key has the statements by label.")


def test_marks_are_named_and_explained() -> None:
    marks = Marks(caption=("T: What if?", "Supposed: “x”.", "Grey: falls."), title="T: What if?")
    said = caption(bare(), figure(bare(), marks=marks), marks)
    assert said.startswith("Argument map of “T: What if?”. ")
    assert said.endswith(" Supposed: “x”. Grey: falls.")


def test_kinds_are_found_once_in_their_order() -> None:
    found = kinds_in(figure(samples.small()))
    assert list(found) == [kind for kind in KINDS if kind in found]
    assert [kind.word for kind in kinds_in(figure(bare()))] == ["reason", "main conclusion"]
