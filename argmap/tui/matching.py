"""What a search finds in a map, and where in a text; texts are folded once for as long as an entry stays the same."""

import difflib
from collections.abc import Sequence

from argmap.model import ArgumentMap, Conditional, Entry, Row, RowKind, Statement

_NEAR = 3


class Matcher:
    """Finds a query in sentences, labels, ids (whole) and, with a # in front, in tags; capitals don't count."""

    def __init__(self) -> None:
        self.query = ""
        self._wanted = ""
        self._folded: dict[str, tuple[Entry, str]] = {}
        self._matches: tuple[ArgumentMap, str, list[int]] | None = None

    def search(self, query: str) -> None:
        """Find another query; an empty one finds nothing."""
        self.query, self._wanted = query, query.casefold()

    def matches(self, map: ArgumentMap, rows: Sequence[Row]) -> list[int]:
        """The indices of the rows that match: each sentence once, where it is unfolded or first mentioned."""
        if not self._wanted:
            return []
        known = self._matches
        if known is None or known[0] is not map or known[1] != self.query:
            known = self._matches = (map, self.query, self._search(map, rows))
        return known[2]

    def _search(self, map: ArgumentMap, rows: Sequence[Row]) -> list[int]:
        wanted, labels, entries, folded = self._wanted, map.outline.labels, map.entries, self._folded
        found = []
        seen: set[str] = set()
        reference, mention, tagging = RowKind.REFERENCE, RowKind.MENTION, wanted[0] == "#"
        for at, row in enumerate(rows):
            kind, id = row[0], row[1]
            label = labels.get(id, "")
            if kind is reference or (kind is mention and (id in seen or label[:1] != "Q")):
                continue
            seen.add(id)
            entry = entries.get(id)
            if entry is None:
                continue
            known = folded.get(id)
            if known is None or known[0] is not entry:
                known = folded[id] = (entry, _words(entry).casefold())
            if (
                wanted in known[1]
                or wanted in label.casefold()
                or id == self.query
                or (tagging and self._tagged(entry))
            ):
                found.append(at)
        return found

    def names(self, map: ArgumentMap, id: str) -> bool:
        """Whether an entry is found by its label, its id or a tag, which its text doesn't show."""
        if not self._wanted:
            return False
        entry = map.entries.get(id)
        label = map.outline.labels.get(id, "")
        return self._wanted in label.casefold() or id == self.query or (entry is not None and self._tagged(entry))

    def _tagged(self, entry: Entry) -> bool:
        tag = self._wanted.removeprefix("#")
        return self._wanted[0] == "#" and any(each.casefold().startswith(tag) for each in entry.tags)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """First and end of every match in a text."""
        wanted = self._wanted
        if not wanted:
            return []
        folded = text.casefold()
        if len(folded) != len(text):
            ends = [at for at, character in enumerate(text) for _ in character.casefold()]
        else:
            ends = []
        found = []
        start = folded.find(wanted)
        while start >= 0:
            last = start + len(wanted) - 1
            found.append((ends[start], ends[last] + 1) if ends else (start, last + 1))
            start = folded.find(wanted, last + 1)
        return found


def _words(entry: Entry) -> str:
    if isinstance(entry, Conditional):
        return " ".join(part for part in (entry.text, entry.if_text, entry.then_text) if part)
    return entry.text if isinstance(entry, Statement) else ""


def named(map: ArgumentMap, rows: Sequence[Row], name: str) -> int | str:
    """The index of the row that a label, an id or the beginning of an id names; or what is wrong with the name."""
    wanted = name.casefold()
    labels = {map.outline.label(row.id).casefold(): row.id for row in reversed(rows)}
    ids = dict.fromkeys(row.id for row in rows)
    id = labels.get(wanted) or (name if name in ids else None)
    if id is None:
        begun = [each for each in ids if each.casefold().startswith(wanted)]
        whole = [each for each in begun if each.casefold() == wanted]
        if len(whole or begun) > 1:
            return f"{len(begun)} ids begin with “{name}”: {', '.join(begun[:_NEAR])}{', …' if begun[_NEAR:] else ''}"
        id = next(iter(whole or begun), None)
    if id is None:
        written = {each.casefold(): each for each in (*ids, *map.outline.labels.values())}
        near = [written[each] for each in difflib.get_close_matches(wanted, written, _NEAR)]
        return f"nothing here is called “{name}”" + (f"; did you mean {' or '.join(near)}?" if near else "")
    unfolded = (RowKind.SENTENCE, RowKind.INFERENCE)
    places = [at for at, row in enumerate(rows) if row.id == id]
    return next((at for at in places if rows[at].kind in unfolded), places[0])
