"""Where a clause has its verb, as far as words and their neighbours tell it."""

from collections.abc import Sequence
from itertools import takewhile
from typing import TypeAlias

from argmap.source.english.lexicon import (
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
from argmap.source.english.tokens import Token
from argmap.source.english.verbs import BASES, PASTS, REPORTING, THIRDS

Tokens: TypeAlias = Sequence[Token]

_POINTING = listed("this that these those another all most some many few both none such each either neither")
_BEFORE_NOUNS = (DETERMINERS - _POINTING) | PREPOSITIONS | COORDINATORS
_NOUNS_TOO = listed("will might can must")
_BEFORE_NOUNS_TOO = listed("the a an its their his her our my your free political own")
_NUMBERS = listed("hundred thousand million billion dozen")
_OF_TEN = listed("two three four five ten")
_ADJECTIVAL = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ern", "ish")
_NOUNS_ALL_THE_SAME = listed(
    "capital festival hospital rival arrival approval proposal refusal trial removal renewal survival withdrawal "
    "journal material individual public topic music traffic critic fabric republic logic native archive narrative "
    "objective perspective initiative executive representative table variable vegetable animal signal meal deal goal "
    "metal appeal clinic panic picnic mechanic statistic ethic detective relative motive alternative"
)
_TO_DO = MODALS | DO | listed("to not let lets make makes help helps")
_DONE = BE | HAVE | listed("be been being having get gets got")
_TAKING_BASES = listed("i you we they who which that these those people men women children police none")
_NOT_BEFORE_BE = AUXILIARIES | MODALS | ADVERBS | listed("to and or let i we they you one")
_SHORT = ("'ll", "'re", "'ve", "'d", "'m", "n't")
_IS_SHORT = listed("it he she that there what who here where how one this everyone nobody everything nothing")
_MAYBE_PREPOSITIONS = listed("as than before after since until till")
_NO_CLAUSE_BEFORE = frozenset(["", "all", "is", "was"])
_THE_BETTER = frozenset(["so much the", "all the better", "all the worse", "all the more"])
_OPENING_SUBJECTS = listed("that what how why whatever whoever whether")


def word(tokens: Tokens, at: int) -> str:
    """The word at an index, or an empty string where there is a sign or nothing."""
    return tokens[at].text if 0 <= at < len(tokens) and tokens[at].word else ""


def finite(tokens: Tokens, at: int) -> bool:
    """Whether the word at an index looks like a verb with a tense."""
    this, before, after = (word(tokens, near) for near in (at, at - 1, at + 1))
    if this in AUXILIARIES:
        if this in ("have", "do", "had"):
            return before not in MODALS and before not in ("to", "not")
        noun = this in _NOUNS_TOO and before in _BEFORE_NOUNS_TOO
        return not noun and not (this == "may" and before in PREPOSITIONS)
    if this == "be":
        return bool(before) and before not in _NOT_BEFORE_BE
    if "'" in this:
        return this.endswith(_SHORT) or (this.endswith("'s") and this[:-2] in _IS_SHORT)
    if not this.isalpha():
        return False
    if this in THIRDS:
        if before in _OF_TEN and word(tokens, at - 2) == "in":
            return True
        adjective = before.endswith(_ADJECTIVAL) and before not in _NOUNS_ALL_THE_SAME
        noun = adjective or before in _BEFORE_NOUNS or before in _NUMBERS or before.isdecimal()
        return not noun and after not in AUXILIARIES
    if this in PASTS or (this.endswith("ed") and len(this) > 3):
        near = before if before not in ADVERBS else word(tokens, at - 2)
        done = near in _DONE or before in MODALS or before in _BEFORE_NOUNS or after == "by"
        return bool(before) and not done
    return this in BASES and _takes_base(tokens, at - 1) and after not in AUXILIARIES and after not in THIRDS


def _takes_base(tokens: Tokens, at: int) -> bool:
    """Whether a subject that takes a plain verb, as I and they do, ends at an index."""
    if (word(tokens, at) in ADVERBS and word(tokens, at) != "not") or word(tokens, at) in ("all", "both", "each"):
        at -= 1
    this = word(tokens, at)
    if this in _TAKING_BASES or (word(tokens, at + 1) == "both" and (not this or this in SUBORDINATORS)):
        return True
    if not this or this in _TO_DO or this in _BEFORE_NOUNS:
        return False
    joined = this.isalpha() and any(word(tokens, near) == "and" for near in range(at - 3, at))
    return plural(this) or joined


def plural(this: str) -> bool:
    """Whether a word ends as a plural does."""
    return this.endswith("s") and not this.endswith(("ss", "us", "is", "'s"))


def main_verb(tokens: Tokens, first: int, end: int) -> int | None:
    """The first verb with a tense that is not within a clause that depends on another."""
    inner = maybe = 0
    spare = None
    for at in range(first, end):
        this, before = word(tokens, at), word(tokens, at - 1)
        if not this:
            inner = maybe = 0
        elif at > first and (this in RELATIVES or this in SUBORDINATORS) and before not in PREPOSITIONS:
            if this in _MAYBE_PREPOSITIONS:
                maybe += 1
            elif not (this == "that" and before in _NO_CLAUSE_BEFORE):
                inner += 1
        elif finite(tokens, at):
            if inner:
                inner -= 1
            elif maybe:
                maybe -= 1
                spare = at if spare is None else spare
            else:
                return at
    return spare


def clause(tokens: Tokens, first: int, end: int) -> int | None:
    """The main verb of a clause that begins at an index with its subject, or None where none begins there."""
    while first + 1 < end and tokens[first].text != "not":
        if word(tokens, first) not in ADVERBS and tokens[first].text != ",":
            break
        first += 1
    this, after = (word(tokens, first), word(tokens, first + 1)) if first < end else ("", "")
    if this in ("so", "nor", "neither") and after in AUXILIARIES and first + 2 < end:
        return first + 1
    if " ".join((this, after, word(tokens, first + 2))) in _THE_BETTER:
        return first
    if not this or this in COORDINATORS or this in RELATIVES or after in ("which", "whom"):
        return None
    if this in AUXILIARIES:
        turned = first + 1 < end and (after in PRONOUNS or after in DETERMINERS or tokens[first + 1].capital)
        return first if turned else None
    if this in SUBORDINATORS and this not in _OPENING_SUBJECTS:
        return None
    verb = main_verb(tokens, first, end)
    return verb if verb != first or "'" in this else None


def subject(tokens: Tokens, at: int) -> bool:
    """Whether a subject seems to begin at an index: a pronoun, an article, a name, a plural."""
    this = word(tokens, at)
    if not this or this in AUXILIARIES or this in ADVERBS or this in PREPOSITIONS:
        return False
    pronoun = this in PRONOUNS or this.partition("'")[0] in NOMINATIVES
    return pronoun or this in DETERMINERS or tokens[at].capital or plural(this)


def strong_subject(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a clause begins at an index beyond doubt: a pronoun and its verb."""
    this, _, short = word(tokens, first).partition("'")
    if this not in NOMINATIVES and this not in ("this", "that", "these", "those"):
        return False
    near = range(first + 1, min(first + (4 if this in NOMINATIVES else 2), end))
    return bool(short) or any(finite(tokens, at) for at in takewhile(lambda at: tokens[at].word, near))


def reporting(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words only say whose words or thoughts the rest is: "the mayor says"."""
    if not 2 <= end - first <= 6:
        return False
    runs = word(tokens, end - 1) in ("runs", "goes", "went", "ran")
    return runs or any(word(tokens, at) in REPORTING for at in range(first, end))


def past(tokens: Tokens, at: int) -> bool:
    """Whether a verb is in the past tense."""
    this = tokens[at].text
    return this in PASTS - BASES or this.endswith("ed") or this in ("was", "were", "had", "did", "didn't", "wasn't")
