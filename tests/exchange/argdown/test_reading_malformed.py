"""Each way in which words get lost in Argdown is told, all of a file's faults at once, each with its place."""

from pathlib import Path

import pytest

from argmap.exchange.argdown.reading import read
from argmap.exchange.content import Content
from argmap.format import ReadError

HERE = Path(__file__).parent / "malformed"
PLACES = {
    "address-in-text": [(1, 35, "I004"), (2, 30, "I004")],
    "argument-as-premise": [(3, 5, "I004"), (6, 1, "I005"), (6, 5, "I004")],
    "backslash": [(1, 22, "I004"), (2, 25, "I004")],
    "bad-yaml": [(1, 47, "I004"), (4, 7, "I006"), (6, 1, "I004"), (7, 29, "I004"), (7, 38, "I004"), (7, 45, "I004")],
    "contradiction-of-argument": [(2, 3, "I004"), (5, 3, "I004")],
    "deep-data": [(1, 124, "I008")],
    "duplicate-ids": [(4, 11, "I006"), (7, 40, "I006"), (8, 46, "I006"), (9, 40, "I006"), (11, 1, "I006")],
    "empty-title": [(1, 1, "I004"), (2, 5, "I004"), (3, 5, "I004")],
    "front-matter-late": [(3, 1, "I004"), (7, 46, "I004"), (8, 36, "I004"), (10, 1, "I004")],
    "heading-in-text": [(2, 1, "I004"), (3, 1, "I004"), (4, 1, "I004"), (5, 3, "I004"), (6, 1, "I004")],
    "indentation": [(3, 4, "I004"), (5, 1, "I004")],
    "inference-line": [(2, 1, "I004"), (5, 1, "I004"), (8, 1, "I004"), (9, 1, "I004")],
    "mixed-tabs": [(3, 2, "I004"), (5, 4, "I004")],
    "no-conclusion": [(3, 1, "I004"), (9, 1, "I004"), (16, 1, "I004"), (22, 1, "I004")],
    "no-text": [(1, 1, "I004"), (2, 3, "I004"), (3, 3, "I004"), (4, 3, "I004")],
    "numbers": [(4, 1, "I004"), (6, 1, "I004"), (8, 1, "I004")],
    "relation-under-nothing": [(3, 3, "I004"), (7, 3, "I004"), (8, 1, "I004")],
    "surrogate": [(1, 31, "I004")],
    "text-after-title": [(1, 9, "I004"), (2, 10, "I004"), (3, 12, "I004"), (4, 17, "I004")],
    "title-in-text": [(1, 16, "I004"), (2, 9, "I004"), (2, 16, "I004"), (3, 1, "I004"), (4, 1, "I004")],
    "two-structures": [(3, 1, "I006"), (9, 1, "I006"), (11, 27, "I004"), (12, 3, "I005")],
    "two-texts": [(1, 1, "I006"), (4, 1, "I006"), (7, 1, "I006"), (9, 1, "I006")],
    "unclosed-comment": [(1, 29, "I004"), (2, 43, "I004")],
    "unclosed-data": [(1, 34, "I004"), (2, 33, "I004")],
    "unclosed-front-matter": [(1, 1, "I004")],
    "unclosed-title": [(1, 1, "I004"), (3, 5, "I004"), (5, 1, "I004"), (8, 6, "I004")],
    "undefined-reference": [(3, 3, "I005"), (5, 1, "I005"), (6, 3, "I005"), (9, 14, "I005"), (9, 29, "I005")],
    "uses": [(5, 31, "I005"), (7, 12, "I004"), (7, 21, "I005")],
    "values-differ": [(1, 47, "I006"), (4, 13, "I006"), (5, 3, "I004"), (5, 21, "I006"), (7, 37, "I006")],
    "wrong-types": [
        (2, 8, "I004"),
        (3, 16, "I004"),
        (3, 45, "I004"),
        (3, 56, "I004"),
        (4, 15, "I004"),
        (7, 47, "I004"),
        (7, 60, "I004"),
        (9, 15, "I004"),
        (10, 14, "I004"),
        (12, 44, "I004"),
        (12, 51, "I004"),
    ],
}


def _problems(name: str) -> list[tuple[int | None, int | None, str]]:
    with pytest.raises(ReadError) as refused:
        read(Content((HERE / f"{name}.argdown").read_bytes()))
    return [(p.line, p.column, p.code) for p in refused.value.problems]


@pytest.mark.parametrize("name", PLACES)
def test_every_fault_of_a_malformed_file_is_told_with_its_line_and_column(name: str) -> None:
    assert _problems(name) == PLACES[name]


def test_every_malformed_file_is_in_the_table() -> None:
    assert {path.stem for path in HERE.iterdir()} == set(PLACES)


@pytest.mark.parametrize(
    ("data", "line", "column", "code"),
    [
        (b"[a]: One.\n  + [b]: Caf\xe9.\n", 2, 13, "I002"),
        (b"[a]: One.\n<<<<<<< ours\n  + [b]: Two.\n=======\n  + [b]: Three.\n>>>>>>> theirs\n", 2, 1, "I003"),
    ],
)
def test_bad_utf8_and_a_merge_conflict_are_told(data: bytes, line: int, column: int, code: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(Content(data))
    assert [(p.line, p.column, p.code) for p in refused.value.problems] == [(line, column, code)]


def test_a_slip_in_a_title_is_answered_with_the_title_that_was_meant() -> None:
    with pytest.raises(ReadError) as refused:
        read(
            Content(b"[harbour]: It silts up.\n  + [dredging]: It is dredged.\n\n[harbor]\n\n[dredgin]\n\n<harbour>\n")
        )
    said = [p.advice for p in refused.value.problems]
    assert said == ["did you mean [harbour]?", "did you mean [dredging]?", "did you mean [harbour]?"]


def test_the_columns_of_faulty_data_count_in_the_file_not_in_the_block() -> None:
    text = "[a]: One. {\n    note: fine\n    implicit: perhaps\n  }\n"
    with pytest.raises(ReadError) as refused:
        read(Content(text.encode()))
    assert [(p.line, p.column) for p in refused.value.problems] == [(3, 15)]
    assert "boolean" in refused.value.problems[0].message


def test_many_faults_are_told_in_linear_time() -> None:
    for text in ("[" * 3000, "{" * 3000, "<" * 3000, "/*" * 3000, "@[a] " * 3000, "[a" * 3000):
        with pytest.raises(ReadError):
            read(Content(text.encode()))
