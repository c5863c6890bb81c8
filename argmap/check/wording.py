"""Family W: whether each statement is one plain claim that can be read alone. All of it is advice.

The rules know English only; a text in another script is left alone. A statement that quotes its passage word for word
is not told to be shorter, no question or two statements: these words are the author's, and changing them would
make a quotation a paraphrase. That it holds an inference, or points to what only its text names, is told
all the same, since a shorter quotation or a name in [brackets] mends it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.check.finding import name, problem
from argmap.model import ArgumentMap, Conditional, Entry, Problem, Statement
from argmap.source.english.claims import joined, reasoning
from argmap.source.english.fragments import fragment
from argmap.source.english.pointing import dangling
from argmap.source.fidelity import fidelity
from argmap.source.verified import in_few_words

LONGEST = 200
"""Characters; a statement with more is hard to take in, and in a figure it crowds out the others."""

_QUESTION = re.compile(r"\?[)\]\s]*\Z|\A[\"“'‘«].*\?[\"”'’»]\s*\Z", re.DOTALL)
_OTHER_LETTER = re.compile(r"[^\W\d_\u0000-\u024f\u0300-\u036f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")


class _Text(NamedTuple):
    """A text of a sentence, and how messages call it; `half`: it is the IF or THEN of a conditional."""

    text: str
    called: str
    half: bool


def wording(map: ArgumentMap, ids: Iterable[str]) -> Iterator[Problem]:
    """The problems of those of these ids that are sentences, in no particular order."""
    for id in ids:
        entry = map.entries[id]
        for one in _texts(entry):
            if one.text.isascii() or not _foreign(one.text):
                yield from _of_text(map, id, entry, one)


def _texts(entry: Entry) -> Iterator[_Text]:
    if isinstance(entry, Statement):
        yield _Text(entry.text, "", False)
    elif isinstance(entry, Conditional):
        yield from (_Text(text, "", False) for text in (entry.text,) if text)
        yield from (_Text(text, "its IF ", True) for text in (entry.if_text,) if text)
        yield from (_Text(text, "its THEN ", True) for text in (entry.then_text,) if text)


def _foreign(text: str) -> bool:
    """Whether most of a text's letters are not Latin."""
    return 2 * len(_OTHER_LETTER.findall(text)) > len(_LETTER.findall(text))


def _of_text(map: ArgumentMap, id: str, entry: Entry, one: _Text) -> Iterator[Problem]:
    text, called, half = one
    alone = isinstance(entry, Statement)
    simple = isinstance(entry, Statement) and entry.means is None

    def told(code: str, message: str, advice: str) -> Problem:
        return problem(code, id, f"{name(map, id)}: {called}{message}", advice)

    if "?" in text and _QUESTION.search(text) and not _quotes(map, id, half):
        yield told("W101", "is a question", "say what its answer claims")
    elif fragment(text, alone):
        yield told("W102", "is no whole sentence", "say it with a verb, so that it can be true or false")
    if (inferred := reasoning(text)) is not None:
        if inferred.premise is None:
            advice = "leave the word out, the map shows what follows from what"
            yield told("W103", f"“{inferred.word}” says that it follows from something", advice)
        else:
            advice = "make the reason a premise of its own; if it tells a mere cause, leave it"
            yield told("W103", f"“{inferred.word}” puts a reason and what it is for in one", advice)
    elif simple and (two := joined(text)) is not None and not _quotes(map, id, half):
        how = f"“{two.word}” joins two claims" if two.word else "these are two sentences"
        yield told("W104", f"{how}, the second is {in_few_words(two.second)}", "give each a statement of its own")
    if not half and inferred is None and (pointing := dangling(text)) is not None:
        yield told("W105", f"“{pointing}” points to what the statement doesn't name", "name it")
    if len(text) > LONGEST and not _quotes(map, id, half):
        message = f"has {len(text)} characters, more than {LONGEST}"
        yield told("W106", message, "say it in fewer words, or in several statements")


def _quotes(map: ArgumentMap, id: str, half: bool) -> bool:
    """Whether a text is its author's own, word for word; the half of a conditional never is."""
    return not half and fidelity(map, id) == "quotation"
