"""Unfolding a map into rows, depth first; what an edit left as it was is taken over, not walked again."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from operator import itemgetter

from argmap.model import labels
from argmap.model.entry import Entry
from argmap.model.inferences import Objection
from argmap.model.links import Links
from argmap.model.roles import Role
from argmap.model.row import Row, RowKind, mention_rows
from argmap.model.statements import Statement

_SENTENCE_SIGNS: dict[Role, int] = {
    "conclusion": labels.CONCLUSION,
    "premise": labels.PREMISE,
    "loose": labels.LOOSE,
    "proposition": labels.PROPOSITION,
}


class Kept:
    """Stretches of an older outline in which an edit changed nothing, by the row that heads each.

    `rows`, `ids` and `signs` are the older outline's; `changed` holds every id with something new about its
    own row or the rows right under it, and everything that stands above one of those. `homes` tells
    under what each shared sentence is unfolded, where that is as before.
    """

    def __init__(self, rows: Sequence[Row], ids: Sequence[str], signs: bytes, changed: AbstractSet[str]) -> None:
        self.rows = rows
        self.ids = ids
        self.signs = signs
        self.changed = changed
        parents = map(itemgetter(2), rows)
        heads = list(compress(range(len(rows)), map({*changed, None}.__contains__, parents)))
        ends = [*heads[1:], len(rows)]
        self._stretches = {
            (rows[start].id, rows[start].parent): (start, end)
            for start, end in zip(heads, ends, strict=False)
            if rows[start].id not in changed and rows[start].kind is not RowKind.MENTION
        }

        shared = labels.referred(ids, signs) - changed if labels.REFERENCE in signs else set()
        self.homes = (
            {
                row.id: row.parent
                for row, sign in zip(rows, signs, strict=True)
                if row.id in shared and row.kind is not RowKind.MENTION and sign != labels.REFERENCE
            }
            if shared
            else {}
        )

    def stretch(self, row: Row, opponent: str) -> tuple[Sequence[Row], Sequence[str], bytes] | None:
        """The rows that a row heads at its depth, their ids and signs; None where they must be walked."""
        found = self._stretches.get((row.id, row.parent)) if row.kind is not RowKind.MENTION else None
        if found is None:
            return None
        start, end = found
        sign = self.signs[start]
        if sign in (labels.OPPONENT, labels.OPPONENT_REASON) or (opponent and sign != labels.OBJECTION):
            return None
        rows, deeper = self.rows[start:end], row.depth - self.rows[start].depth
        if deeper:
            rows = [Row(r[0], r[1], r[2], r[3] + deeper, r[4], r[5]) for r in rows]
        return rows, self.ids[start:end], self.signs[start:end]


class Unfolding:
    """Walks a map from chosen tops; iterative, so depth has no limit.

    `rows`, `ids` (of the rows) and `signs` (see labels) grow together; `opponents` tells the objection of each sentence
    under one, and what follows the objection's label in its own.
    """

    def __init__(
        self, entries: Mapping[str, Entry], links: Links, roles: Mapping[str, Role], kept: Kept | None = None
    ) -> None:
        self.entries = entries
        self.links = links
        self.roles = roles
        self.kept = kept
        self.homes: Mapping[str, str | None] = kept.homes if kept is not None else {}
        self.rows: list[Row] = []
        self.ids: list[str] = []
        self.signs = bytearray()
        self.seen: set[str] = set()
        self.opponents: dict[str, tuple[str, str]] = {}
        self._grounds: dict[str, int] = {}

    def tops(self, kind: RowKind, ids: Iterable[str]) -> None:
        """Unfold some ids at the top."""
        for id in ids:
            self.unfold(Row(kind, id, None, 0))

    def unfold(self, top: Row) -> None:
        """Append the rows of one top and all below it. An `opponent` is the objection that a row is under."""
        entries, seen, inferences, homes = self.entries, self.seen, self.links.inferences, self.homes
        rows, ids, signs = self.rows, self.ids, self.signs
        stack: list[tuple[Row, str]] = [(top, "")]
        while stack:
            row, opponent = stack.pop()
            if self.kept is not None and (stretch := self.kept.stretch(row, opponent)) is not None:
                rows += stretch[0]
                ids += stretch[1]
                signs += stretch[2]
                continue
            kind, id, parent, depth = row[:4]
            ids.append(id)
            if kind is RowKind.MENTION:
                rows.append(row)
                signs.append(labels.MENTION)
                continue
            if id in seen or (id in homes and homes[id] != parent):
                rows.append(row if kind is RowKind.INFERENCE else row._replace(kind=RowKind.REFERENCE))
                signs.append(labels.REFERENCE)
                continue
            seen.add(id)
            rows.append(row)
            below: list[Row] = []
            if kind is RowKind.SENTENCE:
                if opponent and parent is not None:
                    self.opponents[id] = (opponent, self._suffix(id, parent, opponent))
                    signs.append(labels.OPPONENT)
                else:
                    signs.append(_SENTENCE_SIGNS[self.roles[id]])
                entry = entries[id]
                if type(entry) is not Statement or entry.means is not None:
                    below = mention_rows(id, entry, depth + 1)
            else:
                if type(entries[id]) is Objection:
                    opponent = id
                    signs.append(labels.OBJECTION)
                else:
                    signs.append(labels.OPPONENT_REASON if opponent else labels.REASON)
                below = [Row(RowKind.SENTENCE, m, id, depth + 1) for m in self.links.members.get(id, ())]
            if id in inferences:
                below += [Row(RowKind.INFERENCE, i, id, depth + 1) for i in inferences[id]]
            stack += [(child, opponent) for child in reversed(below)]

    def _suffix(self, id: str, parent: str, opponent: str) -> str:
        if parent != opponent:
            self._grounds[opponent] = number = self._grounds.get(opponent, 0) + 1
            return f".{number}"
        members = self.links.members[parent]
        return "" if len(members) == 1 else labels.letter(members.index(id))
