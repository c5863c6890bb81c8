"""Labels: C1, P1, Q1, R1, O1 in outline order, computed and never stored."""

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from argmap.model.roles import Role
from argmap.model.splice import Splice

CONCLUSION, PREMISE, LOOSE, REASON, OBJECTION = b"CPLRO"
"""Signs of rows on which something is unfolded: one byte a row says how it is numbered."""
OPPONENT, OPPONENT_REASON = b"or"
"""A sentence and a reason under an objection."""
PROPOSITION, MENTION, REFERENCE = b"Qq-"
"""A proposition in the tray; a formula's operand; a pointer to what is unfolded elsewhere."""

_NUMBERED = (("C", b"C"), ("P", b"P"), ("R", b"Rr"), ("O", b"O"))
_HOME = b"CPLRrOoQ"


def _table(signs: bytes) -> bytes:
    return bytes(sign in signs for sign in range(256))


_TABLES = {signs: _table(signs) for signs in (b"C", b"P", b"Rr", b"O", b"o", b"Qq", b"-", _HOME)}
_names: dict[str, Sequence[str]] = {}
"""Labels made so far by letter; replaced whole, never grown, since threads number maps too."""


class Numbered(NamedTuple):
    """What labels are made from.

    `ids` and `signs` are the rows'; `propositions` stand in the order in which rows first mention them;
    `opponents` tells the objection of each sentence under one, and what follows its label (a, b, .1).
    """

    ids: Sequence[str]
    signs: bytes
    propositions: Sequence[str]
    opponents: Mapping[str, tuple[str, str]]


_NOTHING = Numbered((), b"", (), {})


def ids_of(ids: Sequence[str], signs: bytes | bytearray, wanted: bytes) -> "compress[str]":
    """The ids of the rows whose sign is one of the `wanted`, in order."""
    return compress(ids, signs.translate(_TABLES[wanted]))


def unfolded(ids: Sequence[str], signs: bytes | bytearray) -> set[str]:
    """The ids that some row unfolds."""
    return set(ids_of(ids, signs, _HOME))


def count_unfolded(signs: bytes) -> int:
    """On how many rows something is unfolded."""
    return _count(signs, _HOME)


def referred(ids: Sequence[str], signs: bytes | bytearray) -> set[str]:
    """The ids that some row refers to, instead of unfolding them."""
    return set(ids_of(ids, signs, b"-"))


def propositions(ids: Sequence[str], signs: bytes | bytearray, roles: Mapping[str, Role]) -> dict[str, None]:
    """The propositions in the order in which rows first mention them."""
    return {id: None for id in dict.fromkeys(ids_of(ids, signs, b"Qq")) if roles.get(id) == "proposition"}


def labels(new: Numbered) -> dict[str, str]:
    """Labels by id."""
    return relabelled({}, _NOTHING, new, Splice(0, 0, len(new.ids)))


def relabelled(known: Mapping[str, str], old: Numbered, new: Numbered, changed: Splice) -> dict[str, str]:
    """Labels by id, where those of the old rows are known and the rows differ in one stretch only."""
    first, old_end, new_end = changed
    found = dict(known)
    gone = ids_of(old.ids[first:old_end], old.signs[first:old_end], _HOME)
    for id in (*gone, *old.propositions, *old.opponents):
        found.pop(id, None)
    for letter, wanted in _NUMBERED:
        as_many = _count(old.signs[first:old_end], wanted) == _count(new.signs[first:new_end], wanted)
        end = new_end if as_many else len(new.ids)
        ids = list(ids_of(new.ids[first:end], new.signs[first:end], wanted))
        _number(found, letter, ids, _count(new.signs[:first], wanted))
    _number(found, "Q", new.propositions, 0)
    for id, (objection, suffix) in new.opponents.items():
        found[id] = found[objection] + suffix
    return found


def longest(known: Mapping[str, str], rows: Numbered) -> int:
    """The characters of the longest label; at least two."""
    counts = [_count(rows.signs, wanted) for _, wanted in _NUMBERED] + [len(rows.propositions)]
    return max(2, 1 + len(str(max(counts))), *(len(known[id]) for id in rows.opponents))


def _count(signs: bytes, wanted: bytes) -> int:
    return sum(map(signs.count, wanted))


def _number(found: dict[str, str], letter: str, ids: Sequence[str], ahead: int) -> None:
    """Number some ids with a letter; `ahead` come before them."""
    if not ids:
        return
    names, end = _names.get(letter, ()), ahead + len(ids)
    if len(names) < end:
        names = _names[letter] = [f"{letter}{n}" for n in range(1, 2 * end + 1)]
    found.update(zip(ids, names[ahead:end], strict=True))


def letter(index: int) -> str:
    """a to z, aa, ab and so on, from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
