"""The standard form: a numbered list in which every conclusion says what it follows from."""

from collections.abc import Sequence

from argmap.export.outline_text import rows_below
from argmap.model import ArgumentMap, Inference, Objection, Reason, Row, RowKind
from argmap.model.wording import sentence


def standard_form(map: ArgumentMap, root: str | None = None) -> str:
    """Premises before what they support, main conclusions last of their tree, objections below.

    Labels are the outline's own; shared premises are listed once. With the id of a `root`, only what
    stands there and below it; for a reason or objection, what it bears on too.
    """
    if root is not None:
        return _part(map, root)
    outline = map.outline
    ordered = _premises_first(outline.rows)
    asserted = [_line(map, row) for row in ordered if not outline.label(row.id).startswith("O")]
    opposed = [_line(map, row) for row in ordered if outline.label(row.id).startswith("O")]
    propositions = [f"{label} {sentence(map, id)}" for id, label in outline.labels.items() if label.startswith("Q")]
    return _sections([map.title] if map.title else [], asserted, opposed, propositions)


def _part(map: ArgumentMap, root: str) -> str:
    """The standard form of one subtree."""
    rows = rows_below(map, root)
    labels = map.outline.labels
    shown = {row.id for row in rows if row.kind is RowKind.SENTENCE}
    shared = {row.id: row for row in rows if row.kind is RowKind.REFERENCE and row.id not in shown}
    lines = [f"{map.outline.label(id)} {sentence(map, id)}" for id in shared]
    bearing = map.inference(root)
    target = bearing.target if bearing is not None else None
    if target is not None and isinstance(map.entries.get(target), Inference):
        target = None
    if isinstance(bearing, Objection) and target is not None and target not in shown:
        lines.insert(0, f"{map.outline.label(target)} {sentence(map, target)}")
    opposed: list[str] = []
    for row in _premises_first(rows):
        line = _line(map, row, top=row.id == root)
        (opposed if labels.get(row.id, "").startswith("O") and row.id != root else lines).append(line)
    if isinstance(bearing, Reason) and target is not None and target not in shown:
        lines.append(f"{map.outline.label(target)} {sentence(map, target)} [from {_source(map, root, bearing)}]")
    mentioned = dict.fromkeys(row.id for row in rows if row.kind is RowKind.MENTION)
    propositions = [f"{labels[id]} {sentence(map, id)}" for id in mentioned if labels.get(id, "").startswith("Q")]
    return _sections([], lines, opposed, propositions)


def _sections(title: list[str], asserted: list[str], opposed: list[str], propositions: list[str]) -> str:
    parts = [title, asserted]
    if opposed:
        parts.append(["Objections", *opposed])
    if propositions:
        parts.append(["Mentioned, not asserted", *propositions])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _premises_first(rows: Sequence[Row]) -> list[Row]:
    """The sentence rows with every subtree before its head (the outline read from its leaves)."""
    ordered: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        while waiting and waiting[-1].depth >= row.depth:
            ordered.append(waiting.pop())
        if row.kind is RowKind.SENTENCE:
            waiting.append(row)
    return ordered + waiting[::-1]


def _line(map: ArgumentMap, row: Row, *, top: bool = False) -> str:
    """A sentence with what it follows from and, unless it is the `top` of what is shown, is against."""
    froms = [
        _source(map, id, entry)
        for id in map.links.inferences.get(row.id, ())
        if isinstance(entry := map.entries[id], Reason)
    ]
    remarks = [f"from {'; also from '.join(froms)}"] if froms else []
    inference = map.inference(row.parent)
    if isinstance(inference, Objection) and not top:
        remarks.append(f"against {map.outline.label(inference.target)}{_by_rule(inference)}")
        remarks += [f"answered: {inference.answered}"] if inference.answered else []
    words = f"{map.outline.label(row.id)} {sentence(map, row.id)}"
    return words + (f" [{'; '.join(remarks)}]" if remarks else "")


def _source(map: ArgumentMap, id: str, reason: Reason) -> str:
    members = ", ".join(map.outline.label(m) for m in map.links.members.get(id, ())) or "nothing"
    return f"{members}{_by_rule(reason)} ({map.outline.label(id)})"


def _by_rule(entry: Inference) -> str:
    return f" by {entry.rule}" if entry.rule and entry.rule != "none" else ""
