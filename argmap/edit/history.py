"""Undo and redo: every state pairs a map with its block document."""

from dataclasses import dataclass, field
from typing import Any

from argmap.edit.change import Change, Edited
from argmap.format import BlockDocument, follow
from argmap.model import ArgumentMap


@dataclass(slots=True)
class _State:
    """A map, the edit that led to it, and its file once that has been asked for.

    `view` is what the caller wants back when that edit is undone, `view_after` when it is redone.
    """

    map: ArgumentMap
    change: Change | None = None
    document: BlockDocument | None = None
    view: Any = None
    view_after: Any = None


@dataclass
class History:
    """The states of a map under edit; undo and redo only step between them.

    A view is whatever the caller wants back with a state, such as cursor and folds. The file of a
    state is worked out when it is first asked for, so that an edit costs no time for it.
    """

    map_read: ArgumentMap
    document_read: BlockDocument
    _states: list[_State] = field(init=False)
    _at: int = field(default=0, init=False)
    _saved: _State = field(init=False)

    def __post_init__(self) -> None:
        self._states = [_State(self.map_read, document=self.document_read)]
        self._saved = self._states[0]

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self._states[self._at].map

    @property
    def document(self) -> BlockDocument:
        """The file as it would be saved now."""
        known = self._at
        while self._states[known].document is None:
            known -= 1
        for before, after in zip(self._states[known:], self._states[known + 1 : self._at + 1], strict=False):
            assert before.document is not None
            assert after.change is not None
            change = after.change
            after.document = follow(before.document, before.map, after.map, change.touched, change.renamed)
        document = self._states[self._at].document
        assert document is not None
        return document

    @property
    def base(self) -> ArgumentMap:
        """The map that the file on disk holds, as far as is known."""
        return self._saved.map

    @property
    def dirty(self) -> bool:
        """Whether the map has changed since it was read or saved."""
        return self._states[self._at] is not self._saved

    def apply(self, edited: Edited, view: Any = None) -> bool:
        """Take an edit's result as the present; an edit that touched nothing is not kept."""
        new, change = edited
        if not change.touched and new.title == self.map.title and new.main == self.map.main:
            return False
        self._go_on(_State(new, change, view=view))
        return True

    def adopt(self, map: ArgumentMap, document: BlockDocument, change: Change, view: Any = None) -> None:
        """Take a map and a file that came from elsewhere as the present; undo goes back to what was."""
        self._go_on(_State(map, change, document, view))

    def _go_on(self, state: _State) -> None:
        del self._states[self._at + 1 :]
        self._states.append(state)
        self._at += 1

    def undo(self, view: Any = None) -> tuple[Change, Any] | None:
        """Go back one edit; returns the edit taken back and the view kept with it."""
        if self._at == 0:
            return None
        state = self._states[self._at]
        state.view_after = view
        self._at -= 1
        assert state.change is not None
        return state.change, state.view

    def redo(self, view: Any = None) -> tuple[Change, Any] | None:
        """Make the edit last taken back again; returns it and the view of before its undo."""
        if self._at + 1 == len(self._states):
            return None
        self._at += 1
        state = self._states[self._at]
        state.view = view
        assert state.change is not None
        return state.change, state.view_after

    def mark_saved(self) -> None:
        """Take the present as what the file holds."""
        self._saved = self._states[self._at]

    def rebase(self, map: ArgumentMap, document: BlockDocument) -> None:
        """Take another map as what the file on disk holds; the present is unsaved beside it."""
        self._saved = _State(map, document=document)
