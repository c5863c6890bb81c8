"""Texts that markups would read as something else, if they were let."""

from hypothesis import strategies as st

from argmap.model import ArgumentMap, Objection, Reason, Statement

TEXTS = (
    "</text><script>alert(1)</script> &#9731; &amp; <!-- x -->",
    r"\input{x} \N \\ \begin{list} %c & _{ ^{ ~ $E=mc^2$ #1 back\ ".strip(),
    '#read("x") #let @key <label> // c /* d */ = e',
    "*em* __st__ `code` [link](http://x.org) ![i](j) [^1] [@key] ~~s~~ ^u^ {.c} | a | b |",
    "http://x.org www.x.org:8 a@b.org :smile: --- -- ... ?` !` << >> ,, ' '' \" \"q\" don't",
    "[bracket] comes first", "(1) one", "1. one", "a) one", "- item", "+ plus", "* star", "# heading", "= heading",
    "/ term: words",
    "% title", ": definition", "> quote", "| line", "```", "---", "| a |", "\\", "{", "}", "]", "$", '"',
)  # fmt: skip
SIGNS = "\\{}[]()<>*_`~^$&#@%|/:;,.!?'\"=+- ab1\n"
ANY = st.one_of(st.sampled_from(TEXTS), st.text(st.sampled_from(SIGNS), min_size=1, max_size=12)).map(str.strip)
"""Short texts made of signs of every markup; some are nothing but blanks."""


def argued(texts: list[str]) -> ArgumentMap:
    """A map of which the texts are title, conclusion, rule, premises, and an answered objection by turns."""
    title, conclusion, rule, answer, opposed, *premises = texts
    return ArgumentMap(
        title=title,
        entries={
            "c": Statement(text=conclusion),
            "r": Reason(target="c", rule=rule),
            **{f"p{at}": Statement(text=text, stands_in=("r",)) for at, text in enumerate(premises)},
            "o": Objection(target="c", answered=answer),
            "q": Statement(text=opposed, stands_in=("o",)),
        },
    )


def said(map: ArgumentMap) -> str:
    """What the standard form says in any markup, without blanks and the signs of lists."""
    from argmap.diagram.text import visible
    from argmap.export.standard import standard_form

    form = standard_form(map)
    parts = [form.title]
    for group in form.groups:
        parts.append(group.heading)
        for step in group.steps:
            parts += [step.label, step.sentence, f"[{'; '.join(step.remarks)}]" if step.remarks else ""]
    return bare(" ".join(visible(part) for part in parts))


def bare(text: str) -> str:
    return "".join(text.split())
