"""The outline as plain text, for terminals, diffs and screen readers."""

from collections.abc import Mapping, Sequence

from argmap.model import ArgumentMap, Inference, Objection, Row, RowKind, Sentence
from argmap.model.wording import sentence

_INDENT = "  "
_MOST_INDENTS = 40
_NOTHING: Mapping[str, str] = {}


def outline_text(map: ArgumentMap, root: str | None = None, verdicts: Mapping[str, str] = _NOTHING) -> str:
    """The outline, a line a row: labels, sentences, reasons and objections; then the tray.

    With the id of a `root`, only what stands there and below it. `verdicts` stand in brackets after the rows of
    these ids.
    """

    def line(row: Row, deeper: int = 0) -> str:
        verdict = f" [{verdicts[row.id]}]" if row.id in verdicts else ""
        return indent(row.depth + deeper) + row_text(map, row) + verdict

    if root is not None:
        rows = rows_below(map, root)
        return "".join(f"{line(row, -rows[0].depth)}\n" for row in rows)
    lines = [map.title] if map.title else []
    lines += [line(row) for row in map.outline.rows]
    if map.outline.tray:
        lines += ["", "tray"]
        lines += [line(row, 1) for row in map.outline.tray]
    return "\n".join(lines) + "\n" if lines else ""


def rows_below(map: ArgumentMap, root: str) -> Sequence[Row]:
    """The outline's rows of an entry and all below it, where it is unfolded; else the first that names it, if any."""
    outline = map.outline
    return outline.below(root) or [row for row in (*outline.rows, *outline.tray) if row.id == root][:1]


def indent(depth: int) -> str:
    """Two spaces a level; deeper than any screen is wide, the level is told by its number."""
    return _INDENT * depth if depth <= _MOST_INDENTS else f"{_INDENT * _MOST_INDENTS}[level {depth}] "


def row_text(map: ArgumentMap, row: Row) -> str:
    """One row of the outline in words, without its indentation."""
    entry = map.entries.get(row.id)
    label = map.outline.labels.get(row.id)
    if isinstance(entry, Inference):
        return f"{label} {inference_words(map, entry)}"
    words = " ".join(sentence(map, row.id).split())
    named = f"{label} {words}" if label else words
    if row.kind is RowKind.MENTION and row.mention is not None and row.half is not None:
        joined = row.mention.before.startswith(("and", "or"))
        before = " ".join(part for part in ("" if joined else row.half.upper(), row.mention.before) if part)
        return f"{before} {named}{row.mention.after}"
    if row.kind is RowKind.REFERENCE:
        return f"{named} (shared)"
    return named + _remarks(entry) if isinstance(entry, Sentence) else named


def inference_words(map: ArgumentMap, entry: Inference) -> str:
    """What an inference row says: for or against what, its rule, whether it is answered."""
    target = map.outline.label(entry.target)
    parts = [f"objection to {target}" if isinstance(entry, Objection) else f"reason for {target}"]
    if entry.rule:
        parts.append("not claimed to be deductive" if entry.rule == "none" else entry.rule)
    if isinstance(entry, Objection) and entry.answered:
        parts.append(f"answered: {entry.answered}")
    return "; ".join(parts)


def _remarks(entry: Sentence) -> str:
    remarks = (["implicit"] if entry.implicit else []) + ([f"by {entry.by}"] if entry.by else [])
    return f" ({', '.join(remarks)})" if remarks else ""
