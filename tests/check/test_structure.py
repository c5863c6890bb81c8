import pytest

from argmap.check import CODES, check, located
from argmap.format import read

BASE = """argmap = 1
[statement.c]
text = "C."
[reason.r]
for = "c"
[statement.p]
text = "P."
in = "r"
"""


def codes(text):
    reading = read(text.encode())
    return [(p.code, p.id) for p in located(check(reading.map), reading.document.lines_by_id())]


def test_a_sound_map_has_no_problem():
    assert codes(BASE) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('[statement.x]\ntext = "X."\nin = "ghost"', [("M101", "x"), ("M103", "x")]),
        ('[reason.x]\nfor = "ghost"\n[statement.y]\ntext = "Y."\nin = "x"', [("M101", "x")]),
        ('[conditional.x]\nif = "ghost"\nthen = "c"\nin = "r"', [("M101", "x")]),
        ('[scenario.x]\nsuppose = ["not ghost"]', [("M101", "x")]),
        ('[statement.x]\ntext = "X."\nin = "r"\nanchor = { source = "s", para = 1, from = "a" }', [("M101", "x")]),
        ('[statement.x]\ntext = "X."\nin = "p"', [("M103", "x"), ("M109", "x")]),
        ('[reason.x]\nfor = "r"\n[statement.y]\ntext = "Y."\nin = "x"', [("M109", "x")]),
        ('[statement.x]\ntext = "X."', [("M103", "x")]),
        ('[reason.x]\nfor = "p"', [("M104", "x")]),
        ('[statement.x]\ntext = "p"\nin = "r"', [("M107", "x")]),
        ('[reason.x]\nfor = "p"\n[statement.y]\ntext = "Y."\nin = ["x", "z"]\n[reason.z]\nfor = "y"', [("M108", "y")]),
        (
            '[reason.x]\nfor = "p"\n[statement.y]\ntext = "Y."\nin = "x"\n[reason.z]\nfor = "y"\n'
            '[statement.w]\ntext = "W."\nin = ["z", "v"]\n[reason.v]\nfor = "w2"\n'
            '[statement.w2]\ntext = "W2."\nin = "u"\n'
            '[reason.u]\nfor = "w"',
            [("M102", "w")],
        ),
        ('[conditional.x]\nif = "x"\nthen = "c"\nin = "r"', [("M110", "x"), ("L105", "p")]),
        (
            '[statement.x]\ntext = "X."\nmeans = "not y"\nin = "r"\n[statement.y]\ntext = "Y."\nmeans = "x"',
            [("M110", "x"), ("L203", "x")],
        ),
    ],
)
def test_each_problem_is_found_where_it_is(more, expected):
    assert sorted(codes(BASE + more)) == sorted(expected)


def test_mains():
    assert codes('argmap = 1\n[statement.c]\ntext = "C."\n') == [("M105", "c")]
    assert codes(BASE.replace("argmap = 1", 'argmap = 1\nmain = "p"')) == [("M103", "c"), ("M106", "p")]
    assert codes(BASE.replace("argmap = 1", 'argmap = 1\nmain = "ghost"')) == [("M101", None)]
    assert ("M109", "r") in codes(BASE.replace("argmap = 1", 'argmap = 1\nmain = "r"'))


def test_codes_can_be_ignored_on_an_entry_or_the_map():
    loose = BASE + '[statement.x]\ntext = "X."\n'
    assert codes(loose + 'ignore = ["M103"]') == []
    assert codes(loose.replace("argmap = 1", 'argmap = 1\nignore = ["M103"]')) == []


def test_problems_are_placed_in_the_file():
    reading = read((BASE + '# above\n[statement.x]\ntext = "X."\n').encode())
    (problem,) = located(check(reading.map), reading.document.lines_by_id())
    assert problem.line == 10


def test_every_code_is_explained():
    for code in CODES.values():
        assert len(code.explanation) > 40
        assert code.explanation.endswith(".")


def test_a_long_cycle_and_a_deep_map_are_checked_without_recursion():
    tables = ["argmap = 1"]
    for n in range(5000):
        tables.append(f'[statement.s{n}]\ntext = "S{n}."\nin = "r{n}"\n[reason.r{n}]\nfor = "s{(n + 1) % 5000}"')
    assert codes("\n".join(tables)) == [("M102", "s0")]
