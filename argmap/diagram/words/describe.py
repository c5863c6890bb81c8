"""A figure in words, for people who cannot see it."""

from collections import Counter
from collections.abc import Sequence

from argmap.diagram.marks import NO_MARK, NO_MARKS, Marks
from argmap.diagram.text import first_words, in_quotes, visible
from argmap.logic.words import listed
from argmap.model import ArgumentMap, Objection, Reason, wording
from argmap.source import Fidelity, fidelity

_DRAWN = "■□●○×▼+−~→ "
_LONGEST_ALT, _LONGEST_TITLE, _LONGEST_SIGNS = 244, 60, 30


def description(map: ArgumentMap) -> str:
    """One or two sentences about a map's structure, with which a long description begins."""
    counts = ", ".join(_counts(map))
    if drawn := _drawn(map):
        counts = f"{counts}. Drawn from a text: {drawn}"
    mains = [visible(wording.sentence(map, id)) for id in map.outline.mains]
    if not mains:
        return f"Argument map: {counts}."
    named = "Main conclusion" if len(mains) == 1 else "Main conclusions"
    return f"Argument map: {counts}. {named}: {' '.join(mains[:5])}"


def alt(map: ArgumentMap, marks: Marks = NO_MARKS) -> str:
    """One sentence of fewer than 250 characters that takes the figure's place where there is no room for more.

    It names the figure, counts what is in it, and tells the first main conclusion with what the `marks` say of it; what
    is too long is cut.
    """
    title = first_words(marks.title or map.title or "", _LONGEST_TITLE)
    named = f"Argument map {in_quotes(title)}" if title else "Argument map"
    told = f"{named}: {listed(_counts(map))}"
    if not map.outline.mains:
        return f"{told}."
    first, *others = map.outline.mains
    more = f" and {_count(len(others), 'other')}" if others else ""
    signs = first_words(spoken(marks.boxes.get((first, None), NO_MARK).signs), _LONGEST_SIGNS)
    told = f"{told}; main conclusion{f' ({signs})' if signs else ''}{more}: "
    main = first_words(wording.short(map, first), _LONGEST_ALT - len(told))
    return f"{told}{in_quotes(main.removesuffix('.'))}."


def spoken(signs: Sequence[str]) -> str:
    """The signs of a mark in words alone, to be read aloud."""
    return ", ".join(visible(sign).lstrip(_DRAWN).replace(" (", ", ").removesuffix(")") for sign in signs)


def _counts(map: ArgumentMap) -> list[str]:
    letters = [label[0] for label in map.outline.labels.values()]
    return [
        _count(letters.count("C"), "conclusion"),
        _count(letters.count("P"), "premise"),
        _count(sum(isinstance(entry, Reason) for entry in map.entries.values()), "reason"),
        _count(sum(isinstance(entry, Objection) for entry in map.entries.values()), "objection"),
    ]


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
