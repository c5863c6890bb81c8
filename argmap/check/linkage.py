"""The two rules of thumb for the words of one reason: no rabbits out of hats, and holding hands.

What the conclusion speaks of, some premise must speak of; and what a premise speaks of, the conclusion or another
premise must. Asked only where a step is meant to be deductive: it has a conditional or names a rule. Most prose leaves
such links to the reader, and a lone premise always does.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator

from argmap.check.finding import name, problem
from argmap.model import ArgumentMap, Conditional, Problem, Reason
from argmap.model.links import mentioned_by
from argmap.model.wording import sentence
from argmap.source.english.fragments import english
from argmap.source.english.terms import terms

_MOST_NAMED = 3
_MOST_READ = 10_000
"""Sentences, each counted as often as a premise mentions it; a step with more isn't read for this."""


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
    conditionals = [one for one in members if isinstance(map.entries[one], Conditional)]
    return bool(conditionals and _named(map, *conditionals).keys() & _named(map, reason.target).keys())


def _unlinked(map: ArgumentMap, reason: str, target: str, members: tuple[str, ...]) -> Iterator[Problem]:
    if map.sentence(target) is None or target in members:
        return
    named: dict[str, dict[str, None]] = {}
    read = 0
    for id in (target, *members):
        named[id] = _named(map, id)
        read += len(named[id])
        if read > _MOST_READ:
            return
    texts = {id: _texts(map, each) for id, each in named.items()}
    if not english(" ".join(texts.values())):
        return
    found = {id: terms(text) for id, text in texts.items()}
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


def _texts(map: ArgumentMap, named: Iterable[str]) -> str:
    """All words that say what sentences say."""
    parts = []
    for id in named:
        entry = map.sentence(id)
        halves = (entry.if_text, entry.then_text) if isinstance(entry, Conditional) else ()
        parts += [sentence(map, id), *filter(None, halves)]
    return " ".join(parts)


def _named(map: ArgumentMap, *ids: str) -> dict[str, None]:
    """Sentences and all that their formulas mention, perhaps by way of others, in reading order."""
    found, waiting = dict.fromkeys(ids), deque(ids)
    while waiting:
        entry = map.sentence(waiting.popleft())
        new = [one for one in (mentioned_by(entry) if entry is not None else ()) if one not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return found


def _listed(words: list[str]) -> str:
    shown = [f"“{word}”" for word in words[:_MOST_NAMED]]
    if len(words) > _MOST_NAMED:
        shown.append("…")
    return ", ".join(shown)
