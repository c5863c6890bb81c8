"""What git sees of maps, by meaning: differences and merging."""

from argmap.git.differences import Difference, differences, touched
from argmap.git.merge import ORDER, WHOLE, Choice, Conflict, Merged, merge, new_problems
from argmap.git.told import counted, in_words, named, told

__all__ = [
    "ORDER",
    "WHOLE",
    "Choice",
    "Conflict",
    "Difference",
    "Merged",
    "counted",
    "differences",
    "in_words",
    "merge",
    "named",
    "new_problems",
    "told",
    "touched",
]
