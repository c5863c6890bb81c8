"""Texts that statements are drawn from: paragraphs, sentences, words, and what anchors point to."""

from argmap.source.anchors import Found, Status, anchor_to, verify
from argmap.source.candidates import Candidate, candidates
from argmap.source.document import Document, Paragraph, Passage, with_line_feeds
from argmap.source.passages import locate
from argmap.source.texts import Texts
from argmap.source.words import Word, digest, words

__all__ = [
    "Candidate",
    "Document",
    "Found",
    "Paragraph",
    "Passage",
    "Status",
    "Texts",
    "Word",
    "anchor_to",
    "candidates",
    "digest",
    "locate",
    "verify",
    "with_line_feeds",
    "words",
]
