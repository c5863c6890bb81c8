"""Ids: kebab-case, made from the text's main words, at most 40 characters, one namespace."""

import re
import unicodedata
from collections.abc import Collection

from argmap.model import ArgumentMap
from argmap.model.formula import KEYWORDS

MAX_LENGTH = 40
_MAIN_WORDS = 5
_MINOR = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "their",
        "his",
        "her",
        "our",
        "your",
        "my",
        "than",
        "then",
        "so",
        "such",
        "and",
        "or",
        "not",
        "if",
    ]
)


def new_id(map: ArgumentMap, text: str, taken: Collection[str] = ()) -> str:
    """A free id for a new statement with this text; `taken` names further ids in use."""
    words = _words(text)
    main = [word for word in words if word not in _MINOR][:_MAIN_WORDS]
    if main and "not" in words:
        main.insert(0, "not")
    return _free(map, "-".join(main or words[:_MAIN_WORDS] or ["statement"]), taken)


def inference_id(map: ArgumentMap, prefix: str, member: str, taken: Collection[str] = ()) -> str:
    """A free id for a reason ("because") or objection ("but") named after its first member."""
    return _free(map, f"{prefix}-{member}", taken)


def conditional_id(map: ArgumentMap, antecedent: str, consequent: str, taken: Collection[str] = ()) -> str:
    """A free id for a conditional named after the first ids of its IF and THEN."""
    room = (MAX_LENGTH - len("if--")) // 2
    return _free(map, f"if-{_cut(antecedent, room)}-{_cut(consequent, room)}", taken)


def is_id(text: str) -> bool:
    """Whether a text can be an id: letters, digits, - and _, and no word of formulas."""
    return re.fullmatch(r"[\w-]+", text) is not None and text not in KEYWORDS


def kebab(text: str, length: int | None = None) -> str:
    """All words of a text joined by dashes, cut at a word where a `length` is given; not looked up anywhere."""
    words = "-".join(_words(text))
    return words if length is None else _cut(words, length)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    return re.findall(r"[a-z0-9]+", plain)


def _cut(id: str, length: int) -> str:
    if len(id) <= length:
        return id
    head, dash, _ = id[: length + 1].rpartition("-")
    return head if dash else id[:length]


def _free(map: ArgumentMap, wanted: str, taken: Collection[str]) -> str:
    base = _cut(wanted, MAX_LENGTH)
    if base in KEYWORDS:
        base += "-statement"
    if base not in map.entries and base not in taken:
        return base

    def numbered(number: int) -> str:
        return _cut(base, MAX_LENGTH - len(f"-{number}")) + f"-{number}"

    def free(number: int) -> bool:
        id = numbered(number)
        return id not in map.entries and id not in taken

    used, number = 1, 2
    while not free(number):
        used, number = number, number * 2
    while number - used > 1:
        middle = (used + number) // 2
        used, number = (used, middle) if free(middle) else (middle, number)
    return numbered(number)
