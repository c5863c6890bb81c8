"""A figure in words, for people who cannot see it."""

from argmap.diagram.text import visible
from argmap.model import ArgumentMap, Objection, Reason, wording


def description(map: ArgumentMap) -> str:
    """One or two sentences about a map's structure."""
    letters = [label[0] for label in map.outline.labels.values()]
    reasons = sum(isinstance(entry, Reason) for entry in map.entries.values())
    objections = sum(isinstance(entry, Objection) for entry in map.entries.values())
    counts = ", ".join(
        [
            _count(letters.count("C"), "conclusion"),
            _count(letters.count("P"), "premise"),
            _count(reasons, "reason"),
            _count(objections, "objection"),
        ]
    )
    mains = [visible(wording.sentence(map, id)) for id in map.outline.mains]
    if not mains:
        return f"Argument map: {counts}."
    named = "Main conclusion" if len(mains) == 1 else "Main conclusions"
    return f"Argument map: {counts}. {named}: {' '.join(mains[:5])}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
