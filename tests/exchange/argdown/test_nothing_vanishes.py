"""Words and relations that are easily overlooked: each is in the map, told, or refused."""

import time
import tracemalloc
from contextlib import suppress

import pytest

from argmap.exchange.argdown.reading import read
from argmap.exchange.content import Content
from argmap.format import ReadError
from argmap.model import Problem, Statement

_NEGATED = """[a]: text a.

[b]: Text b.
{below_b}
<X>{below_x}

(1) A premise.
----
(2) [not-a]: It is not the case that text a.{more} {{"negates": "a"{data}}}{below}
"""


def _filled(**parts: str) -> str:
    return _NEGATED.format_map(dict.fromkeys(("below_b", "below_x", "more", "data", "below"), "") | parts)


def _refused(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(ReadError) as raised:
        read(Content(text.encode()))
    return [(problem.code, problem.line) for problem in raised.value.problems]


def _told(text: str) -> tuple[Problem, ...]:
    return read(Content(text.encode())).problems


@pytest.mark.parametrize(
    ("parts", "code", "line"),
    [
        ({"below_b": "  + [not-a]\n"}, "I004", 4),
        ({"below_x": "\n  +> [a]"}, "I004", 6),
        ({"below_x": "\n  -> [b]"}, "I006", 6),
        ({"below_x": "\n  _> [b]"}, "I006", 6),
        ({"below": "\n  - Something against it."}, "I004", 10),
    ],
)
def test_a_conclusion_that_only_negates_is_in_no_other_relation(parts: dict[str, str], code: str, line: int) -> None:
    assert _refused(_filled(**parts)) == [(code, line)]


def test_a_conclusion_that_only_negates_may_repeat_what_it_is_against() -> None:
    assert _told(_filled(below_x="\n  -> [a]")) == _told(_filled()) == ()


def test_what_a_conclusion_that_only_negates_says_besides_is_told_or_kept() -> None:
    imported = read(Content(_filled(more=" Or so. #tag", data=', "short": "not so"').encode()))
    assert imported.map.entries["X"].tags == ("tag",)
    assert [problem.message for problem in imported.problems] == [
        "[not-a] only says what its argument is against; left out: “It is not the case that text a. Or so.”",
        "“short” of [not-a] has no place in an argument map",
    ]


def test_an_argument_that_bears_on_nothing_keeps_its_note_and_tags() -> None:
    (statement,) = read(
        Content(b'<X>: Words. #one {"note": "kept", "tags": ["two"], "ignore": ["L1"]}\n')
    ).map.sentences()
    assert statement[1] == Statement(text="Words.", tags=("one", "two"), note="X kept", ignore=("L1",))


def test_comments_in_data_are_told() -> None:
    text = '===\n# one\ntitle: "a # b" # two\nauthor: |  # three\n  # four\n===\n[a]: Text. {# five\n  note: x#y\n}\n'
    comments = [(problem.line, problem.message[-6:]) for problem in _told(text) if "comment" in problem.message]
    assert comments == [(2, " # one"), (3, " # two"), (4, " three"), (7, "# five")]


def test_a_second_document_in_data_is_refused() -> None:
    assert _refused("===\ntitle: one\n---\ntitle: two\n===\n\n[a]: Text.\n") == [("I004", 3)]


def test_a_tag_goes_over_no_empty_line() -> None:
    assert _refused("[a]: Text #(open.\n\n[b]: Text (of b).\n") == [("I004", 1)]


def test_what_is_opened_and_never_closed_takes_no_time() -> None:
    pieces = ("*a ", "[a](b", "#(a", "*a b_ ")
    texts = [*(piece * 8000 for piece in pieces), "*a " * 8000 + "b_ " * 8000, "[x]: y\r" * 8000]
    start = time.process_time()
    for text in texts:
        with suppress(ReadError):
            read(Content(f"[a]: {text}\n".encode()))
    assert time.process_time() - start < 4


def test_undercuts_of_premises_that_come_to_too_many_objections_are_refused() -> None:
    supports = "".join(f"[b{number}]: Text.\n  + [a]\n\n" for number in range(300))
    undercuts = "".join(f"  _ [c{number}]: Text.\n" for number in range(300))
    assert {code for code, _ in _refused(f"[a]: Text.\n\n{supports}[a]\n{undercuts}")} == {"I008"}


def test_a_long_text_takes_little_room() -> None:
    text = "[a]: " + "word " * 100_000
    tracemalloc.start()
    read(Content(text.encode()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * len(text)


def test_an_attack_on_an_argument_that_is_one_on_a_premise_elsewhere_is_told() -> None:
    text = "[x]: No.\n  -> [a]\n\n<r>\n  - [x]\n\n(1) [a]: One.\n(2) [b]: Two.\n----\n(3) [c]: Three.\n"
    assert [(problem.code, problem.line) for problem in _told(text)] == [("I102", 5)]
