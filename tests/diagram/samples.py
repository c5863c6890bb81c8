"""Maps to draw: a small one by hand, and random ones of every shape a file can hold."""

import random

from argmap.model import ArgumentMap, Conditional, Entry, Objection, Reason, Source, Statement
from argmap.model.sources import Anchor

_WORDS = ["the", "harbour", "“ferry”", "toll", "–", "budget’s", "naïve", "Прага", "Ωμέγα", "survey", "of", "winter"]
_WORDS += ["<b>x</b>", "&#9731;", "\\n", "a\\b", "“q”"]


def small() -> ArgumentMap:
    """Two reasons, one of linked premises with a conditional, an undercut, an objection, a shared premise."""
    return ArgumentMap(
        title="Closing the old town",
        entries={
            "close": Statement(text="The city should close the old town to private cars."),
            "because-air": Reason(target="close"),
            "air": Statement(text="Closing the old town would make its air safer.", stands_in=("because-air",)),
            "if-air": Conditional(antecedent="air", consequent="close", qualifier="likely", stands_in=("because-air",)),
            "but-wind": Objection(target="because-air"),
            "wind": Statement(text="The wind carries the fumes away anyway.", stands_in=("but-wind",), by="A reader"),
            "because-limit": Reason(target="air"),
            "limit": Statement(
                text="Nitrogen dioxide exceeds the legal limit.", stands_in=("because-limit", "because-shops")
            ),
            "because-shops": Reason(target="close"),
            "shops": Statement(text="Shops would gain.", stands_in=("because-shops",), implicit=True),
            "but-access": Objection(target="close", answered="There are permits."),
            "access": Statement(text="Residents would lose access.", stands_in=("but-access",)),
        },
    )


def sourced() -> ArgumentMap:
    """Every fidelity: quotations (of a conditional and with quotation marks inside too), paraphrases, and others."""

    def anchor(words: str) -> Anchor:
        return Anchor(source="text", para=1, head=words)

    return ArgumentMap(
        title="The pier",
        entries={
            "text": Source(title="On the pier"),
            "keep": Statement(text="The pier should be kept.", anchor=(anchor("The pier should be kept"),)),
            "because-trade": Reason(target="keep"),
            "trade": Statement(text="Trade is worth more than sleep.", stands_in=("because-trade",)),
            "if-trade": Conditional(
                text="If trade pays, keep the pier.",
                antecedent="trade",
                consequent="keep",
                stands_in=("because-trade",),
                anchor=(anchor("If trade pays, keep the pier"),),
            ),
            "because-pays": Reason(target="trade"),
            "pays": Statement(
                text="The “night trade” pays.", stands_in=("because-pays",), anchor=(anchor("The night trade pays"),)
            ),
            "ships": Statement(text="Ships come.", stands_in=("because-pays",), anchor=(anchor("Vessels arrive"),)),
            "worth": Statement(text="Who pays matters more.", stands_in=("because-pays",), implicit=True),
            "if-ships": Conditional(antecedent="ships", consequent="trade", stands_in=("because-pays",)),
            "but-birds": Objection(target="keep"),
            "birds": Statement(text="Birds nest there.", stands_in=("but-birds",), anchor=(anchor("Gulls breed"),)),
            "lamps": Statement(text="Lamps disturb them.", stands_in=("but-birds",)),
        },
    )


def text(rng: random.Random, longest: int = 14) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(rng.randint(1, longest)))


def wild(rng: random.Random, size: int) -> ArgumentMap:
    """Anything that parses: shared premises, undercuts of undercuts, cycles, unknown ids, empty inferences."""
    entries: dict[str, Entry] = {}
    sentences = ["s0"]
    inferences: list[str] = []
    entries["s0"] = Statement(text=text(rng))
    for number in range(1, size):
        if not inferences or rng.random() < 0.55:
            id = f"i{number}"
            if rng.random() < 0.6:
                target = (
                    rng.choice([*sentences, *sentences, "nowhere"]) if rng.random() < 0.2 else rng.choice(sentences)
                )
                entries[id] = Reason(target=target)
            else:
                target = rng.choice([*sentences, *inferences]) if rng.random() < 0.97 else f"i{number + 1}"
                entries[id] = Objection(target=target, answered=rng.choice([None, "why"]))
            inferences.append(id)
        id = f"s{number}"
        stands_in = tuple(dict.fromkeys(rng.choice(inferences[-4:]) for _ in range(rng.choice([1, 1, 1, 2]))))
        by = rng.choice([None, None, "Somebody Else"])
        if rng.random() < 0.2:
            entries[id] = Conditional(
                antecedent=rng.choice(sentences), consequent=f"not {rng.choice(sentences)}", stands_in=stands_in, by=by
            )
        else:
            entries[id] = Statement(text=text(rng), stands_in=stands_in, by=by, implicit=rng.random() < 0.2)
        sentences.append(id)
    if rng.random() < 0.2:
        first = entries["s0"]
        assert isinstance(first, Statement)
        entries["s0"] = Statement(text=first.text, stands_in=(rng.choice(inferences),)) if inferences else first
    return ArgumentMap(title=text(rng), entries=entries)


def bushy(size: int) -> ArgumentMap:
    """Three premises to every reason, `size` statements."""
    entries: dict[str, Entry] = {"s0": Statement(text="The main conclusion stands here in some words.")}
    for number in range(1, size):
        reason = f"r{(number - 1) // 3}"
        entries.setdefault(reason, Reason(target=f"s{(number - 1) // 3}"))
        entries[f"s{number}"] = Statement(text=f"Statement {number} says something of its own.", stands_in=(reason,))
    return ArgumentMap(title="Bushy", entries=entries)


def deep(size: int) -> ArgumentMap:
    """One reason under another, `size` statements."""
    entries: dict[str, Entry] = {"s0": Statement(text="The first of many.")}
    for number in range(1, size):
        entries[f"r{number}"] = Reason(target=f"s{number - 1}")
        entries[f"s{number}"] = Statement(text=f"Ground number {number}.", stands_in=(f"r{number}",))
    return ArgumentMap(title="Deep", entries=entries)


_CLAIMS = (
    "the harbour",
    "the council",
    "a night bus",
    "the old bridge",
    "most of the crews",
    "the toll",
    "winter traffic",
)
_VERBS = ("costs more than", "has to be weighed against", "brings people to", "depends wholly on", "seldom harms")
_TAILS = ("in the cold months", "for those who live there", "since the survey of 2019", "as the yearly report says")
_SECTIONS = ("Safety", "Money", "Trade", "What the law asks", "Traffic at the weekend", "Air", "Work", "Homes", "Noise")


def sentence(rng: random.Random) -> str:
    """A sentence of 6 to 22 words or so."""
    words = [rng.choice(_CLAIMS), rng.choice(_VERBS), rng.choice(_CLAIMS)]
    words += rng.sample(_TAILS, rng.choice([0, 0, 1, 1, 2, 3]))
    said = " ".join(words)
    return said[0].upper() + said[1:] + "."


def argued(rng: random.Random, size: int, *, sections: bool = True) -> ArgumentMap:
    """A map as people make them: `size` statements, two or three to a reason, the top reasons in sections.

    Some conditionals, some objections and undercuts, a shared premise; in larger maps sections within sections.
    """
    entries: dict[str, Entry] = {"s0": Statement(text=sentence(rng))}
    waiting = ["s0"]
    reasons: list[str] = []
    names = iter(_SECTIONS)
    number = 1
    while number < size:
        target = waiting.pop(rng.randrange(min(3, len(waiting)))) if waiting else f"s{number - 1}"
        for _ in range(rng.choice([2, 3]) if target == "s0" else rng.choice([1, 1, 2])):
            if number >= size:
                break
            id = f"i{number}"
            draw = rng.random()
            if draw < 0.2 and target != "s0":
                entries[id] = Objection(target=rng.choice(reasons) if draw < 0.06 and reasons else target)
            else:
                opens = target == "s0" or (size > 20 and rng.random() < 0.15)
                entries[id] = Reason(target=target, section=next(names, None) if sections and opens else None)
                reasons.append(id)
            for place in range(rng.choice([1, 2, 2, 3, 3])):
                if number >= size:
                    break
                mine = f"s{number}"
                if place and rng.random() < 0.25:
                    entries[mine] = Conditional(antecedent=f"s{number - 1}", consequent=target, stands_in=(id,))
                else:
                    entries[mine] = Statement(text=sentence(rng), stands_in=(id,))
                    waiting.append(mine)
                number += 1
    if waiting and len(reasons) > 2:
        shared = entries[waiting[-1]]
        assert isinstance(shared, Statement)
        entries[waiting[-1]] = shared.model_copy(update={"stands_in": (*shared.stands_in, reasons[1])})
    return ArgumentMap(title=f"{size} statements", entries=entries)


_PROSE = """the council should close its oldest harbour before next winter because ferries that cross at night carry
fewer people than anyone had expected and most of them would gladly pay a higher toll for shorter queues while residents
of both islands depend on cheap freight whose price follows fuel rather than demand so every survey since the bridge
opened shows traffic growing faster than budgets allow although noise near schools remains under legal limits in
dry years"""


def prose(rng: random.Random, most: int = 24) -> str:
    """A sentence as long as people's: most have under 15 words, few reach `most`."""
    count = min(most, 5 + int(rng.expovariate(1 / 6)))
    known = _PROSE.split()
    start = rng.randrange(len(known))
    words = [known[(start + at * rng.choice((1, 1, 1, 3))) % len(known)] for at in range(count)]
    return " ".join(words).capitalize() + "."


def realistic(rng: random.Random, size: int) -> ArgumentMap:
    """A map as people draw them, of `size` statements: reasons of one to three premises, some with a conditional,
    objections and undercuts, a few implicit statements and shared premises."""
    entries: dict[str, Entry] = {"s0": Statement(text=prose(rng))}
    open_ends, number = ["s0"], 1
    while number < size:
        target = open_ends.pop(0) if rng.random() < 0.6 and len(open_ends) > 1 else rng.choice(open_ends)
        kind = rng.choices(("reason", "objection", "undercut"), (7, 2, 1))[0]
        id = f"i{number}"
        if kind == "reason":
            entries[id] = Reason(target=target)
        else:
            reasons = [other for other, entry in entries.items() if isinstance(entry, Reason)]
            aim = rng.choice(reasons) if kind == "undercut" and reasons else target
            entries[id] = Objection(target=aim, answered=rng.choice([None, None, "It is priced in."]))
        first = f"s{number}"
        for _ in range(min(size - number, rng.choice((1, 2, 2, 3) if kind == "reason" else (1, 1, 2)))):
            by = "A Reader" if kind == "objection" and rng.random() < 0.3 else None
            entries[f"s{number}"] = Statement(text=prose(rng), stands_in=(id,), implicit=rng.random() < 0.1, by=by)
            open_ends.append(f"s{number}")
            number += 1
        if number < size and kind == "reason" and rng.random() < 0.3:
            qualifier = rng.choice([None, None, "likely"])
            entries[f"s{number}"] = Conditional(
                antecedent=first, consequent=target, stands_in=(id,), qualifier=qualifier
            )
            number += 1
        if rng.random() < 0.05 and isinstance(other := entries[rng.choice(open_ends)], Statement) and other.stands_in:
            shared = next(name for name, entry in entries.items() if entry is other)
            if shared not in (target, first):
                entries[shared] = other.model_copy(update={"stands_in": tuple(dict.fromkeys((*other.stands_in, id)))})
    return ArgumentMap(title="A realistic map", entries=entries)
