"""Which shape each reason and objection takes in Argdown."""

from collections.abc import Mapping

from argmap.edit.ids import inference_id
from argmap.model import ArgumentMap, Inference, Objection, Reason, Sentence

_NOWHERE = ArgumentMap()


def set_aside(map: ArgumentMap) -> dict[str, str]:
    """The reasons and objections that Argdown has no place for, by id, each with why.

    An argument of Argdown has a premise, and bears on something that is there.
    """
    aside: dict[str, str] = {}
    waiting: list[str] = []

    def put(id: str, why: str) -> None:
        aside[id] = why
        waiting.append(id)

    for id, entry in map.entries.items():
        if not isinstance(entry, Inference):
            continue
        target = map.entries.get(entry.target)
        if id not in map.links.members:
            put(id, "nothing stands in it")
        elif not isinstance(target, Sentence | Inference):
            put(id, f"it bears on {entry.target!r}, which isn't there")
        elif isinstance(target, Inference) and isinstance(entry, Reason):
            put(id, f"it is a reason for {entry.target!r}, which is no statement")
    while waiting:
        above = waiting.pop()
        for id in map.links.inferences.get(above, ()):
            if id not in aside:
                put(id, f"it bears on {above!r}, for which Argdown has no place")
    return aside


def nested(map: ArgumentMap, aside: Mapping[str, str]) -> dict[str, str]:
    """The inferences that need no argument, by id, each with its only member, which is written below the target.

    Their ids are those that whoever reads them makes, and they have no fields of their own.
    """
    found: dict[str, str] = {}
    for id, entry in map.entries.items():
        if not isinstance(entry, Inference) or id in aside or id in map.links.inferences:
            continue
        members = map.links.members[id]
        bare = type(entry)(target=entry.target) == entry
        prefix = "but" if isinstance(entry, Objection) else "because"
        alone = len(members) == 1 and members[0] != entry.target
        if alone and bare and inference_id(_NOWHERE, prefix, members[0]) == id:
            found[id] = members[0]
    return found
