"""One version of a map: what it says, and its file."""

from typing import NamedTuple

from argmap.format import BlockDocument
from argmap.model import ArgumentMap


class MapFile(NamedTuple):
    """A map, and the file that holds it."""

    map: ArgumentMap
    document: BlockDocument
