"""A file whose format is not known yet."""

import json
import re
from functools import cached_property
from typing import Any

from argmap.exchange.refusals import refusal
from argmap.exchange.unknown import binary

_MARKER = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: |\r?$)", re.MULTILINE)


class Content:
    """The text of a file, and what it is if it is JSON; each worked out once.

    `name` is the file's name without its folder, `text` has LF for line ends and no byte order mark.
    Raises ReadError for what is no UTF-8 text, and for conflict markers of git.
    """

    def __init__(self, data: bytes, name: str = "") -> None:
        self.name = name
        self.text = _text(data, name)

    @cached_property
    def json(self) -> Any:
        """What the text says as JSON; None where it is none."""
        if not self.text.lstrip().startswith(("{", "[")):
            return None
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None


def _text(data: bytes, name: str) -> str:
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        if (known := binary(data, name)) is not None:
            raise known from None
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        byte = f"byte 0x{error.object[error.start]:02x} is not valid UTF-8 text"
        raise refusal("I002", byte, line, column, advice="save the file again in UTF-8") from None
    text = text.replace("\r\n", "\n")
    if "\0" in text:
        raise binary(data, name) or refusal(
            "I002", "this is not a text file: it holds a NUL byte", text.count("\n", 0, text.index("\0")) + 1
        )
    if marker := _MARKER.search(text):
        line = text.count("\n", 0, marker.start()) + 1
        raise refusal("I003", "a merge left its conflict here", line, 1, advice="settle the conflict, then import")
    return text
