import pytest

from argmap.edit import EditRefused, rename, reword, set_fields, set_title
from argmap.model.formula import parse


def test_rewording_keeps_the_id(ferry):
    map, change = reword(ferry, "used", "Many use it.")
    assert map.entries["used"].text == "Many use it."
    assert change.touched == {"used"}


def test_a_conditionals_own_sentence_can_be_taken_back(ferry):
    map, _ = reword(ferry, "if-used-keep", "Use keeps it.")
    assert map.entries["if-used-keep"].text == "Use keeps it."
    assert reword(map, "if-used-keep", "")[0].entries["if-used-keep"].text is None


@pytest.mark.parametrize(
    ("id", "fields"),
    [
        ("used", {"note": "n", "implicit": True, "short": "s", "by": "x", "tags": ("a",), "ignore": ("W1",)}),
        ("because-used", {"rule": "modus ponens", "section": "Use"}),
        ("but-cost", {"answered": "It pays."}),
        ("if-used-keep", {"qualifier": "might", "if_text": "used", "then_text": "kept", "text": "T."}),
    ],
)
def test_every_field_can_be_set_and_taken_out(ferry, id, fields):
    map, _ = set_fields(ferry, id, fields)
    for name, value in fields.items():
        assert getattr(map.entries[id], name) == value
    back, _ = set_fields(map, id, dict.fromkeys(fields))
    assert back == ferry


def test_means_may_be_given_as_text(ferry):
    map, _ = set_fields(ferry, "loved", {"means": "not bridge"})
    assert map.entries["loved"].means == parse("not bridge")
    with pytest.raises(EditRefused, match="formula"):
        set_fields(ferry, "loved", {"means": "not"})
    with pytest.raises(EditRefused, match="itself"):
        set_fields(ferry, "loved", {"means": "not loved"})


@pytest.mark.parametrize(
    ("id", "fields"),
    [("used", {"rule": "x"}), ("used", {"stands_in": ()}), ("if-used-keep", {"qualifier": "maybe"}), ("ghost", {})],
)
def test_what_cannot_be_set_is_refused(ferry, id, fields):
    with pytest.raises(EditRefused):
        set_fields(ferry, id, fields)


def test_renaming_rewrites_every_mention(ferry):
    map, change = rename(ferry, "used", "in-use")
    assert change.renamed == ("used", "in-use")
    assert map.entries["if-used-keep"].antecedent == parse("in-use and not bridge")
    assert map.entries["because-counted"].target == "in-use"
    map, _ = rename(map, "because-used", "r1")
    assert map.entries["in-use"].stands_in == ("r1",)
    assert "used" not in map.entries


@pytest.mark.parametrize("new", ["keep", "not", "a b", "", "a(b"])
def test_ids_that_cannot_be_are_refused(ferry, new):
    with pytest.raises(EditRefused):
        rename(ferry, "used", new)


def test_the_title_is_one_line(ferry):
    assert set_title(ferry, " A \n ferry ")[0].title == "A ferry"
