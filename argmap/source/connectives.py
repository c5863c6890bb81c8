"""The words that introduce a condition, as data, and where the same words do something else."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Takes: TypeAlias = Literal["clause", "phrase", "inverted"]
"""What follows: a clause with a verb, a noun phrase, or a clause whose verb is the connective itself."""


@dataclass(frozen=True, slots=True)
class Connective:
    """Words that introduce a condition.

    `negated`: it is what must not hold. `only`: the condition is a necessary one, so that it is the consequent.
    `would`: it is a condition only of what would or will be.
    """

    words: tuple[str, ...]
    takes: Takes = "clause"
    negated: bool = False
    only: bool = False
    would: bool = False
    concessive: bool = False


def _all(texts: str, **more: object) -> list[Connective]:
    return [Connective(tuple(text.split()), **more) for text in texts.split(", ")]  # type: ignore[arg-type]


CONNECTIVES = [
    *_all("if, if and when, when and if, provided, provided that, providing, providing that"),
    *_all("as long as, so long as, on condition that, on the condition that, under the condition that"),
    *_all("in the event that, in case, assuming, assuming that, supposing, supposing that"),
    *_all("presuming, presuming that, on the assumption that, on the understanding that, with the proviso that"),
    *_all("whenever, wherever, where, if and only if"),
    *_all("unless, unless and until, except if", negated=True),
    *_all("only if, only when, only where, only provided, only as long as, only so long as, only on condition that", only=True),
    *_all("in the event of, in case of", takes="phrase"),
    *_all("given, with", takes="phrase", would=True),
    *_all("without, but for, absent, barring, failing, in the absence of, for want of, for lack of", takes="phrase", negated=True, would=True),
    *_all("were it not for, had it not been for", takes="phrase", negated=True),
    *_all("should, had, were", takes="inverted"),
    *_all("even if", concessive=True),
]

BY_FIRST: dict[str, list[Connective]] = {}
for _one in sorted(CONNECTIVES, key=lambda connective: -len(connective.words)):
    BY_FIRST.setdefault(_one.words[0], []).append(_one)
