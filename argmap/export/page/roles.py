"""What statements, reasons and objections are in the argument, in words."""

from collections.abc import Iterator

from argmap.model import ArgumentMap, Conditional, Objection, Reason
from argmap.source import Fidelity, fidelity

_FIDELITY: dict[Fidelity, str] = {
    "quotation": "quotation",
    "paraphrase": "paraphrase",
    "interpretation": "interpretation, which no passage says",
    "implicit": "implicit, supplied by the reader",
}
_IN_WORDS = {"proposition": "proposition, mentioned but not asserted", "loose": "stands nowhere yet"}


def role(map: ArgumentMap, id: str) -> str:
    """What an entry is: "main conclusion", "conditional premise", "objection to C1", "reason for C2"."""
    label, inference = map.outline.label, map.inference(id)
    if inference is not None:
        if isinstance(inference, Objection):
            aimed = "step " if isinstance(map.entries.get(inference.target), Reason) else ""
            return f"objection to {aimed}{label(inference.target)}"
        return f"reason for {label(inference.target)}"
    objection, suffix = map.outline.opponents.get(id, ("", "."))
    if id in map.outline.mains:
        found = "main conclusion"
    elif not suffix.startswith("."):
        found = _objecting(map, objection)
    else:
        found = map.outline.roles.get(id, "loose")
    told = _IN_WORDS.get(found, found)
    return f"conditional {told}" if isinstance(map.sentence(id), Conditional) else told


def _objecting(map: ArgumentMap, id: str) -> str:
    return role(map, id) if map.is_sole_objection(id) else f"premise of the {role(map, id)}"


def remarks(map: ArgumentMap, id: str) -> Iterator[str]:
    """What else is said of a statement in a word or two: how close it keeps to its text, whose claim it is."""
    entry = map.sentence(id)
    if entry is None:
        return
    kept = fidelity(map, id)
    if kept is not None:
        yield _FIDELITY[kept]
    elif entry.implicit:
        yield _FIDELITY["implicit"]
    if entry.by:
        yield f"claimed by {entry.by}"
