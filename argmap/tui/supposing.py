"""What if: suppositions tried out in the app, and what becomes of the map under them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from argmap import edit
from argmap.edit import EditRefused
from argmap.logic import Outcome, outcome, scenarios, suppositions_of
from argmap.logic.words import supposed_word, told_verdict
from argmap.model import ArgumentMap, Scenario
from argmap.tui.screens.prompt import KEYS, Choice, Prompt
from argmap.tui.widgets.scenario import ScenarioView

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_DELAY, _LARGE, _LARGE_DELAY = 0.08, 2000, 0.5
_UNTITLED = "What if"
_TOLD_ANYWAY = "answered"
"""The verdict that rows tell whether or not something is supposed."""


class Supposing:
    """Supposes statements true or false on an edit screen, and keeps what becomes of the map true.

    Suppositions belong to nobody's file before they are kept as a scenario. `outcome` is that of the map `known`;
    `title` names the `scenario` that was chosen. What the map doesn't have, or no longer, isn't supposed; with an undo
    it is again.
    """

    class Found(Message):
        """What becomes of a map under suppositions was found; `last` says that there is no more to be found."""

        def __init__(self, map: ArgumentMap, outcome: Outcome, last: bool) -> None:
            super().__init__()
            self.map = map
            self.outcome = outcome
            self.last = last

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self.suppositions: Mapping[str, bool] = {}
        self._wanted: Mapping[str, bool] = {}
        self.title = ""
        self.scenario: str | None = None
        self.outcome: Outcome | None = None
        self.known: ArgumentMap | None = None
        self.looking = True
        self._marked = False
        self._timer: Timer | None = None

    def cycle(self) -> None:
        """Suppose the statement under the cursor true, then false, then as it is."""
        row = self.screen.editing.row
        map = self.screen.opened.map
        if row is None:
            self.screen.editing.say_empty()
            return
        if map.sentence(row.id) is None:
            self.screen.say(
                "Choose a statement to suppose true or false: reasons and objections stand or fall by them."
            )
            return
        now = self.suppositions.get(row.id)
        others = {id: true for id, true in self.suppositions.items() if id != row.id}
        following = {None: True, True: False, False: None}[now]
        self.suppose(others if following is None else {**others, row.id: following}, self.title, self.scenario)
        label = map.outline.label(row.id)
        told = f"{label} is {supposed_word(following)}" if following is not None else f"{label} is no longer supposed"
        keep = f"; {self.screen.editing.key('keep-scenario')} keeps what is supposed as a scenario"
        self.screen.say(f"{told}{keep if self.suppositions else ''}.")

    def suppose(self, suppositions: Mapping[str, bool], title: str, scenario: str | None = None) -> None:
        """Suppose something else, by choice a `scenario`; nothing shows the map as it is."""
        self._wanted = dict(suppositions)
        self.title, self.scenario = (title, scenario) if suppositions else ("", None)
        self.outcome = None
        self._take_wanted()
        self._look_in(_DELAY)

    def _take_wanted(self) -> None:
        """Suppose what of the wanted is in the map, and offer the pane for it or take it away."""
        map, before = self.screen.opened.map, bool(self.suppositions)
        self.suppositions = {id: true for id, true in self._wanted.items() if map.sentence(id) is not None}
        if self.suppositions and not before:
            self.screen.panes.offer_scenario()
        elif before and not self.suppositions:
            self.screen.panes.withdraw_scenario()

    def renamed(self, old: str, new: str) -> None:
        """Suppose of a renamed statement what was supposed of it before, and after an undo."""
        if old in self._wanted:
            self._wanted = {**self._wanted, new: self._wanted[old]}

    def choose(self) -> None:
        """Choose one of the map's scenarios, or the map as it is."""
        map = self.screen.opened.map
        found = scenarios(map)
        if not found:
            suppose, keep = self.screen.editing.key("suppose"), self.screen.editing.key("keep-scenario")
            self.screen.say(
                f"The map has no scenario yet: {suppose} supposes a statement, {keep} keeps what is supposed."
            )
            return
        keys = dict(zip(KEYS, found, strict=False))
        options = [("0", "the map as it is: nothing supposed")]
        options += [(key, f"{found[id].title or id}   {_supposed(map, found[id])}") for key, id in keys.items()]

        def chosen(key: str | None) -> None:
            if key == "0":
                self.suppose({}, "")
            elif key is not None:
                scenario = found[keys[key]]
                self.suppose(suppositions_of(scenario), scenario.title or keys[key], keys[key])

        self.screen.app.push_screen(Choice("What if …", options), chosen)

    def keep(self) -> None:
        """Ask for a title and keep what is supposed as a scenario."""
        if not self.suppositions:
            self.screen.say(f"Nothing is supposed: {self.screen.editing.key('suppose')} supposes a statement.")
            return

        def attempt(title: str) -> str | None:
            try:
                edited = edit.keep_scenario(self.screen.opened.map, title, self.suppositions, self.scenario)
            except EditRefused as refusal:
                return str(refusal)
            self.title, self.scenario = " ".join(title.split()), next(iter(edited[1].touched), self.scenario)
            self.screen.take(edited, self.screen.pane.state.view, stay=self.screen.pane.state.spot)
            return None

        self.screen.app.push_screen(Prompt("The scenario's title", self.title, attempt, select=True))

    def drop(self) -> None:
        """Take the scenario that was chosen out of the map, and suppose nothing."""
        found = self.scenario
        if found not in scenarios(self.screen.opened.map) or found is None:
            self.screen.say(f"Choose the scenario first ({self.screen.editing.key('scenarios')}).")
            return
        self.screen.take(
            edit.drop_scenario(self.screen.opened.map, found),
            self.screen.pane.state.view,
            stay=self.screen.pane.state.spot,
        )
        self.suppose({}, "")

    def map_changed(self) -> None:
        """Look again, soon; what is no longer in the map isn't supposed any more."""
        self._take_wanted()
        self._look_in(_LARGE_DELAY if len(self.screen.opened.map.entries) > _LARGE else _DELAY)

    def _look_in(self, delay: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.screen.set_timer(delay, self._look)

    def _look(self) -> None:
        screen, map, suppositions = self.screen, self.screen.opened.map, dict(self.suppositions)

        def work() -> None:
            for complete in (False, True) if suppositions else (True,):
                found = outcome(map, suppositions, complete=complete)
                if get_current_worker().is_cancelled:
                    return
                screen.post_message(self.Found(map, found, last=complete))

        screen.run_worker(work, thread=True, exclusive=True, group="suppose", exit_on_error=False)

    def show(self, found: Found) -> None:
        """Show what was found, unless something else is supposed by now, or the map has moved on."""
        if found.map is not self.screen.opened.map or found.outcome.suppositions != self.suppositions:
            return
        self.outcome, self.known, self.looking = found.outcome, found.map, not found.last
        if self.suppositions or self._marked:
            self._marked = bool(self.suppositions)
            self.screen.following.mark_rows()
            self.screen.following.redraw()
            self.follow()
        if found.last:
            self.screen.following.cursor_moved()

    def follow(self) -> None:
        """Show why the statement under the cursor stands or falls, beside the rest."""
        view = self.screen.query_one(ScenarioView)
        row = self.screen.editing.row
        if self.current is not None and view.display:
            selected = row.id if row is not None else None
            view.tell(self.screen.opened.map, self.current, self.named, selected, self.looking)

    @property
    def named(self) -> str:
        """The title of the scenario that was chosen, or what there is instead."""
        return self.title or _UNTITLED

    @property
    def current(self) -> Outcome | None:
        """The outcome of the map as it is now, once it is found."""
        return self.outcome if self.known is self.screen.opened.map else None

    @property
    def marks(self) -> dict[str, str]:
        """What rows say while something is supposed: of suppositions, of what they change, of main conclusions."""
        found, map = self.current, self.screen.opened.map
        if found is None or not self.suppositions:
            return {}
        told = dict.fromkeys((*found.suppositions, *found.changed, *found.may_now, *map.outline.mains))
        verdicts = {id: told_verdict(map, found, id) for id in told if id in map.entries}
        return {id: verdict for id, verdict in verdicts.items() if verdict != _TOLD_ANYWAY}


def _supposed(map: ArgumentMap, scenario: Scenario) -> str:
    return ", ".join(
        f"{map.outline.label(id)} {'true' if true else 'false'}" for id, true in suppositions_of(scenario).items()
    )
