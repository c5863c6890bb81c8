"""Discussions of Kialo, as it exports them: text with a number before each claim, and Pro or Con.

There is no published specification; this follows what exported discussions hold: a line with the title, the thesis
(`1. …`), and under it claims in two layouts, the older with the claim in the line of its number (`1.2. Con: …`), the
newer with the claim in the lines below that. A claim may go over several lines, and `-> See 1.2.` stands for another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.exchange.assembly import Assembly
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.exchange.kialo_text import Links, plain
from argmap.exchange.refusals import by_place, fault, loss
from argmap.format import ReadError
from argmap.model import Objection, Problem, Reason, Statement

_TITLE = re.compile(r"Discussion (?:Title|Name):[ \t]*(.*)")
_CLAIM = re.compile(r"([0-9]+(?:\.[0-9]+)*\.?)[ \t]+(?:(Pro|Con|Thesis):)?[ \t]*(.*)")
_SLIP = re.compile(r"[0-9]+(?:\.[0-9]+)+\.?\s*(?:pro|con)\s*[:\uff1a]", re.IGNORECASE)
_SEE = re.compile(r"-> See ([0-9.]+)\Z")
_SOURCE = re.compile(r"\[[0-9]+\][ \t]+\S")
_ANSWERED = re.compile(r"^[ \t]*1\.(?:[0-9]+\.)+[ \t]+(?:Pro|Con):", re.MULTILINE)

_YEAR = 4
_STANCES = ("Pro", "Con")
_MEND_SEE = "mend the number behind -> See"


@dataclass
class _Claim:
    """A claim as it stands: its number, its stance ("" where none is told), its lines, and its place."""

    number: str
    stance: str
    line: int
    column: int
    lines: list[str] = field(default_factory=list)

    @property
    def parent(self) -> str:
        """The number of the claim that this one answers; "" for a thesis."""
        return self.number.rpartition(".")[0]

    @property
    def sees(self) -> str:
        """The number of the claim that this one only points to; "" where it is one itself."""
        found = _SEE.match(" ".join(self.lines))
        return found[1].rstrip(".") if found else ""


def recognised(content: Content) -> bool:
    """Whether a text is a discussion: the title that Kialo writes, or a thesis first and claims for or against it."""
    first = next((line.strip() for line in content.text.split("\n", 50) if line.strip()), "")
    if _TITLE.match(first):
        return re.search(r"^[ \t]*1\.[ \t]", content.text, re.MULTILINE) is not None
    return re.match(r"1\.[ \t]", first) is not None and _ANSWERED.search(content.text) is not None


def read(content: Content) -> Imported:
    """A discussion as a map: a Pro is a reason for the claim it answers, a Con an objection to it.

    Raises ReadError with every claim that answers none, says neither Pro nor Con, or comes twice.
    """
    reading = _Reading()
    reading.take(content.text)
    reading.put_together()
    if reading.faults:
        raise ReadError(sorted(reading.faults, key=by_place))
    problems = sorted(reading.losses, key=by_place)
    return Imported("kialo", reading.map.finished(), tuple(problems))


class _Reading:
    def __init__(self) -> None:
        self.map = Assembly()
        self.claims: dict[str, _Claim] = {}
        self.faults: list[Problem] = []
        self.losses: list[Problem] = []
        self.links = Links()
        self.notes: list[str] = []

    def take(self, text: str) -> None:
        """Split a text into its title, its claims, and what stands before and behind them."""
        claim: _Claim | None = None
        behind = False
        text = text.replace("\r", "\n")
        for line, indent, words in _lines(text):
            title, found = _TITLE.match(words), _CLAIM.match(words)
            if _SLIP.match(words) and not (found and found[2]):
                message = "this begins as a claim for or against another, and is not written as one"
                advice = "write it like this: 1.2. Pro: its words"
                self.faults.append(fault("I004", message, line, indent + 1, advice=advice))
                continue
            if title and claim is None and not self.map.title:
                self.map.title = title[1].strip()
            elif found and self._begins(found[1], found[2]):
                claim, behind = self._claim(found, line, indent + 1), False
            elif claim is None or behind or _SOURCE.match(words) or words in ("Sources:", "Sources"):
                behind = claim is not None
                self.notes.append(words)
                where = "before the first claim" if claim is None else "behind the claims"
                self.losses.append(loss("I102", f"this stands {where}: it is in the map's note", line, indent + 1))
            else:
                claim.lines.append(words)

    def _begins(self, number: str, stance: str | None) -> bool:
        """Whether a line with a number begins a claim; else it is a list, or a number, within one.

        A number such as 1.1.2 without its stop does below a claim 1.1, since no other number looks so but a date.
        """
        parent, _, last = number.rstrip(".").rpartition(".")
        stopped = number.endswith(".") and bool(parent or (number == "1." and "1" not in self.claims))
        return bool(stance) or stopped or ("." in parent and parent in self.claims and len(last) < _YEAR)

    def _claim(self, found: re.Match[str], line: int, column: int) -> _Claim:
        claim = _Claim(found[1].rstrip("."), found[2] or "", line, column)
        if found[3].strip():
            claim.lines.append(found[3].strip())
        if claim.number in self.claims:
            first = self.claims[claim.number].line
            message = f"claim {claim.number}. stands in line {first} already"
            self.faults.append(fault("I006", message, line, column, advice="give one of them a number of its own"))
        else:
            self.claims[claim.number] = claim
        return claim

    def put_together(self) -> None:
        """Make statements, reasons and objections of the claims, and tell what is wrong or comes otherwise."""
        stands: dict[str, list[str]] = {}
        theses: list[str] = []
        meant = self._meant()
        for number, claim in self.claims.items():
            if not claim.lines:
                self._wrong("I004", claim, "has no words", "write the claim behind its number, or delete the line")
            elif claim.parent and claim.parent not in self.claims:
                self._wrong("I005", claim, f"answers {claim.parent}., which is nowhere", "mend one of the numbers")
            elif claim.parent and claim.stance in _STANCES:
                target = meant[claim.parent]
                step = Reason(target=target) if claim.stance == "Pro" else Objection(target=target)
                self.map.add(f"{number}:", step)
                stands.setdefault(meant[number], []).append(f"{number}:")
            elif claim.parent.count(".") or claim.sees:
                self._wrong("I004", claim, "says neither Pro nor Con", "write Pro: or Con: before it")
            elif claim.stance in _STANCES:
                self._wrong("I004", claim, f"is a {claim.stance} and answers nothing", "mend its number")
            elif claim.parent:
                told = "is neither Pro nor Con: here it is a main conclusion of its own"
                self.losses.append(loss("I102", f"claim {number}. {told}", claim.line, claim.column))
                theses.append(number)
        self.map.main = ("1", *theses) if theses else ()
        self.map.note = "\n".join(self.notes) or None
        question = self._question()
        for number, claim in self.claims.items():
            text, note = self._text(claim)
            if claim is question:
                self._set_aside(claim, text)
            elif text and not claim.sees:
                self.map.add(number, Statement(text=text, stands_in=tuple(stands.get(number, ())), note=note))
        if self.links.first is not None:
            count = self.links.count
            told = "its link's address stands" if count == 1 else f"{count:,} links' addresses, from here on, stand"
            self.losses.append(loss("I102", f"{told} in the statement's note", *self.links.first))

    def _meant(self) -> dict[str, str]:
        """For each number the claim that stands there: the number's own, or the one that its "See" leads to."""
        meant: dict[str, str] = {}
        for claim in self.claims.values():
            path: dict[str, None] = {}
            at = claim.number
            while at not in meant and at not in path and at in self.claims and self.claims[at].sees:
                path[at] = None
                at = self.claims[at].sees
            if at in path:
                self._wrong("I005", claim, f"points to {claim.sees}., which leads back to it", _MEND_SEE)
            elif at not in self.claims and claim.sees == at:
                self._wrong("I005", claim, f"points to {at}., which is nowhere", _MEND_SEE)
            meant |= dict.fromkeys((*path, claim.number), meant.get(at, at))
        return meant

    def _question(self) -> _Claim | None:
        """What stands above several theses and is none itself: the question of the discussion, if there is one."""
        below = [claim for claim in self.claims.values() if claim.parent == "1"]
        if not below or any(claim.stance in _STANCES for claim in below):
            return None
        return self.claims.get("1")

    def _set_aside(self, question: _Claim, text: str) -> None:
        self.map.main = tuple(number for number in self.map.main if number != question.number)
        if text != self.map.title:
            self.map.note = "\n".join((text, *self.notes))
            told = "this is the question of the discussion: it is in the map's note"
            self.losses.append(loss("I102", told, question.line, question.column))

    def _text(self, claim: _Claim) -> tuple[str, str | None]:
        """A claim's words in one line, and the addresses of its links."""
        if len(claim.lines) > 1:
            told = f"the {len(claim.lines)} lines of claim {claim.number}. are one here"
            self.losses.append(loss("I102", told, claim.line, claim.column))
        return plain(" ".join(claim.lines), self.links, (claim.line, claim.column))

    def _wrong(self, code: str, claim: _Claim, message: str, advice: str) -> None:
        self.faults.append(fault(code, f"claim {claim.number}. {message}", claim.line, claim.column, advice=advice))


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line with words: its number from 1, its indentation in characters, its words."""
    for number, line in enumerate(text.split("\n"), 1):
        if words := line.strip():
            yield number, len(line) - len(line.lstrip()), words
