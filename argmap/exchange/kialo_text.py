"""The words of one claim of Kialo's: Markdown's links and backslashes taken out, the addresses kept."""

import re
from dataclasses import dataclass

_LINK = re.compile(r"\\.|\[((?:[^\[\]\\]|\\.)+)\]\(((?:[^()\\\s]|\\.)+)\)")
_ESCAPED = re.compile(r"\\([\\\[\]()*_`#!~<>|{}+.-])")


@dataclass
class Links:
    """How many links a discussion had, and the line and column of the first."""

    count: int = 0
    first: tuple[int, int] | None = None


def plain(text: str, links: Links, place: tuple[int, int]) -> tuple[str, str | None]:
    """A claim's words, and a note with the address of each link, a line each; None where it has no link."""
    addresses = []

    def worded(link: re.Match[str]) -> str:
        if link[1] is None:
            return link[0]
        words, address = (_ESCAPED.sub(r"\1", part) for part in (link[1], link[2]))
        if words == address:
            return link[1]
        addresses.append(f"{words}: {address}")
        return link[1]

    words = _ESCAPED.sub(r"\1", _LINK.sub(worded, text))
    if addresses:
        links.count += len(addresses)
        links.first = links.first or place
    return words, "\n".join(addresses) or None
