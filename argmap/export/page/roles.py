"""What statements, reasons and objections are in the argument, in words."""

from collections.abc import Iterator

from argmap.model import ArgumentMap, Conditional, Objection
from argmap.source import Fidelity, fidelity

_FIDELITY: dict[Fidelity, str] = {
    "quotation": "quotation",
    "paraphrase": "paraphrase",
    "interpretation": "interpretation, which no passage says",
    "implicit": "implicit, supplied by the reader",
}


def role(map: ArgumentMap, id: str) -> str:
    """What an entry is: "main conclusion", "conditional premise", "objection to C1", "reason for C2"."""
    label, inference = map.outline.label, map.inference(id)
    if inference is not None:
        if isinstance(inference, Objection):
            aimed = "step " if map.inference(inference.target) is not None else ""
            return f"objection to {aimed}{label(inference.target)}"
        return f"reason for {label(inference.target)}"
    entry = map.sentence(id)
    objections = [each for each in (entry.stands_in if entry else ()) if isinstance(map.entries.get(each), Objection)]
    found = map.outline.roles.get(id, "loose")
    if id in map.outline.mains:
        found_words = "main conclusion"
    elif objections:
        found_words = _objecting(map, objections[0])
    else:
        found_words = {"proposition": "proposition, mentioned but not asserted", "loose": "stands nowhere yet"}.get(
            found, found
        )
    return f"conditional {found_words}" if isinstance(entry, Conditional) else found_words


def _objecting(map: ArgumentMap, id: str) -> str:
    sole = len(map.links.members.get(id, ())) == 1
    return role(map, id) if sole else f"premise of the {role(map, id)}"


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
