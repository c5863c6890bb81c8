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
from argmap.model.formula import And, Atom, Formula, Not, Or

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
    ids = draw(st.lists(st.sampled_from(WORDS) | texts.filter(bool), min_size=4, max_size=14, unique=True))
    kinds = draw(st.lists(st.sampled_from("SSSCRRRO"), min_size=len(ids) - 1, max_size=len(ids) - 1))
    kinds = ["S", *kinds]
    sentences = [id for id, kind in zip(ids, kinds, strict=True) if kind in "SC"]
    inferences = [id for id, kind in zip(ids, kinds, strict=True) if kind in "RO"]
    named = [id for id in sentences if not set(id) & set("() \t\n") and id.split() == [id]] or ["s"]

    def formula(depth: int = 0) -> Formula:
        kind = draw(st.sampled_from("aaano")) if depth < 2 else "a"
        if kind == "a":
            return Atom(draw(st.sampled_from(named)))
        if kind == "n":
            return Not(formula(depth + 1))
        several = And if depth % 2 else Or
        return several((formula(depth + 1), formula(depth + 1)))

    def common() -> dict[str, Any]:
        if draw(st.booleans()):
            return {}
        return {"tags": draw(lists), "note": draw(maybe), "ignore": draw(lists)}

    def sentence() -> dict[str, Any]:
        standing = st.lists(st.sampled_from([*inferences, "ghost"]), max_size=2) if inferences else st.just([])
        fields = common() | {"stands_in": tuple(draw(standing))}
        if draw(st.booleans()):
            fields |= {"short": draw(maybe | st.just("Short words")), "implicit": draw(st.booleans())}
            fields |= {"by": draw(maybe), "anchor": draw(anchors())}
        return fields

    entries: dict[str, Entry] = {}
    for id, kind in zip(ids, kinds, strict=True):
        if kind == "S":
            entries[id] = Statement(text=draw(texts), means=draw(st.none() | st.builds(formula)), **sentence())
        elif kind == "C":
            entries[id] = Conditional(
                text=draw(maybe),
                antecedent=formula(),
                consequent=formula(),
                if_text=draw(maybe),
                then_text=draw(maybe),
                qualifier=draw(st.sampled_from([None, "might", "likely", "unlikely"])),
                **sentence(),
            )
        else:
            rule = draw(st.sampled_from([None, None, "none", "modus ponens", "Modus, ponens -- or {so}"]) | texts)
            target = draw(st.sampled_from([*ids, *sentences, "ghost"]))
            if kind == "R":
                entries[id] = Reason(target=target, rule=rule, section=draw(maybe), **common())
            else:
                entries[id] = Objection(target=target, rule=rule, answered=draw(maybe), **common())
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
