import pytest

from argmap.edit.ids import conditional_id, inference_id, new_id
from argmap.model import ArgumentMap, Statement


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("The city should close the old town to private cars.", "city-close-old-town-private"),
        ("Überfüllte Züge fahren nicht.", "uberfullte-zuge-fahren-nicht"),
        ("It is not the case that ferries run.", "not-case-ferries-run"),
        ("京都", "statement"),
        ("Not", "not-statement"),
        ("It is.", "it-is"),
        ("x" * 99, "x" * 40),
    ],
)
def test_ids_are_made_of_the_main_words(text, id):
    assert new_id(ArgumentMap(), text) == id


def test_a_clash_gets_a_number_within_forty_characters():
    long = "administrative-considerations-everywhere"
    map = ArgumentMap(entries={long: Statement(text="x"), "because-a": Statement(text="y")})
    assert new_id(map, "Administrative considerations everywhere") == "administrative-considerations-2"
    assert inference_id(map, "because", "a") == "because-a-2"
    assert inference_id(map, "because", "a", {"because-a-2"}) == "because-a-3"
    assert len(conditional_id(map, long, long)) <= 40
