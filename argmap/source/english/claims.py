"""How many claims a sentence makes, and whether one of them is given as a reason for another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.source.english.clauses import Tokens, clause, finite, main_verb, plural, subject, word
from argmap.source.english.extents import boundary, opens
from argmap.source.english.fronted import fronted
from argmap.source.english.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NOMINATIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    listed,
    phrases,
)
from argmap.source.english.tokens import Lane, lanes
from argmap.source.english.verbs import BASES, PASTS, REPORTING, THIRDS
from argmap.source.english.wording import sentence
from argmap.source.markers import marked
from argmap.source.sentences import sentences


class Reasoning(NamedTuple):
    """The word that says what follows from what; the premise, if the sentence gives one, and the conclusion."""

    word: str
    premise: str | None
    conclusion: str


class Joined(NamedTuple):
    """Two claims and the word or sign between them; `only`: there are no more."""

    word: str
    first: str
    second: str
    only: bool


_GIVING = phrases(
    "because, since, as, for, given that, seeing that, considering that, on the grounds that, on the ground that, "
    "for the reason that, inasmuch as"
)
_DRAWING = phrases(
    "therefore, thus, hence, so, consequently, it follows that, it follows from this that, ergo, which means that, "
    "which is why, that is why, that's why, this is why, for this reason, for that reason, for these reasons, "
    "this shows that, which shows that, we may conclude, we can conclude"
)
_SINGLE = listed("therefore thus hence consequently")
_ANYWHERE = (
    "because", "since", ", as ", ", for ", "given that", "seeing that", "considering that", "ground", "reason", "thus",
    "therefore", "hence", " so ", "so,", "consequently", "follows", "ergo", "which ", " why ", "shows that", "conclude",
    "inasmuch",
)  # fmt: skip
_FIRST = ("as ", "for ", "so ")
_FOCUSED = listed(
    "not only just simply merely partly largely mainly mostly precisely chiefly is are was were be it's that's perhaps "
    "probably maybe possibly or and but if whether than even as exactly especially"
)
"""Words before "because" that make the cause itself what is said."""

_SHOWING_AS = REPORTING | listed(
    "shown said seen see sees discover expected hoped argued noted anyone anybody everyone"
)
"""Words after "as" that name a witness: "as the survey has shown"."""

_ELSEWHERE = listed("if unless whether why how what when whenever that")
_ENDS = (". ", "! ", "? ", "… ", ".” ", '." ')
_SENTENCES = re.compile(r"[.!?…][”’\"')]*\s+\S")
_DEPENDENT = (RELATIVES | SUBORDINATORS) - listed("as than before after since until till once")
_PAIRING = listed("between both either neither than")
_TAKING_PLURAL = NOMINATIVES | listed(
    "people men women children police these those others many most some few both all none everyone"
)
_PLURAL_VERBS = listed("have are were do don't haven't aren't weren't")
_OF_PLACES = ("an", "ese", "ish", "ic", "al", "ch")
_NO_SUBJECT = RELATIVES | SUBORDINATORS | AUXILIARIES | COORDINATORS | PREPOSITIONS


def reasoning(text: str) -> Reasoning | None:
    """The reasoning inside an English text; causes named as such, or told as what somebody says, are none."""
    low = text.lower()
    if not low.startswith(_FIRST) and not any(sign in low for sign in _ANYWHERE):
        return None
    every = (lanes(text, *one)[0] for one in sentences(text))
    return next((found for lane in every if (found := _reasoning(text, lane)) is not None), None)


def _reasoning(text: str, lane: Lane) -> Reasoning | None:
    tokens = lane.tokens
    for at, end, _ in marked(lane):
        words = tuple(token.text for token in tokens[at:end])
        if lane.quoted[at] >= 0 or end >= len(tokens):
            continue
        found = _given(text, tokens, at, end) if words in _GIVING else None
        if words in _DRAWING:
            found = _drawn(text, tokens, at, end)
        if found is not None:
            return Reasoning(text[tokens[at].start : tokens[end - 1].end], *found)
    return None


_Parts = tuple[str | None, str]


def _given(text: str, tokens: Tokens, at: int, end: int) -> _Parts | None:
    """B because A; because A, B."""
    if opens(tokens, 0, at) >= at:
        split = fronted(tokens, end, boundary(tokens, end, len(tokens)), False)
        if (
            word(tokens, at - 1) in _FOCUSED - COORDINATORS
            or split is None
            or main_verb(tokens, end, split.end) is None
        ):
            return None
        return _words(text, tokens, end, split.end), _words(text, tokens, split.start, len(tokens))
    low = _start(tokens, at)
    first, left = opens(tokens, low, at), at - (tokens[at - 1].text == ",")
    shows = word(tokens, at) == "as" and any(word(tokens, n) in _SHOWING_AS for n in range(end, len(tokens)))
    if shows or word(tokens, at - 1) in _FOCUSED or _told(tokens, first, left):
        return None
    if main_verb(tokens, first, left) is None or clause(tokens, end, boundary(tokens, end, len(tokens))) is None:
        return None
    return _words(text, tokens, end, len(tokens)), _words(text, tokens, first, left)


def _drawn(text: str, tokens: Tokens, at: int, end: int) -> _Parts | None:
    """Therefore B; A, so B; B is therefore so."""
    after, this = word(tokens, end), word(tokens, at)
    if opens(tokens, 0, at) >= at:
        bare = this == "so" and after and (not subject(tokens, end) or _short_answer(tokens, end))
        bare = bare or main_verb(tokens, end, len(tokens)) is None
        return None if bare else (None, _words(text, tokens, opens(tokens, end, len(tokens)), len(tokens)))
    before = at
    while before > 0 and (tokens[before - 1].text in (",", ";", ":") or word(tokens, before - 1) in ("and", "but")):
        before -= 1
    first = opens(tokens, _start(tokens, before), before)
    follows = clause(tokens, end, boundary(tokens, end, len(tokens))) is not None
    if before < at and follows and main_verb(tokens, first, before) is not None and not _told(tokens, first, before):
        return _words(text, tokens, first, before), _words(text, tokens, end, len(tokens))
    if this not in _SINGLE or not (word(tokens, at - 1) in AUXILIARIES or _set_off(tokens, at)):
        return None
    commas = tokens[at - 1].text == "," and not after
    cut = tokens[at - 1 - commas].end, tokens[at + commas].end
    rest = text[tokens[0].start : cut[0]] + text[cut[1] :]
    return (None, sentence(rest)) if not _told(tokens, 0, at) else None


def _short_answer(tokens: Tokens, first: int) -> bool:
    """Whether only a pronoun and its auxiliary are there, so that "so" stands for what was said: "so they will"."""
    return word(tokens, first) in NOMINATIVES and word(tokens, first + 1) in AUXILIARIES and not word(tokens, first + 2)


def _set_off(tokens: Tokens, at: int) -> bool:
    return tokens[at - 1].text == "," and tokens[at + 1].text == ","


def _start(tokens: Tokens, at: int) -> int:
    """The index after the last sign before an index that divides clauses."""
    return next((n + 1 for n in range(at - 1, -1, -1) if tokens[n].boundary), 0)


def _told(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words before an index make what stands there somebody's saying, or a condition."""
    verb = main_verb(tokens, first, end)
    says = verb is not None and word(tokens, verb) in REPORTING and verb < end - 1
    return says or any(word(tokens, at) in _ELSEWHERE for at in range(first, end))


def joined(text: str) -> Joined | None:
    """Two claims that an English text joins; lists of things, and what depends on a condition or a report, are none."""
    several = any(sign in text for sign in _ENDS) and _SENTENCES.search(text)
    if not several and not any(sign in text for sign in (" and ", " but ", ";")):
        return None
    if several:
        parts = [text[start:end] for start, end in sentences(text)]
        whole = [part for part in parts if _has_verb(part)]
        if len(whole) > 1:
            return Joined("", sentence(whole[0]), sentence(whole[1]), len(parts) == 2)
    lane = lanes(text, 0, len(text))[0]
    found = list(_joints(lane))
    if not found:
        return None
    at, tokens = found[0], lane.tokens
    left = at - (tokens[at - 1].text == ",")
    first, second = _words(text, tokens, 0, left), _words(text, tokens, at + 1, len(tokens))
    return Joined(tokens[at].text, first, second, len(found) == 1)


def _has_verb(text: str) -> bool:
    tokens = lanes(text, 0, len(text))[0].tokens
    return main_verb(tokens, 0, len(tokens)) is not None


def _joints(lane: Lane) -> Iterator[int]:
    tokens = lane.tokens
    low = 0
    for at, token in enumerate(tokens):
        if token.text not in ("and", "but", ";") or lane.quoted[at] >= 0 or not 0 < at < len(tokens) - 1:
            continue
        if _claim_before(tokens, low, at) and _claim_after(tokens, at):
            yield at
            low = at + 1


def _claim_before(tokens: Tokens, low: int, at: int) -> bool:
    if any(tokens[n].text == ":" for n in range(low, at)):
        return False
    verb = main_verb(tokens, low, at)
    if tokens[at].text == ";" or verb is None:
        return verb is not None
    if verb == at - 1 and word(tokens, verb) not in AUXILIARIES:
        return False
    before = {word(tokens, n) for n in range(low, at)}
    if not before.isdisjoint(_DEPENDENT) or not before.isdisjoint(_PAIRING):
        return False
    if any(tokens[n].text == "," and word(tokens, n + 1) == "as" for n in range(low, at)):
        return False
    if word(tokens, verb) not in REPORTING:
        return True
    left = at - (tokens[at - 1].text == ",")
    return verb < left - 1 and not any(finite(tokens, n) for n in range(verb + 1, left))


def _claim_after(tokens: Tokens, at: int) -> bool:
    end = boundary(tokens, at + 1, len(tokens))
    first = opens(tokens, at + 1, end)
    while first < end and word(tokens, first) in ADVERBS:
        first += 1
    verb = clause(tokens, first, end)
    if verb is None or word(tokens, first) in _NO_SUBJECT or tokens[verb].capital or _goes_on(tokens, first):
        return False
    if tokens[at].text == ";":
        return True
    this, head = word(tokens, verb), word(tokens, verb - 1)
    between = [token.text for token in tokens[first:verb]]
    if between.count(",") == 1 or "than" in between or not head:
        return False
    pronoun = word(tokens, first).partition("'")[0] in NOMINATIVES
    if pronoun and verb - first <= 2:
        return True
    if all(one in ADVERBS or one.endswith("ly") for one in between):
        return False
    many = this in _PLURAL_VERBS or (this in BASES and this not in AUXILIARIES)
    if many and not (plural(head) or head in _TAKING_PLURAL or "and" in between):
        return False
    if tokens[verb - 1].capital and head.endswith(_OF_PLACES) and this not in AUXILIARIES:
        return False
    sure = this in AUXILIARIES or tokens[at - 1].text == ","
    return sure or (subject(tokens, first) and verb < end - 1)


def _goes_on(tokens: Tokens, first: int) -> bool:
    """Whether a verb and its object begin at an index, so that the subject before has two verbs."""
    return word(tokens, first) in THIRDS | PASTS and word(tokens, first + 1) in DETERMINERS


def _words(text: str, tokens: Tokens, first: int, end: int) -> str:
    """The words between two indices as a sentence of their own."""
    while end > first and not tokens[end - 1].word:
        end -= 1
    return sentence(text[tokens[first].start : tokens[end - 1].end]) if end > first else ""
