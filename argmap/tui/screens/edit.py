"""The main screen: the outline, its panes, and the keys that act on them."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from argmap.edit import Edited
from argmap.model import Problem
from argmap.tui import actions
from argmap.tui.attaching import Attaching
from argmap.tui.binding import bindings
from argmap.tui.borders import Borders
from argmap.tui.clipboard import Clipboard
from argmap.tui.clips import Clips
from argmap.tui.comparing import Comparing
from argmap.tui.disk import Disk
from argmap.tui.drafting import Drafting
from argmap.tui.editing import Editing
from argmap.tui.files import Files
from argmap.tui.finding import Finding
from argmap.tui.fixing import Fixing
from argmap.tui.following import Following
from argmap.tui.handlers import handlers
from argmap.tui.keeping import Keeping
from argmap.tui.marking import Marking
from argmap.tui.mending import Mending
from argmap.tui.mishap import LOG, saying
from argmap.tui.moving import Moving
from argmap.tui.offering import Offering
from argmap.tui.open_map import OpenMap
from argmap.tui.outline_state import View
from argmap.tui.panes import Panes
from argmap.tui.reading import Reader
from argmap.tui.row_layout import Spot
from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.theme import ThemeScreen
from argmap.tui.settings import DEFAULTS, Settings
from argmap.tui.supposing import Supposing
from argmap.tui.weighing import Weighing
from argmap.tui.widgets.bars import FooterBar, HeaderBar, StatusBar
from argmap.tui.widgets.details import DetailsView
from argmap.tui.widgets.lines import LinesList, LinesView
from argmap.tui.widgets.outline import OutlinePane, OutlineView
from argmap.tui.widgets.preview import PreviewView
from argmap.tui.widgets.problems import ProblemsView, counted
from argmap.tui.widgets.scenario import ScenarioView
from argmap.tui.widgets.scrolling import PannedView
from argmap.tui.widgets.source import SourceView
from argmap.tui.widgets.text_field import TextField, settled

_OWN_KEYS: Mapping[type | None, actions.Where] = {PreviewView: "diagram", SourceView: "source"}
"""The panes whose keys do other things there than anywhere else, and the place of those."""


class EditScreen(Screen[None], inherit_bindings=False):
    """Shows one open map and takes the keys of the keymap."""

    def __init__(self, opened: OpenMap, settings: Settings = DEFAULTS) -> None:
        super().__init__()
        self.settings = settings
        self.keymap = settings.keymap
        self._bindings = BindingsMap(bindings(self.keymap, lambda where: where != "maps"))
        self._shadowed = {where: self.keymap.shadowed(where) for where in _OWN_KEYS.values()}
        self.opened = opened
        self.editing = Editing(self)
        self.marking = Marking(self, self.editing)
        self.offering = Offering(self, self.editing, self.marking)
        self.drafting = Drafting(self, self.editing)
        self.clips = Clips(self, self.editing)
        self.moving = Moving(self)
        self.finding = Finding(self)
        self.files = Files(self)
        self.disk = Disk(self)
        self.comparing = Comparing(self)
        self.clipboard = Clipboard(self)
        self.supposing = Supposing(self)
        self.weighing = Weighing(self)
        self.panes = Panes(self)
        self.borders = Borders(self, self.panes)
        self.reader = Reader(self)
        self.mending = Mending(self)
        self.fixing = Fixing(self)
        self.attaching = Attaching(self)
        self.following = Following(self)
        self.keeping = Keeping(self)
        self.handlers = handlers(self)

    def compose(self) -> ComposeResult:
        """Header, panes, search line, status, footer."""
        yield HeaderBar()
        with Container(id="body"):
            yield OutlinePane(id="outline")
            with Container(id="side"):
                yield SourceView()
                yield ScenarioView()
                yield PreviewView()
                yield DetailsView()
        yield ProblemsView()
        search = TextField(id="search", placeholder="search: part of a sentence, a label, an id or a #tag")
        search.display = False
        yield search
        yield StatusBar()
        yield FooterBar()

    def on_mount(self) -> None:
        """Show the map; an empty one begins with its first statement."""
        self.set_focus(self.pane.view)
        self.panes.arrange()
        self.pane.open(self.opened.map)
        self.refresh_header()
        self.refresh_footer()
        self.following.map_changed()
        self.supposing.map_changed()
        self.disk.watch()
        self._greet()
        self.keeping.begin()
        if self.opened.origin:
            self.keeping.map_changed()
        self.files.remember()
        if self.opened.unsettled:
            self.call_after_refresh(self.disk.settle_conflicts)
        elif not self.opened.map.entries:
            self.call_after_refresh(self.drafting.beside)

    def on_unmount(self) -> None:
        """The map is no longer open here; the panes are remembered."""
        self.panes.keep()
        if self.files.given_up or not self.opened.unsaved:
            self.keeping.end()
        else:
            self.keeping.leave()

    def _greet(self) -> None:
        opened = self.opened
        if opened.unsettled:
            key = self.keymap.shown("save")
            self.say(f"A merge left conflicts in {opened.path.name}: {key} asks about each of them.", grave=True)
        elif opened.read_only:
            self.say(f"{opened.path.name} is read-only: {opened.read_only}.", grave=True)
        elif opened.origin:
            self._tell_origin()
        elif opened.digest is None:
            self.say(f"A new map: {opened.path} is written when you save.")
        elif self.settings.complaints:
            self.say(self.settings.told, grave=True)

    def _tell_origin(self) -> None:
        from argmap.exchange.telling import losses

        opened, count = self.opened, len(self.opened.reader_problems)
        lists = f"key {self.keymap.shown('pane-problems')} lists {'it' if count == 1 else 'them'}"
        lost = f" {losses(count)}: {lists}." if count else ""
        self.say(f"{opened.origin}.{lost} {opened.path.name} is written when you save.", grave=bool(count))

    @property
    def pane(self) -> OutlinePane:
        """The outline in its frame."""
        return self.query_one(OutlinePane)

    @property
    def writing(self) -> bool:
        """Whether keys go into a text: a row's, or the search line's."""
        return isinstance(self.focused, TextField) or self.pane.writing

    @property
    def preview(self) -> PreviewView:
        """The diagram."""
        return self.query_one(PreviewView)

    @property
    def search_field(self) -> TextField:
        """The search line."""
        return self.query_one("#search", TextField)

    def say(self, message: str, grave: bool = False) -> None:
        """Tell people something in the status line."""
        self.query_one(StatusBar).say(message, grave)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key acts now: writing takes editing keys only, the outline its own."""
        if action != "act":
            return True
        where = actions.BY_ID[str(parameters[0])].where
        writing = self.writing
        if where == "text" or writing:
            return where == "text" and writing
        own = _OWN_KEYS.get(type(self.focused))
        if own is not None and (where == own or parameters[0] in self._shadowed[own]):
            return where == own
        if where == "scroll":
            return isinstance(self.focused, PannedView) and not isinstance(self.focused, LinesList | SourceView)
        return where == "map" or (
            where == "outline" and (self.focused is None or isinstance(self.focused, OutlineView))
        )

    async def action_act(self, id: str) -> None:
        """Do one action of the table, after every key before it has been taken in."""
        if self.writing and self.focused is not None:
            await settled(self.focused)
        self.act(id)

    def act(self, id: str) -> None:
        """Do one action of the table; an error of argmap's own must not cost anybody unsaved work."""
        LOG.debug("action %s", id)
        status = self.query_one(StatusBar)
        told = status.count
        with saying(self.app, self.say_failure):
            self.handlers[id]()
        if status.count == told:
            status.clear()

    def say_failure(self, message: str) -> None:
        """Tell people what failed."""
        self.say(message, grave=True)

    def let_go(self) -> None:
        """To the outline; there, let go of what is selected, found or marked."""
        if self.panes.current == "outline" and not (self.editing.unselect() or self.finding.clear()):
            self.clips.unmark()
        self.panes.show("outline")

    @property
    def panned(self) -> PannedView:
        """The pane that scrolling keys move."""
        return self.focused if isinstance(self.focused, PannedView) else self.preview

    def help(self) -> None:
        """Show the keys, those of the place where one is first."""
        self.app.push_screen(HelpScreen(self.settings, "text" if self.writing else self.panes.current))

    def theme_choice(self) -> None:
        """Choose the colours."""
        self.app.push_screen(ThemeScreen(self.say))

    def app_palette(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    @property
    def writer(self) -> Drafting | Finding:
        """Who takes what is being written."""
        return self.finding if self.focused is self.search_field else self.drafting

    def abandon(self) -> None:
        """Drop what is being written."""
        if self.focused is self.search_field:
            self.finding.leave()
        else:
            self.drafting.abandon()

    def take(
        self,
        edited: Edited,
        before: View,
        *,
        stay: Spot | None = None,
        stale: Iterable[str] = (),
        unfold: bool = False,
    ) -> None:
        """Keep an edit and show it; `before` is what undo goes back to.

        The cursor goes where the edit points, or stays at `stay`; `stale` names further ids whose
        rows may look different; `unfold` opens the row the cursor goes to.
        """
        map, change = edited
        if not self.opened.history.apply(edited, before):
            self.pane.show(self.opened.map, frozenset(stale), stay)
            self.refresh_footer()
            return
        focus = stay if stay is not None else Spot(*change.focus) if change.focus is not None else None
        if unfold and focus is not None:
            self.pane.state.folded.discard(focus.id)
        self.pane.show(map, change.touched | frozenset(stale), focus)
        if change.renamed is not None:
            self.supposing.renamed(*change.renamed)
        self.changed(change.touched)
        self.say(f"{change.summary}; {self.keymap.shown('undo')} takes it back")

    def changed(self, touched: Collection[str] | None = None) -> None:
        """Follow a changed map in everything but the outline; `touched` are the ids that an edit reached, if known."""
        self.refresh_header()
        self.refresh_footer()
        self.following.map_changed(touched)
        self.supposing.map_changed()
        self.keeping.map_changed()
        self.comparing.map_changed()

    def refresh_header(self) -> None:
        """Show title, file and counts as they are now."""
        opened = self.opened
        self.query_one(HeaderBar).show(
            opened.map.title, opened.file, opened.unsaved, bool(opened.read_only), counted(self.problems)
        )

    def refresh_footer(self) -> None:
        """Show the keys that act now."""
        own = _OWN_KEYS.get(type(self.focused))
        if self.writing:
            keys = [*self.keymap.footer(("text",))]
        elif own is not None:
            keys = [*self.keymap.footer((own,)), *self.keymap.footer(("map",))]
        else:
            keys = [*self.keymap.footer(("outline", "map"))]
        self.query_one(FooterBar).show(keys)

    def go_back(self, name: str) -> None:
        """Give the keys back to the pane that had them before something was written."""
        if name != "outline":
            self.panes.show(name)

    def show_pane(self, name: str) -> None:
        """Show a pane and go to it."""
        self.panes.show(name)

    def on_text_area_changed(self, event: TextField.Changed) -> None:
        """Search while the search line is typed."""
        if event.text_area is self.search_field:
            self.finding.typed()

    def on_paste(self, event: events.Paste) -> None:
        """Take what the terminal pastes while nothing is being written."""
        with saying(self.app, self.say_failure):
            self.clipboard.paste(event.text)

    def on_outline_view_moved(self) -> None:
        """Let the other panes follow the cursor, when it rests."""
        self.following.cursor_moved()

    def on_outline_view_edit_asked(self) -> None:
        """Edit the row that was clicked twice."""
        self.act("edit")

    def on_outline_view_blocked(self) -> None:
        """Say how to end writing."""
        keys = self.keymap
        self.say(f"{keys.shown('commit')} keeps what you are writing, {keys.shown('abandon')} drops it.")

    def on_lines_view_resized(self, message: LinesView.Resized) -> None:
        """Wrap or draw anew for the pane's new size."""
        if isinstance(message.view, PreviewView):
            self.following.redraw()
        elif isinstance(message.view, DetailsView):
            self.following.cursor_moved()

    def on_source_view_resized(self) -> None:
        """Wrap the text for the pane's new width."""
        self.following.cursor_moved()

    def on_source_view_selected(self) -> None:
        """Tell what is selected in the source, and mark what points there."""
        with saying(self.app, self.say_failure):
            self.marking.told()

    def on_source_view_changed(self) -> None:
        """Tell the paragraph."""
        self.panes.title()

    def on_preview_view_changed(self) -> None:
        """Tell the level of zoom."""
        self.panes.title()

    def on_preview_view_picked(self, message: PreviewView.Picked) -> None:
        """Select what was picked in the diagram."""
        self.pane.go(Spot(message.id, None))

    def on_reader_done(self, message: Reader.Done) -> None:
        """Show a source's text."""
        with saying(self.app, self.say_failure):
            self.marking.show(message.reading, message.follow)

    def on_mending_found(self, message: Mending.Found) -> None:
        """Mend anchors with what was found of them."""
        with saying(self.app, self.say_failure):
            self.mending.mend(message)

    def on_mending_failed(self, message: Mending.Failed) -> None:
        """Say why anchors can't be mended."""
        self.say_failure(message.why)

    def on_reader_stale(self) -> None:
        """Read the source's text anew."""
        self.reader.follow()

    def on_lines_list_picked(self, message: LinesList.Picked) -> None:
        """Go to the problem that was picked."""
        view = message.view
        if isinstance(view, ProblemsView) and message.number < len(view.problems):
            self.finding.show_problem(view.problems[message.number])

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the panes for the new size."""
        self.panes.arrange(event.size)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a border."""
        if event.button == 1 and self.borders.grab(event.screen_offset):
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the border that is held."""
        self.borders.drag(event.screen_offset)

    def on_mouse_up(self) -> None:
        """Let the border go."""
        if self.borders.drop():
            self.release_mouse()

    def on_descendant_focus(self) -> None:
        """Keep the footer and the outline's frame true."""
        self.pane.set_class(self.panes.current == "outline", "-keys")
        self.refresh_footer()
        self.marking.begin()

    def on_following_checked(self, message: Following.Checked) -> None:
        """Show what a check found."""
        self.following.show_check(message)

    def on_supposing_found(self, message: Supposing.Found) -> None:
        """Show what becomes of the map."""
        with saying(self.app, self.say_failure):
            self.supposing.show(message)

    def on_following_drawn(self, message: Following.Drawn) -> None:
        """Show a drawing."""
        self.following.show_drawing(message)

    @property
    def problems(self) -> Sequence[Problem]:
        """What the last check found."""
        return self.following.problems

    def focus_on(self, widget: Widget) -> None:
        """Give a pane the keys."""
        self.set_focus(widget, scroll_visible=False)
