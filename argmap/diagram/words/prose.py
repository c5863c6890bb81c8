"""The whole structure of a map in sentences that can be read aloud: the long description of its figure."""

from collections.abc import Collection, Iterator, Sequence

from argmap.diagram.marks import NO_MARK, NO_MARKS, Marks
from argmap.diagram.text import in_quotes, visible
from argmap.diagram.words.describe import spoken
from argmap.logic.words import listed
from argmap.model import ArgumentMap, Conditional, Inference, Objection, Reason, Row, RowKind
from argmap.model.links import mentioned_by
from argmap.model.wording import sentence
from argmap.source import fidelity

_ENDS = (".", "?", "!", "…", "。", "？", "！", ".”", "?”", "!”")


def prose(map: ArgumentMap, marks: Marks = NO_MARKS, only: Collection[str] | None = None) -> tuple[str, ...]:
    """Every statement with what it is, what it says and what bears on it, a paragraph each, in reading order.

    Each is named by its label and told once; where it stands for the second time, only its label is. Sections, rules,
    answers and whose claim it is are told, and in brackets what the `marks` say of it. Last come the propositions,
    which are only mentioned. Of a part of the map, `only` what has these ids is told, and what that mentions.
    """
    teller = _Teller(map, marks)
    rows = [row for row in map.outline.rows if only is None or row.id in only]
    told = [paragraph for row in rows if (paragraph := teller.row(row))]
    mentioned = {id for row in rows if row.id in map.entries for id in mentioned_by(map.entries[row.id])}
    propositions = [id for id, label in map.outline.labels.items() if label.startswith("Q")]
    propositions = [id for id in propositions if only is None or id in mentioned]
    return (*told, *(teller.sentence(id, None, "mentioned, not asserted") for id in propositions))


class _Teller:
    """Tells single rows of a map's outline."""

    def __init__(self, map: ArgumentMap, marks: Marks) -> None:
        self.map, self.marks = map, marks
        self.mains = set(map.outline.mains)

    def row(self, row: Row) -> str:
        """The paragraph of a row; nothing for those that another paragraph tells."""
        if row.kind is RowKind.SENTENCE:
            return " ".join((self.sentence(row.id, row.parent, self.part(row)), *self.bearing(row)))
        inference = self.map.inference(row.id) if row.kind is RowKind.INFERENCE else None
        return " ".join(self.inference(row, inference)) if inference is not None else ""

    def sentence(self, id: str, place: str | None, part: str) -> str:
        """A sentence under its label, after the `part` that it plays."""
        entry = self.map.sentence(id)
        parts = [self.label(id), part]
        if entry is not None:
            parts += ["implicit"] if entry.implicit else []
            parts += [f"claimed by {visible(entry.by)}"] if entry.by else []
        said = visible(sentence(self.map, id))
        if fidelity(self.map, id) == "quotation":
            said = in_quotes(said)
        return _ended(f"{', '.join(parts)}{self.marked(id, place)}: {said}")

    def part(self, row: Row) -> str:
        """What a sentence is in the argument, and where it stands."""
        entry = self.map.sentence(row.id)
        if row.id in self.mains:
            return "the main conclusion" if len(self.mains) == 1 else "a main conclusion"
        above = self.map.inference(row.parent)
        if isinstance(above, Objection) and row.parent is not None:
            place = (
                "an objection"
                if self.map.is_sole_objection(row.parent)
                else f"in the objection {self.label(row.parent)}"
            )
            return f"{place} to {self.label(above.target)}"
        role = self.map.outline.roles.get(row.id, "statement")
        role = f"conditional {role}" if isinstance(entry, Conditional) else role
        places = [self.label(place) for place in entry.stands_in] if entry is not None else []
        return f"a {role} in {listed(places)}" if places else f"a {role}"

    def bearing(self, row: Row) -> Iterator[str]:
        """What supports a sentence, and what is said against it; against an objection of one member, too."""
        sole = row.parent if row.parent is not None and self.map.is_sole_objection(row.parent) else None
        every = [*self.about(row.id), *(self.about(sole) if sole is not None else ())]
        if reasons := [self.step(id, entry) for id, entry in every if isinstance(entry, Reason)]:
            yield f"It is supported by {'; and by '.join(reasons)}."
        if against := [self.step(id, entry) for id, entry in every if isinstance(entry, Objection)]:
            yield f"Against it {'stands' if len(against) == 1 else 'stand'} {'; and '.join(against)}."
        objection = self.map.inference(sole)
        if isinstance(objection, Objection) and objection.answered is not None:
            yield _ended(f"It is answered: {visible(objection.answered)}")

    def inference(self, row: Row, entry: Inference) -> Iterator[str]:
        """What no statement's paragraph tells: what is said against a step itself; what nothing known is aimed at."""
        label = self.label(row.id)
        if row.parent is None and entry.target not in self.map.entries:
            word = "An objection to" if isinstance(entry, Objection) else "A reason for"
            yield f"{word} {self.label(entry.target)}, which the map does not hold: {self.step(row.id, entry)}."
        if self.map.is_sole_objection(row.id):
            return
        if against := [self.step(id, each) for id, each in self.about(row.id)]:
            yield f"Against {label} itself {'stands' if len(against) == 1 else 'stand'} {'; and '.join(against)}."
        if isinstance(entry, Objection) and entry.answered is not None:
            yield _ended(f"{label} is answered: {visible(entry.answered)}")

    def step(self, id: str, entry: Inference) -> str:
        """An inference with its rule, its section, its mark, and its members where they don't share its label."""
        rule = f" by {visible(entry.rule)}" if entry.rule and entry.rule != "none" else ""
        section = f" (section “{visible(entry.section)}”)" if isinstance(entry, Reason) and entry.section else ""
        mark = _bracketed(self.marks.inferences.get(id, NO_MARK).signs)
        members = [self.label(member) for member in self.map.links.members.get(id, ())]
        named = f"{listed(members)} together" if len(members) > 1 else listed(members) or "nothing yet"
        return f"{self.label(id)}{rule}{section}{mark}" + ("" if self.map.is_sole_objection(id) else f", from {named}")

    def about(self, id: str) -> list[tuple[str, Inference]]:
        found = ((each, self.map.inference(each)) for each in self.map.links.inferences.get(id, ()))
        return [(each, entry) for each, entry in found if entry is not None]

    def label(self, id: str) -> str:
        return visible(self.map.outline.label(id))

    def marked(self, id: str, place: str | None) -> str:
        return _bracketed(self.marks.boxes.get((id, place), NO_MARK).signs)


def _bracketed(signs: Sequence[str]) -> str:
    return f" ({spoken(signs)})" if signs else ""


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."
