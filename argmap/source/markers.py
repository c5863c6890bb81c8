"""Words that mark a premise, a conclusion or a contrast, to be highlighted in a text; never proposed as anything.

Source: studies/source-anchors.md (such markers are right two to four times in five).
"""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from argmap.source.document import Document, Passage
from argmap.source.english.clauses import clause, main_verb, past, subject, word
from argmap.source.english.extents import boundary, opens
from argmap.source.english.lexicon import BE, MODALS, NOMINATIVES, listed, phrases
from argmap.source.english.tokens import Lane, lanes

MarkerKind: TypeAlias = Literal["premise", "conclusion", "contrast"]


class Marker(NamedTuple):
    """A word or a few that say how a sentence stands to another: where they are, and what they mark."""

    passage: Passage
    kind: MarkerKind


_WORDS: dict[MarkerKind, str] = {
    "premise": (
        "because, because of, since, as, for, given that, seeing that, considering that, in view of, in light of, "
        "in the light of, on the grounds that, on the ground that, owing to, due to, thanks to, after all, in that, "
        "the reason is, for the reason that, inasmuch as, follows from, follow from, as shown by, as is shown by, "
        "judging by, on account of, by reason of"
    ),
    "conclusion": (
        "therefore, thus, hence, so, consequently, accordingly, as a result, as a consequence, it follows that, "
        "it follows from this that, which means that, this means that, that means that, that is why, that's why, "
        "this is why, which is why, this shows that, which shows that, which suggests that, this suggests that, "
        "this implies that, which implies that, for this reason, for that reason, for these reasons, in conclusion, "
        "we may conclude, we can conclude, we may infer, one may conclude, ergo, the upshot is"
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


class _Place(NamedTuple):
    """A word in its lane."""

    lane: Lane
    at: int

    def near(self, by: int) -> str:
        """The word so many after it, or before it; an empty string where there is none, or a sign."""
        return word(self.lane.tokens, self.at + by)

    @property
    def begins(self) -> bool:
        """Whether nothing but words that join stand before it in its clause."""
        return opens(self.lane.tokens, self.lane.run(self.at), self.at) == self.at

    @property
    def end(self) -> int:
        """The end of the clause that follows it."""
        first = self.at + 1
        high = self.lane.reach(first)[1] if first < len(self.lane.tokens) else first
        return boundary(self.lane.tokens, first, high)

    @property
    def comma(self) -> int:
        """The first comma after it, or the end of the clause."""
        return next((at for at in range(self.at + 1, self.end) if self.lane.tokens[at].text == ","), self.end)


def markers(document: Document) -> list[Marker]:
    """The markers of a text, in its order."""
    every = (lane for start, end in document.sentences for lane in lanes(document.text, start, end))
    found = ((lane.tokens, *one) for lane in every for one in marked(lane))
    return sorted(Marker(Passage(tokens[at].start, tokens[end - 1].end), kind) for tokens, at, end, kind in found)


def marked(lane: Lane) -> Iterator[tuple[int, int, MarkerKind]]:
    """The markers of a lane: the first and the end index of each, and its kind."""
    tokens = lane.tokens
    at = 0
    while at < len(tokens):
        for words, kind in _BY_FIRST.get(tokens[at].text, ()):
            end = at + len(words)
            if all(word(tokens, at + n) == one for n, one in enumerate(words)):
                check = _CHECKS.get(words[0]) if len(words) == 1 else None
                if check is None or check(_Place(lane, at)):
                    yield at, end, kind
                at = end - 1
                break
        at += 1


_TIMES = listed(
    "then last yesterday january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday around about roughly at early late mid its their his her"
)
_SPANS = listed("ever long years decades centuries")
_AS_WELL = listed("if though long soon far well to")
_SO_FAR = listed("far much many that long as to called few little often do does did")
_NOTHING = listed("nothing all anything none nobody everything last cannot help")


def _since(place: _Place) -> bool:
    """Causal: not "since 1990", "since the war", "it has risen since he left"."""
    tokens, after, comma = place.lane.tokens, place.near(1), place.comma
    if after in _TIMES or after[:1].isdecimal() or place.near(-1) in _SPANS:
        return False
    verb = main_verb(tokens, place.at + 1, comma)
    if verb is None or (place.begins and comma == place.end):
        return False
    rest = (*range(place.lane.run(place.at), place.at), *range(comma, place.end))
    perfect = any(word(tokens, at) in ("has", "have", "had") for at in rest)
    return not (past(tokens, verb) and perfect)


def _as(place: _Place) -> bool:
    """Causal only where a clause follows a comma: ", as it is late"."""
    if place.near(-1) or place.at == 0 or place.near(1) in _AS_WELL or not subject(place.lane.tokens, place.at + 1):
        return False
    verb = clause(place.lane.tokens, place.at + 1, min(place.end, place.at + 9))
    return verb is not None and word(place.lane.tokens, verb) in BE | MODALS | {"has", "have"}


def _for(place: _Place) -> bool:
    """A conjunction, with a clause after it: ", for it was late"."""
    if place.near(-1) or not subject(place.lane.tokens, place.at + 1):
        return False
    verb = clause(place.lane.tokens, place.at + 1, place.end)
    return verb is not None and verb < place.comma and (place.near(1) in NOMINATIVES or place.at > 0)


def _so(place: _Place) -> bool:
    """What follows, at the beginning of a clause: not "so far", "so that", "or so", "think so"."""
    if place.near(1) in _SO_FAR or place.near(-1) not in ("", "and"):
        return False
    return place.near(1) == "" or clause(place.lane.tokens, place.at + 1, place.end) is not None


def _but(place: _Place) -> bool:
    """Not "nothing but", "no choice but to", "but for", "not only ... but also"."""
    if place.near(-1) in _NOTHING or place.near(-2) in ("no", "little"):
        return False
    return place.near(1) not in ("for", "also", "rather")


def _however(place: _Place) -> bool:
    """Set off by a sign: not "however good"."""
    return not place.near(1) or bool(place.near(-1) and place.near(1) not in ("much", "many", "long"))


def _though(place: _Place) -> bool:
    """Not "as though"."""
    return place.near(-1) != "as"


def _yet(place: _Place) -> bool:
    """At the beginning of a clause: not "not yet", "yet another", "has yet to come"."""
    return place.near(1) not in ("another", "to", "more", "again") and place.near(-1) in ("", "and", "but")


def _while(place: _Place) -> bool:
    """With a clause of its own: not "a while", "while reading"."""
    if place.near(-1) or place.near(1).endswith("ing"):
        return False
    verb = main_verb(place.lane.tokens, place.at + 1, place.comma)
    return verb is not None and not (place.at == 0 and word(place.lane.tokens, verb) in ("was", "were"))


def _set_off(place: _Place) -> bool:
    """Opens its sentence, with a sign after it."""
    return place.begins and not place.near(1) and place.at + 2 < len(place.lane.tokens)


def _not_so_far(place: _Place) -> bool:
    """Not "thus far"."""
    return place.near(1) != "far"


_CHECKS: dict[str, Callable[[_Place], bool]] = {
    "since": _since,
    "as": _as,
    "for": _for,
    "so": _so,
    "thus": _not_so_far,
    "but": _but,
    "however": _however,
    "though": _though,
    "yet": _yet,
    "still": _set_off,
    "while": _while,
    "instead": _set_off,
    "rather": _set_off,
    "granted": _set_off,
    "unfortunately": _set_off,
}
