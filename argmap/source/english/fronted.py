"""Where a condition that comes first ends, and what holds on it begins: "if A, B"."""

from typing import NamedTuple

from argmap.source.english.clauses import Tokens, clause, finite, main_verb, reporting, strong_subject, subject, word
from argmap.source.english.extents import boundary, commas, complete
from argmap.source.english.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NOMINATIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    listed,
)
from argmap.source.english.verbs import BASES, REPORTING

_INSERTED = RELATIVES | PREPOSITIONS | listed("as such including too however")
_NO_SUBJECT_AFTER = PREPOSITIONS | COORDINATORS | REPORTING | RELATIVES | SUBORDINATORS
_NO_THEN_AFTER = listed("by since and until")
_LONGEST_MEMBER = 6
_LONGEST_SUBJECT = 8
_ARTICLES = listed("the a an this these those his her our its their my your no every each most some nobody")


class Split(NamedTuple):
    """The index where the condition ends, and the one where what holds begins."""

    end: int
    start: int


class _Front(NamedTuple):
    """Tokens from a condition's first to the end of what may hold on it, with the commas among them.

    `phrase`: the condition is a noun phrase, not a clause.
    """

    tokens: Tokens
    first: int
    end: int
    phrase: bool
    marks: list[int]

    def after(self, n: int) -> tuple[int, int]:
        """The indices between which the words after a comma stand, up to the next comma."""
        return self.marks[n] + 1, self.marks[n + 1] if n + 1 < len(self.marks) else self.end


def fronted(tokens: Tokens, first: int, end: int, phrase: bool) -> Split | None:
    """Where a condition splits from what holds on it, or None where nothing is said to hold.

    `phrase`: the condition is a noun phrase, not a clause.
    """
    front = _Front(tokens, first, end, phrase, commas(tokens, first, end))
    told = _at_then(front)
    if told is not None:
        return told
    found = next((n for n in range(len(front.marks)) if _divides(front, n)), None)
    unmarked = _unmarked(front) or (_before_noun(front) if phrase else None)
    if found is None:
        if phrase and unmarked is not None:
            return unmarked
        return _command(front) or unmarked or _before_noun(front) or _only_comma(front) or _between_nouns(front)
    if unmarked is not None and unmarked.end < front.marks[found] and not _subject_after(front, found):
        return unmarked
    if reporting(tokens, *front.after(found)) and found + 1 < len(front.marks) and _main(front, found + 1):
        return Split(front.marks[found], front.marks[found + 1] + 1)
    found = _before_subjects(front, _after_conditions(front, found))
    return Split(front.marks[found], front.marks[found] + 1)


def _at_then(front: _Front) -> Split | None:
    tokens = front.tokens
    for at in range(front.first + 1, front.end - 1):
        if word(tokens, at) == "then" and word(tokens, at - 1) not in _NO_THEN_AFTER:
            before = at - 1 if tokens[at - 1].text == "," else at
            if before == at and not subject(tokens, at + 1):
                continue
            whole = complete(tokens, front.first, before, front.phrase)
            return Split(before, at + 1) if whole and clause(tokens, at + 1, front.end) is not None else None
    return None


def _divides(front: _Front, n: int) -> bool:
    """Whether a comma divides a condition from a main clause; before one that is sure a verb need not be known."""
    tokens, first, mark = front.tokens, front.first, front.marks[n]
    if complete(tokens, first, mark, front.phrase):
        return _main(front, n)
    start, stop = front.after(n)
    if n > 0 or mark - first < 3 or word(tokens, first) in PREPOSITIONS | {"not", "only", "any"}:
        return False
    verb = clause(tokens, start, stop) if subject(tokens, start) else None
    return verb is not None and (word(tokens, verb) in AUXILIARIES or "'" in word(tokens, verb))


def _main(front: _Front, n: int) -> bool:
    """Whether a main clause begins after a comma: its verb comes before the next comma, or after an insertion."""
    tokens, (start, stop) = front.tokens, front.after(n)
    if word(tokens, start) in PREPOSITIONS and word(tokens, start + 1) in RELATIVES | SUBORDINATORS:
        return False
    if clause(tokens, start, stop) is not None:
        return True
    this = word(tokens, start)
    if this in COORDINATORS or this in RELATIVES or this in ("as", "that") or start >= stop or finite(tokens, start):
        return False
    if n + 2 >= len(front.marks) or word(tokens, front.marks[n + 1] + 1) not in _INSERTED:
        return False
    at, stop = front.after(n + 2)
    while at < stop and (word(tokens, at) in ADVERBS or word(tokens, at).endswith("ly")):
        at += 1
    return at < stop and finite(tokens, at)


def _subject_after(front: _Front, n: int) -> bool:
    """Whether a subject begins after a comma, or after adverbs there."""
    at, stop = front.after(n)
    while at + 1 < stop and word(front.tokens, at) in ADVERBS:
        at += 1
    return subject(front.tokens, at)


def _after_conditions(front: _Front, found: int) -> int:
    """The comma after a list of conditions: "if A, B, and C, D"."""
    tokens, last = front.tokens, found + 2
    if last >= len(front.marks) or word(tokens, front.marks[found + 1] + 1) not in ("and", "or"):
        return found
    sure = clause(tokens, *front.after(found))
    if sure is not None and word(tokens, sure) in ("will", "would"):
        return found
    start, stop = front.after(found + 1)
    member = main_verb(tokens, start + 1, stop)
    start, stop = front.after(last)
    follows = word(tokens, start) not in SUBORDINATORS and clause(tokens, start, stop) is not None
    return last if member is not None and follows and not reporting(tokens, start, stop) else found


def _before_subjects(front: _Front, found: int) -> int:
    """The comma before a subject that is a list: "the shop, the pub and the bakery will close"."""
    tokens, marks = front.tokens, front.marks
    verb = clause(tokens, *front.after(found))
    if verb is None or not any(word(tokens, at) == "and" for at in range(marks[found] + 1, verb)):
        return found
    while found > 0 and marks[found] - marks[found - 1] <= _LONGEST_MEMBER and subject(tokens, marks[found - 1] + 1):
        inner = range(marks[found - 1] + 1, marks[found])
        if any(finite(tokens, at) or word(tokens, at) in RELATIVES for at in inner):
            break
        if not complete(tokens, front.first, marks[found - 1], front.phrase):
            break
        found -= 1
    return found


def _unmarked(front: _Front) -> Split | None:
    """Before a pronoun and its verb, without a comma: "if it rains we stay"."""
    tokens = front.tokens
    for at in range(front.first + 2, front.end):
        begins = word(tokens, at).partition("'")[0] in NOMINATIVES and strong_subject(tokens, at, front.end)
        if begins and word(tokens, at - 1) not in _NO_SUBJECT_AFTER and complete(tokens, front.first, at, front.phrase):
            return Split(at, at)
    return None


def _before_noun(front: _Front) -> Split | None:
    """Before a noun and a sure verb, without a comma: "if the rain stops the match will go on"."""
    tokens = front.tokens
    for at in range(front.first + 2, front.end):
        before = word(tokens, at - 1)
        if word(tokens, at) not in _ARTICLES or not before or before in _NO_SUBJECT_AFTER | DETERMINERS:
            continue
        if finite(tokens, at - 1) or not complete(tokens, front.first, at, front.phrase):
            continue
        verb = clause(tokens, at, front.end)
        if verb is not None and word(tokens, verb) in AUXILIARIES:
            return Split(at, at)
    return None


def _command(front: _Front) -> Split | None:
    """Before a command: "if it rains, stay"."""
    for at in front.marks:
        if word(front.tokens, at + 1) in BASES and complete(front.tokens, front.first, at, front.phrase):
            return Split(at, at + 1)
    return None


def _only_comma(front: _Front) -> Split | None:
    """At the only comma, if a subject with more words follows: its verb is one that isn't known."""
    if len(front.marks) != 1 or front.end - front.marks[0] < 3 or not subject(front.tokens, front.marks[0] + 1):
        return None
    at = front.marks[0]
    return Split(at, at + 1) if complete(front.tokens, front.first, at, front.phrase) else None


def _between_nouns(front: _Front) -> Split | None:
    """Before an article, without a comma, if a noun stands before it and a verb that helps soon after it."""
    tokens = front.tokens
    for at in range(front.first + 2, front.end - 2):
        before = word(tokens, at - 1)
        if word(tokens, at) not in _ARTICLES or not before or before in _NO_SUBJECT_AFTER or before in _ARTICLES:
            continue
        verb = clause(tokens, at, min(at + _LONGEST_SUBJECT, boundary(tokens, at, front.end)))
        helps = verb is not None and word(tokens, verb) in MODALS and not finite(tokens, at - 1)
        if helps and complete(tokens, front.first, at, front.phrase):
            return Split(at, at)
    return None
