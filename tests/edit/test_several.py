import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.edit import (
    Clip,
    EditRefused,
    History,
    Place,
    common_tags,
    delete,
    move_down,
    move_in,
    move_out,
    move_up,
    outermost,
    paste_beside,
    retag,
    set_fields,
    several,
)
from argmap.edit.places import stands_at
from argmap.format import read, write
from tests.random_maps import places, random_map

VERBS = (move_up, move_down, move_in, move_out, delete, lambda map, place: set_fields(map, place.id, {"tags": ("a",)}))


def one_by_one(map, chosen, verb):
    """What somebody gets who goes through the outermost places alone."""
    order = outermost(map, chosen)
    if verb in (move_down, move_out):
        order.reverse()
    for number, place in enumerate(order):
        if number == 0 or stands_at(map, place):
            map, _ = verb(map, place)
    return map


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10_000), verb=st.sampled_from(VERBS))
def test_the_same_as_one_by_one_and_one_step_of_undo(seed, verb):
    rng = random.Random(seed)
    reading = read(write(random_map(rng, 14)).text.encode())
    where = places(reading.map)
    chosen = rng.sample(where, min(len(where), rng.randint(1, 4)))
    try:
        wanted = one_by_one(reading.map, chosen, verb)
    except EditRefused:
        with pytest.raises(EditRefused):
            several(reading.map, chosen, verb)
        return
    history = History(reading.map, reading.document)
    before = history.document.text
    map, change = edited = several(reading.map, chosen, verb)
    assert map == wanted
    assert all(place in places(map) for place in change.went)
    if history.apply(edited):
        assert read(history.document.encode()).map == map
        history.undo()
        assert history.document.text == before
        assert history.undo() is None


def test_rows_keep_their_order_in_every_direction(ferry):
    used, conditional = Place("used", "because-used"), Place("if-used-keep", "because-used")
    for verb in (move_down, move_out):
        map, change = several(ferry, [conditional, used], verb)
        rows = map.outline.rows + map.outline.tray
        order = [row.id for row in rows if row.id in ("used", "if-used-keep") and row.half is None]
        assert order == ["used", "if-used-keep"]
        assert change.summary == "moved 2 statements"


def test_one_refusal_refuses_everything_and_names_its_row(ferry):
    with pytest.raises(EditRefused, match=r"P3: .*nothing is changed"):
        several(ferry, [Place("used", "because-used"), Place("loved", "because-loved")], move_down)


def test_what_stands_under_another_goes_with_it(ferry):
    reason, member = Place("because-used", "keep"), Place("counted", "because-counted")
    assert outermost(ferry, [member, reason]) == [reason]
    map, change = several(ferry, [member, reason], move_down)
    assert map.entries["counted"].stands_in == ("because-counted",)
    assert change.summary == "moved R1, now R2"


def test_deleting_says_how_many(ferry):
    map, change = several(ferry, [Place("because-used", "keep"), Place("cost", "but-cost")], delete)
    assert not {"used", "counted", "cost", "but-cost"} & map.entries.keys()
    assert change.summary == "deleted 2 rows"


def test_pasting_several_beside_keeps_their_order(ferry):
    target = Place("loved", "because-loved")

    def paste(map, place):
        return paste_beside(map, Clip(place, cut=True), target)

    chosen = [Place("counted", "because-counted"), Place("spare", None)]
    map, _ = several(ferry, chosen, paste, backwards=True)
    assert map.links.members["because-loved"] == ("loved", "counted", "spare")


def test_nothing_selected(ferry):
    with pytest.raises(EditRefused, match="nothing is selected"):
        several(ferry, [], delete)


def test_tags_replace_what_all_have_in_common(ferry):
    map, _ = retag(ferry, ["used", "loved"], ["a", "b"])
    map, _ = retag(map, ["used"], ["a", "b", "own"])
    assert common_tags(map, ["loved", "used"]) == ("a", "b")
    map, change = retag(map, ["used", "loved"], ["b", "new"])
    assert (map.entries["used"].tags, map.entries["loved"].tags) == (("b", "new", "own"), ("b", "new"))
    assert change.summary == "tagged 2 rows"
    assert change.touched == {"used", "loved"}
