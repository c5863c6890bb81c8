"""Family S: whether what the map says of its texts is so, as far as they are at hand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from argmap.check.finding import name, problem
from argmap.model import ArgumentMap, Problem, Sentence, Source
from argmap.source import Texts, cut_hedges, quoted, unheld
from argmap.source.fidelity import own_text
from argmap.source.hedges import Held
from argmap.source.verified import Verified, anchors, briefly, in_few_words, verified


def sources(map: ArgumentMap, texts: Texts) -> Iterator[Problem]:
    """Every S problem of a map, in no particular order; without texts, those that the map alone shows."""
    found = verified(map, texts)
    for rule in _RULES:
        yield from rule(map, texts, found)


_Found = Sequence[Verified]


def _moved(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, _, anchor, now in found:
        if now.status == "moved" and now.anchor is not None:
            message = f"{name(map, id)}: its passage {briefly(anchor)} now stands in ¶{now.anchor.para}"
            yield problem("S101", id, message, "`argmap source check --fix` notes that")


def _changed(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, _, anchor, now in found:
        if now.status == "changed" and now.anchor is not None:
            message = f"{name(map, id)}: its passage {briefly(anchor)} may now read {briefly(now.anchor)}"
            yield problem(
                "S102", id, message, "see whether it still says so; `argmap source check --fix` shows and asks"
            )


def _lost(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, _, anchor, now in found:
        if now.status == "lost":
            message = f"{name(map, id)}: its passage {briefly(anchor)} is not in the text"
            yield problem("S103", id, message, "anchor it to another passage, or take the anchor out")


def _not_pinned(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, _, anchor, now in found:
        if now.status != "lost" and (anchor.words is None or anchor.hash is None):
            message = f"{name(map, id)}: its anchor {briefly(anchor)} has no words and hash, so changes go unnoticed"
            yield problem("S104", id, message, "`argmap source check --fix` fills them in")


def _other_text(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, document in texts.documents.items():
        source = map.entries[id]
        if isinstance(source, Source) and source.sha256 and source.sha256.lower() != document.sha256:
            message = f"{_title(map, id)}: its text is another than the map was drawn from (its sha256 differs)"
            yield problem(
                "S105", id, message, "`argmap source check --fix` notes that, once all its anchors are settled"
            )


def _not_at_hand(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    count = Counter(anchor.source for _, _, anchor in anchors(map))
    for id in texts.missing:
        if id not in texts.unreadable and count[id]:
            what = "1 anchor into it is" if count[id] == 1 else f"{count[id]} anchors into it are"
            message = f"{_title(map, id)}: its text is not at hand, so {what} not checked"
            yield problem("S106", id, message, "`argmap source list` says how to get it")


def _unreadable(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, why in texts.missing.items():
        if id in texts.unreadable:
            yield problem("S107", id, f"{_title(map, id)}: {why}")


def _unsourced(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, entry in map.sentences() if map.sources else ():
        if map.outline.roles.get(id) == "premise" and not entry.anchor and not entry.implicit:
            message = f"{name(map, id)}: this premise points to no passage, and isn't marked as implicit"
            yield problem("S108", id, message, "anchor it, or mark it implicit where you supplied it yourself")


def _misquoted(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, sentence, passages in _quotable(map, texts, found):
        if not quoted(own_text(sentence)):
            continue
        words = [[word.text for word in document.words_of(passage)] for document, passage in passages]
        for each in unheld(own_text(sentence), words):
            message = f"{name(map, id)}: its passage doesn't hold the quoted words {in_few_words(each.text)}"
            yield problem("S109", id, message, "quote what it says, or take the quotation marks away")


def _cut_away(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id, _, passages in _quotable(map, texts, found):
        for said, hedge in cut_hedges(map, id, passages):
            message = f"{name(map, id)}: {in_few_words(said)} leaves out “{hedge.words}” of the same sentence"
            yield problem("S110", id, message, "quote that, too, or say it in your own words")


def _quotable(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[tuple[str, Sentence, list[Held]]]:
    """The sentences with anchors, all of which stand in their texts as they were, and their passages."""
    for id, group in groupby(found, key=lambda one: one.id):
        passages = [
            (texts.documents[one.anchor.source], one.found.passage)
            for one in group
            if one.found.passage is not None and one.found.status != "changed"
        ]
        sentence = map.sentence(id)
        if sentence is not None and len(passages) == len(sentence.anchor):
            yield id, sentence, passages


def _no_digest(map: ArgumentMap, texts: Texts, found: _Found) -> Iterator[Problem]:
    for id in texts.documents:
        source = map.entries[id]
        if isinstance(source, Source) and not source.sha256:
            message = f"{_title(map, id)}: no sha256 says which text the map is drawn from"
            yield problem("S111", id, message, "`argmap source check --fix` fills it in")


_RULES = (
    _moved,
    _changed,
    _lost,
    _not_pinned,
    _other_text,
    _not_at_hand,
    _unreadable,
    _unsourced,
    _misquoted,
    _cut_away,
    _no_digest,
)


def _title(map: ArgumentMap, id: str) -> str:
    source = map.entries[id]
    title = source.title if isinstance(source, Source) else None
    return f"“{title}” ({id})" if title else id
