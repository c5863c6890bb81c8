"""Texts for anchors: prose, and generated ones that repeat themselves as badly as texts can."""

from pathlib import Path
from random import Random

from tests.source.text_edits import words_changed
from tests.source.tracked import sentences, tokens

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent.parent
_COMMENTARY = _ROOT.parent / "shared" / "commentary" / "togo-2018.txt"


def prose() -> dict[str, str]:
    """Two essays and the example map's text."""
    files = [_ROOT / "maps" / "night-bus.md", *sorted((_HERE / "texts").glob("*.txt"))]
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def commentary() -> dict[str, str]:
    """The commentary, where it is at hand."""
    return {_COMMENTARY.stem: _COMMENTARY.read_text(encoding="utf-8")} if _COMMENTARY.is_file() else {}


def repetitive() -> dict[str, str]:
    """Texts whose passages are hard to tell apart."""
    return {"echoes": echoes(), "babble": babble(), "refrain": refrain(), "minutes": minutes()}


def echoes() -> str:
    """An essay in which every fifth sentence comes again somewhere, word for word or with one word in six changed."""
    random = Random(4)
    text = tokens((_HERE / "texts" / "fourth-bridge.txt").read_text(encoding="utf-8"))
    parts = [[paragraph[start:end] for start, end in sentences(paragraph)] for paragraph in text]
    again = [part for paragraph in parts for part in paragraph if random.random() < 0.2]
    for part in again:
        copy = part if random.random() < 0.4 else words_changed(1 / 6)([part], random)[0]
        paragraph = random.choice(parts)
        paragraph.insert(random.randint(0, len(paragraph)), copy)
    return "\n\n".join(" ".join(token.text for part in paragraph for token in part) for paragraph in parts)


def refrain(paragraphs: int = 24) -> str:
    """A dozen sentences that come again and again, word for word."""
    random = Random(1)
    stock = _sentences()[20:32]
    return "\n\n".join(" ".join(random.choice(stock) for _ in range(5)) for _ in range(paragraphs))


def minutes(paragraphs: int = 24) -> str:
    """Decisions that differ in a few words each."""
    random = Random(2)
    streets = ("Weir Road", "Chapel Lane", "the old dairy", "Market Street", "the north quay", "Station Hill")

    def decision() -> str:
        return (
            f"The committee {random.choice(('resolved', 'agreed', 'declined'))} to "
            f"{random.choice(('approve', 'refuse', 'defer'))} the application for {random.randint(2, 90)} "
            f"{random.choice(streets)}, subject to {random.choice(('a survey', 'the usual conditions', 'appeal'))}, "
            f"by {random.randint(5, 9)} votes to {random.randint(1, 4)}."
        )

    return "\n\n".join(" ".join(decision() for _ in range(4)) for _ in range(paragraphs))


def babble(words: int = 3_000, seed: int = 3) -> str:
    """Words that follow one another as in the prose: every two of them have stood together there."""
    random = Random(seed)
    pairs: dict[tuple[str, str], list[str]] = {}
    stock = " ".join(_sentences()).split()
    for first, second, third in zip(stock, stock[1:], stock[2:], strict=False):
        pairs.setdefault((first, second), []).append(third)
    made = stock[:2]
    while len(made) < words:
        after = pairs.get((made[-2], made[-1]))
        made.append(random.choice(after if after and random.random() < 0.97 else stock))
    text, line = [], []
    for word in made:
        line.append(word)
        if len(line) > 60 and word.endswith((".", "?")):
            text.append(" ".join(line))
            line = []
    return "\n\n".join([*text, " ".join(line)])


def _sentences() -> list[str]:
    text = "\n".join(prose().values())
    return [f"{part}." for line in text.split("\n") for part in line.split(". ") if len(part.split()) > 4]
