"""Text made safe to show in one row."""

import re

from argmap.model import visible as model


def visible(text: str) -> str:
    """The text with control and direction characters as signs, line feeds included."""
    return model.visible(text).replace("\n", "␊")


def one_line(text: str) -> str:
    """Pasted or typed text as one line of valid text.

    Line breaks and tabs become single spaces; lone surrogates, which no file can hold, U+FFFD.
    """
    line = re.sub(r"[ \t]*[\r\n\t\x0b\x0c\x85\u2028\u2029]+[ \t]*", " ", text)
    return re.sub("[\ud800-\udfff]", "\ufffd", line)


def kept(text: str) -> str:
    """A text as a field gives it back when nothing is typed."""
    return one_line(text).strip()
