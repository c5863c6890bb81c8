"""What stands in the data blocks of an Argdown file: argmap's own keys, titles and tags, for reader and writer alike.

Data blocks are YAML (https://argdown.org/syntax/#yaml-data); `flow` writes them.
"""

import re
from typing import Any

from argmap.edit.ids import MAX_LENGTH, is_id, kebab
from argmap.format.emit import cells
from argmap.model import Conditional, Entry, Inference

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

HEAD_KEYS = ("version", "main", "tags", "note", "ignore", "sources", "scenarios", "reasons", "objections", "after")
"""Keys under `argmap` in the front matter; those named for a kind map ids to the keys of their tables. Among `reasons`
and `objections` are only those that Argdown has no place for; `after` says what the map file has elsewhere than
who reads the text would put it."""

_HALVES = ("if", "then", "if_text", "then_text", "qualifier")
_STRUCTURE = frozenset({"in", "for", "against", "text", "tags"})
_TAG = re.compile(r"[A-Za-z0-9-]+")


def data_of(entry: Entry, *, whole: bool = False) -> dict[str, Any]:
    """What an entry has, under the keys of the map file and in their order.

    Without text, tags and what the structure says, unless the `whole` is asked for; a conditional without a text is
    `composed`.
    """
    fields = {name: value for name, value in cells(entry).items() if whole or name not in _STRUCTURE}
    if isinstance(entry, Conditional) and entry.text is None and not whole:
        halves = {name: fields.pop(name) for name in _HALVES if name in fields}
        fields = halves | {"composed": True} | fields
    return fields


def hashed(tag: str) -> str | None:
    """A tag as it stands in a text, `#word` or `#(several words)`; None where it can't, so that it goes into data."""
    if _TAG.fullmatch(tag):
        return f"#{tag}"
    return f"#({tag})" if tag == tag.strip() and tag and not re.search(r"[)\n\r]", tag) else None


def id_of_title(title: str) -> str:
    """The id that a title gives where data names none: the title where it can be an id, else its words joined by -."""
    return title if is_id(title) else kebab(title, MAX_LENGTH)


def says_more(title: str) -> bool:
    """Whether a statement's title is kept as its short wording, since its id doesn't say it."""
    return not is_id(title)


def words_lost(title: str) -> bool:
    """Whether an argument's title has words that its id has no room for."""
    return not is_id(title) and id_of_title(title) != kebab(title)


def keys_of(entry: type[Entry]) -> tuple[str, ...]:
    """The keys that an entry of that kind may have in data."""
    if issubclass(entry, Inference):
        return INFERENCE_KEYS
    return CONDITIONAL_KEYS if issubclass(entry, Conditional) else STATEMENT_KEYS
