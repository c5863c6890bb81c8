"""Texts that statements are drawn from: paragraphs, words, and where an anchor points."""

from argmap.source.document import Document, Paragraph, Word, with_line_feeds
from argmap.source.passages import Passage, locate

__all__ = ["Document", "Paragraph", "Passage", "Word", "locate", "with_line_feeds"]
