"""How far the halves of a conditional reach among the tokens of a lane.

Every function looks at the tokens between two indices, at most FAR of them.
"""

from itertools import islice

from argmap.source.clauses import Tokens, clause, finite, main_verb, reporting, strong_subject, subject, word
from argmap.source.lexicon import (
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
    phrases,
)
from argmap.source.verbs import BASES, PARTICIPLES, REPORTING, THIRDS

FAR = 120
"""The most tokens that a half may have."""

_MANY = 12
"""The most commas in one that are looked at."""

SUBORDINATING = listed("because although though while whereas since when once after before as")
"""Words that open a clause which another follows."""

_BREAKS = listed("but yet though although whereas because since while")
_JOINING = listed(
    "however therefore thus hence moreover furthermore nevertheless nonetheless consequently accordingly besides indeed "
    "admittedly granted naturally certainly surely"
)
_PHRASES = phrases(
    "for example, for instance, in short, in other words, of course, in fact, after all, to be sure, on the other "
    "hand, at the same time, by the same token, in general, in particular, above all, at least, as a result "
)
_SINGLE_ADJECTIVES = listed(
    "true false right correct wrong successful left unchecked untreated alone sustained real accurate elected"
)
_FOCUS = listed("particularly especially even only but and or not least all except mainly chiefly above at")
_INSERTED = RELATIVES | PREPOSITIONS | listed("as such including too however")
_NO_SUBJECT_AFTER = (
    PREPOSITIONS | COORDINATORS | REPORTING | RELATIVES | SUBORDINATING | listed("that what how why if unless")
)


def boundary(tokens: Tokens, first: int, end: int) -> int:
    """The first sign in a range that divides clauses, or its end."""
    end = min(end, first + FAR)
    return next((at for at in range(first, end) if tokens[at].boundary), end)


def commas(tokens: Tokens, first: int, end: int) -> list[int]:
    """The commas in a range, as many as are looked at."""
    return list(islice((at for at in range(first, end) if tokens[at].text == ","), _MANY))


def opens(tokens: Tokens, first: int, end: int, phrases_only: bool = False) -> int:
    """Where a range goes on after words that only join it to what stands before."""
    while first < end:
        this = word(tokens, first)
        phrase = next((one for one in _PHRASES if this == one[0] and _said(tokens, first, end, one)), None)
        if phrase is not None:
            first += len(phrase)
        elif tokens[first].text == "," or this in _JOINING:
            first += 1
        elif phrases_only:
            break
        elif this in COORDINATORS or this in ("then", "well"):
            if this == "so" and word(tokens, first + 1) in ("far", "long", "much", "many"):
                break
            first += 1
        elif this in ADVERBS and (first + 1 >= end or tokens[first + 1].text == ","):
            first += 1
        else:
            break
    return first


def _said(tokens: Tokens, first: int, end: int, phrase: tuple[str, ...]) -> bool:
    return first + len(phrase) <= end and all(word(tokens, first + n) == one for n, one in enumerate(phrase))


def complete(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words can be a condition: they have a verb, or leave it out, as "if adopted" does."""
    return main_verb(tokens, first, end) is not None or _elliptical(tokens, first, end) or _perhaps(tokens, first, end)


def _elliptical(tokens: Tokens, first: int, end: int) -> bool:
    while first < end and word(tokens, first) in ADVERBS:
        first += 1
    this = word(tokens, first) if first < end else ""
    return (
        this in PARTICIPLES
        or this in _SINGLE_ADJECTIVES
        or (this.endswith("ed") and len(this) > 4 and this != "indeed")
    )


def _perhaps(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a verb that isn't known may stand among words after a subject."""
    if end - first < 3 or word(tokens, first) in ("not", "only") or word(tokens, first) in PREPOSITIONS:
        return False
    for at in range(first + 1, end):
        this, before = word(tokens, at), word(tokens, at - 1)
        if before in DETERMINERS or before in PREPOSITIONS or before in ("to", "and", "or", ""):
            continue
        if (
            this in BASES
            or this in THIRDS
            or (this.endswith("s") and len(this) > 3 and not this.endswith(("ss", "us", "is")))
        ):
            return True
    return False


def fronted(tokens: Tokens, first: int, end: int, phrase: bool) -> tuple[int, int] | None:
    """Where a condition that comes first ends, and where what holds on it begins; None where nothing does.

    `phrase`: the condition is a noun phrase, not a clause.
    """
    marks = commas(tokens, first, end)
    ends = [*marks[1:], end]
    told = _then(tokens, first, end)
    if told is not None:
        return told
    found = next((n for n in range(len(marks)) if _splits(tokens, first, marks, ends, n, phrase)), None)
    unmarked = None if phrase else _unmarked(tokens, first, end)
    if found is None:
        ordered = _command(tokens, first, marks, phrase)
        return ordered or unmarked or _only_comma(tokens, first, end, marks, phrase)
    if unmarked is not None and unmarked[0] < marks[found] and not _begins(tokens, marks[found] + 1, ends[found]):
        return unmarked
    remark = reporting(tokens, marks[found] + 1, ends[found])
    if remark and found + 1 < len(marks) and _main(tokens, marks, ends, found + 1):
        return marks[found], marks[found + 1] + 1
    found = _after_conditions(tokens, marks, ends, found)
    found = _before_subjects(tokens, first, marks, ends, found, phrase)
    return marks[found], marks[found] + 1


def _splits(tokens: Tokens, first: int, marks: list[int], ends: list[int], n: int, phrase: bool) -> bool:
    """Whether a comma divides a condition from a main clause; before one that is sure a verb need not be known."""
    if _can_end(tokens, first, marks[n], phrase):
        return _main(tokens, marks, ends, n)
    start = marks[n] + 1
    if marks[n] - first < 3 or word(tokens, first) in PREPOSITIONS | {"not", "only", "any"} or n > 0:
        return False
    verb = clause(tokens, start, ends[n]) if subject(tokens, start) else None
    return verb is not None and (word(tokens, verb) in AUXILIARIES or "'" in word(tokens, verb))


def _begins(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a subject begins at an index, after adverbs."""
    while first + 1 < end and word(tokens, first) in ADVERBS:
        first += 1
    return subject(tokens, first)


def _can_end(tokens: Tokens, first: int, end: int, phrase: bool) -> bool:
    return phrase or complete(tokens, first, end)


def _then(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """The halves on both sides of a "then"."""
    for at in range(first + 1, end - 1):
        if word(tokens, at) == "then" and word(tokens, at - 1) not in ("by", "since", "and", "until"):
            before = at - 1 if tokens[at - 1].text == "," else at
            if complete(tokens, first, before) and clause(tokens, at + 1, end) is not None:
                return before, at + 1
            return None
    return None


def _main(tokens: Tokens, marks: list[int], ends: list[int], n: int) -> bool:
    """Whether a main clause begins after a comma: its verb comes before the next comma, or after an insertion."""
    start, stop = marks[n] + 1, ends[n]
    if start >= stop:
        return False
    if clause(tokens, start, stop) is not None:
        return True
    this = word(tokens, start)
    if (
        this in COORDINATORS
        or this in RELATIVES
        or this in ("as", "that")
        or finite(tokens, start)
        or n + 1 >= len(marks)
    ):
        return False
    if word(tokens, marks[n + 1] + 1) not in _INSERTED or n + 2 >= len(marks):
        return False
    after = marks[n + 2] + 1
    while after < ends[n + 2] and (word(tokens, after) in ADVERBS or word(tokens, after).endswith("ly")):
        after += 1
    return after < ends[n + 2] and finite(tokens, after)


def _after_conditions(tokens: Tokens, marks: list[int], ends: list[int], found: int) -> int:
    """The comma after a list of conditions: "if A, B, and C, D"."""
    last = found + 2
    if last >= len(marks) or word(tokens, marks[found + 1] + 1) not in ("and", "or"):
        return found
    sure = clause(tokens, marks[found] + 1, ends[found])
    if sure is not None and word(tokens, sure) in ("will", "would"):
        return found
    member = main_verb(tokens, marks[found + 1] + 2, ends[found + 1])
    start, stop = marks[last] + 1, ends[last]
    begins = word(tokens, start) not in SUBORDINATORS and clause(tokens, start, stop) is not None
    follows = begins and not reporting(tokens, start, stop)
    return last if member is not None and follows else found


def _before_subjects(tokens: Tokens, first: int, marks: list[int], ends: list[int], found: int, phrase: bool) -> int:
    """The comma before a subject that is a list: "the shop, the pub and the bakery will close"."""
    verb = clause(tokens, marks[found] + 1, ends[found])
    if verb is None or not any(word(tokens, at) == "and" for at in range(marks[found] + 1, verb)):
        return found
    while found > 0 and marks[found] - marks[found - 1] <= 6 and subject(tokens, marks[found - 1] + 1):
        inner = range(marks[found - 1] + 1, marks[found])
        if any(finite(tokens, at) or word(tokens, at) in RELATIVES for at in inner):
            break
        if not _can_end(tokens, first, marks[found - 1], phrase):
            break
        found -= 1
    return found


def _unmarked(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """Halves without a comma between: "if it rains we stay"."""
    for at in range(first + 2, end):
        begins = word(tokens, at).partition("'")[0] in NOMINATIVES and strong_subject(tokens, at, end)
        if begins and word(tokens, at - 1) not in _NO_SUBJECT_AFTER and complete(tokens, first, at):
            return at, at
    return None


def _command(tokens: Tokens, first: int, marks: list[int], phrase: bool) -> tuple[int, int] | None:
    """A command as what holds: "if it rains, stay"."""
    for at in marks:
        if word(tokens, at + 1) in BASES and _can_end(tokens, first, at, phrase):
            return at, at + 1
    return None


def _only_comma(tokens: Tokens, first: int, end: int, marks: list[int], phrase: bool) -> tuple[int, int] | None:
    """After the only comma, a subject with more words after it: its verb is one that isn't known."""
    if len(marks) != 1 or end - marks[0] < 3 or not subject(tokens, marks[0] + 1):
        return None
    return (marks[0], marks[0] + 1) if _can_end(tokens, first, marks[0], phrase) else None


def without_remark(tokens: Tokens, first: int, end: int, phrase: bool) -> int:
    """The end of a condition without a remark on it: "the tunnel, on which work hasn't begun"."""
    for at in commas(tokens, first, end):
        if _which(tokens, at) and _can_end(tokens, first, at, phrase):
            close = next((comma for comma in commas(tokens, at + 1, end)), None)
            if close is None or not finite(tokens, close + 1):
                return at
    return end


def _which(tokens: Tokens, comma: int) -> bool:
    after = word(tokens, comma + 1)
    return after == "which" or (after in PREPOSITIONS and word(tokens, comma + 2) in ("which", "whom"))


def _breaks_off(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether a remark follows: ", which ...", ", rather than ...", ", she says"."""
    if _which(tokens, comma) or (word(tokens, comma + 1) == "rather" and word(tokens, comma + 2) == "than"):
        return True
    return reporting(tokens, comma + 1, end) and clause(tokens, comma + 1, end) is not None


def result_end(tokens: Tokens, first: int, end: int) -> int:
    """Where what holds on a condition that came first ends."""
    end = boundary(tokens, first, end)
    for at in commas(tokens, first, end):
        after = word(tokens, at + 1)
        if _breaks_off(tokens, at, end):
            return at
        if after in _BREAKS and main_verb(tokens, at + 2, end) is not None:
            return at
        if after == "and" and _another_case(tokens, at, end):
            return at
    return end


def _another_case(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether after ", and" a clause follows that has no "will" or "would" to be said of the same case."""
    start = opens(tokens, comma + 2, end, phrases_only=True)
    verb = clause(tokens, start, end)
    return verb is not None and verb != start and tokens[verb].text not in MODALS


def condition_end(tokens: Tokens, first: int, end: int, phrase: bool) -> int:
    """Where a condition that comes last ends."""
    end = boundary(tokens, first, end)
    for at in commas(tokens, first, end):
        if not _can_end(tokens, first, at, phrase):
            continue
        if _breaks_off(tokens, at, end) or strong_subject(tokens, at + 1, end):
            return at
        if phrase and word(tokens, at + 1) in COORDINATORS and word(tokens, at + 2) in AUXILIARIES:
            return at
        if word(tokens, at + 1) in _BREAKS | COORDINATORS | {"as", "for", "so"}:
            if clause(tokens, opens(tokens, at + 2, end), end) is not None:
                return at
    return end


def result_start(tokens: Tokens, first: int, end: int) -> int:
    """Where the clause begins that ends at an index: after what it is joined to, or what says whose thought it is."""
    start = first = max(first, end - FAR)
    for at in range(first, end):
        if _clause_after(tokens, start, at, end):
            start = at + 1
    return opens(tokens, start, end)


def _clause_after(tokens: Tokens, start: int, at: int, end: int) -> bool:
    """Whether a clause begins after a token, and the one that began at `start` is no part of it."""
    this, after = tokens[at].text, word(tokens, at + 1)
    if tokens[at].boundary:
        return True
    if at <= start:
        return False
    if this == ",":
        if after in COORDINATORS | _BREAKS:
            return clause(tokens, at + 2, end) is not None and main_verb(tokens, start, at) is not None
        if after == "which":
            return main_verb(tokens, at + 2, end) is not None
        begun = word(tokens, opens(tokens, start, at))
        subordinate = (
            begun in SUBORDINATING
            or (begun in ("so", "as") and word(tokens, start + 1) == "far")
            or begun in ("if", "unless")
            or (begun == "even" and tokens[start + 1].text == "if")
        )
        return subordinate and clause(tokens, at + 1, end) is not None
    if this == "that":
        before = word(tokens, at - 1)
        told = bool(before) or any(word(tokens, n) in REPORTING for n in range(start, at))
        said = told and before not in PREPOSITIONS and ("'" in after or not finite(tokens, at + 1))
        return said and clause(tokens, at + 1, end) is not None
    if this in ("because", "although", "whereas"):
        return tokens[at - 1].word and clause(tokens, at + 1, end) is not None
    if this in ("and", "but", "so") and tokens[at - 1].word:
        return strong_subject(tokens, at + 1, end) and main_verb(tokens, start, at) is not None
    return False


def result_stop(tokens: Tokens, first: int, end: int) -> int:
    """The end of words without signs and words that only lead up to what follows."""
    while end > first:
        last = tokens[end - 1]
        adverb = last.text in ADVERBS or last.text in _JOINING
        if not last.word or last.text in _FOCUS or (adverb and end - 2 > first and tokens[end - 2].text == ","):
            end -= 1
        else:
            break
    return end


def without_report(tokens: Tokens, first: int, end: int) -> int:
    """The end of words without a remark after them on who says so: ", the engineers say"."""
    last = max(commas(tokens, first, end), default=None)
    said = last is not None and reporting(tokens, last + 1, end) and clause(tokens, last + 1, end) is not None
    return last if said and last is not None else end
