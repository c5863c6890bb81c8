"""How well anchors are found again in edited texts, judged by where the edits put each word.

A passage is one of these, whatever argmap says of it:

- *same*: its words stand together as before, or the same words stand somewhere else in the edited text;
- *changed*: they don't, but at least half of its words are left and stand together; *short*: the same, of a passage
  that had fewer than six words;
- *remnant*: less than half of its words are left, or as many other words stand between them;
- *gone*: none is left.

Right is: of the same, exact or moved, at the very words; of the changed and the short, a proposal that has at least
half of the words that it and the edited passage have between them; of the gone, lost. Of a remnant, such a proposal,
or lost.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from random import Random

from argmap.model.sources import Anchor
from argmap.source import Document, Found, Passage, anchor_to, verify
from tests.source.text_edits import Edit, wrapping
from tests.source.tracked import Paragraphs, Token, Written, flat, letters_of, sentences, tokens, written

SHARE = 0.5
FEW = 6


@dataclass(frozen=True)
class Pointed:
    """An anchor and the first and last place of its passage."""

    anchor: Anchor
    first: int
    last: int


@dataclass
class Tally:
    """What became of anchors: (what the passage is, what was said of it) and how often; and the wrong ones."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def of(self, kind: str) -> int:
        """How many passages are of a kind."""
        return sum(count for (one, _), count in self.counts.items() if one == kind)

    def right(self, kind: str) -> float | None:
        """The part of them of which the right thing was said; None where there are none."""
        return self.counts[kind, "right"] / self.of(kind) if self.of(kind) else None

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.counts + other.counts, self.wrong + other.wrong)


def pointed(text: str, count: int, random: Random) -> list[Pointed]:
    """Anchors into a text as people make them: sentences, clauses, a few words, several sentences."""
    paragraphs = tokens(text)
    before = written(paragraphs)
    document = Document.of(before.text)
    places = flat(paragraphs)
    made: dict[tuple[int, int], Pointed] = {}
    for _ in range(count * 20):
        first, last = _stretch(paragraphs, random)
        passage = Passage(before.spans[first][0], before.spans[last][1])
        anchor = anchor_to(document, "s", passage)
        if anchor is not None and all(places[at].letters for at in (first, last)):
            made[first, last] = Pointed(anchor, first, last)
        if len(made) == count:
            break
    return list(made.values())


def _stretch(paragraphs: Paragraphs, random: Random) -> tuple[int, int]:
    at = random.randrange(len(paragraphs))
    paragraph = paragraphs[at]
    parts = list(sentences(paragraph))
    one = random.randrange(len(parts))
    start, end = parts[one]
    kind = random.random()
    if kind < 0.45:
        pass
    elif kind < 0.7:
        bounds = [start, *(n + 1 for n in range(start, end) if paragraph[n].text[-1] in ",;:—"), end]
        clause = random.randrange(len(bounds) - 1)
        start, end = bounds[clause], bounds[clause + 1]
    elif kind < 0.8:
        start = random.randrange(start, end)
        end = min(end, start + random.randint(1, 12))
    elif kind < 0.92 or at + 1 == len(paragraphs):
        end = parts[min(one + random.randint(1, 2), len(parts) - 1)][1]
    else:
        after = paragraphs[at + 1]
        return int(paragraph[parts[-1][0]].place), int(after[next(iter(sentences(after)))[1] - 1].place)
    return int(paragraph[start].place), int(paragraph[end - 1].place)


def judged(text: str, points: Sequence[Pointed], edit: Edit, random: Random, *, alone: bool = False) -> Tally:
    """What becomes of anchors into a text when it is edited and wrapped anew; `alone`: each looked up by itself."""
    before = flat(tokens(text))
    after = written(edit(tokens(text), random), lambda: wrapping(random))
    document = Document.of(after.text.replace("\n", "\r\n"))
    anchors = [point.anchor for point in points]
    found = [verify(document, [one])[0] for one in anchors] if alone else verify(document, anchors)
    tally = Tally()
    for point, one in zip(points, found, strict=True):
        kind, said = _judged(before, after, point, one)
        tally.counts[kind, said] += 1
        if said != "right":
            were = " ".join(token.text for token in before[point.first : point.last + 1])
            now = " ".join(after.tokens[at].text for at in sorted(after.left(point.first, point.last)))
            said_of = document.text[slice(*one.passage)] if one.passage else ""
            tally.wrong.append(f"{kind}, {said}: ¶{point.anchor.para} {were!r}\n  now {now!r}\n  found {said_of!r}")
    return tally


def _judged(before: Sequence[Token], after: Written, point: Pointed, found: Found) -> tuple[str, str]:
    """What a passage is, and "right" or what was wrongly said of it."""
    were = [token.letters for token in before[point.first : point.last + 1] if token.letters]
    if found.status in ("exact", "moved"):
        assert found.passage is not None
        same = letters_of(after.text[slice(*found.passage)]) == "".join(were)
        right = "right" if same else f"{found.status}, but other words"
    else:
        right = found.status
    if after.holds(were):
        return "same", right
    if found.status in ("exact", "moved"):
        return "changed", f"{found.status}, but other words"
    left = after.left(point.first, point.last)
    kept = sum(_is_kept(before, after.tokens[at]) for at in left)
    if not kept:
        return "gone", "right" if found.status == "lost" else found.status
    whole = kept * 2 >= len(were) and len(left) * 2 >= len(after.within(*_hull(after, left)))
    kind = "remnant" if not whole else "changed" if len(were) >= FEW else "short"
    if found.status == "lost":
        return kind, "right" if kind == "remnant" else "lost"
    at = after.within(*found.passage) if found.passage else set()
    return kind, "right" if len(at & left) >= SHARE * len(at | left) else "changed, but elsewhere"


def _is_kept(before: Sequence[Token], token: Token) -> bool:
    return token.place % 1 == 0 and token.letters == before[int(token.place)].letters


def _hull(after: Written, at: Set[int]) -> tuple[int, int]:
    """The stretch of the text from the first to the last of some tokens."""
    return after.spans[min(at)][0], after.spans[max(at)][1]


def runs(
    texts: Mapping[str, str], edits: Mapping[str, Edit], count: int, *, alone: bool = False
) -> Iterator[tuple[str, str, Tally]]:
    """For each text and edit: their names, and what becomes of `count` anchors into the text."""
    for name, text in texts.items():
        points = pointed(text, count, Random(name))
        for what, edit in edits.items():
            yield name, what, judged(text, points, edit, Random(f"{name} {what}"), alone=alone)
