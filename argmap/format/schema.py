"""The JSON Schema of map files, made from the models."""

from typing import Any

from pydantic import ConfigDict, Field, create_model

from argmap.format.keys import ROOT_ORDER
from argmap.model import FORMAT_VERSION, KINDS, ArgumentMap

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) that says what a map file may hold."""
    root: dict[str, Any] = {
        "argmap": (int, Field(ge=1, le=FORMAT_VERSION, description="the number of the file format"))
    }
    for name in ROOT_ORDER[1:]:
        field = ArgumentMap.model_fields[name]
        root[name] = (field.annotation, field)
    for kind, model in KINDS.items():
        root[kind] = (dict[str, model], Field(default_factory=dict, description=f"{kind}s by id"))  # type: ignore[valid-type]
    file = create_model("MapFile", __config__=ConfigDict(extra="forbid"), **root)
    schema = file.model_json_schema(by_alias=True)
    schema["$schema"] = DIALECT
    schema["title"] = "argmap map file"
    return schema
