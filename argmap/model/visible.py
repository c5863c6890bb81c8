"""Text is data: characters that steer terminals or text direction are shown, never obeyed."""

import re

_SURROGATE = re.compile("[\ud800-\udfff]")
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code != 0x0A}
_PICTURES |= {0x7F: "␡"}
_PICTURES |= {code: f"‹U+{code:04X}›" for code in (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, 0xFEFF)}
_PICTURES |= {code: f"‹U+{code:04X}›" for code in (0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def visible(text: str, *, line_ends: bool = True) -> str:
    """The text with control and direction characters as visible signs.

    Line feeds stay line feeds unless `line_ends` is false; then they are shown too. Lone surrogates,
    which no file can hold, are shown by their number.
    """
    shown = text.translate(_PICTURES)
    if not line_ends:
        shown = shown.replace("\n", "␊")
    return shown if shown.isascii() else _SURROGATE.sub(lambda m: f"‹U+{ord(m[0]):04X}›", shown)
