"""What an Argdown file says of each title, wherever it says it, and how one thing relates to another."""

import difflib
import re
from collections.abc import Iterator
from typing import Any

from argmap.exchange.argdown.reading.data import Data, read_data
from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.said import Argued, Gathered, Said, Tie
from argmap.exchange.argdown.reading.tree import (
    Block,
    Document,
    Element,
    Family,
    Heading,
    Inference,
    Relation,
    Structure,
)
from argmap.exchange.argdown.reading.words import words

_FEW = 20
_SKETCH = "`argmap import FILE --titles-as-texts` takes the titles of a sketch for its texts"
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|\\U0000[dD][89a-fA-F]")


def gathered(document: Document, faults: Faults, titles_as_texts: bool = False) -> Gathered:
    """What the file says, title by title; undefined titles and second texts are told to `faults`."""
    gatherer = _Gatherer(faults)
    found = gatherer.found
    if document.front is not None:
        found.head = gatherer.data(document.front)
    for block in document.blocks:
        if isinstance(block, Heading):
            gatherer.heading(block)
        elif isinstance(block, Structure):
            gatherer.structure(block)
        else:
            gatherer.element(block)
    for at in document.lists:
        faults.lost("I102", at, "a list is no part of a map: what stands in it is in the map without its marks")
    gatherer.settle(titles_as_texts)
    return found


class _Gatherer:
    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.found = Gathered()
        self.of: dict[int, Said] = {}
        self.mentions: list[tuple[str, str, int]] = []
        self.argued: dict[str, int] = {}

    def data(self, block: Block) -> Data:
        data = read_data(block, self.faults)
        if _SURROGATE.search(block.text) and _unpaired(data.value):
            self.faults.error("I004", block.at, "half of a surrogate pair stands in this data", advice="take it out")
        return data

    def heading(self, heading: Heading) -> None:
        said = words(heading.words)
        self.mentions += said.mentions
        text = " ".join((said.text, *said.tags)) if said.tags else said.text
        if not text:
            self.faults.error("I004", heading.at, "this heading is empty", advice="write its words behind the #")
        self.found.headings.append((heading, text))
        if heading.data is not None:
            for key in (data := self.data(heading.data)).value:
                self.faults.lost("I101", data.place(key), f"“{key}” of a heading has no place in an argument map")

    def _new(self, family: Family | None, title: str | None, at: int) -> Said:
        name = _name(family, title) if title is not None else f"\n{len(self.found.said)}"
        said = self.found.said.get(name)
        if said is None:
            said = self.found.said[name] = Said(name, family, title, at)
        return said

    def one(self, element: Element) -> Said:
        """Take what one element says, without what stands under it."""
        said = self._new(element.family, element.title, element.at)
        self.of[id(element)] = said
        if element.words:
            of = words(element.words)
            said.tags.update(dict.fromkeys(of.tags))
            self.mentions += of.mentions
            if element.defined and of.text:
                self._text(said, of.text, element)
            if of.changed:
                message = f"taken off this text, since a sentence of a map has none: {', '.join(of.changed)}"
                self.faults.lost("I102", element.at, message)
        if element.data is not None:
            self._merge(said, self.data(element.data), element)
        if element.defined:
            if not said.texts and "text" not in said.data:
                advice = "write it behind the colon" if element.title else None
                self.faults.error("I004", element.at, f"{said.called} has no text here", advice=advice)
            if said.heading is None:
                said.heading = element.heading
        else:
            said.mentioned.append(element.at)
        said.notes += element.comments
        return said

    def _text(self, said: Said, text: str, element: Element) -> None:
        if not said.texts:
            said.text = text
        said.texts.setdefault(text, element.at)

    def _merge(self, said: Said, data: Data, element: Element | Inference) -> None:
        for key, value in data.value.items():
            if key in said.data and said.data[key] != value:
                for at in (said.place(key), data.place(key)):
                    message = f"“{key}” of {said.called} has two different values"
                    self.faults.error("I006", at, message, advice="keep one of the two")
            said.data.setdefault(key, value)
        said.blocks.append(data)

    def element(self, top: Element) -> Said:
        """Take an element and all that stands under it, in the order of the file."""
        first = self.one(top)
        self._relations(top.relations, first)
        return first

    def _relations(self, relations: list[Relation], above: Said) -> None:
        stack: list[tuple[Iterator[Relation], Said, Tie | None]] = [(iter(relations), above, None)]
        while stack:
            rest, above, within = stack[-1]
            relation = next(rest, None)
            if relation is None:
                stack.pop()
                continue
            below = self.one(relation.element)
            tie = Tie(relation.at, relation.sign, above, below, relation.element.heading, within)
            if relation.sign == "><" and "argument" in (above.family, below.family):
                advice = "write it between two statements, or - for an attack"
                self.faults.error("I004", relation.at, "only statements can contradict each other", advice=advice)
            self.found.parts.append(tie)
            if relation.element.relations:
                stack.append((iter(relation.element.relations), below, tie))

    def structure(self, structure: Structure) -> None:
        """Take a premise-conclusion structure, and what stands under its lines."""
        argument = self.of.get(id(structure.argument)) if structure.argument is not None else None
        if argument is None:
            argument = self._new("argument", None, structure.at)
            argument.title = None
            argument.heading = structure.heading
        elif argument.heading is None:
            argument.heading = structure.heading
        if argument.name in self.argued:
            for at in (self.argued[argument.name], structure.at):
                message = f"{argument.called} has two premise-conclusion structures"
                self.faults.error("I006", at, message, advice="give one of them an argument of its own")
        self.argued[argument.name] = structure.at
        argued = Argued(structure.at, argument, [])
        self.found.parts.append(argued)
        for line in structure.lines:
            if isinstance(line, Inference):
                argued.lines.append((0, self._inference(line)))
            else:
                said = self.element(line.element)
                argued.lines.append((line.number, said))

    def _inference(self, line: Inference) -> Said:
        said = Said(f"\n{len(self.found.said)}\n{line.at}", None, None, line.at, heading=line.heading)
        rules = (" ".join(re.sub(r"\\(.)", r"\1", rule).split()) for rule in re.split(r"(?<!\\),", line.rules))
        said.rules = tuple(rule for rule in rules if rule)
        said.notes += line.comments
        if line.data is not None:
            self._merge(said, self.data(line.data), Element(line.at))
        self._relations(line.relations, said)
        return said

    def settle(self, titles_as_texts: bool) -> None:
        """Tell of what has no text, what has two, what is mentioned and isn't there, and of ids given twice."""
        everything = self.found.said.values()
        missing = [said for said in everything if not self._has_words(said)]
        if titles_as_texts:
            for said in missing:
                said.text = said.title or ""
                said.texts[said.text] = said.at
                said.sketched = True
            missing = []
        for said in missing:
            said.text = "…"
        gone = {said.name for said in missing}
        defined = {name for name, said in self.found.said.items() if name not in gone and said.title}
        places = [(said.name, at) for said in missing if said.title is not None for at in said.mentioned]
        for opening, title, at in self.mentions:
            name = _name("argument" if opening == "<" else "statement", title)
            if name not in defined:
                places.append((name, at))
        sketch = len(missing) > len(defined)
        for number, (name, at) in enumerate(places):
            self._undefined(name, at, defined, number < _FEW, sketch and number == 0)
        for said in everything:
            for at in said.texts.values() if len(said.texts) > 1 else ():
                advice = "make the texts one, or give one of them a title of its own"
                self.faults.error("I006", at, f"{said.called} has two different texts", advice=advice)
        self._ids()

    def _has_words(self, said: Said) -> bool:
        if said.family == "argument":
            return bool(said.texts or "text" in said.data or said.name in self.argued)
        return bool(said.texts or "text" in said.data or ("if" in said.data and "then" in said.data))

    def _undefined(self, name: str, at: int, defined: set[str], look: bool, sketch: bool) -> None:
        """Tell of a title that has no text; `look` for one that is like it, which takes its time.

        `sketch` says that most titles of the file have none, and that this is the first to be told of.
        """
        title = name[1:-1]
        alike = sorted(other for other in defined if other[0] == name[0]) if look else []
        other = _name("statement" if name[0] == "<" else "argument", title)
        if close := difflib.get_close_matches(name, alike, 1, 0.75):
            advice = f"did you mean {close[0]}?"
        elif other in defined:
            advice = f"did you mean {other}?"
        else:
            advice = f"write {name}: and its text" + ("" if name[0] == "[" else ", or its premises")
            if sketch:
                advice += f"; {_SKETCH}"
        self.faults.error("I005", at, f"{name} is named here and has no text anywhere", advice=advice)

    def _ids(self) -> None:
        given: dict[str, int] = {}
        inferences = [said for part in self.found.parts if isinstance(part, Argued) for n, said in part.lines if n == 0]
        for said in (*self.found.said.values(), *inferences):
            if "id" not in said.data:
                continue
            id, at = said.data["id"], said.place("id")
            if not isinstance(id, str) or not id:
                self.faults.error("I004", at, f"“{id}” can't be an id", advice="write a word in quotation marks")
            elif id in given:
                for place in (given[id], at):
                    self.faults.error("I006", place, f"the id {id} is given twice", advice="change one of the two")
            else:
                given[id] = at


def _name(family: Family | None, title: str) -> str:
    return f"<{title}>" if family == "argument" else f"[{title}]"


def _unpaired(value: Any) -> bool:
    """Whether a string in a value holds half of a surrogate pair."""
    rest = [value]
    while rest:
        match rest.pop():
            case str(text):
                if any("\ud800" <= char <= "\udfff" for char in text):
                    return True
            case dict() as inner:
                rest += [*inner.keys(), *inner.values()]
            case list() as inner:
                rest += inner
    return False
