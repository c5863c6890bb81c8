"""The standard form: a numbered list in which every conclusion says what it follows from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.export.outline_text import rows_below
from argmap.model import ArgumentMap, Inference, Objection, Reason, Row, RowKind
from argmap.model.wording import sentence


class Step(NamedTuple):
    """One line: a sentence under the figure's label, and what is remarked of it ("from P1, P2 (R1)")."""

    label: str
    sentence: str
    remarks: tuple[str, ...] = ()


class Group(NamedTuple):
    """Steps under one heading, which the argument itself has none of."""

    heading: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class StandardForm:
    """A map, or a part of it, as a premise-conclusion list; all its text is plain text, in no markup."""

    title: str
    groups: tuple[Group, ...]

    @property
    def longest_label(self) -> str:
        """The label with the most characters, which a list is indented by."""
        return max((step.label for group in self.groups for step in group.steps), key=len, default="")


def standard_form(map: ArgumentMap, root: str | None = None) -> StandardForm:
    """Premises before what they support, main conclusions last of their tree, objections below.

    Labels are the outline's own; shared premises are listed once. With the id of a `root`, only what
    stands there and below it; for a reason or objection, what it bears on too.
    """
    if root is not None:
        return _part(map, root)
    outline = map.outline
    ordered = _premises_first(outline.rows)
    asserted = [_step(map, row) for row in ordered if not outline.label(row.id).startswith("O")]
    opposed = [_step(map, row) for row in ordered if outline.label(row.id).startswith("O")]
    propositions = [Step(label, sentence(map, id)) for id, label in outline.labels.items() if label.startswith("Q")]
    return _grouped(map.title or "", asserted, opposed, propositions)


def standard_text(form: StandardForm) -> str:
    """The standard form as plain text, a line a step, remarks in brackets."""
    parts = [[form.title]] if form.title else []
    for group in form.groups:
        lines = [
            f"{step.label} {step.sentence}" + (f" [{'; '.join(step.remarks)}]" if step.remarks else "")
            for step in group.steps
        ]
        parts.append([group.heading, *lines] if group.heading else lines)
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _part(map: ArgumentMap, root: str) -> StandardForm:
    """The standard form of one subtree."""
    rows = rows_below(map, root)
    labels = map.outline.labels
    shown = {row.id for row in rows if row.kind is RowKind.SENTENCE}
    shared = {row.id: row for row in rows if row.kind is RowKind.REFERENCE and row.id not in shown}
    steps = [_bare(map, id) for id in shared]
    bearing = map.inference(root)
    target = bearing.target if bearing is not None else None
    if target is not None and isinstance(map.entries.get(target), Inference):
        target = None
    if isinstance(bearing, Objection) and target is not None and target not in shown:
        steps.insert(0, _bare(map, target))
    opposed: list[Step] = []
    for row in _premises_first(rows):
        step = _step(map, row, top=row.id == root)
        (opposed if labels.get(row.id, "").startswith("O") and row.id != root else steps).append(step)
    if isinstance(bearing, Reason) and target is not None and target not in shown:
        steps.append(_bare(map, target)._replace(remarks=(f"from {_source(map, root, bearing)}",)))
    mentioned = dict.fromkeys(row.id for row in rows if row.kind is RowKind.MENTION)
    propositions = [_bare(map, id) for id in mentioned if labels.get(id, "").startswith("Q")]
    return _grouped("", steps, opposed, propositions)


def _bare(map: ArgumentMap, id: str) -> Step:
    return Step(map.outline.label(id), sentence(map, id))


def _grouped(
    title: str, asserted: Sequence[Step], opposed: Sequence[Step], propositions: Sequence[Step]
) -> StandardForm:
    groups = (("", asserted), ("Objections", opposed), ("Mentioned, not asserted", propositions))
    return StandardForm(title, tuple(Group(heading, tuple(steps)) for heading, steps in groups if steps))


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


def _step(map: ArgumentMap, row: Row, *, top: bool = False) -> Step:
    """A sentence with what it follows from and, unless it is the `top` of what is shown, is against."""
    froms = [
        _source(map, id, entry)
        for id in map.links.inferences.get(row.id, ())
        if isinstance(entry := map.entries[id], Reason)
    ]
    remarks = [f"from {'; also from '.join(froms)}"] if froms else []
    said = map.sentence(row.id)
    remarks += ["implicit"] if said is not None and said.implicit else []
    inference = map.inference(row.parent)
    if isinstance(inference, Objection) and not top:
        remarks.append(f"against {map.outline.label(inference.target)}{_by_rule(inference)}")
        remarks += [f"answered: {inference.answered}"] if inference.answered else []
    return Step(map.outline.label(row.id), sentence(map, row.id), tuple(remarks))


def _source(map: ArgumentMap, id: str, reason: Reason) -> str:
    members = ", ".join(map.outline.label(m) for m in map.links.members.get(id, ())) or "nothing"
    return f"{members}{_by_rule(reason)} ({map.outline.label(id)})"


def _by_rule(entry: Inference) -> str:
    return f" by {entry.rule}" if entry.rule and entry.rule != "none" else ""
