"""The text of a statement or heading: plain words, with escapes taken off and tags, mentions and marks told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.exchange.argdown.reading.tokens import Kind, Token

_SPACED = "\0"
_ENDS = re.compile(r"[\s)}_.,!?;:*-]|$")


@dataclass(frozen=True, slots=True)
class Words:
    """A text and what stood in it: its tags, its mentions (`[` or `<`, title and place), and what was taken off it."""

    text: str = ""
    tags: tuple[str, ...] = ()
    mentions: tuple[tuple[str, str, int], ...] = ()
    changed: tuple[str, ...] = ()


def words(pieces: Sequence[Token]) -> Words:
    """The pieces of a text as words.

    Line ends are single spaces; marks of emphasis that are closed are taken off; a mention is its title, a link
    its words with the address behind them; tags at the end are taken off, one in the midst keeps its word.
    """
    if len(pieces) == 1 and pieces[0].kind is Kind.TEXT:
        return Words(pieces[0].value.strip(" \t\r\n"))
    marks, emphasized = _emphasis(pieces), False
    tags: dict[str, None] = {}
    trailing = _trailing(pieces)
    mentions: list[tuple[str, str, int]] = []
    changed: dict[str, None] = {}
    said: list[str] = []
    for number, piece in enumerate(pieces):
        kind = piece.kind
        if kind is Kind.NEWLINE:
            if said and not said[-1].endswith((" ", "\t")):
                said.append(" ")
        elif kind is Kind.ESCAPED:
            said.append(_SPACED if piece.value in " \t" else piece.value)
        elif kind is Kind.TAG:
            tags[piece.value] = None
            if number < trailing:
                said.append(piece.value)
                changed["the sign # of a tag"] = None
        elif kind is Kind.MENTION:
            said.append(piece.value)
            mentions.append((piece.more, " ".join(piece.value.split()), piece.at))
            changed["the brackets of a mention"] = None
        elif kind is Kind.LINK:
            said.append(f"{piece.value} ({piece.more})")
            changed["the brackets of a link"] = None
        elif kind is Kind.MARK and number in marks:
            emphasized = True
        else:
            said.append(piece.value)
    if emphasized:
        changed["the marks of emphasis"] = None
    text = "".join(said).strip(" \t\r\n").replace(_SPACED, " ")
    return Words(text, tuple(tags), tuple(mentions), tuple(changed))


def _trailing(pieces: Sequence[Token]) -> int:
    """From which piece on there are only tags and spaces."""
    last = len(pieces)
    while last and (pieces[last - 1].kind in (Kind.TAG, Kind.NEWLINE) or not pieces[last - 1].value.strip(" \t")):
        if pieces[last - 1].kind is Kind.ESCAPED:
            break
        last -= 1
    return last


def _emphasis(pieces: Sequence[Token]) -> set[int]:
    """The numbers of the marks * ** _ __ that come in pairs round words."""
    paired: set[int] = set()
    opened: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        if piece.kind is not Kind.MARK:
            continue
        before = pieces[number - 1].value[-1:] if number else " "
        after = pieces[number + 1].value[:1] if number + 1 < len(pieces) else ""
        if not before.isspace() and _ENDS.match(after) and (same := opened.get(piece.value)):
            paired |= {start := same[-1], number}
            for each in opened.values():
                while each and each[-1] >= start:
                    each.pop()
            continue
        if after and not after.isspace() and pieces[number + 1].kind is not Kind.NEWLINE:
            opened.setdefault(piece.value, []).append(number)
    return paired
