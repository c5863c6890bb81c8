"""Splitting a conditional at its connective into the condition and what holds on it.

All functions work on the tokens of one lane between two indices, and look at each token a bounded number of times.
"""

from collections.abc import Sequence

from argmap.source.clauses import Tokens, clause, finite, main_verb, reporting, strong_subject, word
from argmap.source.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BASES,
    COORDINATORS,
    MODALS,
    DETERMINERS,
    NOMINATIVES,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    THIRDS,
)

FAR = 120
"""The most tokens that a half may have."""

_BREAKS = frozenset("but yet though although whereas because since while as for so whether".split())
SUBORDINATE = frozenset("once after before when because although though while whereas since as".split())
_SUBORDINATING = frozenset("that because although though while whereas since".split())
OPENERS = ADVERBS | COORDINATORS | _SUBORDINATING | frozenset("for then well say thus".split())
_PHRASES = (
    "for example",
    "for instance",
    "in short",
    "in other words",
    "of course",
    "in fact",
    "after all",
    "to be sure",
    "on the other hand",
    "at the same time",
    "by the same token",
    "in general",
    "in particular",
    "above all",
    "at least",
    "as a result",
)
JOINING = frozenset(
    "however therefore thus hence moreover furthermore nevertheless nonetheless consequently accordingly besides indeed "
    "admittedly granted naturally certainly surely".split()
)
"""Adverbs that join a sentence to the one before."""

_BARE = PARTICIPLES | frozenset(
    "true false right correct wrong successful left unchecked untreated alone sustained real accurate elected".split()
)
_FOCUS = frozenset("particularly especially even only but and or not least all except mainly chiefly above at".split())


def boundary(tokens: Tokens, first: int, end: int) -> int:
    """The first sign in a range that divides clauses, or its end."""
    end = min(end, first + FAR)
    return next((at for at in range(first, end) if tokens[at].boundary), end)


def complete(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words can be a condition: they have a verb, or leave it out, as "if adopted" does."""
    return main_verb(tokens, first, end) is not None or elliptical(tokens, first, end) or _perhaps(tokens, first, end)


def _perhaps(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a verb that isn't known may stand among words after a subject."""
    if end - first < 3 or word(tokens, first) in ("not", "only") or word(tokens, first) in PREPOSITIONS:
        return False
    for at in range(first + 1, end):
        this, before = word(tokens, at), word(tokens, at - 1)
        if before in DETERMINERS or before in PREPOSITIONS or before in ("to", "and", "or", ""):
            continue
        if this in BASES or this in THIRDS or (this.endswith("s") and len(this) > 3 and not this.endswith(("ss", "us", "is"))):
            return True
    return False


def nominal(tokens: Tokens, at: int) -> bool:
    """Whether a subject seems to begin at an index."""
    this = word(tokens, at)
    if not this or this in AUXILIARIES or this in ADVERBS or this in PREPOSITIONS:
        return False
    plural = this.endswith("s") and not this.endswith(("ss", "us", "is"))
    return this in NOMINATIVES or this in DETERMINERS or this in PRONOUNS or tokens[at].capital or plural


def elliptical(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a condition leaves out its subject and its verb: "if adopted", "if left alone"."""
    at = first
    while at < end and word(tokens, at) in ADVERBS:
        at += 1
    this = word(tokens, at) if at < end else ""
    return this in _BARE or (this.endswith("ed") and len(this) > 4 and this not in ("need", "indeed", "needed"))


def opens(tokens: Tokens, first: int, end: int, phrases_only: bool = False) -> int:
    """Where a range goes on after words that only join it to what stands before."""
    while first < end:
        text = " ".join(word(tokens, at) for at in range(first, min(first + 5, end)))
        phrase = next((phrase for phrase in _PHRASES if text == phrase or text.startswith(phrase + " ")), None)
        this = word(tokens, first)
        if phrase is not None:
            first += len(phrase.split())
        elif tokens[first].text == "," or this in JOINING:
            first += 1
        elif phrases_only:
            break
        elif this in COORDINATORS or this in ("then", "well"):
            first += 1
        elif this in ADVERBS and (first + 1 >= end or tokens[first + 1].text == ","):
            first += 1
        else:
            break
    return first


def commas(tokens: Tokens, first: int, end: int) -> list[int]:
    return [at for at in range(first, end) if tokens[at].text == ","]


def fronted(tokens: Tokens, first: int, end: int, phrase: bool) -> tuple[int, int] | None:
    """Where a condition that comes first ends, and where what holds on it begins; None where nothing does."""
    marks = commas(tokens, first, end)
    starts = [at + 1 for at in marks]
    ends = [*marks, end]
    found: int | None = None
    for at in range(first + 1, end):
        if word(tokens, at) == "then" and at + 1 < end and word(tokens, at - 1) not in ("by", "since", "and", "until"):
            before = at - 1 if tokens[at - 1].text == "," else at
            if complete(tokens, first, before) and clause(tokens, at + 1, end) is not None:
                return before, at + 1
            break
    for n, start in enumerate(starts):
        if not (phrase or complete(tokens, first, marks[n])):
            continue
        if _main(tokens, start, n + 1, starts, ends):
            remark = n + 1 < len(starts) and reporting(tokens, start, ends[n + 1])
            if remark and _main(tokens, starts[n + 1], n + 2, starts, ends):
                return marks[n], starts[n + 1]
            found = n
            break
    unmarked = None if phrase else _unmarked(tokens, first, end)
    if unmarked is not None and found is not None and unmarked[0] < marks[found] and not nominal(tokens, starts[found]):
        return unmarked
    if found is None:
        return (
            unmarked
            or _imperative(tokens, first, end, marks, phrase)
            or _perhaps_main(tokens, first, end, marks, phrase)
        )
    found = _list_subject(tokens, _after_list(tokens, found, starts, ends), first, marks, ends, phrase)
    return marks[found], starts[found]


def _list_subject(
    tokens: Tokens, found: int, first: int, marks: Sequence[int], ends: Sequence[int], phrase: bool
) -> int:
    """The comma before a subject that is a list: "the shop, the pub and the bakery will close"."""
    start = marks[found] + 1
    verb = clause(tokens, start, ends[found + 1])
    if verb is None or not any(word(tokens, at) == "and" for at in range(start, verb)):
        return found
    at = found
    while at > 0 and marks[at] - marks[at - 1] <= 6 and nominal(tokens, marks[at - 1] + 1):
        inner = range(marks[at - 1] + 1, marks[at])
        if any(finite(tokens, n) or word(tokens, n) in RELATIVES for n in inner):
            break
        if not (phrase or complete(tokens, first, marks[at - 1])):
            break
        at -= 1
    return at


def _perhaps_main(
    tokens: Tokens, first: int, end: int, marks: Sequence[int], phrase: bool
) -> tuple[int, int] | None:
    """After the only comma, what looks like a subject with more words: its verb is one that isn't known."""
    if len(marks) != 1:
        return None
    at = marks[0]
    return (at, at + 1) if (phrase or complete(tokens, first, at)) and nominal(tokens, at + 1) and end - at > 3 else None


def _main(tokens: Tokens, start: int, n: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a main clause begins after a comma: its verb stands before the next comma, or after an insertion."""
    stop = ends[n]
    if start >= stop:
        return False
    if clause(tokens, start, stop) is not None:
        return True
    if word(tokens, start) in COORDINATORS or finite(tokens, start) or n + 1 >= len(ends):
        return False
    if word(tokens, start) in ("who", "which", "where", "whose", "as", "that"):
        return False
    inserted = word(tokens, starts[n])
    if inserted in ("who", "which", "where", "whose", "as", "like", "such", "including", "too", "however", "for", "at", "in"):
        after = starts[n + 1] if n + 1 < len(starts) else None
        return after is not None and after < len(tokens) and finite(tokens, after)
    return False


def _after_list(tokens: Tokens, found: int, starts: Sequence[int], ends: Sequence[int]) -> int:
    """The comma after a list of conditions: "if A, B, and C, D"."""
    if found + 2 < len(starts) and word(tokens, starts[found + 1]) in ("and", "or"):
        last = found + 2
        stop = ends[last + 1]
        member = main_verb(tokens, starts[found + 1] + 1, ends[found + 2])
        if member is not None and clause(tokens, starts[last], stop) is not None and not reporting(tokens, starts[last], stop):
            return last
    return found


def _imperative(tokens: Tokens, first: int, end: int, marks: Sequence[int], phrase: bool) -> tuple[int, int] | None:
    for at in marks:
        if word(tokens, at + 1) in BASES and (phrase or complete(tokens, first, at)):
            return at, at + 1
    return None


def _unmarked(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """A main clause that begins with a pronoun, without a comma: "if it rains we stay"."""
    for at in range(first + 2, end):
        if word(tokens, at).partition("'")[0] in NOMINATIVES and strong_subject(tokens, at, end) and complete(tokens, first, at):
            before = word(tokens, at - 1)
            if before not in SUBORDINATING_OR_PREPOSITION:
                return at, at
    return None


SUBORDINATING_OR_PREPOSITION = (
    PREPOSITIONS | COORDINATORS | REPORTING | _SUBORDINATING | frozenset("what which who when where how why if unless".split())
)


def result_end(tokens: Tokens, first: int, end: int) -> int:
    """Where what holds on a condition that came first ends."""
    end = boundary(tokens, first, end)
    for at in commas(tokens, first, end):
        if _breaks_off(tokens, at, end):
            return at
        after = word(tokens, at + 1)
        if after in _BREAKS and after not in ("for", "so", "as") and main_verb(tokens, at + 2, end) is not None:
            return at
        if after == "and" and _another(tokens, first, at, end):
            return at
    return end


def _another(tokens: Tokens, first: int, at: int, end: int) -> bool:
    """Whether after a comma and "and" comes a clause that is not said of the same case: its verb has no such modal."""
    start = opens(tokens, at + 2, end, phrases_only=True)
    one, other = main_verb(tokens, first, at), clause(tokens, start, end)
    if one is None or other is None or other == start or tokens[other].text in MODALS:
        return False
    return True


def _breaks_off(tokens: Tokens, at: int, end: int) -> bool:
    """Whether after a comma a remark on the clause begins: ", which ...", ", rather than ...", ", she says"."""
    after = word(tokens, at + 1)
    if after == "which" or (after in PREPOSITIONS and word(tokens, at + 2) == "which"):
        return True
    if after == "rather" and word(tokens, at + 2) == "than":
        return True
    return reporting(tokens, at + 1, end) and clause(tokens, at + 1, end) is not None


def condition_end(tokens: Tokens, first: int, end: int, phrase: bool = False) -> int:
    """Where a condition that comes last ends."""
    end = boundary(tokens, first, end)
    for at in commas(tokens, first, end):
        if not phrase and not complete(tokens, first, at):
            continue
        if _breaks_off(tokens, at, end) or strong_subject(tokens, at + 1, end):
            return at
        if word(tokens, at + 1) in _BREAKS | COORDINATORS:
            if clause(tokens, opens(tokens, at + 2, end, phrases_only=True), end) is not None:
                return at
    return end


def without_remark(tokens: Tokens, first: int, end: int, phrase: bool) -> int:
    """The end of a condition that comes first, without a remark on it: "the tunnel, on which work hasn't begun"."""
    for at in commas(tokens, first, end):
        after = word(tokens, at + 1)
        remark = after == "which" or (after in PREPOSITIONS and word(tokens, at + 2) == "which")
        if remark and (phrase or complete(tokens, first, at)):
            return at
    return end


def result_start(tokens: Tokens, first: int, end: int) -> int:
    """Where what holds on a condition that comes last begins, between two indices."""
    start = first
    for at in range(first, end):
        this = tokens[at].text
        if tokens[at].boundary:
            start = at + 1
        elif this == "," and at > start:
            after = word(tokens, at + 1)
            if after in COORDINATORS or after in ("because", "although", "though", "while", "whereas", "since"):
                if clause(tokens, at + 2, end) is not None and main_verb(tokens, start, at) is not None:
                    start = at + 2
            elif word(tokens, start) in _BREAKS | SUBORDINATE | {"if"} and clause(tokens, at + 1, end) is not None:
                start = at + 1
        elif this == "that" and at > start and _complementizer(tokens, at, end):
            start = at + 1
        elif this in ("because", "although", "whereas") and word(tokens, at - 1) and clause(tokens, at + 1, end) is not None:
            start = at + 1
        elif this in ("and", "but", "so") and word(tokens, at - 1) and strong_subject(tokens, at + 1, end):
            if main_verb(tokens, start, at) is not None:
                start = at + 1
    return opens(tokens, start, end)


def _complementizer(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a "that" begins what is said or thought, rather than standing for a noun or pointing to one."""
    before = word(tokens, at - 1)
    after = word(tokens, at + 1)
    if not before or before in PREPOSITIONS or ("'" not in after and finite(tokens, at + 1)):
        return False
    return clause(tokens, at + 1, end) is not None


def result_stop(tokens: Tokens, first: int, end: int) -> int:
    """The end of what stands before a connective, without commas and words that only lead up to it."""
    while end > first:
        last = tokens[end - 1]
        if not last.word or last.text in _FOCUS:
            end -= 1
        elif last.text in ADVERBS and end - 2 > first and tokens[end - 2].text == ",":
            end -= 1
        else:
            break
    return end

