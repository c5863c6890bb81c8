"""What is pressed, key by key, and what the terminal must then have shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

_UP, _DOWN = b"\x1b[A", b"\x1b[B"
_PAGE_UP, _PAGE_DOWN, _DELETE = b"\x1b[5~", b"\x1b[6~", b"\x1b[3~"
_MOVE_UP, _MOVE_DOWN = b"\x1b[1;2A", b"\x1b[1;2B"
_ENTER = b"\r"
_CURSOR = "▌[ │├└0-9›]*"


@dataclass(frozen=True, slots=True)
class Step:
    """A key; `shows` is a pattern of what it must show, `name` what it is called where it is measured."""

    key: bytes
    shows: str
    name: str | None = None


Scene: TypeAlias = tuple[Step, ...]
Going: TypeAlias = Callable[[int], Scene]
"""How to go to the place of a number."""


def search(number: int, name: str | None = None) -> Scene:
    """Search a statement by its number."""
    sought = f"number {number} says"
    return Step(b"/", "Search:"), Step(sought.encode(), sought), Step(_ENTER, f"{sought}.: 1 of 1", name)


_UNDO = Step(b"u", "took back")

ARGMAP: tuple[Scene, ...] = (
    (Step(_DOWN, _CURSOR, "down"), Step(_UP, _CURSOR, "up")),
    (Step(_PAGE_DOWN, _CURSOR, "page down"), Step(_PAGE_UP, _CURSOR, "page up")),
    (Step(b" ", _CURSOR + "▸", "fold"), Step(b" ", _CURSOR + "▾", "unfold")),
    (
        Step(b"e", "Rewording"),
        Step(b"x", "x"),
        Step(_ENTER, "takes it back", "edit (its Enter)"),
        Step(b"u", "took back", "undo an edit"),
    ),
    (Step(b"o", "Writing"), Step(b"z", "z"), Step(_ENTER, "added a co-premise", "add beside (its Enter)"), _UNDO),
    (Step(b"a", "Writing"), Step(b"z", "z"), Step(_ENTER, "added a reason", "because (its Enter)"), _UNDO),
    (Step(_MOVE_DOWN, "moved", "move down"), Step(_MOVE_UP, "moved", "move up")),
    (Step(_DELETE, "deleted", "delete"), Step(b"u", "took back", "undo a delete")),
    (Step(b"-", "▸", "collapse all"), Step(b"+", r"number [1-9]", "expand all")),
)

STOCK_TREE: tuple[Scene, ...] = (
    (Step(_DOWN, "number|R", "down"), Step(_UP, "number|R", "up")),
    (Step(_PAGE_DOWN, "number", "page down"), Step(_PAGE_UP, "number", "page up")),
    (Step(b" ", "▶", "fold"), Step(b" ", "▼", "unfold")),
    (Step(b"e", "reworded", "edit (its Enter)"),),
    (Step(b"o", "added", "add beside (its Enter)"), Step(b"d", "number|R", "delete")),
    (Step(b"-", "▶", "collapse all"), Step(b"+", r"number [1-9]", "expand all")),
)
