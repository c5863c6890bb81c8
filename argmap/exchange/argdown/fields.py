"""What stands in the data blocks of an Argdown file: argmap's own keys, titles and tags, for reader and writer alike.

Data blocks are YAML (https://argdown.org/syntax/#yaml-data). argmap writes them as JSON in one line, which is
YAML too, with no character in it that Argdown would take for the block's end.
"""

import datetime
import json
import re
from collections.abc import Mapping
from typing import Any

from argmap.edit.ids import MAX_LENGTH, _cut, _words, is_id
from argmap.model import Conditional, Entry, Inference, Scenario, Source

STATEMENT_KEYS = (
    "id", "text", "means", "short", "implicit", "by", "anchor", "tags", "note", "ignore", "in", "negates",
)  # fmt: skip
"""Keys in the data of `[title]`. `text` is the exact sentence where Argdown's text can't be it; `in` the order (or
dangling ids) of what it stands in; `negates` marks a conclusion that only says what an objection is against."""

CONDITIONAL_KEYS = (*STATEMENT_KEYS, "if", "then", "if_text", "then_text", "qualifier", "composed")
"""Further keys that make the sentence a conditional. `composed`: its sentence was made from the halves, so that
the conditional has no text of its own."""

INFERENCE_KEYS = ("id", "rule", "section", "answered", "tags", "note", "ignore")
"""Keys in the data of `<title>` and of an inference. `section: null` says that it is in no section."""

ARGDOWN_KEYS = ("uses",)
"""Argdown's own keys that are heeded: the numbers of the statements that an inference uses."""

HEAD_KEYS = ("main", "tags", "note", "ignore", "sources", "scenarios", "order")
"""Keys under `argmap` in the front matter; `sources` and `scenarios` map ids to the keys of their tables."""

_ALIASES = {"antecedent": "if", "consequent": "then"}
_STRUCTURE = {"stands_in", "target"}
_TAG = re.compile(r"[A-Za-z0-9-]+")
_ESCAPED = re.compile("[}\x7f-\x9f\xad\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def data_of(entry: Entry) -> dict[str, Any]:
    """What an entry has beyond text, title, tags and structure, under the keys of the map file; no defaults.

    A conditional without a text is `composed`; sources and scenarios keep all of their keys.
    """
    whole = isinstance(entry, Source | Scenario)
    left = set() if whole else {*_STRUCTURE, "text", "tags"}
    fields = entry.model_dump(by_alias=True, exclude_defaults=True, exclude=left)
    if isinstance(entry, Conditional) and entry.text is None:
        fields["composed"] = True
    return {_ALIASES.get(key, key): _plain(value) for key, value in fields.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


def flow(data: Any) -> str:
    """Data in one line of JSON (a date stands as it is, as YAML has it), safe inside an Argdown file."""
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{_quoted(str(key))}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list | tuple):
        return "[" + ", ".join(map(flow, data)) + "]"
    if isinstance(data, datetime.date):
        return data.isoformat()
    return _quoted(data) if isinstance(data, str) else json.dumps(data)


def _quoted(text: str) -> str:
    written = _ESCAPED.sub(_by_number, json.dumps(text, ensure_ascii=False))
    return written.replace("===", "\\u003d==")


def _by_number(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def hashed(tag: str) -> str | None:
    """A tag as it stands in a text, `#word` or `#(several words)`; None where it can't, so that it goes into data."""
    if _TAG.fullmatch(tag):
        return f"#{tag}"
    return f"#({tag})" if tag == tag.strip() and tag and not re.search(r"[)\n\r]", tag) else None


def id_of_title(title: str) -> str:
    """The id that a title gives where data names none: the title where it can be an id, else its words joined by -."""
    return title if is_id(title) else _cut("-".join(_words(title)), MAX_LENGTH)


def says_more(title: str) -> bool:
    """Whether a statement's title is kept as its short wording, since its id doesn't say it."""
    return not is_id(title)


def words_lost(title: str) -> bool:
    """Whether an argument's title has words that its id has no room for."""
    return not is_id(title) and id_of_title(title) != "-".join(_words(title))


def keys_of(entry: type[Entry]) -> tuple[str, ...]:
    """The keys that an entry of that kind may have in data."""
    if issubclass(entry, Inference):
        return INFERENCE_KEYS
    return CONDITIONAL_KEYS if issubclass(entry, Conditional) else STATEMENT_KEYS

