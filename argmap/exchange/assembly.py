"""Putting a map together from what another program calls by names of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.edit.ids import conditional_id, inference_id, is_id, new_id
from argmap.edit.mentions import renamed_mentions
from argmap.exchange.order import replaced
from argmap.model import ArgumentMap, Conditional, Entry, Inference, Objection, Scenario, Sentence, Source, Statement
from argmap.model.formula import atoms

_NOWHERE = ArgumentMap()


@dataclass
class Assembly:
    """Entries under the names another program gives them: node numbers, titles, paths.

    Names are any strings. What entries point to (`in`, `for`, `against`, formulas, suppositions, the source
    of an anchor, `main`) are such names, and may be added later than what points to them.
    """

    title: str = ""
    main: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    ignore: tuple[str, ...] = ()
    _entries: dict[str, Entry] = field(default_factory=dict)
    _wanted: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, entry: Entry, id: str = "", *, verbatim: bool = False) -> None:
        """Add an entry, or put another in the place of the one of that name; `id` is the id it should have.

        An id that couldn't be typed into a formula is only given where it is `verbatim` one of a map's.
        """
        self._entries[name] = entry
        if id and (verbatim or is_id(id)):
            self._wanted[name] = id

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __getitem__(self, name: str) -> Entry:
        return self._entries[name]

    def finished(self, order: tuple[str, ...] | None = None, after: Mapping[str, str] | None = None) -> ArgumentMap:
        """The map: every entry under its id, in reading order.

        An id that is wanted and is free is given, else one is made as for anything that is typed.
        With an `order` of ids the entries stand in that order, those it doesn't name behind them. `after` says
        of ids which other id they stand right behind instead, "" for the first place.
        """
        ids = self._ids()

        def name(of: str) -> str:
            return ids.get(of, of)

        entries = {
            ids[own]: entry.model_copy(update=fields) if (fields := renamed_mentions(entry, name)) else entry
            for own, entry in self._entries.items()
        }
        root = {"title": self.title, "tags": self.tags, "note": self.note, "ignore": self.ignore}
        map = ArgumentMap(entries=entries, main=tuple(name(main) for main in self.main), **root)
        asked = [id for id in order or () if id in entries]
        ordered = {id: entries[id] for id in replaced([*(asked or reading_order(map)), *entries], after or {})}
        return map.with_entries(ordered, ordered.keys())

    def _ids(self) -> dict[str, str]:
        ids: dict[str, str] = {}
        taken: dict[str, None] = {}

        def take(name: str, id: str) -> None:
            ids[name] = id
            taken[id] = None

        for name, wanted in self._wanted.items():
            if name in self._entries and wanted not in taken:
                take(name, wanted)
        members: dict[str, str] = {}
        for name, entry in self._entries.items():
            if isinstance(entry, Sentence):
                for inference in entry.stands_in:
                    members.setdefault(inference, name)
            if name not in ids and isinstance(entry, Statement | Source | Scenario):
                text = (entry.text if isinstance(entry, Statement) else entry.title) or name
                take(name, new_id(_NOWHERE, text, taken))
        for name, entry in self._entries.items():
            if name not in ids and isinstance(entry, Conditional):
                first, then = (next(iter(atoms(half)), "it") for half in (entry.antecedent, entry.consequent))
                take(name, conditional_id(_NOWHERE, ids.get(first, first), ids.get(then, then), taken))
        for name, entry in self._entries.items():
            if name not in ids and isinstance(entry, Inference):
                member = members.get(name, "")
                prefix = "but" if isinstance(entry, Objection) else "because"
                take(name, inference_id(_NOWHERE, prefix, ids.get(member, member) or "it", taken))
        return ids


def reading_order(map: ArgumentMap) -> list[str]:
    """Sources, then everything as the outline shows it, each where it is met first, then scenarios."""
    outline = map.outline
    rows = [row.id for row in (*outline.rows, *outline.tray) if row.id in map.entries]
    scenarios = [id for id, entry in map.entries.items() if isinstance(entry, Scenario)]
    later = set(scenarios) - set(rows)
    order = (*map.sources, *rows, *(id for id in map.entries if id not in later), *scenarios)
    return list(dict.fromkeys(order))
