"""From nothing to a saved map, with keys alone, and how many it takes."""

from pathlib import Path

from argmap.format import read
from argmap.model.formula import Atom


class Counted:
    """Counts key presses beyond typing."""

    def __init__(self, app) -> None:
        self.app = app
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += sum(not key.startswith("=") for key in keys)
        await self.app.press(*keys)


async def test_a_map_from_nothing_in_thirty_keys(opened, tmp_path: Path):
    path = tmp_path / "old-town.argmap.toml"
    async with opened(path) as app:
        hand = Counted(app)
        await hand.press("=The city should close the old town.", "enter")
        conclusion = app.at
        await hand.press("a", "=The air is unsafe.", "enter")
        premise = app.at
        await hand.press("i", "=the trams run on time", "tab", "enter")
        conditional = app.at
        first_reason = app.map.entries[premise].stands_in[0]
        assert app.map.links.members[first_reason] == (premise, conditional)
        assert app.map.entries[conditional].antecedent == Atom("trams-run-time")
        assert app.map.entries[conditional].consequent == Atom(conclusion)
        assert app.map.outline.roles["trams-run-time"] == "proposition"

        await hand.press("B", "=Readings are no proof.", "enter")
        undercut = app.map.entries[app.map.entries[app.at].stands_in[0]]
        assert undercut.target == first_reason
        await hand.press("home", "b", "=Shops would lose.", "enter")
        assert app.map.entries[app.map.entries[app.at].stands_in[0]].target == conclusion

        await hand.press("home", "down", "down", "down", "shift+right")
        moved = app.map.entries[conditional].stands_in[0]
        assert moved != first_reason
        assert app.map.entries[moved].target == premise
        complete = app.map

        await hand.press(*["ctrl+z"] * 6)
        assert not app.map.entries
        await hand.press(*["ctrl+y"] * 6)
        assert app.map == complete
        await hand.press("ctrl+s", "ctrl+q")
        assert read(path.read_bytes()).map == complete
        assert hand.keys <= 30, hand.keys


async def test_fast_typing_goes_where_it_belongs(opened, tmp_path: Path):
    """All keys arrive at once, as from a paste into a terminal without bracketed paste."""
    from textual import events

    async with opened(tmp_path / "new.argmap.toml") as app:
        keys = [*"First.", "enter", "a", *"but a bad one", "enter", "enter", *"quite", "enter", "b", *"no", "enter"]
        for key in keys:
            character = key if len(key) == 1 else None
            app.app.post_message(events.Key({" ": "space", ".": "full_stop"}.get(key, key), character))
        await app.pilot.pause(0.5)
        assert [e.text for e in app.map.entries.values() if e.kind == "statement"] == [
            "First.",
            "but a bad one",
            "quite",
            "no",
        ]


async def test_enter_goes_on_with_the_next_premise(opened):
    async with opened() as app:
        await app.press("a", "=One.", "enter", "enter", "=Two.", "enter", "enter", "=Three.", "enter")
        reason = app.map.entries[app.at].stands_in[0]
        assert [app.map.entries[id].text for id in app.map.links.members[reason]] == ["One.", "Two.", "Three."]


async def test_a_draft_stands_where_it_will_stand(opened):
    async with opened() as app:
        await app.press("down", "down", "enter")
        line = app.state.top(app.state.cursor)
        assert app.shown[line].startswith("▌   ├  P2")
        inner = app.screen.pane.view.region
        assert app.app.cursor_position == (inner.x + app.shown[line].index("P2") + 3, inner.y + line)
        await app.press("=" + "word " * 20)
        assert app.state.height(app.state.cursor) == 3
        assert [row.split()[-1] for row in app.shown[line : line + 3]] == ["word"] * 3
        await app.press("enter")
        assert app.state.height(app.state.cursor) in (2, 3)
        assert app.shown[line].startswith("▌   ├  P2 word")


async def test_pasted_line_breaks_become_spaces(opened):
    from textual import events

    async with opened() as app:
        await app.press("enter")
        app.app.post_message(events.Paste("one\ntwo\r\n  three"))
        await app.pilot.pause()
        await app.press("enter")
        assert app.map.entries[app.at].text == "one two three"


async def test_refusals_are_told(opened):
    async with opened() as app:
        await app.press("home", "B")
        assert "stands in no reason" in app.said
        assert not app.screen.pane.writing
        await app.press("down", "down", "c", "v")
        assert "support itself" in app.said


async def test_an_empty_map_says_how_to_begin(opened, tmp_path):
    async with opened(tmp_path / "new.argmap.toml") as app:
        assert app.screen.pane.writing
        await app.press("escape")
        for key in ("a", "b", "B", "t", "v", "delete", "shift+up"):
            await app.press(key)
            assert "empty" in app.said or "Nothing" in app.said, key
        await app.press("up", "down", "left", "right", "space", "-", "+", "pageup", "pagedown", "home", "end")
        await app.press("x", "c", "f4", "n", "f8")
        await app.press("enter", "=First.", "enter")
        assert app.map.outline.labels[app.at] == "C1"


async def test_an_if_then_alone_in_an_empty_map(opened, tmp_path):
    async with opened(tmp_path / "new.argmap.toml") as app:
        await app.press("escape", "i", "=it rains", "tab", "=it is wet", "enter", "enter")
        assert [e.kind for e in app.map.entries.values()] == ["conditional", "statement", "statement"]


async def test_the_terminals_cursor_follows_the_selected_row(opened):
    async with opened() as app:
        inner = app.screen.pane.view.region
        for key in ("down", "down", "end", "up"):
            await app.press(key)
            row = app.state.top(app.state.cursor)
            text = app.screen.pane.state.face(app.state.current).text.split()[0] if app.state.current else ""
            cursor = app.app.cursor_position
            assert cursor.y == inner.y + row - round(app.screen.pane.view.scroll_y)
            assert app.shown[row][cursor.x - inner.x :].startswith(text)
