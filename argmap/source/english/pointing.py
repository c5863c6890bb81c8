"""Words at the beginning of a sentence that point to something outside it: "This would cost too much"."""

import re

from argmap.source.english.clauses import Tokens, finite, past, word
from argmap.source.english.extents import opens
from argmap.source.english.lexicon import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, listed
from argmap.source.english.tokens import lanes
from argmap.source.english.verbs import BASES, THIRDS

_POINTING = listed("this that these those it they he she")
_ANYWHERE_NEAR = re.compile(r"\W*(?:[\w',’]+ ){0,4}?(?:this|that|these|those|it|they|he|she)(?:[ '’]|$)", re.IGNORECASE)
_EMPTY_IT = listed(
    "that to who whom whose which whether how why if when what where because until before since like though unless as"
)
"""Words after which "it" only holds the place of what comes later: "it is clear that", "it was he who"."""

_EMPTY_VERBS = listed(
    "rains rained snows snowed seems seemed appears appeared follows takes took depends happens turns makes made comes "
    "goes pays remains"
)
_AMBIENT = listed(
    "dark late early cold hot warm raining snowing time summer winter spring autumn night day midnight noon monday "
    "tuesday wednesday thursday friday saturday sunday not's possible likely true worth no"
)
_LONGEST_PAST = 3


def dangling(text: str) -> str | None:
    """The word at the beginning of an English sentence that points to something that the sentence doesn't name."""
    if not _ANYWHERE_NEAR.match(text):
        return None
    tokens = lanes(text, 0, len(text))[0].tokens
    first = opens(tokens, 0, len(tokens))
    this, _, short = word(tokens, first).partition("'")
    if this not in _POINTING or first + 1 >= len(tokens):
        return None
    verb = first if short else first + 1
    while verb + 1 < len(tokens) and verb > first and _between(tokens, verb):
        verb += 1
    if not short and not _is_verb(tokens, verb, this):
        return None
    if this == "it" and _empty(tokens, verb, first):
        return None
    return text[tokens[first].start : tokens[first].start + len(this)]


def _between(tokens: Tokens, at: int) -> bool:
    this = word(tokens, at)
    return this in ADVERBS or this in ("all", "both", "alone", "too") or this.endswith("ly")


def _is_verb(tokens: Tokens, at: int, subject: str) -> bool:
    this, after = word(tokens, at), word(tokens, at + 1)
    if this in AUXILIARIES:
        return not (subject == "that" and this in ("will", "can", "might") and after in AUXILIARIES)
    if subject == "that":
        return False
    if subject in ("these", "those"):
        return this in BASES and finite(tokens, at) and after not in AUXILIARIES | BASES
    if subject == "this" and (past(tokens, at) or this in THIRDS):
        goes_on = after in DETERMINERS or after in PREPOSITIONS or after == "that" or this in THIRDS
        return goes_on and finite(tokens, at)
    return finite(tokens, at)


def _empty(tokens: Tokens, verb: int, first: int) -> bool:
    rest = [word(tokens, at) for at in range(first, len(tokens))]
    holds = any(this in _EMPTY_IT or this in _AMBIENT or (this.endswith("ing") and len(this) > 4) for this in rest[1:])
    return holds or word(tokens, verb) in _EMPTY_VERBS
