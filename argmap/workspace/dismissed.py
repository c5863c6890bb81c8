"""Candidates that a person has dismissed, so that they are not offered again.

A candidate is known by the hash of its words (`Document.hash_of`), so that it stays dismissed when something else
in its text changes.
"""

from collections.abc import Callable, Collection
from typing import Any

from argmap.workspace.remembered import recall, revise

_NAME = "dismissed"


def dismissed() -> set[str]:
    """The hashes of what was dismissed."""
    return set(_hashes(recall(_NAME)))


def dismiss(hash: str) -> None:
    """Offer a candidate no more; raises WorkspaceError where that can't be kept."""
    _change(lambda hashes: [*(h for h in hashes if h != hash), hash])


def restore(hashes: Collection[str]) -> None:
    """Offer candidates again; raises WorkspaceError where that can't be kept."""
    _change(lambda kept: [hash for hash in kept if hash not in hashes])


def _change(change: Callable[[list[str]], list[str]]) -> None:
    revise(_NAME, lambda kept: change(_hashes(kept)))


def _hashes(kept: Any) -> list[str]:
    return [hash for hash in kept if isinstance(hash, str)] if isinstance(kept, list) else []
