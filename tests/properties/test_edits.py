"""Properties of edits, the writer and history over random maps and random edits."""

import random
from collections import Counter

import pytest

from argmap.check import check
from argmap.edit import EditRefused, History
from argmap.format import read, write
from argmap.model import Links, Outline
from tests.random_maps import decorated, places, random_edit, random_map

MAPS = 120
EDITS = 25


def errors(map):
    return Counter(p.code for p in check(map) if p.severity == "error")


@pytest.mark.parametrize("seed", range(MAPS))
def test_any_sequence_of_edits(seed):
    """No new M error, links kept up, the file reads back as the map, undo and redo to the byte."""
    rng = random.Random(seed)
    start = random_map(rng, rng.randint(1, 18))
    data = decorated(rng, write(start).text).encode()
    reading = read(data)
    assert reading.map == start
    assert reading.document.encode() == data
    history = History(reading.map, reading.document)
    states = [data]
    for _ in range(EDITS):
        before = history.map
        try:
            edited = random_edit(rng, before)()
        except EditRefused:
            continue
        new, change = edited
        assert new.links == Links.of(new.entries)
        assert not errors(new) - errors(before)
        assert change.focus is None or change.focus in places(new)
        if history.apply(edited):
            states.append(history.document.encode())
        again = read(history.document.encode()).map
        assert again == history.map
    for state in reversed(states[:-1]):
        history.undo()
        assert history.document.encode() == state
    for state in states[1:]:
        history.redo()
        assert history.document.encode() == state


@pytest.mark.parametrize("seed", range(MAPS))
def test_free_comments_survive_every_edit(seed):
    rng = random.Random(seed)
    text = decorated(rng, write(random_map(rng)).text)
    reading = read(text.encode())
    history = History(reading.map, reading.document)
    free = text.count("# stands free")
    for _ in range(EDITS):
        try:
            history.apply(random_edit(rng, history.map)())
        except EditRefused:
            continue
        assert history.document.text.count("# stands free") == free


@pytest.mark.parametrize("seed", range(MAPS))
def test_tables_an_edit_does_not_name_stay_byte_for_byte(seed):
    rng = random.Random(seed)
    reading = read(decorated(rng, write(random_map(rng)).text).encode())
    history = History(reading.map, reading.document)
    for _ in range(EDITS):
        before = {b.id: b.text.rstrip("\r\n") for b in history.document.blocks if b.id}
        try:
            edited = random_edit(rng, history.map)()
        except EditRefused:
            continue
        history.apply(edited)
        after = {b.id: b.text.rstrip("\r\n") for b in history.document.blocks if b.id}
        untouched = before.keys() & after.keys() - edited[1].touched
        assert {id: before[id] for id in untouched} == {id: after[id] for id in untouched}


@pytest.mark.parametrize("seed", range(MAPS))
def test_the_outline_is_the_one_that_would_be_derived_anew(seed):
    rng = random.Random(seed)
    map = random_map(rng)
    for _ in range(EDITS):
        try:
            map, _ = random_edit(rng, map)()
        except EditRefused:
            continue
        assert map.outline == Outline.of(map.entries, Links.of(map.entries), map.main)
