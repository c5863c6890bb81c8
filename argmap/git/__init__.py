"""What git sees of maps, by meaning: differences, merging, history."""

from argmap.git.accounts import account
from argmap.git.differences import Difference, differences, touched
from argmap.git.history import UNCOMMITTED, Commit, History, Version
from argmap.git.merge import ORDER, WHOLE, Choice, Conflict, Merged, merge, new_problems
from argmap.git.repository import GitError, Repository
from argmap.git.told import counted, in_words, named, told
from argmap.git.tracing import Change, trace
from argmap.git.words import in_one_line, word_diff

__all__ = [
    "ORDER",
    "UNCOMMITTED",
    "WHOLE",
    "Change",
    "Choice",
    "Commit",
    "Conflict",
    "Difference",
    "GitError",
    "History",
    "Merged",
    "Repository",
    "Version",
    "account",
    "counted",
    "differences",
    "in_one_line",
    "in_words",
    "merge",
    "named",
    "new_problems",
    "told",
    "touched",
    "trace",
    "word_diff",
]
