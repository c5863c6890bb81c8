"""Which key does what: the action table, a preset over it, and the user's own keys over both.

A key that a user gives to an action is taken from the action that has it, as long as that one keeps
another key or is given keys of its own; else it is refused. So no action ever loses its last key
unless the user says so with an empty list, and the essential ones not even then.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.tui.actions import ACTIONS, BY_ID, Action, Where
from argmap.tui.key_names import KeyRefused, key_of, shown, spoken
from argmap.tui.presets import PRESETS
from argmap.workspace.config import did_you_mean

Keys = Mapping[str, tuple[str, ...]]
"""Key names by action id, the main key first."""

ESSENTIAL = frozenset({"quit", "save", "help", "palette", "commit", "abandon", "maps-open", "maps-help", "maps-quit"})
"""The actions that always keep a key which every terminal sends."""

_LISTS = frozenset({"up", "down", "home", "end", "pageup", "pagedown"})
_FIELDS = frozenset(
    {"backspace", "delete", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "space"}
    | {f"ctrl+{key}" for key in (*"acdekuvwxyz", "left", "right")}
    | {f"shift+{key}" for key in ("up", "down", "left", "right", "home", "end")}
)
_NEEDED: Mapping[Where, tuple[frozenset[str], str]] = {
    "map": (_LISTS | {"enter"}, "the lists in the panes"),
    "maps": (_LISTS, "the list of maps"),
    "text": (_FIELDS, "text fields"),
}


class Complaint(NamedTuple):
    """What is wrong with the keys a user gave to an action, and what happens instead."""

    id: str
    message: str


@dataclass(frozen=True)
class Keymap:
    """The keys in force, by action id; every text that names a key asks here.

    `ascii` writes them without signs such as ⏎.
    """

    keys: Keys = field(default_factory=lambda: preset_keys("default"))
    ascii: bool = False

    def of(self, id: str) -> tuple[str, ...]:
        """The keys of an action, the main one first; it may have none."""
        return self.keys.get(id, ())

    def shown(self, id: str) -> str:
        """An action's main key, or how else it is reached, as a sentence says it."""
        keys = self.of(id)
        if keys:
            return spoken(keys[0])
        action = BY_ID[id]
        return f"“{action.group}: {action.verb}” in {spoken(self.of('palette')[0])}"

    def written(self, id: str) -> tuple[str, ...]:
        """All keys of an action as tables and footers write them."""
        return tuple((spoken if self.ascii else shown)(key) for key in self.of(id))

    def shadowed(self, where: Where) -> frozenset[str]:
        """What acts anywhere but in the diagram or the source (`where`), where its key does something else."""
        taken = {key for action in ACTIONS if action.where == where for key in self.of(action.id)}
        return frozenset(a.id for a in ACTIONS if a.where == "map" and taken & set(self.of(a.id)))

    def footer(self, where: tuple[Where, ...]) -> Iterator[tuple[str, str]]:
        """Key and word of each action that stands in the footer there, in the table's order."""
        for action in ACTIONS:
            if action.footer and action.where in where and self.of(action.id):
                yield self.written(action.id)[0], action.footer


def preset_keys(name: str) -> Keys:
    """The keys of a preset; what it gives to one action no other one keeps in the same place."""
    preset = PRESETS[name]
    return {a.id: preset[a.id] if a.id in preset else _left(a, a.keys, preset) for a in ACTIONS}


def resolve(
    asked: Mapping[str, Sequence[str]], preset: str = "default", ascii: bool = False
) -> tuple[Keymap, list[Complaint]]:
    """The keys in force when a user asks for keys over a preset's, and what is wrong with those asked for.

    `asked` maps action ids to keys as people write them; an empty sequence leaves an action without any.
    `ascii` is the keymap's.
    """
    base = preset_keys(preset)
    complaints: list[Complaint] = []
    hint = "`argmap config --keys` lists them"
    wanted: dict[str, tuple[str, ...]] = {}
    for id, keys in asked.items():
        if id not in BY_ID:
            complaints.append(Complaint(id, f"there is no action {id}; {did_you_mean(id, BY_ID) or hint}"))
            continue
        wanted[id] = tuple(_readable(BY_ID[id], keys, complaints))
        if not wanted[id] and (keys or id in ESSENTIAL):
            if not keys:
                complaints.append(Complaint(id, f"{_named(BY_ID[id])} can't be left without a key"))
            del wanted[id]
    while (refused := _clash(wanted, base)) is not None:
        id, key, complaint = refused
        complaints.append(Complaint(id, complaint))
        wanted[id] = tuple(k for k in wanted[id] if k != key)
        if not wanted[id] or (id in ESSENTIAL and _alt_only(wanted[id])):
            del wanted[id]
    resolved = {a.id: wanted[a.id] if a.id in wanted else _left(a, base[a.id], wanted) for a in ACTIONS}
    return Keymap(resolved, ascii), complaints


def together(one: Where, other: Where) -> bool:
    """Whether keys of two places can be asked for at the same time, so that they must differ."""
    both = {one, other}
    return (
        one == other
        or both == {"scroll", "diagram"}
        or ("map" in both and not both & {"text", "maps", "diagram", "source"})
    )


def _readable(action: Action, keys: Sequence[str], complaints: list[Complaint]) -> Iterator[str]:
    """The keys that terminals send and that the action's place leaves free, each once."""
    read: list[str] = []
    for written in keys:
        try:
            key = key_of(written)
            needed, by = _NEEDED.get(action.where, (frozenset(), ""))
            if key in needed or (action.where == "text" and len(key) == 1):
                raise KeyRefused(f"{by} need {spoken(key)}")
        except KeyRefused as refusal:
            complaints.append(Complaint(action.id, f"{_named(action)} can't have this key: {refusal}"))
        else:
            read.append(key)
    if action.id in ESSENTIAL and read and all(key.startswith("alt+") for key in read):
        complaints.append(Complaint(action.id, f"{_named(action)} needs a key without Alt: some terminals keep those"))
        return
    yield from dict.fromkeys(read)


def _clash(wanted: Keys, base: Keys) -> tuple[str, str, str] | None:
    """The first key that can't be had: the action asked for, the key, and why."""
    pairs = [(id, key) for id, keys in wanted.items() for key in keys]
    for at, (id, key) in enumerate(pairs):
        for other, same in pairs[:at]:
            if key == same and together(BY_ID[id].where, BY_ID[other].where):
                return id, key, f"{spoken(key)} is given to {_named(BY_ID[other])} and {_named(BY_ID[id])}: keep one"
    for holder, keys in base.items():
        left = _left(BY_ID[holder], keys, wanted)
        lost = [key for key in keys if key not in left]
        if holder not in wanted and lost and (not left or (holder in ESSENTIAL and _alt_only(left))):
            key = lost[-1]
            id = next(id for id, k in pairs if k == key and together(BY_ID[id].where, BY_ID[holder].where))
            return (
                id,
                key,
                (
                    f"{spoken(key)} is the only key of {_named(BY_ID[holder])}, so {_named(BY_ID[id])} can't have it: "
                    f"give {holder} another key too"
                ),
            )
    return None


def _left(action: Action, keys: Sequence[str], taken: Keys) -> tuple[str, ...]:
    """The keys that an action keeps when others have taken theirs."""
    gone = {
        key
        for id, others in taken.items()
        if id != action.id and together(BY_ID[id].where, action.where)
        for key in others
    }
    return tuple(key for key in keys if key not in gone)


def _alt_only(keys: Sequence[str]) -> bool:
    return all(key.startswith("alt+") for key in keys)


def _named(action: Action) -> str:
    return f"“{action.verb}” ({action.id})"
