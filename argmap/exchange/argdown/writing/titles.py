"""What statements and arguments are called in Argdown."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from argmap.edit.ids import is_id
from argmap.exchange.argdown.writing.escaping import is_plain
from argmap.model import ArgumentMap, Scenario
from argmap.model.scenarios import supposed_id

_SHORT = re.compile(r"\w[^\[\]<>{}\\]*\Z")
_NOT_IN_JAVASCRIPT = frozenset(
    {"constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf"}
)
"""Titles that Argdown's own program fails on."""


def statement_titles(map: ArgumentMap) -> dict[str, str]:
    """The title of each statement and conditional by id: its short wording where that can be one, else its id."""
    shorts = Counter(entry.short for _, entry in map.sentences())
    taken = spoken_of(map)
    titles = titled((id for id, _ in map.sentences()), taken)
    for id, entry in map.sentences():
        short = entry.short or ""
        alone = shorts[short] == 1 and short not in taken and not is_id(short)
        if alone and _SHORT.match(short) and is_plain(short) and short == " ".join(short.split()):
            titles[id] = short
    return titles


def spoken_of(map: ArgumentMap) -> frozenset[str]:
    """All ids of a map, and those that something in it points to though they aren't there: no other thing's titles."""
    scenarios = (entry for entry in map.entries.values() if isinstance(entry, Scenario))
    supposed = (supposed_id(each) for scenario in scenarios for each in scenario.suppose)
    anchors = (anchor.source for entry in map.entries.values() for anchor in getattr(entry, "anchor", ()))
    links = map.links
    return frozenset((*map.entries, *map.main, *supposed, *anchors, *links.members, *links.inferences, *links.mentions))


def titled(ids: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """A title for each id: the id itself, or a word made from one that can't be a title; none of them `taken`."""
    free = FreeTitles(taken)
    return {id: id if is_title(id) else free.take(title_of(id)) for id in ids}


class FreeTitles:
    """Titles that none other has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The title wanted, or where it is taken, with the first number behind it that makes it another."""
        title, number = wanted, self._next.get(wanted, 2)
        while title in self._taken:
            title, number = f"{wanted}-{number}", number + 1
        self._next[wanted] = number
        self._taken.add(title)
        return title


def is_title(id: str) -> bool:
    """Whether an id can stand as a title and is read back as that id."""
    return is_id(id) and id[0].isalnum() and id not in _NOT_IN_JAVASCRIPT


def title_of(id: str) -> str:
    """The id itself where it can be a title, else a word made from it."""
    if is_title(id):
        return id
    slug = "-".join(re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", id.casefold())))
    return slug if is_title(slug) else f"{slug or 'a'}-title"
