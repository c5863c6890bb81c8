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
_NO_VERB_AFTER = DETERMINERS | PREPOSITIONS | COORDINATORS | _DEPENDING
_ADJECTIVES = listed("private public old new high low good bad big small free own same only main higher lower better")
_OBJECTS = listed("it them him her us me you")
_MANY = listed("people men women children police data media criteria cattle fish sheep teeth feet mice youth staff")
_ARTICLES = listed("a an the my your its their our no every")
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
        if (this in THIRDS or this in PASTS) and not (before in _NO_VERB_AFTER or _adjective(before)):
            return True
    return False


def _adjective(this: str) -> bool:
    return this in _ADJECTIVES or this.endswith(_ADJECTIVAL)


def _may_be_verb(tokens: Tokens, at: int) -> bool:
    this, before, after = (word(tokens, near) for near in (at, at - 1, at + 1))
    if not this or this in _NO_VERBS:
        return finite(tokens, at)
    orders = this in BASES and (at == 0 or (at == 1 and before in COORDINATORS))
    done_to = (this in THIRDS or this in PASTS) and (after in DETERMINERS or after in _OBJECTS)
    if orders or done_to or this == "be" or finite(tokens, at):
        return True
    if not this.isalpha() or not before or this.endswith("ly") or tokens[at].capital:
        return False
    if before in PRONOUNS - _ARTICLES or (before not in _NO_VERB_AFTER and (this in BASES or after in DETERMINERS)):
        return True
    if plural(this):
        adjective = _adjective(before) and word(tokens, at - 2) not in DETERMINERS
        return not (before in _NO_VERB_AFTER or adjective)
    return not this.endswith("ing") and (plural(before) or before in _MANY)
