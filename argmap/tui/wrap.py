"""Wrapping and clipping by terminal cells, never by characters."""

import re
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

_ELLIPSIS = "…"
_ALL_NARROW = re.compile("[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u20ac]*").fullmatch


@lru_cache(maxsize=4096)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """The lines of a text, each at most `width` cells; broken at spaces, between wide characters, or anywhere."""
    width = max(1, width)
    text = text.strip()
    if not text:
        return ("",)
    return tuple(_wrap_narrow(text, width) if _ALL_NARROW(text) else _wrap_wide(text, width))


def _wrap_narrow(text: str, width: int) -> list[str]:
    lines = []
    start, end = 0, len(text)
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        stop = space if space > start else start + width
        lines.append(text[start:stop].rstrip(" "))
        start = stop
        while text[start] == " ":
            start += 1
    lines.append(text[start:])
    return lines


def _wrap_wide(text: str, width: int) -> list[str]:
    lines = []
    start = 0
    break_at = 0
    used = 0
    used_at_break = 0
    before = 0
    for at, character in enumerate(text):
        size = get_character_cell_size(character)
        if at > start and ((character != " " and text[at - 1] == " ") or (size == 2 and before >= 1)):
            break_at, used_at_break = at, used
        if used + size > width and character != " ":
            if break_at <= start:
                break_at, used_at_break = at, used
            if break_at > start:
                lines.append(text[start:break_at].rstrip(" "))
                start = break_at
                used -= used_at_break
        used += size
        before = size or before
    lines.append(text[start:])
    return lines


def clip(text: str, width: int) -> str:
    """The text on one line of at most `width` cells, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    used = 0
    for at, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > width - 1:
            return text[:at].rstrip(" ") + _ELLIPSIS
    return text


def pad(text: str, width: int) -> str:
    """The text with spaces behind it up to `width` cells."""
    return text + " " * (width - cell_len(text))
