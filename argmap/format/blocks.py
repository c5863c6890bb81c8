"""The block document: a map file cut into its tables, every byte kept.

A block is one table with the comments that touch its header, its keys and the blank lines behind
it; the root keys are the first block; free-standing comments and unknown tables are blocks of
their own. Joined, the blocks are the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, get_args

from argmap.model import Kind

_KINDS = frozenset(get_args(Kind))
_BARE = r"[A-Za-z0-9_-]+"
_BASIC = r'"(?:\\.|[^"\\\n])*"'
_LITERAL = r"'[^'\n]*'"
_KEY = rf"(?:{_BARE}|{_BASIC}|{_LITERAL})"
STRING = rf'"""(?:\\.|[^\\])*?"{{3,5}}|\'\'\'.*?\'{{3,5}}|{_BASIC}|{_LITERAL}'
"""A TOML string of any of the four sorts (use with re.DOTALL)."""

_TOKEN = re.compile(
    rf"""(?P<long>\"{{3}}|'{{3}})|(?P<string>{_BASIC}|{_LITERAL})|(?P<comment>\#[^\n]*)"""
    r"""|(?P<open>[\[{])|(?P<close>[\]}])"""
)
_LONG_ENDS = {
    '"""': re.compile(r'(?:\\.|[^\\"]|"(?!""))*+"{3,5}', re.DOTALL),
    "'''": re.compile(r"(?:.*?)'{3,5}", re.DOTALL),
}
_HEADER = re.compile(
    rf"[ \t]*\[(?P<array>\[?)[ \t]*(?P<path>{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)[ \t]*\]\]?[ \t]*(?:\#[^\n]*)?(?=\r?\n|$)"
)
_BRACKET_LINE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_COMMENT_LINE = re.compile(r"^[ \t]*#", re.MULTILINE)
_PART = re.compile(_KEY)
_PLAIN = re.compile(r"[\w.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the file; `id` and `kind` name the entry it holds, or are None.

    A `regular` block holds a `[kind.id]` table, its sub-tables behind it, and no other holds any of
    that entry; a `part` is a sub-table that stands apart from its table.
    """

    text: str
    kind: str | None = None
    id: str | None = None
    regular: bool = True
    part: bool = False


@dataclass(frozen=True)
class BlockDocument:
    """A map file as blocks; the first block holds the root keys and may be empty."""

    blocks: tuple[Block, ...]
    newline: str = "\n"
    bom: bool = False

    @property
    def text(self) -> str:
        """The whole file as text, without a byte order mark."""
        return "".join(block.text for block in self.blocks)

    def encode(self) -> bytes:
        """The whole file as UTF-8 bytes, byte order mark included where the file had one."""
        return (b"\xef\xbb\xbf" if self.bom else b"") + self.text.encode("utf-8")

    def lines(self) -> Iterator[tuple[int, Block]]:
        """Every block with the line, from 1, on which it starts."""
        line = 1
        for block in self.blocks:
            yield line, block
            line += block.text.count("\n")

    def lines_by_id(self) -> dict[str, int]:
        """The line, from 1, of each entry's header."""
        found: dict[str, int] = {}
        for line, block in self.lines():
            if block.id is not None:
                found.setdefault(block.id, line + header_line(block.text))
        return found


def scan(text: str, *, bom: bool = False) -> BlockDocument:
    """Cut a map file's text into blocks; any text can be cut, valid TOML or not."""
    found, comment_lines = _headers(text)
    starts = [_first_touching_comment(text, header.start, comment_lines) for header in found]
    blocks = [Block(part) for part in _split_free(text, 0, starts[0] if starts else len(text), 0, comment_lines)]
    scattered: set[str] = set()
    seen: set[str] = set()
    for index, header in enumerate(found):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        table, *free = _split_free(text, starts[index], end, header.start, comment_lines)
        path, sub = header.path, len(header.path) > 2
        known = path[0] in _KINDS and (sub or not header.array)
        if known and sub and blocks[-1].id == path[1] and blocks[-1].kind == path[0]:
            blocks[-1] = replace(blocks[-1], text=blocks[-1].text + table)
        elif known and len(path) > 1:
            if sub or path[1] in seen:
                scattered.add(path[1])
            seen.add(path[1])
            blocks.append(Block(table, path[0], path[1], part=sub))
        else:
            blocks.append(Block(table, path[0] if known else None))
        blocks.extend(Block(part) for part in free)
    if scattered:
        blocks = [replace(block, regular=False) if block.id in scattered else block for block in blocks]
    newline = "\r\n" if "\r\n" in text else "\n"
    return BlockDocument(tuple(blocks), newline, bom)


def unquote(key: str) -> str:
    """A key as it is meant: without quotes, with basic escapes resolved."""
    if key[:1] == "'":
        return key[1:-1]
    if key[:1] == '"':
        import tomllib

        try:
            return str(tomllib.loads(f"x = {key}")["x"])
        except tomllib.TOMLDecodeError:
            return key[1:-1]
    return key


class Header(NamedTuple):
    """A table's header line: where it starts, where it ends, its key path, whether it is [[…]]."""

    start: int
    end: int
    path: tuple[str, ...]
    array: bool


def headers(text: str) -> list[Header]:
    """The header lines of a text, strings and lists with header-like lines left out."""
    return _headers(text)[0]


def comments(text: str) -> list[str]:
    """Every comment of a text, from its # to the end of its line."""
    found = []
    for kind, start, end in tokens(text, strings=False):
        if kind == "comment":
            found.append(text[start:end].rstrip())
    return found


def lines_of(text: str) -> list[str]:
    """The lines of a text with their line ends; only a line feed ends a line, as in TOML."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def tokens(text: str, *, strings: bool = True) -> Iterator[tuple[str, int, int]]:
    """Strings (if asked for), comments and brackets with their offsets.

    An unclosed long string is passed over.
    """
    at = 0
    unclosed: set[str] = set()
    while match := _TOKEN.search(text, at):
        at = match.end()
        kind = str(match.lastgroup)
        if kind == "long":
            quotes = match[0]
            end = _LONG_ENDS[quotes].match(text, at) if quotes not in unclosed else None
            if end is None:
                unclosed.add(quotes)
                continue
            at = end.end()
        if strings or kind not in ("string", "long"):
            yield kind, match.start(), at


def _headers(text: str) -> tuple[list[Header], set[int]]:
    """The header lines, and the offsets of lines that hold only a comment."""
    return _headers_by_line(text) or _headers_by_token(text)


def _headers_by_line(text: str) -> tuple[list[Header], set[int]] | None:
    """The same for the usual file, line by line; None where a long string or unknown table needs more care."""
    if '"""' in text or "'''" in text:
        return None
    found: list[Header] = []
    for match in _BRACKET_LINE.finditer(text):
        header = _HEADER.match(text, match.start())
        path = _path(header["path"]) if header is not None else ()
        if header is None or len(path) < 2 or path[0] not in _KINDS:
            return None
        found.append(Header(match.start(), header.end(), path, bool(header["array"])))
    return found, {match.start() for match in _COMMENT_LINE.finditer(text)}


def _headers_by_token(text: str) -> tuple[list[Header], set[int]]:
    found: list[Header] = []
    comment_lines: set[int] = set()
    depth = 0
    behind = 0
    for kind, start, _ in tokens(text, strings=False):
        if start < behind:
            continue
        if kind in ("comment", "open"):
            line = text.rfind("\n", 0, start) + 1
            alone = not text[line:start].strip(" \t")
            if kind == "comment":
                if alone:
                    comment_lines.add(line)
                continue
            header = _HEADER.match(text, line) if alone and text[start] == "[" else None
            if header is not None:
                path = _path(header["path"])
                if depth == 0 or (path[0] in _KINDS and len(path) > 1):
                    found.append(Header(line, header.end(), path, bool(header["array"])))
                    depth = 0
                    behind = header.end()
                    continue
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
    return found, comment_lines


def _path(written: str) -> tuple[str, ...]:
    if _PLAIN.fullmatch(written):
        return tuple(written.split("."))
    return tuple(unquote(part) for part in _PART.findall(written))


def _first_touching_comment(text: str, header: int, comment_lines: set[int]) -> int:
    start = header
    while start > 0:
        line = text.rfind("\n", 0, start - 1) + 1
        if line not in comment_lines:
            break
        start = line
    return start


def _split_free(text: str, start: int, end: int, header: int, comment_lines: set[int]) -> list[str]:
    """A table's own text and, if there is one, the free-standing comments behind it."""
    line = free = end
    while line > header:
        below, line = line, text.rfind("\n", 0, line - 1) + 1
        if line in comment_lines:
            above = text.rfind("\n", 0, line - 1) + 1 if line > 0 else 0
            if line > header and not text[above:line].strip():
                free = line
        elif text[line:below].strip():
            break
    if free == end or not text[start:free]:
        return [text[start:end]]
    return [text[start:free], text[free:end]]


def header_line(text: str) -> int:
    """How many lines of a table's text stand above its header."""
    lines = enumerate(lines_of(text))
    return next((above for above, line in lines if line.lstrip(" \t").startswith("[")), 0)
