"""Statements written as plain text: an outline, or a numbered list of premises and conclusions."""

from argmap.edit.change import EditRefused
from argmap.edit.written.data import Said, Step, Written
from argmap.edit.written.lines import MOST_CHARACTERS, lines_of
from argmap.edit.written.numbered import is_numbered, read_numbered
from argmap.edit.written.outline import read_outline

MOST_STATEMENTS = 10_000

__all__ = ["MOST_CHARACTERS", "MOST_STATEMENTS", "Said", "Step", "Written", "read_written"]


def read_written(text: str) -> Written:
    """Read plain text as statements, reasons and objections.

    A numbered list is one whose lines say what they follow from, or that draws a line above its
    conclusion; anything else is an outline, in which every line supports the line it is indented
    under. Raises EditRefused for a text without words, one that is too long, and one in which
    something comes to support itself.
    """
    lines, title = lines_of(text)
    if len(lines) > MOST_STATEMENTS:
        raise EditRefused(f"that are {len(lines):,} lines; at most {MOST_STATEMENTS:,} are taken at once")
    written = read_numbered(lines, title) if is_numbered(lines) else read_outline(lines, title)
    _no_cycle(written)
    if not written.tops and not written.loose:
        raise EditRefused("there is no statement in that text")
    return written


def _no_cycle(written: Written) -> None:
    """Refuse what comes to support itself, or to object to itself."""
    below = written.below()
    done: set[int] = set()
    path: set[int] = set()
    stack: list[tuple[Said | Step, bool]] = [(top, False) for top in written.everything()]
    while stack:
        item, left = stack.pop()
        if left:
            path.discard(id(item))
            done.add(id(item))
            continue
        if id(item) in path:
            said = item.text if isinstance(item, Said) else "an objection"
            raise EditRefused(f"“{_brief(said)}” would come to support itself: mend the text first")
        if id(item) in done:
            continue
        path.add(id(item))
        stack.append((item, True))
        stack += [(child, False) for child in below.get(id(item), ())]
        if isinstance(item, Step):
            stack += [(member, False) for member in item.members]


def _brief(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
