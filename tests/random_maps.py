"""Random maps and random edits, from a seeded generator so that every failure can be replayed."""

import random
from collections.abc import Callable

from argmap import edit
from argmap.edit import Clip, Edited, Place
from argmap.model import (
    Anchor,
    ArgumentMap,
    Conditional,
    Entry,
    Objection,
    Reason,
    Scenario,
    Source,
    Statement,
)
from argmap.model.formula import And, Atom, Formula, Not, Or

_WORDS = [
    "harbour",
    "tide",
    "ferry",
    "toll",
    "bridge",
    "budget",
    "council",
    "survey",
    "winter",
    "traffic",
    "noise",
    "school",
    "market",
    "river",
    "“quoted”",
    "naïve",
    "Прага",
    "京都",
    "a–b",
    "O'Neill",
    "[markup]",
    "&#9731;",
    "<b>",
    "back\\slash",
    '"double"',
    "#",
    "hash",
    "=",
    "x",
]


def sentence(rng: random.Random) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(rng.randint(1, 7))) + rng.choice([".", "", "!"])


def random_formula(rng: random.Random, ids: list[str], depth: int = 0) -> Formula:
    roll = rng.random()
    if depth > 2 or roll < 0.5:
        return Atom(rng.choice(ids))
    if roll < 0.7:
        return Not(random_formula(rng, ids, depth + 1))
    kind = And if roll < 0.85 else Or
    return kind(tuple(random_formula(rng, ids, depth + 1) for _ in range(rng.randint(2, 3))))


def random_map(rng: random.Random, size: int = 12) -> ArgumentMap:
    """A sound map: no M error, but loose statements, shared premises and undercuts as they come."""
    entries: dict[str, Entry] = {"report": Source(title="Report", file="report.md")}
    entries["s0"] = Statement(text=sentence(rng))
    asserted, inferences = ["s0"], []
    for number in range(1, size):
        id = f"s{number}"
        roll = rng.random()
        if roll < 0.1:
            entries[id] = Statement(text=sentence(rng))
            asserted.append(id)
            continue
        if not inferences or roll < 0.5:
            inference = f"i{number}"
            if rng.random() < 0.7:
                entries[inference] = Reason(target=rng.choice(asserted), rule=rng.choice([None, "none"]))
            else:
                target = rng.choice([*asserted, *inferences])
                entries[inference] = Objection(target=target, answered=rng.choice([None, sentence(rng)]))
            inferences.append(inference)
        else:
            inference = rng.choice(inferences)
        if rng.random() < 0.2:
            proposition = f"q{number}"
            conditional = f"c{number}"
            entries[conditional] = Conditional(
                antecedent=random_formula(rng, [*asserted, proposition]),
                consequent=Not(Atom(proposition)),
                stands_in=(inference,),
                qualifier=rng.choice([None, "might"]),
            )
            entries[proposition] = Statement(text=sentence(rng))
        anchor = (Anchor(source="report", para=number, head="the first words", tail="last words"),)
        entries[id] = Statement(
            text=sentence(rng),
            stands_in=(inference,),
            implicit=rng.random() < 0.2,
            tags=("x", "y") if rng.random() < 0.2 else (),
            note=sentence(rng) if rng.random() < 0.2 else None,
            anchor=anchor if rng.random() < 0.3 else (),
        )
        asserted.append(id)
    if rng.random() < 0.5:
        entries["what-if"] = Scenario(title="What if", suppose=(f"not {rng.choice(asserted)}",))
    return ArgumentMap(title=sentence(rng), entries=entries)


def places(map: ArgumentMap) -> list[Place]:
    return [Place.of(row) for row in (*map.outline.rows, *map.outline.tray)]


def random_edit(rng: random.Random, map: ArgumentMap) -> Callable[[], Edited]:
    """One edit of the whole repertoire at a random place; calling it may refuse."""
    where = places(map)
    place = rng.choice(where) if where else None
    text = sentence(rng)
    if place is None:
        return lambda: edit.beside(map, None, text)
    ids = [id for id, _ in map.sentences()]
    clip = Clip(rng.choice(where), rng.random() < 0.6)
    new = edit.new_id(map, text)
    formulas = (random_formula(rng, [*ids, new]), Atom(new))
    fields = rng.choice(
        [
            {"note": sentence(rng)},
            {"note": None},
            {"tags": ("a", "b")},
            {"implicit": True},
            {"implicit": False},
            {"rule": "modus ponens"},
            {"answered": sentence(rng)},
            {"short": "brief"},
            {"means": f"not {rng.choice(ids)}" if ids else None},
            {"means": None},
        ]
    )
    return rng.choice(
        [
            lambda: edit.beside(map, place, text),
            lambda: edit.because(map, place, text),
            lambda: edit.but(map, place, text),
            lambda: edit.undercut(map, place, text),
            lambda: edit.therefore(map, place, text),
            lambda: edit.if_then(map, place, *formulas, {new: text}),
            lambda: edit.change_if_then(map, place.id, *formulas, {new: text}),
            lambda: edit.reword(map, place.id, text),
            lambda: edit.set_fields(map, place.id, fields),
            lambda: edit.rename(map, place.id, f"renamed-{rng.randint(0, 99)}"),
            lambda: edit.set_title(map, text),
            lambda: edit.move_up(map, place),
            lambda: edit.move_down(map, place),
            lambda: edit.move_in(map, place),
            lambda: edit.move_out(map, place),
            lambda: edit.paste_reason(map, clip, place),
            lambda: edit.paste_beside(map, clip, place),
            lambda: edit.delete(map, place),
        ]
    )


def decorated(rng: random.Random, text: str) -> str:
    """A map file as a person keeps it: comments, odd spacing, perhaps CRLF or no final line end."""
    out = []
    for line in text.splitlines():
        if line.startswith("[") and rng.random() < 0.3:
            out.append(f"# touches {rng.randint(0, 9)}")
        if line.startswith("[") and rng.random() < 0.2:
            out += ["# stands free", ""]
        if " = " in line and not line.startswith(" ") and rng.random() < 0.15:
            line = line.replace(" = ", "=", 1) if rng.random() < 0.5 else line.replace(" = ", "   =  ", 1)
        if " = " in line and line[-1] not in "[" and rng.random() < 0.2:
            line += "  # why"
        if line.startswith("  ") and rng.random() < 0.5:
            line += " # listed"
        out.append(line)
        if not line and rng.random() < 0.1:
            out.append("")
    newline = "\r\n" if rng.random() < 0.2 else "\n"
    return newline.join(out) + ("" if rng.random() < 0.2 else newline)
