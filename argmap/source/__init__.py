"""Texts that statements are drawn from: paragraphs, sentences, words, and what anchors point to.

How close a statement keeps to its text is derived, never declared: a *quotation* has a passage's own words, a
*paraphrase* points to a passage and has other words, an *interpretation* points to none, and what the map calls
*implicit* the reader supplied (`fidelity`). Quotation marks are held against the passages (`unheld`), and quotations
against the sentences they are cut from (`cut_hedges`).
"""

from argmap.source.anchors import Found, Status, anchor_to, verify
from argmap.source.document import Document, Paragraph, Passage, with_line_feeds
from argmap.source.fidelity import Fidelity, fidelity
from argmap.source.hedges import Hedge, cut_hedge, cut_hedges
from argmap.source.passages import locate
from argmap.source.quotations import Quoted, quoted, unheld
from argmap.source.texts import Texts
from argmap.source.words import Word, digest, words

__all__ = [
    "Document",
    "Fidelity",
    "Found",
    "Hedge",
    "Paragraph",
    "Passage",
    "Quoted",
    "Status",
    "Texts",
    "Word",
    "anchor_to",
    "cut_hedge",
    "cut_hedges",
    "digest",
    "fidelity",
    "locate",
    "quoted",
    "unheld",
    "verify",
    "with_line_feeds",
    "words",
]
