import gc
import weakref

import pytest

from argmap.edit import Change, History, Place, because, beside, delete, reword
from argmap.format import read
from tests.edit.conftest import FERRY


def history():
    reading = read(FERRY.encode())
    return History(reading.map, reading.document)


def test_undo_and_redo_bring_back_map_file_and_view():
    h = history()
    h.apply(delete(h.map, Place("loved", "because-loved")), view="before delete")
    assert h.dirty
    change, view = h.undo(view="after delete")
    assert (change.verb, view) == ("delete", "before delete")
    assert h.document.text == FERRY
    assert not h.dirty
    _, view = h.redo()
    assert view == "after delete"
    assert "loved" not in h.map.entries


def test_a_new_edit_forgets_what_could_be_redone():
    h = history()
    h.apply(reword(h.map, "used", "One."))
    h.undo()
    h.apply(reword(h.map, "used", "Two."))
    assert h.redo() is None


def test_an_edit_that_changes_nothing_is_not_kept():
    h = history()
    assert not h.apply(reword(h.map, "used", "The ferry is used."))
    assert h.undo() is None


def test_saving_marks_where_the_file_stands():
    h = history()
    h.apply(beside(h.map, Place("used", "because-used"), "New."))
    h.mark_saved()
    assert not h.dirty
    h.undo()
    assert h.dirty


THEIRS = "# from elsewhere\n" + FERRY.replace("People love the ferry.", "Everybody loves it.  ") + "# the end\n"


def adopted(h):
    theirs = read(THEIRS.encode())
    h.adopt(theirs.map, theirs.document, Change("reload", frozenset({"loved"}), "reloaded"), view="before")
    return theirs


def test_undo_and_redo_across_a_file_from_elsewhere_give_its_bytes():
    h = history()
    h.apply(reword(h.map, "used", "Mine."))
    mine = h.document.text
    adopted(h)
    h.mark_saved()
    assert (h.document.text, h.dirty) == (THEIRS, False)
    h.apply(reword(h.map, "cost", "Later."))
    later = h.document.text
    assert later == THEIRS.replace("The ferry costs a lot.", "Later.")
    for text in (THEIRS, mine, FERRY):
        h.undo()
        assert h.document.text == text
        assert h.dirty == (text != THEIRS)
    for text in (mine, THEIRS, later):
        h.redo()
        assert h.document.text == text


def test_another_base_leaves_the_present_unsaved():
    h = history()
    theirs = read(THEIRS.encode())
    h.rebase(theirs.map, theirs.document)
    assert h.dirty
    assert h.saved.map == theirs.map
    assert h.document.text == FERRY


def test_what_is_edited_while_a_state_is_saved_stays_unsaved():
    h = history()
    h.apply(reword(h.map, "used", "One."))
    saved = h.present
    h.apply(reword(h.map, "used", "Two."))
    assert read(saved.document.encode()).map == saved.map
    h.mark_saved(saved)
    assert h.dirty
    h.undo()
    assert not h.dirty


def test_a_loaded_map_brings_its_own_file_and_undo_goes_back_from_it():
    h = history()
    other = FERRY.replace("The ferry is used.", "Another.") + "\n# a comment of its own\n"
    reading = read(other.encode())
    h.adopt(reading.map, reading.document, Change("recover", frozenset(reading.map.entries), "recovered"))
    assert h.document.text == other
    h.apply(reword(h.map, "used", "Two."))
    assert "# a comment of its own" in h.document.text
    h.undo()
    h.undo()
    assert (h.document.text, h.dirty) == (FERRY, False)


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr("argmap.edit.history.KEPT", 3)
    return 3


def reworded(h, times, first=0):
    for number in range(first, first + times):
        assert h.apply(reword(h.map, "used", f"Edit {number}."), view=number)


def undone(h):
    views = []
    while (step := h.undo()) is not None:
        views.append(step[1])
    return views


def test_only_the_last_edits_can_be_taken_back(few):
    h = history()
    reworded(h, 5)
    assert undone(h) == [4, 3, 2]
    assert "Edit 1." in h.document.text
    assert read(h.document.encode()).map == h.map
    for _ in range(few):
        assert h.redo() is not None
    assert "Edit 4." in h.document.text
    assert h.redo() is None


def test_what_was_saved_long_ago_is_still_known_to_differ(few):
    h = history()
    reworded(h, 1)
    h.mark_saved()
    saved = h.map
    reworded(h, 5, first=1)
    undone(h)
    assert h.dirty
    assert h.saved.map is saved
    h.mark_saved()
    assert not h.dirty


def test_a_save_that_ends_after_its_state_is_gone_writes_that_state(few):
    h = history()
    reworded(h, 1)
    state = h.present
    reworded(h, 6, first=1)
    assert read(state.document.encode()).map == state.map
    h.mark_saved(state)
    assert h.dirty


def test_what_can_no_longer_be_taken_back_takes_no_memory(few):
    h = history()
    reworded(h, 1)
    gone = weakref.ref(h.map)
    reworded(h, 6, first=1)
    gc.collect()
    assert gone() is None


def test_of_a_very_large_map_fewer_edits_are_kept(ferry, monkeypatch):
    monkeypatch.setattr("argmap.edit.history.KEPT_ENTRIES", 50 * len(ferry.entries))
    history = History(ferry, read(FERRY.encode()).document)
    for number in range(60):
        history.apply(reword(history.map, "used", f"Used {number} times."))
    assert sum(1 for _ in iter(history.undo, None)) == 50
    monkeypatch.setattr("argmap.edit.history.KEPT_ENTRIES", 0)
    for number in range(60):
        history.apply(reword(history.map, "used", f"Used {number} times."))
    assert sum(1 for _ in iter(history.undo, None)) == 30


def test_outlines_far_from_the_present_are_let_go_of_and_come_back_as_they_were(ferry):
    history = History(ferry, read(FERRY.encode()).document)
    outlines = [history.map.outline]
    for number in range(60):
        history.apply(because(history.map, Place("used", "because-used"), f"Reason number {number}."))
        outlines.append(history.map.outline)
    states = history._states
    assert [state.map.derived for state in states].count(True) <= 22
    for outline in reversed(outlines[:-1]):
        history.undo()
        assert history.map.derived
        assert history.map.outline == outline
    assert [state.map.derived for state in states].count(True) <= 22
    for outline in outlines[1:]:
        history.redo()
        assert history.map.outline == outline
