"""Where a data block of an Argdown file ends."""

import re

_BRACES = re.compile(r"\\.|[{}\"']")
_BEFORE = re.compile(r"[{\[,:\n]\s*$|-[ \t]+$")


def pairs(text: str, at: int) -> dict[int, int | None]:
    """Where the data that begins at `at`, and each brace in it, ends; None for what is never closed."""
    ends: dict[int, int | None] = {}
    opened: list[int] = []
    quote = ""
    for piece in _BRACES.finditer(text, at):
        char = piece[0]
        if quote:
            quote = "" if char == quote else quote
        elif char == "{":
            opened.append(piece.start())
        elif char == "}":
            ends[opened.pop()] = piece.end()
            if not opened:
                return ends
        elif char in "\"'" and _opens(text, piece.start()):
            quote = char
    return ends | dict.fromkeys(opened)


def _opens(text: str, at: int) -> bool:
    """Whether a quote begins a value, rather than standing in one like an apostrophe."""
    return bool(_BEFORE.search(text, max(0, at - 80), at))
