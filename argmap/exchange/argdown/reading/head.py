"""The front matter of an Argdown file, and the heading that is its title."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from argmap.edit.mentions import renamed_mentions
from argmap.exchange.argdown.fields import HEAD_KEYS
from argmap.exchange.argdown.reading.data import Path
from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.said import Gathered
from argmap.exchange.argdown.reading.tree import Document, Heading
from argmap.exchange.argdown.reading.validating import valid
from argmap.exchange.assembly import Assembly
from argmap.model import FORMAT_VERSION, Entry, Objection, Reason, Scenario, Source

_TABLES: Mapping[str, type[Entry]] = {
    "sources": Source,
    "scenarios": Scenario,
    "reasons": Reason,
    "objections": Objection,
}
_IDS: TypeAdapter[dict[str, str]] = TypeAdapter(dict[str, str])
_STRINGS: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[str, ...])


class Head:
    """What the front matter says of the map; what it can't say is told to `faults`.

    `strict` is whether supports are entailments (https://argdown.org/syntax/#strict-vs-loose-interpretation),
    `after` what stands right behind which id in the map file, `title_heading` the heading that gives the title.
    """

    def __init__(self, found: Gathered, document: Document, faults: Faults) -> None:
        self.data = found.head
        self.faults = faults
        self.title_heading: Heading | None = None
        own = self.data.value.get("argmap", {})
        if not isinstance(own, dict):
            faults.error("I004", self.data.place("argmap"), "“argmap” holds keys with values")
            own = {}
        self.own: dict[str, Any] = own
        self.title = self._title(self._string("title"), found, document)
        self.strict = self._mode() == "strict"
        self.main = self._strings("main")
        self.tags = self._strings("tags")
        self.ignore = self._strings("ignore")
        self.after = self._after()
        told = [
            note for note in (self._string("argmap", "note"), *document.comments, *self._said()) if note is not None
        ]
        self.note = " ".join(told) if told else None
        self.version = self._version()
        self.tables = {id: entry for name, kind in _TABLES.items() for id, entry in self._entries(name, kind)}
        for key in own:
            if key not in HEAD_KEYS:
                faults.lost("I101", self.data.place("argmap", key), f"“{key}” of “argmap” is unknown")

    def add_to(self, made: Assembly, name: Callable[[str], str]) -> None:
        """Say of the map what the front matter says; `name` gives the names of what ids stand for."""
        made.title, made.tags, made.note, made.ignore = self.title, self.tags, self.note, self.ignore
        made.main = tuple(map(name, self.main))
        for id, entry in self.tables.items():
            fields = renamed_mentions(entry, name)
            made.add(id, entry.model_copy(update=fields) if fields else entry, id, verbatim=True)

    def place(self, id: str) -> int:
        """The offset in the file of the table of that id."""
        return self.data.place("argmap", f"{self.tables[id].kind}s", id)

    def _value(self, path: Path) -> Any:
        value: Any = self.data.value
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def _string(self, *path: str) -> str | None:
        value = self._value(path)
        if value is None or isinstance(value, str):
            return value
        advice = "put it in quotation marks"
        self.faults.error("I004", self.data.place(*path), f"“{path[-1]}” must be text", advice=advice)
        return None

    def _strings(self, key: str) -> tuple[str, ...]:
        value = self._value(("argmap", key))
        if value is None:
            return ()
        try:
            return _STRINGS.validate_python([value] if isinstance(value, str) else value, strict=False)
        except ValidationError:
            self.faults.error("I004", self.data.place("argmap", key), f"“{key}” must be a list of words")
            return ()

    def _after(self) -> Mapping[str, str]:
        value = self._value(("argmap", "after"))
        if value is None:
            return {}
        try:
            return _IDS.validate_python(value)
        except ValidationError:
            self.faults.error("I004", self.data.place("argmap", "after"), "“after” must map ids to ids")
            return {}

    def _version(self) -> int:
        value = self._value(("argmap", "version"))
        if value is None:
            return FORMAT_VERSION
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.faults.error("I004", self.data.place("argmap", "version"), "“version” must be a number")
        return FORMAT_VERSION

    def _mode(self) -> str:
        model = self.data.value.get("model")
        if model is None:
            return ""
        if not isinstance(model, dict) or model.get("mode", "loose") not in ("strict", "loose"):
            self.faults.error("I004", self.data.place("model", "mode"), "“model” says mode: strict or mode: loose")
            return ""
        for key in model:
            if key != "mode":
                message = f"“{key}” of “model” has no meaning for an argument map"
                self.faults.lost("I101", self.data.place("model", key), message)
        return str(model.get("mode", ""))

    def _title(self, said: str | None, found: Gathered, document: Document) -> str:
        """The title that the front matter says, else the only heading of the first level, where it begins the file."""
        first = document.blocks[0] if document.blocks else None
        tops = [(heading, words) for heading, words in found.headings if heading.level == 1]
        if len(tops) == 1 and tops[0][0] is first and said in (None, "", tops[0][1]):
            self.title_heading, said = tops[0]
        return said or ""

    def _said(self) -> Iterator[str]:
        """What the front matter says of author, date and the like, in words; what has none there is told."""
        for key, value in self.data.value.items():
            if key in ("title", "argmap", "model"):
                continue
            several = value if isinstance(value, list) else [value]
            if all(isinstance(one, str | int | float | datetime.date) for one in several):
                self.faults.lost("I102", self.data.place(key), f"“{key}” of the front matter is in the map's note")
                yield f"{key}: {', '.join(map(str, several))}"
            else:
                message = f"“{key}” of the front matter has no place in an argument map"
                self.faults.lost("I101", self.data.place(key), message)

    def _entries(self, key: str, kind: type[Entry]) -> list[tuple[str, Entry]]:
        tables = self._value(("argmap", key))
        if tables is None:
            return []
        place = self.data.place
        if not isinstance(tables, dict):
            self.faults.error("I004", place("argmap", key), f"“{key}” must map ids to what they have")
            return []
        found = []
        for id, fields in tables.items():
            if not isinstance(id, str) or not id:
                self.faults.error("I004", place("argmap", key, id), f"“{id}” can't be an id")
            if not isinstance(fields, dict):
                self.faults.error("I004", place("argmap", key, id), f"“{id}” must have keys with values")
                continue

            def within(*path: str | int, id: str = id) -> int:
                return place("argmap", key, id, *path)

            found.append((id, valid(kind, fields, within, id, self.faults)))
        return found
