"""What every table of a map file shares."""

from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict

Kind: TypeAlias = Literal["source", "statement", "conditional", "reason", "objection", "scenario"]


def one_or_many(value: Any) -> Any:
    """Let a field be written as one value or as a list of them."""
    return (value,) if isinstance(value, str | dict) else value


Ids: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(one_or_many, json_schema_input_type=str | list[str])]
"""One id or a list of ids."""


class Entry(BaseModel):
    """One table of a map: its kind, and the keys that are allowed anywhere."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)
    kind: ClassVar[Kind]

    tags: tuple[str, ...] = ()
    note: str | None = None
    ignore: tuple[str, ...] = ()
