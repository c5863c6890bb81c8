"""Roles of sentences and who stands at the top: derived from the pointers, never stored."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from argmap.model.entry import Entry
from argmap.model.inferences import Inference, Reason
from argmap.model.links import Links
from argmap.model.statements import Sentence, Statement

Role: TypeAlias = Literal["conclusion", "premise", "proposition", "loose"]


def first_statement(entries: Mapping[str, Entry]) -> str | None:
    """The first statement in file order: a root even while nothing bears on it."""
    return next((id for id, entry in entries.items() if isinstance(entry, Statement)), None)


def roots_among(
    ids: Iterable[str], entries: Mapping[str, Entry], links: Links, main: tuple[str, ...]
) -> dict[str, None]:
    """Which of the ids are roots; the order of the ids is kept."""
    first = first_statement(entries)
    bearing, mentions = links.inferences, links.mentions
    return {
        id: None
        for id in ids
        if (id in bearing or id in main or (id == first and id not in mentions))
        and isinstance(entry := entries.get(id), Sentence)
        and not _stands(entry, entries)
    }


def roles_among(
    ids: Iterable[str], entries: Mapping[str, Entry], links: Links, roots: Mapping[str, None]
) -> dict[str, Role]:
    """The role of each id that is a sentence."""
    return {id: _role(id, entry, entries, links, roots) for id in ids if isinstance(entry := entries.get(id), Sentence)}


def _role(id: str, entry: Sentence, entries: Mapping[str, Entry], links: Links, roots: Mapping[str, None]) -> Role:
    if id in roots or any(type(entries[i]) is Reason for i in links.inferences.get(id, ())):
        return "conclusion"
    if _stands(entry, entries):
        return "premise"
    return "proposition" if id in links.mentions else "loose"


def _stands(entry: Sentence, entries: Mapping[str, Entry]) -> bool:
    return any(isinstance(entries.get(inference), Inference) for inference in entry.stands_in)
