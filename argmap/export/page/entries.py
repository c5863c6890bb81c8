"""Statements, reasons and objections as articles of the page, each with what it is tied to and its passages."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.export.page.markup import anchor, said, tags
from argmap.export.page.passages import Passages
from argmap.export.page.roles import remarks, role
from argmap.model import ArgumentMap, Conditional, Inference, Objection, Reason, Sentence, Statement
from argmap.model.links import mentioned_by
from argmap.model.wording import sentence


def shown(map: ArgumentMap) -> list[str]:
    """The ids of all that has an article: in the order of the outline, then what stands nowhere in it."""
    outline = map.outline
    ids = dict.fromkeys([*(row.id for row in (*outline.rows, *outline.tray)), *outline.labels, *map.entries])
    return [id for id in ids if isinstance(map.entries.get(id), Sentence | Inference)]


def article(map: ArgumentMap, id: str, passages: Passages) -> str:
    """The article of an entry: label, role, words, and a list of what is known about it."""
    entry = map.entries[id]
    label = said(map.outline.label(id))
    facts = [*_inference_facts(map, id)] if isinstance(entry, Inference) else [*_sentence_facts(map, id)]
    facts += [("Note", [said(entry.note)])] if entry.note else []
    facts += [("Tags", [tags(entry.tags)])] if entry.tags else []
    if isinstance(entry, Sentence):
        facts += [("Passage" if number == 1 else f"Passage {number}", [each]) for number, each in passages.of(id)]
    rows = [f"<dt>{name}</dt>" + "".join(_fact(each) for each in values) for name, values in facts]
    words = f'<p class="said" dir="auto">{said(sentence(map, id))}</p>' if isinstance(entry, Sentence) else ""
    told = "".join(_remark(each) for each in remarks(map, id))
    kind = said(role(map, id))
    return (
        f'<article class="entry" id="{anchor(id)}"><h3><b>{label}</b> <span class="role">{kind}</span></h3>'
        f"{words}{told}<dl>{''.join(rows)}</dl></article>"
    )


def _fact(value: str) -> str:
    return f'<dd dir="auto">{value}</dd>'


def _remark(text: str) -> str:
    return f'<p class="remark" dir="auto">{said(text[:1].upper() + text[1:])}</p>'


def link(map: ArgumentMap, id: str, *, worded: bool = False) -> str:
    """A link to an entry, named by its label; an id that names nothing is told as unknown.

    Where it is to be `worded` the script adds what the entry says, which would stand in the file many times over.
    """
    if not isinstance(map.entries.get(id), Sentence | Inference):
        return f"unknown: {said(id)}"
    kind = "to worded" if worded else "to"
    return f'<a class="{kind}" href="#{anchor(id)}"><b>{said(map.outline.label(id))}</b></a>'


def _links(map: ArgumentMap, ids: Iterable[str]) -> str:
    return ", ".join(link(map, id) for id in ids)


def _listed(map: ArgumentMap, ids: Iterable[str]) -> str:
    """Links one below the other, with the words of what they lead to."""
    rows = "".join(f"<li>{link(map, id, worded=True)}</li>" for id in ids)
    return f'<ul class="links">{rows}</ul>' if rows else "nothing stands in it yet"


def _sentence_facts(map: ArgumentMap, id: str) -> Iterator[tuple[str, list[str]]]:
    entry = map.sentence(id)
    assert entry is not None
    if mentioned := mentioned_by(entry):
        yield ("Speaks of" if isinstance(entry, Conditional) else "Says by its words"), [_listed(map, mentioned)]
    places = [each for each in entry.stands_in if map.inference(each) is not None]
    if supported := [_stands(map, id, each) for each in places if isinstance(map.entries[each], Reason)]:
        yield "Supports", supported
    if opposed := [_stands(map, id, each) for each in places if isinstance(map.entries[each], Objection)]:
        yield "Speaks against", opposed
    yield from _bearing(map, id)
    if isinstance(entry, Statement) and (holders := map.links.mentions.get(id, ())):
        yield "Mentioned in", [_listed(map, holders)]
    if entry.short:
        yield "In short", [said(entry.short)]


def _stands(map: ArgumentMap, id: str, place: str) -> str:
    """What a sentence supports or opposes there, and with which others."""
    inference = map.inference(place)
    assert inference is not None
    others = [each for each in map.links.members.get(place, ()) if each != id]
    with_others = f"together with {_links(map, others)}" if others else ""
    by = f"in {link(map, place)}" if map.outline.label(place) != map.outline.label(id) else ""
    beside = f'<p class="beside">{", ".join(filter(None, (by, with_others)))}</p>' if by or with_others else ""
    return f"{_listed(map, [inference.target])}{beside}"


def _bearing(map: ArgumentMap, id: str) -> Iterator[tuple[str, list[str]]]:
    """What supports an entry and what speaks against it; of a sole objecting sentence, what is against that objection."""
    entry = map.sentence(id)
    alone = [place for place in (entry.stands_in if entry else ()) if _is_sole(map, place)]
    bearing = [each for one in (id, *alone) for each in map.links.inferences.get(one, ())]
    if reasons := [_members(map, each) for each in bearing if isinstance(map.entries[each], Reason)]:
        yield "Supported by", reasons
    if against := [_members(map, each) for each in bearing if isinstance(map.entries[each], Objection)]:
        yield "Objections", against


def _is_sole(map: ArgumentMap, place: str) -> bool:
    return isinstance(map.entries.get(place), Objection) and len(map.links.members.get(place, ())) == 1


def _members(map: ArgumentMap, id: str) -> str:
    """An inference by its members: "R1: C2, P7"; a sole objection by its sentence; what rule and answer it has."""
    inference = map.inference(id)
    assert inference is not None
    members: Sequence[str] = map.links.members.get(id, ())
    by = f"by {said(inference.rule)}" if inference.rule and inference.rule != "none" else ""
    named = " ".join(filter(None, ("" if _is_sole(map, id) else link(map, id), by)))
    told = f'<p class="beside">{named}</p>{_listed(map, members)}' if named else _listed(map, members)
    if isinstance(inference, Objection) and inference.answered is not None:
        told += f'<p class="beside">Answered: {said(inference.answered)}</p>'
    return told


def _inference_facts(map: ArgumentMap, id: str) -> Iterator[tuple[str, list[str]]]:
    entry = map.inference(id)
    assert entry is not None
    objecting = isinstance(entry, Objection)
    yield ("Speaks against" if objecting else "Supports"), [_listed(map, [entry.target])]
    members = map.links.members.get(id, ())
    together = "Premises together" if len(members) > 1 else "Premise"
    yield together, [_listed(map, members)]
    if entry.rule:
        yield "Rule", ["none: it does not claim to be deductive" if entry.rule == "none" else said(entry.rule)]
    if isinstance(entry, Objection) and entry.answered is not None:
        yield "Answered", [said(entry.answered)]
    if isinstance(entry, Reason) and entry.section:
        yield "Section", [said(entry.section)]
    yield from _bearing(map, id)
