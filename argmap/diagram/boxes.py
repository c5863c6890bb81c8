"""What the boxes of a figure say."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from argmap.diagram import styles
from argmap.diagram.marks import NO_MARK, NO_MARKS, Mark, Marks
from argmap.diagram.structure import Forest, Shows, Stand, stands
from argmap.diagram.text import first_words, in_quotes, visible
from argmap.model import ArgumentMap, Conditional, wording

ANSWERED = "(answered)"


class Half(NamedTuple):
    """One half of a conditional: its tag, its words, and the signs in a band above them."""

    tag: str
    text: str
    signs: tuple[str, ...] = ()
    band: str = styles.WHITE


@dataclass(frozen=True, slots=True)
class Content:
    """What a box says, as visible text.

    `halves` are a conditional's IF and THEN; `notes` stand small below the text, `signs` in a band
    above it.
    """

    name: str
    look: styles.Look
    label: str = ""
    text: str = ""
    halves: tuple[Half, ...] = ()
    notes: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()

    def texts(self) -> tuple[str, ...]:
        halves = (part for half in self.halves for part in (half.tag, half.text, *half.signs))
        return (self.label, self.text, *halves, *self.notes, *self.signs)


def contents(
    map: ArgumentMap, trees: Forest, *, labels: bool = False, short: bool = False, marks: Marks = NO_MARKS
) -> dict[Stand, Content]:
    """What every box says, in reading order, each under a name of its own.

    A statement that is a quotation stands in quotation marks; the halves of a conditional are no sentence that the
    text has, and stand in none.

    `labels` shows every box's label; without it only boxes that others refer to show theirs. `short` takes the short
    wording of statements that have one, which is no quotation.
    """
    every = [stand for root in trees for stand in stands(root)]
    marked = {stand: marks.of(stand) for stand in every}
    referred = {stand.id for stand in every if stand.shows in (Shows.REFERENCE, Shows.TARGET)}
    referred.update(mark.see for mark in marked.values() if mark.see is not None)
    taken: dict[str, int] = {}
    found: dict[Stand, Content] = {}
    for stand in every:
        each = _marked(_content(map, stand, labels or stand.id in referred, marked[stand].see, short), marked[stand])
        if "reference" in each.look.kind and (part := marks.elsewhere.get(marked[stand].see or stand.id)):
            each = replace(each, notes=(*each.notes, f"→ {part}"))
        taken[each.name] = number = taken.get(each.name, 0) + 1
        found[stand] = replace(each, name=f"{each.name} ({number})") if number > 1 else each
    return found


def _content(map: ArgumentMap, stand: Stand, labelled: bool, see: str | None, short: bool) -> Content:
    look = styles.look(map, stand) if see is None else styles.reference(stand)
    label = visible(map.outline.label(see or stand.id))
    if stand.shows is Shows.NOTHING:
        return Content(f"{label} empty", look, text="(nothing stands here yet)")
    if stand.shows is Shows.TARGET:
        return Content(label, look, text=label if stand.id in map.entries else f"unknown: {label}")
    if stand.shows is Shows.REFERENCE or see is not None:
        return Content(label, look, text=f"see {label}: {first_words(wording.short(map, see or stand.id))}")
    sentence = map.sentence(stand.id)
    notes = [f"– {visible(sentence.by)}"] if sentence is not None and sentence.by else []
    notes += [ANSWERED] if stand.answered else []
    shown = label if labelled else ""
    if isinstance(sentence, Conditional):
        antecedent, consequent = wording.halves(map, sentence)
        then = f"THEN {sentence.qualifier}" if sentence.qualifier else "THEN"
        halves = (Half("IF", visible(antecedent)), Half(then, visible(consequent)))
        return Content(label, look, shown, halves=halves, notes=tuple(notes))
    if short and sentence is not None and sentence.short:
        return Content(label, look, shown, visible(sentence.short), notes=tuple(notes))
    text = visible(wording.sentence(map, stand.id))
    return Content(label, look, shown, in_quotes(text) if look.quoted else text, notes=tuple(notes))


def _marked(content: Content, mark: Mark) -> Content:
    if mark == NO_MARK:
        return content
    signs = tuple(visible(sign) for sign in mark.signs)
    if content.halves:
        about = (mark.halves.get("if", NO_MARK), mark.halves.get("then", NO_MARK))
        halves = (_marked_half(*each, content.look) for each in zip(content.halves, about, strict=True))
        content = replace(content, halves=tuple(halves))
    return replace(
        content,
        name=f"{content.name} ({', '.join(signs)})" if signs else content.name,
        look=styles.marked(content.look, mark.face),
        notes=(*content.notes, *(visible(note) for note in mark.notes)),
        signs=signs,
    )


def _marked_half(half: Half, mark: Mark, look: styles.Look) -> Half:
    signs = tuple(visible(sign) for sign in mark.signs)
    return half._replace(signs=signs, band=styles.marked(look, mark.face).band)
