"""The details of the selected row, in words."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.logic import Outcome, decide
from argmap.logic.words import told_decided, told_verdict
from argmap.model import ArgumentMap, Problem, Row, RowKind, wording
from argmap.model.inferences import Inference, Objection, Reason
from argmap.model.sources import Anchor
from argmap.model.statements import Conditional, Sentence, Statement
from argmap.source import Fidelity, fidelity
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import Line, LinesView
from argmap.tui.widgets.problems import sentence_of
from argmap.tui.wrap import wrap

_NAME_WIDTH = 10
_FIDELITY: Mapping[Fidelity, str] = {
    "quotation": "quotation, in the words of its passage",
    "paraphrase": "paraphrase, in other words than its passage",
    "interpretation": "interpretation, points to no passage",
    "implicit": "implicit, supplied by the reader",
}


class DetailsView(LinesView):
    """Shows one entry: what it is, its text, its fields and its problems."""

    def __init__(self) -> None:
        super().__init__("details")

    def tell(
        self, map: ArgumentMap, row: Row | None, problems: Sequence[Problem], outcome: Outcome | None = None
    ) -> None:
        """Show the entry of a row, with what became of it; nothing selected leaves the pane empty."""
        width = max(self.scrollable_content_region.width, 12)
        lines: list[Line] = []
        for name, text in facts(map, row, problems, outcome) if row is not None else ():
            style = "plain" if name else "strong"
            room = width - (_NAME_WIDTH if name else 0)
            for number, part in enumerate(wrap(visible(text), room)):
                head = f"{name if not number else '':<{_NAME_WIDTH}}" if name else ""
                lines.append(((head, "dim"), (part, style)))
        self.show(lines, width)
        self.scroll_home(animate=False)


def facts(
    map: ArgumentMap, row: Row, problems: Sequence[Problem], outcome: Outcome | None = None
) -> Iterable[tuple[str, str]]:
    """Name and text of everything known about an entry; the first has no name and says what it is."""
    entry = map.entries.get(row.id)
    label = map.outline.labels.get(row.id, "")
    if entry is None:
        yield "", f"no statement has the id {row.id}"
        return
    yield "", " ".join(part for part in (label, _what(map, row)) if part)
    if isinstance(entry, Sentence):
        yield "text", wording.sentence(map, row.id)
        yield from _sentence_facts(map, row.id, entry)
    if outcome is not None and row.id in outcome.standing.values:
        yield "verdict", told_verdict(map, outcome, row.id)
    if isinstance(entry, Inference):
        word = "against" if isinstance(entry, Objection) else "for"
        yield word, f"{map.outline.label(entry.target)} {wording.sentence(map, entry.target)}"
        if entry.rule:
            yield "rule", entry.rule
        if (decided := decide(map, row.id)) is not None and (decided.asked or decided.rule is not None):
            yield "step", told_decided(map, decided)
    if isinstance(entry, Reason) and entry.section:
        yield "section", entry.section
    if isinstance(entry, Objection):
        yield "answered", entry.answered or "no"
    if entry.note:
        yield "note", entry.note
    if entry.tags:
        yield "tags", ", ".join(entry.tags)
    yield "id", row.id
    for problem in problems:
        yield problem.code, sentence_of(problem)


def _what(map: ArgumentMap, row: Row) -> str:
    entry = map.entries[row.id]
    if isinstance(entry, Inference):
        return "objection" if isinstance(entry, Objection) else "reason"
    role = map.outline.roles.get(row.id, "proposition")
    word = {"loose": "loose, stands nowhere yet", "proposition": "proposition, not asserted"}.get(role, role)
    if map.outline.labels.get(row.id, "").startswith("O"):
        word = "claim of an objection"
    if row.id in map.outline.mains and role == "conclusion":
        word = "main conclusion"
    kind = "conditional, " if isinstance(entry, Conditional) else ""
    shared = ", shown again" if row.kind is RowKind.REFERENCE else ""
    return kind + word + shared


def _sentence_facts(map: ArgumentMap, id: str, entry: Sentence) -> Iterable[tuple[str, str]]:
    if isinstance(entry, Statement) and entry.means is not None:
        yield "means", wording.in_words(map, entry.means)
    if isinstance(entry, Conditional):
        antecedent, consequent = wording.halves(map, entry)
        yield "if", antecedent
        yield "then", consequent
        if entry.qualifier:
            yield "qualifier", entry.qualifier
    drawn = fidelity(map, id)
    if drawn is not None:
        yield "fidelity", _FIDELITY[drawn]
    if entry.implicit and drawn != "implicit":
        yield "implicit", "yes, supplied by the reader"
    if entry.by:
        yield "by", entry.by
    if entry.short:
        yield "short", entry.short
    homes = [map.outline.label(i) for i in entry.stands_in]
    if len(homes) > 1:
        yield "stands in", ", ".join(homes)
    for anchor in entry.anchor:
        yield "source", _passage(anchor)


def _passage(anchor: Anchor) -> str:
    counted = f", {anchor.words} word{'' if anchor.words == 1 else 's'}" if anchor.words is not None else ""
    shown = anchor.head if anchor.tail is None else f"{anchor.head} … {anchor.tail}"
    return f"{anchor.source} ¶{anchor.para}{counted}: {shown}"
