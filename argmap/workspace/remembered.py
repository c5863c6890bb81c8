"""What the app remembers between runs: small things a person would miss, none that they'd lose."""

import json
from collections.abc import Callable
from typing import Any

from argmap.workspace.files import WorkspaceError, read_bytes, replace_file, told
from argmap.workspace.folders import state_folder
from argmap.workspace.locks import StillLocked, alone_with

_FILE = "remembered.json"


def recall(name: str) -> Any:
    """What was remembered under a name, as JSON values; None where there is nothing or it can't be read."""
    return _all().get(name)


def remember(name: str, value: Any) -> None:
    """Keep JSON values under a name; raises WorkspaceError where the state folder can't be written."""
    revise(name, lambda _: value)


def revise(name: str, change: Callable[[Any], Any]) -> None:
    """Keep what `change` makes of what was remembered under a name, no other argmap writing meanwhile."""
    folder = state_folder()
    with told(folder, "can't be made"):
        folder.mkdir(parents=True, exist_ok=True)
    file = folder / _FILE
    try:
        with alone_with(file):
            kept = _all()
            kept[name] = change(kept.get(name))
            replace_file(file, json.dumps(kept, indent=1).encode())
    except StillLocked:
        raise WorkspaceError(f"{file} was not saved: another argmap is writing it; try again") from None


def _all() -> dict[str, Any]:
    try:
        found = json.loads(read_bytes(state_folder() / _FILE))
    except (WorkspaceError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
