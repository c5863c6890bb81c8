"""Editing one paragraph of text: cursor, selection, words, lines as wrapped, undo. No widget, no painting."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from argmap.tui.visible import kept, one_line

_WORD = re.compile(r"\w+|[^\w\s]+")
_UNDO_LIMIT = 1000


class _State(NamedTuple):
    text: str
    cursor: int
    anchor: int


class LineEditor:
    """A text without line breaks under edit.

    `cursor` and `anchor` count characters from 0; what lies between them is selected. `width` is in
    cells and only tells where lines break.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = one_line(text)
        self.width = max(width, 1)
        self.cursor = self.anchor = len(self.text)
        self._done: list[_State] = []
        self._undone: list[_State] = []
        self._typing = False
        self._column: int | None = None

    @property
    def value(self) -> str:
        """The text as it should be kept: no spaces round it."""
        return kept(self.text)

    @property
    def selection(self) -> tuple[int, int]:
        """The first and the end of what is selected."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    @property
    def selected(self) -> str:
        """The text that is selected."""
        return self.text[slice(*self.selection)]

    @property
    def lines(self) -> list[tuple[int, int]]:
        """First and end of each line as wrapped; spaces at a break hang over the width."""
        starts, used, word, used_at_word = [0], 0, 0, 0
        for at, character in enumerate(self.text):
            size = get_character_cell_size(character)
            if character != " " and at and self.text[at - 1] == " ":
                word, used_at_word = at, used
            while used + size > self.width and character != " " and at > starts[-1]:
                start = word if word > starts[-1] else at
                used -= used_at_word if word > starts[-1] else used
                starts.append(start)
                used_at_word = 0
            used += size
        return list(pairwise([*starts, len(self.text)]))

    @property
    def place(self) -> tuple[int, int]:
        """The cursor's line and column, in cells."""
        lines = self.lines
        number = max(n for n, (start, _) in enumerate(lines) if start <= self.cursor)
        return number, cell_len(self.text[lines[number][0] : self.cursor])

    def at(self, line: int, column: int) -> int:
        """The character nearest to a line and a column."""
        lines = self.lines
        start, end = lines[min(max(line, 0), len(lines) - 1)]
        used = 0
        for index in range(start, end):
            size = get_character_cell_size(self.text[index])
            if used + size > column:
                return index
            used += size
        return end if line >= len(lines) - 1 else max(end - 1, start)

    def put(self, text: str) -> None:
        """Type or paste a text in place of what is selected."""
        first, end = self.selection
        text = one_line(text)
        typing = len(text) == 1 and first == end
        self._change(self.text[:first] + text + self.text[end:], first + len(text), typing=typing and text != " ")

    def move(self, to: int, *, select: bool = False) -> None:
        """Put the cursor before a character; `select` keeps the other end of the selection."""
        self.cursor = min(max(to, 0), len(self.text))
        if not select:
            self.anchor = self.cursor
        self._typing = False
        self._column = None

    def key(self, key: str) -> bool:
        """Do what a key does, by Textual's name for it; False where it does nothing here."""
        if key in _DELETING:
            first, end = self.selection
            if first == end:
                to = _DELETING[key](self)
                first, end = min(first, to), max(end, to)
            if first != end:
                self._change(self.text[:first] + self.text[end:], first)
            return True
        select = "shift+" in key
        moving = _MOVING.get(key.replace("shift+", ""))
        if moving is not None:
            column = self._column
            vertical = key.endswith(("up", "down"))
            if vertical and column is None:
                column = self.place[1]
            self._column = column
            to = moving(self)
            self.move(to, select=select)
            self._column = column if vertical else None
            return True
        if key in _DOING:
            _DOING[key](self)
            return True
        return False

    def undo(self) -> None:
        """Take back what was typed last."""
        self._swap(self._done, self._undone)

    def redo(self) -> None:
        """Type it again."""
        self._swap(self._undone, self._done)

    def _swap(self, source: list[_State], target: list[_State]) -> None:
        if source:
            target.append(_State(self.text, self.cursor, self.anchor))
            self.text, self.cursor, self.anchor = source.pop()
        self._typing = False
        self._column = None

    def _change(self, text: str, cursor: int, *, typing: bool = False) -> None:
        if not (typing and self._typing):
            self._done.append(_State(self.text, self.cursor, self.anchor))
            del self._done[:-_UNDO_LIMIT]
        self._undone.clear()
        self.text = text
        self.move(cursor)
        self._typing = typing

    def _left(self) -> int:
        to = self.cursor - 1
        while to > 0 and not cell_len(self.text[to]):
            to -= 1
        return max(to, 0)

    def _right(self) -> int:
        to = self.cursor + 1
        while to < len(self.text) and not cell_len(self.text[to]):
            to += 1
        return min(to, len(self.text))

    def _word_left(self) -> int:
        return max((found.start() for found in _WORD.finditer(self.text) if found.start() < self.cursor), default=0)

    def _word_right(self) -> int:
        ends = (found.end() for found in _WORD.finditer(self.text) if found.end() > self.cursor)
        return next(ends, len(self.text))

    def _by_line(self, step: int) -> int:
        line, column = self.place
        if line + step < 0:
            return 0
        if line + step >= len(self.lines):
            return len(self.text)
        return self.at(line + step, column if self._column is None else self._column)

    def _line_end(self) -> int:
        line = self.place[0]
        return self.at(line, 1 << 30)

    def select_all(self) -> None:
        """Select the whole text."""
        self.move(0)
        self.move(len(self.text), select=True)


_MOVING: Mapping[str, Callable[[LineEditor], int]] = {
    "left": LineEditor._left,
    "right": LineEditor._right,
    "ctrl+left": LineEditor._word_left,
    "alt+b": LineEditor._word_left,
    "ctrl+right": LineEditor._word_right,
    "alt+f": LineEditor._word_right,
    "up": lambda editor: editor._by_line(-1),
    "down": lambda editor: editor._by_line(1),
    "home": lambda editor: editor.lines[editor.place[0]][0],
    "ctrl+a": lambda editor: 0,
    "end": LineEditor._line_end,
    "ctrl+e": lambda editor: len(editor.text),
    "pageup": lambda editor: 0,
    "pagedown": lambda editor: len(editor.text),
}
_DELETING: Mapping[str, Callable[[LineEditor], int]] = {
    "backspace": LineEditor._left,
    "delete": LineEditor._right,
    "ctrl+d": LineEditor._right,
    "ctrl+w": LineEditor._word_left,
    "alt+backspace": LineEditor._word_left,
    "ctrl+f": LineEditor._word_right,
    "alt+d": LineEditor._word_right,
    "ctrl+u": lambda editor: 0,
    "ctrl+k": lambda editor: len(editor.text),
}
_DOING: Mapping[str, Callable[[LineEditor], None]] = {
    "ctrl+z": LineEditor.undo,
    "ctrl+y": LineEditor.redo,
    "f7": LineEditor.select_all,
}
