"""Candidates that a person has dismissed, so that they are not offered again.

A candidate is known by its text's digest (`Document.sha256`) and the hash of its own words
(`Document.hash_of`): in a text that has changed, it is offered anew.
"""

from collections.abc import Callable
from typing import Any

from argmap.workspace.remembered import recall, revise

_NAME = "dismissed"


def dismissed(sha256: str) -> set[str]:
    """The hashes of what was dismissed in the text with this digest."""
    return set(_hashes(recall(_NAME), sha256))


def dismiss(sha256: str, hash: str) -> None:
    """Offer a candidate no more; raises WorkspaceError where that can't be kept."""
    _change(sha256, lambda hashes: [*(h for h in hashes if h != hash), hash])


def restore(sha256: str, hash: str) -> None:
    """Offer a candidate again; raises WorkspaceError where that can't be kept."""
    _change(sha256, lambda hashes: [h for h in hashes if h != hash])


def _change(sha256: str, change: Callable[[list[str]], list[str]]) -> None:
    def changed(kept: Any) -> dict[str, Any]:
        return {**(kept if isinstance(kept, dict) else {}), sha256: change(_hashes(kept, sha256))}

    revise(_NAME, changed)


def _hashes(kept: Any, sha256: str) -> list[str]:
    found = kept.get(sha256) if isinstance(kept, dict) else None
    return [hash for hash in found if isinstance(hash, str)] if isinstance(found, list) else []
