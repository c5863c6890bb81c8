"""Text made safe to show: what would steer the terminal becomes a visible sign."""

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with control and direction characters as signs, one to one where such a sign exists."""
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub(lambda found: _sign(ord(found.group())), text)


def _sign(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"‹{code:04X}›"


def one_line(text: str) -> str:
    """Pasted or typed text as one line: line breaks and tabs become single spaces."""
    return re.sub(r"[ \t]*[\r\n\t\x0b\x0c\x85\u2028\u2029]+[ \t]*", " ", text)
