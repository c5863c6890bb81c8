"""A map with every sort of row, and the app opened on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from argmap.model import ArgumentMap
from argmap.tui.app import ArgmapApp
from argmap.tui.open_map import OpenMap
from argmap.tui.outline_state import OutlineState
from argmap.tui.screens.edit import EditScreen
from argmap.tui.screens.export import ExportDialog
from argmap.tui.screens.prompt import Choice
from argmap.tui.widgets.bars import StatusBar

TOWN = """argmap = 1
title = "Closing the old town to cars"

[statement.close]
text = "The city should close the old town to private cars."

[reason.because-air]
for = "close"
rule = "modus ponens"

[statement.air]
text = "Closing it would make the air safer."
in = "because-air"

[reason.because-readings]
for = "air"

[statement.readings]
text = "Sensor readings from 2023 to 2025 show 171 weekdays a year above the legal limit."
in = ["because-readings", "because-shops"]

[conditional.if-air-close]
if = "air and not trams-full"
then = "close"
in = "because-air"

[statement.trams-full]
text = "The trams are full at peak hours."

[objection.but-weather]
against = "because-air"

[statement.weather]
text = "Weather explains the readings."
in = "but-weather"
by = "council"

[reason.because-shops]
for = "close"
section = "Trade"

[statement.footfall]
text = "Footfall rose where streets were closed."
in = "because-shops"
implicit = true

[objection.but-access]
against = "close"
answered = "Residents keep access."

[statement.access]
text = "Residents would lose access to their homes."
in = "but-access"
"""

App = Callable[..., AbstractAsyncContextManager["Driven"]]


class Driven:
    """An app under test: presses keys, and tells what is shown."""

    def __init__(self, pilot: Pilot[int], app: ArgmapApp) -> None:
        self.pilot = pilot
        self.app = app

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; `=text` types a text (its second half arrives as a paste)."""
        for key in keys:
            if key.startswith("=") and len(key) > 1:
                text = key[1:]
                await self.pilot.press(*("space" if c == " " else c for c in text[:3]))
                if text[3:]:
                    self.app.post_message(Paste(text[3:]))
                    await self.pilot.pause()
            else:
                await self.pilot.press(key)
            await self.saved()
        await self.pilot.pause()

    async def go(self, *keys: str) -> None:
        """Press keys, and wait until everything has caught up."""
        await self.press(*keys)
        await self.settle()

    async def saved(self) -> None:
        """Wait until a save that was begun has ended."""
        while any(worker.group == "save" and not worker.is_finished for worker in self.app.workers):
            await self.pilot.pause(0.005)

    @property
    def screen(self) -> EditScreen:
        """The edit screen, whatever lies over it."""
        return next(s for s in self.app.screen_stack if isinstance(s, EditScreen))

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.screen.opened.map

    @property
    def state(self) -> OutlineState:
        """The outline."""
        return self.screen.pane.state

    @property
    def at(self) -> str | None:
        """The id under the cursor."""
        return self.state.current.id if self.state.current else None

    @property
    def said(self) -> str:
        """What the status line says."""
        return self.screen.query_one(StatusBar).said

    @property
    def shown(self) -> list[str]:
        """The whole outline as lines of text."""
        painter = self.screen.pane.view.painter
        return [painter.line(n, True).text.rstrip() for n in range(self.state.total)]

    async def says(self, words: str) -> bool:
        """Whether the status line comes to say this; what is found out in a thread may take its time."""
        for _ in range(500):
            if words in self.said:
                return True
            await self.pilot.pause(0.01)
        return False

    async def settle_but_for_saves(self) -> None:
        """Wait until everything but a save has caught up."""
        await self.pilot.pause(0.2)
        while any(worker.group != "save" and not worker.is_finished for worker in self.app.workers):
            await self.pilot.pause(0.005)

    async def settle_until_asked(self) -> None:
        """Wait until a question is asked."""
        for _ in range(1000):
            await self.pilot.pause(0.005)
            if isinstance(self.app.screen, Choice):
                return
        raise AssertionError("nothing was asked")

    async def settle(self) -> None:
        """Wait until checks, drawing and details have caught up, and figures are drawn and written."""
        await self.pilot.pause(0.2)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        while isinstance(self.app.screen, ExportDialog) and self.app.screen.is_at_work:
            await self.pilot.pause(0.02)


async def calm(pilot: Pilot[int]) -> None:
    """Wait until nothing on the screen changes any more."""
    before: list[str] = []
    for _ in range(50):
        await pilot.pause(0.3)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        shown = ["".join(segment.text for segment in strip) for strip in strips]
        if shown == before:
            return
        before = shown


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The map's file."""
    path = tmp_path / "town.argmap.toml"
    path.write_text(TOWN, encoding="utf-8")
    return path


@pytest.fixture
def opened(town: Path) -> App:
    """Opens the app on a file (the town's), in a size."""

    @asynccontextmanager
    async def open(path: Path = town, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driven]:
        app = ArgmapApp(OpenMap.open(path), path.parent)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Driven(pilot, app)

    return open
