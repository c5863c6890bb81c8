"""Logic: what follows from what, what is missing, what stands, and what if."""

from argmap.logic.consequences import Entailed, Inferred, chain, entailed, entailed_live
from argmap.logic.entailment import Decided, decide
from argmap.logic.missing import Implication, Missing, missing_premises
from argmap.logic.standing import Standing, Status, standing

__all__ = [
    "Decided",
    "Entailed",
    "Implication",
    "Inferred",
    "Missing",
    "Standing",
    "Status",
    "chain",
    "decide",
    "entailed",
    "entailed_live",
    "missing_premises",
    "standing",
]
