"""What the app remembers between runs: small things a person would miss, none that they'd lose."""

import json
from typing import Any

from argmap.workspace.files import WorkspaceError, read_bytes, replace_file, told
from argmap.workspace.folders import state_folder

_FILE = "remembered.json"


def recall(name: str) -> Any:
    """What was remembered under a name, as JSON values; None where there is nothing or it can't be read."""
    return _all().get(name)


def remember(name: str, value: Any) -> None:
    """Keep JSON values under a name; raises WorkspaceError where the state folder can't be written."""
    folder = state_folder()
    kept = {**_all(), name: value}
    with told(folder, "can't be made"):
        folder.mkdir(parents=True, exist_ok=True)
    replace_file(folder / _FILE, json.dumps(kept, indent=1).encode())


def _all() -> dict[str, Any]:
    try:
        found = json.loads(read_bytes(state_folder() / _FILE))
    except (WorkspaceError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
