"""Random changes of what a map file says to its reader only: comments and blank lines."""

import random
from dataclasses import replace

from tests.git import random_words as words
from tests.git.map_files import Key, Lines, MapFile, Table, toml
from tests.git.random_edits import Side


def change(side: Side, file: MapFile) -> MapFile:
    """Add, change or remove a comment, or change the space in front of a table."""
    rng = side.rng
    roll = rng.random()
    if roll < 0.05:
        return replace(file, tail=_other(rng, file.tail, ("", words.comment(rng))))
    if roll < 0.1:
        return replace(file, head=_in_table(rng, file.head))
    id = side.pick(file.tables)
    return replace(file, tables=file.tables | {id: _in_table(rng, file.tables[id])})


def _in_table(rng: random.Random, table: Table) -> Table:
    roll = rng.random()
    if roll < 0.25:
        return replace(table, touching=_other(rng, table.touching, (words.comment(rng),)))
    if roll < 0.35 and table.kind:
        return replace(table, behind="" if table.behind and rng.random() < 0.5 else " " + words.comment(rng))
    if roll < 0.55 and table.kind:
        space = ("", words.comment(rng), "")
        return replace(table, space=rng.choice([space, space, ("",), ("", "")]))
    if not table.keys:
        return replace(table, touching=(words.comment(rng),))
    name = rng.choice(list(table.keys))
    return replace(table, keys={**table.keys, name: _at_key(rng, table.keys[name])})


def _at_key(rng: random.Random, key: Key) -> Key:
    if key.spread and key.value and rng.random() < 0.5:
        item = toml(rng.choice(key.value))
        return replace(key, noted={**key.noted, item: " " + words.comment(rng)})
    if rng.random() < 0.5:
        return replace(key, above=_other(rng, key.above, (words.comment(rng),)))
    return replace(key, behind="" if key.behind and rng.random() < 0.5 else "  " + words.comment(rng))


def _other(rng: random.Random, old: Lines, new: Lines) -> Lines:
    return () if old and rng.random() < 0.4 else new
