"""How well the conditionals of marked texts are found: `python -m tests.source.scoring FOLDER [-v]`.

Every NAME.txt of the folder has its conditionals marked in NAME.toml: tables `[[conditional]]` with `para`, the
words of the two halves in `if` and `then`, `negated`, `qualifier`, and `borderline` for those that count neither way.
An offer hits a marking of its paragraph when each half shares its words with it (F1 of at least 0.8) and `negated`
is the same. Each marking is hit once at most. Of "A only if B" some markings have B as what must hold for A, others
as what follows from A, which says the same: an offer whose words have "only" may be either way round.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from argmap.source import Document, words
from argmap.source.candidates import Candidate, candidates

ENOUGH = 0.8


@dataclass(frozen=True)
class Marking:
    """A conditional as a person marked it."""

    para: int
    antecedent: str
    consequent: str
    negated: bool
    qualifier: str
    borderline: bool


@dataclass
class Score:
    """What was offered of a text against what was marked in it."""

    name: str
    hits: list[tuple[Marking, Candidate]] = field(default_factory=list)
    missed: list[Marking] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    neither: int = 0

    @property
    def precision(self) -> float:
        """The part of the offers that hit."""
        return len(self.hits) / max(len(self.hits) + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        """The part of the markings that were hit."""
        return len(self.hits) / max(len(self.hits) + len(self.missed), 1)

    @property
    def qualified(self) -> int:
        """How many of the hits have the marking's qualifier."""
        return sum((one.qualifier or "") == marking.qualifier for marking, one in self.hits)


def shared(one: str, other: str) -> float:
    """The F1 of two texts' words."""
    first, second = (Counter(word.text for word in words(text)) for text in (one, other))
    both = sum((first & second).values())
    return 2 * both / (sum(first.values()) + sum(second.values())) if both else 0.0


def markings(path: Path) -> list[Marking]:
    """The markings in a file, in its order."""
    with path.open("rb") as file:
        tables = tomllib.load(file)["conditional"]
    return [
        Marking(
            para=one["para"],
            antecedent=one["if"],
            consequent=one["then"],
            negated=one.get("negated", False),
            qualifier=one.get("qualifier", ""),
            borderline=one.get("borderline", False),
        )
        for one in tables
    ]


def score(text: Path) -> Score:
    """The score of a text that has its markings beside it."""
    document = Document.of(text.read_text("utf-8"))
    marked = markings(text.with_suffix(".toml"))
    found = Score(text.stem)
    pairs: list[tuple[float, int, int]] = []
    offers = candidates(document)
    for n, one in enumerate(offers):
        paragraph = document.paragraph_at(one.passage.start)
        for m, marking in enumerate(marked):
            if paragraph and marking.para == paragraph.number and marking.negated == one.negated:
                condition, result = _alike(document, one, marking)
                if min(condition, result) >= ENOUGH:
                    pairs.append((condition + result, n, m))
    taken: dict[int, int] = {}
    for _, n, m in sorted(pairs, reverse=True):
        if n not in taken and m not in taken.values():
            taken[n] = m
    for n, one in enumerate(offers):
        if n not in taken:
            found.wrong.append(_told(document, one))
        elif marked[taken[n]].borderline:
            found.neither += 1
        else:
            found.hits.append((marked[taken[n]], one))
    hit = set(taken.values())
    found.missed = [one for m, one in enumerate(marked) if m not in hit and not one.borderline]
    return found


def _alike(document: Document, one: Candidate, marking: Marking) -> tuple[float, float]:
    """How much the halves of an offer share with a marking's."""
    halves = [document.text[slice(*half)] for half in (one.antecedent, one.consequent)]
    ways = [halves]
    if any(word.text == "only" for word in document.words_of(one.passage)):
        ways.append(halves[::-1])
    return max(((shared(a, marking.antecedent), shared(b, marking.consequent)) for a, b in ways), key=min)


def _told(document: Document, one: Candidate) -> str:
    paragraph = document.paragraph_at(one.passage.start)
    return (
        f"{paragraph.number if paragraph else 0}: {'not ' if one.negated else ''}"
        f"[{document.text[slice(*one.antecedent)]}] -> [{document.text[slice(*one.consequent)]}]"
    )


def scores(folder: Path) -> Iterator[Score]:
    """The scores of a folder's marked texts, by name."""
    for text in sorted(folder.glob("*.txt")):
        if text.with_suffix(".toml").exists():
            yield score(text)


def total(of: list[Score]) -> Score:
    """Several scores as one."""
    found = Score("all")
    for one in of:
        found.hits += one.hits
        found.missed += one.missed
        found.wrong += one.wrong
        found.neither += one.neither
    return found


def main(folder: str, *options: str) -> None:
    """Print the scores of a folder; with -v what was missed and wrong."""
    all_scores = list(scores(Path(folder)))
    for one in [*all_scores, total(all_scores)]:
        print(
            f"{one.name:<16} precision {one.precision:.3f}  recall {one.recall:.3f}  hits {len(one.hits)}  "
            f"missed {len(one.missed)}  wrong {len(one.wrong)}  borderline {one.neither}  "
            f"qualifier right {one.qualified} of {len(one.hits)}"
        )
        if "-v" in options and one.name != "all":
            for marking in one.missed:
                print(f"  missed {marking.para}: [{marking.antecedent}] -> [{marking.consequent}]", marking.negated)
            for told in one.wrong:
                print(f"  wrong  {told}")
            for marking, offer in one.hits:
                if (offer.qualifier or "") != marking.qualifier:
                    print(
                        f"  hedge  {marking.para}: {offer.qualifier} for {marking.qualifier!r}: [{marking.consequent}]"
                    )


if __name__ == "__main__":
    main(*sys.argv[1:])
