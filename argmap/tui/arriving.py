"""What people are told when a map is opened: that another argmap has it open, and what an ended one left."""

import asyncio
from typing import TYPE_CHECKING

from argmap.edit import Change
from argmap.format import ReadError, Reading, read
from argmap.tui.screens.prompt import Choice
from argmap.workspace.files import WorkspaceError
from argmap.workspace.presence import Other, Presence, others
from argmap.workspace.recovery import Left, Spoiled, discard, left_behind

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


async def arrive(screen: "EditScreen", mine: Presence | None) -> None:
    """Tell and ask, one dialog after the other; `mine` is this run's own presence."""
    path = screen.opened.path
    try:
        here = await asyncio.to_thread(others, path, mine)
        left = await asyncio.to_thread(left_behind, path)
    except (WorkspaceError, OSError):
        return
    if here and await _tell(screen, here[0]) == "q":
        screen.files.quit()
        return
    for one in left:
        if isinstance(one, Spoiled):
            screen.say(f"Unsaved work was left behind, but {one.wrong}. The file is kept.", grave=True)
        elif not await _offer(screen, one):
            return


async def _tell(screen: "EditScreen", other: Other) -> str:
    name = screen.opened.path.name
    if other.sure:
        told = f"{name} is open in another argmap ({other.owner})."
    else:
        told = f"{name} may be open in another argmap ({other.owner}): from here that can't be checked."
    told += " No save replaces the other's unasked."
    options = (("o", "open it here too"), ("q", "quit"))
    return await screen.app.push_screen_wait(Choice(told, options, leave="Esc quits")) or "q"


async def _offer(screen: "EditScreen", left: Left) -> bool:
    """Offer unsaved work; whether to go on with what else was left."""
    try:
        standing = await asyncio.to_thread(lambda: left.standing)
        if standing == "saved":
            await asyncio.to_thread(discard, left)
            return True
        reading = await asyncio.to_thread(read, left.data)
        if reading.newer:
            raise WorkspaceError(f"a newer argmap wrote it (format {reading.map.version}); update argmap to recover it")
    except (WorkspaceError, ReadError) as error:
        why = error if isinstance(error, WorkspaceError) else f"{left.file} is damaged: {error.problems[0].message}"
        screen.say(f"Unsaved work was left behind, but {why}. The file is kept.", grave=True)
        return True
    options = (
        ("r", "recover it (not yet saved)"),
        ("k", "keep the file, drop this work"),
        ("l", "look later, keep both"),
    )
    chosen = await screen.app.push_screen_wait(Choice(_described(screen, left, standing == "changed"), options))
    if chosen == "r":
        await _recover(screen, left, reading)
    elif chosen == "k":
        try:
            await asyncio.to_thread(discard, left)
        except WorkspaceError as error:
            screen.say(f"{error}.", grave=True)
    return chosen == "k"


def _described(screen: "EditScreen", left: Left, changed: bool) -> str:
    parts = [f"An argmap that ended left unsaved work on {screen.opened.path.name}, of {left.time:%d %B %Y, %H:%M}."]
    if not left.sure:
        parts = [f"Unsaved work by {left.owner}, of {left.time:%d %B %Y, %H:%M}; it may still be running."]
    if changed and screen.opened.digest is None:
        parts.append("The file it was made from is gone.")
    elif changed:
        parts.append("The file has changed on disk since: saving what is recovered would replace that.")
    return " ".join(parts)


async def _recover(screen: "EditScreen", left: Left, reading: Reading) -> None:
    if screen.pane.writing:
        screen.drafting.abandon()
    opened = screen.opened
    touched = frozenset(opened.map.entries) | frozenset(reading.map.entries)
    change = Change("recover", touched, "recovered unsaved work")
    opened.history.adopt(reading.map, reading.document, change, screen.pane.state.view)
    screen.pane.show(reading.map, touched, None)
    screen.changed()
    save, undo = screen.keymap.shown("save"), screen.keymap.shown("undo")
    screen.say(f"recovered unsaved work; {save} saves it, {undo} goes back to the file")
    if await screen.keeping.now() and left.sure:
        await asyncio.to_thread(discard, left)
