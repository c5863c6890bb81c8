"""Text is data: characters that steer terminals or text direction are shown, never obeyed."""

import json
import re
from collections.abc import Callable
from typing import Any

_STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with control and direction characters as signs; line feeds stay line feeds.

    C0 controls become their pictures, one to one; the rest, lone surrogates too, their numbers.
    """
    return signed(text, _sign)


def signed(text: str, sign: Callable[[int], str]) -> str:
    """The text with every steering character (line feeds excepted) replaced by `sign` of its code."""
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub(lambda found: sign(ord(found[0])), text)


def json_text(value: Any, indent: int | None = None) -> str:
    """A value as JSON; characters that steer terminals or text direction are escaped in its strings."""
    return signed(json.dumps(value, ensure_ascii=False, indent=indent), lambda code: json.dumps(chr(code))[1:-1])


def _sign(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"
