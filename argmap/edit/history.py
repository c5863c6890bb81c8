"""Undo and redo: every state pairs a map with its block document."""

from dataclasses import dataclass, field
from typing import Any

from argmap.edit.change import Change, Edited
from argmap.format import BlockDocument, follow
from argmap.model import ArgumentMap

KEPT = 1000
"""So many edits at most can be taken back; what is older is let go of, so that memory stays bounded."""
KEPT_ENTRIES = 2_000_000
"""The entries that all states may have together: of a very large map fewer edits can be taken back, FEWEST always."""
FEWEST = 30
_AT_HAND = 20
"""So many states before and behind the present keep their outline; others have it derived when they come back."""


@dataclass(slots=True, eq=False)
class State:
    """A map, the edit that led to it, and its file once that has been asked for.

    Map and edit never change, and the state before is let go of only once the file is known, so any
    thread may ask for the file.
    `view` is what the caller wants back when that edit is undone, `view_after` when it is redone.
    """

    map: ArgumentMap
    change: Change | None = None
    before: "State | None" = None
    known: BlockDocument | None = None
    view: Any = None
    view_after: Any = None

    @property
    def document(self) -> BlockDocument:
        """The file as it would be saved; worked out from the last state whose file is known."""
        waiting, at = [], self
        while (document := at.known) is None:
            before = at.before
            if before is not None:  # else it became the first state just now, and its file is known
                waiting.append((at, before))
                at = before
        for state, before in reversed(waiting):
            assert state.change is not None
            change = state.change
            document = follow(document, before.map, state.map, change.touched, change.renamed)
            state.known = document
        return document

    def become_first(self) -> None:
        """Let go of the states before this one."""
        self.known = self.document
        self.before = None


@dataclass
class History:
    """The states of a map under edit; undo and redo only step between them.

    A view is whatever the caller wants back with a state, such as cursor and folds. The file of a
    state is worked out when it is first asked for, so that an edit costs no time for it. The last KEPT
    edits can be taken back.
    """

    map_read: ArgumentMap
    document_read: BlockDocument
    _states: list[State] = field(init=False)
    _at: int = field(default=0, init=False)
    _saved: State = field(init=False)

    def __post_init__(self) -> None:
        self._states = [State(self.map_read, known=self.document_read)]
        self._saved = self._states[0]

    @property
    def present(self) -> State:
        """The state now; it stays as it is whatever is edited later, so a thread can be given it."""
        return self._states[self._at]

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.present.map

    @property
    def document(self) -> BlockDocument:
        """The file as it would be saved now."""
        return self.present.document

    @property
    def saved(self) -> State:
        """What the file on disk holds, as far as is known."""
        return self._saved

    def reached(self, state: State) -> bool:
        """Whether a state is the present or one that led to it."""
        return any(state is each for each in self._states[: self._at + 1])

    @property
    def dirty(self) -> bool:
        """Whether the map has changed since it was read or saved."""
        return self.present is not self._saved

    def apply(self, edited: Edited, view: Any = None) -> bool:
        """Take an edit's result as the present; an edit that touched nothing is not kept."""
        new, change = edited
        if not change.touched and new.title == self.map.title and new.main == self.map.main:
            return False
        self._go_on(State(new, change, self.present, view=view))
        return True

    def adopt(self, map: ArgumentMap, document: BlockDocument, change: Change, view: Any = None) -> None:
        """Take a map and a file that came from elsewhere as the present; undo goes back to what was."""
        self._go_on(State(map, change, self.present, document, view))

    def _go_on(self, state: State) -> None:
        del self._states[self._at + 1 :]
        self._states.append(state)
        while len(self._states) > self._most + 1:
            del self._states[0]
            self._states[0].become_first()
        self._at = len(self._states) - 1
        self._let_go()

    @property
    def _most(self) -> int:
        return min(KEPT, max(FEWEST, KEPT_ENTRIES // max(len(self._states[-1].map.entries), 1)))

    def _let_go(self) -> None:
        """Keep the outlines near the present only."""
        for far in (self._at - _AT_HAND, self._at + _AT_HAND):
            if 0 <= far < len(self._states):
                self._states[far].map.underive()

    def _step_from(self, state: State, change: Change) -> None:
        """The present is another state now, one edit away from the one it was."""
        if not self.map.derived:
            self.map.derive(state.map, change.touched)
        self._let_go()

    def undo(self, view: Any = None) -> tuple[Change, Any] | None:
        """Go back one edit; returns the edit taken back and the view kept with it."""
        if self._at == 0:
            return None
        state = self.present
        state.view_after = view
        self._at -= 1
        assert state.change is not None
        self._step_from(state, state.change)
        return state.change, state.view

    def redo(self, view: Any = None) -> tuple[Change, Any] | None:
        """Make the edit last taken back again; returns it and the view of before its undo."""
        if self._at + 1 == len(self._states):
            return None
        before = self.present
        self._at += 1
        state = self.present
        state.view = view
        assert state.change is not None
        self._step_from(before, state.change)
        return state.change, state.view_after

    def mark_saved(self, state: State | None = None) -> None:
        """Take a state, or else the present, as what the file holds."""
        self._saved = self.present if state is None else state

    def rebase(self, map: ArgumentMap, document: BlockDocument) -> None:
        """Take another map as what the file on disk holds; the present is unsaved beside it."""
        self._saved = State(map, known=document)
