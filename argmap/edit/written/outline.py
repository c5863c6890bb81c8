"""Reading an outline: every line supports, or opposes, the line it is indented under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from argmap.edit.written.data import Said, Step, Token, Written
from argmap.edit.written.lines import LABEL, RULE_LINE, Line

_BULLET = re.compile(r"(?:[-*•◦▪‣–]|\(\d{1,3}\)|\d{1,3}[.)])\s+(?=\S)")
_LABEL = re.compile(rf"({LABEL})(?:[.:)]\s*|\s+)(?=\S)")
_HEAD = re.compile(r"[∴✗]?\s*(?:([RO]\d{1,6}) (?:reason for|objection to) [^;]*(?:; (.*))?|[∴✗] ([RO]\d{1,6}))")
_ONE = re.compile(r"(because|pro|reason|but|con|objection|against|and)\s*:\s*(.*)", re.IGNORECASE)
_SIGN = re.compile(r"(∴|✗|✘|&|\+|and)\s+(?=\S)")
_MANY = re.compile(r"(pros|reasons|for|cons|objections|against)\s*:?", re.IGNORECASE)
_PART = re.compile(r"(?:(IF|THEN|MEANS)\s+)?((?:(?:and|or|not|\()\s+)*)(?=\S)")
_REMARK = re.compile(r" \((?:(implicit)|(?:(implicit), )?by (.+))\)\Z")
_SHARED = " (shared)"
_OPPOSING = frozenset({"but", "con", "objection", "against", "cons", "objections", "✗", "✘"})

Relation: TypeAlias = Literal["", "for", "against", "and"]


@dataclass(eq=False)
class _Group:
    """A heading such as "Pros": every line below it is a reason (or objection) of its own."""

    target: Said | Step | None
    objection: bool


@dataclass
class _Row:
    """A line understood: what it is, how it bears on the line above it, and its words."""

    line: Line
    words: str
    relation: Relation = ""
    label: str | None = None
    head: str | None = None
    many: bool = False
    part: re.Match[str] | None = None
    below: bool = False


_Parent: TypeAlias = Said | Step | _Group | None


def read_outline(lines: Sequence[Line], title: str) -> Written:
    """Read an outline, of a person's own or as argmap prints it."""
    return _Reading(_rows(lines), title).read()


@dataclass
class _Open:
    """A line under which others may stand: its indentation, what it became, its last child's step."""

    indent: int
    item: _Parent
    last: Said | Step | None = None
    half: str | None = None


def _rows(lines: Sequence[Line]) -> list[_Row]:
    pluses = sum(line.words.startswith("+ ") for line in lines)
    rows: list[_Row] = []
    for line in lines:
        if RULE_LINE.fullmatch(line.words):
            continue
        row = _Row(line, line.words)
        if rows and line.indent > rows[-1].line.indent:
            rows[-1].below = True
        rows.append(row)
        if pluses == len(lines):
            row.words = row.words.removeprefix("+ ")
        elif bullet := _BULLET.match(row.words):
            row.words = row.words[bullet.end() :]
    _find_parts(rows)
    for row in rows:
        if row.part is None:
            _find_relation(row)
    sentences = [row for row in rows if row.part is None and row.head is None and not row.many]
    found = [(row, _LABEL.match(row.words)) for row in sentences]
    labelled = [(row, match) for row, match in found if match]
    certain = len(labelled) > 1 or any(not m.string[m.end()].islower() or m[0].strip() != m[1] for _, m in labelled)
    if certain and (2 * len(labelled) >= len(sentences) or any(row.head for row in rows)):
        for row, match in labelled:
            row.label, row.words = match[1], row.words[match.end() :]
    return rows


def _find_parts(rows: list[_Row]) -> None:
    """Mark IF and THEN (both are needed), MEANS, and what goes on with and, or, not below them."""
    for at, row in enumerate(rows):
        match = _PART.match(row.words)
        if match is None or row.part is not None or match[1] not in ("IF", "MEANS"):
            continue
        run = [row]
        for other in rows[at + 1 :]:
            went_on = _PART.match(other.words)
            if other.line.indent != row.line.indent or not went_on or not (went_on[1] == "THEN" or went_on[2]):
                break
            run.append(other)
        if match[1] == "MEANS" or any(other.words.startswith("THEN ") for other in run):
            for member in run:
                member.part = _PART.match(member.words)


def _find_relation(row: _Row) -> None:
    if head := _HEAD.fullmatch(row.words):
        row.head = head[1] or head[3]
        row.relation = "against" if row.head.startswith("O") else "for"
        row.words = head[2] or ""
    elif row.below and (many := _MANY.fullmatch(row.words)):
        row.many = True
        row.relation = "against" if many[1].lower() in _OPPOSING else "for"
    elif (one := _ONE.fullmatch(row.words)) and (one[2] or row.below):
        row.relation, row.words = _relation(one[1].lower()), one[2]
        if not one[2]:
            row.head = one[1]
    elif sign := _SIGN.match(row.words):
        row.relation, row.words = _relation(sign[1]), row.words[sign.end() :]


def _relation(mark: str) -> Relation:
    if mark in ("and", "&", "+"):
        return "and"
    return "against" if mark in _OPPOSING else "for"


@dataclass
class _Reading:
    rows: list[_Row]
    title: str
    written: Written = field(default_factory=Written)
    known: dict[str, Said] = field(default_factory=dict)
    texts: dict[str, Said] = field(default_factory=dict)
    said: dict[int, Said] = field(default_factory=dict)
    parts: list[tuple[_Row, str, Said]] = field(default_factory=list)

    def read(self) -> Written:
        self.written.title = self.title
        self._take_title()
        self._find_statements()
        self._stand()
        self._settle_parts()
        empty = [step for step in self.written.steps if not step.members]
        if empty:
            self._drop(empty)
        return self.written

    def _take_title(self) -> None:
        """The first line of what argmap prints is the map's title."""
        rows = self.rows
        if len(rows) > 1 and not rows[0].label and rows[1].label and rows[0].line.indent == rows[1].line.indent:
            self.written.title = rows.pop(0).line.words

    def _find_statements(self) -> None:
        """A statement for every line, one for lines with the same label and words."""
        waiting = []
        labelled = any(row.label for row in self.rows)
        for at, row in enumerate(self.rows):
            if row.part is not None or row.head is not None or row.many:
                continue
            said, shared = _said(row.words, labelled)
            known = self.known.get(row.label or "")
            if row.label and (shared or (known is not None and known.text == said.text)):
                waiting.append((at, row.label, said))
                continue
            self.said[at] = said
            self.texts.setdefault(said.text, said)
            if row.label:
                self.known.setdefault(row.label, said)
        for at, label, said in waiting:
            self.said[at] = self.known.setdefault(label, said)

    def _stand(self) -> None:
        opened: list[_Open] = [_Open(-1, None)]
        tray: int | None = None
        for at, row in enumerate(self.rows):
            indent = row.line.indent
            while len(opened) > 1 and opened[-1].indent >= indent:
                opened.pop()
            above = opened[-1]
            if tray is not None and indent <= tray:
                tray = None
            if row.words == "tray" and row.line.after_gap and self.known and len(opened) == 1:
                tray = indent
                continue
            if row.part is not None and isinstance(above.item, Said):
                above.half = row.part[1] or above.half or "IF"
                self.parts.append((row, above.half, above.item))
                continue
            if tray is not None and len(opened) == 1 and at in self.said:
                self.written.loose.append(self.said[at])
                opened.append(_Open(indent, self.said[at]))
                continue
            opened.append(_Open(indent, self._place(at, row, above)))

    def _place(self, at: int, row: _Row, above: _Open) -> _Parent:
        target = above.item.target if isinstance(above.item, _Group) else above.item
        objection = row.relation == "against" or (isinstance(above.item, _Group) and above.item.objection)
        if row.many:
            return _Group(target, objection)
        if row.head is not None and (objection or not isinstance(target, Step)):
            step = self._step(target, objection)
            step.rule, step.answered = _remarks(row.words)
            above.last = None
            return step
        if row.head is not None:
            self.written.notes.append(f"line {row.line.number} gives a reason for a reason: taken into that reason")
            return target
        said = self.said.get(at) or Said(row.line.words)
        if isinstance(target, Step) and not objection:
            target.members.append(said)
        elif row.relation == "and" and above.last is not None:
            self._join(above, said)
        elif target is None and row.relation in ("", "and") and not isinstance(above.item, _Group):
            self.written.tops.append(said)
            above.last = said
        else:
            step = self._step(target, objection)
            step.members.append(said)
            above.last = step
        return said

    def _step(self, target: Said | Step | None, objection: bool) -> Step:
        step = Step(target, objection)
        self.written.steps.append(step)
        if target is None:
            self.written.tops.append(step)
        return step

    def _join(self, above: _Open, said: Said) -> None:
        """Let a statement stand in one reason with the line before it."""
        if isinstance(above.last, Said):
            tops = self.written.tops
            step = Step(None, members=[above.last])
            tops[tops.index(above.last)] = step
            self.written.steps.append(step)
            above.last = step
        assert isinstance(above.last, Step)
        above.last.members.append(said)

    def _settle_parts(self) -> None:
        """Read IF, THEN and MEANS, now that every label is known."""
        formulas: dict[int, tuple[Said, dict[str, list[Token]]]] = {}
        for row, half, said in self.parts:
            assert row.part is not None
            tokens = formulas.setdefault(id(said), (said, {}))[1].setdefault(half, [])
            tokens += row.part[2].split()
            unclosed = tokens.count("(") - tokens.count(")")
            words = row.words[row.part.end() :]
            label = _LABEL.match(words)
            words = words[label.end() :] if label else words
            closing = min(max(words.count(")") - words.count("("), 0), unclosed)
            bare = words[: len(words) - closing] if words.endswith(")" * closing) else words
            known = self.known.get(label[1]) if label else self.texts.get(bare)
            if known is None:
                known = Said(bare)
                self.texts.setdefault(bare, known)
                if label:
                    self.known[label[1]] = known
            tokens += [known, *[")"] * (len(words) - len(bare))]
        for said, halves in formulas.values():
            if "MEANS" in halves:
                said.means = halves["MEANS"]
            else:
                said.halves = (halves["IF"], halves["THEN"])

    def _drop(self, empty: list[Step]) -> None:
        gone = {id(step) for step in empty}
        written = self.written
        written.notes.append(f"left out {len(gone)} reasons or objections without a statement")
        written.tops = [top for top in written.tops if id(top) not in gone]
        written.loose += [m for s in written.steps if id(s.target) in gone for m in s.members]
        written.steps = [s for s in written.steps if id(s) not in gone and id(s.target) not in gone]


def _said(words: str, labelled: bool) -> tuple[Said, bool]:
    """A statement from its line, and whether the line only refers to one that stands elsewhere."""
    if not labelled:
        return Said(words), False
    if words.endswith(_SHARED):
        return Said(words.removesuffix(_SHARED)), True
    remark = _REMARK.search(words)
    if remark is None:
        return Said(words), False
    return Said(words[: remark.start()], bool(remark[1] or remark[2]), remark[3]), False


def _remarks(words: str) -> tuple[str | None, str | None]:
    """The rule and the answer that a reason's or objection's line tells."""
    rule: str | None = words
    answered = None
    if words.startswith("answered: "):
        rule, answered = None, words.removeprefix("answered: ")
    elif "; answered: " in words:
        rule, _, answered = words.partition("; answered: ")
    if rule == "not claimed to be deductive":
        rule = "none"
    return rule or None, answered
