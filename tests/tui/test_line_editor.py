from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.tui.line_editor import _DELETING, _DOING, _MOVING, LineEditor

KEYS = [*_MOVING, *(f"shift+{key}" for key in _MOVING if "+" not in key), *_DELETING, *_DOING]
TEXTS = st.text(alphabet="ab c.é日e\u0301-'", max_size=40)


def typed(text, *keys, width=20):
    editor = LineEditor(text, width)
    for key in keys:
        assert editor.key(key)
    return editor


@given(TEXTS, st.integers(1, 30), st.lists(st.one_of(st.sampled_from(KEYS), st.tuples(TEXTS)), max_size=30))
def test_any_keys_keep_cursor_and_lines_within_the_text(text, width, steps):
    editor = LineEditor(text, width)
    seen = {editor.text}
    for step in steps:
        if isinstance(step, tuple):
            editor.put(step[0])
        else:
            assert editor.key(step)
        seen.add(editor.text)
        assert 0 <= editor.cursor <= len(editor.text)
        assert 0 <= editor.anchor <= len(editor.text)
        lines = editor.lines
        assert "".join(editor.text[slice(*line)] for line in lines) == editor.text
        assert all(cell_len(editor.text[slice(*line)].rstrip(" ")) <= max(width, 2) for line in lines)
        line, column = editor.place
        found = editor.at(line, column)
        assert lines[line][0] <= found <= lines[line][1]
        assert cell_len(editor.text[lines[line][0] : found]) <= column
    while editor._done:
        editor.undo()
        assert editor.text in seen
    assert editor.text == LineEditor(text, width).text


def test_words():
    assert typed("one two", "ctrl+w").text == "one "
    assert typed("one two", "ctrl+left", "ctrl+u").text == "two"
    assert typed("one two", "ctrl+a", "ctrl+right", "ctrl+k").text == "one"
    assert typed("one two", "ctrl+a", "ctrl+f").text == " two"


def test_selecting_replaces_and_copies():
    editor = typed("one two", "shift+left", "shift+left", "shift+left")
    assert editor.selected == "two"
    editor.put("three")
    assert editor.text == "one three"
    assert typed("one two", "f7").selected == "one two"
    assert typed("one two", "f7", "delete").text == ""


def test_a_word_typed_is_taken_back_at_once_and_comes_again():
    editor = LineEditor("", 20)
    for character in "one two":
        editor.put(character)
    editor.undo()
    assert editor.text == "one "
    editor.redo()
    assert editor.text == "one two"


def test_up_and_down_keep_the_column_over_short_lines():
    editor = LineEditor("abcdef gh ijklmn", 7)
    assert [editor.text[slice(*line)] for line in editor.lines] == ["abcdef ", "gh ", "ijklmn"]
    editor.move(5)
    editor.key("down")
    assert editor.cursor < 10
    editor.key("down")
    assert editor.place == (2, 5)


def test_an_accent_belongs_to_its_letter():
    assert typed("cafe\u0301", "backspace").text == "caf"
    assert typed("e\u0301a", "ctrl+a", "right").cursor == 2


def test_line_breaks_become_spaces():
    editor = LineEditor("a\nb", 20)
    editor.put("c\r\n\td")
    assert editor.text == "a bc d"


def test_other_keys_are_left_alone():
    assert not LineEditor("a", 9).key("enter")
    assert not LineEditor("a", 9).key("f5")


def test_a_long_word_behind_a_space_is_broken_as_often_as_needed():
    editor = LineEditor(" aaaaaaaaaaaa日", 13)
    assert [editor.text[slice(*line)] for line in editor.lines] == [" ", "aaaaaaaaaaaa", "日"]
