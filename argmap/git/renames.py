"""Renamed ids: found by what stays the same, and mapped before maps are compared."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from argmap.format import follow
from argmap.format.emit import cells
from argmap.git.cells import Cells
from argmap.git.map_file import MapFile
from argmap.model import ArgumentMap, Entry, Inference, Sentence

_MOST = 40
_Signature = tuple[str, tuple[tuple[str, str], ...], frozenset[str]]


def renamings(old: ArgumentMap, new: ArgumentMap, taken: Collection[str] = ()) -> dict[str, str]:
    """The ids of the old map that have another name in the new one.

    Sentences are known by a text that nothing else of their kind has; what has no text by all that its table says,
    reasons and objections by their members, too. No id becomes one of `taken`. With more than 40 that are known by
    their text alone, none is told: such a map was written anew.
    """
    gone = [id for id in old.entries if id not in new.entries]
    come = [id for id in new.entries if id not in old.entries and id not in taken]
    if not gone or not come:
        return {}
    from argmap.edit.ids import is_id

    found = _by_text(old, gone, new, come)
    if len(found) > _MOST:
        return {}
    while len(found) <= _MOST:
        more = _by_table(old, [id for id in gone if id not in found], new, come, found)
        if not more:
            break
        found |= more
    return {was: now for was, now in found.items() if is_id(now)}


def both_renamings(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> tuple[dict[str, str], dict[str, str]]:
    """The renamings of two sides; none to an id that is another entry's on the other side."""
    mine, other = renamings(base, ours), renamings(base, theirs)

    def clashing(names: Mapping[str, str], map: ArgumentMap, across: Mapping[str, str]) -> set[str]:
        return {now for was, now in names.items() if now in map.entries and across.get(was) != now}

    barred = clashing(mine, theirs, other), clashing(other, ours, mine)
    if any(barred):
        mine, other = renamings(base, ours, barred[0]), renamings(base, theirs, barred[1])
    return mine, other


def renamed(map: ArgumentMap, names: Mapping[str, str]) -> ArgumentMap:
    """A map with other ids; raises EditRefused for one that is taken."""
    if names:
        from argmap.edit import rename
    for was, now in names.items():
        if was in map.entries:
            map, _ = rename(map, was, now)
    return map


def renamed_file(file: MapFile, names: Mapping[str, str]) -> MapFile:
    """A map and its file with other ids; raises EditRefused for one that is taken."""
    map, document = file.map, file.document
    if names:
        from argmap.edit import rename
    for was, now in names.items():
        if was in map.entries:
            new, change = rename(map, was, now)
            document = follow(document, map, new, change.touched, change.renamed)
            map = new
    return MapFile(map, document)


def _by_text(old: ArgumentMap, gone: Iterable[str], new: ArgumentMap, come: Iterable[str]) -> dict[str, str]:
    were, are = _worded(old, gone), _worded(new, come)
    return {was: are[words] for words, was in were.items() if words in are}


def _worded(map: ArgumentMap, ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """Of these sentences, those by kind and text whose text is in the map once."""
    texts = {id: (entry.kind, text) for id, entry in map.sentences() if (text := getattr(entry, "text", None))}
    counted = Counter(texts.values())
    return {texts[id]: id for id in ids if id in texts and counted[texts[id]] == 1}


def _by_table(
    old: ArgumentMap, gone: Iterable[str], new: ArgumentMap, come: Iterable[str], known: Mapping[str, str]
) -> dict[str, str]:
    were = _signatures(old, gone, known)
    are = _signatures(new, (id for id in come if id not in known.values()), {})
    return {was: are[what] for what, was in were.items() if what in are}


def _signatures(map: ArgumentMap, ids: Iterable[str], names: Mapping[str, str]) -> dict[_Signature, str]:
    """What tells entries without a text apart, under the names known so far; those that are alike are left out."""
    found: dict[_Signature, list[str]] = {}
    for id in ids:
        entry = map.entries[id]
        members = frozenset(names.get(each, each) for each in map.links.members.get(id, ()))
        if (isinstance(entry, Sentence) and getattr(entry, "text", None)) or (
            isinstance(entry, Inference) and not members
        ):
            continue
        held: Cells = cells(_under(entry, names))
        what = entry.kind, tuple((key, repr(value)) for key, value in held.items()), members
        found.setdefault(what, []).append(id)
    return {what: same[0] for what, same in found.items() if len(same) == 1}


def _under(entry: Entry, names: Mapping[str, str]) -> Entry:
    from argmap.edit.mentions import renamed_mentions

    fields = renamed_mentions(entry, lambda id: names.get(id, id))
    return entry.model_copy(update=fields) if fields else entry
