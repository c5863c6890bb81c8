"""From what an Argdown file says to the entries of a map, each key held against what it may be."""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.edit.ids import inference_id, is_id, kebab
from argmap.edit.mentions import renamed_mentions
from argmap.exchange.argdown.fields import (
    ARGDOWN_KEYS,
    CONDITIONAL_KEYS,
    INFERENCE_KEYS,
    STATEMENT_KEYS,
    id_of_title,
    says_more,
    words_lost,
)
from argmap.exchange.argdown.reading.drafts import Draft, Inferred
from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.head import Head
from argmap.exchange.argdown.reading.inferring import premise_of
from argmap.exchange.argdown.reading.negations import tell_other
from argmap.exchange.argdown.reading.said import Gathered, Said
from argmap.exchange.argdown.reading.tree import Heading
from argmap.exchange.argdown.reading.validating import valid
from argmap.exchange.argdown.unfolding import unfolded
from argmap.exchange.assembly import Assembly
from argmap.logic.rules import RULES
from argmap.model import ArgumentMap, Conditional, Entry, Inference, Objection, Reason, Sentence, Statement
from argmap.model.formula import Atom, Not

_PREMISE_KEYS = ("text", "means", "short", "implicit", "by", "anchor")
_OWN_KEYS = ("tags", "note", "ignore")


class Making:
    """Makes the entries of a map; faults in their data are told to `faults`."""

    def __init__(self, found: Gathered, made: Inferred, head: Head, faults: Faults) -> None:
        self.found = found
        self.made = made
        self.head = head
        self.faults = faults
        self.texts = {id(heading): text for heading, text in found.headings}
        self.used: set[int] = set()
        self.stands: dict[str, list[str]] = {}
        self.names: dict[str, str] = {}

    def assembly(self) -> Assembly:
        """The map, to be finished; every entry of it has been checked."""
        self._name()
        made = Assembly()
        sentences = {name: self._sentence(name) for name in self._order()}
        inferences = [(draft, *self._inference(draft)) for draft in self.made.drafts.values()]
        self.head.add_to(made, self.name)
        for name, (entry, id) in sentences.items():
            made.add(name, self._renamed(entry), id, verbatim=True)
        for draft, entry, id in inferences:
            made.add(draft.name, self._renamed(entry), id, verbatim=True)
        self._headings()
        tell_other(self.found, self.made, self.name, self.faults)
        return made

    def name(self, id: str) -> str:
        """The name of what an id or title stands for; itself where it stands for nothing."""
        return self.names.get(id, id)

    def _name(self) -> None:
        """Which name is meant by each id that is said, else by each title."""
        drafted = [(own, draft.name) for draft in self.made.drafts.values() for own in reversed(draft.own)]
        sentences = (said for said in self.found.said.values() if said.family == "statement")
        statements = [(said, said.name) for said in sentences if said.name not in self.made.dropped]
        names = [*statements, *drafted]
        self.names.update({id: id for id in self.head.tables})
        for said, name in names:
            if (id := self._id(said)) in self.head.tables:
                for at in (said.place("id"), self.head.place(id)):
                    self.faults.error("I006", at, f"the id {id} is given twice", advice="change one of the two")
            if isinstance(said.data.get("id"), str):
                self.names.setdefault(said.data["id"], name)
        for said, name in names:
            if said.title is not None and "id" not in said.data:
                self.names.setdefault(id_of_title(said.title), name)
        for said, name in names:
            if said.title is not None:
                self.names.setdefault(said.title, name)
        for draft in self.made.drafts.values():
            if not draft.own and (member := self.found.said.get(draft.members[0])) is not None:
                prefix = "but" if draft.objects else "because"
                self.names.setdefault(inference_id(ArgumentMap(), prefix, self._id(member) or "it"), draft.name)

    def _renamed(self, entry: Entry) -> Entry:
        """The entry with names for the ids it mentions, its structure aside, which has names already."""
        if isinstance(entry, Conditional) or (isinstance(entry, Statement) and entry.means is not None):
            fields = renamed_mentions(entry, self.name)
            fields.pop("stands_in", None)
            return entry.model_copy(update=fields) if fields else entry
        return entry

    def _order(self) -> list[str]:
        """All sentences, so that what stands in one inference stands in its order; and what each stands in.

        Beside inferences, prose without a title that stands in none and has none comes last: the first sentence of a
        map is a main conclusion, and no remark is meant as that.
        """
        sentences = [said.name for said in self.found.said.values() if said.family == "statement"]
        sentences += [premise_of(said) for said in self.made.premises.values()]
        known = [name for name in sentences if name not in self.made.dropped]
        drafts = self.made.drafts
        steps = [(draft.name, self._target(draft), draft.members) for draft in drafts.values()]
        order = unfolded(known, steps)
        for name in order:
            for member in drafts[name].members if name in drafts else ():
                self.stands.setdefault(member, []).append(name)
        sound = {*known, *self.made.added}
        tied = {target for _, target, _ in steps}.union(self.stands) if steps else sound
        remarks = {said.name for said in self.found.said.values() if said.title is None and said.name not in tied}
        return sorted((name for name in order if name in sound), key=lambda name: name in remarks)

    def _negated(self, draft: Draft) -> Iterator[Said]:
        """The conclusion that only says what an objection is against, if it has one."""
        if draft.objects and draft.target in self.made.dropped:
            yield self.found.said[draft.target]

    def _target(self, draft: Draft) -> str:
        """The name of what a reason or objection bears on."""
        negated = next(self._negated(draft), None)
        if negated is None:
            return draft.target
        if not isinstance(id := negated.data["negates"], str):
            self.faults.error("I004", negated.place("negates"), "“negates” is an id", advice="write one id")
        elif id not in self.names and id not in self.head.tables:
            self.faults.error("I005", negated.place("negates"), f"“negates” names {id}, which isn't there")
        return self.name(str(id))

    def _sentence(self, name: str) -> tuple[Entry, str]:
        """A statement or conditional, and the id that it should have."""
        stands = tuple(self.stands.get(name, ()))
        if (added := self.made.added.get(name)) is not None:
            then = Not(Atom(added.consequent)) if added.negated else Atom(added.consequent)
            known = {"antecedent": Atom(added.antecedent), "consequent": then, "stands_in": stands, "implicit": True}
            return Conditional(**known), ""
        said = self.found.said.get(name) or self.found.said[name.removesuffix("\npremise")]
        if said.family == "argument":
            return self._premise(said, stands), ""
        return self._checked(said, self._fields(said, STATEMENT_KEYS, CONDITIONAL_KEYS), stands), self._id(said)

    def _id(self, said: Said) -> str:
        if isinstance(said.data.get("id"), str):
            return str(said.data["id"])
        id = id_of_title(said.title) if said.title is not None else ""
        return id if is_id(id) else ""

    def _fields(self, said: Said, keys: tuple[str, ...], more: tuple[str, ...]) -> dict[str, Any]:
        """What a statement's data says under argmap's own keys; other keys are told."""
        if "if" in said.data or "then" in said.data:
            keys = more
        for key in said.data:
            if key not in keys:
                self.faults.lost("I101", said.place(key), f"“{key}” of {said.called} has no place in an argument map")
        return {key: said.data[key] for key in keys if key in said.data and key not in ("id", "negates")}

    def _checked(self, said: Said, fields: dict[str, Any], stands: tuple[str, ...]) -> Sentence:
        kind = Conditional if "if" in fields or "then" in fields else Statement
        composed = fields.pop("composed", False)
        if not isinstance(composed, bool):
            self.faults.error("I004", said.place("composed"), "“composed” is true or false")
        if said.text and not (composed and kind is Conditional):
            fields.setdefault("text", said.text)
        title = None if said.sketched or said.title is None or not says_more(said.title) else said.title
        if title is not None and "id" not in said.data:
            fields.setdefault("short", title)
        elif title is not None and said.data.get("short") is None:
            fields["short"] = title
        if "in" in fields:
            asked = self._asked(said, fields.pop("in"))
            stands = tuple(dict.fromkeys((*asked, *stands))) if set(stands) - set(asked) else asked
        self._noted(fields, [said])
        contrary = self.made.contrary.get(said.name) if kind is Statement else None
        entry = valid(kind, fields, said.place, said.called, self.faults)
        more: dict[str, Any] = {"stands_in": stands} if stands else {}
        if contrary is not None and "means" not in fields:
            more["means"] = Not(Atom(contrary))
        return entry.model_copy(update=more) if more else entry

    def _asked(self, said: Said, asked: Any) -> tuple[str, ...]:
        ids = [asked] if isinstance(asked, str) else asked
        if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
            self.faults.error("I004", said.place("in"), "“in” is an id or a list of ids")
            return ()
        return tuple(self.name(id) for id in ids)

    def _premise(self, said: Said, stands: tuple[str, ...]) -> Sentence:
        """The one premise of an argument that has no premise-conclusion structure."""
        fields = {key: said.data[key] for key in _PREMISE_KEYS if key in said.data}
        if said.text:
            fields.setdefault("text", said.text)
        if not stands:
            fields |= {key: said.data[key] for key in _OWN_KEYS if key in said.data}
            self.faults.lost("I102", said.at, f"{said.called} bears on nothing: its text stands by itself in the map")
            self._noted(fields, [said])
            if said.title and not set(kebab(said.title).split("-")) <= set(kebab(said.text).split("-")):
                note = fields.get("note")
                if note is None or isinstance(note, str):
                    fields["note"] = " ".join(filter(None, (said.title, note)))
            for key in said.data:
                if key not in (*_PREMISE_KEYS, *_OWN_KEYS):
                    self.faults.lost("I101", said.place(key), f"“{key}” of {said.called} has no place there")
        entry = valid(Statement, fields, said.place, said.called, self.faults)
        return entry.model_copy(update={"stands_in": stands}) if stands else entry

    def _noted(self, fields: dict[str, Any], all_said: Iterable[Said]) -> None:
        """Put tags and notes into an entry's fields."""
        for said in all_said:
            if said.tags:
                told = fields.get("tags") or []
                if isinstance(told, list | tuple):
                    fields["tags"] = list(dict.fromkeys((*said.tags, *(t for t in told if isinstance(t, str)))))
            if said.notes:
                note = fields.get("note")
                if note is None or isinstance(note, str):
                    fields["note"] = " ".join(filter(None, (note, *said.notes)))

    def _inference(self, draft: Draft) -> tuple[Inference, str]:
        """A reason or objection, and the id that it should have."""
        kind = Objection if draft.objects else Reason
        fields: dict[str, Any] = {}
        places: dict[str, Said] = {}
        wanted = ""
        simple = bool(draft.own) and draft.own[0].name in self.made.premises
        for said in draft.own:
            wanted = wanted or self._id(said)
            for key, value in said.data.items():
                if key not in INFERENCE_KEYS:
                    if key not in ARGDOWN_KEYS and not (simple and key in _PREMISE_KEYS):
                        self._no_place(said, key)
                elif (key == "section" and draft.objects) or (key == "answered" and not draft.objects):
                    self._no_place(said, key)
                elif key in fields and fields[key] != value:
                    for at in (places[key].place(key), said.place(key)):
                        self.faults.error("I006", at, f"“{key}” has two different values", advice="keep one of the two")
                elif key != "id":
                    fields.setdefault(key, value)
                    places.setdefault(key, said)
            if said.rules and "rule" not in fields:
                fields["rule"] = ", ".join(map(_ruled, said.rules))
            elif said.rules:
                self._no_place(said, "rule")
        self._noted(fields, [*draft.own, *self._negated(draft)])
        self._titled(draft, fields, simple)
        if not draft.objects and "section" not in fields and (section := self._section(draft.heading)):
            fields["section"] = section
        elif draft.objects and draft.heading is not None and self.texts.get(id(draft.heading)):
            self._unsectioned(draft.heading)
        fields["against" if draft.objects else "for"] = "…"

        def place(key: str, *path: str | int) -> int:
            return places[key].place(key, *path) if key in places else draft.at

        called = draft.own[0].called if draft.own else "this"
        entry = valid(kind, fields, place, called, self.faults)
        return entry.model_copy(update={"target": self._target(draft)}), wanted

    def _titled(self, draft: Draft, fields: dict[str, Any], simple: bool) -> None:
        """Keep what an argument says of itself in the note: a title that its id can't say, and a description."""
        said = draft.own[0] if draft.own else None
        if said is None or said.title is None:
            return
        more = [said.title] if words_lost(said.title) or (says_more(said.title) and "id" in said.data) else []
        if said.text and not simple:
            more.append(said.text)
            self.faults.lost("I102", said.at, f"what {said.called} says of itself is in the note of its last step")
        if more and isinstance(fields.get("note", ""), str):
            fields["note"] = " ".join(filter(None, (*more, fields.get("note"))))

    def _no_place(self, said: Said, key: str) -> None:
        self.faults.lost("I101", said.place(key), f"“{key}” of {said.called} has no place in an argument map")

    def _section(self, heading: Heading | None) -> str:
        if heading is None or heading is self.head.title_heading:
            return ""
        self.used.add(id(heading))
        return self.texts.get(id(heading), "")

    def _unsectioned(self, heading: Heading) -> None:
        if heading is not self.head.title_heading:
            message = "objections have no section: what stands below this heading is in the map without it"
            self.faults.lost("I101", heading.at, message)

    def _headings(self) -> None:
        for heading, text in self.found.headings:
            if heading is not self.head.title_heading and id(heading) not in self.used:
                self.faults.lost("I101", heading.at, f"no reason stands below “{text}”, so the heading is left out")


def _ruled(rule: str) -> str:
    """A rule as argmap names it."""
    folded = rule.casefold()
    return folded if folded in RULES else rule[:1].lower() + rule[1:]
