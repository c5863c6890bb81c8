"""What statements and arguments are called in Argdown."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from argmap.edit.ids import is_id
from argmap.exchange.argdown.escaping import is_plain
from argmap.model import ArgumentMap

_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_SHORT = re.compile(r"\w[^\[\]<>{}\\]*\Z")
_NOT_IN_JAVASCRIPT = frozenset({"constructor"})
"""Titles that Argdown's own program fails on."""


def statement_titles(map: ArgumentMap) -> dict[str, str]:
    """The title of each statement and conditional by id: its short wording where that can be one, else its id."""
    shorts = Counter(entry.short for _, entry in map.sentences())
    titles = titled((id for id, _ in map.sentences()), map.entries)
    for id, entry in map.sentences():
        short = entry.short or ""
        if shorts[short] == 1 and _SHORT.match(short) and is_plain(short) and not is_id(short):
            titles[id] = short
    return titles


def titled(ids: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """A title for each id: the id itself, or a word made from one that can't be a title; none of them `taken`."""
    used = set(taken)
    titles: dict[str, str] = {}
    for id in ids:
        titles[id] = id if is_title(id) else free(_slug(id), used)
        used.add(titles[id])
    return titles


def is_title(id: str) -> bool:
    """Whether an id can stand as a title and is read back as that id."""
    return _KEBAB.match(id) is not None and id not in _NOT_IN_JAVASCRIPT


def free(wanted: str, used: Iterable[str]) -> str:
    """The title wanted, or with the first number behind it that makes it another than those used."""
    taken = used if isinstance(used, set | Mapping) else set(used)
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _slug(id: str) -> str:
    plain = unicodedata.normalize("NFKD", id.casefold())
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    return slug if slug and slug not in _NOT_IN_JAVASCRIPT else f"{slug}-{'statement'}".strip("-")
