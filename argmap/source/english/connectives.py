"""The words that introduce a condition, as data, and where they stand in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from argmap.source.english.clauses import Tokens, word
from argmap.source.english.lexicon import phrases
from argmap.source.english.tokens import Lane

Takes: TypeAlias = Literal["clause", "phrase", "inverted"]
"""What follows: a clause with a verb, a noun phrase, or a clause whose verb is the connective itself."""

Result: TypeAlias = Literal["any", "not past", "modal", "general", "would", "impossible"]
"""What the words are a condition of: anything; not what only was; what must, may or will be; what is so of
any one thing of a kind; what would be; what cannot or would not be, or if the condition
comes first anything that isn't past."""


@dataclass(frozen=True, slots=True)
class Connective:
    """Words that introduce a condition.

    `negated`: it is what must not hold. `only`: it is a necessary condition, so that it is the consequent.
    `first`: it is one only before what holds on it. Those not `offered` end a half, and that is all.
    """

    words: tuple[str, ...]
    takes: Takes = "clause"
    negated: bool = False
    only: bool = False
    result: Result = "any"
    first: bool = False
    offered: bool = True


class Place(NamedTuple):
    """A connective where it stands: from one index to another of its lane."""

    lane: Lane
    start: int
    end: int
    connective: Connective

    @property
    def tokens(self) -> Tokens:
        """The lane's tokens."""
        return self.lane.tokens

    @property
    def low(self) -> int:
        """The first index of the quotation it stands in, or of the lane."""
        return self.lane.reach(self.start)[0]

    @property
    def high(self) -> int:
        """The end index of the quotation it stands in, or of the lane."""
        return self.lane.reach(self.start)[1]

    def before(self, back: int = 1) -> str:
        """The word so many before it; an empty string where there is none, or a sign."""
        return word(self.tokens, self.start - back) if self.start - back >= self.low else ""

    def after(self, on: int = 1) -> str:
        """The word so many after it; an empty string where there is none, or a sign."""
        return word(self.tokens, self.end + on - 1) if self.end + on - 1 < self.high else ""


def _connectives(
    texts: str,
    takes: Takes = "clause",
    result: Result = "any",
    negated: bool = False,
    only: bool = False,
    first: bool = False,
    offered: bool = True,
) -> Iterator[Connective]:
    for words in phrases(texts):
        yield Connective(words, takes, negated, only, result, first, offered)


CONNECTIVES = (
    *_connectives("if, if and only if, if and when, provided, provided that, providing, providing that, in case"),
    Connective(("if", ",", "and", "only", "if", ",")),
    *_connectives("on condition that, on the condition that, on the sole condition that, on the strict condition that"),
    *_connectives("under the condition that, with the proviso that, on the understanding that, in the event that"),
    *_connectives("as long as, so long as, just so long as, whenever", result="not past"),
    *_connectives("assuming, assuming that, supposing, supposing that, presuming, presuming that", result="not past"),
    *_connectives("on the assumption that", result="not past"),
    *_connectives("where, wherever", result="modal", first=True),
    *_connectives("when", result="general", first=True),
    *_connectives("unless, unless and until, except if, except when, save if", negated=True),
    *_connectives("only if, only when, only where, only provided, only provided that, only as long as", only=True),
    *_connectives("only so long as, only on condition that, only on the condition that", only=True),
    *_connectives("in the event of, in case of, subject to", takes="phrase", first=True),
    *_connectives("given, with", takes="phrase", result="would", first=True),
    *_connectives("without, in the absence of, for want of, for lack of", "phrase", "impossible", negated=True),
    *_connectives("but for, absent, barring, failing", "phrase", "impossible", negated=True, first=True),
    *_connectives("were it not for, had it not been for, if not for", takes="phrase", negated=True),
    *_connectives("should", takes="inverted"),
    *_connectives("had, were", takes="inverted", result="would"),
    *_connectives("even if, even when, even where, even without, even with, even should", offered=False),
)

_BY_FIRST: dict[str, list[Connective]] = {}
for _one in sorted(CONNECTIVES, key=lambda connective: -len(connective.words)):
    _BY_FIRST.setdefault(_one.words[0], []).append(_one)

NONE = Connective(())
"""For conditionals that no words of the table introduce."""


def places(lane: Lane) -> Iterator[Place]:
    """Where words of the table stand in a lane, the longest at each index."""
    tokens = lane.tokens
    at = 0
    while at < len(tokens):
        for connective in _BY_FIRST.get(tokens[at].text, ()):
            end = at + len(connective.words)
            if end <= lane.reach(at)[1] and all(tokens[at + n].text == one for n, one in enumerate(connective.words)):
                yield Place(lane, at, end, connective)
                at = end - 1
                break
        at += 1
