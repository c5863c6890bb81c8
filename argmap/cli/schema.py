"""`argmap schema`: the JSON Schema of map files."""

import json

from argmap.cli.console import say
from argmap.format.schema import json_schema


def run() -> int:
    """Print the JSON Schema of map files, for editors that complete and check TOML.

    \b
    Example:
      argmap schema > argmap.schema.json
    """
    say(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0
