"""How the sentences and arguments of a map are worded in Argdown: titles, texts, tags and data."""

from collections.abc import Mapping
from typing import Any

from argmap.edit.ids import is_id
from argmap.exchange.argdown.fields import data_of, hashed
from argmap.exchange.argdown.writing.escaping import escaped, in_a_line, is_plain
from argmap.exchange.argdown.writing.flow import flow
from argmap.exchange.argdown.writing.titles import FreeTitles, is_title, spoken_of, statement_titles, title_of, titled
from argmap.model import ArgumentMap, Conditional, Entry, Inference, Reason, Sentence, Statement
from argmap.model.formula import Atom
from argmap.model.wording import in_words, sentence


class Wording:
    """What is written for each entry of a map.

    `titles` are the titles of statements and conditionals by id, `arguments` those of reasons and objections.
    """

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.titles: Mapping[str, str] = statement_titles(map)
        inferences = (id for id, entry in map.entries.items() if isinstance(entry, Inference))
        taken = spoken_of(map)
        self.arguments: Mapping[str, str] = titled(inferences, taken)
        self._free = FreeTitles([*self.titles.values(), *taken])
        self._negations: dict[str, str] = {}

    def text(self, id: str) -> str:
        """The sentence and its tags, as they stand behind the title."""
        words = sentence(self.map, id)
        return escaped(words if is_plain(words) else in_a_line(words)) + self.tags(id)

    def tags(self, id: str) -> str:
        """The tags of an entry, each behind a space; nothing where they stand in the data."""
        return "".join(f" {tag}" for tag in _hashed(self.map.entries[id]))

    def sentence_data(self, id: str, stands_in: tuple[str, ...]) -> str:
        """The data of a sentence that is seen to stand in these inferences; nothing where it has none."""
        entry = self.map.sentence(id)
        assert entry is not None
        title = self.titles[id]
        data = _own(id, title, entry)
        if data.get("short") == title and not is_id(title):
            del data["short"]
        if (words := _words(entry)) is not None and not is_plain(words):
            data = {"text": words} | data
        if entry.stands_in != stands_in:
            data["in"] = entry.stands_in
        return flow(data) if data else ""

    def argument_data(self, id: str) -> str:
        """The data of an argument but for its rule; nothing where it has none."""
        data = _own(id, self.arguments[id], self.map.entries[id])
        data.pop("rule", None)
        return flow(data) if data else ""

    def negation_title(self, id: str) -> str:
        """The title of what an objection to a sentence or an inference comes to."""
        if id not in self._negations:
            title = self.titles.get(id) or self.arguments[id]
            self._negations[id] = self._free.take(f"not-{title if is_title(title) else title_of(id)}")
        return self._negations[id]

    def negation(self, id: str) -> tuple[str, str]:
        """The text and the data of what an objection comes to."""
        return escaped(self.negated(id)), flow({"negates": id})

    def negated(self, id: str) -> str:
        """What an objection to a sentence or an inference comes to, in words."""
        target = self.map.entries[id]
        if isinstance(target, Sentence):
            words = f"It is not the case that {self._inside(id)}"
        elif isinstance(target, Reason):
            words = f"It does not follow that {self._inside(target.target)}"
        else:
            members = self.map.links.members.get(id, ())
            words = f"It is no objection that {self._inside(members[0]) if members else '…'}"
        return in_a_line(words)

    def _inside(self, id: str) -> str:
        """The words of a sentence at the end of another, with its full stop."""
        words = in_words(self.map, Atom(id)).rstrip(" .,;:") or "…"
        return words if words[-1] in "!?…" else f"{words}."


def _words(entry: Entry) -> str | None:
    """The words that a sentence has itself."""
    return entry.text if isinstance(entry, Statement | Conditional) else None


def _own(id: str, title: str, entry: Entry) -> dict[str, Any]:
    """The data that an entry has by itself."""
    data: dict[str, Any] = {} if id == title and is_id(id) else {"id": id}
    data |= data_of(entry)
    if entry.tags and not _hashed(entry):
        data["tags"] = entry.tags
    return data


def _hashed(entry: Entry) -> tuple[str, ...]:
    """The tags of an entry as they stand in a text; none where one of them can't, or stands there twice."""
    tags = tuple(tag for each in entry.tags if is_plain(each) and (tag := hashed(each)) is not None)
    return tags if len(set(tags)) == len(entry.tags) else ()
