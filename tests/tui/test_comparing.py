"""The map beside an older version of it in git."""

from argmap.tui.screens.prompt import Prompt
from tests.tui.conftest import TOWN


def marked(app, id):
    return app.state.layout.notes.get(id, "")


async def test_changes_are_marked_stepped_through_and_taken_back(opened, git):
    path = git.write(TOWN, "town.argmap.toml")
    git.commit(TOWN, "town.argmap.toml")
    git.write(TOWN.replace("Weather explains", "The weather explains"), "town.argmap.toml")
    async with opened(path) as app:
        await app.press("=")
        await app.settle()
        assert app.said == "1 change since HEAD: ) goes to the next, R takes one back, = ends it."
        assert marked(app, "weather") == "~ changed"
        assert "since HEAD (1)" in str(app.screen.query_one("#outline").border_title)
        await app.press("home", "a", "=Cars are loud.", "enter")
        await app.settle()
        assert marked(app, "cars-loud").startswith("+ added")
        await app.press(")")
        assert app.at == "weather"
        assert "[-Weather-]{+The weather+} explains" in app.said
        await app.press("(", "(")
        assert app.at == "because-cars-loud"
        await app.press("R")
        await app.settle()
        assert "cars-loud" not in app.map.entries
        assert "because-cars-loud" not in app.map.entries
        await app.press("ctrl+z")
        await app.settle()
        assert "cars-loud" in app.map.entries
        await app.press("ctrl+y", ")", ")", "R")
        await app.settle()
        assert app.map.entries["weather"].text == "Weather explains the readings."
        assert not app.screen.comparing.changes
        await app.press(")")
        assert app.said == "Nothing has changed since HEAD."
        await app.press("=")
        assert app.said == "The map is compared no longer."
        assert str(app.screen.query_one("#outline").border_title) == "1 Outline"


async def test_what_was_removed_is_marked_where_it_stood_and_comes_back(opened, git):
    path = git.write(TOWN, "town.argmap.toml")
    git.commit(TOWN, "town.argmap.toml")
    async with opened(path) as app:
        await app.press("=")
        await app.settle()
        before = app.map
        app.screen.finding.ask_name()
        await app.pilot.pause()
        await app.press("=weather", "enter", "delete")
        await app.settle()
        assert "weather" not in app.map.entries
        assert "− removed here" in marked(app, "because-air")
        await app.press("home", ")", "R")
        await app.settle()
        assert app.map == before
        assert app.at in ("weather", "but-weather")


async def test_another_revision_is_asked_for(opened, git):
    path = git.write(TOWN, "town.argmap.toml")
    first = git.commit(TOWN, "town.argmap.toml")
    git.commit(TOWN.replace("car", "lorrie"), "town.argmap.toml")
    async with opened(path) as app:
        app.screen.act("compare-with")
        await app.settle()
        assert isinstance(app.app.screen, Prompt)
        await app.press("ctrl+u", *(f"={first[:3]}", f"={first[3:8]}"), "enter")
        await app.settle()
        assert f"since {first[:8]}" in app.said
        assert app.screen.comparing.changes


async def test_why_nothing_can_be_compared_is_told(opened, git, town):
    async with opened(town) as app:
        await app.press(")")
        assert app.said == "Nothing is compared: = compares with the last commit."
        await app.press("=")
        await app.settle()
        assert "is not in a git repository" in app.said
    path = git.write(TOWN, "town.argmap.toml")
    async with opened(path) as app:
        await app.press("=")
        await app.settle()
        assert "has no commit yet" in app.said
        git.commit("x", "other")
        git.commit("argmap = 'no'", "town.argmap.toml")
        await app.press("=")
        await app.settle()
        assert app.said.startswith("The map in HEAD can't be read:")
