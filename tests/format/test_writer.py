import difflib

import pytest

from argmap import edit
from argmap.edit import History, Place
from argmap.format import read, write
from argmap.model import Statement
from tests.format.test_reader import GOOD

COMMENTED = '''# about the ferry
argmap = 1
title = "Ferry"   # short

# a thought of its own

# touches keep
[statement.keep]
text  =  "Keep the ferry."  # behind
# inside

[reason.because-used]
for = "keep"

[statement.used]
text = """It is
used."""
in = [
  "because-used", # the first
  # the second
  "but-not",
]
[objection.but-not]
against = "keep"'''


def history(text: str) -> History:
    reading = read(text.encode())
    return History(reading.map, reading.document)


def changed_lines(before: str, after: str) -> list[str]:
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in diff if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_a_whole_map_is_written_as_a_person_would():
    assert read(write(read(GOOD.encode()).map).encode()).map == read(GOOD.encode()).map


def test_editing_a_text_changes_one_line_and_keeps_its_spacing_and_comment():
    h = history(COMMENTED)
    h.apply(edit.reword(h.map, "keep", "Keep both ferries."))
    assert changed_lines(COMMENTED, h.document.text) == [
        '-text  =  "Keep the ferry."  # behind',
        '+text  =  "Keep both ferries."  # behind',
    ]


def test_re_parenting_to_the_end_of_an_earlier_reason_changes_one_line():
    text = GOOD + '\n[reason.because-more]\nfor = "keep"\n\n[statement.more]\ntext = "More."\nin = "because-more"\n'
    text += '\n[statement.most]\ntext = "Most."\nin = "because-more"\n'
    h = history(text)
    h.apply(edit.move_up(h.map, Place("more", "because-more")))
    assert changed_lines(text, h.document.text) == ['-in = "because-more"', '+in = "because-used"']
    assert h.map.links.members["because-used"][-1] == "more"


def test_a_move_to_a_chosen_place_moves_one_table():
    h = history(GOOD)
    h.apply(edit.move_down(h.map, Place("used", "because-used")))
    lines = changed_lines(GOOD, h.document.text)
    gone = [line[1:] for line in lines if line[0] == "-" and len(line) > 1]
    come = [line[1:] for line in lines if line[0] == "+" and len(line) > 1]
    assert sorted(gone) == sorted(come)
    assert len(gone) == 4


def test_comments_in_lists_keep_their_place():
    h = history(COMMENTED)
    h.apply(edit.delete(h.map, Place("used", "but-not")))
    assert "# the first" in h.document.text
    assert "# the second" in h.document.text
    assert read(h.document.encode()).map == h.map


def test_comments_survive_a_delete_and_its_undo():
    h = history(COMMENTED)
    h.apply(edit.delete(h.map, Place("keep", None)))
    assert "# a thought of its own" in h.document.text
    assert "# touches keep" not in h.document.text
    h.undo()
    assert h.document.text == COMMENTED


def test_taking_a_key_out_leaves_the_comment_behind_it():
    h = history(GOOD.replace('rule = "modus ponens"', 'rule = "modus ponens" # as he says'))
    h.apply(edit.set_fields(h.map, "because-used", {"rule": None}))
    assert "rule" not in h.document.text
    assert "# as he says" in h.document.text


def test_renaming_keeps_the_table_and_its_comments():
    h = history(COMMENTED)
    h.apply(edit.rename(h.map, "keep", "keep-it"))
    assert "# touches keep\n[statement.keep-it]" in h.document.text
    assert read(h.document.encode()).map == h.map


def test_line_ends_and_byte_order_mark_stay():
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    reading = read(data)
    h = History(reading.map, reading.document)
    h.apply(edit.because(h.map, Place("used", "because-used"), "It is counted."))
    written = h.document.encode()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert read(written).map == h.map


def test_new_tables_stand_apart_by_one_blank_line():
    h = history(GOOD)
    h.apply(edit.because(h.map, Place("cost", "but-cost"), "Fuel is dear."))
    assert h.document.text.endswith(
        'in = "but-cost"\n\n[reason.because-fuel-dear]\nfor = "cost"\n\n'
        '[statement.fuel-dear]\ntext = "Fuel is dear."\nin = "because-fuel-dear"\n'
    )
    assert "\n\n\n" not in h.document.text


@pytest.mark.parametrize(
    "odd",
    [
        '[statement]\n# kept\na = { text = "x" }\n',
        'statement.a.text = "x" # kept\n',
        '[statement.a]\n# kept\ntext = "x"\n[statement.a.anchor]\nsource = "s"\npara = 1\nfrom = "w"\n',
        '[statement.a]\n# kept\ntext = "x"\nanchor.source = "s"\nanchor.para = 1\nanchor.from = "w"\n',
    ],
)
def test_odd_layouts_can_be_edited(odd):
    h = history("argmap = 1\n" + odd)
    h.apply(edit.because(h.map, Place("a", None), "Since y."))
    h.apply(edit.reword(h.map, "a", "z"))
    assert read(h.document.encode()).map == h.map


def test_hazardous_texts_come_back_as_they_were():
    texts = ['say "no"', "C:\\new", "tab\there", "a # b", "[x]\n", "\x1b[31m", "&#9731;", "'''", '"""', "\u2028", "é"]
    map = read(GOOD.encode()).map
    entries = {**map.entries, **{f"t{n}": Statement(text=t) for n, t in enumerate(texts)}}
    new = map.with_entries(entries, [f"t{n}" for n in range(len(texts))])
    assert read(write(new).encode()).map == new


def test_a_million_character_statement_is_one_line():
    map = read(GOOD.encode()).map
    new = map.with_entries({**map.entries, "long": Statement(text="x" * 1_000_000)}, ["long"])
    document = write(new)
    assert max(len(line) for line in document.text.splitlines()) > 1_000_000
    assert read(document.encode()).map == new
