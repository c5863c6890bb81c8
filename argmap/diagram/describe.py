"""A figure in words, for people who cannot see it."""

from collections import Counter

from argmap.diagram.text import visible
from argmap.model import ArgumentMap, Objection, Reason, wording
from argmap.source import Fidelity, fidelity


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
    if drawn := _drawn(map):
        counts = f"{counts}. Drawn from a text: {drawn}"
    mains = [visible(wording.sentence(map, id)) for id in map.outline.mains]
    if not mains:
        return f"Argument map: {counts}."
    named = "Main conclusion" if len(mains) == 1 else "Main conclusions"
    return f"Argument map: {counts}. {named}: {' '.join(mains[:5])}"


def _drawn(map: ArgumentMap) -> str:
    """How many of the statements keep how close to their text; nothing in a map that names none."""
    asserted = (id for id, label in map.outline.labels.items() if label[0] not in "RQ" and map.sentence(id) is not None)
    found = Counter(fidelity(map, id) for id in asserted)
    kinds: tuple[tuple[Fidelity, str], ...] = (
        ("quotation", "quotation"),
        ("paraphrase", "paraphrase"),
        ("interpretation", "interpretation"),
        ("implicit", "implicit statement"),
    )
    return ", ".join(_count(found[kind], word) for kind, word in kinds if found[kind])


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
