import random
from collections.abc import Sequence

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Direction, Form
from argmap.diagram.fitting.lengths import points
from argmap.export import ExportOptions, exported
from argmap.export.drawing import laid_out, parts
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples

FORMS: Sequence[Form] = ("tree", "outline", "numbered")


def test_a_figure_that_needs_no_fitting_is_as_it_was_asked_for() -> None:
    layout = laid_out(samples.small(), ExportOptions()).layout
    assert layout == ("tree", "down", 9.0, None)


def test_width_venue_and_size_are_heeded_together() -> None:
    options = ExportOptions(venue="lncs", height=points("90mm"), size=8.5)
    drawn = laid_out(samples.small(), options)
    assert drawn.width == pytest.approx(points("122mm"))
    assert drawn.height <= points("90mm")
    assert drawn.size == 8.5


def test_a_form_that_is_asked_for_is_kept() -> None:
    assert laid_out(samples.small(), ExportOptions(width=400, form="outline")).layout.form == "outline"
    assert laid_out(samples.small(), ExportOptions(width=500, direction="right")).layout[:2] == ("tree", "right")


def test_what_does_not_fit_says_what_would() -> None:
    with pytest.raises(DiagramError) as error:
        laid_out(samples.bushy(60), ExportOptions(venue="lncs", form="tree"))
    message = str(error.value)
    assert message.startswith("the tree form doesn't fit 122 mm × 193 mm with text of 8 pt or more; what would fit: ")
    assert "--split into " in message


def test_what_is_said_to_fit_does_fit() -> None:
    map = samples.bushy(14)
    with pytest.raises(DiagramError, match="--width 174mm") as error:
        laid_out(map, ExportOptions(width=points("60mm"), form="tree", direction="down"))
    assert "--width 174mm (tree form growing down" in str(error.value)
    wider = ExportOptions(width=points("174mm"), form="tree", direction="down")
    assert laid_out(map, wider).width == points("174mm")


def test_short_texts_are_proposed_where_there_are_some() -> None:
    long = " ".join(["word"] * 200)
    map = ArgumentMap(entries={"s": Statement(text=long, short="Few words.")})
    options = ExportOptions(width=points("40mm"), height=points("15mm"))
    with pytest.raises(DiagramError, match="--short texts"):
        laid_out(map, options)
    short = laid_out(map, ExportOptions(width=points("40mm"), height=points("15mm"), short=True))
    assert [cell.words.lines for cell in short.cells] == [("Few words.",)]


def test_parts_share_a_form_a_width_and_a_size_of_text() -> None:
    drawn = parts(samples.bushy(60), ExportOptions(venue="lncs"))
    assert len(drawn) > 1
    assert len({(figure.layout.form, figure.size, figure.width) for figure in drawn}) == 1
    assert [figure.title for figure in drawn] == [f"Bushy, part {n} of {len(drawn)}" for n in range(1, len(drawn) + 1)]


def test_what_fits_is_not_split() -> None:
    assert len(parts(samples.small(), ExportOptions(venue="a4"))) == 1


def test_splitting_needs_a_page() -> None:
    with pytest.raises(DiagramError, match="give --width or --venue"):
        parts(samples.small(), ExportOptions())


def test_the_parts_of_a_figure_with_far_more_text_than_the_page_holds_are_not_counted() -> None:
    with pytest.raises(DiagramError, match="perhaps --split, into many part-figures"):
        laid_out(samples.bushy(400), ExportOptions(width=points("60mm"), height=points("60mm")))


@pytest.mark.parametrize("page", [{"height": 20.0}, {"width": 20.0}])
def test_a_page_smaller_than_any_box_promises_no_parts(page: dict[str, float]) -> None:
    with pytest.raises(DiagramError, match="no form fits") as refused:
        laid_out(samples.small(), ExportOptions(**page))
    assert "--split" not in str(refused.value)


def test_what_not_even_parts_can_hold() -> None:
    with pytest.raises(DiagramError, match="not even in parts"):
        parts(samples.small(), ExportOptions(width=points("30mm"), height=points("10mm")))


def test_an_unknown_venue() -> None:
    with pytest.raises(DiagramError, match=r'no venue "science"; there are nature, nature-wide'):
        laid_out(samples.small(), ExportOptions(venue="science"))


def test_a_file_says_what_it_shows() -> None:
    (one,) = exported(samples.small(), "svg", ExportOptions(width=points("183mm")))
    assert one.told.startswith("tree form growing down, text of 9 pt, 183 mm × ")
    assert b'width="518.74pt"' in one.data
    many = exported(samples.bushy(60), "svg", ExportOptions(venue="lncs"), split=True)
    assert len({file.data for file in many}) == len(many) > 1


def test_the_form_that_takes_the_fewest_parts_is_taken() -> None:
    map = samples.realistic(random.Random(2), 30)
    counts = [len(parts(map, ExportOptions(venue="nature", form=form))) for form in FORMS]
    drawn = parts(map, ExportOptions(venue="nature"))
    assert len(drawn) == min(counts) < counts[0]
    assert drawn[0].layout.form == FORMS[counts.index(min(counts))]


def test_parts_grow_in_one_direction_where_they_can() -> None:
    drawn = parts(samples.realistic(random.Random(6), 30), ExportOptions(venue="elsevier-middle", form="tree"))
    assert len(drawn) > 2
    assert len({figure.layout.direction for figure in drawn}) == 1


@pytest.mark.parametrize("direction", ["down", "right"])
def test_a_direction_that_is_asked_for_is_kept_in_the_numbered_form(direction: Direction) -> None:
    options = ExportOptions(venue="a4", form="numbered", direction=direction)
    assert laid_out(samples.small(), options).layout[:2] == ("numbered", direction)
