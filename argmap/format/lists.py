"""Lists with comments in them: what is written anew keeps every one."""

import tomllib
from dataclasses import dataclass
from typing import Any

from argmap.format import emit
from argmap.format.blocks import comments, tokens


@dataclass(slots=True)
class _Item:
    """One item of a list with the comments above it and behind it."""

    written: str
    above: list[str]
    behind: str = ""


def spliced(old: str, name: str, content: Any, newline: str) -> str:
    """The text of a key's value written anew in place of the `old` text.

    Comments in a list keep their place; those of an item that goes stay where it was.
    """
    fresh = emit.value(name, content, newline)
    if not comments(old):
        return fresh
    items, tail = _items(old)
    wanted = [emit.value(name, each, newline) for each in (content if isinstance(content, tuple) else [content])]
    known = {_meaning(item.written): item for item in reversed(items)}
    taken = [known.pop(_meaning(each), None) for each in wanted]
    spare = [item for item in items if item not in taken]
    lines = [f"  {comment}" for comment in _head_comments(old)]
    for each, item in zip(wanted, taken, strict=True):
        if item is None:
            item = spare.pop(0) if spare and len(items) >= len(wanted) else _Item(each, [])
        lines += [f"  {comment}" for comment in item.above]
        lines.append(f"  {each}," + (f" {item.behind}" if item.behind else ""))
    for item in spare:
        lines += [f"  {comment}" for comment in [*item.above, item.behind] if comment]
    lines += [f"  {comment}" for comment in tail]
    return newline.join(["[", *lines, "]"])


def _head_comments(old: str) -> list[str]:
    first = old.partition("\n")[0].strip()
    return [first[1:].strip()] if first.startswith("[") and first[1:].strip().startswith("#") else []


def _items(old: str) -> tuple[list[_Item], list[str]]:
    """The items of a list's text, and the comments behind the last of them."""
    items: list[_Item] = []
    waiting: list[str] = []
    depth, begun = 0, -1
    for kind, start, end in [*tokens(old[:-1] + "\n")][1:] if old.startswith("[") else []:
        if kind == "comment":
            comment = old[start:end].rstrip()
            line = old.rfind("\n", 0, start) + 1
            if not old[line:start].strip(" \t,"):
                waiting.append(comment)
            elif items:
                items[-1].behind = comment
        elif kind == "open":
            begun = start if depth == 0 else begun
            depth += 1
        elif kind == "close":
            depth -= 1
            if depth == 0:
                items.append(_Item(old[begun:end], waiting))
                waiting = []
        elif depth == 0:
            items.append(_Item(old[start:end], waiting))
            waiting = []
    return items, waiting


def _meaning(written: str) -> str:
    try:
        return repr(tomllib.loads(f"x = {written}")["x"])
    except (ValueError, RecursionError):
        return written
