"""The words of a sentence that carry its matter, by their stems: what an argument is about."""

import re

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
    phrases,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEAST, _STEM = 3, 6
_SMALL = (
    ADVERBS
    | AUXILIARIES
    | COORDINATORS
    | DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | RELATIVES
    | SUBORDINATORS
    | listed(
        "be been being am get got gets have having make makes made making take takes taking give gives come comes go "
        "goes going mean means meant let lets people person thing things way ways case cases fact reason reasons kind "
        "kinds sort sorts part parts lot number well out off down back away same different likely unlikely possible "
        "impossible true false wrong right good bad better best worse need needs able about him them us me her hers "
        "ours theirs itself themselves himself herself according due first second third many new old great little "
        "long far high low"
    )
)
_ENDINGS = phrases(
    "ations, ation, ments, ment, ness, ities, ity, ingly, edly, ings, ing, ions, ion, ives, ive, ally, als, al, ers, "
    "er, ors, or, ies, ed, es, ty, ly, ic, s, e, y"
)
_DENYING = ("un", "non", "dis")


def terms(text: str) -> dict[str, str]:
    """The stems of a text's significant words, each with the word as it is first written."""
    found: dict[str, str] = {}
    for one in _WORD.findall(text):
        plain = one.replace("’", "'").removesuffix("'s").lower()
        if len(plain) >= _LEAST and plain not in _SMALL and not plain.endswith("ly"):
            found.setdefault(stem(plain), one.removesuffix("'s").removesuffix("’s"))
    return found


def stem(this: str) -> str:
    """What a word has in common with its relatives, roughly: rather too many are taken for one than too few."""
    for denying in _DENYING:
        if this.startswith(denying) and len(this) >= len(denying) + 4:
            this = this.removeprefix(denying).removeprefix("-")
            break
    shorter = True
    while shorter:
        shorter = False
        for (ending,) in _ENDINGS:
            if this.endswith(ending) and len(this) - len(ending) >= _LEAST and not this.endswith(("ss", "us")):
                this, shorter = this.removesuffix(ending), True
                break
    if len(this) > _LEAST and this[-1] == this[-2]:
        this = this[:-1]
    return this[:_STEM]
