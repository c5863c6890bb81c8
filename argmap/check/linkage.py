"""The two rules of thumb for the words of one reason: no rabbits out of hats, and holding hands.

What the conclusion speaks of, some premise must speak of; and what a premise speaks of, the conclusion or another
premise must. Asked only where a step is meant to be deductive: it has a conditional or names a rule. Most prose leaves
such links to the reader, and a lone premise always does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from argmap.check.finding import name, problem
from argmap.model import ArgumentMap, Conditional, Problem, Reason
from argmap.model.links import mentioned_by
from argmap.model.wording import sentence
from argmap.source.english.fragments import english
from argmap.source.english.terms import terms

_MOST_NAMED = 3


def linkage(map: ArgumentMap, ids: Iterable[str]) -> Iterator[Problem]:
    """The W107 and W108 of those of these ids that are reasons: at most one of each."""
    for id in ids:
        entry = map.entries[id]
        members = map.links.members.get(id, ())
        if isinstance(entry, Reason) and len(members) > 1 and _deductive(map, entry, members):
            yield from _unlinked(map, id, entry.target, members)


def _deductive(map: ArgumentMap, reason: Reason, members: tuple[str, ...]) -> bool:
    if reason.rule is not None:
        return reason.rule.strip().lower() != "none"
    about = _named(map, reason.target).keys()
    return any(isinstance(map.entries[one], Conditional) and _named(map, one).keys() & about for one in members)


def _unlinked(map: ArgumentMap, reason: str, target: str, members: tuple[str, ...]) -> Iterator[Problem]:
    if map.sentence(target) is None or target in members:
        return
    texts = {id: _texts(map, id) for id in (target, *members)}
    if not english(" ".join(texts.values())):
        return
    found = {id: terms(text) for id, text in texts.items()}
    named = {id: _named(map, id) for id in texts}
    holding = Counter(stem for stems in found.values() for stem in stems)
    naming = Counter(one for each in named.values() for one in each)

    def lone(id: str) -> list[str]:
        """The significant words of a sentence that no other has; none where a formula ties it to another."""
        if any(naming[one] > 1 for one in named[id]):
            return []
        return [word for stem, word in found[id].items() if holding[stem] == 1]

    rabbits = lone(target)
    if rabbits:
        message = f"{name(map, reason)}: {map.outline.label(target)} speaks of {_listed(rabbits)}, no premise does"
        yield problem(
            "W107", reason, message, "add the premise that brings it in, or use the same word for the same thing"
        )
    loose = {member: words for member in members if (words := lone(member))}
    if loose:
        said = "; ".join(f"{map.outline.label(member)} of {_listed(words)}" for member, words in loose.items())
        message = f"{name(map, reason)}: {said}: nothing else in this step speaks of that"
        yield problem("W108", reason, message, "link it by another premise, or use the same word for the same thing")


def _texts(map: ArgumentMap, id: str) -> str:
    """All words that say what a sentence says: its own, and those of what its formulas mention."""
    parts = []
    for named in _named(map, id):
        entry = map.sentence(named)
        halves = (entry.if_text, entry.then_text) if isinstance(entry, Conditional) else ()
        parts += [sentence(map, named), *filter(None, halves)]
    return " ".join(parts)


def _named(map: ArgumentMap, id: str) -> dict[str, None]:
    """A sentence and all that its formulas mention, perhaps by way of others, in reading order."""
    found, waiting = {id: None}, [id]
    while waiting:
        entry = map.sentence(waiting.pop(0))
        new = [one for one in (mentioned_by(entry) if entry is not None else ()) if one not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return found


def _listed(words: list[str]) -> str:
    shown = [f"“{word}”" for word in words[:_MOST_NAMED]]
    if len(words) > _MOST_NAMED:
        shown.append("…")
    return ", ".join(shown)
