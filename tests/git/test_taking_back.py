import random

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check import check
from argmap.edit import Place, because, delete, move_down, rename, reword, set_title
from argmap.edit.places import home
from argmap.format import blank_document, follow, read, reread_matches, write
from argmap.git.differences import Added, Changed, Moved, Removed, Renamed, differences
from argmap.git.taking_back import taken_back
from argmap.model import ArgumentMap
from tests.edit.conftest import FERRY
from tests.git.test_merge import edited, put
from tests.random_maps import random_map

BASE = read(FERRY.encode()).map


def back(old, new, sort):
    change = next(change for change in differences(old, new) if isinstance(change, sort))
    return taken_back(old, new, change)[0]


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 6))
def test_one_change_after_the_other_leads_back_and_breaks_nothing(seed, size, edits):
    rng = random.Random(seed)
    old = random_map(rng, size)
    new = edited(rng, old, edits)
    known = {(p.code, p.id) for side in (old, new) for p in check(side) if p.severity == "error"}
    for _ in range(60):
        changes = differences(old, new)
        if not changes:
            break
        new, _ = taken_back(old, new, rng.choice(changes))
        assert new.links == ArgumentMap(entries=new.entries).links
        assert {(p.code, p.id) for p in check(new) if p.severity == "error" and p.code in ("M101", "M104")} <= known
    assert not differences(old, new)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_the_file_follows(seed):
    rng = random.Random(seed)
    old = random_map(rng, 8)
    new = edited(rng, old, 4)
    changes = differences(old, new)
    if changes:
        map, change = taken_back(old, new, rng.choice(changes))
        document = follow(write(new), new, map, change.touched, change.renamed)
        assert reread_matches(document, map)
        assert document != blank_document()


def test_a_rewording_a_title_a_renaming_and_a_move():
    for edit, sort in (
        (reword(BASE, "used", "It is used."), Changed),
        (set_title(BASE, "Boats"), Changed),
        (rename(BASE, "used", "in-use"), Renamed),
        (move_down(BASE, Place("because-used", "keep")), Moved),
    ):
        assert back(BASE, edit[0], sort) == BASE


def test_an_added_reason_goes_with_its_premises_and_a_removed_one_comes_back_with_them():
    added = because(BASE, home(BASE, "cost"), "Fuel is dear.")[0]
    assert back(BASE, added, Added) == BASE
    assert back(added, BASE, Removed) == added
    assert back(BASE, delete(BASE, home(BASE, "loved"))[0], Removed) == BASE


def test_what_moved_into_an_added_reason_goes_back_to_where_it_stood():
    new = because(BASE, home(BASE, "cost"), "Fuel is dear.")[0]
    reason = next(id for id in new.entries if id not in BASE.entries and id.startswith("because"))
    new = put(new, counted=new.entries["counted"].model_copy(update={"stands_in": (reason,)}))
    assert back(BASE, new, Added).entries["counted"] == BASE.entries["counted"]
