"""Halves of a conditional as sentences of their own, and the hedge of the consequent."""

import re

from argmap.model.statements import Qualifier
from argmap.source.clauses import Tokens, finite, main_verb, word
from argmap.source.document import Passage

_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]")
_PAIRS = {"“": "”", "‘": "’", "(": ")", "[": "]", "«": "»"}
_MIGHT = frozenset("perhaps possibly maybe conceivably possible conceivable".split())
_LIKELY = frozenset("probably likely presumably probable".split())
_UNLIKELY = frozenset("unlikely improbable doubtful implausible".split())
_THERE_IS = frozenset("is are has have runs".split())
_CHANCE = frozenset("chance risk danger possibility".split())
_INNER = frozenset("that who which if because when where while".split())
_REACH = 7


def sentence(pieces: str, end: str = ".") -> str:
    """Words as one sentence: on one line, capitalised, without footnote marks, ended."""
    text = " ".join(_FOOTNOTE.sub("", pieces).split()).strip(" ,;:—–-")
    at = next((at for at, sign in enumerate(text) if sign.isalnum()), 0)
    text = text[:at] + text[at : at + 1].upper() + text[at + 1 :]
    return text if text.endswith((".", "!", "?", "…")) or re.search(r"[.!?…][”’\"']$", text) else text + end


def tightened(text: str, passage: Passage) -> Passage:
    """A passage with the quotation marks or brackets that its words stand in, if both are there, and no half pair."""
    start, end = passage
    for opener, closer in _PAIRS.items():
        inner = text[start:end]
        opened, closed = inner.count(opener), inner.count(closer)
        if closer == "’":
            continue
        if opened > closed and text[end : end + 1] == closer:
            end += 1
        elif closed > opened and start > 0 and text[start - 1] == opener:
            start -= 1
    return Passage(start, end)


def qualifier(tokens: Tokens, first: int, end: int, contrary: bool = False) -> Qualifier | None:
    """The hedge of a clause, at its main verb or before it; `contrary` to fact, "could" says what would be possible."""
    verb = main_verb(tokens, first, end)
    if verb is None:
        verb = next((at for at in range(first, end) if finite(tokens, at)), first)
    stop = min(end, verb + _REACH)
    stop = next((at for at in range(verb + 1, stop) if word(tokens, at) in _INNER), stop)
    near = [word(tokens, at) for at in range(first, stop)]
    if any(this in _UNLIKELY for this in near) or _pair(near, ("not", "hardly", "scarcely"), ("likely", "probable")):
        return "unlikely"
    if any(this in _LIKELY for this in near) or _pair(near, ("in",), ("all",)) and "likelihood" in near:
        return "likely"
    main = word(tokens, verb)
    if main in ("may", "might") or (main == "could" and not contrary and word(tokens, verb + 1) != "not"):
        return "might"
    if any(this in _MIGHT for this in near) or (main in _THERE_IS and any(this in _CHANCE for this in near)):
        return "might"
    return None


def _pair(near: list[str], one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(this in one and after in other for this, after in zip(near, near[1:], strict=False))
