"""A file whose format is not known yet."""

import re
from functools import cached_property
from typing import Any

from argmap.exchange import json_text, xml_text
from argmap.exchange.refusals import refusal
from argmap.exchange.unknown import binary
from argmap.exchange.xml_text import Xml
from argmap.format import ReadError

_MARKER = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: |\r?$)", re.MULTILINE)
_BEGINS_JSON = re.compile(r"""\s*(?:\{\s*(?:["}]|\Z)|\[\s*[\[{"\]\d-])""")
_BEGINS_XML = re.compile(
    r"""\s*<(?:\?xml\b|!DOCTYPE\b|!--|[A-Za-z_][\w.:-]*(?:\s+[\w.:-]+\s*=\s*["']|\s*/?>\s*(?:<|\Z)))"""
)


class Content:
    """The text of a file, and what it says if it is JSON or XML; each worked out once.

    `name` is the file's name without its folder, `text` has LF for line ends and no byte order mark.
    Raises ReadError for what is no UTF-8 text, and for conflict markers of git.
    """

    def __init__(self, data: bytes, name: str = "") -> None:
        self.name = name
        self.text = _text(data, name)

    @cached_property
    def json(self) -> Any:
        """What the text says as JSON; None where it is none."""
        return self._json[0]

    @cached_property
    def xml(self) -> Xml | None:
        """What the text says as XML; None where it is none."""
        return self._xml[0]

    @property
    def broken(self) -> ReadError | None:
        """Why a text that begins as JSON or XML is none; None where it is one, or begins otherwise."""
        if _BEGINS_JSON.match(self.text):
            return self._json[1]
        return self._xml[1] if _BEGINS_XML.match(self.text) else None

    @cached_property
    def _json(self) -> tuple[Any, ReadError | None]:
        if not self.text.lstrip().startswith(("{", "[")):
            return None, None
        try:
            return json_text.parsed(self.text), None
        except ReadError as error:
            return None, error

    @cached_property
    def _xml(self) -> tuple[Xml | None, ReadError | None]:
        if not self.text.lstrip().startswith("<"):
            return None, None
        try:
            return xml_text.parsed(self.text), None
        except ReadError as error:
            return None, error


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
