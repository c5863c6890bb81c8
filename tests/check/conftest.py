import json

import pytest

from argmap.format import read
from argmap.model import Anchor, ArgumentMap
from argmap.source import Document, Passage, Texts, anchor_to

TEXT = """On trams

Trams are quiet. They run on rails, and nobody has ever seen one swerve.

The town has money. It may have more next year.
"""


class Drawn:
    """A map with a source and its text; `changed` gives the texts after an edit of the text."""

    def __init__(self, map: ArgumentMap, text: str) -> None:
        self.map = map
        self.text = text
        self.texts = Texts({"report": Document.of(text)})

    def changed(self, old: str, new: str) -> Texts:
        assert old in self.text
        return Texts({"report": Document.of(self.text.replace(old, new))})


def anchored(words: str) -> Anchor:
    """An anchor to these words of the text."""
    document = Document.of(TEXT)
    at = document.text.index(words)
    anchor = anchor_to(document, "report", Passage(at, at + len(words)))
    assert anchor is not None
    return anchor


def pointing(words: str) -> str:
    """The same as it stands in a map file."""
    keys = anchored(words).model_dump(by_alias=True, exclude_none=True)
    return f"anchor = {{ {', '.join(f'{key} = {json.dumps(value)}' for key, value in keys.items())} }}"


RAILS, MONEY = "They run on rails, and nobody has ever seen one swerve.", "The town has money."


@pytest.fixture
def drawn():
    """Two anchored premises for a conclusion, exact in their text."""
    text = f"""argmap = 1
[source.report]
title = "On trams"
sha256 = "{Document.of(TEXT).sha256}"
[statement.c]
text = "The town should have trams."
[reason.r]
for = "c"
[statement.rails]
text = "Trams stay on their rails."
in = "r"
{pointing(RAILS)}
[statement.money]
text = "The town can pay."
in = "r"
{pointing(MONEY)}
"""
    return Drawn(read(text.encode()).map, TEXT)
