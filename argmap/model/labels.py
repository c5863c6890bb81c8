"""Labels: C1, P1, Q1, R1, O1 in outline order, computed and never stored."""

from collections.abc import Mapping, Sequence
from itertools import compress

from argmap.model.roles import Role

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


def ids_of(ids: Sequence[str], signs: bytes | bytearray, wanted: bytes) -> "compress[str]":
    """The ids of the rows whose sign is one of the `wanted`, in order."""
    return compress(ids, signs.translate(_TABLES[wanted]))


def unfolded(ids: Sequence[str], signs: bytes | bytearray) -> set[str]:
    """The ids that some row unfolds."""
    return set(ids_of(ids, signs, _HOME))


def referred(ids: Sequence[str], signs: bytes | bytearray) -> set[str]:
    """The ids that some row refers to, instead of unfolding them."""
    return set(ids_of(ids, signs, b"-"))


def propositions(ids: Sequence[str], signs: bytes | bytearray, roles: Mapping[str, Role]) -> dict[str, None]:
    """The propositions in the order in which rows first mention them."""
    return {id: None for id in dict.fromkeys(ids_of(ids, signs, b"Qq")) if roles.get(id) == "proposition"}


def labels(
    ids: Sequence[str], signs: bytes, roles: Mapping[str, Role], opponents: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """Labels by id, from the rows' ids and signs.

    `opponents` tells each opponent's objection and what follows its label (a, b, .1).
    """
    found: dict[str, str] = {}
    for letter, wanted in _NUMBERED:
        number(found, letter, list(ids_of(ids, signs, wanted)))
    number(found, "Q", list(propositions(ids, signs, roles)))
    for id in ids_of(ids, signs, b"o"):
        objection, suffix = opponents[id]
        found[id] = found[objection] + suffix
    return found


def number(found: dict[str, str], letter: str, ids: Sequence[str]) -> None:
    """Number some ids with a letter, from 1."""
    names = _names.get(letter, ())
    if len(names) < len(ids):
        names = _names[letter] = [f"{letter}{n}" for n in range(1, 2 * len(ids) + 1)]
    found.update(zip(ids, names, strict=False))


def letter(index: int) -> str:
    """a to z, aa, ab and so on, from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
