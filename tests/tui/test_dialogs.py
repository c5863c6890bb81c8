"""Help in every dialog."""

import pytest
from textual.command import CommandList

from argmap.tui.palette import Palette
from argmap.tui.screens.dialog import Dialog
from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.prompt import Choice
from argmap.tui.widgets.lines import LinesView


@pytest.mark.parametrize("key", ["i", "d", "ctrl+g", "f5", "p", "T", "f12", "ctrl+n"])
async def test_f1_says_what_a_dialog_is_for_and_leads_back_to_it(opened, key):
    async with opened() as app:
        await app.press("down", key)
        dialog = app.app.screen
        assert isinstance(dialog, Dialog)
        await app.press("f1")
        assert isinstance(app.app.screen, HelpScreen)
        await app.pilot.pause()
        shown = " ".join(text for line in app.app.screen.query_one(LinesView).lines for text, _ in line)
        assert dialog.about[0].split(".")[0][:40] in shown
        await app.press("escape")
        assert app.app.screen is dialog


async def test_a_choice_says_how_it_is_made(opened):
    async with opened() as app:
        await app.press("ctrl+n", "=other", "enter")
        await app.pilot.pause()
        assert any("number chooses" in str(label.render()) for label in app.app.screen.query(".keys"))


async def test_a_new_map_is_asked_for_with_its_folder(opened, town):
    async with opened() as app:
        await app.press("ctrl+n")
        assert str(town.parent) in app.app.screen._question


async def test_leaving_a_dialog_in_the_very_moment_it_opens_does_no_harm(opened):
    async with opened() as app:
        for action in ("if-then", "fields", "export", "go-to"):
            await app.press("down")
            app.screen.act(action)
            dialog = app.app.screen
            assert isinstance(dialog, Dialog)
            assert not dialog.check_action("dismiss", ())
            await app.press("escape", "escape")
            assert app.app.screen is app.screen


async def test_a_question_is_answered_once_however_fast_the_keys_come(opened):
    async with opened() as app:
        await app.press("a", "=Cars are loud.", "enter", "ctrl+q")
        dialog = app.app.screen
        assert isinstance(dialog, Choice)
        dialog.dismiss("c")
        dialog.dismiss("d")
        await app.pilot.pause()
        assert app.app.screen is app.screen
        assert app.app.return_value is None


async def test_paging_through_the_palette_before_it_is_laid_out_does_no_harm(opened, monkeypatch):
    async with opened() as app:
        await app.press("ctrl+p")
        palette = app.app.screen
        assert isinstance(palette, Palette)
        commands = palette.query_one(CommandList)
        with monkeypatch.context() as without_layout:
            without_layout.setattr(commands, "_update_lines", lambda: None)
            commands._line_cache.clear()
            with pytest.raises(KeyError):
                commands.action_page_down()
            palette._action_command_list("page_down")
        await app.press("escape")
        await app.press("ctrl+p", "ctrl+p")
        assert len([screen for screen in app.app.screen_stack if isinstance(screen, Palette)]) == 1


async def test_a_choice_that_is_gone_tells_nothing_more(opened):
    async with opened() as app:
        choice = Choice("Which?", [("1", "one"), ("2", "two")])
        app.app.push_screen(choice)
        await app.pilot.pause()
        choice.dismiss(None)
        await app.pilot.pause()
        choice.on_lines_list_stepped()
