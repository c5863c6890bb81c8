"""Naming the text that a map is drawn from, and saying where a text is on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

from argmap import edit
from argmap.model import Source
from argmap.tui.screens.choose_text import ChooseText
from argmap.workspace.files import WorkspaceError, is_there
from argmap.workspace.sources import attach, named_source, new_source, own_file

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Attaching:
    """Asks for a text: of the source that is shown where that one's is missing, else of a new source."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

    def ask(self) -> None:
        """Ask for the file, and read it."""
        reading = self.screen.marking.reading
        id = reading.source if reading.layout is None else None
        source = self.screen.opened.map.entries.get(id or "")
        folder = self.screen.opened.path.absolute().parent
        if id is not None and isinstance(source, Source):
            question = f"Where is the text of {named_source(id, source)}?"
            self.screen.app.push_screen(ChooseText(question, folder, lambda file: self._attach(id, file)))
        else:
            self.screen.app.push_screen(ChooseText("Which text is the map drawn from?", folder, self._add))

    def _attach(self, id: str, file: Path) -> str | None:
        map = self.screen.opened.map
        source = map.entries.get(id)
        if not isinstance(source, Source):
            return "The source is no longer in the map."
        try:
            own = own_file(self.screen.opened.path, source)
            if own is not None and is_there(own) and not own.samefile(file):
                return f"The map names {source.file}, and that is there, but can't be read: mend it, or name another."
            document = attach(self.screen.opened.path, id, source, file)
        except (WorkspaceError, OSError) as error:
            return f"{error}."
        if source.sha256 is None:
            edited = edit.set_fields(map, id, {"sha256": document.sha256})
            self.screen.take(edited, self.screen.pane.state.view, stay=self.screen.pane.state.spot)
        self._read(id)
        self.screen.following.map_changed()
        self.screen.say(f"The text of {named_source(id, source)} is {file}, remembered for you on this machine.")
        return None

    def _add(self, file: Path) -> str | None:
        opened = self.screen.opened
        try:
            source = new_source(opened.path, file)
            edited, id = edit.add_source(opened.map, source)
            if source.file is None:
                attach(opened.path, id, source, file)
        except WorkspaceError as error:
            return f"{error}."
        self.screen.take(edited, self.screen.pane.state.view, stay=self.screen.pane.state.spot)
        self._read(id)
        return None

    def _read(self, id: str) -> None:
        self.screen.show_pane("source")
        self.screen.reader.follow(id)
