"""The maps that were opened last."""

import os
from pathlib import Path

from argmap.workspace.remembered import recall, remember

_NAME = "recent"
_MOST = 20


def recent_maps() -> list[Path]:
    """The maps that were opened last, the latest first; some may be there no more."""
    found = recall(_NAME)
    names = found if isinstance(found, list) else []
    return [Path(name) for name in dict.fromkeys(n for n in names if isinstance(n, str) and os.path.isabs(n))][:_MOST]


def remember_map(path: Path) -> None:
    """Put a map first among the recent ones; raises WorkspaceError where that can't be kept."""
    latest = Path(os.path.abspath(path))
    before = recent_maps()
    now = [latest, *(old for old in before if old != latest)][:_MOST]
    if now != before:
        remember(_NAME, [str(old) for old in now])
