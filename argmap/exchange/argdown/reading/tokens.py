"""The words of Argdown: what a file is made of, piece by piece, each with its place.

After https://argdown.org/syntax; where the documentation is silent, as Argdown's own program reads it. What can
only be a slip (a bracket or comment that isn't closed) is told and taken as text, so that reading goes on.
"""

import re
from enum import IntEnum, auto
from typing import NamedTuple

from argmap.exchange.argdown.reading.braces import pairs
from argmap.exchange.argdown.reading.faults import Faults


class Kind(IntEnum):
    """What a piece of an Argdown file is."""

    EMPTY = auto()
    NEWLINE = auto()
    RELATION = auto()
    HEADING = auto()
    NUMBER = auto()
    ITEM = auto()
    INFERENCE = auto()
    STATEMENT = auto()
    ARGUMENT = auto()
    DATA = auto()
    FRONT = auto()
    COMMENT = auto()
    TEXT = auto()
    ESCAPED = auto()
    MARK = auto()
    LINK = auto()
    TAG = auto()
    MENTION = auto()


class Token(NamedTuple):
    """A piece of the file from `at` to `end`.

    `value` is what it says: the words of a text, a title, tag or comment, the sign of a relation, a number.
    `more` is the indentation of a relation or list item, the address of a link, and ":" behind a title that is
    being defined.
    """

    kind: Kind
    at: int
    end: int
    value: str = ""
    more: str = ""


_PLAIN = re.compile(r"(?:[^\\@#*_\[<>/{\n\r=.:]++|[.:](?=\s)|=(?!==)|/(?![/*]))++")
_SPECIAL = re.compile(r"\.[^\s]+?\.|:[^\s]+?:")
_BREAK = re.compile(r"(?:[ \t]*\n)+|[ \t]*\r")
_INDENT = re.compile(r"[ \t]*")
_LINE = re.compile(
    r"(?P<inference>--)|(?P<relation>\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))|(?P<heading>\#+)[ ]"
    r"|\((?P<number>\d+)\)|(?P<item>\d+\.(?=\s)|\*(?=\s))",
    re.VERBOSE,
)
_ITALICS = re.compile(r"\*\*|__|\*|_")
_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\n]+)\)")
_TAG = re.compile(r"#(?:\(([^)]+)\)|([a-zA-z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+))")
_FRONT = re.compile(r"={3,}")
_BLANK = re.compile(r"[ \t]*\n")
_STOP = re.compile(r"\\.|-{2,}|\{|//|/\*|<!--|\n")
_INSIDE = re.compile(r"(?![ \t]*(?:\n|\(\d+\)|$))")
_CLOSING = {"[": "]", "<": ">"}
_COMMENTS = {"/*": "*/", "<!--": "-->"}
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:$")


def tokens(text: str, faults: Faults) -> list[Token]:
    """The pieces of an Argdown text, which ends with a line end, in order; slips are told to `faults`."""
    return _Scanner(text, faults).all()


class _Scanner:
    def __init__(self, text: str, faults: Faults) -> None:
        self.text = text
        self.faults = faults
        self.found: list[Token] = []
        self.fresh: Kind | None = Kind.EMPTY
        self._next: dict[str, int] = {}
        self._braces: dict[int, int | None] = {}

    def all(self) -> list[Token]:
        text, at, length, found = self.text, 0, len(self.text), self.found
        while at < length:
            if self.fresh is not None:
                start = at
                at = _INDENT.match(text, at).end()  # type: ignore[union-attr]
                if at < length and (end := self._line_start(start, at)):
                    at = end
                    continue
            if plain := _PLAIN.match(text, at):
                found.append(Token(Kind.TEXT, at, plain.end(), plain[0]))
                self.fresh = None
                at = plain.end()
            if at < length:
                at = self._piece(at)
        return found

    def _add(self, kind: Kind, at: int, end: int, value: str = "", more: str = "") -> int:
        self.found.append(Token(kind, at, end, value, more))
        self.fresh = None
        return end

    def _text(self, at: int, end: int) -> int:
        return self._add(Kind.TEXT, at, end, self.text[at:end])

    def _line_start(self, start: int, at: int) -> int:
        """The end of what only the beginning of a line can be; 0 where there is none."""
        found = _LINE.match(self.text, at)
        if found is None or (found["relation"] == "<-" and self.text.startswith("<!--", at)):
            return 0
        end, indent = found.end(), self.text[start:at]
        if found["inference"]:
            return self._inference(at, end)
        for group, kind in (("relation", Kind.RELATION), ("heading", Kind.HEADING), ("item", Kind.ITEM)):
            if found[group]:
                return self._add(kind, at, end, found[group], indent)
        return self._add(Kind.NUMBER, at, end, found["number"], indent)

    def _piece(self, at: int) -> int:
        """The end of the piece that begins here with a character that may mean something."""
        text, char = self.text, self.text[at]
        if char in "\n\r":
            return self._line_end(at)
        if char == "\\":
            if at + 1 < len(text) and text[at + 1] != "\n":
                return self._add(Kind.ESCAPED, at, at + 2, text[at + 1])
            advice = "write \\\\ for a backslash, or take it away"
            self.faults.error("I004", at, "nothing stands behind this backslash", advice=advice)
            return self._text(at, at + 1)
        if char in ".:" and (special := _SPECIAL.match(text, at)):
            return self._text(at, special.end())
        if char == "=" and (front := _FRONT.match(text, at)):
            return self._front(at, front.end())
        if char in "/<" and (comment := self._comment(at)):
            return comment
        if char == "{":
            return self._data(at)
        if char in "*_" and (mark := _ITALICS.match(text, at)):
            return self._add(Kind.MARK, at, mark.end(), mark[0])
        if char == "#" and (tag := self._tag(at)):
            return self._add(Kind.TAG, at, tag.end(), tag[1] or tag[2])
        if char in "[<@" and (title := self._title(at)):
            return title
        return self._text(at, at + 1)

    def _line_end(self, at: int) -> int:
        found = _BREAK.match(self.text, at)
        assert found is not None
        kind = Kind.EMPTY if found[0].count("\n") > 1 else Kind.NEWLINE
        if self.fresh is Kind.EMPTY:
            return found.end()
        self.found.append(Token(kind, at, found.end()))
        self.fresh = kind
        return found.end()

    def _find(self, what: str, at: int, use: str = "") -> int:
        """Where a string stands next; remembered, so that a file full of open brackets is read in one go.

        Places may only grow from one search to the next of the same `use`.
        """
        known = self._next.get(what + use, -1)
        if known < at:
            known = self.text.find(what, at)
            self._next[what + use] = known = len(self.text) if known < 0 else known
        return known

    def _front(self, at: int, end: int) -> int:
        close = self._find("===", end)
        if close == len(self.text):
            if not self.found:
                self.faults.error("I004", at, "this front matter is not closed", advice="end it with a line of ===")
            return self._text(at, end)
        closed = _FRONT.match(self.text, close)
        assert closed is not None
        return self._add(Kind.FRONT, at, closed.end(), self.text[end:close], str(end))

    def _tag(self, at: int) -> re.Match[str] | None:
        """A tag; one in brackets that goes over an empty line is told."""
        if not self.text.startswith("#(", at):
            return _TAG.match(self.text, at)
        close = self._find(")", at)
        if close < self._find("\n\n", at):
            return _TAG.match(self.text, at)
        if close == len(self.text):
            return None
        advice = "close it with ), or write \\# for a # of the text"
        self.faults.error("I004", at, "the tag that #( opens is not closed", advice=advice)
        return None

    def _comment(self, at: int) -> int:
        text = self.text
        if text.startswith("//", at):
            end = self._find("\n", at)
            if (word := _URL.search(text, max(0, at - 20), at)) and not text[at + 2 : at + 3].isspace():
                what = f"an address stands in this text, and Argdown takes all behind {word[0]} for a comment"
                advice = "write \\/\\/ for //, or put the address into the data, in braces"
                self.faults.error("I004", at, what, advice=advice)
            return self._commented(at, end, text[at + 2 : end])
        for opening, closing in _COMMENTS.items():
            if text.startswith(opening, at):
                end = self._find(closing, at + len(opening))
                if end < len(text):
                    return self._commented(at, end + len(closing), text[at + len(opening) : end])
                advice = f"end it with {closing}, or write \\{opening[0]} for a {opening[0]} of the text"
                self.faults.error("I004", at, "this comment is not closed", advice=advice)
                return self._text(at, at + len(opening))
        return 0

    def _commented(self, at: int, end: int, words: str) -> int:
        """A comment is no part of the line it stands in; alone in a line, it takes the line's end with it."""
        self.found.append(Token(Kind.COMMENT, at, end, words))
        if self.fresh is not None and (alone := _BLANK.match(self.text, end)):
            if self.fresh is Kind.NEWLINE and _BLANK.match(self.text, alone.end()):
                return end
            return alone.end()
        return end

    def _data(self, at: int) -> int:
        if at not in self._braces:
            self._braces.update(pairs(self.text, at))
        end = self._braces[at]
        if end is None:
            advice = "close it with }, or write \\{ for a brace of the text"
            self.faults.error("I004", at, "this brace opens data and is not closed", advice=advice)
            return self._text(at, at + 1)
        return self._add(Kind.DATA, at, end, self.text[at:end])

    def _inference(self, at: int, end: int) -> int:
        """An inference line, from -- to --, with its rules as they stand there; data in it is a piece of its own."""
        text, rules = self.text, ""
        place, start = len(self.found), end
        while (stop := _STOP.search(text, start)) is not None:
            rules += text[start : stop.start()]
            start = stop.end()
            if stop[0][0] == "-":
                break
            if stop[0][0] == "\\":
                rules += stop[0]
            elif stop[0] == "\n":
                rules += " "
                if not _INSIDE.match(text, start):
                    start -= 1
                    stop = None
                    break
            elif stop[0] == "{":
                start = self._data(stop.start())
            else:
                start = self._comment(stop.start())
        if stop is None:
            advice = "write the rules between -- and --, or ---- alone"
            self.faults.error("I004", at, "this inference line is not closed", advice=advice)
        inside = self.found[place:]
        self.found[place:] = [Token(Kind.INFERENCE, at, start, rules)]
        self.found += [token for token in inside if token.kind in (Kind.DATA, Kind.COMMENT)]
        self.fresh = None
        return start

    def _title(self, at: int) -> int:
        """A title in brackets, a mention of one, or a link; 0 where none is meant."""
        text = self.text
        mention = text[at] == "@"
        start = at + mention
        opening = text[start : start + 1]
        if opening not in _CLOSING or not opening:
            return 0
        closing = _CLOSING[opening]
        end, line = self._find(closing, start + 1), self._find("\n", start)
        linked = text.startswith("](", end) and end < line and not mention and self._find(")", end, "link") < line
        if linked and (link := _LINK.match(text, start)):
            return self._add(Kind.LINK, at, link.end(), link[1], link[2])
        if end >= line:
            if mention or self._begins():
                advice = f"close it with {closing} in the same line, or write \\{opening} for one of the text"
                self.faults.error("I004", start, f"the title that {opening} opens is not closed", advice=advice)
            return 0
        if opening == "<" and text[start + 1] == "-":
            return 0
        if text[start + 1] == "-" and text[end + 1] != ":":
            return 0
        title = text[start + 1 : end]
        if not title.strip():
            self.faults.error("I004", start, "this title is empty", advice="write a title between the brackets")
        if opening in title:
            advice = f"take the inner {opening} out of the title"
            self.faults.error("I004", start, f"a second {opening} stands in this title", advice=advice)
        if mention:
            return self._add(Kind.MENTION, at, end + 1, title, opening)
        kind = Kind.STATEMENT if opening == "[" else Kind.ARGUMENT
        defines = ":" if text[end + 1] == ":" else ""
        return self._add(kind, at, end + 1 + len(defines), title, defines)

    def _begins(self) -> bool:
        """Whether a title may begin here."""
        said = (token for token in reversed(self.found) if token.kind is not Kind.COMMENT and token.value != " ")
        last = next(said, None)
        begin = (Kind.EMPTY, Kind.RELATION, Kind.NUMBER, Kind.ITEM)
        return last is None or last.kind in begin
