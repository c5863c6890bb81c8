"""Reading a map file: everything that parses opens; what doesn't is told with its place."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from argmap.format.blocks import Block, BlockDocument, header_line, scan
from argmap.format.keys import KEY_ORDER, ROOT_ORDER, KeySpan, body_start, key_spans
from argmap.model import FORMAT_VERSION, KINDS, Anchor, ArgumentMap, Entry, Problem

CONFLICT = "F006"
"""The code of a file in which a merge left conflicts."""
_MOST_VERSION = 9999
_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_MARKER = re.compile(r"^(<{7,}|>{7,})(?= |\r?$)", re.MULTILINE)
_ANCHOR_KEYS = frozenset(f.alias or name for name, f in Anchor.model_fields.items())


class ReadError(Exception):
    """A file that can't be opened as a map; `problems` says what is wrong and where.

    `file` names the file, where whoever opened it has said so.
    """

    file: str = ""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(p.message for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Reading:
    """A map with the blocks of its file and what the reader noticed without refusing it."""

    map: ArgumentMap
    document: BlockDocument
    problems: tuple[Problem, ...]

    @property
    def newer(self) -> bool:
        """Whether a later version of argmap wrote the file, so that it must not be saved over."""
        return self.map.version > FORMAT_VERSION


def read(data: bytes) -> Reading:
    """Read a map file's bytes.

    Raises ReadError with every type error and the first syntax error of each table, each with
    line, column, what was expected and what to do.
    """
    bom = data.startswith(b"\xef\xbb\xbf")
    text = _decode(data[3:] if bom else data)
    document = scan(text, bom=bom)
    tables = _parse(text, document)
    if not tables:
        raise ReadError(
            [_f("F001", "the file holds no map", 1, 1, advice="remove it, then `argmap new FILE` starts one")]
        )
    if "argmap" not in tables and not any(kind in tables for kind in KINDS):
        advice = "a map begins with the line: argmap = 1"
        raise ReadError([_f("F001", "this TOML file is not an argument map", 1, 1, advice=advice)])
    return _Reader(document, tables).whole()


def _f(code: str, message: str, line: int | None, column: int | None, **more: Any) -> Problem:
    return Problem(code, more.pop("severity", "error"), message, line=line, column=column, **more)


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        binary = b"\0" in data[:8192]
        message = "this is not a text file" if binary else f"byte 0x{data[error.start]:02x} is not valid UTF-8 text"
        advice = "a map is a text file in UTF-8; save it again in that encoding"
        raise ReadError([_f("F002", message, line, column, advice=advice)]) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ReadError([_f("F002", "this is not a text file: it holds a NUL byte", line, 1)])
    return text


def _parse(text: str, document: BlockDocument) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        whole = _syntax_problem(error, 1)
    if conflicts := list(_conflicts(text)):
        raise ReadError(conflicts)
    found = []
    for line, block in document.lines():
        try:
            tomllib.loads(block.text)
        except (ValueError, RecursionError) as error:
            found.append(_syntax_problem(error, line))
    found += list(_declared_twice(document))
    raise ReadError(sorted(found, key=lambda p: (p.line or 0, p.column or 0)) or [whole])


def _conflicts(text: str) -> Iterator[Problem]:
    """The conflicts of a merge that git left in the text, or what is left of one."""
    begun: int | None = None
    for match in _MARKER.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match[1][0] == "<" and begun is None:
            begun = line
            continue
        yield _conflict(begun if begun is not None else line, line)
        begun = None
    if begun is not None:
        yield _conflict(begun, begun)


def _conflict(first: int, last: int) -> Problem:
    lines = f"lines {first} to {last} hold" if last > first else f"line {first} holds"
    advice = "`argmap FILE` asks which side to take, `argmap resolve FILE` lists what is in conflict"
    return _f(CONFLICT, f"{lines} a merge conflict that is not settled", first, 1, advice=advice)


def _syntax_problem(error: Exception, start: int) -> Problem:
    message = str(error) if isinstance(error, ValueError) else "values are nested too deep"
    at = _AT.search(message)
    line = start + int(at["line"]) - 1 if at and at["line"] else start
    column = int(at["column"]) if at and at["column"] else 1
    said = _AT.sub("", message)
    if "integer string conversion" in said:
        said = "a number is too large"
    advice = 'put the text in double quotes, and write a quote or backslash inside it as \\" or \\\\'
    if "newline" in said or "Illegal character" in said or "Unterminated" in said:
        said = f"a string is not closed properly ({said})"
    elif said == "Invalid value":
        said = "this value is not valid TOML; a text stands in double quotes"
    else:
        said, advice = f"not valid TOML: {said}", "write each line as: key = value"
    return _f("F003", said, line, column, advice=advice)


def _declared_twice(document: BlockDocument) -> Iterator[Problem]:
    seen: dict[str, tuple[int, Block]] = {}
    for start, block in document.lines():
        if block.id is None:
            continue
        line = start + header_line(block.text)
        if block.id in seen and not (block.part or seen[block.id][1].part):
            first = seen[block.id]
            yield _f(
                "F005",
                f'the id "{block.id}" is used twice, as {first[1].kind} in line {first[0]} and here as {block.kind}',
                line,
                1,
                id=block.id,
                advice="rename one of them; ids are one namespace",
            )
        else:
            seen[block.id] = (line, block)


class _Reader:
    def __init__(self, document: BlockDocument, tables: dict[str, Any]) -> None:
        self.document = document
        self.tables = tables
        self.errors: list[Problem] = list(_declared_twice(document))
        self.noticed: list[Problem] = []
        self.place: dict[str, tuple[int, Block]] = {}
        self.spans: dict[str | None, list[KeySpan]] = {}
        for line, block in document.lines():
            if block.id is not None:
                self.place.setdefault(block.id, (line, block))

    def whole(self) -> Reading:
        root = self.root()
        entries = self.entries()
        self.unknown_tables()
        if self.errors:
            raise ReadError(sorted(self.errors, key=lambda p: (p.line or 0, p.column or 0)))
        map = ArgumentMap.model_construct(**root, entries=entries)
        return Reading(map, self.document, tuple(self.noticed))

    def root(self) -> dict[str, Any]:
        version = self.tables.get("argmap")
        if version is None:
            advice = "write this as the first line: argmap = 1"
            self.noticed.append(
                _f(
                    "F104",
                    "the file doesn't say which version it is",
                    1,
                    1,
                    severity="warning",
                    advice=advice,
                )
            )
            version = FORMAT_VERSION
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            self.type_error(None, "argmap", "expected the number of the file format", advice="write: argmap = 1")
            version = FORMAT_VERSION
        elif version > _MOST_VERSION:
            self.type_error(None, "argmap", "the number of the file format is not one", advice="write: argmap = 1")
            version = FORMAT_VERSION
        elif version > FORMAT_VERSION:
            message = f"a newer argmap wrote this file (format {version}; this one knows {FORMAT_VERSION})"
            advice = "it opens read-only; update argmap to edit it"
            line, column = self.where(None, "argmap")
            self.noticed.append(_f("F103", message, line, column, severity="warning", advice=advice))
        known = {name: self.tables[name] for name in ROOT_ORDER[1:] if name in self.tables}
        try:
            checked = ArgumentMap.model_validate(known)
        except ValidationError as error:
            self.validation_errors(None, error)
            checked = ArgumentMap()
        fields = ("title", "main", "tags", "note", "ignore")
        return {"version": version, **{name: getattr(checked, name) for name in fields}}

    def entries(self) -> dict[str, Entry]:
        adapters = {kind: TypeAdapter(model) for kind, model in KINDS.items()}
        found: dict[str, Entry] = {}
        for kind, adapter in adapters.items():
            tables = self.tables.get(kind, {})
            if not isinstance(tables, dict):
                self.type_error(None, kind, f"expected tables such as [{kind}.some-id]")
                continue
            for id, table in tables.items():
                if not isinstance(table, dict):
                    self.type_error(None, kind, f'expected a table [{kind}.{id}] for "{id}"', id=id)
                    continue
                if id in found:
                    self.used_twice(id, found[id].kind, kind)
                    continue
                try:
                    found[id] = adapter.validate_python(self.known(kind, id, table))
                except ValidationError as error:
                    self.validation_errors(id, error)
        order = [block.id for block in self.document.blocks if block.id in found]
        return {id: found[id] for id in dict.fromkeys([*order, *found])}

    def used_twice(self, id: str, first: str, second: str) -> None:
        if any(problem.code == "F005" and problem.id == id for problem in self.errors):
            return
        line, column = self.where(id, "")
        message = f'the id "{id}" is used twice, as {first} and as {second}'
        advice = "rename one of them; ids are one namespace"
        self.errors.append(_f("F005", message, line, column, id=id, advice=advice))

    def known(self, kind: str, id: str, table: Mapping[str, Any]) -> dict[str, Any]:
        """The table without unknown keys, which are reported and stay in the file."""
        allowed = KEY_ORDER[kind]
        kept = dict(table)
        for name in table:
            if name not in allowed:
                line, column = self.where(id, name)
                message = f'{kind} "{id}" has the unknown key "{name}"'
                advice = f"it is kept but means nothing to argmap; known keys: {', '.join(allowed)}"
                self.noticed.append(_f("F101", message, line, column, id=id, severity="warning", advice=advice))
                del kept[name]
        return kept

    def unknown_tables(self) -> None:
        for name in self.tables:
            if name in ROOT_ORDER or name in KINDS:
                continue
            line, column = self.where(None, name)
            for start, block in self.document.lines():
                if block.kind is None and re.search(rf"(?m)^[ \t]*\[+[ \t]*{re.escape(name)}\b", block.text):
                    line, column = start + header_line(block.text), 1
                    break
            what = "table" if isinstance(self.tables[name], dict | list) else "key"
            advice = f"it is kept but means nothing to argmap; tables are {', '.join(KINDS)}"
            self.noticed.append(_f("F102", f'unknown {what} "{name}"', line, column, severity="warning", advice=advice))

    def validation_errors(self, id: str | None, error: ValidationError) -> None:
        told: set[str] = set()
        for detail in error.errors(include_url=False):
            name = str(detail["loc"][0]) if detail["loc"] else ""
            if detail["type"] in ("date_type", "string_type") and name in told:
                continue
            told.add(name)
            inner = ".".join(str(part) for part in detail["loc"][1:])
            said = detail["msg"].removeprefix("Value error, ").removeprefix("Input ")
            said = said[:1].lower() + said[1:]
            if detail["type"] == "missing":
                message = f'"{id}" lacks the key "{name}"' if not inner else f'"{id}": "{name}" lacks "{inner}"'
                advice = f"add: {name} = …" if not inner else None
            elif detail["type"] == "extra_forbidden":
                message = f'"{id}": "{name}" has the unknown key "{inner}"'
                advice = f"known there: {', '.join(sorted(_ANCHOR_KEYS))}"
            else:
                message = f'"{name}": {said}, found {_shown(detail["input"])}'
                advice = None
            self.type_error(id, name, message, id=id, advice=advice)

    def type_error(self, table: str | None, name: str, message: str, **more: Any) -> None:
        line, column = self.where(table, name)
        self.errors.append(_f("F004", message, line, column, **more))

    def where(self, id: str | None, name: str) -> tuple[int, int]:
        """Line and column of a key, or of its table where the key isn't written."""
        start, block = self.place.get(id, (1, self.document.blocks[0])) if id else (1, self.document.blocks[0])
        begin = body_start(block.text) if id else 0
        if id not in self.spans:
            self.spans[id] = key_spans(block.text, begin)
        for span in self.spans[id]:
            if span.name == name:
                line = start + block.text.count("\n", 0, span.line)
                return line, span.value - span.line + 1
        return (start + header_line(block.text), 1) if id else (1, 1)


def _shown(value: Any) -> str:
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        return "a value too large to show"
    return text if len(text) <= 60 else text[:59] + "…"
