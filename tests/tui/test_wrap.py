from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.tui.visible import one_line, visible
from argmap.tui.wrap import clip, pad, wrap


def test_words_move_to_the_next_line_whole():
    assert wrap("one two three", 7) == ("one two", "three")
    assert wrap("one two three", 8) == ("one two", "three")
    assert wrap("one  two", 4) == ("one", "two")


def test_a_word_longer_than_a_line_is_broken():
    assert wrap("abcdefgh ij", 5) == ("abcde", "fgh", "ij")


def test_wide_characters_count_two_cells_and_break_anywhere():
    assert wrap("日本語の文", 4) == ("日本", "語の", "文")
    assert wrap("ab 日本語", 5) == ("ab 日", "本語")


def test_an_empty_text_is_one_empty_line():
    assert wrap("  ", 10) == ("",)


@given(st.text(), st.integers(2, 40))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text, width):
    text = visible(text)
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet="ab cde", max_size=80), st.integers(1, 12))
def test_wide_and_narrow_wrapping_agree(text, width):
    from argmap.tui.wrap import _wrap_narrow, _wrap_wide

    text = text.strip()
    if text:
        assert _wrap_narrow(text, width) == _wrap_wide(text, width)


@given(st.text(), st.integers(1, 20))
def test_clipping_fits_and_shows_that_it_cut(text, width):
    text = visible(text)
    cut = clip(text, width)
    assert cell_len(cut) <= width
    assert cut == text or cut.endswith("…")


def test_padding_counts_cells():
    assert pad("日", 4) == "日  "


def test_control_and_direction_characters_become_signs():
    assert visible("a\x1b[31mb\x07\x7f") == "a␛[31mb␇␡"
    assert visible("left\u202eright\u200b") == "left‹U+202E›right‹U+200B›"
    assert visible("&#9731; [bold] 'q'") == "&#9731; [bold] 'q'"
    assert visible("\ud800") == "‹U+D800›"


def test_pasted_line_breaks_become_spaces():
    assert one_line("a\r\n  b\n\nc\td") == "a b c d"
