"""The standard form in LaTeX, as paragraphs that a paper takes with \\input; no package is needed.

Written for LaTeX of 2020 and later, in UTF-8. Letters that the document's fonts lack are LaTeX's own errors: Japanese,
Chinese, Arabic, Hebrew and most signs need lualatex or xelatex and a font that has them. Apostrophes behind a letter
become curly; other straight quotes stay straight, as in the figure.
"""

import re

from argmap.diagram.text import visible
from argmap.export.options import ExportOptions
from argmap.export.standard import StandardForm, Step
from argmap.export.unmarked import standard_unmarked
from argmap.model import ArgumentMap

_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    '"': r"\texttt{\symbol{34}}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "{}$&#_%"},
    **{
        sign: rf"\ensuremath{{\{name}}}"
        for sign, name in {
            "●": "bullet",
            "○": "circ",
            "→": "rightarrow",
            "←": "leftarrow",
            "↔": "leftrightarrow",
            "≤": "leq",
            "≥": "geq",
            "≠": "neq",
            "≈": "approx",
        }.items()
    },
}
_SIGN = re.compile(r"(?<=([-,<>]))\1|[" + re.escape("".join(_SIGNS)) + "]")
"""What LaTeX reads as something else, and the second of two dashes, commas or brackets, which it would set as one."""


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The standard form as LaTeX, UTF-8."""
    return standard(standard_unmarked(map, options)).encode()


def standard(form: StandardForm) -> str:
    """A list a group, all indented by the longest label, under headings that stand in no table of contents."""
    lines = [rf"\par\noindent\textbf{{{escaped(form.title)}}}\par\nopagebreak"] if visible(form.title) else []
    for group in form.groups:
        if group.heading:
            lines.append(rf"\par\noindent\textit{{{escaped(group.heading)}}}\par\nopagebreak")
        lines += [
            r"\begin{list}{}{%",
            rf"  \settowidth{{\labelwidth}}{{\textbf{{{escaped(form.longest_label)}}}}}%",
            r"  \setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}%",
            r"  \setlength{\itemsep}{0pt}\renewcommand{\makelabel}[1]{\textbf{#1}\hfil}}",
            *map(_item, group.steps),
            r"\end{list}",
        ]
    return "\n".join(lines) + "\n"


def _item(step: Step) -> str:
    remarks = rf"\textit{{[{escaped('; '.join(step.remarks))}]}}" if step.remarks else ""
    return " ".join(part for part in (rf"\item[{{{escaped(step.label)}}}]", escaped(step.sentence), remarks) if part)


def escaped(text: str) -> str:
    """Plain text as one line of LaTeX that sets that text, its apostrophes curly, in the body or in an argument."""
    return _SIGN.sub(_set, visible(text))


def _set(sign: re.Match[str]) -> str:
    if sign[0] == "'" and sign.string[: sign.start()][-1:].isalpha():
        return "'"
    return (r"\/" if sign[1] else "") + _SIGNS.get(sign[0], sign[0])
