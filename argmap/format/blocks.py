"""The block document: a map file cut into its tables, every byte kept.

A block is one table with the comments that touch its header, its keys and the blank lines behind
it; the root keys are the first block; free-standing comments and unknown tables are blocks of
their own. Joined, the blocks are the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from argmap.model import Kind

_KINDS = frozenset(get_args(Kind))
_BARE = r"[A-Za-z0-9_-]+"
_BASIC = r'"(?:\\.|[^"\\\n])*"'
_LITERAL = r"'[^'\n]*'"
_KEY = rf"(?:{_BARE}|{_BASIC}|{_LITERAL})"
STRING = rf'"""(?:\\.|[^\\])*?"{{3,5}}|\'\'\'.*?\'{{3,5}}|{_BASIC}|{_LITERAL}'
"""A TOML string of any of the four sorts (use with re.DOTALL)."""

_TOKEN = re.compile(rf"(?P<string>{STRING})|(?P<comment>\#[^\n]*)|(?P<open>[\[{{])|(?P<close>[\]}}])", re.DOTALL)
_HEADER = re.compile(
    rf"[ \t]*\[(?P<array>\[?)[ \t]*(?P<path>{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)[ \t]*\]\]?[ \t]*(?:\#[^\n]*)?(?=\r?\n|$)"
)
_PART = re.compile(_KEY)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the file; `id` and `kind` name the entry it holds, or are None.

    `regular` blocks are plain `[kind.id]` tables that alone hold their entry.
    """

    text: str
    kind: str | None = None
    id: str | None = None
    regular: bool = True


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
    headers, comments = _headers(text)
    starts = [_first_touching_comment(text, start, comments) for start, _, _ in headers]
    blocks = [Block(part) for part in _split_free(text, 0, starts[0] if starts else len(text), 0, comments)]
    seen: set[str] = set()
    for index, (start, path, array) in enumerate(headers):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        table, *free = _split_free(text, starts[index], end, start, comments)
        known = path[0] in _KINDS and not array
        if known and len(path) > 2 and len(blocks) > 1 and blocks[-1].id == path[1]:
            blocks[-1] = replace(blocks[-1], text=blocks[-1].text + table, regular=False)
        elif known and len(path) > 1:
            blocks.append(Block(table, path[0], path[1], len(path) == 2 and path[1] not in seen))
            seen.add(path[1])
        else:
            blocks.append(Block(table, path[0] if known else None, None, not known))
        blocks.extend(Block(part) for part in free)
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


def _headers(text: str) -> tuple[list[tuple[int, tuple[str, ...], bool]], set[int]]:
    """Header offsets with their key paths, and the offsets of lines that hold only a comment."""
    headers: list[tuple[int, tuple[str, ...], bool]] = []
    comments: set[int] = set()
    depth = 0
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        kind = match.lastgroup
        if kind in ("comment", "open"):
            line = text.rfind("\n", 0, match.start()) + 1
            alone = not text[line : match.start()].strip(" \t")
            if kind == "comment":
                if alone:
                    comments.add(line)
                continue
            header = _HEADER.match(text, line) if alone and text[match.start()] == "[" else None
            if header is not None:
                path = tuple(unquote(part) for part in _PART.findall(header["path"]))
                if depth == 0 or (path[0] in _KINDS and len(path) > 1):
                    headers.append((line, path, bool(header["array"])))
                    depth = 0
                    at = header.end()
                    continue
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
    return headers, comments


def _first_touching_comment(text: str, header: int, comments: set[int]) -> int:
    start = header
    while start > 0:
        line = text.rfind("\n", 0, start - 1) + 1
        if line not in comments:
            break
        start = line
    return start


def _split_free(text: str, start: int, end: int, header: int, comments: set[int]) -> list[str]:
    """A table's own text and, if there is one, the free-standing comments behind it."""
    line = end
    free = end
    blank_before = True
    while line > header:
        line = text.rfind("\n", 0, line - 1) + 1
        content = text[line:free] if free == end else text[line : text.find("\n", line) + 1]
        if line in comments:
            above = text.rfind("\n", 0, line - 1) + 1 if line > 0 else 0
            blank_before = line == 0 or not text[above:line].strip()
            if blank_before and line > header:
                free = line
        elif content.strip() or line <= header:
            break
    if free == end or not text[start:free]:
        return [text[start:end]]
    return [text[start:free], text[free:end]]


def header_line(text: str) -> int:
    """How many lines of a table's text stand above its header."""
    lines = enumerate(text.splitlines())
    return next((above for above, line in lines if line.lstrip(" \t").startswith("[")), 0)
