"""What random map files are filled with: sentences, comments, values, formulas."""

import datetime
import random
from typing import Any

from tests.git.map_files import Key, Lines

_SOME = """
    harbour tide ferry toll bridge budget council survey winter traffic noise school market river night
    bus crew fare fuel pier quay storm tunnel island mayor ticket queue lantern engine rope “quoted” naïve Прага 京都
    a–b O'Neill [markup] &#9731; <b> back\\slash "double" # = { } x 7 [[ ]] \\n %s ''' >>>>>>> <<<<<<<
"""
_WORDS = _SOME.split()
_HAZARDS = ("[statement.ghost]", 'text = "not a key"', "# no comment", "=======", "[", "]")
ODD_KEYS = ("mood", "colour", "x-1", "seen", "odd key")
RULES = ("modus ponens", "none", "analogy")
QUALIFIERS = ("might", "likely", "unlikely")
CODES = ("M103", "M105", "M107")
TAGS = ("a", "b", "c", "d e", "#")


def sentence(rng: random.Random) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(rng.randint(2, 9))) + rng.choice([".", "", "!"])


def reworded(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    if rng.random() < 0.4:
        return sentence(rng)
    words[rng.randrange(len(words))] = rng.choice(_WORDS)
    return " ".join(words)


def note(rng: random.Random) -> str:
    if rng.random() < 0.8:
        return sentence(rng)
    return "\n".join(rng.choice((sentence(rng), *_HAZARDS)) for _ in range(rng.randint(2, 4)))


def some(rng: random.Random, among: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rng.sample(among, rng.randint(0 if rng.random() < 0.1 else 1, 3)))


def odd_value(rng: random.Random) -> Any:
    return rng.choice([sentence(rng), rng.randint(0, 9), 1.5, True, (1, 2, 3), {"a": 1}, datetime.date(2025, 3, 14)])


def anchor(rng: random.Random, source: str) -> dict[str, Any]:
    found: dict[str, Any] = {"source": source, "para": rng.randint(1, 30), "from": sentence(rng)}
    if rng.random() < 0.7:
        found["to"] = sentence(rng)
    if rng.random() < 0.3:
        found |= {"words": rng.randint(1, 40), "hash": f"{rng.randrange(16**8):08x}"}
    return found


def formula(rng: random.Random, ids: list[str]) -> str:
    """A formula in which each of the ids stands once, sometimes with brackets that say nothing."""
    if len(ids) == 1:
        plain = rng.choice(["not ", "", ""]) + ids[0]
        return rng.choice([plain, plain, plain, f"({plain})"])
    at = rng.randrange(1, len(ids))
    left, right = formula(rng, ids[:at]), formula(rng, ids[at:])
    word = rng.choice(["and", "or"])
    other = "or" if word == "and" else "and"
    left, right = (f"({part})" if f" {other} " in part else part for part in (left, right))
    return f"{left} {word}  {right}" if rng.random() < 0.1 else f"{left} {word} {right}"


def comment(rng: random.Random) -> str:
    return rng.choice(["# ", "#", "## "]) + rng.choice([sentence(rng), sentence(rng), "[statement.ghost]", '"""'])


def space(rng: random.Random, habit: Lines) -> Lines:
    """The lines in front of a table: mostly the file's habit, sometimes with comments that stand free."""
    if rng.random() < 0.93:
        return habit
    return ("", *(comment(rng) for _ in range(rng.randint(1, 3))), "")


def key(rng: random.Random, name: str, value: Any, oddness: float) -> Key:
    """A key written with a hand's habits, the odder the likelier."""

    def odd() -> bool:
        return rng.random() < oddness

    spread = isinstance(value, tuple) and (len(value) > 1 if name in ("in", "anchor") else odd())
    return Key(
        value,
        above=(comment(rng),) if odd() else (),
        equals=rng.choice(["=", " =  ", "   = "]) if odd() else " = ",
        behind=rng.choice([" ", "  "]) + comment(rng) if odd() else "",
        quote='"""' if isinstance(value, str) and "\n" in value else "'" if odd() else '"',
        spread=spread or (odd() and isinstance(value, tuple)),
    )
