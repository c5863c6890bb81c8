"""Where words are no sentence: no verb with a tense is among them, or only one in a clause that depends on another."""

import re
from collections.abc import Sequence
from itertools import pairwise

from argmap.source.english.clauses import Tokens, finite, plural, word
from argmap.source.english.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    listed,
)
from argmap.source.english.tokens import lanes
from argmap.source.english.verbs import BASES, PASTS, THIRDS

_LEAST = 3
"""With fewer words nobody knows which is the verb."""

_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH = listed("the of and to a an in on at by for with from its their our his this these is are")
_FOREIGN = listed(
    "der das dem des und ist nicht ein eine le la les du un une est et el los las il lo che di de het een och og en "
    "den det av"
)
_DEPENDING = listed("because although though whereas unless if while since")
_NO_VERBS = AUXILIARIES | ADVERBS | COORDINATORS | DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES | SUBORDINATORS
_NO_VERB_AFTER = (
    DETERMINERS
    | PREPOSITIONS
    | COORDINATORS
    | _DEPENDING
    | listed(
        "private public old new high low good bad big small young poor rich free own same only main higher lower better"
    )
)
_ADJECTIVAL = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ern", "ish", "ed")


def english(text: str) -> bool:
    """Whether a text is English as far as its small words tell."""
    words = {found.lower() for found in _WORDS.findall(text)}
    return not words.isdisjoint(_ENGLISH | _DEPENDING) and words.isdisjoint(_FOREIGN)


def fragment(text: str, whole: bool = True) -> bool:
    """Whether an English text is no sentence; if in doubt, it is one. `whole`: it is not a half of a conditional."""
    words = text.lower().split()
    if len(words) < _LEAST:
        return False
    depends = whole and words[0] in _DEPENDING
    if (not depends and (not AUXILIARIES.isdisjoint(words) or _seems_whole(words))) or not english(text):
        return False
    tokens = lanes(text, 0, len(text))[0].tokens
    if not depends:
        return not any(_may_be_verb(tokens, at) for at in range(len(tokens)))
    undivided = all(token.word for token in tokens[:-1])
    return undivided and sum(_may_be_verb(tokens, at) for at in range(len(tokens))) <= 1


def _seems_whole(words: Sequence[str]) -> bool:
    """Whether some word is a verb at first sight: most sentences need no second one."""
    for before, this in pairwise(words):
        if (this in THIRDS or this in PASTS) and before not in _NO_VERB_AFTER and not before.endswith(_ADJECTIVAL):
            return True
    return False


def _may_be_verb(tokens: Tokens, at: int) -> bool:
    this, before = word(tokens, at), word(tokens, at - 1)
    if not this or this in _NO_VERBS:
        return finite(tokens, at)
    if (at == 0 and this in BASES) or this == "be" or finite(tokens, at):
        return True
    if not this.isalpha() or not before or this.endswith("ly") or tokens[at].capital:
        return False
    if plural(this):
        return before not in _NO_VERB_AFTER and not before.endswith(_ADJECTIVAL)
    if this in BASES and before not in _NO_VERB_AFTER and before != "to":
        return True
    return not this.endswith("ing") and (plural(before) or before in PRONOUNS - DETERMINERS)
