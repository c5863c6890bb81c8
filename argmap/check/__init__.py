"""Checks: what is wrong with a map, how grave, where, and what to do."""

from argmap.check.codes import CODES, Code
from argmap.check.families import affected, check, check_part, errors, located

__all__ = ["CODES", "Code", "affected", "check", "check_part", "errors", "located"]
