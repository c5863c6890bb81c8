"""Putting statements that were written as plain text into a map, as one edit."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from argmap.edit.change import Edited, EditRefused, Place
from argmap.edit.draft import Draft
from argmap.edit.ids import conditional_id, inference_id, new_id
from argmap.edit.places import behind_reasons, last_in_inference, last_of
from argmap.edit.written import Said, Step, Written
from argmap.model import ArgumentMap, Conditional, Entry, Objection, Reason, Sentence, Statement
from argmap.model.formula import Formula, FormulaError, parse, writable
from argmap.model.statements import Qualifier
from argmap.model.wording import sentence

_MOST_NOTES = 3


def insert_written(map: ArgumentMap, place: Place | None, written: Written) -> Edited:
    """Put a text under a place, as if it were indented under that row; without a place, at the top.

    On a statement every top statement of the text becomes a reason for it; on a reason or objection
    a statement in it. What a conditional only mentions is the map's own statement where the map says
    the same. Refuses an objection that has nothing to object to.
    """
    under = place.id if place is not None and place.id in map.entries else None
    planting = _Planting(map, under, written)
    chunks = planting.entries()
    draft = Draft(map)
    added = [new for _, chunk in chunks for new in chunk]
    order = list(map.entries)
    behind: dict[str | None, dict[str, Entry]] = {}
    for after, chunk in chunks:
        behind.setdefault(after or (order[-1] if order else None), {}).update(chunk)
    entries = dict(behind.get(None, {}))
    for old in order:
        entries[old] = map.entries[old]
        entries |= behind.get(old, {})
    _compose(map, entries, added)
    draft.entries = entries
    draft.touched.update(added)
    notes = list(written.notes)
    if written.title and not map.entries and not map.title:
        draft.root["title"] = written.title
    elif written.title:
        notes.append(f"left out the title “{written.title}”")
    told = notes[:_MOST_NOTES] + ([f"and {len(notes) - _MOST_NOTES} more remarks"] if notes[_MOST_NOTES:] else [])
    where = f" under {map.outline.label(under)}" if under else ""
    counted = _counted(len(written.asserted()), [entries[new] for new in added])
    first = next(new for new in added if isinstance(entries[new], Sentence))
    focus = Place(first, next(iter(entries[first].stands_in), None))  # type: ignore[attr-defined]
    return draft.done("insert", "; ".join([f"added {counted}{where}", *told]), focus)


def _counted(statements: int, added: Iterable[Entry]) -> str:
    """How many statements, reasons and objections came, for people."""
    kinds = Counter(entry.kind for entry in added)
    counts = ((statements, "statement"), (kinds["reason"], "reason"), (kinds["objection"], "objection"))
    return ", ".join(f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in counts if n)


def _compose(map: ArgumentMap, entries: dict[str, Entry], added: Iterable[str]) -> None:
    """Leave out the sentence of a conditional where it is the one that is composed anyway."""
    probe = map.model_copy(update={"entries": entries})
    for id in added:
        entry = entries[id]
        if isinstance(entry, Conditional):
            for qualifier in (None, *get_args(Qualifier)):
                entries[id] = entry.model_copy(update={"text": None, "qualifier": qualifier})
                if sentence(probe, id) == entry.text:
                    break
            else:
                entries[id] = entry


class _Planting:
    """Gives everything that was written its id and its place."""

    def __init__(self, map: ArgumentMap, under: str | None, written: Written) -> None:
        self.map = map
        self.under = under
        self.written = written
        self.below = written.below()
        self.ids: dict[int, str] = {}
        self.taken: dict[str, None] = {}
        self.stands: dict[int, list[str]] = {}
        self.inside: set[int] = set()
        self.asserted = {id(said) for said in written.asserted()}

    def entries(self) -> list[tuple[str | None, Mapping[str, Entry]]]:
        """The new entries in reading order, each chunk with the id behind which it goes (None: the end)."""
        map, under, written = self.map, self.under, self.written
        below, above, inside = self._tops()
        self.inside = {id(said) for said in inside} if under else set()
        self._name(below + inside + above + list(written.loose))
        chunks: list[tuple[str | None, Mapping[str, Entry]]] = []
        seen: set[int] = set()
        inference = under is not None and map.inference(under) is not None
        for tops, place in (
            (inside, (lambda: last_in_inference(map, under or "")) if inference else None),
            (below, (lambda: behind_reasons(map, under or "")) if under and not inference else None),
            (above, (lambda: last_of(map, under or "")) if under else None),
            (list(written.loose), None),
        ):
            if tops:
                chunks.append((self._after(place), self._made(tops, seen)))
        return chunks

    @staticmethod
    def _after(place: Callable[[], str] | None) -> str | None:
        return place() if place is not None else None

    def _tops(self) -> tuple[list[Said | Step], list[Said | Step], list[Said | Step]]:
        """What becomes a reason, an objection, or a statement right at the place."""
        reasons: list[Said | Step] = []
        objections: list[Said | Step] = []
        inside: list[Said | Step] = []
        into = self.under is not None and self.map.inference(self.under) is not None
        for top in self.written.tops:
            if isinstance(top, Step) and top.objection:
                if self.under is None:
                    raise EditRefused("the text begins with an objection, and there is nothing here to object to")
                objections.append(top)
            elif self.under is None or into:
                for said in top.members if isinstance(top, Step) else [top]:
                    inside.append(said)
            elif isinstance(top, Said):
                reasons.append(Step(None, members=[top]))
            else:
                reasons.append(top)
        return reasons, objections, inside

    def _name(self, tops: Iterable[Said | Step]) -> None:
        """An id for everything: statements first named as they are met, steps after their first member."""
        walked = list(self._walk(tops))
        own = {sentence(self.map, i): i for i, _ in self.map.sentences()} if self._has_formulas(walked) else {}
        later: list[Said] = []
        for item in walked:
            if isinstance(item, Step):
                continue
            if id(item) not in self.asserted and (same := own.get(item.text)) is not None and writable(same):
                self.ids[id(item)] = same
            elif item.halves is not None:
                later.append(item)
            else:
                self._take(item, new_id(self.map, item.text, self.taken))
        while later:
            ready = [s for s in later if all(id(m) in self.ids for m in s.mentions())]
            for said in ready or later:
                first = [
                    self.ids.get(id(m), "it") for tokens in said.halves or () for m in tokens if isinstance(m, Said)
                ]
                self._take(said, conditional_id(self.map, first[0], first[-1], self.taken))
            later = [s for s in later if id(s) not in self.ids]
        for item in walked:
            if isinstance(item, Step):
                prefix = "but" if item.objection else "because"
                self._take(item, inference_id(self.map, prefix, self.ids[id(item.members[0])], self.taken))
                for member in item.members:
                    self.stands.setdefault(id(member), []).append(self.ids[id(item)])

    @staticmethod
    def _has_formulas(walked: Iterable[Said | Step]) -> bool:
        return any(isinstance(item, Said) and (item.halves or item.means) for item in walked)

    def _take(self, item: Said | Step, new: str) -> None:
        self.ids[id(item)] = new
        self.taken[new] = None

    def _walk(self, tops: Iterable[Said | Step]) -> Iterable[Said | Step]:
        """Everything at and below the tops, each once, in reading order."""
        seen: set[int] = set()
        stack = list(tops)[::-1]
        while stack:
            item = stack.pop()
            if id(item) in seen:
                continue
            seen.add(id(item))
            yield item
            first: list[Said | Step] = (
                list(item.members)
                if isinstance(item, Step)
                else [said for said in item.mentions() if id(said) not in self.asserted]
            )
            stack += [*first, *self.below.get(id(item), ())][::-1]

    def _made(self, tops: Iterable[Said | Step], seen: set[int]) -> Mapping[str, Entry]:
        made: dict[str, Entry] = {}
        for item in self._walk(tops):
            own = self.ids[id(item)]
            if id(item) in seen or own in self.map.entries:
                continue
            seen.add(id(item))
            made[own] = self._step(item) if isinstance(item, Step) else self._said(item)
        return made

    def _step(self, step: Step) -> Entry:
        target = self.ids[id(step.target)] if step.target is not None else self.under or ""
        if step.objection:
            return Objection(target=target, rule=step.rule, answered=step.answered)
        return Reason(target=target, rule=step.rule)

    def _said(self, said: Said) -> Entry:
        stands = tuple(self.stands.get(id(said), ()))
        if id(said) in self.inside and self.under is not None:
            stands = (self.under, *stands)
        if said.halves is None:
            means = self._formula(said, said.means) if said.means else None
            return Statement(text=said.text, stands_in=stands, implicit=said.implicit, by=said.by, means=means)
        antecedent, consequent = (self._formula(said, tokens) for tokens in said.halves)
        return Conditional(
            text=said.text,
            antecedent=antecedent,
            consequent=consequent,
            stands_in=stands,
            implicit=said.implicit,
            by=said.by,
        )

    def _formula(self, said: Said, tokens: Iterable[str | Said]) -> Formula:
        words = " ".join(token if isinstance(token, str) else self.ids[id(token)] for token in tokens)
        try:
            return parse(words)
        except FormulaError:
            raise EditRefused(f"the IF and THEN of “{said.text[:60]}” can't be read: mend the text first") from None
