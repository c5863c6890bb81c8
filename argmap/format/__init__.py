"""The map file: reading it, writing back what an edit changed, settling its layout, its schema."""

from argmap.format.blocks import Block, BlockDocument
from argmap.format.reader import CONFLICT, ReadError, Reading, read
from argmap.format.writer import blank_document, follow, reread_matches, write

__all__ = [
    "CONFLICT",
    "Block",
    "BlockDocument",
    "ReadError",
    "Reading",
    "blank_document",
    "follow",
    "read",
    "reread_matches",
    "write",
]
