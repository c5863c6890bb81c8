"""What a row of the outline says, in words and marks; nothing is told by colour alone."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from argmap.logic import decide
from argmap.logic.rules import fits
from argmap.model import ArgumentMap, Conditional, Entry, Inference, Objection, Row, RowKind, wording
from argmap.model.inferences import Reason
from argmap.model.statements import Sentence, Statement
from argmap.source import Fidelity, fidelity
from argmap.tui.visible import visible

Tone: TypeAlias = Literal[
    "conclusion", "premise", "proposition", "opponent", "reason", "objection", "reference", "loose"
]

_SHOWN_TAGS = 2
_FIDELITY: Mapping[Fidelity, str] = {"quotation": "quoted", "interpretation": "no passage"}
"""What a row says of its fidelity; a paraphrase is what most rows are, and "implicit" is said anyway."""
_MENTION_MARK = 8


class Face(NamedTuple):
    """A row's own words: `mark` before the label, `text`, and `tail`, short notes at the right.

    `lead` is the mark's width in cells with the space behind it; `clip` keeps the row on one line.
    """

    mark: str
    lead: int
    text: str
    tail: str
    tone: Tone
    clip: bool = False


def face(map: ArgumentMap, row: Row, folded: bool, notes: str = "") -> Face:
    """The face of a row; `folded` says whether its parts are hidden, `notes` are put last in the tail."""
    outline = map.outline
    entry = map.entries.get(row.id)
    if row.kind is RowKind.MENTION:
        return _mention(map, row, notes)
    if row.kind is RowKind.REFERENCE:
        return _reference(map, row, notes)
    if isinstance(entry, Inference):
        return _inference(map, row.id, entry, notes)
    assert isinstance(entry, Sentence)
    label = outline.labels.get(row.id, "")
    said = fidelity(map, row.id)
    drawn = ("implicit" if entry.implicit else "", _FIDELITY.get(said, "") if said is not None else "")
    tail = _tail(*drawn, f"by {entry.by}" if entry.by else "", *_remarks(entry), notes)
    text = visible(sentence_text(map, entry, row.id, folded))
    if label.startswith("O"):
        return Face("╌", 2, text, tail, "opponent")
    role = outline.roles.get(row.id, "loose")
    if role == "loose":
        return Face("·", 2, text, tail, "loose")
    return Face("", 0, text, tail, role)


def sentence_text(map: ArgumentMap, entry: Sentence, id: str, folded: bool) -> str:
    """A sentence as its row shows it; an unfolded conditional leaves its words to its parts."""
    if isinstance(entry, Conditional) and not entry.text:
        hedge = f" ({entry.qualifier})" if entry.qualifier else ""
        if not folded and not entry.if_text and not entry.then_text:
            return f"if-then{hedge}"
        antecedent, consequent = wording.halves(map, entry)
        return f"IF {antecedent} THEN{hedge} {consequent}"
    return wording.sentence(map, id)


def _inference(map: ArgumentMap, id: str, entry: Inference, notes: str) -> Face:
    rule = _rule(map, id, entry)
    if isinstance(entry, Objection):
        target = map.outline.labels.get(entry.target, "")
        undercut = f"undercuts {target}" if target.startswith("R") else ""
        state = "objected to" if _contested(map, id) else "unanswered"
        answer = f"answered: {entry.answered}" if entry.answered else ""
        text = visible("; ".join(part for part in (undercut, rule, answer) if part))
        tail = _tail("" if entry.answered else state, *_remarks(entry), notes)
        return Face("✗", 2, text, tail, "objection", clip=not entry.answered)
    section = f"§ {entry.section}" if isinstance(entry, Reason) and entry.section else ""
    return Face("∴", 2, visible(rule), _tail(section, *_remarks(entry), notes), "reason", clip=True)


def _rule(map: ArgumentMap, id: str, entry: Inference) -> str:
    """The rule that a step names, and whether it goes by it; or else the one that it was found to go by."""
    if entry.rule == "none":
        return "not deductive"
    decided = decide(map, id)
    if entry.rule:
        return (
            f"{entry.rule} ✓"
            if decided is not None and decided.follows and fits(entry.rule, decided.rule)
            else entry.rule
        )
    if decided is None or not decided.follows or not (decided.asked or decided.rule is not None):
        return ""
    return decided.verdict + (f" by {decided.rule}" if decided.rule is not None else "")


def _remarks(entry: Entry) -> tuple[str, str]:
    """Signs of an entry's note and its tags."""
    tags = [f"#{tag}" for tag in entry.tags[:_SHOWN_TAGS]] + (["#…"] if entry.tags[_SHOWN_TAGS:] else [])
    return "✎" if entry.note else "", " ".join(tags)


def _contested(map: ArgumentMap, objection: str) -> bool:
    """Whether somebody objects to an objection, or to a statement in it, and that is not answered."""
    inferences = map.links.inferences
    against = (i for id in (objection, *map.links.members.get(objection, ())) for i in inferences.get(id, ()))
    entries = (map.entries[i] for i in against)
    return any(isinstance(entry, Objection) and not entry.answered for entry in entries)


def _reference(map: ArgumentMap, row: Row, notes: str) -> Face:
    rows = map.outline.rows
    shown = (rows[at] for at in map.outline.rows_of(row.id) if at < len(rows))
    home = next((other.parent for other in shown if other.kind is RowKind.SENTENCE), None)
    stands = f"stands under {map.outline.label(home)}" if home is not None else "stands above"
    return Face("↗", 2, visible(wording.sentence(map, row.id)), _tail(stands, notes), "reference", clip=True)


def _mention(map: ArgumentMap, row: Row, notes: str) -> Face:
    assert row.mention is not None
    before = row.mention.before
    first = not before.startswith(("and", "or"))
    half = {"if": "IF", "then": "THEN", "means": "means", None: ""}[row.half]
    mark = " ".join(part for part in (half if first else "", before) if part)
    text = visible(wording.sentence(map, row.id)) + row.mention.after
    own = map.outline.roles.get(row.id) == "proposition"
    if map.sentence(row.id) is None:
        text, notes = f"no statement has the id {visible(row.id)}", _tail("unknown", notes)
    return Face(mark, max(_MENTION_MARK, len(mark) + 1), text, notes, "proposition", clip=not own)


def _tail(*parts: str) -> str:
    return "  ".join(visible(part) for part in parts if part)


def editable_text(map: ArgumentMap, id: str) -> str | None:
    """The text that editing in place starts from; None where the row has none of its own."""
    entry = map.sentence(id)
    if isinstance(entry, Statement):
        return entry.text
    return entry.text or "" if isinstance(entry, Conditional) else None
