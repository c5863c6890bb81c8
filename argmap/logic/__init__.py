"""Logic: what follows from what, what is missing, what stands, and what if."""

from argmap.logic.consequences import Entailed, Inferred, chain, entailed, entailed_live
from argmap.logic.entailment import Decided, decide, decisive
from argmap.logic.grounds import Ground, why
from argmap.logic.missing import Implication, Missing, missing_premises
from argmap.logic.scenarios import Outcome, outcome, scenarios, suppositions_of, table
from argmap.logic.standing import Standing, Status, standing
from argmap.logic.weight import Weight, weight

__all__ = [
    "Decided",
    "Entailed",
    "Ground",
    "Implication",
    "Inferred",
    "Missing",
    "Outcome",
    "Standing",
    "Status",
    "Weight",
    "chain",
    "decide",
    "decisive",
    "entailed",
    "entailed_live",
    "missing_premises",
    "outcome",
    "scenarios",
    "standing",
    "suppositions_of",
    "table",
    "weight",
    "why",
]
