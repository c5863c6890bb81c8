"""Statements, reasons and objections as articles of the page, each with what it is tied to and its passages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.export.page.markup import said, tags
from argmap.export.page.passages import Passages
from argmap.export.page.roles import remarks, role
from argmap.model import ArgumentMap, Inference, Objection, Reason, Sentence, Statement
from argmap.model.links import mentioned_by
from argmap.model.wording import in_words, sentence

_NOTHING = "nothing stands in it yet"


@dataclass(frozen=True)
class Entries:
    """The statements, reasons and objections of a map; links to them, and an article for each."""

    map: ArgumentMap

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Their numbers by id: in the order of the outline, then what stands nowhere in it."""
        outline = self.map.outline
        ids = dict.fromkeys([*(row.id for row in (*outline.rows, *outline.tray)), *outline.labels, *self.map.entries])
        told = (id for id in ids if isinstance(self.map.entries.get(id), Sentence | Inference))
        return {id: number for number, id in enumerate(told)}

    def link(self, id: str) -> str:
        """A link to an entry, named by its label; an id that names nothing is told as unknown."""
        if id not in self.number:
            return f"unknown: {said(id)}"
        return f'<a href="#s{self.number[id]}">{said(self.map.outline.label(id))}</a>'

    def article(self, id: str, passages: Passages) -> str:
        """The article of an entry: label, role, words, and a list of what is known about it."""
        entry = self.map.entries[id]
        facts = [("Passage" if at == 1 else f"Passage {at}", [each]) for at, each in passages.of(id)]
        facts += self._inference(id, entry) if isinstance(entry, Inference) else self._sentence(id)
        facts += [("Note", [_text(entry.note)])] if entry.note else []
        facts += [("Tags", [tags(entry.tags)])] if entry.tags else []
        rows = (f"<dt>{name}</dt>" + "".join(f"<dd>{each}</dd>" for each in values) for name, values in facts)
        words = f'<p class="said" dir="auto">{said(sentence(self.map, id))}</p>' if isinstance(entry, Sentence) else ""
        told = "".join(_remark(each) for each in remarks(self.map, id))
        label, kind = said(self.map.outline.label(id)), said(role(self.map, id))
        return (
            f'<article class="entry" id="s{self.number[id]}" data-id="{said(id)}"><h3><b>{label}</b> '
            f'<span class="role">{kind}</span></h3>{words}{told}<dl>{"".join(rows)}</dl></article>'
        )

    def _listed(self, ids: Iterable[str]) -> str:
        """Links one below the other; the script adds what they lead to, which else would stand there many times."""
        rows = "".join(f"<li>{self.link(id)}</li>" for id in ids)
        return f'<ul class="links">{rows}</ul>' if rows else _NOTHING

    def _sentence(self, id: str) -> Iterator[tuple[str, list[str]]]:
        map, entry = self.map, self.map.sentence(id)
        assert entry is not None
        if isinstance(entry, Statement) and entry.means is not None:
            yield "Means that", [_text(f"{in_words(map, entry.means)}.")]
        if mentioned := mentioned_by(entry):
            yield "Speaks of", [self._listed(mentioned)]
        places = [each for each in entry.stands_in if map.inference(each) is not None]
        if supported := [self._stands(id, each) for each in places if isinstance(map.entries[each], Reason)]:
            yield "Supports", supported
        if opposed := [self._stands(id, each) for each in places if isinstance(map.entries[each], Objection)]:
            yield "Speaks against", opposed
        yield from self._bearing(id)
        if isinstance(entry, Statement) and (holders := map.links.mentions.get(id, ())):
            yield "Mentioned in", [self._listed(holders)]

    def _stands(self, id: str, place: str) -> str:
        """What a sentence supports or opposes there, and with which others."""
        inference = self.map.inference(place)
        assert inference is not None
        others = [each for each in self.map.links.members.get(place, ()) if each != id]
        beside = [] if self.map.is_sole_objection(place) else [f"in {self.link(place)}"]
        beside += [f"together with {', '.join(map(self.link, others))}"] if others else []
        return self._listed([inference.target]) + _beside(", ".join(beside)) + self._answer(place)

    def _bearing(self, id: str) -> Iterator[tuple[str, list[str]]]:
        """What supports an entry and what speaks against it; of a sole objecting sentence, also against that."""
        map, entry = self.map, self.map.sentence(id)
        alone = [place for place in (entry.stands_in if entry else ()) if self.map.is_sole_objection(place)]
        bearing = [each for one in (id, *alone) for each in map.links.inferences.get(one, ())]
        if reasons := [self._members(each) for each in bearing if isinstance(map.entries[each], Reason)]:
            yield "Supported by", reasons
        if against := [self._members(each) for each in bearing if isinstance(map.entries[each], Objection)]:
            yield "Objections", against

    def _members(self, id: str) -> str:
        """An inference by its members; what rule and answer it has."""
        inference = self.map.inference(id)
        assert inference is not None
        named = "" if self.map.is_sole_objection(id) else self.link(id)
        named += f" by {said(inference.rule)}" if inference.rule and inference.rule != "none" else ""
        told = _beside(named) + self._listed(self.map.links.members.get(id, ()))
        return told + self._answer(id)

    def _answer(self, id: str) -> str:
        inference = self.map.entries.get(id)
        answered = inference.answered if isinstance(inference, Objection) else None
        return _beside(f"Answered: {said(answered)}") if answered is not None else ""

    def _inference(self, id: str, entry: Inference) -> Iterator[tuple[str, list[str]]]:
        members = self.map.links.members.get(id, ())
        yield ("Speaks against" if isinstance(entry, Objection) else "Supports"), [self._listed([entry.target])]
        yield ("Premises together" if len(members) > 1 else "Premise"), [self._listed(members)]
        if entry.rule:
            yield "Rule", ["none: it does not claim to be deductive" if entry.rule == "none" else _text(entry.rule)]
        if isinstance(entry, Objection) and entry.answered is not None:
            yield "Answered", [_text(entry.answered)]
        if isinstance(entry, Reason) and entry.section:
            yield "Section", [_text(entry.section)]
        yield from self._bearing(id)


def _text(text: str) -> str:
    return f'<p class="free" dir="auto">{said(text)}</p>'


def _remark(text: str) -> str:
    return f'<p class="remark" dir="auto">{said(text[:1].upper() + text[1:])}</p>'


def _beside(markup: str) -> str:
    return f'<p class="beside">{markup}</p>' if markup else ""
