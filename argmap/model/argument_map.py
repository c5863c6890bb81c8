"""The argument map: every entry by id, in the order of the file."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny

from argmap.model.entry import Entry, Ids
from argmap.model.inferences import Inference, Objection
from argmap.model.links import Links, same_structure
from argmap.model.outline import Outline
from argmap.model.sources import Source
from argmap.model.statements import Sentence

FORMAT_VERSION = 1
_DERIVED = ("links", "outline")
_KEPT = (*_DERIVED, "sources")


class ArgumentMap(BaseModel):
    """A frozen argument map.

    `entries` holds sources, statements, conditionals, reasons, objections and scenarios by id, in
    file order, which is reading order; treat it as read-only. `main` names the main conclusions
    where they aren't simply the roots.
    """

    model_config = ConfigDict(frozen=True)

    version: int = FORMAT_VERSION
    title: str = ""
    main: Ids = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    ignore: tuple[str, ...] = ()
    entries: Mapping[str, SerializeAsAny[Entry]] = Field(default_factory=dict)

    @cached_property
    def links(self) -> Links:
        """Who stands where."""
        return Links.of(self.entries)

    @cached_property
    def outline(self) -> Outline:
        """The tree people see, with roles and labels."""
        return Outline.of(self.entries, self.links, self.main)

    @cached_property
    def sources(self) -> Ids:
        """The ids of its sources, in file order."""
        return tuple(id for id, entry in self.entries.items() if type(entry) is Source)

    def sentences(self) -> Iterator[tuple[str, Sentence]]:
        """Statements and conditionals, in file order."""
        return ((id, e) for id, e in self.entries.items() if isinstance(e, Sentence))

    def sentence(self, id: str) -> Sentence | None:
        """The statement or conditional of that id, if there is one."""
        entry = self.entries.get(id)
        return entry if isinstance(entry, Sentence) else None

    def inference(self, id: str | None) -> Inference | None:
        """The reason or objection of that id, if there is one."""
        entry = self.entries.get(id) if id is not None else None
        return entry if isinstance(entry, Inference) else None

    def is_sole_objection(self, id: str) -> bool:
        """Whether that is an objection that one sentence makes, under one label with it."""
        return isinstance(self.entries.get(id), Objection) and len(self.links.members.get(id, ())) == 1

    def with_entries(self, entries: Mapping[str, Entry], touched: Collection[str], **root: Any) -> "ArgumentMap":
        """A map with other entries, its links kept up from this one's.

        `touched` names every id added, changed, moved or removed; `root` replaces root keys. Where no
        pointer and no place changed (a rewording, say), links and outline are this map's own.
        """
        new = self.model_copy(update={"entries": entries, **root})
        new.derive(self, touched)
        return new

    def derive(self, other: "ArgumentMap", touched: Collection[str]) -> None:
        """Derive links and outline from another map's, which has other entries for the touched ids only."""
        old, new = other.entries, self.entries
        self.underive()
        settled = self.main == other.main and all(same_structure(old.get(id), new.get(id)) for id in touched)
        if settled and list(old) == list(new):
            self.__dict__.update({name: other.__dict__[name] for name in _KEPT if name in other.__dict__})
            return
        self.__dict__["links"] = other.links.followed(old, new, touched)
        if "outline" in other.__dict__:
            before, after = (old, other.links, other.main), (new, self.links, self.main)
            self.__dict__["outline"] = other.outline.followed(before, after, touched)

    def relabelled(self, labels: Mapping[str, str]) -> "ArgumentMap":
        """The same map, some of its entries under other labels than their place in the outline gives them."""
        new = self.model_copy()
        new.__dict__["outline"] = replace(self.outline, labels={**self.outline.labels, **labels})
        return new

    @property
    def derived(self) -> bool:
        """Whether links and outline are at hand."""
        return all(name in self.__dict__ for name in _DERIVED)

    def underive(self) -> None:
        """Let go of what is derived; who asks for it has it derived anew."""
        for name in _KEPT:
            self.__dict__.pop(name, None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ArgumentMap):
            return NotImplemented
        return self._state() == other._state()

    def __hash__(self) -> int:
        return id(self)

    def _state(self) -> tuple[object, ...]:
        return (
            self.version,
            self.title,
            self.main,
            self.tags,
            self.note,
            self.ignore,
            list(self.entries.items()),
        )
