"""The derived outline: the tree people see, with roles and labels. Nothing here is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal, NamedTuple, TypeAlias

from argmap.model import formula
from argmap.model.entry import Entry
from argmap.model.inferences import Inference, Objection, Reason
from argmap.model.links import Links
from argmap.model.statements import Conditional, Sentence, Statement

Role: TypeAlias = Literal["conclusion", "premise", "proposition", "loose"]
Half: TypeAlias = Literal["if", "then", "means"]


class RowKind(Enum):
    """What a row of the outline shows."""

    SENTENCE = "sentence"
    INFERENCE = "inference"
    REFERENCE = "reference"
    MENTION = "mention"


class Row(NamedTuple):
    """One row of the outline.

    `id` is the entry shown; `parent` is where it stands here: a sentence's inference, an inference's
    target, a mention's sentence, or None at the top. A REFERENCE points to a shared sentence that is
    unfolded elsewhere. A MENTION is one operand of `half` of its parent's formula.
    """

    kind: RowKind
    id: str
    parent: str | None
    depth: int
    half: Half | None = None
    mention: formula.Mention | None = None


def role(id: str, entries: Mapping[str, Entry], links: Links, roots: Mapping[str, None]) -> Role:
    """The derived role of a statement or conditional (design: words)."""
    if id in roots or any(isinstance(entries[i], Reason) for i in links.inferences.get(id, ())):
        return "conclusion"
    entry = entries[id]
    if isinstance(entry, Sentence) and any(isinstance(entries.get(i), Inference) for i in entry.stands_in):
        return "premise"
    return "proposition" if id in links.mentions else "loose"


@dataclass(frozen=True)
class Outline:
    """The outline of a map, fully unfolded.

    `rows` is the tree in reading order, `tray` the rows of the loose sentences below it; `roots` are
    the ids at the top, `mains` the main conclusions; `labels` and `roles` are by id.
    """

    rows: tuple[Row, ...]
    tray: tuple[Row, ...]
    roots: tuple[str, ...]
    mains: tuple[str, ...]
    labels: Mapping[str, str]
    roles: Mapping[str, Role]

    @classmethod
    def of(cls, entries: Mapping[str, Entry], links: Links, main: tuple[str, ...] = ()) -> "Outline":
        """Derive the outline; every entry that people see stands in it exactly once unfolded.

        A cycle of support is entered at its first sentence in file order; an inference whose target
        is unknown stands at the top.
        """
        roots = dict.fromkeys(_roots(entries, links, main))
        walk = _Walk(entries, links, roots)
        for id in roots:
            walk.unfold(Row(RowKind.SENTENCE, id, None, 0))
        loose = []
        for id, entry in entries.items():
            if id in walk.seen:
                continue
            if isinstance(entry, Inference):
                if entry.target not in entries or not isinstance(entries[entry.target], Sentence):
                    walk.unfold(Row(RowKind.INFERENCE, id, None, 0))
            elif isinstance(entry, Sentence):
                if role(id, entries, links, {}) in ("conclusion", "premise"):
                    roots[id] = None
                    walk.unfold(Row(RowKind.SENTENCE, id, None, 0))
                elif id not in links.mentions:
                    loose.append(id)
        for id, entry in entries.items():
            if isinstance(entry, Inference) and id not in walk.seen:
                walk.unfold(Row(RowKind.INFERENCE, id, None, 0))
        rows, walk.rows = walk.rows, []
        for id in (*loose, *entries):
            if id not in walk.roles and isinstance(entries[id], Sentence):
                walk.unfold(Row(RowKind.SENTENCE, id, None, 0))
        mains = tuple(id for id in main if isinstance(entries.get(id), Sentence)) or tuple(roots)
        return cls(tuple(rows), tuple(walk.rows), tuple(roots), mains, walk.labels, walk.roles)

    def label(self, id: str) -> str:
        """The label of an entry, or its id where it has none."""
        return self.labels.get(id, id)


def _roots(entries: Mapping[str, Entry], links: Links, main: tuple[str, ...]) -> list[str]:
    found = []
    first = True
    for id, entry in entries.items():
        if not isinstance(entry, Sentence):
            continue
        stands = any(isinstance(entries.get(i), Inference) for i in entry.stands_in)
        if not stands and (
            id in links.inferences
            or id in main
            or (first and isinstance(entry, Statement) and id not in links.mentions)
        ):
            found.append(id)
        first = first and not isinstance(entry, Statement)
    return found


class _Walk:
    """Depth-first unfolding that numbers as it goes; iterative, so depth has no limit."""

    def __init__(self, entries: Mapping[str, Entry], links: Links, roots: Mapping[str, None]) -> None:
        self.entries = entries
        self.links = links
        self.roots = roots
        self.rows: list[Row] = []
        self.seen: set[str] = set()
        self.labels: dict[str, str] = {}
        self.roles: dict[str, Role] = {}
        self.count = {"C": 0, "P": 0, "Q": 0, "R": 0, "O": 0}
        self.grounds: dict[str, int] = {}

    def unfold(self, top: Row) -> None:
        stack: list[tuple[Row, str]] = [(top, "")]
        while stack:
            row, opponent = stack.pop()
            if row.kind is RowKind.SENTENCE and row.id in self.seen:
                row = row._replace(kind=RowKind.REFERENCE)
            self.rows.append(row)
            if row.kind is RowKind.MENTION:
                self._number_mention(row.id)
            elif row.kind is RowKind.SENTENCE:
                self.seen.add(row.id)
                self._number_sentence(row, opponent)
                depth = row.depth + 1
                children = _mention_rows(row.id, self.entries[row.id], depth)
                for id in self.links.inferences.get(row.id, ()):
                    children.append(Row(RowKind.INFERENCE, id, row.id, depth))
                stack.extend((child, opponent) for child in reversed(children))
            elif row.kind is RowKind.INFERENCE and row.id not in self.seen:
                self.seen.add(row.id)
                objection = isinstance(self.entries[row.id], Objection)
                label = self.labels[row.id] = self._next("O" if objection else "R")
                depth = row.depth + 1
                children = [Row(RowKind.SENTENCE, id, row.id, depth) for id in self.links.members.get(row.id, ())]
                for id in self.links.inferences.get(row.id, ()):
                    children.append(Row(RowKind.INFERENCE, id, row.id, depth))
                inside = label if objection else opponent
                stack.extend((child, inside) for child in reversed(children))

    def _next(self, letter: str) -> str:
        self.count[letter] += 1
        return f"{letter}{self.count[letter]}"

    def _number_mention(self, id: str) -> None:
        if id in self.labels or id in self.roots or not isinstance(self.entries.get(id), Sentence):
            return
        if role(id, self.entries, self.links, self.roots) == "proposition":
            self.roles[id] = "proposition"
            self.labels[id] = self._next("Q")

    def _number_sentence(self, row: Row, opponent: str) -> None:
        self.roles[row.id] = found = role(row.id, self.entries, self.links, self.roots)
        if opponent and row.parent is not None:
            self.labels[row.id] = self._opponent_label(row.id, row.parent, opponent)
        elif found != "loose":
            self.labels[row.id] = self._next({"conclusion": "C", "premise": "P"}.get(found, "Q"))

    def _opponent_label(self, id: str, parent: str, opponent: str) -> str:
        if self.labels.get(parent) != opponent:
            self.grounds[opponent] = number = self.grounds.get(opponent, 0) + 1
            return f"{opponent}.{number}"
        members = self.links.members[parent]
        return opponent if len(members) == 1 else opponent + _letter(members.index(id))


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _mention_rows(id: str, entry: Entry, depth: int) -> list[Row]:
    halves: list[tuple[Half, formula.Formula]] = []
    if isinstance(entry, Conditional):
        halves = [("if", entry.antecedent), ("then", entry.consequent)]
    elif isinstance(entry, Statement) and entry.means is not None:
        halves = [("means", entry.means)]
    return [
        Row(RowKind.MENTION, mention.id, id, depth, half, mention)
        for half, written in halves
        for mention in formula.mentions(written)
    ]
