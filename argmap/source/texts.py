"""The texts of a map's sources, as far as they are at hand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from argmap.source.document import Document


@dataclass(frozen=True)
class Texts:
    """Documents by the id of their source; `missing` says in a sentence why others are not at hand.

    `unreadable` names those of the missing that something is wrong with: they are here, but can't be read.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    unreadable: Collection[str] = frozenset()
