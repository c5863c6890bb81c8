"""The keys of one table's text: where each stands, and in which order argmap writes them."""

import re
from dataclasses import dataclass

from argmap.format.blocks import STRING, unquote

_COMMON = ("tags", "note", "ignore")
_SENTENCE = ("short", "in", "implicit", "by", "anchor", *_COMMON)
KEY_ORDER: dict[str, tuple[str, ...]] = {
    "source": ("title", "author", "date", "url", "file", "sha256", "text", "anchor", *_COMMON),
    "statement": ("text", "means", *_SENTENCE),
    "conditional": ("text", "if", "then", "if_text", "then_text", "qualifier", *_SENTENCE),
    "reason": ("for", "rule", "section", *_COMMON),
    "objection": ("against", "rule", "answered", *_COMMON),
    "scenario": ("title", "suppose", "text", "anchor", *_COMMON),
}
"""The order in which the keys of each kind of table are written."""
ROOT_ORDER = ("argmap", "title", "main", *_COMMON)
ANCHOR_ORDER = ("source", "para", "from", "to", "words", "hash")

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_KEY = re.compile(rf"[ \t]*(?P<path>{_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=[ \t]*")
_HEADER_LINE = re.compile(r"[ \t]*\[")
_VALUE = re.compile(rf"(?:{STRING})|[\[{{]|[\]}}]|\#[^\n]*|\r?\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class KeySpan:
    """One `key = value` of a table: its key's parts, and character offsets into the table's text.

    `line` is where its line starts, `value` to `value_end` its value, `end` the start of the next
    line.
    """

    path: tuple[str, ...]
    line: int
    value: int
    value_end: int
    end: int

    @property
    def name(self) -> str:
        """The key's first part."""
        return self.path[0]

    @property
    def dotted(self) -> bool:
        """Whether the key has more than one part."""
        return len(self.path) > 1


def key_spans(text: str, start: int = 0) -> list[KeySpan]:
    """Find the keys of a table's text from offset `start` (behind its header line) to its first sub-table."""
    spans = []
    at = start
    while at < len(text):
        match = _KEY.match(text, at)
        if match is None:
            if _HEADER_LINE.match(text, at):
                break
            newline = text.find("\n", at)
            at = len(text) if newline < 0 else newline + 1
            continue
        value_end, end = _value_end(text, match.end())
        path = tuple(unquote(part) for part in re.findall(_PART, match["path"]))
        spans.append(KeySpan(path, at, match.end(), value_end, end))
        at = end
    return spans


def body_start(text: str) -> int:
    """The offset behind a table's header line, touching comments and header skipped."""
    at = 0
    while at < len(text):
        newline = text.find("\n", at)
        end = len(text) if newline < 0 else newline + 1
        if text[at:end].lstrip(" \t").startswith("["):
            return end
        at = end
    return at


def _value_end(text: str, at: int) -> tuple[int, int]:
    depth = 0
    last = at
    while match := _VALUE.search(text, at):
        token = match.group()
        if text[at : match.start()].strip():
            last = match.start() - len(text[at : match.start()]) + len(text[at : match.start()].rstrip())
        at = match.end()
        if token[0] == "#":
            continue
        if token in ("\n", "\r\n"):
            if depth <= 0:
                return last, at
            continue
        depth += (token in "[{") - (token in "]}") if len(token) == 1 else 0
        last = at
    rest = text[at:].rstrip()
    return (at + len(rest) if rest else last), len(text)
