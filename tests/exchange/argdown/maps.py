"""Maps with everything a map can hold, and texts that Argdown would read as something else."""

import datetime
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

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
from argmap.model.formula import And, Atom, Formula, Not, Or, writable

HOSTILE = [
    "[x]: y",
    "[x] y",
    "@[x] said so",
    "<a>",
    "<a>: b",
    "{b: 1}",
    "a } b",
    "no end {",
    "// not a comment",
    "https://example.org/a:b/c",
    "/* or this */ <!-- or that -->",
    "#tag and #(two words) and C# and # alone",
    "===",
    "a === b ==== c",
    "======",
    "- x",
    "-- rule --",
    "(1) z",
    "1. first",
    "* item",
    "# heading",
    "+ y",
    ">< z",
    "_ w",
    "ends in a backslash \\",
    "\\[",
    "one\u2028two\u2029three\x85four",
    "two\nlines\n\nor more\n",
    "several  spaces,   here.  And. ",
    "  spaces round it  ",
    "\ta tab\tin it",
    "\u00a0not breaking\u00a0",
    "",
    " ",
    "😀 👩‍👩‍👧 emoji",
    ":smile: .E. :?: stay what they are",
    "U.S.-Japan, e.g. www.example.org at 10:30:15...",
    "a.*b.c :_d:e",
    "snake_case and *bold* __init__ 2 * 3",
    "\"quoted\" 'twice' “thrice”",
    "null",
    "&#9731; <script>alert(1)</script>",
    "\x00\x1b[31m\u202e",
    "yes: no, maybe",
    "]: [",
    ")(",
    "%YAML 1.2 --- ...",
]
"""Texts that mean something else in Argdown or YAML."""

WORDS = ["air-unsafe", "trams-full", "close-old-town", "because-it", "s1", "not-s1", "constructor", "R_2", "yes", "a-b"]
"""Ids as maps have them."""

texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.just("It rains.")
maybe = st.none() | texts
lists: st.SearchStrategy[tuple[str, ...]] = st.just(()) | st.lists(texts, max_size=3).map(tuple)


@st.composite
def anchors(draw: Callable[..., Any]) -> tuple[Anchor, ...]:
    """No anchor, one, or two."""
    return tuple(
        Anchor(
            source=draw(st.sampled_from(["report", "gone"])),
            para=draw(st.integers(1, 99)),
            head=draw(texts),
            tail=draw(maybe),
            words=draw(st.none() | st.integers(1, 99)),
            hash=draw(st.sampled_from([None, "0123abcd"])),
        )
        for _ in range(draw(st.sampled_from([0, 0, 1, 2])))
    )


@st.composite
def maps(draw: Callable[..., Any]) -> ArgumentMap:
    """Any map with a statement: cycles, undercuts of objections, shared premises, dangling pointers, odd orders."""
    several = st.lists(
        st.sampled_from(WORDS) | st.text("abc", min_size=1, max_size=2), min_size=2, max_size=7, unique=True
    )
    sentences = draw(several | st.lists(texts.filter(bool), min_size=2, max_size=7, unique=True))
    standing: dict[str, list[str]] = {id: [] for id in sentences}
    inferences: dict[str, str] = {}
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from("RRO"))
        members = draw(st.lists(st.sampled_from(sentences), max_size=3, unique=True) | st.just([sentences[-1]]))
        default = f"{'because' if kind == 'R' else 'but'}-{members[0]}" if members else "because-it"
        id = draw(st.just(default) | st.just(default) | texts.filter(bool))
        if id not in standing and id not in inferences:
            inferences[id] = kind
            for member in members:
                standing[member].append(id)
    ids = [*sentences, *inferences]
    named = [id for id in sentences if writable(id)] or ["s"]

    def formula(depth: int = 0) -> Formula:
        kind = draw(st.sampled_from("aaano")) if depth < 2 else "a"
        if kind == "a":
            return Atom(draw(st.sampled_from(named)))
        if kind == "n":
            return Not(formula(depth + 1))
        both = And if depth % 2 else Or
        return both((formula(depth + 1), formula(depth + 1)))

    def common() -> dict[str, Any]:
        if draw(st.booleans()):
            return {}
        return {"tags": draw(lists), "note": draw(maybe), "ignore": draw(lists)}

    def sentence(id: str) -> dict[str, Any]:
        places = draw(st.permutations(standing[id]) | st.just([*standing[id], "ghost"]) | st.just(standing[id]))
        fields = common() | {"stands_in": tuple(places)}
        if draw(st.booleans()):
            fields |= {"short": draw(maybe | st.just("Short words")), "implicit": draw(st.booleans())}
            fields |= {"by": draw(maybe), "anchor": draw(anchors())}
        return fields

    entries: dict[str, Entry] = {}
    for id in ids:
        kind = inferences.get(id) or draw(st.sampled_from("SSC"))
        if kind == "S" or id == sentences[0]:
            entries[id] = Statement(text=draw(texts), means=draw(st.none() | st.builds(formula)), **sentence(id))
        elif kind == "C":
            entries[id] = Conditional(
                text=draw(maybe),
                antecedent=formula(),
                consequent=formula(),
                if_text=draw(maybe),
                then_text=draw(maybe),
                qualifier=draw(st.sampled_from([None, "might", "likely", "unlikely"])),
                **sentence(id),
            )
        else:
            rule = draw(st.sampled_from([None, "none", "modus ponens", "Modus, ponens -- or {so}"]) | texts)
            targets = sentences if kind == "R" else ids
            target = draw(st.sampled_from(targets) | st.sampled_from(targets) | st.sampled_from([*ids, "ghost"]))
            own = {"section" if kind == "R" else "answered": draw(maybe), "rule": rule} | common()
            made = Reason if kind == "R" else Objection
            entries[id] = made(target=target, **(own if draw(st.booleans()) else {}))
    if draw(st.booleans()):
        day = draw(st.dates())
        date = draw(st.sampled_from([None, day, day.isoformat(), "2025"]))
        assert date is None or isinstance(date, datetime.date | str)
        entries["report"] = Source(
            title=draw(maybe), author=draw(maybe), date=date, url="https://example.org", text=draw(maybe), **common()
        )
        suppose = tuple(draw(st.lists(st.sampled_from(sentences).map(lambda id: f"not {id}"), max_size=2)))
        entries["what-if"] = Scenario(title=draw(maybe), suppose=suppose, anchor=draw(anchors()), **common())
    order = draw(st.permutations(list(entries)) | st.just(list(entries)))
    return ArgumentMap(
        title=draw(texts),
        main=tuple(draw(st.lists(st.sampled_from(ids), max_size=2))),
        entries={id: entries[id] for id in order},
        **common(),
    )


def of_texts(texts: list[str]) -> ArgumentMap:
    """A chain of reasons with these texts."""
    entries: dict[str, Entry] = {}
    for number, text in enumerate(texts):
        entries[f"s{number}"] = Statement(text=text, stands_in=(f"because-s{number}",) if number else ())
        if number:
            entries[f"because-s{number}"] = Reason(target=f"s{number - 1}")
    return ArgumentMap(entries=entries)
