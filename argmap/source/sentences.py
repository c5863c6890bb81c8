"""Splitting a paragraph into sentences, by a few rules that know initials, abbreviations, quotes and footnote marks.

Source: studies/source-anchors.md. The sentences are proposals to select by; nothing stored depends on them.
"""

import re
from collections.abc import Iterator

_END = re.compile(r"""[.!?…]+['"’”»)\]]*(?:\[\d{1,3}\])*(?=\s)""")


def sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """The first and the end of each sentence of a paragraph, in characters, without the spaces round it."""
    start = 0
    for found in _END.finditer(paragraph):
        yield from _stripped(paragraph, start, found.end())
        start = found.end()
    yield from _stripped(paragraph, start, len(paragraph))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
