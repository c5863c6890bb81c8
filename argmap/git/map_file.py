"""One version of a map: what it says, and its file."""

from typing import NamedTuple

from argmap.format import BlockDocument
from argmap.model import ArgumentMap


class NotMerged(Exception):
    """Versions that can't be merged by meaning; the message tells people why."""


class MapFile(NamedTuple):
    """A map, and the file that holds it."""

    map: ArgumentMap
    document: BlockDocument
