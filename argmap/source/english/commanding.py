"""Where a command begins."""

from argmap.source.english.clauses import Tokens, word
from argmap.source.english.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SHOWING,
    SUBORDINATORS,
    listed,
)
from argmap.source.english.verbs import BASES

_AFTER_COMMAND = DETERMINERS | listed("one me him it us them away off up out down people to nothing everything")
_ARTICLES = DETERMINERS - listed("which what whose whatever whichever")
_NOT_COMMANDS = (
    ADVERBS
    | PREPOSITIONS
    | DETERMINERS
    | PRONOUNS
    | AUXILIARIES
    | SUBORDINATORS
    | COORDINATORS
    | listed("given perhaps first second third there save absent if please yes no")
)


def command(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a command begins at an index: a plain verb and what it is done to."""
    this, after = word(tokens, first), word(tokens, first + 1)
    if first + 1 >= end or not this.isalpha() or this in SHOWING:
        return False
    if this == "let":
        return after != "us"
    if this in BASES:
        return after in _AFTER_COMMAND or (tokens[first + 1].capital and not tokens[first].capital)
    return after in _ARTICLES and this not in _NOT_COMMANDS and not this.endswith(("ing", "ly", "ed", "s"))
