"""Data held against what the entries of a map may have."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from argmap.exchange.argdown.reading.faults import Faults
from argmap.model import Entry

_E = TypeVar("_E", bound=Entry)
_STAND_IN = {"text": "…", "if": "x", "then": "x", "for": "x", "against": "x"}


def valid(kind: type[_E], fields: Mapping[str, Any], place: Callable[..., int], called: str, faults: Faults) -> _E:
    """The entry of that kind; each value that can't be one is told to `faults`, at its `place`."""
    try:
        return kind.model_validate(dict(fields))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            path = [part for part in detail["loc"] if not str(part).startswith("lax-or-strict")] or [""]
            said = detail["msg"].removeprefix("Value error, ").removeprefix("Input ")
            if detail["type"] == "missing":
                said = "is missing"
            elif detail["type"] == "extra_forbidden":
                said = "is unknown there"
            key = ".".join(str(part) for part in path if not isinstance(part, int))
            faults.error("I004", place(*path), f"“{key}” of {called}: {said[:1].lower()}{said[1:]}")
        known = {info.alias or name for name, info in kind.model_fields.items()}
        return kind.model_validate({name: value for name, value in _STAND_IN.items() if name in known})
