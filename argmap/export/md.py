"""The standard form in Markdown, for pandoc, Quarto and GitHub alike: a list whose items begin with the labels."""

import re

from argmap.diagram.text import visible
from argmap.export.options import ExportOptions
from argmap.export.standard import StandardForm, Step
from argmap.export.unmarked import standard_unmarked
from argmap.model import ArgumentMap

_MARKS = re.compile(
    r"""
    [\\`*_{}\[\]<>\#|~^$@&"'=]              # emphasis, code, links, HTML, maths, citations, quotes made curly
    | - (?= -) | (?<= -) -                  # dashes
    | \. (?= \.)                            # an ellipsis
    | : (?= \S) | (?<= www) \.              # addresses, emoji, divisions
    | \A [-+%:!]                            # what begins a list, a definition, a title
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"\A(\(?\w+)([.)])(?=\s|\Z)")
"""A number or letter that begins a list."""


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The standard form as Markdown, UTF-8."""
    return standard(standard_unmarked(map, options)).encode()


def standard(form: StandardForm) -> str:
    """A list a group, headings emphasised, so that it suits any level of a paper's sections."""
    parts = [f"**{escaped(form.title)}**"] if visible(form.title) else []
    for group in form.groups:
        parts += [f"*{escaped(group.heading)}*"] if group.heading else []
        parts.append("\n".join(map(_item, group.steps)))
    return "\n\n".join(parts) + "\n"


def _item(step: Step) -> str:
    remarks = f"*\\[{escaped('; '.join(step.remarks))}\\]*" if step.remarks else ""
    return " ".join(part for part in (f"- **{escaped(step.label)}**", escaped(step.sentence), remarks) if part)


def escaped(text: str) -> str:
    """Plain text as one line of Markdown that reads as exactly that text; it may begin a paragraph or a list's item."""
    return _NUMBER.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", visible(text)))
