"""Small maps from short texts, so that tests can be read as examples.

    rain; rain -> wet |- wet                 a reason, asked whether it follows
    P; not Q |- against P -> Q               an objection
    not c |- P where c = P -> Q              a conditional that is only mentioned

    because-rain for wet: rain; rain -> wet  a reason in a map, one a line
    but-roofed against because-rain: roofed
    but-old against wet (answered): old

A premise is a formula or `A -> B`, perhaps hedged (`likely: A -> B`), perhaps named so that others can
mention it (`c = A -> B`, `s = P or Q`). What is no single id gets one made from its text: see `name_of`.
"""

import re

from argmap.model import ArgumentMap, Conditional, Entry, Inference, Objection, Reason, Statement
from argmap.model.formula import Atom, parse, write
from argmap.model.links import mentioned_by

STEP = "the-step"


def name_of(text: str) -> str:
    """The id of a premise: its name, or one made from its text."""
    name, equals, _ = text.partition(" = ")
    return name.strip() if equals else re.sub(r"[\s():]+", "-", text.replace("->", "to")).strip("-")


def step(text: str, rule: str | None = None) -> ArgumentMap:
    """The map of one step, `premises |- conclusion`, which has the id of STEP."""
    premises, conclusion = text.split(" |- ")
    conclusion, _, mentioned = conclusion.partition(" where ")
    against = conclusion.startswith("against ")
    entries: dict[str, Entry] = {}
    for sentence in mentioned.split("; ") if mentioned else ():
        _add(entries, sentence, None)
    target = _add(entries, conclusion.removeprefix("against "), None)
    inference = Objection(target=target) if against else Reason(target=target, rule=rule)
    return _finished({STEP: inference, **_with_members(entries, STEP, premises)})


def small_map(text: str) -> ArgumentMap:
    """The map of several inferences, one a line; a line without a colon is a statement or conditional on its own."""
    entries: dict[str, Entry] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        found = re.fullmatch(r"(\S+) (for|against) (.+?)( \(answered\))?: (.+)", line)
        if found is None:
            _add(entries, line, None)
            continue
        id, which, target, answered, premises = found.groups()
        if target not in entries:
            target = _add(entries, target, None)
        if which == "for":
            entries[id] = Reason(target=target)
        else:
            entries[id] = Objection(target=target, answered="It is." if answered else None)
        _with_members(entries, id, premises)
    return _finished(entries)


def _with_members(entries: dict[str, Entry], inference: str, premises: str) -> dict[str, Entry]:
    for premise in premises.split(";"):
        _add(entries, premise.strip(), inference)
    return entries


def _add(entries: dict[str, Entry], text: str, inference: str | None) -> str:
    """Add what a text says, as a member of an inference, and return its id; known ids are only placed."""
    id = name_of(text)
    entry = entries.get(id) or _sentence(text)
    stands_in = (*entry.stands_in, inference) if inference else entry.stands_in  # type: ignore[attr-defined]
    entries[id] = entry.model_copy(update={"stands_in": stands_in})
    return id


def _sentence(text: str) -> Entry:
    content = text.partition(" = ")[2] or text
    found = re.fullmatch(r"(?:(might|likely|unlikely): )?(.+) -> (.+)", content)
    if found is not None:
        qualifier, antecedent, consequent = found.groups()
        return Conditional(antecedent=antecedent, consequent=consequent, qualifier=qualifier)
    meaning = parse(content)
    return Statement(text=content, means=None if isinstance(meaning, Atom) and " = " not in text else meaning)


def _finished(entries: dict[str, Entry]) -> ArgumentMap:
    mentioned = {id for entry in list(entries.values()) for id in mentioned_by(entry)}
    return ArgumentMap(entries=entries | {id: Statement(text=id) for id in sorted(mentioned - entries.keys())})


def shown(map: ArgumentMap) -> str:
    """A map in short, for the message of a test that fails."""
    lines = []
    for id, entry in map.entries.items():
        match entry:
            case Statement():
                lines.append(f"{id}{f' = {write(entry.means)}' if entry.means else ''}")
            case Conditional():
                hedge = f"{entry.qualifier}: " if entry.qualifier else ""
                lines.append(f"{id} = {hedge}{write(entry.antecedent)} -> {write(entry.consequent)}")
            case Inference():
                answered = " (answered)" if isinstance(entry, Objection) and entry.answered else ""
                members = "; ".join(map.links.members.get(id, ()))
                kind = "for" if isinstance(entry, Reason) else "against"
                lines.append(f"{id} {kind} {entry.target}{answered}: {members}")
    return "\n".join(lines)
