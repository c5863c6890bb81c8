"""The command palette: every action by name, as "group: verb"."""

import contextlib

from rich.text import Text
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from argmap.tui import actions
from argmap.tui.screens.edit import EditScreen


class Palette(CommandPalette):
    """Textual's palette, which fails when its list is paged through between being filled and being laid out."""

    def _action_command_list(self, action: str) -> None:
        with contextlib.suppress(LookupError):
            super()._action_command_list(action)


class ActionProvider(Provider):
    """Offers the actions of an open map."""

    async def discover(self) -> Hits:
        """All of them, in the table's order."""
        for action in self._actions():
            yield DiscoveryHit(Text(_name(action)), self._run(action), help=self._help(action))

    async def search(self, query: str) -> Hits:
        """Those whose name matches."""
        matcher = self.matcher(query)
        for action in self._actions():
            score = matcher.match(_name(action))
            if score > 0:
                yield Hit(score, matcher.highlight(_name(action)), self._run(action), help=self._help(action))

    def _actions(self) -> list[actions.Action]:
        if not isinstance(self.screen, EditScreen):
            return []
        return [a for a in actions.ACTIONS if a.where in ("map", "outline", "diagram") and a.id != "palette"]

    def _help(self, action: actions.Action) -> str:
        assert isinstance(self.screen, EditScreen)
        keys = " ".join(self.screen.keymap.written(action.id))
        return escape(f"{action.help}  {keys}".rstrip())

    def _run(self, action: actions.Action) -> "_Run":
        assert isinstance(self.screen, EditScreen)
        return _Run(self.screen, action.id)


class _Run:
    def __init__(self, screen: EditScreen, id: str) -> None:
        self._screen = screen
        self._id = id

    def __call__(self) -> None:
        self._screen.call_after_refresh(self._screen.act, self._id)


def _name(action: actions.Action) -> str:
    return f"{action.group}: {action.verb}"
