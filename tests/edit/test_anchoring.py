"""Pointing statements to passages, and naming sources."""

import pytest

from argmap import edit
from argmap.edit import EditRefused, History, Place
from argmap.format import read
from argmap.model import Anchor, Source

MAP = """argmap = 1
title = "Trams"
# what it is about

[source.report]
title = "Tram report"

[statement.run]
text = "Trams should run."
anchor = { source = "report", para = 2, from = "trams should run" }

[reason.because]
for = "run"

[statement.late]
text = "Many work late."  # so they say
in = "because"
"""

ANCHOR = Anchor(source="report", para=3, head="Many people work", tail="late", words=4, hash="0123abcd")


def history():
    found = read(MAP.encode())
    return History(found.map, found.document)


def saved(kept):
    text = kept.present.document.text
    assert read(text.encode()).map == kept.map
    return text


def test_an_anchor_is_added_and_the_rest_of_the_file_stays():
    kept = history()
    kept.apply(edit.anchor(kept.map, "late", ANCHOR), None)
    assert kept.map.sentence("late").anchor == (ANCHOR,)
    words = 'from = "Many people work", to = "late", words = 4, hash = "0123abcd"'
    line = f'anchor = {{ source = "report", para = 3, {words} }}\n'
    assert saved(kept) == MAP.replace('in = "because"\n', f'in = "because"\n{line}')


def test_a_second_anchor_stands_behind_the_first():
    kept = history()
    kept.apply(edit.anchor(kept.map, "run", ANCHOR), None)
    assert [anchor.para for anchor in kept.map.sentence("run").anchor] == [2, 3]
    assert read(saved(kept).encode()).map.sentence("run").anchor[1] == ANCHOR


def test_the_same_passage_twice_and_what_is_no_statement_are_refused():
    kept = history()
    kept.apply(edit.anchor(kept.map, "late", ANCHOR), None)
    with pytest.raises(EditRefused, match="already"):
        edit.anchor(kept.map, "late", ANCHOR)
    for id in ("because", "report", "nobody"):
        with pytest.raises(EditRefused, match="only statements"):
            edit.anchor(kept.map, id, ANCHOR)


def test_several_are_anchored_anew_in_one_step():
    kept = history()
    map, change = edit.reanchor(kept.map, {"run": (), "late": (ANCHOR,)})
    assert map.sentence("run").anchor == ()
    assert map.sentence("late").anchor == (ANCHOR,)
    assert change.touched == {"run", "late"}
    assert change.summary == "mended the anchors of 2 statements"
    kept.apply((map, change), None)
    assert "trams should run" not in saved(kept)
    with pytest.raises(EditRefused, match="nobody"):
        edit.reanchor(map, {"nobody": ()})


def test_a_statement_comes_with_its_anchor_in_one_step():
    kept = history()
    made = edit.because(kept.map, Place("late", "because"), "Shifts end late.")
    id = made[1].focus.id
    map, change = edit.also_anchored(made, id, ANCHOR)
    assert map.sentence(id).anchor == (ANCHOR,)
    assert change.summary == made[1].summary
    assert change.focus == made[1].focus
    kept.apply((map, change), None)
    assert read(saved(kept).encode()).map.sentence(id).anchor == (ANCHOR,)
    kept.undo(None)
    assert saved(kept) == MAP


def test_a_source_goes_behind_the_others_or_in_front_of_all():
    kept = history()
    edited, id = edit.add_source(kept.map, Source(title="A letter to the town", file="letter.txt"))
    kept.apply(edited, None)
    assert list(kept.map.entries)[:2] == ["report", id]
    assert id == "letter-town"
    assert saved(kept).index(f"[source.{id}]") < saved(kept).index("[statement.run]")
    bare = read(b'argmap = 1\n\n[statement.run]\ntext = "Trams should run."\n')
    kept = History(bare.map, bare.document)
    edited, id = edit.add_source(kept.map, Source(file="notes.md"))
    kept.apply(edited, None)
    assert list(kept.map.entries) == [id, "run"]
    saved(kept)
