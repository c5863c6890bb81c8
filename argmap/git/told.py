"""Differences and values in words, for people who know their map by labels and texts."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from argmap.git.cells import PLACE_KEYS, POINTER_KEYS
from argmap.git.differences import Added, Changed, Difference, Moved, Removed, Renamed
from argmap.model import Anchor, ArgumentMap, Inference, Objection, Reason, Sentence, wording
from argmap.model.formula import And, Atom, Not, Or
from argmap.model.formula import write as write_formula

Namer: TypeAlias = Callable[[ArgumentMap, str], str]
_EXCERPT = 48


def named(map: ArgumentMap, id: str) -> str:
    """An entry for people: its label, and the beginning of its sentence."""
    entry = map.entries[id]
    if isinstance(entry, Sentence):
        return f"{map.outline.label(id)} {_excerpt(wording.short(map, id))}"
    if isinstance(entry, Inference):
        return map.outline.label(id)
    return f"{entry.kind} {id}"


def told(difference: Difference, old: ArgumentMap, new: ArgumentMap, name: Namer = named) -> str:
    """One difference in words; labels are those of the new map, for what was removed those of the old.

    `name` says how the entry that it is about is called in it.
    """
    match difference:
        case Added(id):
            return f"added {name(new, id)}{_standing(new, id)}"
        case Removed(id):
            return f"removed {name(old, id)}"
        case Renamed(was, now):
            return f"{name(new, now)} renamed: {was} → {now}"
        case Moved(id):
            return f"{name(new, id)} moved{_behind(new, id)}"
        case Changed(None, key, before, after):
            return f"the map's {key_in_words(key)}: {_from_to(old, new, key, before, after)}"
        case Changed(id, key, before, after):
            return _changed(difference, old, new, name)


def counted(differences: Iterable[Difference]) -> str:
    """How many entries were added, removed, changed and so on: "1 added, 2 changed"."""
    about = {(type(d).__name__.lower(), d.new if isinstance(d, Renamed) else d.id) for d in differences}
    counts = Counter(sort for sort, _ in about)
    return ", ".join(
        f"{counts[sort]} {sort}" for sort in ("added", "removed", "changed", "moved", "renamed") if counts[sort]
    )


def in_words(map: ArgumentMap, key: str, value: Any) -> str:
    """A key's value for people; pointers are told by label."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(in_words(map, key, item) for item in value) or "nothing"
        case str() if key in POINTER_KEYS:
            return map.outline.label(value)
        case str():
            return f"“{value}”"
        case Anchor():
            return f"{value.source} ¶{value.para} “{value.head}…”"
        case Atom() | Not() | And() | Or():
            return write_formula(value)
        case _:
            return str(value)


def _changed(difference: Changed, old: ArgumentMap, new: ArgumentMap, name: Namer) -> str:
    id, key, before, after = difference.id, difference.key, difference.old, difference.new
    assert id is not None
    label = new.outline.label(id)
    if key == "text":
        return f"{label} reworded: {in_words(old, key, before)} → {in_words(new, key, after)}"
    if key in PLACE_KEYS:
        here, there = in_words(old, key, before), in_words(new, key, after)
        if not before:
            return f"{name(new, id)} placed in {there}"
        return f"{name(new, id)} taken out of {here}" if not after else f"{name(new, id)} moved from {here} to {there}"
    if key == "implicit":
        return f"{name(new, id)} {'is now' if after else 'is no longer'} implicit"
    return f"{name(new, id)}: {key_in_words(key)} {_from_to(old, new, key, before, after)}"


def _from_to(old: ArgumentMap, new: ArgumentMap, key: str, before: Any, after: Any) -> str:
    if before is None:
        return f"added: {in_words(new, key, after)}"
    if after is None:
        return f"removed (was {in_words(old, key, before)})"
    return f"{in_words(old, key, before)} → {in_words(new, key, after)}"


def key_in_words(key: str) -> str:
    """A key as people call it."""
    known = {
        "argmap": "format",
        "main": "main conclusions",
        "if": "IF",
        "then": "THEN",
        "in": "place",
        "for": "target",
        "against": "target",
        "sha256": "digest",
    }
    return known.get(key, key.replace("_", " "))


def _standing(map: ArgumentMap, id: str) -> str:
    entry = map.entries[id]
    if isinstance(entry, Reason):
        return f" for {map.outline.label(entry.target)}"
    if isinstance(entry, Objection):
        return f" against {map.outline.label(entry.target)}"
    stands = [map.outline.label(i) for i in entry.stands_in] if isinstance(entry, Sentence) else []
    return f" to {' and '.join(stands)}" if stands else ""


def _behind(map: ArgumentMap, id: str) -> str:
    """Behind which of its siblings an entry stands; nothing where it has none that people see."""
    entry = map.entries[id]
    beside: tuple[str, ...] = ()
    if isinstance(entry, Inference):
        beside = map.links.inferences.get(entry.target, ())
    elif isinstance(entry, Sentence) and entry.stands_in:
        beside = map.links.members.get(entry.stands_in[0], ())
    if len(beside) < 2:
        return " in the file"
    at = beside.index(id)
    return f" behind {map.outline.label(beside[at - 1])}" if at else f" in front of {map.outline.label(beside[1])}"


def _excerpt(text: str) -> str:
    return f"“{text}”" if len(text) <= _EXCERPT else f"“{text[: _EXCERPT - 1].rstrip()}…”"
