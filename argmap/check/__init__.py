"""Checks: what is wrong with a map, how grave, where, and what to do."""

from collections.abc import Iterable
from dataclasses import replace

from argmap.check.registry import CODES, Code
from argmap.check.sources import sources
from argmap.check.structure import structure
from argmap.check.wording import wording
from argmap.model import ArgumentMap, Problem
from argmap.source import Texts


def check(map: ArgumentMap, texts: Texts | None = None) -> list[Problem]:
    """Every problem of a map in file order, without those its entries (or the map) ignore.

    Without the texts of its sources, only what the map itself shows is checked.
    """
    every = (*structure(map), *sources(map, texts or Texts()), *wording(map))
    found = [problem for problem in every if not _ignored(map, problem)]
    position = map.links.position
    return sorted(found, key=lambda p: (position.get(p.id or "", -1), p.code, p.message))


def located(problems: Iterable[Problem], lines: dict[str, int]) -> list[Problem]:
    """The problems with the line of the entry each is about; `lines` maps ids to lines from 1."""
    return [p if p.line or p.id is None else replace(p, line=lines.get(p.id), column=1) for p in problems]


def _ignored(map: ArgumentMap, problem: Problem) -> bool:
    entry = map.entries.get(problem.id or "")
    return problem.code in map.ignore or (entry is not None and problem.code in entry.ignore)


__all__ = ["CODES", "Code", "check", "located"]
