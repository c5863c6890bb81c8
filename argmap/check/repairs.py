"""What can be mended of a map's anchors and digests: by itself where that is safe, else once a person has said so."""

from collections.abc import Collection
from typing import TypeAlias

from argmap.edit import Edited, also, reanchor, set_fields
from argmap.model import Anchor, ArgumentMap, Source
from argmap.source import Document, Texts
from argmap.source.verified import Verified, verified

Pointer: TypeAlias = tuple[str, int]
"""An entry's id, and which of its anchors (from 0)."""


def repaired(map: ArgumentMap, texts: Texts, accepted: Collection[Pointer] = ()) -> dict[str, tuple[Anchor, ...]]:
    """The entries whose anchors are to be written anew, each with all of its anchors.

    Words and hashes are filled in, and moved passages followed; of those that only a person can
    judge (`doubtful`), the `accepted` ones.
    """
    anew: dict[str, dict[int, Anchor]] = {}
    for one in verified(map, texts):
        if one[:2] in accepted or not _is_doubtful(map, texts, one):
            now = _as_it_should_be(one, texts.documents[one.anchor.source])
            if now not in (None, one.anchor):
                anew.setdefault(one.id, {})[one.at] = now
    return {
        id: tuple(written.get(at, anchor) for at, anchor in enumerate(map.entries[id].anchor))  # type: ignore[attr-defined]
        for id, written in anew.items()
    }


def doubtful(map: ArgumentMap, texts: Texts) -> list[Verified]:
    """The anchors whose passage only a person can tell to be right, in file order.

    The words have changed; or the anchor has no hash, and its head and tail words are in another paragraph than
    it says, or in a text that has changed, so that nobody knows what stood between them.
    """
    return [one for one in verified(map, texts) if one.found.anchor is not None and _is_doubtful(map, texts, one)]


def digests(map: ArgumentMap, texts: Texts, accepted: Collection[Pointer] = ()) -> dict[str, str]:
    """The sources whose sha256 is to be written.

    There is none and no anchor is lost, so that it is the right text; or all anchors into a changed text are settled.
    """
    settled, held = dict.fromkeys(texts.documents, True), dict.fromkeys(texts.documents, True)
    for one in verified(map, texts):
        lost = one.found.anchor is None
        held[one.anchor.source] &= not lost
        if lost or (one[:2] not in accepted and _is_doubtful(map, texts, one)):
            settled[one.anchor.source] = False
    given = {id: _given(map, id) for id in texts.documents}
    return {
        id: document.sha256
        for id, document in texts.documents.items()
        if given[id] != document.sha256 and (settled if given[id] else held)[id]
    }


def repair(map: ArgumentMap, texts: Texts, accepted: Collection[Pointer] = ()) -> Edited | None:
    """The map with all of that written, as one edit; None where there is nothing to write."""
    anchors = repaired(map, texts, accepted)
    edited = reanchor(map, anchors) if anchors else None
    return with_digests(map, texts, edited)


def with_digests(map: ArgumentMap, texts: Texts, edited: Edited | None) -> Edited | None:
    """An edit of the map's anchors, if any, and with it the digests that it leaves to be written."""
    for id, sha256 in digests(map if edited is None else edited[0], texts).items():
        written = set_fields(map if edited is None else edited[0], id, {"sha256": sha256})
        edited = written if edited is None else also(edited, written)
    return edited


def _as_it_should_be(one: Verified, document: Document) -> Anchor | None:
    """The anchor with its paragraph, words and hash, its own head and tail kept while the words are the same."""
    passage, now = one.found.passage, one.found.anchor
    if passage is None or now is None or one.found.status == "changed":
        return now
    count, hash = len(document.words_of(passage)), document.hash_of(passage)
    return one.anchor.model_copy(update={"para": now.para, "words": count, "hash": hash})


def _is_doubtful(map: ArgumentMap, texts: Texts, one: Verified) -> bool:
    found = one.found
    if found.status != "unverified" or found.anchor is None:
        return found.status == "changed"
    source = one.anchor.source
    return found.anchor.para != one.anchor.para or _given(map, source) not in ("", texts.documents[source].sha256)


def _given(map: ArgumentMap, id: str) -> str:
    source = map.entries[id]
    return (source.sha256 or "").lower() if isinstance(source, Source) else ""
