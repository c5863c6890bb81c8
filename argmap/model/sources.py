"""Texts an argument is drawn from, and pointers into them."""

import datetime
from typing import Annotated, ClassVar, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StrictInt, StrictStr

from argmap.model.entry import Entry, Kind, one_or_many


class Anchor(BaseModel):
    """A pointer from a statement to a passage.

    `para` counts the source's paragraphs from 1; `head` and `tail` are the passage's first and
    last few words; `words` counts its words; `hash` is the BLAKE2s digest (4 bytes, hex) of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    source: str
    para: Annotated[StrictInt, Field(ge=1)]
    head: Annotated[str, Field(alias="from")]
    tail: Annotated[str | None, Field(alias="to")] = None
    words: Annotated[StrictInt, Field(ge=1)] | None = None
    hash: Annotated[str, Field(pattern="^[0-9a-f]{8}$")] | None = None


Anchors: TypeAlias = Annotated[
    tuple[Anchor, ...], BeforeValidator(one_or_many, json_schema_input_type=Anchor | list[Anchor])
]
"""One anchor or a list of them."""


class Source(Entry):
    """A text that statements are anchored in; `file` is relative to the map's folder."""

    kind: ClassVar[Kind] = "source"

    title: str | None = None
    author: str | None = None
    date: Annotated[datetime.date, Strict()] | StrictStr | None = None
    url: str | None = None
    file: str | None = None
    sha256: str | None = None
    text: str | None = None
    anchor: Anchors = ()
