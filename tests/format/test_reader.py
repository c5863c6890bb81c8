import datetime

import pytest

from argmap.format import ReadError, read
from argmap.model import Conditional, Objection, Reason, Source, Statement

GOOD = """argmap = 1
title = "Ferry"
main = "keep"

[source.report]
date = 2025-03-04
file = "report.md"

[statement.keep]
text = "Keep the ferry."
anchor = { source = "report", para = 12, from = "we recommend", to = "the ferry", words = 21, hash = "3f2a91c0" }

[reason.because-used]
for = "keep"
rule = "modus ponens"

[statement.used]
text = "It is used."
in = "because-used"
implicit = true

[conditional.if-used-keep]
if = "used and not full"
then = "keep"
qualifier = "might"
in = ["because-used"]

[statement.full]
text = "It is full."

[objection.but-cost]
against = "because-used"
answered = "It pays."

[statement.cost]
text = "It costs."
in = "but-cost"
"""


def problems(text: str | bytes):
    with pytest.raises(ReadError) as caught:
        read(text.encode() if isinstance(text, str) else text)
    return [(p.code, p.line, p.column) for p in caught.value.problems], caught.value.problems


def test_every_kind_of_table_is_read_in_file_order():
    map = read(GOOD.encode()).map
    assert map.title == "Ferry"
    assert map.main == ("keep",)
    kinds = [type(e) for e in map.entries.values()]
    assert kinds == [Source, Statement, Reason, Statement, Conditional, Statement, Objection, Statement]
    assert map.entries["report"].date == datetime.date(2025, 3, 4)
    assert map.entries["keep"].anchor[0].head == "we recommend"
    assert map.entries["if-used-keep"].stands_in == ("because-used",)


def test_unknown_keys_and_tables_are_reported_and_kept():
    text = GOOD + 'colour = "red"\n\n[theorem.x]\ny = 1\n'
    reading = read(text.encode())
    assert [(p.code, p.line) for p in reading.problems] == [("F101", 38), ("F102", 40)]
    assert reading.document.encode() == text.encode()


def test_all_type_errors_are_told_at_once():
    bad = (
        GOOD.replace('text = "It is used."', "text = 7")
        .replace('qualifier = "might"', 'qualifier = "maybe"')
        .replace('if = "used and not full"', 'if = "used and"')
        .replace('for = "keep"\n', "")
        .replace("para = 12", "para = 0")
        .replace("implicit = true", 'implicit = "yes"')
    )
    places, found = problems(bad)
    assert [code for code, _, _ in places] == ["F004"] * 6
    lines = bad.splitlines()
    starts = ("anchor", "[reason", "text = 7", "implicit", "if =", "qualifier")
    for (_, line, column), start in zip(places, starts, strict=True):
        assert lines[line - 1].startswith(start)
        assert column >= 1
    assert "missing" in found[4].message


def test_the_first_syntax_error_of_each_table_is_told():
    bad = GOOD.replace('text = "It is used."', 'text = "It is "used"."').replace('"It costs."', '"It costs.')
    places, _ = problems(bad)
    assert [(code, bad.splitlines()[line - 1][:4]) for code, line, _ in places] == [("F003", "text"), ("F003", "text")]


def test_an_id_under_two_kinds_is_an_error():
    places, found = problems(GOOD + '\n[reason.keep]\nfor = "used"\n')
    assert places == [("F005", 39, 1)]
    assert "line 9" in found[0].message


def test_an_id_declared_twice_is_an_error():
    places, _ = problems(GOOD + '\n[statement.keep]\ntext = "Again."\n')
    assert places == [("F005", 39, 1)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "F001"),
        (b"\n\n", "F001"),
        (b"[project]\nname = 'x'\n", "F001"),
        (b"\x89PNG\r\n\x1a\n\0\0", "F002"),
        (b'argmap = 1\ntitle = "caf\xe9"\n', "F002"),
        (b'argmap = 1\ntitle = "a\0b"\n', "F002"),
        (b"argmap = 'one'\n[statement.a]\ntext='x'\n", "F004"),
        (b"argmap = 1\nstatement = 3\n", "F004"),
        (b"argmap = 1\n[statement]\na = 3\n", "F004"),
        (b"argmap = 1\nx = " + b"[" * 5000, "F003"),
        (b"argmap = 1\n[statement.a\ntext='x'\n", "F003"),
    ],
)
def test_what_is_no_map_is_a_clear_error(data, code):
    places, found = problems(data)
    assert places[0][0] == code
    assert places[0][1] >= 1
    assert found[0].message


def test_a_latin_1_byte_is_placed():
    places, _ = problems(b'argmap = 1\ntitle = "caf\xe9"\n')
    assert places == [("F002", 2, 13)]


def test_a_newer_file_opens_with_a_warning():
    reading = read(GOOD.replace("argmap = 1", "argmap = 9").encode())
    assert reading.newer
    assert [p.code for p in reading.problems] == ["F103"]


def test_a_missing_format_number_is_reported():
    assert [p.code for p in read(b"[statement.a]\ntext = 'x'\n").problems] == ["F104"]


@pytest.mark.parametrize(
    "text",
    [
        '[statement]\na = { text = "x" }\n',
        'statement.a.text = "x"\n',
        '[statement.a]\ntext = "x"\n[statement.a.anchor]\nsource = "s"\npara = 1\nfrom = "w"\n',
        '[statement.a]\ntext = "x"\nanchor.source = "s"\nanchor.para = 1\nanchor.from = "w"\n',
    ],
)
def test_other_ways_to_write_the_same_toml_are_read(text):
    assert read(b"argmap = 1\n" + text.encode()).map.entries["a"].text == "x"
