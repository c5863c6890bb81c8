"""Map files as tables of written lines, for a generator: what it leaves alone stays byte for byte."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from typing import Any, TypeAlias

SENTENCES = ("statement", "conditional")
INFERENCES = ("reason", "objection")
FORMULAS = ("if", "then", "means")
_ONE_OR_MANY = ("in", "anchor", "main")
_BARE = re.compile(r"[A-Za-z0-9_-]+")

Lines: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A key's value and how it is written: comments above, behind and among its items, spacing, quotes."""

    value: Any
    above: Lines = ()
    equals: str = " = "
    behind: str = ""
    quote: str = '"'
    spread: bool = False
    noted: Mapping[str, str] = field(default_factory=dict)

    def lines(self, name: str) -> Iterator[str]:
        """The lines of this key."""
        yield from self.above
        value = self.value[0] if name in _ONE_OR_MANY and len(self.value) == 1 and not self.spread else self.value
        before = (name if _BARE.fullmatch(name) else toml(name)) + self.equals
        if isinstance(value, tuple) and value and self.spread:
            yield before + "["
            for item in map(toml, value):
                yield f"  {item},{self.noted.get(item, '')}"
            yield "]" + self.behind
        else:
            yield before + toml(value, self.quote) + self.behind


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the free-standing lines in front of it, the comments that touch its header, and its keys."""

    kind: str
    keys: Mapping[str, Key]
    space: Lines = ("",)
    touching: Lines = ()
    behind: str = ""
    quoted: bool = False

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key."""
        return self.keys[key].value if key in self.keys else default

    def put(self, key: str, value: Any) -> "Table":
        """The table with another value of a key, none for None; an `in` or `anchor` that grows is spread."""
        if value is None:
            return replace(self, keys={k: v for k, v in self.keys.items() if k != key})
        old = self.keys.get(key, Key(value))
        grown = key in ("in", "anchor") and len(value) > 1
        return replace(self, keys={**self.keys, key: replace(old, value=value, spread=old.spread or grown)})

    def lines(self, id: str) -> Iterator[str]:
        """The lines of this table; the head's (no kind) have no header."""
        yield from (*self.space, *self.touching)
        if self.kind:
            yield f"[{self.kind}.{toml(id) if self.quoted else id}]{self.behind}"
        for name, key in self.keys.items():
            yield from key.lines(name)


@dataclass(frozen=True, slots=True)
class MapFile:
    """A map file: its head, its tables by id in file order, the lines at the end, and its bytes' habits."""

    head: Table
    tables: Mapping[str, Table]
    tail: Lines = ()
    newline: str = "\n"
    start: str = ""
    end: str = "\n"

    def written(self) -> bytes:
        """The file's bytes."""
        parts = [*self.head.lines("")]
        for id, table in self.tables.items():
            parts += table.lines(id)
        text = self.start + "\n".join((*parts, *self.tail)) + self.end
        return text.replace("\n", self.newline).encode()

    def ids(self, *kinds: str) -> list[str]:
        """The ids of these kinds, in file order."""
        return [id for id, table in self.tables.items() if table.kind in kinds]

    def put(self, id: str | None, key: str, value: Any) -> "MapFile":
        """The file with another value of one key; `id` None is the head."""
        if id is None:
            return replace(self, head=self.head.put(key, value))
        return replace(self, tables={**self.tables, id: self.tables[id].put(key, value)})

    def adding(self, tables: Mapping[str, Table], behind: str | None) -> "MapFile":
        """The file with more tables behind one, or in front of all others."""
        ids = list(self.tables)
        at = ids.index(behind) + 1 if behind is not None else 0
        all = self.tables | tables
        return replace(self, tables={id: all[id] for id in (*ids[:at], *tables, *ids[at:])})

    def lacking(self, ids: Iterable[str]) -> "MapFile":
        """The file without some tables; comments that stood free in front of them stay."""
        gone, kept, waiting = set(ids), {}, Lines()
        for id, table in self.tables.items():
            if id not in gone:
                kept[id] = replace(table, space=waiting + (table.space or ("",))) if waiting else table
                waiting = ()
            elif any(line for line in table.space):
                waiting += table.space[:-1]
        return replace(self, tables=kept, tail=waiting + self.tail)

    def moving(self, ids: Iterable[str], behind: str | None) -> "MapFile":
        """The file with some tables, in their order, behind one that isn't among them, or in front of all others."""
        chosen = set(ids)
        going = {id: replace(table, space=("",)) for id, table in self.tables.items() if id in chosen}
        return self.lacking(going).adding(going, behind)


@dataclass(frozen=True, slots=True)
class Links:
    """Who stands where: members by inference, inferences by target, what formulas mention and by whom."""

    members: Mapping[str, list[str]]
    inferences: Mapping[str, list[str]]
    mentions: Mapping[str, set[str]]
    mentioned_by: Mapping[str, list[str]]

    @classmethod
    def of(cls, file: MapFile) -> "Links":
        """The links of a file."""
        links = cls({}, {}, {}, {})
        for id, table in file.tables.items():
            for inference in table.get("in", ()):
                links.members.setdefault(inference, []).append(id)
            if table.kind in INFERENCES:
                links.inferences.setdefault(target(table), []).append(id)
            said = " ".join(table.get(key, "") for key in FORMULAS)
            links.mentions[id] = set(re.findall(r"[^\s()]+", said)) - {"and", "or", "not"}
            for other in links.mentions[id]:
                links.mentioned_by.setdefault(other, []).append(id)
        return links

    def below(self, file: MapFile, id: str) -> set[str]:
        """An entry and all that is read under it: inferences, members at home there, propositions."""
        found: set[str] = set()
        ahead = [id]
        while ahead:
            at = ahead.pop()
            if at in found:
                continue
            found.add(at)
            ahead += self.inferences.get(at, ())
            ahead += (m for m in self.members.get(at, ()) if file.tables[m].get("in")[0] == at)
            ahead += (m for m in self.mentions[at] if self.mentioned_by[m][0] == at and self._proposed(file, m))
        return found

    def _proposed(self, file: MapFile, id: str) -> bool:
        return not file.tables[id].get("in") and id not in self.inferences


def target(table: Table) -> str:
    """What a reason is for, or an objection against."""
    return table.get("for") or table.get("against")


def circular(file: MapFile, links: Links) -> bool:
    """Whether statements support one another, or formulas mention one another, in a circle."""
    reasons = ((target(t), links.members.get(id, ())) for id, t in file.tables.items() if t.kind == "reason")
    supports: dict[str, set[str]] = {}
    for supported, members in reasons:
        supports.setdefault(supported, set()).update(members)
    try:
        TopologicalSorter(supports).prepare()
        TopologicalSorter(links.mentions).prepare()
    except CycleError:
        return True
    return False


def toml(value: Any, quote: str = '"') -> str:
    """A value as TOML, a string in these quotes where it can be."""
    match value:
        case str() if quote == "'" and not set(value) & {"'", "\n"}:
            return f"'{value}'"
        case str() if quote == '"""':
            return '"""\n' + value.replace("\\", "\\\\").replace('"', '\\"') + '"""'
        case str():
            return json.dumps(value, ensure_ascii=False)
        case tuple():
            return "[" + ", ".join(map(toml, value)) + "]"
        case dict():
            return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + " }"
        case datetime.date():
            return value.isoformat()
        case _:
            return json.dumps(value)
