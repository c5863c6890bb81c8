"""The standard form: a numbered list in which every conclusion says what it follows from."""

from argmap.model import ArgumentMap, Inference, Objection, Reason, Row, RowKind
from argmap.model.wording import sentence


def standard_form(map: ArgumentMap) -> str:
    """Premises before what they support, main conclusions last of their tree, objections below.

    Labels are the outline's own; shared premises are listed once.
    """
    outline = map.outline
    ordered = _premises_first(outline.rows)
    asserted = [_line(map, row) for row in ordered if not outline.label(row.id).startswith("O")]
    opposed = [_line(map, row) for row in ordered if outline.label(row.id).startswith("O")]
    propositions = [f"{label} {sentence(map, id)}" for id, label in outline.labels.items() if label.startswith("Q")]
    parts = [[map.title] if map.title else [], asserted]
    if opposed:
        parts.append(["Objections", *opposed])
    if propositions:
        parts.append(["Mentioned, not asserted", *propositions])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _premises_first(rows: tuple[Row, ...]) -> list[Row]:
    """The sentence rows with every subtree before its head (the outline read from its leaves)."""
    ordered: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        while waiting and waiting[-1].depth >= row.depth:
            ordered.append(waiting.pop())
        if row.kind is RowKind.SENTENCE:
            waiting.append(row)
    return ordered + waiting[::-1]


def _line(map: ArgumentMap, row: Row) -> str:
    froms = []
    for id in map.links.inferences.get(row.id, ()):
        entry = map.entries[id]
        if isinstance(entry, Reason):
            members = ", ".join(map.outline.label(m) for m in map.links.members.get(id, ())) or "nothing"
            froms.append(f"{members}{_by_rule(entry)} ({map.outline.label(id)})")
    remarks = [f"from {'; also from '.join(froms)}"] if froms else []
    inference = map.inference(row.parent)
    if isinstance(inference, Objection):
        remarks.append(f"against {map.outline.label(inference.target)}{_by_rule(inference)}")
        remarks += [f"answered: {inference.answered}"] if inference.answered else []
    words = f"{map.outline.label(row.id)} {sentence(map, row.id)}"
    return words + (f" [{'; '.join(remarks)}]" if remarks else "")


def _by_rule(entry: Inference) -> str:
    return f" by {entry.rule}" if entry.rule and entry.rule != "none" else ""
