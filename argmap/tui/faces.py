"""What a row of the outline says, in words and marks; nothing is told by colour alone."""

from typing import Literal, NamedTuple, TypeAlias

from argmap.model import ArgumentMap, Conditional, Inference, Objection, Outline, Row, RowKind, wording
from argmap.model.inferences import Reason
from argmap.model.statements import Sentence, Statement
from argmap.tui.visible import visible

Tone: TypeAlias = Literal[
    "conclusion", "premise", "proposition", "opponent", "reason", "objection", "reference", "loose"
]

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
        return _inference(entry, outline, notes)
    assert isinstance(entry, Sentence)
    label = outline.labels.get(row.id, "")
    tail = _tail("implicit" if entry.implicit else "", f"by {entry.by}" if entry.by else "", notes)
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


def _inference(entry: Inference, outline: Outline, notes: str) -> Face:
    rule = f"{entry.rule}" if entry.rule and entry.rule != "none" else ""
    rule = "not deductive" if entry.rule == "none" else rule
    if isinstance(entry, Objection):
        target = outline.labels.get(entry.target, "")
        undercut = f"undercuts {target}" if target.startswith("R") else ""
        state = "answered" if entry.answered else "unanswered"
        answer = f"answered: {entry.answered}" if entry.answered else ""
        text = visible("; ".join(part for part in (undercut, rule, answer) if part))
        return Face("✗", 2, text, _tail("" if entry.answered else state, notes), "objection", clip=True)
    section = f"§ {entry.section}" if isinstance(entry, Reason) and entry.section else ""
    return Face("∴", 2, visible(rule), _tail(visible(section), notes), "reason", clip=True)


def _reference(map: ArgumentMap, row: Row, notes: str) -> Face:
    home = next((id for id in _homes(map, row.id) if id != row.parent), None)
    stands = f"stands under {map.outline.label(home)}" if home is not None else "stands above"
    return Face("↗", 2, visible(wording.sentence(map, row.id)), _tail(stands, notes), "reference", clip=True)


def _homes(map: ArgumentMap, id: str) -> tuple[str, ...]:
    entry = map.sentence(id)
    return entry.stands_in if entry is not None else ()


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
