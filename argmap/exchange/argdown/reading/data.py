"""The YAML of data blocks and front matter, with the place of every value in the file.

JSON, as argmap writes it, is read as such, since that is fast. Else https://yaml.org/spec/1.2.2 (core schema, and
dates): anchors, aliases and tags are refused, and so is a key that is given twice.
"""

import datetime
import json
import re
from dataclasses import dataclass, field
from typing import Any

from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.tree import Block

_DEEPEST = 100
_NULL = re.compile(r"(?:~|null|Null|NULL)?")
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]{1,400}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+")
_COMMENT = re.compile(r"#[^\n]*\S")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Data:
    """What a block says: `value`, and where each value in it stands, by its path of keys and numbers."""

    value: dict[str, Any] = field(default_factory=dict)
    at: int = 0
    _places: dict[Path, int] = field(default_factory=dict)
    _block: Block | None = None

    def place(self, *path: str | int) -> int:
        """The offset in the file of a value, or of what is nearest above it."""
        if self._block is not None and not self._places:
            self._places = _read(self._block, Faults(""))._places
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, self.at)


def read_data(block: Block, faults: Faults) -> Data:
    """What a block says; nothing where it can't be read, which is told to `faults`."""
    if block.text.startswith("{") and block.text.count("[") + block.text.count("{") <= _DEEPEST:
        try:
            value = json.loads(block.text, object_pairs_hook=_once, parse_constant=_no_json)
        except (ValueError, RecursionError):
            pass
        else:
            return Data(value, block.at, {}, block)
    return _read(block, faults)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key twice")
    return made


def _no_json(word: str) -> None:
    raise ValueError(word)


def _read(block: Block, faults: Faults) -> Data:
    import yaml

    reading = _Reading(block, faults)
    try:
        for event in yaml.parse(block.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if not reading.take(event):
                return Data(at=block.at)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = reading.offset(mark.line, mark.column) if mark is not None else block.at
        said = " ".join(str(error.problem or error.context or "it can't be read").split())
        faults.error("I004", at, f"this is not valid YAML: {said}", advice="put quotation marks round text in data")
        return Data(at=block.at)
    except yaml.YAMLError as error:
        at = block.opened + getattr(error, "position", 0)
        faults.error("I004", at, "a character stands here that YAML has no place for", advice="take it out")
        return Data(at=block.at)
    return reading.done()


class _Reading:
    """Builds a value from YAML's events, without calling itself."""

    def __init__(self, block: Block, faults: Faults) -> None:
        self.block = block
        self.faults = faults
        self.places: dict[Path, int] = {}
        self.stack: list[tuple[Any, Path]] = []
        self.keys: list[str | None] = []
        self.root: Any = None
        self.ended, self.documents = block.opened, 0
        self.starts = [0]
        for found in re.finditer("\n", block.text):
            self.starts.append(found.end())

    def offset(self, line: int, column: int) -> int:
        """The offset in the file of a line and column of the block, both from 0."""
        at = self.starts[min(line, len(self.starts) - 1)] + column
        return self.block.opened + min(at, max(0, len(self.block.text) - 1))

    def take(self, event: Any) -> bool:
        """Take one event; false where reading can't go on."""
        kind = type(event).__name__
        at = self.offset(event.start_mark.line, event.start_mark.column)
        self._skipped(self.ended, at)
        self.ended = max(self.ended, self.offset(event.end_mark.line, event.end_mark.column))
        if getattr(event, "style", None) in ("|", ">"):
            self._skipped(at, self.offset(event.start_mark.line + 1, 0))
        if kind == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                self.faults.error("I004", at, "a second YAML document begins here", advice="put all into one")
                return False
        if kind == "AliasEvent" or getattr(event, "anchor", None) or getattr(event, "tag", None):
            advice = "write the value itself"
            self.faults.error(
                "I004", at, "YAML's anchors (&), aliases (*) and tags (!) aren't read here", advice=advice
            )
            if kind == "AliasEvent":
                return self._value(None, at)
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self.stack) >= _DEEPEST:
                self.faults.error("I008", at, f"data is nested more than {_DEEPEST} deep here")
                return False
            made: Any = {} if kind == "MappingStartEvent" else []
            if self._expects_key():
                self.faults.error("I004", at, "a key of data must be a word", advice="write it in quotation marks")
                return False
            path = self._path()
            self._value(made, at)
            self.stack.append((made, path))
            self.keys.append(None)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self.stack.pop()
            self.keys.pop()
        elif kind == "ScalarEvent":
            if self._expects_key():
                return self._key(event.value, at)
            return self._value(_scalar(event.value) if event.implicit[0] else event.value, at)
        return True

    def _skipped(self, start: int, end: int) -> None:
        """Tell of comments where no value stands, between two offsets in the file."""
        begin = self.block.opened
        for found in _COMMENT.finditer(self.block.text, start - begin, max(start, end) - begin):
            self.faults.lost("I101", begin + found.start(), f"this comment in data is left out: {found[0]}")

    def _expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None

    def _key(self, key: str, at: int) -> bool:
        if key in self.stack[-1][0]:
            self.faults.error("I006", at, f"“{key}” is given a second time here", advice="keep one of the two")
        self.keys[-1] = key
        return True

    def _path(self) -> Path:
        if not self.stack:
            return ()
        holder, path = self.stack[-1]
        step: Any = self.keys[-1] if isinstance(holder, dict) else len(holder)
        return (*path, step)

    def _value(self, value: Any, at: int) -> bool:
        self.places[self._path()] = at
        if not self.stack:
            self.root = value
            return True
        holder = self.stack[-1][0]
        if isinstance(holder, dict):
            holder[self.keys[-1]] = value
            self.keys[-1] = None
        else:
            holder.append(value)
        return True

    def done(self) -> Data:
        if self.root is None:
            return Data(at=self.block.at)
        if not isinstance(self.root, dict):
            at = self.places.get((), self.block.at)
            advice = "write key: value, or \\{ for a brace of the text"
            self.faults.error("I004", at, "data says nothing under a key here", advice=advice)
            return Data(at=self.block.at)
        return Data(self.root, self.block.at, self.places)


def _scalar(text: str) -> Any:
    """A plain scalar as YAML's core schema has it, dates too."""
    if _NULL.fullmatch(text):
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if day := _DATE.fullmatch(text):
        try:
            return datetime.date(*map(int, day.groups()))
        except ValueError:
            return text
    return text
