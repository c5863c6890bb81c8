"""Plain text as Argdown text that reads as exactly that text."""

import re

from argmap.model.visible import visible

_MARKS = re.compile(r"[\\\[<{#*_]|/(?=[/*])|(?<=/)/|={3,}")
"""What begins an escape, a title, data, a tag, emphasis, a comment or front matter."""
_SHORTCODE = re.compile(r"(?=([.:])(.+?)\1)")
_HARMLESS = re.compile(r"\.+|\d+|[B-DF-NQ-Za-mo-uwxz]")
"""What no shortcode such as :smile: or .E. has between its ends, so that "U.S." and "e.g." stay as they are."""


def is_plain(text: str) -> bool:
    """Whether a text is one line of words with single spaces, which is all that Argdown keeps as it is."""
    return bool(text) and "\n" not in text and "  " not in text and text == text.strip() == visible(text)


def in_a_line(text: str) -> str:
    """What people see of a text where it isn't plain: its words in one line, steering characters as signs."""
    return " ".join(visible(text).split()) or "…"


def escaped(text: str) -> str:
    """A plain text as it stands behind the title of a statement."""
    return " ".join(map(_word, text.split(" ")))


def _word(word: str) -> str:
    """A word. A shortcode swallows what is escaped inside it, so that its opening mark is escaped as well."""
    safe = _MARKS.sub(_marked, word)
    codes = list(_SHORTCODE.finditer(word))
    if not codes or (safe == word and all(_HARMLESS.fullmatch(code[2]) for code in codes)):
        return safe
    openings = {code.start() for code in codes}
    marked = {at for found in _MARKS.finditer(word) for at in range(found.start(), found.end())} | openings
    return "".join("\\" + sign if at in marked else sign for at, sign in enumerate(word))


def _marked(found: re.Match[str]) -> str:
    return "".join("\\" + sign for sign in found[0])
