"""How far the halves of a conditional reach among the tokens of a lane.

Every function looks at the tokens between two indices, at most FAR of them.
"""

from itertools import islice

from argmap.source.english.clauses import (
    Tokens,
    clause,
    finite,
    main_verb,
    past,
    plural,
    reporting,
    strong_subject,
    word,
)
from argmap.source.english.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NOMINATIVES,
    PREPOSITIONS,
    listed,
    phrases,
)
from argmap.source.english.verbs import BASES, PARTICIPLES, REPORTING

FAR = 120
"""The most tokens that a half may have."""

_MANY = 12
"""The most commas in one that are looked at."""

SUBORDINATING = listed(
    "because although though while whereas since when once after before as whatever whoever whichever however"
)
"""Words that open a clause which another follows."""

_BREAKS = listed("but yet though although whereas because since while")
_JOINING = listed(
    "however therefore thus hence moreover furthermore nevertheless nonetheless consequently accordingly besides "
    "indeed admittedly granted naturally certainly surely"
)
_PHRASES = phrases(
    "for example, for instance, in short, in other words, of course, in fact, after all, to be sure, above all, "
    "on the other hand, at the same time, by the same token, in general, in particular, at least, as a result, "
    "no doubt, at any rate, as it were, so to speak"
)
_SINGLE_ADJECTIVES = listed(
    "true false right correct wrong successful left unchecked untreated alone sustained real accurate elected"
)
_ASIDE = listed("at despite besides except unlike")
_FOCUS = listed("particularly especially even only but and or not least all except mainly chiefly above at")


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


def complete(tokens: Tokens, first: int, end: int, phrase: bool) -> bool:
    """Whether words can be a condition: a noun phrase, or words with a verb or that leave it out ("if adopted")."""
    if phrase:
        return end > first
    doubtful = word(tokens, first) in PREPOSITIONS and word(tokens, first - 1) == "if"
    if doubtful or main_verb(tokens, first, end) is not None:
        return True
    return _elliptical(tokens, first, end) or _perhaps(tokens, first, end)


def _elliptical(tokens: Tokens, first: int, end: int) -> bool:
    while first < end and word(tokens, first) in ADVERBS:
        first += 1
    this = word(tokens, first) if first < end else ""
    done = this.endswith("ed") and len(this) > 4 and this != "indeed"
    return done or this in PARTICIPLES or this in _SINGLE_ADJECTIVES


def _perhaps(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a verb that isn't known may stand among words after a subject."""
    if end - first < 3 or word(tokens, first) in ("not", "only") or word(tokens, first) in PREPOSITIONS:
        return False
    for at in range(first + 1, end):
        this, before = word(tokens, at), word(tokens, at - 1)
        noun = before in DETERMINERS or before in PREPOSITIONS or before in ("to", "and", "or", "")
        if not noun and (this in BASES or (plural(this) and len(this) > 3)):
            return True
    return False


def without_remark(tokens: Tokens, first: int, end: int, phrase: bool) -> int:
    """The end of a condition without a remark on it: "the tunnel, on which work hasn't begun"."""
    for at in commas(tokens, first, end):
        close = next(iter(commas(tokens, at + 1, end)), end)
        goes_on = close < end and (finite(tokens, close + 1) or word(tokens, close + 1) == "that")
        if not goes_on and complete(tokens, first, at, phrase) and _remark(tokens, first, at, close, end):
            return at
    return end


def _remark(tokens: Tokens, first: int, comma: int, close: int, end: int) -> bool:
    """Whether a remark on a condition stands between two commas, or from a comma to the end."""
    after = word(tokens, comma + 1)
    if _which(tokens, comma) or (after == "as" and clause(tokens, comma + 2, close) is not None):
        return True
    if after == "and":
        verb, so_far = main_verb(tokens, first, comma), clause(tokens, comma + 2, close)
        has = so_far is not None and tokens[so_far].text in ("has", "have")
        return has and verb is not None and tokens[verb].text not in ("has", "have")
    if close == end and opens(tokens, comma, end) >= end:
        return True
    return after in _ASIDE and close == end and main_verb(tokens, comma + 1, end) is None


def _which(tokens: Tokens, comma: int) -> bool:
    after = word(tokens, comma + 1)
    return after == "which" or (after in PREPOSITIONS and word(tokens, comma + 2) in ("which", "whom"))


def _breaks_off(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether a remark follows: ", which ...", ", rather than ...", ", she says"."""
    if _which(tokens, comma) or (word(tokens, comma + 1), word(tokens, comma + 2)) in (
        ("rather", "than"),
        ("or", "so"),
    ):
        return True
    if word(tokens, comma + 1) == "as" and word(tokens, comma + 2) not in ("if", "though", "long", "well"):
        close = next(iter(commas(tokens, comma + 1, end)), end)
        return clause(tokens, comma + 2, close) is not None
    if (word(tokens, comma + 1), word(tokens, comma + 2)) == ("let", "us"):
        return True
    return reporting(tokens, comma + 1, end) and clause(tokens, comma + 1, end) is not None


def result_end(tokens: Tokens, first: int, end: int) -> int:
    """Where what holds on a condition that came first ends."""
    end = boundary(tokens, first, end)
    for at in commas(tokens, first, end):
        after = word(tokens, at + 1)
        if _breaks_off(tokens, at, end) and main_verb(tokens, first, at) is not None:
            return at
        if (
            (after in _BREAKS or after == "for")
            and word(tokens, at + 2) != "with"
            and clause(tokens, at + 2, end) is not None
        ):
            return at
        if after == "whatever" or (after, word(tokens, at + 2)) == ("so", "that"):
            return at
        if (after, word(tokens, at + 2)) == ("no", "matter"):
            return at
        if after == "and" and _another_subject(tokens, first, at, end):
            return at
    return end


def _another_subject(tokens: Tokens, first: int, comma: int, end: int) -> bool:
    """Whether after ", and" a clause of its own follows: not of "it" or "they", which go on about what holds."""
    start = opens(tokens, comma + 2, end, phrases_only=True)
    verb = clause(tokens, start, end)
    if verb is None or verb == start or word(tokens, start) in NOMINATIVES - {"there"}:
        return False
    so_far = main_verb(tokens, first, comma)
    return so_far is None or word(tokens, so_far) != word(tokens, verb) or word(tokens, verb) not in MODALS


def condition_end(tokens: Tokens, first: int, end: int, phrase: bool) -> int:
    """Where a condition that comes last ends."""
    end = boundary(tokens, first, end)
    return next((at for at in commas(tokens, first, end) if _condition_ends(tokens, first, at, end, phrase)), end)


def _condition_ends(tokens: Tokens, first: int, comma: int, end: int, phrase: bool) -> bool:
    if not complete(tokens, first, comma, phrase):
        return False
    if _breaks_off(tokens, comma, end) or strong_subject(tokens, comma + 1, end):
        return True
    after = word(tokens, comma + 1)
    aside = after in _ASIDE and not commas(tokens, comma + 1, end)
    if after == "to" or (aside and main_verb(tokens, comma + 1, end) is None):
        return True
    if phrase and after in COORDINATORS and word(tokens, comma + 2) in AUXILIARIES:
        return True
    joined = after in _BREAKS or after in COORDINATORS or after in ("as", "for")
    return joined and clause(tokens, opens(tokens, comma + 2, end), end) is not None


def result_start(tokens: Tokens, first: int, end: int) -> int:
    """Where the clause begins that ends at an index: after what it is joined to, or what says whose thought it is."""
    start = first = max(first, end - FAR)
    for at in range(first, end):
        if _clause_after(tokens, start, at, end):
            start = at + 1
    if word(tokens, start) == "for":
        start += clause(tokens, start + 1, next(iter(commas(tokens, start, end)), end)) is not None
    start = _in_relative(tokens, opens(tokens, start, end), end)
    return start + (word(tokens, start) in ("because", "although", "though", "since"))


def _in_relative(tokens: Tokens, start: int, end: int) -> int:
    """Where the clause on a noun goes on which alone says what would be: "a thing for one who would leave"."""
    verb = main_verb(tokens, start, end)
    if verb is not None and past(tokens, verb):
        near = (at + 1 for at in range(verb + 1, end - 1) if word(tokens, at) in ("and", "but"))
        return next((at for at in near if word(tokens, at) in ("will", "may", "can")), start)
    if verb is not None and (word(tokens, verb) in MODALS or past(tokens, verb)):
        return start
    for at in range(start, end - 2):
        early = verb is None and at - start < 4
        if (
            word(tokens, at) not in ("who", "which", "that")
            or early
            or (at > start and tokens[at - 1].text == "," and verb)
        ):
            continue
        after = word(tokens, at + 1)
        if after in MODALS or (verb is None and finite(tokens, at + 1)):
            return at + 1
    return start


def _clause_after(tokens: Tokens, start: int, at: int, end: int) -> bool:
    """Whether a clause begins after a token, and the one that began at `start` is no part of it."""
    this = tokens[at].text
    if tokens[at].boundary:
        return True
    if at <= start:
        return False
    if this == ",":
        return _clause_after_comma(tokens, start, at, end)
    if this == "that":
        return _said_that(tokens, start, at) and clause(tokens, at + 1, end) is not None
    if this == "because":
        return tokens[at - 1].word and clause(tokens, at + 1, end) is not None
    if this in ("and", "but", "so"):
        return strong_subject(tokens, at + 1, end) and main_verb(tokens, start, at) is not None
    return False


def _clause_after_comma(tokens: Tokens, start: int, comma: int, end: int) -> bool:
    after = word(tokens, comma + 1)
    if after in COORDINATORS or after in _BREAKS or after == "for":
        sure = strong_subject(tokens, comma + 2, end)
        return clause(tokens, comma + 2, end) is not None and (sure or main_verb(tokens, start, comma) is not None)
    which = next((at for at in (1, 2, 3, 4) if word(tokens, comma + at) in ("which", "whom")), None)
    if which is not None:
        return main_verb(tokens, comma + which + 1, end) is not None
    begun = opens(tokens, start, comma)
    this, second = word(tokens, begun), word(tokens, begun + 1)
    far = this in ("so", "as") and second == "far"
    subordinate = far or this in SUBORDINATING or this in ("if", "unless") or (this == "even" and second == "if")
    return subordinate and clause(tokens, comma + 1, end) is not None


def _said_that(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a "that" begins what is said or thought, rather than standing for a noun or pointing to one."""
    before, after = word(tokens, at - 1), word(tokens, at + 1)
    if before in COORDINATORS:
        return any(word(tokens, near) == "that" for near in range(start, at))
    told = bool(before) or any(word(tokens, near) in REPORTING for near in range(start, at))
    return told and before not in PREPOSITIONS and ("'" in after or not finite(tokens, at + 1))


def result_stop(tokens: Tokens, first: int, end: int) -> int:
    """The end of words without signs, words that only lead up to what follows, and words that only join."""
    while end > first:
        last = max(commas(tokens, first, end - 1), default=first)
        this, after = word(tokens, end - 1), word(tokens, end)
        denies = this == "not" and word(tokens, end - 2) in AUXILIARIES
        after_all = this == "all" and word(tokens, end - 2) == "after"
        if not this or (this in _FOCUS and not denies and not after_all) or (this == "for" and after == "as"):
            end -= 1
        elif last > first and opens(tokens, last, end) >= end:
            end = last
        else:
            break
    return end


def without_report(tokens: Tokens, first: int, end: int) -> int:
    """The end of words without a remark after them: ", the engineers say", ", as they may"."""
    last = max(commas(tokens, first, end), default=None)
    return last if last is not None and _breaks_off(tokens, last, end) else end
