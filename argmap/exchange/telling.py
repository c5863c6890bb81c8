"""What is told of an import, in a few words."""

from collections import Counter

from argmap.exchange.imported import Imported
from argmap.exchange.registry import READERS
from argmap.model import ArgumentMap


def summary(imported: Imported) -> str:
    """The format and how much there was of everything: "Argdown; 12 statements, 5 reasons, 2 objections"."""
    return f"{READERS[imported.format].title}; {counted(imported.map)}"


def counted(map: ArgumentMap) -> str:
    """How many statements, conditionals, reasons and objections a map has; what it has none of isn't named."""
    kinds = Counter(entry.kind for entry in map.entries.values())
    counts = [(kinds[kind], kind) for kind in ("statement", "conditional", "reason", "objection")]
    return ", ".join(f"{n:,} {kind}{'' if n == 1 else 's'}" for n, kind in counts if n)


def losses(count: int) -> str:
    """How many things came otherwise than they were, as the beginning of a sentence."""
    if count == 1:
        return "1 thing could not be taken along as it was"
    return f"{count:,} things could not be taken along as they were"
