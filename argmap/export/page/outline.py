"""The rows of a page's outline: without the parts of conditionals, and an objection of one sentence on one row."""

from collections.abc import Mapping
from typing import TypeAlias

from argmap.model import ArgumentMap, RowKind

OutlineRow: TypeAlias = tuple[int, int, int]
"""The number of an entry, its depth from 0, and 1 where the row only refers to what is unfolded elsewhere, else 0."""


def rows(map: ArgumentMap, number: Mapping[str, int]) -> list[OutlineRow]:
    """The outline in reading order, then propositions that are only mentioned, then what stands nowhere."""
    found: list[OutlineRow] = []
    above: list[tuple[int, int, bool]] = []
    for row in map.outline.rows:
        if row.kind is RowKind.MENTION or row.id not in number:
            continue
        while above and above[-1][0] >= row.depth:
            above.pop()
        _, shift, joined = above[-1] if above else (0, 0, False)
        if joined and row.kind is RowKind.INFERENCE:
            shift -= 1
        sole = map.is_sole_objection(row.id) and row.kind is RowKind.INFERENCE
        above.append((row.depth, shift + sole, sole))
        if not sole:
            found.append((number[row.id], row.depth - shift, int(row.kind is RowKind.REFERENCE)))
    there = {at for at, _, reference in found if not reference}
    loose = {row.id: row.depth for row in map.outline.tray if row.kind is not RowKind.MENTION}
    propositions = (id for id, label in map.outline.labels.items() if label.startswith("Q"))
    rest = {id: 0 for id in propositions if id not in loose} | loose
    found += ((number[id], depth, 0) for id, depth in rest.items() if id in number and number[id] not in there)
    return found
