"""`argmap schema`: the JSON Schemas of map files and of the nested JSON."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.console import say
from argmap.format.schema import json_schema


class Of(StrEnum):
    """What a schema is of."""

    map = "map"
    outline = "outline"


def run(
    of: Annotated[
        Of, typer.Option("--of", help="map: a map's file; outline: what `argmap show --format json` prints.")
    ] = Of.map,
) -> int:
    """Print the JSON Schema of map files, for editors that complete and check TOML, or that of the nested JSON.

    \b
    Examples:
      argmap schema > argmap.schema.json
      argmap schema --of outline > outline.schema.json
    """
    if of is Of.outline:
        from argmap.export.nested_schema import nested_schema

        schema = nested_schema()
    else:
        schema = json_schema()
    say(json.dumps(schema, indent=2, ensure_ascii=False))
    return 0
