from argmap.edit import Change, History, Place, beside, delete, reword
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
    assert h.base == theirs.map
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
