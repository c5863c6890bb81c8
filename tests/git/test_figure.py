import random

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagram.error import DiagramError
from argmap.edit import because, but, delete, rename, reword, set_fields
from argmap.edit.places import home
from argmap.export import export
from argmap.format import read
from argmap.git.differences import Added, Removed, differences
from argmap.git.figure import comparison
from argmap.model import ArgumentMap, Sentence
from tests.edit.conftest import FERRY
from tests.git.test_merge import edited, put
from tests.random_maps import random_map

BASE = read(FERRY.encode()).map


def drawn(old, new, format="txt"):
    map, options = comparison(old, new)
    return export(map, format, options).decode()


def test_both_states_stand_in_one_drawing():
    new = reword(BASE, "used", "The ferry is loved.")[0]
    new = delete(new, home(new, "loved"))[0]
    new = because(new, home(new, "keep"), "The bridge is closed.")[0]
    new = but(new, home(new, "counted"), "Some twice.")[0]
    lines = [line.strip(" │┊╎┃║╰╌─▲✗├┄") for line in drawn(BASE, new).splitlines()]
    for sentence, note in (
        ("C2 The ferry is loved.", "~ was: The ferry is used."),
        ("P3 People love the ferry.", "− removed"),
        ("P4 The bridge is closed.", "+ added"),
        ("O1 Some twice.", "+ added"),
    ):
        assert lines[lines.index(sentence) + 1] == note


def test_what_became_of_reasons_and_places_is_told_in_words():
    moved = put(BASE, counted=BASE.entries["counted"].model_copy(update={"stands_in": ("because-loved",)}))
    assert "~ moved from R2 to R3" in drawn(BASE, moved)
    retargeted = put(BASE, **{"because-loved": BASE.entries["because-loved"].model_copy(update={"target": "used"})})
    assert "moved from C1 to C2" in drawn(BASE, retargeted)
    assert "≡ renamed from used" in drawn(BASE, rename(BASE, "used", "in-use")[0])
    assert "note added: “x”" in drawn(BASE, set_fields(BASE, "used", {"note": "x"})[0])


def test_the_drawing_tells_states_in_its_description_and_classes():
    new = delete(reword(BASE, "used", "It is used.")[0], home(BASE, "loved"))[0]
    svg = drawn(BASE, new, "svg")
    assert "Since the older version: 1 changed, 1 removed." in svg
    assert 'class="premise removed"' in svg
    assert drawn(BASE, BASE, "svg").count("removed") == 0


def test_a_new_map_and_one_that_is_gone_can_be_drawn():
    assert drawn(ArgumentMap(), BASE).count("+ added") >= 6
    assert drawn(BASE, ArgumentMap()).count("− removed") >= 6


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(0, 5))
def test_everything_added_or_removed_has_its_box(seed, size, edits):
    rng = random.Random(seed)
    old = random_map(rng, size)
    new = edited(rng, old, edits)
    map, options = comparison(old, new)
    try:
        text = export(map, "txt", options).decode()
    except DiagramError:
        return
    shown = {row.id for row in map.outline.rows}
    for change in differences(old, new):
        if isinstance(change, Added | Removed):
            assert change.id in map.entries
            if isinstance(map.entries[change.id], Sentence) and change.id in shown:
                assert ("+ added" if isinstance(change, Added) else "− removed") in text or (
                    map.outline.roles.get(change.id) == "proposition"
                )
