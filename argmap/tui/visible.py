"""Text made safe to show in one row."""

import re

from argmap.model import visible as model


def visible(text: str) -> str:
    """The text with control and direction characters as signs, line feeds included."""
    return model.visible(text).replace("\n", "␊")


def one_line(text: str) -> str:
    """Pasted or typed text as one line: line breaks and tabs become single spaces."""
    return re.sub(r"[ \t]*[\r\n\t\x0b\x0c\x85\u2028\u2029]+[ \t]*", " ", text)
