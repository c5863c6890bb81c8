"""The part of a large map round one statement, as a map of its own, for the preview."""

from dataclasses import replace

from argmap.model import ArgumentMap, Entry, Row, RowKind
from argmap.model.links import mentioned_by
from argmap.model.statements import Sentence

WHOLE = 400
"""Maps of at most this many outline rows are previewed whole."""

_ROWS = 120


def excerpt(map: ArgumentMap, id: str | None) -> ArgumentMap:
    """The map itself if it is small; else what stands under the conclusion that `id` bears on, its labels kept."""
    rows = map.outline.rows
    if len(rows) <= WHOLE:
        return map
    start = _start(rows, id)
    kept: dict[str, None] = {}
    for at in range(start, min(start + _ROWS, len(rows))):
        row = rows[at]
        if at > start and row.depth <= rows[start].depth:
            break
        if row.kind is not RowKind.INFERENCE or _next_is_below(rows, at, start + _ROWS):
            kept[row.id] = None
    for row_id in list(kept):
        kept.update(dict.fromkeys(mentioned_by(map.entries[row_id])) if row_id in map.entries else {})
    entries = {id: _alone(map.entries[id], kept) for id in map.entries if id in kept}
    part = ArgumentMap.model_construct(
        version=map.version, title=map.title, main=(), tags=(), note=None, ignore=(), entries=entries
    )
    part.__dict__["outline"] = replace(part.outline, labels=map.outline.labels)
    return part


def _start(rows: tuple[Row, ...], id: str | None) -> int:
    at = next((n for n, row in enumerate(rows) if row.id == id and row.kind is not RowKind.MENTION), 0)
    depth = rows[at].depth
    wanted = max(depth - 2, 0) if rows[at].kind is not RowKind.INFERENCE else max(depth - 1, 0)
    while at > 0 and rows[at].depth > wanted:
        at -= 1
    return at


def _next_is_below(rows: tuple[Row, ...], at: int, end: int) -> bool:
    return at + 1 < min(end, len(rows)) and rows[at + 1].depth > rows[at].depth


def _alone(entry: Entry, kept: dict[str, None]) -> Entry:
    if isinstance(entry, Sentence):
        return entry.model_copy(update={"stands_in": tuple(id for id in entry.stands_in if id in kept)})
    return entry
