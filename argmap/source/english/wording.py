"""Halves of a conditional as sentences of their own, and the hedge of the consequent."""

import re

from argmap.model.statements import Qualifier
from argmap.source.document import Passage
from argmap.source.english.clauses import Tokens, finite, main_verb, subject, word
from argmap.source.english.connectives import Connective
from argmap.source.english.halves import Halves, Stretch
from argmap.source.english.lexicon import AUXILIARIES, DETERMINERS, HAVE, NOMINATIVES, PREPOSITIONS, listed
from argmap.source.english.verbs import BASES, PARTICIPLES

_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]")
_ENDED = re.compile(r"[.!?…][”’\"']?$")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"), ('"', '"'))
_NO_VERB_AFTER = DETERMINERS | (PREPOSITIONS - {"to"})
_REACH, _START = 7, 4


def sentence(words: str, end: str = ".") -> str:
    """Words as one sentence: on one line, capitalised, without footnote marks, ended."""
    text = " ".join(_FOOTNOTE.sub("", words).split()).strip(" ,;:—–-")
    first = next((at for at, sign in enumerate(text) if sign.isalnum()), len(text))
    text = text[:first] + text[first : first + 1].upper() + text[first + 1 :]
    return text if _ENDED.search(text) else text + end


def tightened(text: str, passage: Passage) -> Passage:
    """A passage with the closing or opening sign next to it whose other one it holds."""
    start, end = passage
    for opener, closer in _PAIRS:
        inner = text[start:end]
        opened, closed = inner.count(opener), inner.count(closer)
        lacks = opened % 2 if opener == closer else opened - closed
        after = end + 1 if text[end : end + 2] == "." + closer else end
        if lacks > 0 and text[after : after + 1] == closer:
            end = after + 1
        elif (lacks < 0 or (lacks and opener == closer)) and start > 0 and text[start - 1] == opener:
            start -= 1
    return Passage(start, end)


def condition_words(text: str, condition: Stretch, connective: Connective) -> str:
    """A condition's words; after "had" and "were" with that verb behind its subject, where that surely ends."""
    lane, first, end = condition
    if connective.takes != "inverted" or connective.words == ("should",):
        return _text(text, lane.tokens, first, end)
    verb = connective.words[0]
    at = _subject_end(lane.tokens, first, end, verb)
    if at is None:
        return f"{verb} {_text(text, lane.tokens, first, end)}"
    return f"{_text(text, lane.tokens, first, at)} {verb} {_text(text, lane.tokens, at, end)}"


def result_words(text: str, halves: Halves, connective: Connective) -> str:
    """The words of what holds; after "only if" with its verb behind its subject, where that surely ends."""
    lane, first, end = halves.result[0]
    verb = word(lane.tokens, first)
    at = _subject_end(lane.tokens, first + 1, end, verb) if connective.only and verb in AUXILIARIES else None
    if at is None:
        return " ".join(_text(text, piece.lane.tokens, piece.first, piece.end) for piece in halves.result)
    return f"{_text(text, lane.tokens, first + 1, at)} {verb} {_text(text, lane.tokens, at, end)}"


def _text(text: str, tokens: Tokens, first: int, end: int) -> str:
    return text[slice(*tightened(text, Passage(tokens[first].start, tokens[end - 1].end)))]


def _subject_end(tokens: Tokens, first: int, end: int, verb: str) -> int | None:
    """Where the subject ends that a verb was put before; None where that is not sure."""
    this = word(tokens, first)
    if this in NOMINATIVES or (this in ("this", "that", "these", "those") and not subject(tokens, first + 1)):
        return first + 1 if first + 1 < end else None
    if verb == "were":
        to = (at for at in range(first + 1, end - 1) if word(tokens, at) == "to" and _plain(tokens, at + 1))
        return next(to, None)
    found = _participle if verb in HAVE else _plain
    return next((at for at in range(first + 1, end) if found(tokens, at)), None)


def _plain(tokens: Tokens, at: int) -> bool:
    this = word(tokens, at)
    return (this in BASES or this in ("be", "have", "do")) and word(tokens, at - 1) not in _NO_VERB_AFTER


def _participle(tokens: Tokens, at: int) -> bool:
    this = word(tokens, at)
    done = this in PARTICIPLES or this.endswith("ed") or this in ("been", "not")
    return done and word(tokens, at - 1) not in DETERMINERS


def only_before_verb(split: Halves, connective: Connective) -> bool:
    """Whether an "only" before the verb makes an "if" after it a necessary condition: "it only works if"."""
    if connective.words != ("if",) or split.leads or len(split.result) > 1:
        return False
    lane, first, end = split.result[0]
    tokens = lane.tokens
    at = next((at for at in range(first + 1, end - 1) if word(tokens, at) == "only"), None)
    if at is None:
        return False
    verb, near = word(tokens, at + 1), [word(tokens, at + 2), word(tokens, at + 3)]
    plain = verb in BASES or finite(tokens, at + 1) or verb in PARTICIPLES or verb.endswith("ed")
    return plain and not any(this.isdecimal() or this in ("a", "an") for this in near)


_MIGHT = listed("perhaps possibly maybe conceivably possible conceivable")
_LIKELY = listed("probably likely presumably probable")
_LIKELY_PHRASES = ("in all likelihood", "in all probability", "every chance", "chances are", "the odds are")
_UNLIKELY = listed("unlikely improbable doubtful implausible")
_THERE_IS = listed("is are has have runs")
_CHANCE = listed("chance risk danger possibility")
_INNER = listed("that who which if because when where while")


def hedge(tokens: Tokens, first: int, end: int, contrary: bool = False) -> Qualifier | None:
    """The hedge of a clause, at its main verb or before it; `contrary` to fact, "could" says what would be possible."""
    verb = main_verb(tokens, first, end)
    if verb is None:
        verb = next((at for at in range(first, end) if finite(tokens, at)), first)
    stop = min(end, verb + _REACH)
    stop = next((at for at in range(verb + 1, stop) if word(tokens, at) in _INNER), stop)
    near = [word(tokens, at) for at in range(first, stop) if at < first + _START or at > verb - _START]
    said = f" {' '.join(near)} "
    if any(this in _UNLIKELY for this in near) or any(f" {no} likely " in said for no in ("not", "hardly", "scarcely")):
        return "unlikely"
    if any(this in _LIKELY for this in near) or any(f" {phrase} " in said for phrase in _LIKELY_PHRASES):
        return "likely"
    main = "" if " as well " in said else word(tokens, verb)
    if main in ("may", "might") or (main == "could" and not contrary and word(tokens, verb + 1) != "not"):
        return "might"
    chance = main in _THERE_IS and "no" not in near and any(this in _CHANCE for this in near)
    return "might" if chance or any(this in _MIGHT for this in near) else None
