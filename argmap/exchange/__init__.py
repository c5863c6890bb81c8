"""Maps of other programs: read with whatever can't be taken along told, and written so that they come back."""

from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.exchange.registry import READERS, read_foreign, recognised
from argmap.exchange.unknown import misfit

__all__ = ["READERS", "Content", "Imported", "misfit", "read_foreign", "recognised"]
