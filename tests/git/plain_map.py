"""A map file read plainly, for the oracle: tables by id in file order, keys by value.

Nothing here comes from the package: it is to be wrong in its own way.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

Cells: TypeAlias = Mapping[str, Any]
Naming: TypeAlias = Callable[[str], str]

SENTENCES = frozenset({"statement", "conditional"})
INFERENCES = frozenset({"reason", "objection"})
_ANYWHERE = {"tags", "note", "ignore"}
_ANY_SENTENCE = _ANYWHERE | {"text", "short", "in", "implicit", "by", "anchor"}
_KNOWN = {
    "source": _ANYWHERE | {"title", "author", "date", "url", "file", "sha256", "text", "anchor"},
    "statement": _ANY_SENTENCE | {"means"},
    "conditional": _ANY_SENTENCE | {"if", "then", "if_text", "then_text", "qualifier"},
    "reason": _ANYWHERE | {"for", "rule", "section"},
    "objection": _ANYWHERE | {"against", "rule", "answered"},
    "scenario": _ANYWHERE | {"title", "suppose", "text", "anchor"},
    "head": _ANYWHERE | {"argmap", "title", "main"},
}
_FORMULAS = {"if", "then", "means"}
_MAY_NAME = {
    "in": INFERENCES,
    "for": SENTENCES,
    "against": SENTENCES | INFERENCES,
    "anchor": {"source"},
    **dict.fromkeys((*_FORMULAS, "suppose", "main"), SENTENCES),
}
_SPOT = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*'
    r"|^[ \t]*\[[ \t]*(?P<kind>\w+)[ \t]*\.[ \t]*(?P<id>[^\[\]\n]+?)[ \t]*\]",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table: its kind, and its keys but for those at their default."""

    kind: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class PlainMap:
    """The head's keys, unknown tables among them, and every entry by id, in file order."""

    head: Cells
    entries: Mapping[str, Entry]

    def members(self) -> dict[str, set[str]]:
        """Which statements stand in each reason and objection."""
        found: dict[str, set[str]] = {id: set() for id, entry in self.entries.items() if entry.kind in INFERENCES}
        for id, entry in self.entries.items():
            if entry.kind in SENTENCES:
                for inference in entry.cells.get("in", ()):
                    found.setdefault(inference, set()).add(id)
        return found


@lru_cache(maxsize=16)
def read(data: bytes) -> PlainMap:
    """Read a map file; raises ValueError where it is no TOML or a formula is broken."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    document = tomllib.loads(text)
    tables = {kind: document.pop(kind, {}) for kind in _KNOWN if kind != "head"}
    found = [(match["kind"], _unquoted(match["id"])) for match in _SPOT.finditer(text) if match["kind"] in tables]
    found += [(kind, id) for kind in tables for id in tables[kind]]
    entries = {}
    for kind, id in found:
        if id in tables[kind] and id not in entries:
            entries[id] = Entry(kind, _cells(kind, tables[kind][id]))
    return PlainMap(_cells("head", document), entries)


def named(kind: str, key: str, value: Any) -> list[str]:
    """The ids that a cell names."""
    found: list[str] = []

    def seen(id: str) -> str:
        found.append(id)
        return id

    through(kind, key, value, seen)
    return found


def through(kind: str, key: str, value: Any, to: Naming) -> Any:
    """A cell's value with every id in it put through `to`."""
    if key not in _MAY_NAME or key not in _KNOWN[kind]:
        return value
    if key in ("for", "against"):
        return to(value)
    if key in _FORMULAS:
        return _through_formula(value, to)
    if key == "anchor":
        return tuple(tuple((k, to(v) if k == "source" else v) for k, v in anchor) for anchor in value)
    if key == "suppose":
        return tuple("not " * (s[:4] == "not ") + to(s.removeprefix("not ").strip()) for s in value)
    return tuple(map(to, value))


def renamed(plain: PlainMap, names: Mapping[str, str]) -> PlainMap:
    """The map with other ids, as tables and wherever they are mentioned."""

    def to(id: str) -> str:
        return names.get(id, id)

    def cells(kind: str, old: Cells) -> Cells:
        return {key: through(kind, key, value, to) for key, value in old.items()}

    if not names:
        return plain
    entries = {to(id): Entry(entry.kind, cells(entry.kind, entry.cells)) for id, entry in plain.entries.items()}
    return PlainMap(cells("head", plain.head), entries)


def errors(plain: PlainMap) -> set[tuple[str, str]]:
    """What is unsound in a map: the sort of error, and the entry that has it (of a circle, the first)."""
    found = set()
    kinds = {id: entry.kind for id, entry in plain.entries.items()}
    tables = [("head", "head", plain.head), *((id, e.kind, e.cells) for id, e in plain.entries.items())]
    mentions: dict[str, set[str]] = {}
    for id, kind, cells in tables:
        for key, value in cells.items():
            for other in named(kind, key, value):
                if other not in kinds:
                    found.add(("unknown", id))
                elif kinds[other] not in _MAY_NAME[key]:
                    found.add(("kind", id))
                if key in _FORMULAS:
                    mentions.setdefault(id, set()).add(other)
    supports: dict[str, set[str]] = {}
    for id, members in plain.members().items():
        if not members:
            found.add(("empty", id))
        if kinds.get(id) == "reason":
            target = plain.entries[id].cells.get("for")
            found |= {("self", member) for member in members if member == target}
            for member in members - {target}:
                supports.setdefault(member, set()).add(target)
    found |= {("circle", min(ring, key=list(kinds).index)) for ring in _rings(supports)}
    found |= {("mention", min(ring, key=list(kinds).index)) for ring in _rings(mentions)}
    return found


def _unquoted(id: str) -> str:
    return next(iter(tomllib.loads(f"{id} = 0"))) if id[0] in "\"'" else id


def _cells(kind: str, table: Mapping[str, Any]) -> Cells:
    found = {}
    for key, value in table.items():
        if key not in _KNOWN[kind]:
            found[key] = _exact(value)
        elif value is not False and value != []:
            found[key] = _known(key, value)
    return found


def _known(key: str, value: Any) -> Any:
    if key in _FORMULAS:
        return _formula(re.findall(r"[()]|[^\s()]+", value))
    if key in ("in", "anchor", "main"):
        return tuple(map(_exact, value if isinstance(value, list) else [value]))
    return tuple(value) if isinstance(value, list) else _exact(value)


def _exact(value: Any) -> Any:
    """A value that equals only its like: 1 is neither 1.0 nor true."""
    match value:
        case str():
            return value
        case dict():
            return tuple(sorted((key, _exact(inner)) for key, inner in value.items()))
        case list():
            return ("list", *map(_exact, value))
        case _:
            return (type(value).__name__, repr(value))


def _formula(tokens: list[str]) -> Any:
    """An id, or a tuple of a connective and its operands."""
    for word in ("or", "and"):
        parts = _split(tokens, word)
        if len(parts) > 1:
            return (word, *map(_formula, parts))
    if tokens[:1] == ["not"]:
        return ("not", _formula(tokens[1:]))
    if len(tokens) > 2 and tokens[0] == "(" and tokens[-1] == ")":
        return _formula(tokens[1:-1])
    if len(tokens) != 1 or tokens[0] in ("and", "or", "not", "(", ")"):
        raise ValueError(f"no formula: {' '.join(tokens)!r}")
    return tokens[0]


def _split(tokens: Iterable[str], word: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if token == word and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _through_formula(formula: Any, to: Naming) -> Any:
    if isinstance(formula, str):
        return to(formula)
    return (formula[0], *(_through_formula(operand, to) for operand in formula[1:]))


def _rings(arrows: Mapping[str, set[str]]) -> Iterator[frozenset[str]]:
    """The sets of ids that each lead to themselves and to one another."""
    live = {id: set(ends) for id, ends in arrows.items()}
    while dead := {end for ends in live.values() for end in ends if end not in live} | {
        id for id, ends in live.items() if not ends
    }:
        live = {id: ends - dead for id, ends in live.items() if id not in dead}
    reach = {id: _reached(live, id) for id in live}
    yield from {frozenset(i for i in reach[id] if id in reach[i]) for id in live if id in reach[id]}


def _reached(arrows: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = set(arrows[start])
    while ahead:
        found |= ahead
        ahead = {end for id in ahead for end in arrows[id]} - found
    return found
