"""Data as YAML on one line, as it stands in a data block or in the front matter of Argdown."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from argmap.format.keys import ANCHOR_ORDER
from argmap.model import Anchor
from argmap.model.formula import And, Atom, Not, Or
from argmap.model.formula import write as write_formula
from argmap.model.visible import signed

_BARE = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*\Z")
_TAKEN = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
LONGEST_KEY = 900
"""How many characters a key may have that isn't marked as one; YAML looks ahead a thousand."""
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})
_ENDS = re.compile(r"={3,}|\}(?=\s)")
"""What Argdown takes for the end of the front matter or of a data block, even in quotes."""


def flow(value: Any) -> str:
    """A value in YAML's flow style: strings always quoted, keys bare where they can be.

    Takes what the fields of a map's entries hold, and dicts and sequences of it.
    """
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Atom | Not | And | Or):
        return quoted(write_formula(value))
    if isinstance(value, Anchor):
        fields = value.model_dump(by_alias=True)
        return flow({name: fields[name] for name in ANCHOR_ORDER if fields[name] is not None})
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key(name)}: {flow(item)}" for name, item in value.items()) + "}"
    return flow(value[0]) if len(value) == 1 and isinstance(value[0], Anchor) else f"[{', '.join(map(flow, value))}]"


def key(name: str) -> str:
    """A key of a mapping, bare where YAML takes it for a word."""
    if _BARE.match(name) and name not in _TAKEN:
        return name
    return ("? " if len(name) > LONGEST_KEY else "") + quoted(name)


def quoted(text: str) -> str:
    """A double-quoted string, in YAML and JSON alike; whatever is no plain character is escaped."""
    safe = signed(text.translate(_QUOTED), lambda code: f"\\u{code:04x}")
    return '"' + _ENDS.sub(lambda found: "".join(f"\\u{ord(sign):04x}" for sign in found[0]), safe) + '"'
