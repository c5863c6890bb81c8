"""What suppositions come to, as it is told to people: the few things worth telling, and why each is so."""

from collections.abc import Iterator, Sequence

from argmap.logic.consequences import chain
from argmap.logic.grounds import why
from argmap.logic.scenarios import Outcome
from argmap.logic.standing import standing
from argmap.logic.words import entailed_word, told_ground, told_inferred, told_may
from argmap.model import ArgumentMap

_MOST_LINKS = 4


def sections(map: ArgumentMap, found: Outcome) -> Iterator[tuple[str, Sequence[str]]]:
    """Headings and the ids below each, every id once: below the first heading that it belongs to."""
    told: set[str] = set()

    def fresh(ids: Iterator[str]) -> list[str]:
        new = [id for id in dict.fromkeys(ids) if id not in told]
        told.update(new)
        return new

    sentences = [id for id in map.outline.labels if map.sentence(id) is not None]
    yield "Supposed", fresh(iter(found.suppositions))
    yield "Main conclusions", fresh(iter(map.outline.mains))
    if found.suppositions:
        before = standing(map).may
        yield "Changes", fresh(id for id in map.outline.labels if id in found.changed)
        yield "May change", fresh(id for id in sentences if found.standing.may.get(id) not in (None, before.get(id)))
    else:
        roles = map.outline.roles
        asserted = (id for id in sentences if roles.get(id) in ("conclusion", "premise"))
        yield "Not standing", fresh(id for id in asserted if found.standing.values[id] != "stands")
    yield "Entailed", fresh(id for id in sentences if id in found.entailed.values and not _is_given(map, found, id))


def why_so(map: ArgumentMap, found: Outcome, id: str) -> Iterator[str]:
    """Why something is as it is, and how it is entailed, where the verdict doesn't say all; a sentence each."""
    if id in found.suppositions or id not in found.standing.values:
        return
    if id in found.standing.may:
        yield told_may(map, id)
    else:
        last, *others = reversed(why(map, found.suppositions, id))
        lacking = [link for link in others if link.status != "stands"] if last.status != "stands" else []
        yield from (told_ground(map, link) for link in (last, *lacking[: _MOST_LINKS - 1]))
    if entailed_word(found.entailed, id) is not None:
        links = chain(map, found.suppositions, id)
        yield from (told_inferred(map, link, found.suppositions) for link in links[-1:])


def _is_given(map: ArgumentMap, found: Outcome, id: str) -> bool:
    return id in found.suppositions or (map.outline.roles.get(id) == "premise" and found.entailed.values[id])
