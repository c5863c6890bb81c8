"""What the terminal sends: pastes are data, keys go through at once, bad bytes end nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from argmap.tui.terminal_input import TerminalInput

XTermParser = pytest.importorskip("textual._xterm_parser").XTermParser
BEGIN, END = b"\x1b[200~", b"\x1b[201~"
PIECES = st.lists(
    st.sampled_from(["a", " ", "\x1b", "[", "2", "0", "1", "~", "\x1b[200~", "\x1b[20", "é", "\x7f", "\x13"])
).map("".join)


def taken(data: bytes, cuts: list[int]) -> str:
    incoming = TerminalInput()
    bounds = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return "".join(incoming.take(data[a:b]) for a, b in pairwise(bounds))


@given(PIECES.filter(lambda text: "\x1b[201~" not in text), st.lists(st.integers(0, 200)), PIECES)
def test_a_paste_arrives_whole_with_its_escapes_shown_however_it_is_cut(text, cuts, typed):
    if "\x1b[201~" in text + "\x1b[201~"[:5]:
        return
    typed = typed.replace("\x1b", "")
    data = typed.encode() + BEGIN + text.encode() + END + typed.encode()
    assert taken(data, cuts) == typed + "\x1b[200~" + text.replace("\x1b", "␛") + "\x1b[201~" + typed


@given(PIECES.filter(lambda text: "\x1b[20" not in text), st.lists(st.integers(0, 200)))
def test_what_is_typed_goes_through_as_it_is(text, cuts):
    assert taken(text.encode(), cuts) == text


def test_a_single_escape_is_not_held_back():
    assert TerminalInput().take(b"\x1b") == "\x1b"


def test_bytes_that_are_no_text_are_replaced():
    assert taken(b"caf\xe9 bar", []) == "caf\ufffd bar"
    assert taken("é".encode(), [1]) == "é"


@pytest.mark.parametrize("inside", ["evil\x1b9\x7f\x13", "x\x1bqd", "one\x1b\x1btwo", "\x1b[A\x1b[200~\x1bOP"])
def test_a_paste_with_escapes_in_it_presses_no_key(inside):
    incoming, parser = TerminalInput(), XTermParser()
    found = list(parser.feed(incoming.take(BEGIN + inside.encode() + END + b"k")))
    assert [type(each) for each in found] == [events.Paste, events.Key]
    assert found[0].text == inside.replace("\x1b", "␛")
