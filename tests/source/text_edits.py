"""What people and publishers do to a text, as edits of tracked texts."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from tests.source.tracked import ELSEWHERE, Edit, Paragraphs, Token, flat, sentences, tokens

_PLAIN = str.maketrans("‘’“”–", "''\"\"-")
_CURLY = str.maketrans("'\"-", "’”‐")
_FOREIGN = (
    "The weather on the day was what the almanac had said it would be, and nobody had thought to bring a coat.",
    "There are people who collect spoons. It does them no harm, and now and then it leads to a friendship.",
    "In the end the town was asked, and the town said no. Some of it had not been listening.",
)
_NEW_WORDS = ("marble", "lantern", "sevenfold", "oddly", "gathers", "hollow", "oboe", "drifting", "amber", "tends")


def as_it_is(text: Paragraphs, random: Random) -> Paragraphs:
    """Nothing is changed."""
    return text


def straight_signs(text: Paragraphs, random: Random) -> Paragraphs:
    """Curly quotes and dashes become those of a keyboard."""
    return _each(text, lambda sign: sign.translate(_PLAIN).replace("—", "--"))


def curly_signs(text: Paragraphs, random: Random) -> Paragraphs:
    """Straight quotes and dashes become a printer's."""
    return _each(text, lambda sign: sign.replace("--", "—").translate(_CURLY))


def decomposed(text: Paragraphs, random: Random) -> Paragraphs:
    """Accents are written as signs of their own, and some words in capitals."""
    return _each(text, lambda part: unicodedata.normalize("NFD", part.upper() if random.random() < 0.1 else part))


def footnotes(text: Paragraphs, random: Random) -> Paragraphs:
    """Footnote marks are put behind one word in twelve."""
    return _each(text, lambda part: f"{part}[{random.randint(1, 99)}]" if random.random() < 1 / 12 else part)


def inserted_paragraphs(text: Paragraphs, random: Random) -> Paragraphs:
    """Paragraphs of another text are put in at up to four places."""
    text = list(text)
    for _ in range(random.randint(1, 4)):
        text.insert(random.randint(0, len(text)), _foreign(random.choice(_FOREIGN)))
    return text


def repeated_paragraphs(text: Paragraphs, random: Random) -> Paragraphs:
    """Near copies of its own paragraphs (a fifth of the words changed) are put in at up to three places."""
    text = list(text)
    for _ in range(random.randint(1, 3)):
        copy = words_changed(0.2)([random.choice(text)], random)[0]
        text.insert(random.randint(0, len(text)), [replace(token, place=ELSEWHERE) for token in copy])
    return text


def moved_paragraphs(text: Paragraphs, random: Random) -> Paragraphs:
    """A fifth of the paragraphs, at least one, stand elsewhere."""
    text = list(text)
    for _ in range(max(1, len(text) // 5)):
        text.insert(random.randint(0, len(text) - 1), text.pop(random.randrange(len(text))))
    return text


def joined_and_split(text: Paragraphs, random: Random) -> Paragraphs:
    """A third of the paragraphs go on in the one before, and a third of them begin another in their midst."""
    made: Paragraphs = []
    for paragraph in text:
        if made and random.random() < 1 / 3:
            made[-1] = made[-1] + paragraph
        else:
            made.append(paragraph)
        ends = [end for _, end in sentences(made[-1])][:-1]
        if ends and random.random() < 1 / 3:
            at = random.choice(ends)
            made[-1:] = [made[-1][:at], made[-1][at:]]
    return made


def reordered_sentences(text: Paragraphs, random: Random) -> Paragraphs:
    """In each paragraph one sentence changes places with the next."""
    made: Paragraphs = []
    for paragraph in text:
        parts = [paragraph[start:end] for start, end in sentences(paragraph)]
        if len(parts) > 1:
            at = random.randrange(len(parts) - 1)
            parts[at], parts[at + 1] = parts[at + 1], parts[at]
        made.append([token for part in parts for token in part])
    return made


def deleted_sentences(text: Paragraphs, random: Random) -> Paragraphs:
    """A fifth of the sentences go."""
    made = []
    for paragraph in text:
        kept = [paragraph[start:end] for start, end in sentences(paragraph) if random.random() >= 0.2]
        made.append([token for part in kept for token in part])
    return [paragraph for paragraph in made if paragraph]


def deleted_paragraphs(text: Paragraphs, random: Random) -> Paragraphs:
    """A fifth of the paragraphs, at least one, go."""
    gone = set(random.sample(range(len(text)), max(1, len(text) // 5)))
    return [paragraph for at, paragraph in enumerate(text) if at not in gone]


def words_changed(rate: float) -> Edit:
    """Of the words, this part is changed: half replaced, a quarter left out, a quarter with one put in behind.

    A new word is as often one of the text's own as one it hasn't got.
    """

    def edit(text: Paragraphs, random: Random) -> Paragraphs:
        own = [token.letters for token in flat(text) if token.letters]
        return [_reworded(paragraph, rate, own, random) for paragraph in text]

    edit.__doc__ = f"{rate:.0%} of the words change."
    return edit


def some_changed(rate: float) -> Edit:
    """As `words_changed`, but in a third of the sentences only: the others are left alone."""

    def edit(text: Paragraphs, random: Random) -> Paragraphs:
        own = [token.letters for token in flat(text) if token.letters]
        made = []
        for paragraph in text:
            kept: list[Token] = []
            for start, end in sentences(paragraph):
                part = paragraph[start:end]
                kept += _reworded(part, rate, own, random) if random.random() < 1 / 3 else part
            made.append(kept)
        return made

    edit.__doc__ = f"{rate:.0%} of the words of a third of the sentences change."
    return edit


def one_after_another(*edits: Edit) -> Edit:
    """Several edits of one text."""

    def edit(text: Paragraphs, random: Random) -> Paragraphs:
        for one in edits:
            text = one(text, random)
        return text

    return edit


RATES = (0.05, 0.1, 0.2, 0.3)
LAYOUT: dict[str, Edit] = {
    "as it is": as_it_is,
    "straight quotes and dashes": straight_signs,
    "curly quotes and dashes": curly_signs,
    "accents apart, capitals": decomposed,
    "footnote marks": footnotes,
    "paragraphs put in": inserted_paragraphs,
    "near copies put in": repeated_paragraphs,
    "paragraphs moved": moved_paragraphs,
    "paragraphs joined and split": joined_and_split,
    "sentences change places": reordered_sentences,
}
"""Edits that change no word within a sentence."""
WORDING: dict[str, Edit] = {
    "sentences deleted": deleted_sentences,
    "paragraphs deleted": deleted_paragraphs,
    **{f"{rate:.0%} of the words": words_changed(rate) for rate in RATES},
    **{f"{rate:.0%}, in a third of sentences": some_changed(rate) for rate in RATES},
    "10%, put in, moved, deleted": one_after_another(
        words_changed(0.1), inserted_paragraphs, moved_paragraphs, deleted_sentences
    ),
    "30% of a third, put in, moved, deleted": one_after_another(
        some_changed(0.3), inserted_paragraphs, moved_paragraphs, deleted_sentences, straight_signs
    ),
}
EDITS = LAYOUT | WORDING


def wrapping(random: Random) -> str:
    """What stands between two words in a text wrapped by another program."""
    return random.choice((" ", " ", " ", "  ", "\n", "\n", "\n   ", "\t", " \n"))


def _each(text: Paragraphs, change: Callable[[str], str]) -> Paragraphs:
    return [[replace(token, text=change(token.text)) for token in paragraph] for paragraph in text]


def _foreign(text: str) -> list[Token]:
    return [replace(token, place=ELSEWHERE) for token in flat(tokens(text))]


def _reworded(part: Sequence[Token], rate: float, own: Sequence[str], random: Random) -> list[Token]:
    made: list[Token] = []
    for token in part:
        word = random.choice(own) if random.random() < 0.5 else random.choice(_NEW_WORDS)
        if not token.letters or random.random() >= rate:
            made.append(token)
            continue
        kind = random.random()
        if kind < 0.5:
            made.append(token.reworded(word))
        elif kind < 0.75:
            made += token, Token(word, token.place + 0.5 if token.place != ELSEWHERE else ELSEWHERE)
    return made
