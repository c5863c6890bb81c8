"""Words that mark a premise, a conclusion or a contrast, to be highlighted in a text; never proposed as anything.

Source: studies/source-anchors.md (they are right two to four times in five).
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from argmap.source.document import Document, Passage
from argmap.source.english.clauses import clause, main_verb, past, subject, word
from argmap.source.english.extents import opens
from argmap.source.english.lexicon import BE, MODALS, NOMINATIVES, PREPOSITIONS, listed, phrases
from argmap.source.english.tokens import Lane, lanes

MarkerKind: TypeAlias = Literal["premise", "conclusion", "contrast"]


class Marker(NamedTuple):
    """A word or a few that say how a sentence stands to another: where they are, and what they mark."""

    passage: Passage
    kind: MarkerKind


_WORDS: dict[MarkerKind, str] = {
    "premise": (
        "because, since, as, for, given that, seeing that, considering that, in view of, in light of, in the "
        "light of, on the grounds that, on the ground that, owing to, due to, thanks to, after all, the reason "
        "is, for the reason that, inasmuch as, in that, follows from, follow from, as shown by, as is shown by, "
        "judging by, on account of, by reason of"
    ),
    "conclusion": (
        "therefore, thus, hence, so, consequently, accordingly, as a result, as a consequence, it follows that, "
        "it follows from this that, which means that, this means that, that means that, that is why, that's why, "
        "this is why, which is why, this shows that, which shows that, which suggests that, this suggests that, "
        "this implies that, which implies that, for this reason, for that reason, for these reasons, in conclusion, "
        "we may conclude, we can conclude, we may infer, one may conclude, ergo, it is clear then that, the upshot is"
    ),
    "contrast": (
        "but, however, although, though, even though, yet, still, nevertheless, nonetheless, whereas, while, "
        "despite, in spite of, notwithstanding, on the contrary, on the other hand, by contrast, in contrast, "
        "conversely, even so, all the same, be that as it may, that said, having said that, admittedly, granted, "
        "to be sure, albeit, even if, instead, rather, unfortunately"
    ),
}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], MarkerKind]]] = {}
for _kind, _texts in _WORDS.items():
    for _phrase in phrases(_texts):
        _BY_FIRST.setdefault(_phrase[0], []).append((_phrase, _kind))
for _several in _BY_FIRST.values():
    _several.sort(key=lambda one: -len(one[0]))


def markers(document: Document) -> list[Marker]:
    """The markers of a text, in its order."""
    found = [one for start, end in document.sentences for lane in lanes(document.text, start, end) for one in _in(lane)]
    return sorted(found)


def _in(lane: Lane) -> Iterator[Marker]:
    tokens = lane.tokens
    at = 0
    while at < len(tokens):
        for words, kind in _BY_FIRST.get(tokens[at].text, ()):
            end = at + len(words)
            if all(word(tokens, at + n) == one for n, one in enumerate(words)):
                check = _CHECKS.get(words[0]) if len(words) == 1 else None
                if check is None or check(lane, at):
                    yield Marker(Passage(tokens[at].start, tokens[end - 1].end), kind)
                at = end - 1
                break
        at += 1


def _begins(lane: Lane, at: int) -> bool:
    """Whether a word opens its clause: nothing but a sign or words that join stand before it."""
    return opens(lane.tokens, lane.run(at), at) == at or not word(lane.tokens, at - 1)


def _ends(lane: Lane, first: int) -> int:
    end = lane.reach(first)[1] if first < len(lane.tokens) else first
    return next((at for at in range(first, min(end, first + _FAR)) if lane.tokens[at].boundary), min(end, first + _FAR))


_FAR = 60
_TIMES = listed(
    "then last yesterday january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday around about roughly at early late mid its their his her"
)


def _since(lane: Lane, at: int) -> bool:
    """Causal, with a clause that isn't of the past: not "since 1990", "since the war", "has risen since he left"."""
    tokens, after = lane.tokens, word(lane.tokens, at + 1)
    if (
        after in _TIMES
        or after[:1].isdecimal()
        or word(tokens, at - 1) in ("ever", "long", "years", "decades", "centuries")
    ):
        return False
    end = next((n for n in range(at + 1, _ends(lane, at + 1)) if tokens[n].text == ","), _ends(lane, at + 1))
    verb = main_verb(tokens, at + 1, end)
    if verb is None:
        return False
    perfect = any(
        word(tokens, n) in ("has", "have", "had") for n in (*range(lane.run(at), at), *range(end, _ends(lane, end)))
    )
    return not (past(tokens, verb) and perfect)


def _as(lane: Lane, at: int) -> bool:
    """Causal only where a clause follows a comma: ", as it is late"."""
    tokens = lane.tokens
    first = at + 1
    if word(tokens, at - 1) or at == 0 or word(tokens, first) in ("if", "though", "long", "soon", "far", "well", "to"):
        return False
    verb = clause(tokens, first, min(_ends(lane, first), first + 8))
    return verb is not None and (subject(tokens, first)) and word(tokens, verb) in BE | MODALS | {"has", "have"}


def _for(lane: Lane, at: int) -> bool:
    """A conjunction, with a clause after it: ", for it was late"."""
    tokens, first = lane.tokens, at + 1
    if word(tokens, at - 1) or not subject(tokens, first):
        return False
    end = _ends(lane, first)
    verb = clause(tokens, first, end)
    comma = next((n for n in range(first, end) if tokens[n].text == ","), end)
    return verb is not None and verb < comma and (word(tokens, first) in NOMINATIVES or at > 0)


def _so(lane: Lane, at: int) -> bool:
    """What follows, at the beginning of a clause: not "so far", "so many", "so that", "or so", "think so"."""
    tokens, after = lane.tokens, word(lane.tokens, at + 1)
    if after in (
        "far",
        "much",
        "many",
        "that",
        "long",
        "as",
        "to",
        "called",
        "few",
        "little",
        "often",
        "do",
        "does",
        "did",
    ):
        return False
    before = word(tokens, at - 1)
    if before and before != "and":
        return False
    return word(tokens, at + 1) == "" or clause(tokens, at + 1, _ends(lane, at + 1)) is not None


def _but(lane: Lane, at: int) -> bool:
    """Not "nothing but", "all but", "but for", "not only ... but also"."""
    tokens = lane.tokens
    before, after = word(tokens, at - 1), word(tokens, at + 1)
    if before in ("nothing", "all", "anything", "none", "nobody", "everything", "last", "cannot", "help", "no"):
        return False
    return after not in ("for", "also", "rather")


def _however(lane: Lane, at: int) -> bool:
    """Set off by a sign: not "however good"."""
    after = word(lane.tokens, at + 1)
    return not after or (bool(word(lane.tokens, at - 1)) and after not in ("much", "many", "long"))


def _though(lane: Lane, at: int) -> bool:
    return word(lane.tokens, at - 1) not in ("as", "even")


def _yet(lane: Lane, at: int) -> bool:
    """A conjunction, at the beginning of a clause: not "not yet", "yet another", "yet to come"."""
    before, after = word(lane.tokens, at - 1), word(lane.tokens, at + 1)
    return after not in ("another", "to", "more", "again") and (not before or before in ("and", "but"))


def _still(lane: Lane, at: int) -> bool:
    return lane.run(at) == at and not word(lane.tokens, at + 1)


def _while(lane: Lane, at: int) -> bool:
    """With a clause of its own, first or after a comma: not "a while", "while reading"."""
    tokens, after = lane.tokens, word(lane.tokens, at + 1)
    if after.endswith("ing") or word(tokens, at - 1) in ("a", "the", "for", "worth", "little"):
        return False
    end = next((n for n in range(at + 1, _ends(lane, at + 1)) if tokens[n].text == ","), _ends(lane, at + 1))
    verb = main_verb(tokens, at + 1, end)
    return not word(tokens, at - 1) and verb is not None and not (word(tokens, verb) in ("was", "were") and at == 0)


def _set_off(lane: Lane, at: int) -> bool:
    """Opens its clause and is followed by a comma."""
    return _begins(lane, at) and at + 1 < len(lane.tokens) and lane.tokens[at + 1].text == ","


def _thus(lane: Lane, at: int) -> bool:
    return word(lane.tokens, at + 1) not in ("far", "spoke")


def _because(lane: Lane, at: int) -> bool:
    return word(lane.tokens, at - 1) not in PREPOSITIONS - {"before"} or word(lane.tokens, at + 1) != ""


_CHECKS = {
    "because": _because,
    "since": _since,
    "as": _as,
    "for": _for,
    "so": _so,
    "thus": _thus,
    "but": _but,
    "however": _however,
    "though": _though,
    "yet": _yet,
    "still": _still,
    "while": _while,
    "instead": _set_off,
    "rather": _set_off,
    "granted": _set_off,
    "unfortunately": _set_off,
}
