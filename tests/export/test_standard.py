from argmap.export.standard import Step, standard_form, standard_text
from argmap.model import ArgumentMap
from tests.diagram import samples


def test_the_standard_form_is_groups_of_steps():
    form = standard_form(samples.small())
    assert form.title == "Closing the old town"
    argument, objections = form.groups
    assert (argument.heading, objections.heading) == ("", "Objections")
    assert [step.label for step in argument.steps] == ["P1", "C2", "P2", "P3", "C1"]
    assert argument.steps[1] == Step("C2", "Closing the old town would make its air safer.", ("from P1 (R2)",))
    assert objections.steps[1].remarks == ("against C1", "answered: There are permits.")
    assert form.longest_label == "P1"


def test_as_text_it_is_a_line_a_step():
    text = standard_text(standard_form(samples.small(), "air"))
    assert text == (
        "P1 Nitrogen dioxide exceeds the legal limit.\n"
        "C2 Closing the old town would make its air safer. [from P1 (R2)]\n"
    )


def test_an_empty_map_has_no_steps():
    assert standard_form(ArgumentMap()).groups == ()
