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
        roles = _roles(entries, links, roots)
        walk = _Walk(entries, links, roles)
        for id in roots:
            walk.unfold(Row(RowKind.SENTENCE, id, None, 0))
        if len(walk.seen) < len(entries):
            for id, entry in entries.items():
                if id in walk.seen:
                    continue
                if isinstance(entry, Inference):
                    if not isinstance(entries.get(entry.target), Sentence | Inference):
                        walk.unfold(Row(RowKind.INFERENCE, id, None, 0))
                elif isinstance(entry, Sentence) and id in links.inferences:
                    roots[id] = None
                    walk.unfold(Row(RowKind.SENTENCE, id, None, 0))
            for id, entry in entries.items():
                if isinstance(entry, Inference) and id not in walk.seen:
                    walk.unfold(Row(RowKind.INFERENCE, id, None, 0))
        rows, walk.rows = walk.rows, []
        hidden = [id for id in roles if id not in walk.seen and id not in walk.labels]
        for id in (*(id for id in hidden if id not in links.mentions), *hidden):
            if id not in walk.seen and id not in walk.labels:
                walk.unfold(Row(RowKind.SENTENCE, id, None, 0))
        mains = tuple(id for id in main if isinstance(entries.get(id), Sentence)) or tuple(roots)
        return cls(tuple(rows), tuple(walk.rows), tuple(roots), mains, walk.labels, roles)

    def label(self, id: str) -> str:
        """The label of an entry, or its id where it has none."""
        return self.labels.get(id, id)


def _roots(entries: Mapping[str, Entry], links: Links, main: tuple[str, ...]) -> list[str]:
    standing = _standing(entries, links)
    first = next((id for id, entry in entries.items() if isinstance(entry, Statement)), None)
    return [
        id
        for id, entry in entries.items()
        if id not in standing
        and isinstance(entry, Sentence)
        and (id in links.inferences or id in main or (id == first and id not in links.mentions))
    ]


def _standing(entries: Mapping[str, Entry], links: Links) -> set[str]:
    """The sentences that stand in some reason or objection of the map."""
    members = (ids for inference, ids in links.members.items() if isinstance(entries.get(inference), Inference))
    return set().union(*members)


def _roles(entries: Mapping[str, Entry], links: Links, roots: Mapping[str, None]) -> dict[str, Role]:
    concluded = {entry.target for entry in entries.values() if type(entry) is Reason}
    standing = _standing(entries, links)
    mentioned = links.mentions
    return {
        id: "conclusion"
        if id in concluded or id in roots
        else "premise"
        if id in standing
        else "proposition"
        if id in mentioned
        else "loose"
        for id, entry in entries.items()
        if isinstance(entry, Sentence)
    }


class _Walk:
    """Depth-first unfolding that numbers as it goes; iterative, so depth has no limit."""

    def __init__(self, entries: Mapping[str, Entry], links: Links, roles: Mapping[str, Role]) -> None:
        self.entries = entries
        self.links = links
        self.roles = roles
        self.rows: list[Row] = []
        self.seen: set[str] = set()
        self.labels: dict[str, str] = {}
        self.count = dict.fromkeys(("conclusion", "premise", "proposition", "R", "O"), 0)
        self.grounds: dict[str, int] = {}

    def unfold(self, top: Row) -> None:
        """Append the rows of one top and all below it. `opponent` is the objection that a row is under."""
        entries, seen, inferences = self.entries, self.seen, self.links.inferences
        stack: list[tuple[Row, str]] = [(top, "")]
        while stack:
            row, opponent = stack.pop()
            kind, id, parent, depth = row[:4]
            if kind is RowKind.MENTION:
                self.rows.append(row)
                if id not in self.labels and self.roles.get(id) == "proposition":
                    self.labels[id] = f"Q{self._next('proposition')}"
                continue
            if id in seen:
                self.rows.append(row if kind is RowKind.INFERENCE else row._replace(kind=RowKind.REFERENCE))
                continue
            self.rows.append(row)
            seen.add(id)
            below: list[Row] = []
            if kind is RowKind.SENTENCE:
                self._number_sentence(id, parent, opponent)
                entry = entries[id]
                if type(entry) is not Statement or entry.means is not None:
                    below = _mention_rows(id, entry, depth + 1)
            else:
                objection = type(entries[id]) is Objection
                letter = "O" if objection else "R"
                label = self.labels[id] = f"{letter}{self._next(letter)}"
                opponent = label if objection else opponent
                below = [Row(RowKind.SENTENCE, m, id, depth + 1) for m in self.links.members.get(id, ())]
            if id in inferences:
                below += [Row(RowKind.INFERENCE, i, id, depth + 1) for i in inferences[id]]
            stack += [(child, opponent) for child in reversed(below)]

    def _next(self, counted: str) -> int:
        self.count[counted] += 1
        return self.count[counted]

    def _number_sentence(self, id: str, parent: str | None, opponent: str) -> None:
        role = self.roles[id]
        if opponent and parent is not None:
            self.labels[id] = self._opponent_label(id, parent, opponent)
        elif role != "loose" and id not in self.labels:
            self.labels[id] = f"{_LETTERS[role]}{self._next(role)}"

    def _opponent_label(self, id: str, parent: str, opponent: str) -> str:
        if self.labels.get(parent) != opponent:
            self.grounds[opponent] = number = self.grounds.get(opponent, 0) + 1
            return f"{opponent}.{number}"
        members = self.links.members[parent]
        return opponent if len(members) == 1 else opponent + _letter(members.index(id))


_LETTERS = {"conclusion": "C", "premise": "P", "proposition": "Q"}


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
