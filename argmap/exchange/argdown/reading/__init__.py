"""Maps written in Argdown (https://argdown.org/syntax), read so that no word is lost and nothing is guessed."""

import re

from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.gathering import gathered
from argmap.exchange.argdown.reading.head import Head
from argmap.exchange.argdown.reading.inferring import inferred
from argmap.exchange.argdown.reading.making import Making
from argmap.exchange.argdown.reading.negations import tell_words
from argmap.exchange.argdown.reading.parsing import parsed
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.exchange.refusals import refusal

_OTHER = re.compile(
    r"\s*(?:<\?xml|<!DOCTYPE|<[A-Za-z][\w:-]*\s[^<>\n]*=|<([A-Za-z][\w:-]*)>[\s\S]*</\1>\s*\Z|[{\[]\s*[\"\[{\]}])",
    re.IGNORECASE,
)
"""How XML, HTML and JSON begin."""
_SIGNS = re.compile(
    r"""
    ^[ \t]*(?:(?:<?[+-]|[+-]>|><|<?_|_>|\(\d+\)|\d+\.|\*)[ \t]*)?(?:
        \[[^\]\n]+\]:[ \t]*(?!\s|<?[a-z]+://|[#/]\S*\s*$)   # a title in brackets, and text behind a colon
      | <(?![A-Za-z]+://)[^>\n]+>:\s                        # an argument's title
    )
  | ^[ \t]+(?:<?[+-]|[+-]>|><|<?_|_>)[ \t]*(?:\[[^\]\n]{2,}\](?!\()|<[^>\n]+>)  # a relation to what has a title
  | ^[ \t]+(?:<[+_]|\+>|><|_>)[ \t]+\S                      # a relation that no other format has
  | ^[ \t]*\(\d+\)[^\n]*\n(?:[^\n]+\n){0,100}?[ \t]*--(?:--+[ \t]*\n|[^-\n][^\n]*--[ \t]*\n|[ \t]*\n[^\n]+\n[ \t]*--)
    """,
    re.MULTILINE | re.VERBOSE,
)


def recognised(content: Content) -> bool:
    """Whether a file says something that only Argdown says so.

    That is a title in brackets with a colon behind it, a relation to something that has a title, or premises
    with a line below them. Headings and lists alone may be anything.
    """
    return _OTHER.match(content.text) is None and _SIGNS.search(content.text) is not None


def read(content: Content, *, titles_as_texts: bool = False) -> Imported:
    """Read an Argdown file.

    With `titles_as_texts`, as for a sketch that has titles only, a title that has no text anywhere is its own text.
    Raises ReadError with every fault of the file, each with its line and column.
    """
    text = content.text if content.text.endswith("\n") else content.text + "\n"
    faults = Faults(text)
    document = parsed(text, faults)
    found = gathered(document, faults, titles_as_texts)
    head = Head(found, document, faults)
    made = inferred(found, faults, strict=head.strict)
    assembly = Making(found, made, head, faults).assembly()
    faults.refuse()
    map = assembly.finished(after=head.after)
    if map.version != head.version:
        map = map.model_copy(update={"version": head.version})
    if not any(True for _ in map.sentences()):
        raise refusal("I007", "this Argdown file holds no statement", 1, 1)
    tell_words(found, made, map, faults)
    return Imported("argdown", map, faults.losses())
