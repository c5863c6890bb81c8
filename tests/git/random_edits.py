"""Random edits of a map file, table by table, that leave it sound and every other table as it was."""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tests.git import random_words as words
from tests.git.map_files import FORMULAS, INFERENCES, SENTENCES, Key, Links, MapFile, Table, target


class NotHere(Exception):
    """An edit that finds nothing to change, or would leave the map unsound."""


@dataclass(frozen=True)
class Side:
    """Who edits: a source of chance, what its new ids begin with, the ids it likes to come back to, and how much."""

    rng: random.Random
    prefix: str
    hot: frozenset[str] = frozenset()
    heat: float = 0.0

    def pick(self, among: Iterable[str]) -> str:
        """One of the ids, a hot one as often as the heat says; raises NotHere where there is none."""
        ids = list(among)
        liked = [id for id in ids if id in self.hot]
        if not ids:
            raise NotHere
        return self.rng.choice(liked if liked and self.rng.random() < self.heat else ids)

    def new_id(self, file: MapFile, also: Iterable[str] = ()) -> str:
        """An id that the file lacks, and that the other side hardly ever makes."""
        prefix = "any-" if self.rng.random() < 0.03 else self.prefix
        return next(id for id in (f"{prefix}{n}" for n in range(1, 10_000)) if id not in file.tables and id not in also)


def reword(side: Side, file: MapFile) -> MapFile:
    id = side.pick(id for id in file.ids(*SENTENCES) if file.tables[id].get("text"))
    return file.put(id, "text", words.reworded(side.rng, file.tables[id].get("text")))


def set_field(side: Side, file: MapFile) -> MapFile:
    rng = side.rng
    id = side.pick(file.tables)
    table = file.tables[id]
    new: dict[str, object] = {"note": words.note(rng), "tags": words.some(rng, words.TAGS)}
    new |= {rng.choice(words.ODD_KEYS): words.odd_value(rng), "ignore": words.some(rng, words.CODES)}
    if table.kind in SENTENCES:
        new |= {"implicit": not table.get("implicit"), "by": words.sentence(rng), "short": words.sentence(rng)}
    new |= {
        "conditional": {"qualifier": rng.choice(words.QUALIFIERS), "if_text": words.sentence(rng)},
        "reason": {"rule": rng.choice(words.RULES), "section": words.sentence(rng)},
        "objection": {"rule": rng.choice(words.RULES), "answered": words.sentence(rng)},
        "source": {"title": words.sentence(rng), "author": words.sentence(rng)},
    }.get(table.kind, {})
    there = [key for key in new if key in table.keys]
    key = rng.choice(there if there and rng.random() < 0.4 else list(new))
    return file.put(id, key, None if key in there and rng.random() < 0.4 else new[key])


def change_head(side: Side, file: MapFile) -> MapFile:
    rng = side.rng
    key = rng.choice(["title", "tags", "main", "note", "mood"])
    new = {"title": words.sentence(rng), "tags": words.some(rng, words.TAGS), "note": words.note(rng)}
    new |= {"main": (side.pick(file.ids(*SENTENCES)),), "mood": words.odd_value(rng)}
    gone = key != "title" and key in file.head.keys and rng.random() < 0.4
    return file.put(None, key, None if gone else new[key])


def _statement(side: Side, **cells: object) -> Table:
    rng = side.rng
    keys = {name: Key(value) for name, value in {"text": words.sentence(rng), **cells}.items()}
    if rng.random() < 0.1:
        keys["note"] = Key(words.note(rng))
    return Table("statement", keys, touching=(words.comment(rng),) if rng.random() < 0.1 else ())


def last(file: MapFile, ids: Iterable[str]) -> str:
    among = set(ids)
    return next(id for id in reversed(file.tables) if id in among)


def add_member(side: Side, file: MapFile) -> MapFile:
    inference = side.pick(file.ids(*INFERENCES))
    behind = last(file, Links.of(file).below(file, inference))
    return file.adding({side.new_id(file): _statement(side, **{"in": (inference,)})}, behind)


def add_inference(side: Side, file: MapFile) -> MapFile:
    kind = side.rng.choice(["reason", "reason", "objection"])
    of = side.pick(file.ids(*SENTENCES, *(INFERENCES if kind == "objection" else ())))
    id = side.new_id(file)
    pointer = "for" if kind == "reason" else "against"
    member = _statement(side, **{"in": (id,)})
    new = {id: Table(kind, {pointer: Key(of)}), side.new_id(file, also=(id,)): member}
    return file.adding(new, last(file, Links.of(file).below(file, of)))


def add_conditional(side: Side, file: MapFile) -> MapFile:
    rng = side.rng
    reason = side.pick(file.ids("reason"))
    id = side.new_id(file)
    proposition = side.new_id(file, also=(id,))
    beside = rng.sample(file.ids("statement"), min(1, len(file.ids("statement"))))
    cells: dict[str, object] = {"text": words.sentence(rng)} if rng.random() < 0.3 else {}
    cells |= {"if": words.formula(rng, [proposition, *beside]), "then": target(file.tables[reason]), "in": (reason,)}
    new = {id: Table("conditional", {k: Key(v) for k, v in cells.items()}), proposition: _statement(side)}
    return file.adding(new, last(file, Links.of(file).below(file, reason)))


def add_source(side: Side, file: MapFile) -> MapFile:
    sources = file.ids("source")
    table = Table("source", {"title": Key(words.sentence(side.rng))})
    return file.adding({side.new_id(file): table}, sources[-1] if sources else None)


def add_scenario(side: Side, file: MapFile) -> MapFile:
    suppose = (side.rng.choice(["", "not "]) + side.pick(file.ids(*SENTENCES)),)
    table = Table("scenario", {"title": Key(words.sentence(side.rng)), "suppose": Key(suppose)})
    return file.adding({side.new_id(file): table}, list(file.tables)[-1])


def change_suppose(side: Side, file: MapFile) -> MapFile:
    id = side.pick(file.ids("scenario"))
    suppose = file.tables[id].get("suppose", ())
    if suppose and side.rng.random() < 0.4:
        return file.put(id, "suppose", suppose[1:])
    return file.put(id, "suppose", (*suppose, side.rng.choice(["", "not "]) + side.pick(file.ids(*SENTENCES))))


def change_anchor(side: Side, file: MapFile) -> MapFile:
    rng = side.rng
    id = side.pick(file.ids(*SENTENCES))
    anchors = file.tables[id].get("anchor", ())
    one = words.anchor(rng, side.pick(file.ids("source")))
    changes = [(*anchors, one), anchors[1:] or None, (one, *anchors[1:])]
    return file.put(id, "anchor", rng.choice(changes if anchors else changes[:1]))


def change_formula(side: Side, file: MapFile) -> MapFile:
    rng = side.rng
    if rng.random() < 0.3 or not file.ids("conditional"):
        id = side.pick(file.ids("statement"))
        gone = "means" in file.tables[id].keys and rng.random() < 0.5
        return file.put(id, "means", None if gone else f"not {side.pick(file.ids(*SENTENCES))}")
    id = side.pick(file.ids("conditional"))
    key = rng.choice(["if", "if", "then"])
    old = file.tables[id].get(key)
    ids = re.findall(r"[^\s()]+", re.sub(r"\b(and|or|not)(?=[\s(])", " ", old))
    if rng.random() < 0.3:
        return file.put(id, key, f"({old} )" if rng.random() < 0.5 else f" {old}")
    return file.put(id, key, words.formula(rng, list(dict.fromkeys([*ids, side.pick(file.ids(*SENTENCES))]))))


def rename(side: Side, file: MapFile) -> MapFile:
    old, new = side.pick(file.tables), side.new_id(file)
    mention = re.compile(rf"(?<![^\s()]){re.escape(old)}(?![^\s()])")
    pointers = ("in", "for", "against", "suppose", "main", *FORMULAS)

    def renamed(table: Table) -> Table:
        for key in table.keys:
            value = table.get(key)
            if key in pointers and isinstance(value, str):
                again: object = mention.sub(new, value)
            elif key in pointers:
                again = tuple(mention.sub(new, item) for item in value)
            elif key == "anchor":
                again = tuple(a | {"source": new} if a["source"] == old else a for a in value)
            else:
                continue
            table = table.put(key, again) if again != value else table
        return table

    tables = {new if id == old else id: renamed(table) for id, table in file.tables.items()}
    return replace(file, tables=tables, head=renamed(file.head))


def turn_kind(side: Side, file: MapFile) -> MapFile:
    id = side.pick(id for id in file.ids(*INFERENCES) if file.tables[target(file.tables[id])].kind in SENTENCES)
    table = file.tables[id]
    kind, pointer = ("objection", "against") if table.kind == "reason" else ("reason", "for")
    keys = {pointer if key in ("for", "against") else key: value for key, value in table.keys.items()}
    for key in ("section", "answered"):
        keys.pop(key, None)
    return replace(file, tables=file.tables | {id: replace(table, kind=kind, keys=keys)})
