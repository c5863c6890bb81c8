"""Where a clause of English has its verb, as far as words and their neighbours tell it."""

from collections.abc import Sequence

from argmap.source.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NOMINATIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    listed,
)
from argmap.source.tokens import Token
from argmap.source.verbs import BASES, PASTS, REPORTING, THIRDS

Tokens = Sequence[Token]

_POINTING = listed("this that these those another all most some many few both none such each either neither")
_FIXED = DETERMINERS - _POINTING
_TO_DO = MODALS | DO | frozenset(["to", "not", "let", "lets", "make", "makes", "help", "helps"])
_DONE = BE | HAVE | listed("be been being having get gets got")
_PLURAL = listed("i you we they who which that these those people men women children police none")
_ADJECTIVAL = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ern", "ish")
_NOUNS_ALL_THE_SAME = listed(
    "capital festival hospital rival arrival approval proposal refusal trial removal renewal survival withdrawal journal "
    "material individual public topic music traffic critic fabric republic logic native archive narrative objective "
    "perspective initiative executive representative table variable vegetable animal signal meal deal goal metal appeal "
    "clinic panic picnic mechanic statistic ethic detective relative motive alternative"
)
_NOT_BEFORE_BE = (
    listed("to not and or n't is are do don't let s") | AUXILIARIES | NOMINATIVES - {"it", "there", "he", "she"}
)
_SHORT = ("'ll", "'re", "'ve", "'d", "'m", "n't")
_HAS_S = listed("it he she that there what who here where how one this everyone nobody everything nothing")
_BEFORE_POINTING = frozenset(["", "all", "is", "was"])
_SOFT = listed("as than before after since until till")
_NUMBERS = listed("hundred thousand million billion dozen")
_NOUNS = listed("the a an its their his her our my your free political own")


def word(tokens: Tokens, at: int) -> str:
    """The word at an index, or an empty string where there is a sign or nothing."""
    return tokens[at].text if 0 <= at < len(tokens) and tokens[at].word else ""


def finite(tokens: Tokens, at: int) -> bool:
    """Whether the word at an index looks like a verb with a tense."""
    this, before = tokens[at].text, word(tokens, at - 1)
    if this in AUXILIARIES:
        if this in ("have", "do", "had"):
            return before not in MODALS and before not in ("to", "not")
        noun = this in ("will", "might", "can", "must") and before in _NOUNS
        return not noun and not (this == "may" and before in PREPOSITIONS)
    if this == "be":
        return bool(before) and before not in _NOT_BEFORE_BE and before not in MODALS and before not in ADVERBS
    if "'" in this:
        return this.endswith(_SHORT) or (this.endswith("'s") and this[:-2] in _HAS_S)
    if not this.isalpha():
        return False
    if this in THIRDS:
        if before in ("two", "three", "four", "five", "ten") and word(tokens, at - 2) == "in":
            return True
        if before.isdecimal() or before in _NUMBERS:
            return False
        adjective = before.endswith(_ADJECTIVAL) and before not in _NOUNS_ALL_THE_SAME
        return not _noun_before(before) and not adjective and word(tokens, at + 1) not in AUXILIARIES
    if this in PASTS or (this.endswith("ed") and len(this) > 3):
        near = before if before not in ADVERBS else word(tokens, at - 2)
        past = near not in _DONE and before not in MODALS and not _noun_before(before) and word(tokens, at + 1) != "by"
        return past and bool(before)
    return this in BASES and _plural_before(tokens, at) and word(tokens, at + 1) not in AUXILIARIES


def _noun_before(before: str) -> bool:
    return before in _FIXED or before in PREPOSITIONS or before in COORDINATORS


def _plural_before(tokens: Tokens, at: int) -> bool:
    """Whether a subject that takes a plain verb, as I and they do, stands before an index."""
    before = word(tokens, at - 1)
    if (before in ADVERBS and before != "not") or before in ("all", "both", "each"):
        at -= 1
        before = word(tokens, at - 1)
    if before in _PLURAL:
        return True
    if not before or before in _TO_DO or before in _FIXED or before in PREPOSITIONS or before in COORDINATORS:
        return False
    if before.endswith("s") and not before.endswith(("ss", "us", "is", "'s")):
        return True
    return before.isalpha() and any(word(tokens, near) == "and" for near in range(at - 4, at - 1))


def main_verb(tokens: Tokens, first: int, end: int) -> int | None:
    """The first verb with a tense that is not within a clause that depends on another."""
    hard = soft = 0
    spare = None
    for at in range(first, end):
        this = word(tokens, at)
        if not this:
            hard = soft = 0
            continue
        if at > first and (this in RELATIVES or this in SUBORDINATORS) and word(tokens, at - 1) not in PREPOSITIONS:
            if this in _SOFT:
                soft += 1
            elif not (this == "that" and word(tokens, at - 1) in _BEFORE_POINTING):
                hard += 1
        elif finite(tokens, at):
            if hard:
                hard -= 1
            elif soft:
                soft -= 1
                spare = at if spare is None else spare
            else:
                return at
    return spare


def clause(tokens: Tokens, first: int, end: int) -> int | None:
    """The main verb of a clause that begins at an index with its subject, or None where none begins there."""
    while first < end and (word(tokens, first) in ADVERBS or tokens[first].text == ","):
        if tokens[first].text == "not" or first + 1 >= end:
            break
        first += 1
    this = word(tokens, first) if first < end else ""
    if this in ("so", "nor", "neither") and word(tokens, first + 1) in AUXILIARIES and first + 2 < end:
        return first + 1
    if not this or this in COORDINATORS or this in RELATIVES or word(tokens, first + 1) in ("which", "whom"):
        return None
    if this in AUXILIARIES:
        after = word(tokens, first + 1)
        return (
            first
            if first + 1 < end and (after in PRONOUNS or after in DETERMINERS or tokens[first + 1].capital)
            else None
        )
    if this in SUBORDINATORS and this not in ("that", "what", "how", "why", "whatever", "whoever", "whether"):
        return None
    verb = main_verb(tokens, first, end)
    if verb is None or verb == first:
        return verb if verb is not None and "'" in this else None
    return verb


def subject(tokens: Tokens, at: int) -> bool:
    """Whether a subject seems to begin at an index: a pronoun, an article, a name, a plural."""
    this = word(tokens, at)
    if not this or this in AUXILIARIES or this in ADVERBS or this in PREPOSITIONS:
        return False
    plural = this.endswith("s") and not this.endswith(("ss", "us", "is"))
    return this in PRONOUNS or this in DETERMINERS or tokens[at].capital or plural


def strong_subject(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a clause begins at an index beyond doubt: a pronoun and its verb."""
    this, _, short = word(tokens, first).partition("'")
    if this not in NOMINATIVES and this not in ("this", "that", "these", "those"):
        return False
    far = 4 if this in NOMINATIVES else 2
    return bool(short) or any(finite(tokens, at) for at in range(first + 1, min(first + far, end)) if tokens[at].word)


def reporting(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words only say whose words or thoughts the rest is: "the mayor says"."""
    if not 2 <= end - first <= 6:
        return False
    last = word(tokens, end - 1)
    return any(word(tokens, at) in REPORTING for at in range(first, end)) or last in ("runs", "goes", "went", "ran")


def past(tokens: Tokens, at: int) -> bool:
    """Whether a verb is in the past tense."""
    this = tokens[at].text
    return this in PASTS - BASES or this.endswith("ed") or this in ("was", "were", "had", "did", "didn't", "wasn't")
