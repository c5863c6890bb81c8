"""Whether a sentence can be parted in two that say, together, just what it said."""

from argmap.source.english.clauses import Tokens, clause, word
from argmap.source.english.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    listed,
)
from argmap.source.english.pointing import dangling
from argmap.source.english.tokens import lanes
from argmap.source.words import normalised

_BACKWARDS = listed(
    "it its it's they them their theirs they're he him his he's she her hers she's itself themselves himself herself "
    "this these those that's one ones such so too also then both former latter other others another same else instead "
    "otherwise either neither each respectively likewise again do does did don't doesn't didn't not"
)
"""Words that lean on what was said before; of these "do" and "not" where nothing follows."""

_SUBJECTS = listed("there nobody everybody everyone someone somebody nothing everything we i you")
_WIDE = listed(
    "if unless when whenever because since although though while whereas until till before after where wherever "
    "whether provided as only perhaps maybe probably possibly mainly partly and or but nor"
)
"""Words that may reach over both parts, so that nobody knows which of them they belong to."""

_JUDGING = MODALS | listed("is are isn't aren't")
_DENYING = listed("not no never nobody nothing none cannot hardly few little neither")


def separable(text: str, first: str, second: str, between: str) -> bool:
    """Whether a text is two complete sentences, with some words between them or in front.

    The second leans on the first by no word, and no word may be said of both.
    """
    said = [normalised(part) for part in (first, between, second)]
    if normalised(text) not in ([*said[0], *said[1], *said[2]], [*said[1], *said[0], *said[2]]):
        return False
    parts = [lanes(part, 0, len(part))[0].tokens for part in (first, second)]
    if not all(_whole(tokens) for tokens in parts) or dangling(first) is not None:
        return False
    return all(_leans_on_nothing(parts[1], at) for at in range(len(parts[1])))


def denied(text: str) -> bool:
    """Whether a sentence denies something, so that what is joined to it may be denied with it."""
    return any(word in _DENYING or word.endswith("n't") for word in normalised(text))


def judges(text: str) -> bool:
    """Whether a sentence says what should, can or must be, or what something is, rather than tells what happens."""
    tokens = lanes(text, 0, len(text))[0].tokens
    verb = clause(tokens, 0, len(tokens))
    return verb is not None and tokens[verb].text in _JUDGING


def surely_said(text: str) -> bool:
    """Whether a sentence's verb is one that can be nothing else."""
    tokens = lanes(text, 0, len(text))[0].tokens
    verb = clause(tokens, 0, len(tokens))
    return verb is not None and tokens[verb].text in AUXILIARIES


def _whole(tokens: Tokens) -> bool:
    first, verb = word(tokens, 0), clause(tokens, 0, len(tokens))
    if verb is None or first in PREPOSITIONS | ADVERBS | SUBORDINATORS | COORDINATORS | AUXILIARIES:
        return False
    if word(tokens, len(tokens) - 2) in AUXILIARIES | {"to"}:
        return False
    lone = verb <= 1 and first in PRONOUNS and first not in _SUBJECTS
    return not lone and not any(token.text in _WIDE or token.text in (",", "?", ":") for token in tokens)


def _leans_on_nothing(tokens: Tokens, at: int) -> bool:
    this = tokens[at].text
    if this in AUXILIARIES or this == "not":
        return bool(word(tokens, at + 1))
    return this not in _BACKWARDS
